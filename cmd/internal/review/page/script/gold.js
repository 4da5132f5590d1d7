// The annotation that unionrep eval reads: one JSON object a line for each
// figure, by its raw text and which occurrence of that text in the file it is.

const goldContext = 40; // characters, the figure with as much as fits, at most goldAround on each side
const goldAround = 12;

// goldLines is the annotation of a document. Figures that nobody judged are in
// it where unjudged is true.
function goldLines(text, figures, unjudged) {
  const wanted = figures.filter((f) => ["right", "corrected", "added"].includes(f.status) || (unjudged && f.status === "open"));
  const rows = wanted.flatMap((figure) => {
    const places = [figure.at, ...figure.again].sort((a, b) => a[0] - b[0]);
    return places.map((at, n) => ({ at, line: goldLine(text, figure.fields, at, n > 0) }));
  });
  return rows.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]).map((row) => `${row.line}\n`).join("");
}

function goldLine(text, f, at, dup) {
  const raw = text.slice(...at);
  const around = Math.max(0, Math.min(goldAround, Math.floor((goldContext - raw.length) / 2)));
  const members = [
    ["raw", JSON.stringify(raw)], ["nth", String(occurrence(text, raw, at[0]))],
    ["context", JSON.stringify(text.slice(Math.max(0, at[0] - around), at[1] + around).toWellFormed())],
    ["value", f.value], // digits as they are: a script's number would round them
    ...(f.max ? [["max", f.max]] : []),
    ...["bound", "unit", "kind", "indicator", "action", "org", "period"].map((name) => [name, JSON.stringify(f[name])]),
    ...(f.optional ? [["optional", "true"]] : []),
    ...(dup ? [["dup", "true"]] : []),
    ...(Object.keys(f.alt).length > 0 ? [["alt", JSON.stringify(f.alt)]] : []),
  ];
  return `{${members.map(([name, value]) => `"${name}": ${value}`).join(", ")}}`;
}

// occurrence counts how often raw begins in text up to a place; hits may
// overlap.
function occurrence(text, raw, place) {
  let n = 0;
  for (let at = text.indexOf(raw); at >= 0 && at <= place; at = text.indexOf(raw, at + 1)) n++;
  return n;
}

// download hands the browser a file to save.
function download(name, data) {
  const url = URL.createObjectURL(new Blob([data], { type: "application/jsonl" }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const betweenFiles = 300; // ms; browsers drop downloads that follow too fast

// openSave asks what is to be saved of document i, or of all that were worked
// on, and saves it. It takes an annotation of document i as well; opened is
// called where one was read.
function openSave(i, opened) {
  const dialog = $("save");
  const counts = tally(figuresOf(i));
  const worked = [...index.keys()].filter((k) => Object.keys(judgement(k).records).length + judgement(k).added.length > 0);
  const radio = (group, value, checked, label) => el("label", { class: "row check" },
    el("input", { type: "radio", name: group, value, checked }), el("span", {}, label));
  const form = el("form", { method: "dialog", onsubmit: () => {
    const all = form.elements.scope?.value === "all";
    saveGold(all ? worked : [i], form.elements.unjudged.value === "include");
  } },
    el("h2", { id: "save-head" }, t("save_gold")),
    el("p", {}, t("save_what", { file: index[i].gold })),
    el("dl", { class: "counts" }, statuses.flatMap((s) => [el("dt", {}, known("status", s)), el("dd", { class: s }, String(counts[s]))])),
    el("fieldset", {}, el("legend", {}, t("unjudged_choice", { count: counts.open })),
      radio("unjudged", "leave", true, t("unjudged_leave")), radio("unjudged", "include", false, t("unjudged_include"))),
    worked.length > 1 || (worked.length === 1 && worked[0] !== i) ? el("fieldset", {}, el("legend", {}, t("save_scope")),
      radio("scope", "document", true, index[i].gold), radio("scope", "all", false, t("save_all", { count: worked.length }))) : null,
    el("div", { class: "verdicts" }, el("button", { class: "primary", id: "save-now" }, t("save")),
      el("button", { type: "button", onclick: () => dialog.close() }, t("cancel"))),
    opener(i, () => {
      dialog.close();
      opened();
    }));
  dialog.replaceChildren(form);
  dialog.showModal();
}

function saveGold(documents, unjudged) {
  documents.forEach((i, n) => setTimeout(() => {
    download(index[i].gold, goldLines(content(i).text, figuresOf(i), unjudged));
  }, n * betweenFiles));
  unsaved = false;
  toast(t("saved", { count: documents.length }));
}
