// The record beside the text: what the tool read, why to be careful, and what
// the reviewer says of it.

// renderFigure shows a figure; act has what its buttons do.
function renderFigure(i, figures, figure, shown, act) {
  const panel = $("panel-figure");
  if (!figure) {
    return panel.replaceChildren(el("p", { class: "empty" }, t(figures.length > 0 ? "choose_figure" : "no_figures")), keyTable());
  }
  panel.replaceChildren(
    stepper(figure, shown, act),
    el("p", { class: "quantity" }, shownValue(figure.fields)),
    el("p", { class: "counted" }, figure.fields.indicator || t("no_indicator")),
    ...clauseOf(figure),
    verdicts(figure, act),
    ...warnings(figure),
    facts(i, figure, figures, act),
    ...copiesOf(i, figure),
    ...editsNear(i, figure),
  );
}

function stepper(figure, shown, act) {
  const at = shown.findIndex((f) => f.id === figure.id);
  return el("div", { class: "stepper" },
    el("button", { class: "icon", onclick: act.previous, title: `${t("previous")} (p)`, "aria-label": t("previous"), "aria-keyshortcuts": "p" }, "‹"),
    el("span", { class: "count" }, at < 0 ? t("filtered_out") : `${at + 1} / ${shown.length}`),
    el("button", { class: "icon", onclick: act.next, title: `${t("next")} (n)`, "aria-label": t("next"), "aria-keyshortcuts": "n" }, "›"),
    el("span", { class: `chip kind-${figure.fields.kind}` }, known("kind", figure.fields.kind)),
    el("span", { class: `chip status ${figure.status}` }, known("status", figure.status)),
  );
}

// clauseOf is the clause in clean text, with the quantity in it marked.
function clauseOf(figure) {
  if (!figure.record) return [];
  const { text, quantity } = figure.record;
  const at = text.indexOf(quantity);
  if (at < 0) return [el("blockquote", { lang: "zh" }, text)];
  return [el("blockquote", { lang: "zh" }, text.slice(0, at), el("b", {}, quantity), text.slice(at + quantity.length))];
}

function verdicts(figure, act) {
  const button = (name, key, pressed, run) => el("button", { class: name, onclick: run, "aria-pressed": pressed, "aria-keyshortcuts": key },
    t(name), el("kbd", {}, key));
  if (!figure.record) {
    return el("div", { class: "verdicts" }, button("edit", "e", null, act.edit), button("remove", "x", null, act.remove));
  }
  return el("div", { class: "verdicts", role: "group", "aria-label": t("verdict") },
    button("right", "y", ["right", "corrected"].includes(figure.status), act.right),
    button("wrong", "x", figure.status === "wrong", act.wrong),
    button("edit", "e", null, act.edit));
}

function warnings(figure) {
  const notes = figure.flags.map((flag) => el("li", {}, el("b", {}, known("flag", flag)), ` ${known("flag_why", flag)}`));
  if (figure.fields.optional) notes.push(el("li", { class: "mild" }, t("optional_why")));
  return notes.length > 0 ? [el("ul", { class: "warnings" }, notes)] : [];
}

// facts are the fields as a list of names and values, without what is empty.
function facts(i, figure, figures, act) {
  const { fields: f, record: r } = figure;
  const changed = (name) => r && JSON.stringify(f[name]) !== JSON.stringify(name === "alt" ? {} : r[name]);
  const rows = [
    ["action", f.action, changed("action")], ["org", f.org, changed("org")],
    ["subject", r?.subject], ["period", periodOf(figure), changed("period")],
    ["interval", intervalOf(figure)], ["nature", r?.nature && known("nature", r.nature)],
    ["topic", figure.topic], ["section", r?.section], ["title", r?.title],
    ["source", visible(content(i).text.slice(...figure.at)), figure.status === "corrected" && r && figure.at !== r.at],
    ["place", r ? t("line_column", { line: r.line, column: r.column }) + t("bytes", { start: r.start, end: r.end }) : null],
    ["part_of", linkTo(figures, r?.part_of, act)],
    ["fact", otherTellings(figures, figure, act)],
    ["alt", Object.entries(f.alt).map(([name, readings]) => `${t(`field.${name}`)}: ${readings.join(" / ")}`).join("; ")],
    ["rule", r?.rule],
  ];
  return el("dl", { class: "facts" }, rows.filter(([, value]) => value && value.length !== 0).flatMap(([name, value, mine]) => [
    el("dt", {}, t(`field.${name}`)),
    el("dd", { class: mine ? "mine" : null, title: mine ? t("changed_by_you") : null }, value),
  ]));
}

function periodOf({ fields, record: r }) {
  if (!r?.period_start) return fields.period;
  const dates = r.period_start === r.period_end ? r.period_start : `${r.period_start} – ${r.period_end}`;
  return `${fields.period} (${dates}; ${known("basis", r.period_basis)})`;
}

function intervalOf({ fields, record: r }) {
  if (!r || fields.bound === "exact") return "";
  return `${r.low && grouped(r.low)} – ${r.high ? grouped(r.high) : "∞"}`;
}

// visible is text of the file with its breaks shown, and blanks where there is
// nothing else.
function visible(text) {
  const shown = text.replace(/\r\n|\r|\n/g, "⏎");
  return shown.trim() === "" ? shown.replace(/\s/g, "␣") : shown;
}

function linkTo(figures, id, act) {
  const figure = id && figures.find((f) => f.id === id);
  return figure && el("button", { class: "link", onclick: () => act.choose(id) }, `${shownValue(figure.fields)} ${figure.fields.indicator}`);
}

function otherTellings(figures, figure, act) {
  if (!figure.record?.fact) return [];
  return figures.filter((f) => f.record?.fact === figure.record.fact && f.id !== figure.id)
    .map((f) => el("button", { class: "link", onclick: () => act.choose(f.id) }, t("line_number", { line: f.record.line })));
}

// copiesOf are links to where the file repeats the figure by accident.
function copiesOf(i, figure) {
  if (figure.again.length === 0) return [];
  const lines = linesOf(content(i).text);
  const links = figure.again.map((at) => {
    const line = lineAt(lines, at[0]) + 1;
    return el("li", {}, el("button", { class: "link", onclick: () => revealLine(line) }, t("line_number", { line })));
  });
  return [el("h3", {}, t("copies")), el("ul", { class: "plain" }, links)];
}

const nearby = 40; // characters on each side of a figure
const mostNear = 8;

// editsNear are the changes of the normaliser in and around a figure.
function editsNear(i, figure) {
  const { text, edits, reasons } = content(i);
  const near = edits.filter((e) => e.at[1] >= figure.at[0] - nearby && e.at[0] <= figure.at[1] + nearby && asEdit(reasons[e.reason]));
  if (near.length === 0) return [];
  const distance = (e) => Math.max(0, e.at[0] - figure.at[1], figure.at[0] - e.at[1]);
  const mild = (e) => (reasons[e.reason].flag ? 0 : 1);
  const shown = near.sort((a, b) => mild(a) - mild(b) || distance(a) - distance(b)).slice(0, mostNear);
  return [el("h3", {}, t("edits_near")), el("ul", { class: "plain edits" }, shown.map((e) => el("li", {}, ...editLine(text, e, reasons))))];
}

// editLine is one edit for people: from → to, and why.
function editLine(text, e, reasons) {
  const reason = reasons[e.reason];
  const from = text.slice(...e.at);
  return [
    ...(from === e.to ? [el("span", { lang: "zh" }, shortened(visible(from)))]
      : [el("del", { lang: "zh" }, shortened(visible(from)) || "∅"), " → ", el("ins", { lang: "zh" }, shortened(visible(e.to)) || "∅")]), " ",
    el("span", { class: reason.flag ? "why flagged" : "why" }, known("reason", reason.name)),
    el("span", { class: "why" }, ` · ${Math.round(e.sure * 100)} %`),
  ];
}

const longest = 48; // characters of an edit that are shown

function shortened(text) {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const keys = [["n / p", "key_next"], ["y", "right"], ["x", "wrong"], ["e", "edit"], ["a", "add_selected"],
  ["/", "key_search"], ["[ / ]", "key_document"], ["s", "save"], ["?", "help"], ["Esc", "key_escape"]];

function keyTable() {
  return el("dl", { class: "keys" }, keys.flatMap(([key, label]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, t(label))]));
}
