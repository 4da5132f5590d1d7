// The text as it stands in the file, line by line, with marks on figures, on
// their second copies, on blocks that came out twice, and on what the
// normaliser changed.
//
// A line is cut into pieces, so that each character lies in one piece and each
// piece knows its place in the text. That is how a selection becomes a place.

let pieceNodes = []; // {start, node}, in order
let marks = new Map(); // id of a figure: its elements

// renderText shows document i with its figures. choose is called with the id of
// a figure that was clicked.
function renderText(i, figures, choose) {
  const { text, edits, reasons, copies } = content(i);
  pieceNodes = [];
  marks = new Map();
  const lines = linesOf(text);
  const cut = pieces(text, lines, spansOf(figures, copies, edits, reasons));
  const joined = new Set(edits.filter((e) => reasons[e.reason].name === "lines joined").map((e) => e.at[0]));
  let next = 0;
  const rows = lines.map((line, n) => {
    const row = el("div", { class: "line", "data-n": n + 1, id: `line-${n + 1}` });
    if (joined.has(line.end)) row.classList.add("joined");
    let mark = null; // the element of the figure that the last piece was in
    for (; next < cut.length && cut[next].start < line.end; next++) {
      const piece = cut[next];
      const note = copyNote(piece, lines);
      if (note) row.append(note);
      const owner = piece.cover.figure ?? piece.cover.again;
      if (!owner) mark = null;
      else if (mark?.owner !== owner) row.append((mark = { owner, element: markOf(owner, piece) }).element);
      (mark?.element ?? row).append(pieceElement(text, piece, reasons));
    }
    return row;
  });
  $("text").replaceChildren(...rows);
  $("text").onclick = (e) => {
    const id = e.target.closest("[data-figure]")?.dataset.figure;
    if (id && getSelection().isCollapsed) choose(id);
  };
}

// linesOf cuts a text at its breaks: CR LF, LF or CR.
function linesOf(text) {
  const lines = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  if (start < text.length || lines.length === 0) lines.push({ start, end: text.length });
  return lines;
}

// lineAt is the index of the line that holds a place.
function lineAt(lines, place) {
  let low = 0;
  for (let high = lines.length; low < high;) {
    const middle = (low + high) >> 1;
    if (lines[middle].start <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// asEdit tells whether an edit is shown as one: breaks and repeated blocks are
// shown by other means.
function asEdit(reason) {
  return reason.pass !== "layout" && reason.name !== "repeated text";
}

// spansOf are the stretches of the text that are shown as something.
function spansOf(figures, copies, edits, reasons) {
  return [
    ...figures.map((f) => ({ at: f.at, layer: "figure", of: f })),
    ...figures.flatMap((f) => f.again.map((at) => ({ at, layer: "again", of: f }))),
    ...copies.map((c) => ({ at: c.at, layer: "copy", of: c })),
    ...edits.filter((e) => asEdit(reasons[e.reason])).map((e) => ({ at: e.at, layer: "edit", of: e })),
  ].filter((span) => span.at[0] < span.at[1]);
}

// pieces cuts the lines wherever a span begins or ends. Of several spans of one
// layer a piece belongs to the shortest.
function pieces(text, lines, spans) {
  const cuts = new Set(lines.flatMap((line) => [line.start, line.end]));
  for (const { at } of spans) cuts.add(at[0]).add(at[1]);
  const places = [...cuts].sort((a, b) => a - b);
  const starting = [...spans].sort((a, b) => a.at[0] - b.at[0]);
  const found = [];
  let active = [];
  let nextSpan = 0;
  let nextLine = 0;
  for (let k = 0; k + 1 < places.length; k++) {
    const [start, end] = [places[k], places[k + 1]];
    for (; nextSpan < starting.length && starting[nextSpan].at[0] <= start; nextSpan++) active.push(starting[nextSpan]);
    active = active.filter((span) => span.at[1] > start);
    while (lines[nextLine].end <= start && nextLine + 1 < lines.length) nextLine++;
    if (start < lines[nextLine].start || lines[nextLine].end <= start) continue; // a break
    found.push({ start, end, cover: covering(active) });
  }
  return found;
}

function covering(active) {
  const cover = {};
  const length = {};
  for (const { at, layer, of } of active) {
    if (!(layer in cover) || at[1] - at[0] < length[layer]) {
      cover[layer] = of;
      length[layer] = at[1] - at[0];
    }
  }
  return cover;
}

function markOf(figure, piece) {
  if (!piece.cover.figure) {
    return el("span", { class: "again", "data-figure": figure.id, title: t("second_copy") });
  }
  const mark = el("mark", { "data-figure": figure.id, role: "button", tabindex: -1 });
  if (!marks.has(figure.id)) marks.set(figure.id, []);
  marks.get(figure.id).push(mark);
  return mark;
}

function pieceElement(text, piece, reasons) {
  const { edit, copy } = piece.cover;
  const node = document.createTextNode(text.slice(piece.start, piece.end));
  pieceNodes.push({ start: piece.start, node });
  const span = el("span", { "data-at": piece.start }, node);
  if (copy) span.classList.add("copy");
  if (edit) {
    const reason = reasons[edit.reason];
    const from = text.slice(...edit.at);
    span.classList.add("edit");
    if (reason.flag) span.classList.add("flagged");
    if (edit.to.trim() === "" && from.trim() !== "") span.classList.add("gone");
    if (piece.end === edit.at[1] && edit.to !== from) span.dataset.to = edit.to || "∅";
    span.title = `${changeOf(from, edit.to)} · ${known("reason", reason.name)}`;
  }
  return span;
}

// changeOf is “from → to”, or the text alone where an edit left it as it is and
// notes a doubt.
function changeOf(from, to) {
  return from === to ? from : `${from} → ${to || "∅"}`;
}

// copyNote is a link to the first copy, where a second one begins.
function copyNote(piece, lines) {
  const copy = piece.cover.copy;
  if (!copy || copy.at[0] !== piece.start) return null;
  const line = lineAt(lines, copy.kept[0]) + 1;
  return el("a", { class: "copy-note", href: `#line-${line}`, onclick: (e) => {
    e.preventDefault();
    revealLine(line);
  } }, t("copy_of_line", { line }));
}

// paintMarks gives the marks of figures the look of their kind and status.
function paintMarks(figures, text, current) {
  for (const figure of figures) {
    for (const mark of marks.get(figure.id) ?? []) {
      mark.className = `kind-${figure.fields.kind} ${figure.status}`;
      if (!passes(figure, text)) mark.classList.add("out");
      const chosen = figure.id === current;
      mark.classList.toggle("current", chosen);
      mark.setAttribute("aria-pressed", chosen);
      mark.tabIndex = chosen || (!current && figure === figures[0]) ? 0 : -1;
      mark.setAttribute("aria-label", [text.slice(...figure.at), known("kind", figure.fields.kind), known("status", figure.status)].join(", "));
    }
  }
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");

function reveal(element) {
  element?.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" });
}

function revealLine(n) {
  const line = $(`line-${n}`);
  reveal(line);
  line.classList.remove("flash");
  void line.offsetWidth; // so that the animation begins anew
  line.classList.add("flash");
}

// selectedPlace is the place of what is selected in the text, without blanks at
// its ends; null where nothing is.
function selectedPlace(text) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!$("text").contains(range.commonAncestorContainer)) return null;
  let [start, end] = [placeOf(range.startContainer, range.startOffset, text), placeOf(range.endContainer, range.endOffset, text)];
  while (start < end && /\s/.test(text[start])) start++;
  while (start < end && /\s/.test(text[end - 1])) end--;
  return start < end ? [start, end] : null;
}

// placeOf is the place in the text of a point in the page.
function placeOf(node, offset, text) {
  const piece = node.nodeType === Node.TEXT_NODE && node.parentElement.dataset.at;
  if (piece) return Number(piece) + offset;
  const point = document.createRange();
  point.setStart(node, offset);
  let low = 0; // the first piece that begins at the point or behind it
  for (let high = pieceNodes.length; low < high;) {
    const middle = (low + high) >> 1;
    if (point.comparePoint(pieceNodes[middle].node, 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low < pieceNodes.length ? pieceNodes[low].start : text.length;
}

// pointOf is the point in the page of a place in the text.
function pointOf(place) {
  let low = 0;
  for (let high = pieceNodes.length; low < high;) {
    const middle = (low + high) >> 1;
    if (pieceNodes[middle].start <= place) low = middle + 1;
    else high = middle;
  }
  const piece = pieceNodes[low - 1];
  return piece ? [piece.node, Math.min(place - piece.start, piece.node.length)] : null;
}

const mostHits = 1000;

// highlight shows where a search finds its words in the text, and returns how
// often. Browsers without highlights show none.
function highlight(text, words) {
  const lower = text.toLowerCase();
  const found = [];
  if (words !== "" && lower.length === text.length) {
    for (let at = lower.indexOf(words); at >= 0 && found.length < mostHits; at = lower.indexOf(words, at + words.length)) found.push(at);
  }
  if (!("highlights" in CSS)) return found.length;
  CSS.highlights.delete("search");
  const ranges = found.map((at) => {
    const range = document.createRange();
    range.setStart(...pointOf(at));
    range.setEnd(...pointOf(at + words.length));
    return range;
  });
  if (ranges.length > 0) CSS.highlights.set("search", new Highlight(...ranges));
  return found.length;
}
