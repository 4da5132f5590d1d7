// Totals by topic: how many facts, and their sums by unit, exactly. A fact that
// is told twice counts once; a part of a figure that is there is left out, and
// so is what the reviewer judged wrong.

let totalsScope = "document"; // or "all"
let totalsUnit = "元";

const notDone = ["target", "limit", "rate", "change"]; // no amounts that add up

// counted are the figures of a document that totals count.
function counted(figures) {
  const right = figures.filter((f) => f.status !== "wrong");
  const ids = new Set(right.map((f) => f.id));
  const facts = new Set();
  return right.filter((f) => {
    const { part_of: whole, fact } = f.record ?? {};
    if ((whole && ids.has(whole)) || facts.has(fact)) return false;
    if (fact) facts.add(fact);
    return true;
  });
}

// totals are the counts by topic and the sums by unit and topic, each a Map, of
// the figures of some documents that pass the filters.
function totals(documents) {
  const counts = new Map();
  const sums = new Map();
  for (const i of documents) {
    const { text } = content(i);
    for (const f of counted(figuresOf(i)).filter((figure) => passes(figure, text))) {
      counts.set(f.topic, (counts.get(f.topic) ?? 0) + 1);
      if (f.fields.kind === "ratio" || notDone.includes(f.record?.nature)) continue;
      if (!sums.has(f.fields.unit)) sums.set(f.fields.unit, new Map());
      const byTopic = sums.get(f.fields.unit);
      const sum = byTopic.get(f.topic) ?? { total: decimal("0"), figures: 0 };
      byTopic.set(f.topic, { total: plus(sum.total, decimal(f.fields.value)), figures: sum.figures + 1 });
    }
  }
  return { counts, sums };
}

// A decimal is digits × 10^-scale.
function decimal(text) {
  const [whole, part = ""] = String(text).split(".");
  return { digits: BigInt(whole + part), scale: part.length };
}

function plus(a, b) {
  const scale = Math.max(a.scale, b.scale);
  const at = (d) => d.digits * 10n ** BigInt(scale - d.scale);
  return { digits: at(a) + at(b), scale };
}

function decimalText({ digits, scale }) {
  const sign = digits < 0n ? "-" : "";
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const part = scale > 0 ? all.slice(-scale).replace(/0+$/, "") : "";
  return sign + all.slice(0, all.length - scale) + (part ? `.${part}` : "");
}

// renderTotals shows the totals of document i, or of all documents.
function renderTotals(i) {
  const again = () => renderTotals(i);
  const { counts, sums } = totals(totalsScope === "all" ? [...index.keys()] : [i]);
  const units = [...sums].map(([unit, byTopic]) => [unit, [...byTopic.values()].reduce((n, sum) => n + sum.figures, 0)])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!sums.has(totalsUnit) && units.length > 0) totalsUnit = units[0][0];
  const scope = el("fieldset", { class: "modes" }, el("legend", {}, t("totals_of")), ["document", "all"].map((name) => el("label", {},
    el("input", { type: "radio", name: "scope", value: name, checked: name === totalsScope, onchange: () => { totalsScope = name; again(); } }), t(`scope_${name}`))));
  const unit = el("select", { "aria-label": t("field.unit"), onchange: (e) => { totalsUnit = e.target.value; again(); } },
    units.map(([name, n]) => el("option", { value: name, selected: name === totalsUnit }, `${name || t("none")} (${n})`)));
  const bars = [...counts].map(([topic, n]) => ({ topic, size: n, text: String(n) }));
  const amounts = [...sums.get(totalsUnit) ?? []].map(([topic, { total }]) => ({ topic, size: Number(decimalText(total)), text: grouped(decimalText(total)) }));
  $("panel-totals").replaceChildren(
    ...(index.length > 1 ? [scope] : []),
    ...(bars.length === 0 ? [el("p", { class: "empty" }, t("no_figures"))] : [
      el("h3", {}, t("figures_by_topic")), chart(bars, "count"),
      ...(amounts.length > 0 ? [el("h3", {}, t("sum_by_topic"), " ", unit), chart(amounts, "sum"),
        el("p", { class: "sum" }, t("sum"), " ", el("b", {}, `${grouped(decimalText([...sums.get(totalsUnit).values()].reduce((all, s) => plus(all, s.total), decimal("0"))))} ${totalsUnit}`))] : []),
      el("p", { class: "hint" }, t("totals_hint")),
    ]));
}

const barHeight = 22, chartWidth = 340, labelWidth = 92, textWidth = 118;

// chart is a drawing of bars, the longest first, each with its topic and text.
function chart(bars, name) {
  const sorted = [...bars].sort((a, b) => b.size - a.size || (a.topic < b.topic ? -1 : 1));
  const longestBar = Math.max(...sorted.map((bar) => Math.abs(bar.size)), Number.MIN_VALUE);
  const room = chartWidth - labelWidth - textWidth;
  const height = sorted.length * barHeight;
  return svg("svg", { class: `chart ${name}`, viewBox: `0 0 ${chartWidth} ${height}`, role: "img", "aria-label": sorted.map((b) => `${b.topic || t("none")}: ${b.text}`).join("; ") },
    sorted.map((bar, n) => {
      const width = Math.max(1, room * Math.abs(bar.size) / longestBar);
      const middle = n * barHeight + barHeight / 2;
      return svg("g", { "data-topic": bar.topic },
        svg("text", { x: labelWidth - 8, y: middle, class: "topic" }, bar.topic || t("none")),
        svg("rect", { x: labelWidth, y: n * barHeight + 4, width, height: barHeight - 8, rx: 2 }),
        svg("text", { x: labelWidth + width + 6, y: middle, class: "amount" }, bar.text));
    }));
}
