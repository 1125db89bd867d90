import { describe, expect, it } from "vitest";
import { formatOf } from "./format.ts";

describe("numbers and days in the reader's language", () => {
  it("groups thousands as each language does", () => {
    expect(formatOf("en").count(11623)).toBe("11,623");
    expect(formatOf("fr").count(11623)).toBe("11\u202f623");
    expect(formatOf("ar").count(11623)).toBe("11,623");
  });

  it("writes a real minus sign", () => {
    expect(formatOf("en").change(-2)).toBe("\u22122");
    expect(formatOf("en").change(3)).toBe("+3");
  });

  it("never rounds a share to all or to nothing when it isn't", () => {
    expect(formatOf("en").share(192, 193)).toBe("99%");
    expect(formatOf("en").share(193, 193)).toBe("100%");
    expect(formatOf("en").share(1, 1000)).toBe("1%");
    expect(formatOf("en").share(0, 5)).toBe("0%");
    expect(formatOf("en").share(0, 0)).toBe("–");
  });

  it("keeps a partial date as partial as its source gives it", () => {
    expect(formatOf("en").day("2010-02-24")).toBe("24 February 2010");
    expect(formatOf("en").day("2006-09")).toBe("September 2006");
    expect(formatOf("en").day("2021")).toBe("2021");
    expect(formatOf("zh").day("2010-02-24")).toBe("2010年2月24日");
    expect(formatOf("ar").day("2010-02-24")).toContain("2010");
  });
});
