// The page: source and structure side by side, each part linked to its place. Every text goes in as text, never as markup.
const DOC = JSON.parse(document.getElementById("document").textContent);
const TEXT = Array.from(DOC.text); // code points, as all offsets count them
const LISTS = ["dates", "organizations", "persons", "places", "quantities", "document_numbers"];
const EDITABLE = { dates: ["edtf"], organizations: [], places: [], persons: ["position", "honorific"], quantities: ["value", "unit"],
  document_numbers: ["issuer_code", "year", "number"], attributions: ["organization", "person", "role"] };
const NUMBERS = ["value", "year", "number", "issue_number", "cumulative_number", "print_run"];
const ROLES = ["title", "untitled", "body", "section", "credit", "brief", "masthead", "contents", "distribution", "colophon"];
const FIELDS = ["title", "issuer", "issue_number", "cumulative_number", "date", "permit_number", "document_number", "signatory"];
const CONTEXT = 32;
const $ = (id) => document.getElementById(id);
const slice = (start, end) => TEXT.slice(start, end).join("");
const links = []; // {start, end, node}: parts of the structure and where they stand
const corrections = [];
let doubt = -1;
let current = -1;

function make(tag, name, text, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined && text !== null) node.textContent = text;
  node.append(...children);
  return node;
}

function link(node, start, end) {
  if (start === null || start === undefined || end <= start) return node;
  node.dataset.at = links.length;
  links.push({ start, end, node });
  return node;
}

// --- places: offsets of an item's title or text → stretches of the source

function places(item, row) {
  if (row.field === "title") return titlePlaces(item, row.start, row.end);
  return item.segments.map((s) => [Math.max(row.start, s.item_start), Math.min(row.end, s.item_start + s.length), s])
    .filter(([low, high]) => low < high).map(([low, high, s]) => [s.source_start + low - s.item_start, s.source_start + high - s.item_start]);
}

function titlePlaces(item, start, end) {
  if (item.title_start === null) return [];
  const title = Array.from(item.title);
  const at = [];
  let from = item.title_start;
  for (const character of title) {
    let found = from;
    while (found < item.title_end && TEXT[found] !== character) found += 1;
    if (found < item.title_end) { at.push(found); from = found + 1; } else at.push(from);
  }
  return [[at[start], at[end - 1] + 1]];
}

function marks() {
  const found = DOC.ledger.map((run) => ({ start: run.start, end: run.end, name: run.role }));
  for (const item of items()) {
    for (const list of LISTS) for (const row of item[list]) for (const [start, end] of places(item, row)) found.push({ start, end, name: list });
  }
  for (const w of DOC.warnings) if (w.source_start !== null) found.push({ start: w.source_start, end: w.source_end, name: "doubt" });
  for (const c of corrections) if (c.at) found.push({ start: c.at[0], end: c.at[1], name: "corrected" });
  return found;
}

const items = () => DOC.sections.flatMap((section) => section.items);

// --- the source

function drawSource() {
  const begins = new Map();
  const ends = new Map();
  const put = (map, at, mark) => map.set(at, [...(map.get(at) || []), mark]);
  for (const mark of marks()) { put(begins, mark.start, mark); put(ends, mark.end, mark); }
  const pages = DOC.source.pages.length > 1 ? new Map(DOC.source.pages.map((page) => [page.start, page.number])) : new Map();
  const edges = [...new Set([0, TEXT.length, ...begins.keys(), ...ends.keys(), ...pages.keys()])].sort((a, b) => a - b);
  const open = new Set();
  const nodes = [];
  edges.forEach((edge, index) => {
    for (const mark of ends.get(edge) || []) open.delete(mark);
    for (const mark of begins.get(edge) || []) open.add(mark);
    if (pages.has(edge)) nodes.push(make("span", "page", say("page").replace("{}", pages.get(edge))));
    if (index + 1 < edges.length) {
      const span = make("span", [...new Set([...open].map((mark) => mark.name))].join(" "), slice(edge, edges[index + 1]));
      span.dataset.start = edge;
      nodes.push(span);
    }
  });
  $("text").replaceChildren(...nodes);
}

function spansOf(start, end) {
  return [...$("text").querySelectorAll("[data-start]")].filter((s) => {
    const at = Number(s.dataset.start);
    return at < end && at + Array.from(s.textContent).length > start;
  });
}

// --- the structure

function drawStructure() {
  links.length = 0;
  const parts = [drawWarnings(), drawToc(), drawFields("masthead", DOC.masthead), drawContents()];
  DOC.sections.forEach((section) => parts.push(...drawSection(section)));
  parts.push(drawRecipients(), drawFields("colophon", DOC.colophon), drawEntities());
  $("structure").replaceChildren(...parts.filter(Boolean));
}

function drawWarnings() {
  const box = make("div", "", null, make("h2", "", say("warnings")));
  for (const w of DOC.warnings) {
    const node = make("button", "warning", w.message);
    node.type = "button";
    box.append(link(node, w.source_start, w.source_end));
  }
  if (!DOC.warnings.length) box.append(make("p", "", say("none")));
  return box;
}

function drawToc() {
  const list = make("ol");
  items().forEach((item, index) => {
    const anchor = make("a", "", item.title || Array.from(item.text).slice(0, 20).join("") || say("untitled"));
    anchor.href = `#item-${index}`;
    list.append(make("li", "", null, anchor));
  });
  return make("nav", "", null, make("h2", "", say("toc")), list);
}

function drawFields(part, values) {
  const table = make("table");
  for (const [field, value] of Object.entries(values)) {
    if (value === null || field === "spans" || field === "text" || (Array.isArray(value) && !value.length)) continue;
    const shown = Array.isArray(value) ? value.map((v) => (v.name ? `${v.role} ${v.name}` : v)).join("；") : String(value);
    const row = make("tr", "", null, make("th", "", say(field)), make("td", "", shown));
    const span = values.spans.find((s) => s.field === field);
    table.append(span ? link(row, span.source_start, span.source_end) : row);
  }
  return table.rows.length ? make("div", "", null, make("h2", part, say(part)), table) : null;
}

function drawContents() {
  if (!DOC.contents.length) return null;
  const list = make("table");
  for (const row of DOC.contents) {
    const cells = [row.section, row.title, row.page, row.match === "none" ? "？" : ""].map((cell) => make("td", "", cell));
    list.append(link(make("tr", "", null, ...cells), row.source_start, row.source_end));
  }
  return make("div", "", null, make("h2", "contents", say("contents")), list);
}

function drawSection(section) {
  const head = make("h2", "section_heading", section.title || say("nosection"));
  return [link(head, section.source_start, section.source_end), ...section.items.map(drawItem)];
}

function drawItem(item) {
  const node = make("article");
  node.id = `item-${items().indexOf(item)}`;
  node.append(link(make("h3", "item_title", item.title || say("untitled")), ...itemPlace(item)), drawAttributions(item));
  let at = 0;
  for (const paragraph of item.text.split("\n")) {
    const length = Array.from(paragraph).length;
    const stretch = places(item, { field: "text", start: at, end: at + length });
    if (stretch.length) node.append(link(make("p", "", paragraph), stretch[0][0], stretch[stretch.length - 1][1]));
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
  if (item[list].length) box.append(make("span", "", say(list)));
  for (const row of item[list]) {
    const stretch = places(item, row);
    if (stretch.length) box.append(chip(list, row, row.text, valueOf(list, row), stretch[0][0], stretch[stretch.length - 1][1]));
  }
  return box;
}

function chip(list, row, shown, value, start, end) {
  const node = make("span", "row", null, make("span", list, shown));
  if (value) node.append(make("span", "value", ` ${value}`));
  node.tabIndex = 0;
  node.addEventListener("dblclick", () => openRow(list, row, start, end));
  node.addEventListener("keydown", (event) => { if (event.key === "Enter") openRow(list, row, start, end); });
  return link(node, start, end);
}

function valueOf(list, row) {
  if (list === "dates") return row.edtf || "";
  if (list === "quantities") return `${row.value} ${row.unit}`;
  if (list === "organizations" || list === "persons") {
    const entity = DOC.entities.find((e) => e.id === row.entity_id);
    const full = entity && entity.name !== row.text ? `→ ${entity.name}` : "";
    return [full, row.position, row.confidence < 0.6 ? `${Math.round(row.confidence * 100)}%` : ""].filter(Boolean).join(" ");
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
    const row = make("tr", "", null, make("td", "", entity.name), make("td", "", entity.aliases.join("、")), make("td", "", entity.mentions));
    row.tabIndex = 0;
    row.addEventListener("dblclick", () => openEntity(entity));
    row.addEventListener("keydown", (event) => { if (event.key === "Enter") openEntity(entity); });
    table.append(row);
  }
  return make("div", "", null, make("h2", "", say("entities")), table);
}

// --- going from one side to the other

function light(entry) {
  document.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
  const spans = spansOf(entry.start, entry.end);
  [...spans, entry.node].forEach((node) => node.classList.add("lit"));
  if (spans.length) spans[0].scrollIntoView({ block: "center" });
  entry.node.scrollIntoView({ block: "nearest" });
}

function lightAt(offset) {
  const around = links.filter((entry) => entry.start <= offset && offset < entry.end);
  if (around.length) light(around.reduce((best, entry) => (entry.end - entry.start < best.end - best.start ? entry : best)));
}

function offsetOf(node, inside) {
  const span = (node.nodeType === Node.TEXT_NODE ? node.parentNode : node).closest("[data-start]");
  if (!span || !$("text").contains(span)) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, inside) : [...node.childNodes].slice(0, inside).map((n) => n.textContent).join("");
  return Number(span.dataset.start) + Array.from(before).length;
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? [start, end] : null;
}

// --- correcting

function quoteOf(start, end) {
  return { exact: slice(start, end), prefix: slice(Math.max(0, start - CONTEXT), start), suffix: slice(end, end + CONTEXT) };
}

function correct(op, target, quote, value, at) {
  corrections.push({ line: { op, target, quote, value: value || {}, sha256: DOC.source.sha256, file: DOC.source.file }, at });
  $("menu").close();
  refresh();
}

function openMenu(quote, ...rows) {
  const cancel = make("button", "", say("cancel"));
  cancel.addEventListener("click", () => $("menu").close());
  $("menu").replaceChildren(make("q", "", quote), ...rows, make("div", "actions", null, cancel));
  $("menu").showModal();
}

function action(label, run) {
  const button = make("button", "", label);
  button.type = "button";
  button.addEventListener("click", run);
  return button;
}

function openSelection(start, end) {
  const quote = quoteOf(start, end);
  const roles = ROLES.map((role) => action(say(`role_${role}`), () => correct("role", role, quote, {}, [start, end])));
  const adds = ["organizations", "persons", "places", "dates", "quantities"].map((list) =>
    action(`${say("add")}${language ? " " : ""}${say(list)}`, () => (EDITABLE[list].length ? openAdd(list, quote, [start, end]) : correct("add", list, quote, {}, [start, end]))));
  const fields = make("select");
  FIELDS.forEach((field) => fields.append(new Option(say(field), field)));
  const set = action(say("field"), () => openField(fields.value, quote, [start, end]));
  openMenu(quote.exact, make("div", "actions", null, ...roles), make("div", "actions", null, ...adds), make("div", "actions", null, set, fields));
}

function openForm(quote, names, values, button, done) {
  const inputs = names.map((name) => {
    const input = make("input");
    input.name = name;
    input.value = values[name] ?? "";
    return make("label", "", say(name), input);
  });
  const run = () => {
    const value = {};
    for (const label of inputs) {
      const input = label.querySelector("input");
      const typed = input.value.trim();
      if (typed !== String(values[input.name] ?? "")) value[input.name] = typed === "" ? null : NUMBERS.includes(input.name) ? Number(typed) : typed;
    }
    done(value);
  };
  return [...inputs, make("div", "actions", null, action(button, run))];
}

function openAdd(list, quote, at) {
  openMenu(quote.exact, ...openForm(quote, EDITABLE[list], {}, say("add"), (value) => correct("add", list, quote, value, at)));
}

function openField(field, quote, at) {
  const form = openForm(quote, ["value"], { value: "" }, say("change"), (value) => {
    const typed = value.value === undefined || value.value === null ? quote.exact : value.value;
    correct("set", `masthead.${field}`, quote, { value: NUMBERS.includes(field) ? Number(typed) : typed }, at);
  });
  openMenu(`${say(field)}：${quote.exact}`, ...form);
}

function openRow(list, row, start, end) {
  const quote = quoteOf(start, end);
  const at = [start, end];
  const form = EDITABLE[list].length ? openForm(quote, EDITABLE[list], row, say("change"), (value) => correct("change", list, quote, value, at)) : [];
  const entity = DOC.entities.find((e) => e.id === row.entity_id);
  const name = entity ? action(`${say("change")}${language ? " " : ""}${say("name")}`, () => openEntity(entity)) : "";
  openMenu(quote.exact, ...form, make("div", "actions", null, action(say("reject"), () => correct("reject", list, quote, {}, at)), name));
}

function openEntity(entity) {
  const found = items().flatMap((item) => [...item.organizations, ...item.persons].filter((row) => row.entity_id === entity.id).map((row) => places(item, row)));
  const place = found.find((stretch) => stretch.length);
  if (!place) return;
  const [start, end] = [place[0][0], place[place.length - 1][1]];
  openMenu(entity.name, ...openForm({}, ["name"], { name: entity.name }, say("change"), (value) => {
    if (value.name) correct("name", entity.type, quoteOf(start, end), { value: value.name }, [start, end]);
  }));
}

// --- keeping

const endpoint = document.querySelector("meta[name=save]")?.content;
const asLines = () => corrections.map((c) => `${JSON.stringify(c.line)}\n`).join("");

async function save() {
  if (!corrections.length) return;
  if (!endpoint) { download(); return; }
  try {
    const answer = await fetch(endpoint, { method: "POST", body: asLines(), headers: { "Content-Type": "application/jsonl" } });
    if (!answer.ok) throw new Error(await answer.text());
    corrections.length = 0;
    location.reload();
  } catch (error) {
    $("said").textContent = say("failed") + error.message;
  }
}

function download() {
  const anchor = make("a");
  anchor.href = URL.createObjectURL(new Blob([asLines()], { type: "application/jsonl" }));
  anchor.download = "corrections.jsonl";
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
  $("said").textContent = say("saved");
  saved = corrections.length;
}

let saved = 0;

// --- the whole

function refresh() {
  drawSource();
  $("count").textContent = corrections.length ? `${corrections.length} ${say("pending")}` : "";
  $("undo").disabled = $("save").disabled = !corrections.length;
}

function draw() {
  document.documentElement.lang = language ? "en" : "zh";
  $("name").textContent = [DOC.masthead.title, DOC.masthead.issue_label || DOC.masthead.document_number, DOC.masthead.date].filter(Boolean).join("　") || DOC.source.file;
  $("language").textContent = language ? "中文" : "EN";
  $("search").placeholder = say("search");
  $("undo").textContent = say("undo");
  $("save").textContent = endpoint ? say("keep") : say("save");
  const keys = make("table");
  for (const [key, meaning] of WORDS.keys[language]) keys.append(make("tr", "", null, make("td", "", null, ...key.split(" ").map((k) => make("kbd", "", k))), make("td", "", meaning)));
  $("help").replaceChildren(make("p", "", say("help")), keys);
  drawStructure();
  refresh();
}

function search(words) {
  document.querySelectorAll(".found").forEach((node) => node.classList.remove("found"));
  const wanted = words.trim();
  if (!wanted) return;
  const hits = [...document.querySelectorAll("#structure p, #structure h2, #structure h3, #structure tr, #structure .row")].filter((n) => n.textContent.includes(wanted));
  hits.forEach((node) => node.classList.add("found"));
  if (hits.length) hits[0].scrollIntoView({ block: "center" });
}

function step(by) {
  const all = document.querySelectorAll("article");
  if (!all.length) return;
  current = Math.min(all.length - 1, Math.max(0, current + by));
  const entry = links[all[current].querySelector("h3").dataset.at];
  all[current].scrollIntoView({ block: "start" });
  if (entry) light(entry);
}

function stepDoubt(by) {
  const all = [...document.querySelectorAll(".warning[data-at]")];
  if (!all.length) return;
  doubt = (doubt + by + all.length) % all.length;
  light(links[all[doubt].dataset.at]);
}

const KEYS = {
  j: () => step(1), k: () => step(-1), n: () => stepDoubt(1), p: () => stepDoubt(-1), z: undo, s: save,
  "/": () => $("search").focus(), "?": () => $("help").showModal(), c: () => { const at = selected(); if (at) openSelection(...at); },
};

function undo() {
  corrections.pop();
  refresh();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select") || document.querySelector("dialog[open]")) return;
  const run = KEYS[event.key];
  if (run) { event.preventDefault(); run(); }
});
$("structure").addEventListener("click", (event) => {
  const node = event.target.closest("[data-at]");
  if (node) light(links[node.dataset.at]);
});
$("text").addEventListener("mouseup", (event) => {
  const at = selected();
  if (at) openSelection(...at);
  else if (event.target.closest("[data-start]")) {
    const place = document.caretPositionFromPoint ? document.caretPositionFromPoint(event.clientX, event.clientY) : null;
    const range = place ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
    const offset = place ? offsetOf(place.offsetNode, place.offset) : range ? offsetOf(range.startContainer, range.startOffset) : null;
    lightAt(offset ?? Number(event.target.closest("[data-start]").dataset.start));
  }
});
$("search").addEventListener("input", (event) => search(event.target.value));
$("language").addEventListener("click", () => { language = 1 - language; draw(); });
$("help-button").addEventListener("click", () => $("help").showModal());
$("help").addEventListener("click", () => $("help").close());
$("undo").addEventListener("click", undo);
$("save").addEventListener("click", save);
window.addEventListener("beforeunload", (event) => { if (corrections.length > saved) event.preventDefault(); });
draw();
