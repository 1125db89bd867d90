import { describe, expect, it } from "vitest";
import { type Attempt, createThrottle, networkOf } from "./throttle.ts";

const stranger: Attempt = { address: "203.0.113.7", account: "a@example.org", knownDevice: false };

function failing(times: number, of: (index: number) => Attempt) {
  const clock = { now: 1_000_000 };
  const throttle = createThrottle(() => clock.now);
  for (let index = 0; index < times; index++) throttle.failed(of(index));
  return { throttle, clock };
}

describe("whoever guesses is slowed down", () => {
  it("five mistakes cost nothing, the sixth attempt waits, each further one twice as long, at most five minutes", () => {
    expect(failing(4, () => stranger).throttle.decide(stranger)).toEqual({ allowed: true, delayMs: 0 });
    expect(failing(5, () => stranger).throttle.decide(stranger)).toEqual({ allowed: false, retryAfterS: 1 });
    expect(failing(8, () => stranger).throttle.decide(stranger)).toEqual({ allowed: false, retryAfterS: 8 });
    expect(failing(60, () => stranger).throttle.decide(stranger)).toEqual({
      allowed: false,
      retryAfterS: 300,
    });
  });

  it("after a quarter of an hour all is forgotten, and a success forgets at once", () => {
    const { throttle, clock } = failing(60, () => stranger);
    clock.now += 15 * 60_000 + 1;
    expect(throttle.decide(stranger)).toEqual({ allowed: true, delayMs: 0 });
    const other = failing(5, () => stranger);
    other.throttle.succeeded(stranger);
    expect(other.throttle.decide(stranger).allowed).toBe(true);
  });

  it("an address that tries many accounts has to wait for all of them", () => {
    const { throttle } = failing(120, (index) => ({ ...stranger, account: `${index}@example.org` }));
    expect(throttle.decide({ ...stranger, account: "new@example.org" }).allowed).toBe(false);
    expect(throttle.decide({ ...stranger, address: "198.51.100.1" }).allowed).toBe(true);
  });
});

describe("nobody can be locked out by others", () => {
  it("ten thousand failures from ten thousand addresses only make the owner's answer slower, by three seconds at most", () => {
    const { throttle } = failing(10_000, (index) => ({
      ...stranger,
      address: `10.${index >> 8}.${index & 255}.1`,
    }));
    expect(throttle.decide(stranger)).toEqual({ allowed: true, delayMs: 3_000 });
    expect(throttle.decide({ ...stranger, knownDevice: true })).toEqual({ allowed: true, delayMs: 0 });
  });

  it("a device known to the account isn't held up by a neighbour behind the same address", () => {
    const { throttle } = failing(500, () => stranger);
    expect(throttle.decide(stranger).allowed).toBe(false);
    expect(throttle.decide({ ...stranger, knownDevice: true }).allowed).toBe(true);
  });

  it("remembers a bounded number of keys", () => {
    const { throttle } = failing(60_000, (index) => ({
      ...stranger,
      address: `${index}`,
      account: `${index}`,
    }));
    expect(throttle.size()).toBeLessThanOrEqual(100_000);
  });
});

it("an IPv6 network counts as one address", () => {
  expect(networkOf("2001:db8:1:2:aaaa::1")).toBe(networkOf("2001:db8:1:2:bbbb::2"));
  expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
});
