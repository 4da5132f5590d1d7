// The lists beside the text: of the figures, of the normaliser's edits, and of
// the documents.

const listStep = 400; // rows that are shown at once

// renderList shows the figures that are looked at as a table.
function renderList(i, figures, choose, limit = listStep) {
  const { text } = content(i);
  const lines = linesOf(text);
  const rows = figures.slice(0, limit).map((f) => el("tr", { "data-figure": f.id },
    el("td", { class: "number" }, String(lineAt(lines, f.at[0]) + 1)),
    el("td", {}, el("button", { class: "link", onclick: () => choose(f.id) }, shownValue(f.fields))),
    el("td", {}, f.fields.action, f.fields.action ? " " : "", el("b", {}, f.fields.indicator)),
    el("td", {}, f.fields.period),
    el("td", { class: `status ${f.status}`, title: known("status", f.status) }, statusSign(f.status), f.flags.length > 0 ? el("span", { class: "flag", title: f.flags.map((flag) => known("flag", flag)).join(", ") }, "⚑") : null)));
  $("panel-list").replaceChildren(
    el("table", { class: "list" },
      el("thead", {}, el("tr", {}, ["line", "value", "indicator", "period", "status"].map((name) => el("th", { scope: "col" }, t(`field.${name}`))))),
      el("tbody", {}, rows)),
    ...more(figures.length, limit, (n) => renderList(i, figures, choose, n)));
}

// paintList marks the row of the chosen figure.
function paintList(current) {
  for (const row of document.querySelectorAll("#panel-list tr[data-figure]")) row.classList.toggle("current", row.dataset.figure === current);
}

function statusSign(status) {
  const sign = { open: "·", right: "✓", corrected: "✎", wrong: "✗", added: "+" }[status];
  return el("span", { role: "img", "aria-label": known("status", status) }, sign);
}

function more(count, limit, show) {
  if (count <= limit) return [];
  return [el("button", { class: "quiet", onclick: () => show(limit + 10 * listStep) }, t("show_more", { count: count - limit }))];
}

const editModes = ["all", "flagged", "none"];
const unlisted = new Set(["blocks told apart"]); // reasons whose edits are not listed; the breaks between blocks say little

// renderEdits shows what the normaliser changed in document i, and the choice of
// what of it is marked in the text.
function renderEdits(i, mode, setMode, limit = listStep) {
  const { text, edits, reasons } = content(i);
  const lines = linesOf(text);
  const modes = el("fieldset", { class: "modes" }, el("legend", {}, t("mark_edits")), editModes.map((name) => el("label", {},
    el("input", { type: "radio", name: "edits", value: name, checked: name === mode, onchange: () => setMode(name) }), t(`edits_${name}`))));
  const again = (n) => renderEdits(i, mode, setMode, n);
  const summary = el("ul", { class: "plain reasons" }, reasons.map((reason, k) => el("li", {}, el("label", {},
    el("input", { type: "checkbox", checked: !unlisted.has(reason.name), onchange: (e) => {
      unlisted[e.target.checked ? "delete" : "add"](reason.name);
      again(limit);
    } }),
    el("b", {}, String(edits.filter((e) => e.reason === k).length)), ` ${known("reason", reason.name)}`,
    reason.flag ? el("span", { class: "why flagged" }, ` ${known("flag", reason.flag)}`) : null))));
  const listed = edits.filter((e) => !unlisted.has(reasons[e.reason].name));
  const rows = listed.slice(0, limit).map((e) => {
    const n = lineAt(lines, e.at[0]) + 1;
    return el("li", {}, el("button", { class: "link", onclick: () => revealLine(n) }, t("line_number", { line: n })), " ", ...editLine(text, e, reasons));
  });
  $("panel-edits").replaceChildren(modes, ...(edits.length > 0 ? [summary] : [el("p", { class: "empty" }, t("no_edits"))]),
    el("ul", { class: "plain edits" }, rows), ...more(listed.length, limit, again));
}

// renderDocuments shows the documents whose name, title or organisation has the
// words, with how many of their figures are looked at.
function renderDocuments(current, words, matches, choose) {
  const wanted = index.map((entry, i) => ({ entry, i }))
    .filter(({ entry }) => words === "" || [entry.file, entry.title, entry.org].join("\n").toLowerCase().includes(words.toLowerCase()));
  $("document-count").textContent = String(index.length);
  $("documents").replaceChildren(...wanted.map(({ entry, i }) => el("li", {},
    el("button", { class: matches[i] > 0 ? "document" : "document out", "aria-current": i === current ? "true" : null, onclick: () => choose(i) },
      el("span", { class: "name", lang: "zh" }, entry.title || entry.file),
      el("span", { class: "sub", lang: "zh" }, entry.title ? entry.file : ""),
      el("span", { class: "count" }, documentCount(entry, i, matches[i]))))));
}

function documentCount(entry, i, matches) {
  if (filtering()) return `${matches} / ${entry.figures}`;
  const judged = Object.keys(judgement(i).records).length;
  return judged > 0 ? `${judged} / ${entry.figures} ✓` : String(entry.figures);
}
