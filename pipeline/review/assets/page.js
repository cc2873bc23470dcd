// The whole: both sides together, keys, search, language.
let view = SHEETS.size ? "image" : "text";
let doubt = -1;
let current = -1;
let hits = [];
let hit = -1;
let picked = null; // the words that were selected last: a touch on a button takes the selection away
let shown = null; // the entry of `links` that is lit

function light(entry) {
  shown = entry;
  document.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
  const pieces = spansOf(entry.start, entry.end);
  [...pieces, entry.node].forEach((node) => node.classList.add("lit"));
  if (view === "image" && !lightOnSheets(entry.start, entry.end)) setView("text"); // its page has no picture
  if (view === "text" && pieces.length) pieces[0].scrollIntoView({ block: "center" });
  entry.node.scrollIntoView({ block: "nearest" });
}

// What stands at a place, or right before it: a click falls between two characters.
function lightAt(offset) {
  const around = [offset, offset - 1].map((at) => links.filter((entry) => entry.start <= at && at < entry.end)).find((found) => found.length);
  if (around) light(around.reduce((best, entry) => (entry.end - entry.start < best.end - best.start ? entry : best)));
}

function setView(name) {
  view = document.body.dataset.view = name;
  $("view").textContent = say(name === "image" ? "as_text" : "as_image");
}

function turnView() {
  if (!SHEETS.size) return;
  setView(view === "image" ? "text" : "image");
  if (shown) light(shown);
}

function refresh() {
  redrawText();
  redrawSheets();
  $("count").textContent = corrections.length ? `${corrections.length} ${say("pending")}` : "";
  $("undo").disabled = $("save").disabled = !corrections.length;
}

function drawAll() {
  document.documentElement.lang = language ? "en" : "zh";
  $("back").textContent = `‹ ${say("all")}`;
  $("name").textContent = [DOC.masthead.title, DOC.masthead.issue_label || DOC.masthead.document_number, DOC.masthead.date].filter(Boolean).join("　") || DOC.source.file;
  $("language").textContent = language ? "中文" : "EN";
  $("search").placeholder = say("search");
  $("correct").textContent = say("correct");
  $("undo").textContent = say("undo");
  $("save").textContent = endpoint ? say("keep") : say("save");
  $("source").setAttribute("aria-label", say("source"));
  $("structure").setAttribute("aria-label", say("structure"));
  $("left").textContent = SHEETS.size && SHEETS.size < DOC.source.pages.length ? say("left").replace("{}", SHEETS.size) : "";
  $("tools").hidden = !SHEETS.size;
  setView(view);
  $("legend").replaceChildren(...legend());
  drawHelp();
  drawText();
  drawStructure();
  document.querySelectorAll("article").forEach((node, index) => { node.id = `item-${index}`; });
  refresh();
}

const COLOURS = ["masthead", "contents", "section_heading", "item_title", "attribution", "distribution", "colophon", ...LISTS];
const legend = () => COLOURS.map((name) => make("span", name, say(name)));

function drawHelp() {
  const keys = make("table");
  for (const [key, meaning] of WORDS.keys[language]) keys.append(make("tr", "", null, make("td", "", null, ...key.split(" ").map((k) => make("kbd", "", k))), make("td", "", meaning)));
  $("help").replaceChildren(make("p", "", say("help")), make("p", "legend", null, ...legend()), keys);
}

// --- search: in the structure, the source follows

function search(words) {
  document.querySelectorAll(".found").forEach((node) => node.classList.remove("found"));
  const wanted = words.trim();
  hits = wanted ? [...document.querySelectorAll("#structure p, #structure h2, #structure h3, #structure tr, #structure .row")].filter((n) => n.textContent.includes(wanted)) : [];
  hits.forEach((node) => node.classList.add("found"));
  hit = -1;
  stepHit(1);
  if (!wanted) $("hits").textContent = "";
}

function stepHit(by) {
  $("hits").textContent = hits.length ? "" : "0";
  if (!hits.length) return;
  hit = (hit + by + hits.length) % hits.length;
  $("hits").textContent = `${hit + 1}/${hits.length}`;
  hits[hit].closest("details")?.setAttribute("open", "");
  hits[hit].scrollIntoView({ block: "center" });
  if (hits[hit].dataset.at) light(links[hits[hit].dataset.at]);
}

// --- keys

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

function undo() {
  corrections.pop();
  refresh();
}

const KEYS = {
  j: () => step(1), k: () => step(-1), n: () => stepDoubt(1), p: () => stepDoubt(-1), z: undo, s: save, v: turnView,
  "+": () => setZoom(1.25), "=": () => setZoom(1.25), "-": () => setZoom(0.8),
  "/": () => $("search").focus(), "?": () => $("help").showModal(), c: () => { const at = selected(); if (at) openSelection(...at); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select") || document.querySelector("dialog[open]")) return;
  const run = KEYS[event.key];
  if (run) { event.preventDefault(); run(); }
});
$("structure").addEventListener("click", (event) => {
  const node = event.target.closest("[data-at]");
  if (!node) return;
  if (node.edit && shown?.node === node) node.edit(); else light(links[node.dataset.at]);
});
document.addEventListener("selectionchange", () => {
  picked = selected() || picked;
  $("correct").disabled = !picked;
});
$("correct").addEventListener("click", () => openSelection(...picked));
$("source").addEventListener("mouseup", (event) => {
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
$("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter") stepHit(event.shiftKey ? -1 : 1);
  if (event.key === "Escape") event.target.blur();
});
$("language").addEventListener("click", () => { language = 1 - language; drawAll(); });
$("help-button").addEventListener("click", () => $("help").showModal());
$("help").addEventListener("click", () => $("help").close());
$("view").addEventListener("click", turnView);
$("larger").addEventListener("click", () => setZoom(1.25));
$("smaller").addEventListener("click", () => setZoom(0.8));
$("undo").addEventListener("click", undo);
$("save").addEventListener("click", save);
window.addEventListener("beforeunload", (event) => { if (corrections.length > saved) event.preventDefault(); });
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("img[loading]").forEach((image) => { image.loading = "eager"; });
  document.querySelectorAll("details").forEach((node) => { node.open = true; });
  leaves.forEach(drawLeaf);
  for (const [number, sheet] of SHEETS) if (!sheet.drawn) drawSheet(number);
});
$("back").hidden = location.protocol === "file:";
$("note").textContent = document.querySelector("meta[name=note]")?.content || "";
drawAll();
