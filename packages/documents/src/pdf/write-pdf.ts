import { parseDay } from "@concord/core/vocabulary";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import type { UnDocument } from "../model/index.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { FAMILIES, fontBlobs, type Scripts, scriptsOf } from "./font.ts";
import { sheetOf } from "./sheet.ts";
import { TEMPLATE } from "./template.ts";

/** One compiler for each set of scripts, kept: its faces are parsed once. */
const compilers = new Map<string, NodeCompiler>();

function compilerFor(scripts: Scripts): NodeCompiler {
  const key = `${scripts.arabic} ${scripts.chinese}`;
  let compiler = compilers.get(key);
  if (compiler === undefined) {
    compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontBlobs(scripts) }] });
    compilers.set(key, compiler);
  }
  return compiler;
}

const SECONDS_OF_DAY = 86_400;
/** Longer documents are set ragged: weighing all lines of all paragraphs against one another takes most of the time. */
const JUSTIFIED_BLOCKS = 300;

/**
 * Writes a document as a tagged PDF that conforms to PDF/UA-1: a screen reader finds title, language, headings, lists, tables
 * and footnotes. Arabic runs from the right, Chinese breaks where it may. The faces are embedded.
 *
 * @returns the bytes, the same for the same document; a refusal with the compiler's own words when it can't be laid out
 */
export function writePdf(document: UnDocument): Outcome<Uint8Array> {
  const sheet = sheetOf(document);
  const data = JSON.stringify(sheet);
  const compiler = compilerFor(scriptsOf(data));
  const own = document.language === "ar" ? [1, 0, 2] : document.language === "zh" ? [2, 0, 1] : [0, 1, 2];
  const fonts = own.map((index) => FAMILIES[index]!);
  const justify = !["ar", "zh"].includes(document.language) && document.blocks.length <= JUSTIFIED_BLOCKS;
  const day = document.masthead.date === undefined ? undefined : parseDay(document.masthead.date);
  try {
    const compiled = compiler.compile({
      mainFileContent: TEMPLATE,
      inputs: { document: JSON.stringify({ ...sheet, fonts, justify }) },
    });
    const laidOut = compiled.result;
    if (laidOut === null) return notWritable(diagnosticsOf(compiler, compiled.takeError()));
    const creation = day === undefined ? {} : { creationTimestamp: day * SECONDS_OF_DAY };
    return done(new Uint8Array(compiler.pdf(laidOut, { pdfStandard: "ua-1", pdfTags: true, ...creation })));
  } catch (error) {
    return notWritable(error instanceof Error ? error.message : String(error));
  } finally {
    // What was laid out for documents long gone is let go.
    compiler.evictCache(10);
  }
}

function notWritable(reason: string): Outcome<never> {
  return refused(
    "not-writable",
    "document",
    `The document can't be laid out as PDF: ${reason.replace(/\s+/g, " ").slice(0, 300)}`,
    "Take another format, and report what the paragraph holds.",
  );
}

function diagnosticsOf(compiler: NodeCompiler, error: NodeError | null): string {
  if (error === null) return "the compiler gives no reason";
  const said: { message?: string }[] = compiler.fetchDiagnostics(error);
  return said.map(({ message }) => message ?? "").join("; ");
}
