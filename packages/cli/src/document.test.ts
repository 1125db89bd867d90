import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./testing/io.ts";

const cwd = mkdtempSync(join(tmpdir(), "concord-document-"));
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
const draft = `# Example plan

*The Conference,*

*Recalling* its resolution CONCORD/RES/2025/1,

1. *Urges* all members to act;

2. *Urges* all members to report
`;
write("draft.md", draft);
write("bad.docx", "no archive");

describe("concord document", () => {
  it("lint names each paragraph that breaks the form, and exits with 1", async () => {
    const { code, out } = await run(
      "document lint draft.md --symbol CONCORD/2026/L.1 --date 2026-03-02 --agenda-item 4",
      { cwd },
    );
    expect(out.split("\n")).toEqual([
      "masthead: (advice) CONCORD/2026/L.1 is a draft, but its distribution is general. Mark its distribution as limited. [draft-distribution]",
      "OP2: “Urges” opens a paragraph again without “also” or “further”. Add “also” to the verb. [verb-repeated]",
      "OP2: The last paragraph ends with “t”. End it with a full stop “.”. [last-ending]",
      "",
    ]);
    expect(code).toBe(1);
  });

  it("lint says it in the language asked for, and knows the notice", async () => {
    const { out } = await run(
      "document lint draft.md --say fr --circulated 2026-03-02 --decision 2026-03-04 --json",
      { cwd },
    );
    const codes = JSON.parse(out).findings.map((finding: { code: string }) => finding.code);
    expect(codes).toContain("notice-too-short");
    expect(out).toContain("Il en faut 4".toLowerCase());
  });

  it.each(["akn", "html", "docx", "pdf"])("convert writes %s, whole", async (format) => {
    const { code, err } = await run(`document convert draft.md --to ${format} -o out.${format}`, { cwd });
    expect([code, err]).toEqual([0, ""]);
    const bytes = readFileSync(join(cwd, `out.${format}`));
    const starts = { akn: "<?xml", html: "<!doctype html>", docx: "PK", pdf: "%PDF" }[format] ?? "";
    expect(bytes.subarray(0, starts.length).toString()).toBe(starts);
  });

  it("what convert wrote as .docx is read again with the same paragraphs", async () => {
    await run("document convert draft.md --to docx -o again.docx", { cwd });
    const { out } = await run("document convert again.docx --to akn", { cwd });
    expect(out).toContain('<paragraph eId="para_2"><num>2.</num>');
    expect(out).toContain("<i>Recalling</i>");
  });

  it.each([
    ["document lint bad.docx", "bad.docx: The file is no .docx"],
    ["document lint none.docx", "none.docx: there is no such file"],
    ["document lint draft.md --language xx", "--language takes one of ar, en, es, fr, ru, zh"],
    ["document lint draft.md --circulated 2026-03-02", "--circulated and --decision go together"],
    ["document lint draft.md --date 2026-02-30", "--date takes a day of the calendar"],
    ["document convert draft.md --to odt", "--to takes one of akn, docx, html, pdf"],
    ["document convert draft.md --to pdf -o none/there.pdf", "can't be written (ENOENT)"],
  ])("%s: one line and exit code 2", async (line, message) => {
    const { code, out, err } = await run(line, { cwd });
    expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
    expect(err).toContain(message);
  });
});
