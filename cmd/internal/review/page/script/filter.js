// Which figures are looked at: by field, by the reviewer's status, and by free
// text.

const filterNames = ["org", "topic", "indicator", "kind", "flag", "status"];
const filters = Object.fromEntries(filterNames.map((name) => [name, null])); // null lets all through
let query = "";

function filtering() {
  return query !== "" || filterNames.some((name) => filters[name] !== null);
}

function resetFilters() {
  for (const name of filterNames) filters[name] = null;
  query = "";
}

// valuesOf are the values of a figure that a filter looks at.
function valuesOf(figure, name) {
  switch (name) {
    case "flag": return figure.flags.length > 0 ? figure.flags : [""];
    case "status": return [figure.status];
    case "topic": return [figure.topic];
  }
  return [figure.fields[name]];
}

// passes tells whether a figure is one that is looked at; a filter that is
// called except does not count.
function passes(figure, text, except = "") {
  const all = filterNames.every((name) => name === except || filters[name] === null || valuesOf(figure, name).includes(filters[name]));
  return all && (query === "" || searched(figure, text).includes(query.toLowerCase()));
}

// searched is all the text of a figure that a search looks into. What all
// figures of an article share, its title and organisation, is left out.
function searched(figure, text) {
  const { fields: f, record: r } = figure;
  return [text.slice(figure.at[0], figure.at[1]), f.indicator, f.action, f.period, f.value, f.unit, figure.topic,
    r?.text, r?.subject, r?.quantity].join("\n").toLowerCase();
}

// choices are the values of a filter among figures that pass the other filters,
// each with how many have it, the most frequent first.
function choices(figures, text, name) {
  const counts = new Map();
  for (const figure of figures) {
    if (!passes(figure, text, name)) continue;
    for (const value of valuesOf(figure, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (filters[name] !== null && !counts.has(filters[name])) counts.set(filters[name], 0);
  const order = { kind: kinds, status: statuses }[name];
  const rank = (value) => (order ? order.indexOf(value) : 0);
  return [...counts].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

// shownChoice is a value of a filter for people.
function shownChoice(name, value) {
  if (value === "") return name === "flag" ? t("no_flag") : t("none");
  return { flag: known("flag", value), kind: known("kind", value), status: known("status", value) }[name] ?? value;
}

// renderFilters shows a list of choices for each filter.
function renderFilters(figures, text, changed) {
  $("filters").replaceChildren(...filterNames.map((name) => {
    const select = el("select", { id: `filter-${name}`, onchange: (e) => {
      filters[name] = e.target.value === "all" ? null : e.target.value.slice(1);
      changed();
    } });
    select.append(el("option", { value: "all" }, t("all")));
    for (const [value, count] of choices(figures, text, name)) {
      select.append(el("option", { value: `=${value}`, selected: filters[name] === value }, `${shownChoice(name, value)} (${count})`));
    }
    select.classList.toggle("set", filters[name] !== null);
    return el("label", { class: "filter" }, el("span", {}, t(`field.${name}`)), select);
  }));
}
