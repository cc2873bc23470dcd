// What the page is about, and where things stand: offsets of an item's title or text → stretches of the source.
const $ = (id) => document.getElementById(id);
const DOC = JSON.parse($("document").textContent);
const BESIDE = JSON.parse($("beside").textContent);
const TEXT = Array.from(DOC.text); // code points, as all offsets count them
const LISTS = ["dates", "organizations", "persons", "places", "quantities", "document_numbers"];
const ITEMS = DOC.sections.flatMap((section) => section.items);
const ENTITIES = new Map(DOC.entities.map((entity) => [entity.id, entity]));
const DOUBTFUL = 0.6; // confidence below which a name is a doubt
const corrections = [];
const slice = (start, end) => TEXT.slice(start, end).join("");

function make(tag, name, text, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined && text !== null) node.textContent = text;
  node.append(...children);
  return node;
}

function places(item, row) {
  if (row.field === "title") return titlePlaces(item, row.start, row.end);
  return item.segments.map((s) => [Math.max(row.start, s.item_start), Math.min(row.end, s.item_start + s.length), s])
    .filter(([low, high]) => low < high).map(([low, high, s]) => [s.source_start + low - s.item_start, s.source_start + high - s.item_start]);
}

function titlePlaces(item, start, end) {
  if (item.title_start === null) return [];
  const at = [];
  let from = item.title_start;
  for (const character of Array.from(item.title)) {
    let found = from;
    while (found < item.title_end && TEXT[found] !== character) found += 1;
    if (found < item.title_end) { at.push(found); from = found + 1; } else at.push(from);
  }
  return [[at[start], at[end - 1] + 1]];
}

// From the first to the last character of a row, line ends of the source included.
function span(item, row) {
  const stretches = places(item, row);
  return stretches.length ? [stretches[0][0], stretches[stretches.length - 1][1]] : null;
}

// Entity → where it is mentioned, or signs, first.
const FIRST = new Map();
for (const item of ITEMS) {
  for (const row of [...item.organizations, ...item.persons]) if (row.entity_id && !FIRST.has(row.entity_id) && span(item, row)) FIRST.set(row.entity_id, span(item, row));
  for (const row of item.attributions) if (row.entity_id && !FIRST.has(row.entity_id)) FIRST.set(row.entity_id, [row.source_start, row.source_end]);
}

const FIXED = (() => {
  const found = DOC.ledger.map((run) => ({ start: run.start, end: run.end, name: run.role }));
  for (const item of ITEMS) {
    for (const list of LISTS) for (const row of item[list]) for (const [start, end] of places(item, row)) found.push({ start, end, name: list });
  }
  for (const w of DOC.warnings) if (w.source_start !== null) found.push({ start: w.source_start, end: w.source_end, name: "doubt" });
  return found;
})();

const marks = () => [...FIXED, ...corrections.filter((c) => c.at).map((c) => ({ start: c.at[0], end: c.at[1], name: "corrected" }))];
