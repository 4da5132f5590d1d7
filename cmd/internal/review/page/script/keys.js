// The keyboard. Keys do nothing while text is typed, a dialog is open, or with
// Ctrl, Alt or the command key.

// listen runs act[name] for the keys below.
function listen(act) {
  const bindings = {
    n: act.next, p: act.previous, y: act.right, x: act.wrong, e: act.edit, a: act.add, s: act.save,
    "/": act.search, "?": act.help, "[": act.previousDocument, "]": act.nextDocument,
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
    if (e.key === "Escape") return act.escape();
    if (document.querySelector("dialog[open]") || typing(e.target)) return;
    const run = bindings[e.key] ?? chosenMark(e);
    if (!run) return;
    e.preventDefault();
    run();
  });
}

function typing(element) {
  return element.matches("input:not([type=radio]):not([type=checkbox]), textarea, select");
}

// chosenMark lets Enter and the space bar press a mark in the text.
function chosenMark(e) {
  const mark = e.target.closest?.("mark");
  return mark && (e.key === "Enter" || e.key === " ") ? () => mark.click() : null;
}

// tabKeys moves between the tabs of a list with the arrow keys.
function tabKeys(tabs, choose) {
  for (const [n, tab] of tabs.entries()) {
    tab.addEventListener("keydown", (e) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!step) return;
      const to = tabs[(n + step + tabs.length) % tabs.length];
      choose(to);
      to.focus();
    });
  }
}
