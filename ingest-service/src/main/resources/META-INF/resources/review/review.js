import { words } from "/review/words.js";

const $ = id => document.getElementById(id);
let language = (navigator.language || "en").startsWith("fr") ? "fr" : "en";
let token = sessionStorage.getItem("token");
let suggestion = null;
let next = null;
const labels = {};

const say = name => words[language][name];

// --- Talking to the services -------------------------------------------------------------------

class Problem extends Error {
  constructor(problem) { super(problem.detail || problem.title); this.problem = problem; }
}

async function ask(path, options = {}) {
  const answer = await fetch(path, {
    ...options,
    headers: { Authorization: `Bearer ${token}`, "Accept-Language": language, ...options.headers },
  });
  const body = answer.status === 204 ? null : await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem({ status: answer.status, ...body });
  return { body, etag: answer.headers.get("ETag"), position: answer.headers.get("Toguna-Position") };
}

async function codes(service, list) {
  const key = `${language}/${list}`;
  labels[key] ??= ask(`/${service}/v1/codelists/${list}`).then(({ body }) =>
    body.entries.map(entry => ({ code: entry.code, label: entry.label })));
  return labels[key];
}

async function fill(select, service, list, chosen) {
  const entries = await codes(service, list);
  select.replaceChildren(...entries.map(({ code, label }) => new Option(label, code, false, code === chosen)));
  if (chosen && ![...select.options].some(option => option.value === chosen)) select.add(new Option(chosen, chosen, true, true));
}

async function label(service, list, code) {
  return (await codes(service, list)).find(entry => entry.code === code)?.label ?? code;
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function tell(text) { $("news").textContent = text; }

function show(problem) {
  const { errors = [], detail, title } = problem.problem ?? { detail: String(problem.message) };
  const list = element("ul");
  errors.forEach(flaw => list.append(element("li", `${flaw.pointer}: ${flaw.detail}`)));
  $("flaws").replaceChildren(element("p", detail || title), list);
  tell(detail || title);
}

// --- Signing in ----------------------------------------------------------------------------------

async function enter() {
  $("sign-in").hidden = Boolean(token);
  $("sign-out").hidden = !token;
  if (!token) { $("review").hidden = $("board").hidden = $("overdue").hidden = true; $("who").textContent = ""; return; }
  try {
    const { body } = await ask("/ingest/v1/me");
    $("who").textContent = [body.person, body.organisation].filter(Boolean).join(" · ");
    sessionStorage.setItem("token", token);
    tell(say("signedIn"));
    await Promise.all([
      fill($("reason"), "ingest", "rejection_reason", "not_stated"),
      fill($("since-basis"), "cases", "date_basis", "stated"),
      fill($("until-basis"), "cases", "date_basis", "stated"),
    ]);
    await open(location.hash === "#board" ? "board" : "review");
    await overdue().catch(show);
  } catch (problem) {
    leave();
    tell(problem.problem?.status === 401 ? say("refused") : problem.message);
  }
}

function leave() {
  token = null;
  sessionStorage.removeItem("token");
  $("token").value = "";
  enter();
}

// --- Review ----------------------------------------------------------------------------------------

async function suggestions(more) {
  const cursor = more && next ? `&cursor=${encodeURIComponent(next)}` : "";
  const { body } = await ask(`/ingest/v1/suggestions?status=open&limit=20${cursor}`);
  next = body.next ?? null;
  $("more").hidden = !next;
  if (!more) $("suggestions").replaceChildren();
  for (const item of body.items) {
    const place = item.proposal.place?.asStated ?? item.proposal.place?.id ?? say("unknown");
    const button = element("button", `${await label("cases", "crisis_type", item.proposal.type)} — ${place}`, { type: "button", "data-id": item.id });
    button.addEventListener("click", () => choose(item.id));
    const row = element("li");
    row.append(button);
    $("suggestions").append(row);
  }
  if (!$("suggestions").children.length) { $("suggestions").append(element("li", say("none"))); clear(); }
}

function clear() {
  suggestion = null;
  $("proposal").hidden = true;
  $("text").replaceChildren();
  $("document").textContent = "";
}

async function choose(id) {
  try {
    $("flaws").replaceChildren();
    const read = await ask(`/ingest/v1/suggestions/${id}`);
    suggestion = { ...read.body, etag: read.etag, key: crypto.randomUUID() };
    document.querySelectorAll("#suggestions button").forEach(button =>
      button.dataset.id === id ? button.setAttribute("aria-current", "true") : button.removeAttribute("aria-current"));
    const [about, reading] = await Promise.all([
      ask(`/ingest/v1/documents/${suggestion.document}`),
      ask(`/ingest/v1/documents/${suggestion.document}/reading`),
    ]);
    highlight(reading.body.text, suggestion.citations);
    $("document").textContent = [about.body.title, about.body.publisher, about.body.publishedAt?.asStated, about.body.marking?.tlp].filter(Boolean).join(" · ");
    await form();
    $("proposal").hidden = false;
    $("text").querySelector("mark")?.scrollIntoView({ block: "center" });
    $("type").focus();
  } catch (problem) { show(problem); }
}

/** Marks every passage once, wherever citations overlap; the fields it supports are its title. */
function highlight(text, citations) {
  const edges = [...new Set([0, text.length, ...citations.flatMap(c => [c.start, c.end])])].sort((a, b) => a - b);
  const parts = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i], edges[i + 1]];
    const fields = citations.filter(c => c.start <= from && to <= c.end).map(c => c.field.replace("/proposal", ""));
    const piece = text.slice(from, to);
    parts.push(fields.length ? element("mark", piece, { title: [...new Set(fields)].join(", ") }) : document.createTextNode(piece));
  }
  $("text").replaceChildren(...parts);
}

async function form() {
  const proposal = suggestion.proposal;
  await Promise.all([
    fill($("type"), "cases", "crisis_type", proposal.type),
    fill($("status"), "cases", "crisis_status", proposal.status),
  ]);
  $("title").value = proposal.title ?? "";
  $("place-stated").value = proposal.place?.asStated ?? "";
  $("place-id").value = proposal.place?.id ?? "";
  $("place-unnamed").checked = Boolean(proposal.place?.unnamed);
  $("place-near").value = proposal.place?.near ?? "";
  $("places").replaceChildren(...(suggestion.candidates?.["/place"] ?? []).map(c => new Option(`${c.name} (${c.level})`, c.id)));
  for (const name of ["since", "until"]) {
    const date = proposal[name] ?? {};
    $(`${name}-edtf`).value = date.edtf ?? interval(date);
    $(`${name}-stated`).value = date.asStated ?? "";
    $(`${name}-basis`).value = date.basis ?? "stated";
    $(`${name}-because`).value = date.because ?? "";
  }
  $("cause").value = proposal.cause ?? "";
  $("origin").textContent = `${suggestion.origin === "posted" ? say("postedBy") : say("draftedBy")} · ${suggestion.citations.length} ${say("passages")}`;
  const others = ["by", "victims", "harms"].filter(name => proposal[name]?.length);
  $("others").replaceChildren(...(others.length ? [element("p", say("also"))] : []), ...others.map(name =>
    element("p", `${name}: ${proposal[name].map(one => [one.asStated ?? one.description ?? one.type, one.count?.best, one.fate].filter(x => x !== undefined).join(" ")).join("; ")}`)));
}

const interval = ({ from, to }) => from || to ? `${from ?? ".."}/${to ?? ".."}` : "";

/** The crisis as the reviewer sees it; what was left empty is left out, and stays unknown. */
function crisis() {
  const edited = structuredClone(suggestion.proposal);
  edited.type = $("type").value;
  edited.status = $("status").value;
  put(edited, "title", $("title").value.trim());
  put(edited, "cause", $("cause").value.trim());
  const place = { ...edited.place };
  put(place, "id", $("place-id").value.trim());
  put(place, "asStated", $("place-stated").value.trim());
  put(place, "unnamed", $("place-unnamed").checked || "");
  put(place, "near", $("place-near").value.trim());
  put(edited, "place", Object.keys(place).length ? place : "");
  for (const name of ["since", "until"]) {
    const before = suggestion.proposal[name] ?? {};
    const edtf = $(`${name}-edtf`).value.trim();
    const same = edtf === (before.edtf ?? interval(before));
    const date = same ? { ...before } : {};
    if (!same) put(date, "edtf", edtf);
    put(date, "asStated", $(`${name}-stated`).value.trim());
    put(date, "because", $(`${name}-because`).value.trim());
    put(edited, name, edtf || date.asStated ? { ...date, basis: $(`${name}-basis`).value } : "");
  }
  edited.suggestion = suggestion.id;
  edited.marking = { tlp: $("marking").value };
  edited.states = {};
  for (const name of ["place", "since", "until", "cause"]) if (!(name in edited)) edited.states[`/${name}`] = "unknown";
  edited.citations = suggestion.citations
    .map(({ coder, ...citation }) => ({ ...citation, field: citation.field.replace(/^\/proposal/, "") }))
    .filter(citation => at(edited, citation.field) !== undefined || citation.field in edited.states);
  return edited;
}

function put(object, name, value) { if (value === "") delete object[name]; else object[name] = value; }

const at = (object, pointer) => pointer.split("/").slice(1).reduce((inside, step) => inside?.[step], object);

async function accept(event) {
  event.preventDefault();
  $("flaws").replaceChildren();
  try {
    const { body, position } = await ask("/cases/v1/crises", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": suggestion.key },
      body: JSON.stringify(crisis()),
    });
    // The position makes ingest-service answer only once it has heard of the record.
    await ask(`/ingest/v1/suggestions/${suggestion.id}`, { headers: position ? { "Toguna-Position": position } : {} }).catch(() => null);
    clear();
    await suggestions(false);
    tell(`${say("accepted")} (${body.id})`);
    $("main").focus();
  } catch (problem) { show(problem); }
}

async function reject() {
  $("flaws").replaceChildren();
  try {
    await ask(`/ingest/v1/suggestions/${suggestion.id}/rejection`, {
      method: "PUT",
      headers: { "Content-Type": "application/json", "If-Match": suggestion.etag },
      body: JSON.stringify({ reason: $("reason").value, ...($("note").value.trim() && { note: $("note").value.trim() }) }),
    });
    clear();
    await suggestions(false);
    tell(say("rejected"));
    $("main").focus();
  } catch (problem) { show(problem); }
}

let typing = 0;
async function places() {
  const typed = $("place-id").value.trim();
  const mine = ++typing;
  if (typed.length < 2) return;
  const found = await ask(`/cases/v1/places?limit=10&q=${encodeURIComponent(typed)}`).catch(() => null);
  if (found && mine === typing) {
    $("places").replaceChildren(...(found.body.items ?? []).map(c => new Option([c.name, c.level].filter(Boolean).join(", "), c.id)));
  }
}

// --- Board -----------------------------------------------------------------------------------------

async function board() {
  const chosen = $("board-status").value;
  await fill($("board-status"), "cases", "crisis_status", chosen);
  $("board-status").prepend(new Option(say("all"), "", false, !chosen));
  const { body } = await ask(`/cases/v1/board?limit=200${chosen ? `&status=${chosen}` : ""}`);
  const rows = await Promise.all(body.items.map(row));
  $("entries").replaceChildren(...rows);
}

/** Who was to call whom, and the last day on which it can have been due is over. */
async function overdue() {
  const { body } = await ask("/cases/v1/promises?overdue=true&limit=50");
  const who = one => one?.asStated ?? one?.actor ?? say("unknown");
  $("promises").replaceChildren(...body.items.map(promise =>
    element("li", `${who(promise.by)} → ${who(promise.to)}: ${promise.what ?? promise.asStated ?? say("unknown")} (${say("dueBy")} ${promise.due?.to})`)));
  $("overdue").hidden = !body.items.length;
}

async function row(entry) {
  const line = element("tr", null, { "data-crisis": entry.crisis });
  const place = [entry.place?.name ?? entry.place?.asStated ?? say("unknown"), ...(entry.place?.within ?? []).slice(1).reverse().map(unit => unit.name)].join(", ");
  const talks = entry.dialogue.flatMap(one => one.parties.map(party => party.name ?? party.actor)).filter(Boolean).join("; ");
  const age = entry.freshness.days;
  const confirmed = element("td", age === undefined ? say("unknown") : `${say("daysAgo")(age)} (${say(entry.freshness.state)})`);
  if (entry.freshness.state === "stale") confirmed.className = "stale";
  line.append(
    element("th", entry.title ? `${place} — ${entry.title}` : place, { scope: "row" }),
    element("td", await label("cases", "crisis_type", entry.type)),
    element("td", await label("cases", "crisis_status", entry.status)),
    element("td", when(entry.since)), element("td", when(entry.until)), confirmed,
    element("td", talks || (entry.dialogue.length ? "…" : say("noEmpty"))));
  return line;
}

const when = date => !date ? say("unknown") : date.edtf ?? (interval(date) || date.asStated) ?? say("unknown");

// --- The page ----------------------------------------------------------------------------------------

async function open(view) {
  if (!token) return;
  $("review").hidden = view !== "review";
  $("board").hidden = view !== "board";
  for (const name of ["review", "board"]) {
    if (name === view) $(`show-${name}`).setAttribute("aria-current", "page"); else $(`show-${name}`).removeAttribute("aria-current");
  }
  location.hash = view;
  try { await (view === "review" ? suggestions(false) : board()); } catch (problem) { show(problem); }
}

function speak() {
  document.documentElement.lang = language;
  document.querySelectorAll("[data-say]").forEach(part => { part.textContent = say(part.dataset.say); });
  $("language").lang = language === "fr" ? "en" : "fr";
}

$("sign-in").addEventListener("submit", event => { event.preventDefault(); token = $("token").value.trim(); enter(); });
$("sign-out").addEventListener("click", leave);
$("language").addEventListener("click", async () => { language = language === "fr" ? "en" : "fr"; speak(); if (token) { clear(); await enter(); } });
$("show-review").addEventListener("click", () => open("review"));
$("show-board").addEventListener("click", () => open("board"));
$("board-status").addEventListener("change", () => open("board"));
$("more").addEventListener("click", () => suggestions(true).catch(show));
$("proposal").addEventListener("submit", accept);
$("reject").addEventListener("click", reject);
$("place-id").addEventListener("input", places);
speak();
enter();
