// The source as text, with what was seen in it.
const LINES_OF_LEAF = 40;
let leaves = []; // {start, end, node, spans}, in order: stretches of whole lines, whose spans are made when they come into sight

function drawText() {
  const starts = [0];
  let lines = 0;
  TEXT.forEach((c, at) => { if (c === "\n" && (lines += 1) % LINES_OF_LEAF === 0 && at + 1 < TEXT.length) starts.push(at + 1); });
  leaves = starts.map((start, index) => {
    const end = starts[index + 1] ?? TEXT.length;
    const plain = make("span", "", slice(start, end));
    plain.dataset.start = start;
    return { start, end, node: make("div", "leaf", null, plain), spans: null };
  });
  $("text").replaceChildren(...leaves.map((leaf) => leaf.node));
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) drawLeaf(leaves.find((leaf) => leaf.node === entry.target));
  }, { root: $("source"), rootMargin: "100%" });
  for (const leaf of leaves) seen.observe(leaf.node);
}

function drawLeaf(leaf) {
  if (leaf.spans) return leaf;
  const own = marks().filter((mark) => mark.start < leaf.end && mark.end > leaf.start);
  const inside = (at) => at > leaf.start && at < leaf.end;
  const pages = new Map(DOC.source.pages.length > 1 ? DOC.source.pages.filter((page) => page.start >= leaf.start && page.start < leaf.end).map((page) => [page.start, page.number]) : []);
  const edges = [...new Set([leaf.start, leaf.end, ...own.flatMap((mark) => [mark.start, mark.end]).filter(inside), ...pages.keys()])].sort((a, b) => a - b);
  leaf.spans = [];
  const nodes = [];
  edges.slice(0, -1).forEach((edge, index) => {
    if (pages.has(edge)) nodes.push(make("span", "page", say("page").replace("{}", pages.get(edge))));
    const names = own.filter((mark) => mark.start <= edge && mark.end > edge).map((mark) => mark.name);
    const node = make("span", [...new Set(names)].join(" "), slice(edge, edges[index + 1]));
    node.dataset.start = edge;
    leaf.spans.push({ start: edge, end: edges[index + 1], node });
    nodes.push(node);
  });
  leaf.node.replaceChildren(...nodes);
  return leaf;
}

function redrawText() {
  for (const leaf of leaves) if (leaf.spans) { leaf.spans = null; drawLeaf(leaf); }
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
  for (let at = firstAfter(leaves, start); at < leaves.length && leaves[at].start < end; at += 1) {
    for (const piece of drawLeaf(leaves[at]).spans) if (piece.start < end && piece.end > start) found.push(piece.node);
  }
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
