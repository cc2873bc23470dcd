// The source as it looks: pictures of its pages, over each its lines as text that can be selected, and boxes of what was seen.
const SHEETS = new Map([...document.querySelectorAll(".sheet")].map((figure) => [Number(figure.dataset.page), { figure, drawn: false }]));
const LINES = BESIDE.lines.map(([start, end, page, ...box]) => ({ start, end, page, box }));
const PAGES = new Map(DOC.source.pages.map((page) => [page.number, page]));
const SVG = $("canvas").namespaceURI;
let zoom = 1;
let lit = []; // boxes of what is lit

function draw(tag, name, values, text) {
  const node = document.createElementNS(SVG, tag);
  if (name) node.setAttribute("class", name);
  for (const [key, value] of Object.entries(values)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

const columns = (start, end) => TEXT.slice(start, end).reduce((sum, c) => sum + (c.codePointAt(0) > 0x2000 ? 2 : 1), 0);

// Boxes of a stretch of the source: of a part of a line as far as its columns tell.
function boxesOf(start, end) {
  const found = [];
  for (let at = firstAfter(LINES, start); at < LINES.length && LINES[at].start < end; at += 1) {
    const { start: first, end: last, page, box: [x0, top, x1, bottom] } = LINES[at];
    const unit = (x1 - x0) / Math.max(1, columns(first, last));
    const left = x0 + unit * columns(first, Math.max(first, start));
    const right = x1 - unit * columns(Math.min(last, end), last);
    if (right > left) found.push({ page, x: left, y: top, width: right - left, height: bottom - top });
  }
  return found;
}

function rect(name, { x, y, width, height }) {
  return draw("rect", name, { x: x - 1, y: y - 1, width: width + 2, height: height + 2 });
}

function drawSheet(number) {
  const sheet = SHEETS.get(number);
  const page = PAGES.get(number);
  const svg = draw("svg", "", { viewBox: `0 0 ${page.width} ${page.height}`, role: "presentation" });
  const own = marks().filter((mark) => mark.start < page.end && mark.end > page.start);
  for (const mark of own) for (const box of boxesOf(mark.start, mark.end)) if (box.page === number) svg.append(rect(mark.name, box));
  sheet.lit = draw("g", "", {});
  svg.append(sheet.lit);
  for (let at = firstAfter(LINES, page.start); at < LINES.length && LINES[at].page === number; at += 1) svg.append(lineOf(LINES[at]));
  sheet.figure.querySelector("svg")?.remove();
  sheet.figure.append(svg);
  sheet.drawn = true;
  showLit(number);
}

function lineOf({ start, end, box: [x0, top, x1, bottom] }) {
  if (end - start > 1 && bottom - top > 2 * (x1 - x0)) return draw("rect", "upright", { x: x0, y: top, width: x1 - x0, height: bottom - top, "data-start": start });
  const values = { x: x0, y: bottom - 0.18 * (bottom - top), "font-size": bottom - top, textLength: x1 - x0, lengthAdjust: "spacingAndGlyphs", "data-start": start };
  return draw("text", "", values, slice(start, end));
}

function showLit(number) {
  const sheet = SHEETS.get(number);
  sheet.lit.replaceChildren(...lit.filter((box) => box.page === number).map((box) => rect("lit", box)));
}

// Light up a stretch on its pictures and bring it into sight; false where no picture shows it.
function lightOnSheets(start, end) {
  const before = new Set(lit.map((box) => box.page));
  lit = boxesOf(start, end);
  for (const number of new Set([...before, ...lit.map((box) => box.page)])) {
    if (!SHEETS.get(number).drawn) drawSheet(number); else showLit(number);
  }
  if (lit.length) SHEETS.get(lit[0].page).lit.firstChild.scrollIntoView({ block: "center", inline: "nearest" });
  return lit.length > 0;
}

function redrawSheets() {
  for (const [number, sheet] of SHEETS) if (sheet.drawn) drawSheet(number);
}

function setZoom(factor) {
  zoom = Math.min(4, Math.max(1, zoom * factor));
  $("sheets").style.width = `${100 * zoom}%`;
}

if (SHEETS.size) {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting && !SHEETS.get(Number(entry.target.dataset.page)).drawn) drawSheet(Number(entry.target.dataset.page));
  }, { rootMargin: "100%" });
  for (const { figure } of SHEETS.values()) seen.observe(figure);
}
