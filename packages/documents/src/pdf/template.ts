/**
 * The layout of the PDF, in the language of Typst. The document comes as data, never as source: nothing that a person wrote
 * is read as a command. Headings, lists, tables, footnotes and links are tagged, as PDF/UA asks.
 */
export const TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let frame = doc.frame
#let side = if frame.direction == "rtl" { "right" } else { "left" }
// Margins and strokes of Typst know left and right only.
#let at-start(value) = { let it = (:); it.insert(side, value); it }
#let upright = doc.language in ("ar", "zh")
#set document(title: doc.title, author: frame.organ)
#set text(lang: doc.language, font: doc.fonts, size: 10.5pt, fallback: true)
#set par(leading: 0.72em, spacing: 0.95em, justify: doc.justify)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 24mm),
  header: context { if counter(page).get().first() > 1 { set align(end); set text(size: 9pt); frame.symbol } },
  footer: context {
    set text(size: 8pt)
    grid(columns: (1fr, auto), align: (start, end), frame.series, counter(page).display("1"))
  },
)
#show emph: it => if upright { text(weight: "bold", it.body) } else { text(style: "italic", it.body) }
#show heading: set block(above: 1.4em, below: 0.8em)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 4): set text(size: 10.5pt)
#show footnote.entry: set text(size: 8.5pt)
#set footnote.entry(gap: 0.6em)
#set table(stroke: 0.5pt + luma(110), inset: (x: 6pt, y: 4pt))

#let added = rgb("#0b5d1e")
#let taken = rgb("#8f1313")

#let note(id) = {
  let key = str(id)
  if key in doc.notes { footnote(doc.notes.at(key)) }
}

#let plain(run) = {
  let body = [#run.text]
  if run.at("bold", default: false) { body = strong(body) }
  if run.at("italic", default: false) { body = emph(body) }
  body
  if "note" in run and str(run.note) in doc.notes { note(run.note) }
}

#let stretch(piece) = {
  let body = piece.runs.map(plain).join()
  if "change" not in piece { body } else {
    let change = piece.change
    let by = text(size: 0.85em, fill: luma(70))[ – #change.by]
    if change.kind == "insertion" { [#change.opening#text(fill: added, underline(body))#by\]] } else { [#change.opening#text(fill: taken, strike(body))#by\]] }
  }
}

#let line(runs) = runs.map(stretch).join()

// The number in a column of its own, the words beside it: read in this order.
#let numbered(number, body, shift) = pad(..at-start(shift), grid(columns: (if number.len() > 4 { 4.2em } else { 2.4em }, 1fr), number, body))

#let show-table(block) = {
  let columns = block.columns
  let head = block.header.map(cell => strong(cell))
  let body = block.rows.flatten()
  let it = if head.len() > 0 { table(columns: columns, table.header(..head), ..body) } else { table(columns: columns, ..body) }
  if block.caption != "" { par(strong(block.caption)) }
  if head.len() + body.len() > 0 { it }
}

#let nested(items) = list(marker: [–], ..items.map(item => {
  if item.below.len() > 0 { [#line(item.runs)#nested(item.below)] } else { line(item.runs) }
}))

#let show-block(block) = {
  if block.kind == "heading" { heading(level: block.level + 1, line(block.runs)) }
  else if block.kind == "organ" { pad(..at-start(2.4em), emph(line(block.runs))) }
  else if block.kind == "preambular" { pad(..at-start(2.4em), par(line(block.runs))) }
  else if block.kind == "numbered" { numbered(block.number, par(line(block.runs)), block.shift * 1em) }
  else if block.kind == "list" { nested(block.items) }
  else if block.kind == "table" { show-table(block) }
  else if block.kind == "remark" { std.block(inset: at-start(8pt) + (y: 2pt), stroke: at-start(1.5pt + luma(110)), width: 100%)[#strong(block.label) #h(0.4em) #line(block.runs)] }
  else if block.kind == "signature" { std.block(breakable: false, pad(..at-start(50%))[#emph(doc.signed) #block.name \ #block.office]) }
  else { par(line(block.runs)) }
}

#grid(columns: (1fr, auto), align: (start + bottom, end + bottom), strong(frame.organ), text(size: 14pt, frame.symbol))
#std.line(length: 100%, stroke: 0.6pt)
#if (frame.distribution + frame.date + frame.original) != "" {
  align(end, std.block[#(frame.distribution, frame.date, frame.original).filter(it => it != "").join(linebreak())])
}
#std.line(length: 100%, stroke: 2pt)
#if (frame.session + frame.agendaItem + frame.agendaTitle) != "" {
  par(strong((frame.session, frame.agendaItem, frame.agendaTitle).filter(it => it != "").join(linebreak())))
}
#if frame.banner != "" { std.block(stroke: 1pt + luma(110), inset: 7pt, width: 100%, strong(frame.bannerNote)) }
#par(strong(frame.kind))
#if frame.sponsors != "" { par(frame.sponsors) }
#heading(level: 1, frame.title)
#for block in doc.blocks { show-block(block) }
#for annex in doc.annexes {
  pagebreak()
  heading(level: 2, annex.heading)
  if annex.title != "" { par(strong(annex.title)) }
  for block in annex.blocks { show-block(block) }
}
`;
