// The structure: what was made of the source, each part linked to where it stands.
const links = []; // {start, end, node}: parts of the structure and where they stand
const EDITABLE = { dates: ["edtf"], organizations: [], places: [], persons: ["position", "honorific"], quantities: ["value", "unit"],
  document_numbers: ["issuer_code", "year", "number"], attributions: ["organization", "person", "role"] };

function link(node, start, end) {
  if (start === null || start === undefined || end <= start) return node;
  node.dataset.at = links.length;
  links.push({ start, end, node });
  return node;
}

function drawStructure() {
  links.length = 0;
  const parts = [drawWarnings(), drawUnsure(), drawToc(), drawFields("masthead", DOC.masthead), drawContents()];
  DOC.sections.forEach((section) => parts.push(...drawSection(section)));
  parts.push(drawRecipients(), drawFields("colophon", DOC.colophon), drawEntities());
  $("structure").replaceChildren(...parts.filter(Boolean));
}

function drawWarnings() {
  const box = make("div", "", null, make("h2", "", say("warnings")));
  const isNote = (w) => BESIDE.notes.includes(w.code);
  for (const w of [...DOC.warnings].sort((a, b) => isNote(a) - isNote(b))) {
    const node = make("button", isNote(w) ? "warning for-information" : "warning", language ? w.message : BESIDE.chinese[w.message] || w.message);
    node.type = "button";
    if (w.source_start === null) node.disabled = true;
    box.append(link(node, w.source_start, w.source_end));
  }
  if (!DOC.warnings.length) box.append(make("p", "", say("none")));
  return box;
}

// Names of which the reader was not sure.
function drawUnsure() {
  const box = make("div", "rows");
  for (const item of ITEMS) {
    for (const list of ["organizations", "persons", "places"]) {
      for (const row of item[list]) if (row.confidence < DOUBTFUL && span(item, row)) box.append(chip(list, row, row.text, sureness(row), ...span(item, row)));
    }
  }
  return box.childElementCount ? make("details", "", null, make("summary", "", `${say("unsure")} ${box.childElementCount}`), box) : null;
}

function drawToc() {
  const list = make("ol");
  ITEMS.forEach((item, index) => {
    const anchor = make("a", "", item.title || Array.from(item.text).slice(0, 20).join("") || say("untitled"));
    anchor.href = `#item-${index}`;
    list.append(make("li", "", null, anchor));
  });
  const box = make("details", "toc", null, make("summary", "", `${say("toc")} ${ITEMS.length}`), make("nav", "", null, list));
  box.open = ITEMS.length <= 40;
  return box;
}

function drawFields(part, values) {
  const table = make("table");
  for (const [field, value] of Object.entries(values)) {
    if (value === null || field === "spans" || field === "text" || (Array.isArray(value) && !value.length)) continue;
    const shown = Array.isArray(value) ? value.map((v) => (v.name ? `${v.role} ${v.name}` : v)).join("；") : String(value);
    const row = make("tr", "", null, make("th", "", say(field)), make("td", "", shown));
    const place = values.spans.find((s) => s.field === field);
    table.append(place ? link(row, place.source_start, place.source_end) : row);
  }
  return table.rows.length ? make("div", "", null, make("h2", part, say(part)), table) : null;
}

function drawContents() {
  if (!DOC.contents.length) return null;
  const list = make("table");
  for (const row of DOC.contents) {
    const missed = make("td", "missed", row.match === "none" && row.title ? "？" : "");
    if (missed.textContent) missed.title = say("missed");
    const cells = [row.section, row.title, row.page].map((cell) => make("td", "", cell));
    list.append(link(make("tr", "", null, ...cells, missed), row.source_start, row.source_end));
  }
  return make("div", "", null, make("h2", "contents", say("contents")), list);
}

function drawSection(section) {
  const head = make("h2", "section_heading", section.title || say("nosection"));
  return [link(head, section.source_start, section.source_end), ...section.items.map(drawItem)];
}

function drawItem(item) {
  const node = make("article");
  node.append(link(make("h3", "item_title", item.title || say("untitled")), ...itemPlace(item)), drawAttributions(item));
  let at = 0;
  for (const paragraph of item.text.split("\n")) {
    const length = Array.from(paragraph).length;
    const place = span(item, { field: "text", start: at, end: at + length });
    if (place) node.append(link(make("p", "", paragraph), ...place));
    at += length + 1;
  }
  for (const list of LISTS) node.append(drawRows(item, list));
  return node;
}

function itemPlace(item) {
  if (item.title_start !== null) return [item.title_start, item.title_end];
  return item.segments.length ? [item.segments[0].source_start, item.segments[0].source_start + 1] : [null, null];
}

function drawAttributions(item) {
  const box = make("div", "rows");
  for (const row of item.attributions) {
    const shown = [row.organization, row.role, row.person].filter(Boolean).join(" ");
    box.append(chip("attributions", row, shown, "", row.source_start, row.source_end));
  }
  return box;
}

function drawRows(item, list) {
  const box = make("div", "rows");
  if (item[list].length) box.append(make("span", "label", say(list)));
  for (const row of item[list]) {
    const place = span(item, row);
    if (place) box.append(chip(list, row, row.text, valueOf(list, row), ...place));
  }
  return box;
}

// What can be changed: by a second click (touch has no double click), or Enter.
function editable(node, edit) {
  node.tabIndex = 0;
  node.edit = edit;
  node.addEventListener("keydown", (event) => { if (event.key === "Enter") edit(); });
  return node;
}

function chip(list, row, shown, value, start, end) {
  const node = make("span", "row", null, make("span", list, shown));
  if (value) node.append(make("span", "value", ` ${value}`));
  return link(editable(node, () => openRow(list, row, start, end)), start, end);
}

const sureness = (row) => (row.confidence < DOUBTFUL ? `${Math.round(row.confidence * 100)}%` : "");

function valueOf(list, row) {
  if (list === "dates") return row.edtf || "";
  if (list === "quantities") return `${row.value} ${row.unit || ""}`;
  if (list === "organizations" || list === "persons") {
    const entity = ENTITIES.get(row.entity_id);
    const full = entity && entity.name !== row.text ? `→ ${entity.name}` : "";
    return [full, row.position, sureness(row)].filter(Boolean).join(" ");
  }
  return "";
}

function drawRecipients() {
  if (!DOC.distribution.length) return null;
  const table = make("table");
  for (const row of DOC.distribution) {
    table.append(link(make("tr", "", null, make("th", "", row.relation), make("td", "", row.text)), row.source_start, row.source_end));
  }
  return make("div", "", null, make("h2", "distribution", say("distribution")), table);
}

function drawEntities() {
  if (!DOC.entities.length) return null;
  const table = make("table");
  for (const entity of DOC.entities) {
    const row = make("tr", "entity", null, make("td", "", entity.name), make("td", "", entity.aliases.join("、")), make("td", "", entity.mentions));
    table.append(link(editable(row, () => openEntity(entity)), ...(FIRST.get(entity.id) || [null])));
  }
  return make("div", "", null, make("h2", "", say("entities")), table);
}
