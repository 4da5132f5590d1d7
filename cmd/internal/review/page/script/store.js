// Work in progress and preferences, kept by the browser where it lets us. The
// page works without; then it asks before it is closed with unsaved work.

const prefix = "unionrep.review.";
let storing = true;

// recall reads what was kept under a name, or returns otherwise.
function recall(name, otherwise) {
  try {
    const kept = localStorage.getItem(prefix + name);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return otherwise; // no storage, or not ours
  }
}

// keep stores a value under a name.
function keep(name, value) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    storing = false;
  }
}
