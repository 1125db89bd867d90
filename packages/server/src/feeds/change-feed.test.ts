import { LANGUAGES } from "@concord/core/vocabulary";
import { XMLParser } from "fast-xml-parser";
import { expect, it } from "vitest";
import { get, realLaw, TODAY, testApp } from "../testing/holdings.ts";
import { writeChangeFeed } from "./change-feed.ts";

const ORIGIN = "https://concord.example";
const read = (text: string) => new XMLParser({ ignoreAttributes: false }).parse(text).feed;

it("the feed of one instrument and state holds its actions, the newest first, with ids that never change", async () => {
  const law = await realLaw();
  const filter = { state: "BGD", instrument: "palermo-protocol" };
  const feed = read(writeChangeFeed(law, filter, "en", TODAY, ORIGIN) ?? "");
  expect(feed.entry).toMatchObject({
    id: "urn:concord:act:palermo-protocol:BGD:accession:2019-09-12",
    title: expect.objectContaining({ "#text": expect.stringContaining("Bangladesh") }),
    published: "2019-09-12T00:00:00.000Z",
  });
  expect(feed.updated).toBe("2019-09-12T00:00:00.000Z");
});

it("is in every language, and its entries are the same", async () => {
  const law = await realLaw();
  const ids = LANGUAGES.map((language) => {
    const text = writeChangeFeed(law, { state: "FRA" }, language, TODAY, ORIGIN) ?? "";
    expect(text).toContain(`lang=${language}`);
    return read(text).entry.map((entry: { id: string }) => entry.id);
  });
  for (const one of ids) expect(one).toEqual(ids[0]);
});

it("holds nothing that is still to come", async () => {
  const text = writeChangeFeed(await realLaw(), {}, "en", "1990-06-30", ORIGIN) ?? "";
  const published = read(text).entry.map((entry: { published: string }) => entry.published.slice(0, 10));
  expect(published[0] <= "1990-06-30").toBe(true);
  expect(published).toEqual([...published].sort().reverse());
});

it("is at /changes.atom; an unknown state is not found, with the cure", async () => {
  const app = await testApp();
  const found = await get(app, "/changes.atom?state=BGD");
  expect([found.status, found.headers.get("content-type")]).toEqual([
    200,
    "application/atom+xml; charset=utf-8",
  ]);
  const missing = await get(app, "/changes.atom?state=ZZZ");
  expect([missing.status, (await missing.json()).cure]).toEqual([404, expect.stringContaining("ISO")]);
});
