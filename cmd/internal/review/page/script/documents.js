// The documents in the page: a list of all, each read when it is needed, and
// the reviewer's judgement of each.

const index = JSON.parse($("index").textContent);
const contents = new Map();
const judgements = new Map();

// content is what the page holds of document i: text, edits, copies, figures.
function content(i) {
  if (!contents.has(i)) {
    const read = JSON.parse($(`document-${i}`).textContent);
    for (const f of read.figures) f.flags ??= [];
    contents.set(i, read);
  }
  return contents.get(i);
}

// judgement is the reviewer's work on document i: of each record that was
// judged its verdict and what was changed, and the figures that were added.
function judgement(i) {
  const doc = index[i].doc;
  if (!judgements.has(doc)) {
    const kept = recall(doc, null);
    const sound = kept && typeof kept.records === "object" && Array.isArray(kept.added);
    judgements.set(doc, sound ? kept : { records: {}, added: [] });
  }
  return judgements.get(doc);
}

let unsaved = false; // there is work that no gold file holds

// figureLists are the figures of documents as they are judged, see figuresOf.
const figureLists = new Map();

// keepJudgement is called after each change of a judgement. The same document
// may be in the page twice.
function keepJudgement(i) {
  unsaved = true;
  for (const k of figureLists.keys()) if (index[k].doc === index[i].doc) figureLists.delete(k);
  keep(index[i].doc, judgement(i));
}
