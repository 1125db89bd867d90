/** What people write in a box with buttons for bold and lists, made safe to show to others. */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { escapeHtml } from "../html/escape.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements that are kept, without any attribute but those listed. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  p: [],
  br: [],
  em: [],
  strong: [],
  sup: [],
  sub: [],
  ul: [],
  ol: [],
  li: [],
  blockquote: [],
  a: ["href"],
};
/** Elements of the same meaning under another name. */
const SAME: Readonly<Record<string, string>> = {
  i: "em",
  b: "strong",
  div: "p",
  h1: "p",
  h2: "p",
  h3: "p",
  h4: "p",
};
/** Elements that go with all they hold; of any other only the words stay. */
const DROPPED = new Set(
  "script style template iframe object embed svg math noscript noembed noframes textarea select title head xmp plaintext".split(
    " ",
  ),
);
const DEEPEST = 50;

/**
 * Keeps paragraphs, lists, emphasis and links to web pages and mail addresses; of everything else only the words, and nothing
 * of scripts, styles, forms and frames. The text is read as browsers read it (HTML Living Standard), and written anew, so that
 * nothing reaches the page that isn't on the list.
 *
 * @returns HTML that may be put into a page; the same again when it is given back
 */
export function sanitizeRichText(html: string): string {
  return parseFragment(html.toWellFormed())
    .childNodes.map((node) => writeNode(node, 0))
    .join("");
}

function writeNode(node: Node, depth: number): string {
  if ("value" in node) return escapeHtml(node.value);
  if (!("tagName" in node) || DROPPED.has(node.tagName)) return "";
  const name = SAME[node.tagName] ?? node.tagName;
  const allowed = Object.hasOwn(KEPT, name) ? KEPT[name] : undefined;
  if (name === "br") return "<br>";
  const inner = node.childNodes.map((child) => writeNode(child, depth + 1)).join("");
  if (allowed === undefined || depth > DEEPEST) return inner;
  if (name === "a") {
    const address = safeAddress(node.attrs.find((attribute) => attribute.name === "href")?.value);
    return address === undefined
      ? inner
      : `<a href="${escapeHtml(address)}" rel="nofollow noopener noreferrer">${inner}</a>`;
  }
  return `<${name}>${inner}</${name}>`;
}

/** A full address of a web page or a mail address; undefined for all others. */
function safeAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text.trim())) return undefined;
  const url = new URL(text.trim());
  return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : undefined;
}
