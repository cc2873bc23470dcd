// Correcting: what a person says of words of the source.
const NUMBERS = ["value", "year", "number", "issue_number", "cumulative_number", "print_run"];
const ROLES = ["title", "untitled", "body", "section", "credit", "brief", "masthead", "contents", "distribution", "colophon"];
const FIELDS = ["title", "issuer", "issue_number", "cumulative_number", "date", "permit_number", "document_number", "signatory"];
const CONTEXT = 32;
let saved = 0;

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
  if (!FIRST.has(entity.id)) return;
  const [start, end] = FIRST.get(entity.id);
  openMenu(entity.name, ...openForm({}, ["name"], { name: entity.name }, say("change"), (value) => {
    if (value.name) correct("name", entity.type, quoteOf(start, end), { value: value.name }, [start, end]);
  }));
}

// Keeping them.

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
