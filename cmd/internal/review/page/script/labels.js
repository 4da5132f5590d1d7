// The words of the page, in the language that is chosen.

const labels = JSON.parse($("labels").textContent);
const languages = ["en", "zh"];
let language = "en";

// t is the label called key; {name} in it is replaced by values.name.
function t(key, values = {}) {
  const text = labels[key][language];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// known is the label of a word of the record (kind.money), or the word itself
// where the page has no label for it.
function known(group, word) {
  const key = `${group}.${word}`;
  return key in labels ? t(key) : word;
}

// setLanguage chooses a language and puts its words into the fixed parts of the
// page.
function setLanguage(name) {
  language = languages.includes(name) ? name : "en";
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.title = `${t("review")} · unionrep`;
  for (const e of document.querySelectorAll("[data-t]")) e.textContent = t(e.dataset.t);
  for (const e of document.querySelectorAll("[data-placeholder]")) e.placeholder = t(e.dataset.placeholder);
  for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", t(e.dataset.label));
  for (const e of document.querySelectorAll("[data-title]")) {
    e.title = t(e.dataset.title);
    e.setAttribute("aria-label", e.title);
  }
}

function preferredLanguage() {
  return (navigator.language || "en").toLowerCase().startsWith("zh") ? "zh" : "en";
}
