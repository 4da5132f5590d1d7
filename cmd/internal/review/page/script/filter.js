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

// failing are the filters, and "query" for the search, that a figure does not
// pass.
function failing(figure, text) {
  const failed = filterNames.filter((name) => filters[name] !== null && !valuesOf(figure, name).includes(filters[name]));
  if (query !== "" && !searched(figure, text).includes(query.toLowerCase())) failed.push("query");
  return failed;
}

// passes tells whether a figure is one that is looked at.
function passes(figure, text) {
  return failing(figure, text).length === 0;
}

const words = new WeakMap(); // of figures, for searched

// searched is all the text of a figure that a search looks into. What all
// figures of an article share, its title and organisation, is left out.
function searched(figure, text) {
  if (!words.has(figure)) {
    const { fields: f, record: r } = figure;
    words.set(figure, [text.slice(figure.at[0], figure.at[1]), f.indicator, f.action, f.period, f.value, f.unit, figure.topic,
      r?.text, r?.subject, r?.quantity].join("\n").toLowerCase());
  }
  return words.get(figure);
}

const shared = ["org", "topic", "kind", "flag"]; // filters that offer the values of all documents

// survey looks at all documents: how many figures of each are looked at, and
// the values of each filter among the figures that pass the others, with how
// many have them. Where nothing is filtered, documents that nobody has opened
// are not read: the index has their counts.
function survey(current) {
  const found = Object.fromEntries(filterNames.map((name) => [name, new Map()]));
  const count = (name, value, n) => found[name].set(value, (found[name].get(value) ?? 0) + n);
  const matches = index.map((entry, i) => {
    if (i !== current && !filtering() && !contents.has(i)) {
      for (const name of shared) {
        for (const [value, n] of Object.entries(entry.facets[name])) count(name, value, n);
      }
      return entry.figures;
    }
    const { text } = content(i);
    let passed = 0;
    for (const figure of figuresOf(i)) {
      const failed = failing(figure, text);
      if (failed.length === 0) passed++;
      for (const name of i === current ? filterNames : shared) {
        if (failed.length > 1 || (failed.length === 1 && failed[0] !== name)) continue;
        for (const value of valuesOf(figure, name)) count(name, value, 1);
      }
    }
    return passed;
  });
  return { matches, choices: Object.fromEntries(filterNames.map((name) => [name, ordered(name, found[name])])) };
}

// ordered are the choices of a filter in the order in which they are offered:
// as the page orders them, or the most frequent first.
function ordered(name, counts) {
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
function renderFilters(choices, changed) {
  $("filters").replaceChildren(...filterNames.map((name) => {
    const select = el("select", { id: `filter-${name}`, onchange: (e) => {
      filters[name] = e.target.value === "all" ? null : e.target.value.slice(1);
      changed();
    } });
    select.append(el("option", { value: "all" }, t("all")));
    for (const [value, count] of choices[name]) {
      select.append(el("option", { value: `=${value}`, selected: filters[name] === value }, `${shownChoice(name, value)} (${count})`));
    }
    select.classList.toggle("set", filters[name] !== null);
    return el("label", { class: "filter" }, el("span", {}, t(`field.${name}`)), select);
  }));
}
