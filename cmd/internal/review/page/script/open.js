// Reading an annotation back, to go on with it: the reviewer's own from another
// day or browser, or somebody else's.

// openGold judges document i by the lines of an annotation: a record that a line
// describes is right, one that it describes otherwise is corrected, a figure
// without a record is added. It returns how many lines were read; an error names
// the line that could not be.
function openGold(i, data) {
  const { text, figures: records } = content(i);
  const judged = { records: {}, added: [] };
  const lines = data.split("\n");
  let read = 0;
  for (const [n, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const gold = goldOf(text, line);
    if (gold === null) throw new Error(t("open_failed", { line: n + 1 }));
    read++;
    if (gold.dup && records.some((r) => r.again.some((at) => same(at, gold.at)))) continue; // said by its first copy
    const record = records.find((r) => [r.at, ...r.again].some((at) => same(at, gold.at))) ?? nearest(records, gold.at);
    if (record && !(record.id in judged.records)) judged.records[record.id] = judgementOf(record, gold);
    else judged.added.push({ id: `added-${gold.at[0]}-${gold.at[1]}`, at: gold.at, fields: gold.fields });
  }
  judgements.set(index[i].doc, judged);
  keepJudgement(i);
  return read;
}

const same = (a, b) => a[0] === b[0] && a[1] === b[1];

// nearest is the record that shares most with a place, at least half of both
// together.
function nearest(records, at) {
  const shared = (r) => Math.min(r.at[1], at[1]) - Math.max(r.at[0], at[0]);
  const all = (r) => Math.max(r.at[1], at[1]) - Math.min(r.at[0], at[0]);
  return records.filter((r) => 2 * shared(r) >= all(r)).sort((a, b) => shared(b) / all(b) - shared(a) / all(a))[0];
}

function judgementOf(record, gold) {
  const found = judgedFigure(record, undefined).fields;
  const changed = Object.entries(gold.fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(found[name]));
  return {
    verdict: "right",
    ...(changed.length > 0 ? { fields: Object.fromEntries(changed) } : {}),
    ...([record.at, ...record.again].some((at) => same(at, gold.at)) ? {} : { at: gold.at }),
  };
}

// goldOf is a line of an annotation with its place in the text; null where the
// line is none, or names what the text does not hold.
function goldOf(text, line) {
  let row;
  try {
    row = JSON.parse(line, (_, value, context) => (typeof value === "number" ? context?.source ?? String(value) : value));
  } catch {
    return null;
  }
  if (typeof row?.raw !== "string" || row.raw === "") return null;
  let at = -1;
  for (let n = Math.max(1, Number(row.nth ?? 1)); n > 0; n--) {
    at = text.indexOf(row.raw, at + 1);
    if (at < 0) return null;
  }
  const word = (name) => (typeof row[name] === "string" ? row[name] : "");
  return {
    at: [at, at + row.raw.length],
    dup: row.dup === true,
    fields: {
      value: word("value"), max: word("max"), bound: word("bound"), unit: word("unit"), kind: word("kind") || "other", indicator: word("indicator"),
      action: word("action"), org: word("org"), period: word("period"), optional: row.optional === true, alt: altOf(row.alt),
    },
  };
}

// altOf are the other readings of an annotation, each field a list.
function altOf(alt) {
  if (typeof alt !== "object" || alt === null) return {};
  return Object.fromEntries(Object.entries(alt).map(([name, readings]) => [name, [readings].flat().map((r) => r ?? "")]));
}

// opener is the control that takes an annotation; done is called once one was
// read.
function opener(i, done) {
  return el("label", { class: "opener" }, t("open_gold"), el("input", { type: "file", accept: ".jsonl,.json,.txt", onchange: async (e) => {
    try {
      toast(t("opened", { count: openGold(i, await e.target.files[0].text()) }));
      unsaved = false;
      done();
    } catch (cause) {
      toast(cause.message);
    }
  } }));
}
