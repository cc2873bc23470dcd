// The source as text, with what was seen in it.
let spans = []; // {start, end, node}, in order: the pieces of the text, each with the same marks throughout

function drawText() {
  const begins = new Map();
  const ends = new Map();
  const put = (map, at, mark) => { if (map.has(at)) map.get(at).push(mark); else map.set(at, [mark]); };
  for (const mark of marks()) { put(begins, mark.start, mark); put(ends, mark.end, mark); }
  const pages = DOC.source.pages.length > 1 ? new Map(DOC.source.pages.map((page) => [page.start, page.number])) : new Map();
  const edges = [...new Set([0, TEXT.length, ...begins.keys(), ...ends.keys(), ...pages.keys()])].sort((a, b) => a - b);
  const open = new Set();
  let leaf = make("div", "leaf");
  const leaves = [leaf];
  spans = [];
  edges.forEach((edge, index) => {
    for (const mark of ends.get(edge) || []) open.delete(mark);
    for (const mark of begins.get(edge) || []) open.add(mark);
    if (leaf.childElementCount > 100 && TEXT[edge - 1] === "\n") leaves.push((leaf = make("div", "leaf"))); // drawn when it comes into sight
    if (pages.has(edge)) leaf.append(make("span", "page", say("page").replace("{}", pages.get(edge))));
    if (index + 1 < edges.length) {
      const node = make("span", [...new Set([...open].map((mark) => mark.name))].join(" "), slice(edge, edges[index + 1]));
      node.dataset.start = edge;
      spans.push({ start: edge, end: edges[index + 1], node });
      leaf.append(node);
    }
  });
  $("text").replaceChildren(...leaves);
}

function firstAfter(rows, offset) { // the first of rows in order that ends behind the offset
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].end > offset) high = middle; else low = middle + 1;
  }
  return low;
}

function spansOf(start, end) {
  const found = [];
  for (let at = firstAfter(spans, start); at < spans.length && spans[at].start < end; at += 1) found.push(spans[at].node);
  return found;
}

// Where in the source a place of the page is; null outside of it.
function offsetOf(node, inside) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentNode : node).closest("[data-start]");
  if (!piece || !$("source").contains(piece)) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, inside) : [...node.childNodes].slice(0, inside).map((n) => n.textContent).join("");
  return Number(piece.dataset.start) + Array.from(before).length;
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? [start, end] : null;
}
