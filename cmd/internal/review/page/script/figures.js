// Figures as the reviewer sees them: what the tool read, with what the reviewer
// made of it.

const editable = ["value", "max", "bound", "unit", "kind", "indicator", "action", "org", "period", "optional", "alt"];
const kinds = ["money", "people", "count", "ratio", "measure", "duration", "other"];
const bounds = ["exact", "over", "nearly", "about", "at_most", "range"];
const statuses = ["open", "right", "corrected", "wrong", "added"];

// figuresOf are the figures of document i in the order of the file.
function figuresOf(i) {
  if (!figureLists.has(i)) {
    const judged = judgement(i);
    const read = content(i).figures.map((record) => judgedFigure(record, judged.records[record.id]));
    const added = judged.added.map(addedFigure);
    figureLists.set(i, [...read, ...added].sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]));
  }
  return figureLists.get(i);
}

// judgedFigure is a record with its judgement, which may be undefined.
function judgedFigure(record, judged) {
  const fields = Object.fromEntries(editable.map((name) => [name, record[name]]));
  fields.alt = {};
  const changed = judged?.verdict === "right" && (judged.fields || judged.at);
  return {
    id: record.id,
    record,
    at: judged?.at ?? record.at,
    again: record.again,
    fields: { ...fields, ...judged?.fields },
    topic: record.topic,
    flags: record.flags,
    status: changed ? "corrected" : judged?.verdict ?? "open",
  };
}

function addedFigure(added) {
  return { id: added.id, record: null, at: added.at, again: [], fields: added.fields, topic: "", flags: [], status: "added" };
}

// setVerdict judges a record; the same verdict again takes it back. A record
// that was corrected stays so until it is judged wrong.
function setVerdict(i, figure, verdict) {
  const { records } = judgement(i);
  if (!figure.record || (figure.status === "corrected" && verdict === "right")) return;
  if (records[figure.id]?.verdict === verdict) delete records[figure.id];
  else records[figure.id] = { verdict };
  keepJudgement(i);
}

// correct stores the fields of a record that the reviewer changed, and the
// place where another one was selected.
function correct(i, figure, fields, at) {
  const judged = judgement(i);
  if (!figure.record) {
    const added = judged.added.find((a) => a.id === figure.id);
    Object.assign(added, { fields, at });
    return keepJudgement(i);
  }
  const found = judgedFigure(figure.record, undefined).fields;
  const changed = Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(found[name]));
  const entry = { verdict: "right" };
  if (changed.length > 0) entry.fields = Object.fromEntries(changed);
  if (at[0] !== figure.record.at[0] || at[1] !== figure.record.at[1]) entry.at = at;
  judged.records[figure.id] = entry;
  keepJudgement(i);
}

// addFigure adds a figure that the tool has missed.
function addFigure(i, fields, at) {
  const id = `added-${at[0]}-${at[1]}`;
  const judged = judgement(i);
  judged.added = judged.added.filter((a) => a.id !== id);
  judged.added.push({ id, at, fields });
  keepJudgement(i);
  return id;
}

function removeAdded(i, id) {
  const judged = judgement(i);
  judged.added = judged.added.filter((a) => a.id !== id);
  keepJudgement(i);
}

// tally counts figures by status.
function tally(figures) {
  const counts = Object.fromEntries(statuses.map((s) => [s, 0]));
  for (const f of figures) counts[f.status]++;
  return counts;
}

// shownValue is the quantity of a figure for people: “超过 30,000,000 元”.
function shownValue(fields) {
  const number = fields.max ? `${grouped(fields.value)}–${grouped(fields.max)}` : grouped(fields.value);
  const bound = fields.bound === "exact" || fields.bound === "range" ? "" : `${known("bound", fields.bound)} `;
  return `${bound}${number} ${fields.unit}`.trim();
}

// grouped is a number in digits with commas between thousands.
function grouped(digits) {
  const [whole, part] = String(digits).split(".");
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? commas : `${commas}.${part}`;
}
