// The page: what is chosen, and what is shown anew when it changes.

const state = { document: 0, figure: null, matches: [], tab: "figure", edits: recall("edits", "all") };
let figures = []; // of the document, in order

function shownFigures() {
  const { text } = content(state.document);
  return figures.filter((f) => passes(f, text));
}

// openDocument shows another document.
function openDocument(i) {
  state.document = i;
  figures = figuresOf(i);
  state.figure = null;
  renderText(i, figures, choose);
  refresh();
  scrollTo({ top: 0, behavior: "instant" });
  closeSide();
}

// refresh shows what depends on judgements and filters.
function refresh() {
  const { text } = content(state.document);
  figures = figuresOf(state.document);
  const shown = shownFigures();
  const hits = highlight(text, query.toLowerCase());
  renderHead(text);
  const { choices, matches } = survey(state.document);
  state.matches = matches;
  renderFilters(choices, refresh);
  renderDocuments(state.document, $("document-search").value.trim(), matches, openDocument);
  $("matches").textContent = filtering() ? t("matches", { shown: shown.length, all: figures.length }) + (query ? t("hits", { hits }) : "") : "";
  renderList(state.document, shown, choose);
  renderTotals(state.document);
  renderEdits(state.document, state.edits, setEdits);
  renderChosen(shown);
}

// renderChosen shows what depends on the chosen figure alone.
function renderChosen(shown = shownFigures()) {
  const { text } = content(state.document);
  paintMarks(figures, text, state.figure);
  paintList(state.figure);
  renderFigure(state.document, figures, figures.find((f) => f.id === state.figure), shown, acts);
}

function renderHead(text) {
  const entry = index[state.document];
  const { encoding, edits } = content(state.document);
  $("document-title").textContent = entry.title || entry.file;
  $("document-facts").textContent = [entry.file, entry.org, encoding,
    t("characters", { count: grouped(text.length) }), t("edit_count", { count: grouped(edits.length) }), ...entry.known].filter(Boolean).join(" · ");
  const counts = tally(figures);
  $("progress-text").textContent = statuses.filter((s) => s === "open" || counts[s] > 0).map((s) => t("tally", { count: counts[s], status: known("status", s) })).join(" · ");
  $("progress").replaceChildren(progressBar(counts));
  $("legend").replaceChildren(...kinds.filter((kind) => figures.some((f) => f.fields.kind === kind)).map((kind) => el("li", {},
    el("button", { class: `chip kind-${kind}`, "aria-pressed": filters.kind === kind, title: t("filter_kind"), onclick: () => {
      filters.kind = filters.kind === kind ? null : kind;
      refresh();
    } }, `${known("kind", kind)} ${figures.filter((f) => f.fields.kind === kind).length}`))));
}

// progressBar is how many figures are judged how, as a drawing.
function progressBar(counts) {
  const all = Math.max(1, figures.length);
  let x = 0;
  return svg("svg", { viewBox: "0 0 100 2", preserveAspectRatio: "none" }, ["right", "corrected", "added", "wrong", "open"].map((s) => {
    const bar = svg("rect", { class: s, x, y: 0, width: 100 * counts[s] / all, height: 2 });
    x += 100 * counts[s] / all;
    return bar;
  }));
}

function choose(id) {
  state.figure = id;
  selectTab($("tab-figure"));
  renderChosen();
  const mark = marks.get(id)?.[0];
  reveal(mark);
  mark?.focus({ preventScroll: true });
}

// step chooses the figure that comes n places behind the chosen one among those
// that are looked at.
function step(n) {
  const shown = shownFigures();
  if (shown.length === 0) return toast(t("no_match"));
  const at = shown.findIndex((f) => f.id === state.figure);
  if (at >= 0) return choose(shown[(at + n + shown.length) % shown.length].id);
  choose(shown[n > 0 ? 0 : shown.length - 1].id);
}

function chosen() {
  const figure = figures.find((f) => f.id === state.figure);
  if (!figure) toast(t("choose_first"));
  return figure;
}

function judge(verdict) {
  const figure = chosen();
  if (!figure) return;
  if (!figure.record) return verdict === "wrong" ? remove(figure) : undefined;
  setVerdict(state.document, figure, verdict);
  refresh();
  toast(known("status", figures.find((f) => f.id === figure.id).status));
}

function remove(figure) {
  removeAdded(state.document, figure.id);
  state.figure = null;
  redraw();
}

// redraw shows the text anew where figures have come, gone or moved.
function redraw() {
  figures = figuresOf(state.document);
  const top = scrollY;
  renderText(state.document, figures, choose);
  refresh();
  scrollTo({ top, behavior: "instant" });
}

function edit() {
  const figure = chosen();
  if (!figure) return;
  selectTab($("tab-figure"));
  renderForm(state.document, "edit_figure", figure.fields, figure.at, (fields, at) => {
    if (fields) correct(state.document, figure, fields, at);
    redraw();
  });
}

// add describes the selected text as a figure.
function add() {
  const { text } = content(state.document);
  const at = selectedPlace(text);
  if (!at) return toast(t("select_first"));
  const before = figures.findLast((f) => f.at[0] <= at[0]) ?? figures[0];
  selectTab($("tab-figure"));
  renderForm(state.document, "add_figure", guess(text.slice(...at), before), at, (fields, place) => {
    if (fields) state.figure = addFigure(state.document, fields, place);
    redraw();
  });
}

function setEdits(mode) {
  state.edits = editModes.includes(mode) ? mode : "all";
  keep("edits", state.edits);
  $("text").dataset.edits = state.edits;
}

function selectTab(tab) {
  for (const other of document.querySelectorAll("[role=tab]")) {
    const on = other === tab;
    other.setAttribute("aria-selected", on);
    other.tabIndex = on ? 0 : -1;
    $(other.getAttribute("aria-controls")).hidden = !on;
  }
}

function openSide() {
  const open = document.body.classList.toggle("side-open");
  $("open-side").setAttribute("aria-expanded", open);
}

function closeSide() {
  document.body.classList.remove("side-open");
  $("open-side").setAttribute("aria-expanded", "false");
}

const themes = ["auto", "light", "dark"];

function setTheme(name) {
  const theme = themes.includes(name) ? name : "auto";
  document.documentElement.dataset.theme = theme;
  $("theme").title = `${t("switch_theme")}: ${t(`theme_${theme}`)}`;
  $("theme").setAttribute("aria-label", $("theme").title);
}

function nextTheme() {
  const theme = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length];
  keep("theme", theme);
  setTheme(theme);
  toast($("theme").title);
}

function nextLanguage() {
  const name = language === "zh" ? "en" : "zh";
  keep("language", name);
  setLanguage(name);
  setTheme(document.documentElement.dataset.theme);
  if (index.length > 0) redraw();
}

function openHelp() {
  const dialog = $("help");
  dialog.replaceChildren(el("h2", { id: "help-head" }, t("help")), keyTable(), ...["help_1", "help_2", "help_3"].map((key) => el("p", {}, t(key))),
    el("form", { method: "dialog" }, el("button", { class: "primary" }, t("close"))));
  dialog.showModal();
}

// stepDocument opens the next document, or the one before, of which figures are
// looked at.
function stepDocument(n) {
  for (let k = 1; k <= index.length; k++) {
    const i = (state.document + n * k + k * index.length) % index.length;
    if (state.matches[i] > 0 || !filtering()) return openDocument(i);
  }
  toast(t("no_match"));
}

function search() {
  $("search").focus();
  $("search").select();
}

const acts = {
  next: () => step(1), previous: () => step(-1), choose,
  right: () => judge("right"), wrong: () => judge("wrong"), edit, add, remove: () => judge("wrong"),
  save: () => openSave(state.document, redraw), search, help: openHelp,
  nextDocument: () => stepDocument(1), previousDocument: () => stepDocument(-1),
  escape: () => { closeSide(); document.activeElement.blur(); },
};

// printAll puts all rows of the list into the page while it is printed.
function printAll() {
  renderList(state.document, shownFigures(), choose, Infinity);
}

// start wires the fixed parts of the page and shows the first document.
function start() {
  setLanguage(recall("language", preferredLanguage()));
  setTheme(recall("theme", "auto"));
  setEdits(state.edits);
  $("language").onclick = nextLanguage;
  $("theme").onclick = nextTheme;
  if (index.length === 0) {
    return $("text").replaceChildren(el("p", { class: "empty" }, t("no_documents")));
  }
  $("help-button").onclick = openHelp;
  $("save-button").onclick = acts.save;
  $("add-button").onmousedown = (e) => e.preventDefault(); // the selection stays
  $("add-button").onclick = add;
  $("open-side").onclick = openSide;
  $("reset").onclick = () => { resetFilters(); $("search").value = ""; refresh(); };
  $("search").oninput = (e) => { query = e.target.value.trim(); refresh(); };
  $("search-form").onsubmit = (e) => { e.preventDefault(); step(1); };
  $("document-search").oninput = refresh;
  const tabs = [...document.querySelectorAll("[role=tab]")];
  for (const tab of tabs) tab.onclick = () => selectTab(tab);
  tabKeys(tabs, selectTab);
  listen(acts);
  addEventListener("beforeprint", printAll);
  addEventListener("afterprint", refresh);
  addEventListener("beforeunload", (e) => { if (unsaved && !storing) e.preventDefault(); });
  openDocument(0);
}

start();
