// The form in which a reviewer corrects a figure, or describes one that the
// tool has missed.

const altFields = ["bound", "unit", "kind", "indicator", "action", "org", "period"];

// renderForm shows the form of a figure at a place, with these fields. done is
// called with the fields and the place, or with null when it is left.
function renderForm(i, heading, fields, at, done) {
  const { text } = content(i);
  let place = at;
  const raw = el("output", { class: "raw", lang: "zh" }, visible(text.slice(...place)));
  const form = el("form", { class: "fields", onsubmit: (e) => {
    e.preventDefault();
    done(read(form), place);
  } },
    el("h3", {}, t(heading)),
    el("div", { class: "row" }, el("span", {}, t("field.source")), raw),
    el("button", { type: "button", class: "quiet", onclick: () => {
      const selected = selectedPlace(text);
      if (!selected) return toast(t("select_first"));
      place = selected;
      raw.textContent = visible(text.slice(...place));
    } }, t("take_selected")),
    number("value", fields.value, true), number("max", fields.max, false),
    choice("bound", bounds, fields.bound), line("unit", fields.unit), choice("kind", kinds, fields.kind),
    line("indicator", fields.indicator), line("action", fields.action), line("org", fields.org), line("period", fields.period),
    el("label", { class: "row check" }, el("input", { type: "checkbox", name: "optional", checked: fields.optional }), el("span", {}, t("optional_why"))),
    el("details", { open: Object.keys(fields.alt).length > 0 }, el("summary", {}, t("field.alt")),
      el("textarea", { name: "alt", rows: 3, "aria-label": t("field.alt"), placeholder: "indicator: 帮扶投入" }, shownAlt(fields.alt)),
      el("p", { class: "hint" }, t("alt_hint", { fields: altFields.join(", ") }))),
    el("div", { class: "verdicts" },
      el("button", { class: "primary" }, t("apply")), el("button", { type: "button", onclick: () => done(null) }, t("cancel"))),
  );
  form.addEventListener("input", () => check(form));
  form.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    e.stopPropagation();
    done(null);
  });
  $("panel-figure").replaceChildren(form);
  check(form);
  form.elements.indicator.focus();
}

function row(name, control) {
  return el("label", { class: "row" }, el("span", {}, t(`field.${name}`)), control);
}

function line(name, value) {
  return row(name, el("input", { name, value, lang: "zh", autocomplete: "off" }));
}

function number(name, value, required) {
  return row(name, el("input", { name, value, required, inputmode: "decimal", autocomplete: "off", pattern: "\\s*-?[0-9,]+([.][0-9]+)?\\s*", title: t("number_hint") }));
}

function choice(name, words, chosen) {
  const group = name;
  return row(name, el("select", { name }, words.map((word) => el("option", { value: word, selected: word === chosen }, known(group, word)))));
}

// check tells what the fields lack before they can be saved.
function check(form) {
  const { max, bound, alt } = form.elements;
  const range = bound.value === "range";
  max.setCustomValidity(range !== (max.value.trim() !== "") ? t("max_hint") : "");
  alt.setCustomValidity(parseAlt(alt.value) === null ? t("alt_hint", { fields: altFields.join(", ") }) : "");
}

function read(form) {
  const text = (name) => form.elements[name].value.trim();
  return {
    value: digits(text("value")), max: digits(text("max")), bound: text("bound"), unit: text("unit"), kind: text("kind"),
    indicator: text("indicator"), action: text("action"), org: text("org"), period: text("period"),
    optional: form.elements.optional.checked, alt: parseAlt(form.elements.alt.value),
  };
}

// digits is a number as JSON writes it: no commas, no zeros before it.
function digits(text) {
  return text.replaceAll(",", "").replace(/^(-?)0+(?=\d)/, "$1");
}

function shownAlt(alt) {
  return Object.entries(alt).map(([name, readings]) => `${name}: ${readings.join(" / ")}`).join("\n");
}

// parseAlt reads “field: reading / reading” lines; null where one is none.
function parseAlt(text) {
  const alt = {};
  for (const line of text.split("\n").filter((l) => l.trim() !== "")) {
    const [, name, readings] = line.match(/^\s*(\w+)\s*[:：](.*)$/) ?? [];
    if (!altFields.includes(name)) return null;
    alt[name] = readings.split("/").map((reading) => reading.trim());
  }
  return alt;
}

const powers = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };
const boundWords = [
  ["over", /^(超过|超過|超|逾|突破|至少|不少于|不低于)|[\d十百千万萬亿億][余餘多]|以上$/],
  ["nearly", /^(近|将近|接近|不足|不到)/],
  ["about", /^(约|約|大约)|左右$|上下$/],
  ["at_most", /^(不超过|未超过|至多)|以内$|以下$/],
];

// guess fills the fields of a figure that was selected, as far as its digits
// say. Who and when are those of the figure next to it.
function guess(raw, neighbour) {
  const plain = raw.normalize("NFKC").replace(/\s/g, "");
  const found = plain.match(/(\d[\d,]*)(?:\.(\d+))?([余餘多])?([十百千万萬亿億]*)([余餘多])?(.*)$/);
  const unit = (found?.[6] ?? "").replace(/(以上|以下|以内|左右|上下)$/, "").replace(/[()]/g, "");
  return {
    value: found ? scaled(digits(found[1]), found[2] ?? "", found[4]) : "", max: "",
    bound: boundWords.find(([, words]) => words.test(plain))?.[0] ?? "exact",
    unit, kind: kindOf(unit), indicator: "", action: "",
    org: neighbour?.fields.org ?? "", period: neighbour?.fields.period ?? "", optional: false, alt: {},
  };
}

// scaled is whole.part times the powers of ten, exactly.
function scaled(whole, part, words) {
  const power = [...words].reduce((sum, word) => sum + powers[word], 0);
  const all = digits(whole + part.padEnd(power, "0").slice(0, power));
  const rest = part.slice(power).replace(/0+$/, "");
  return rest ? `${all}.${rest}` : all;
}

function kindOf(unit) {
  if (/元$|^[¥$]/.test(unit)) return "money";
  if (/^(人|名|位|户)/.test(unit)) return "people";
  if (/^(%|‰|成|倍|折|番)/.test(unit)) return "ratio";
  if (/^(平方|亩|公里|米|吨|公斤|公顷)/.test(unit)) return "measure";
  if (/^(年|个?月|天|日|小时|分钟|周)/.test(unit)) return "duration";
  return "count";
}
