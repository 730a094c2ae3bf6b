import { words } from "/review/words.js";

const $ = id => document.getElementById(id);
let language = (navigator.language || "en").startsWith("fr") ? "fr" : "en";
let token = sessionStorage.getItem("token");
let suggestion = null; // the one on the screen, beside its report; null while another is being opened
let opening = new AbortController();
let next = null;
const labels = {}; // asked for
const known = {}; // answered

const say = name => words[language][name];

// Where a suggestion of each kind is recorded once it is accepted.
const KINDS = {
  crisis: "/cases/v1/crises", case: "/cases/v1/cases", incident: "/cases/v1/incidents", agreement: "/cases/v1/agreements",
  term: "/cases/v1/terms", harm: "/cases/v1/harms", meeting: "/cases/v1/meetings", outcome: "/cases/v1/outcomes",
  breach: "/cases/v1/breaches", actor: "/actors/v1/actors", relation: "/actors/v1/relations",
};

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
    known[key] = body.entries.map(entry => ({ code: entry.code, label: entry.label })));
  return labels[key];
}

async function fill(select, service, list, chosen) {
  offer(select, await codes(service, list), chosen);
}

function offer(select, entries, chosen) {
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

let listing = 0;

/** The list, or its next page. Whoever opens it again while it loads gets one list, not two in one. */
async function suggestions(more) {
  const mine = ++listing;
  const cursor = more && next ? `&cursor=${encodeURIComponent(next)}` : "";
  $("more").hidden = true;
  const { body } = await ask(`/ingest/v1/suggestions?status=open&limit=20${cursor}`);
  const headings = await Promise.all(body.items.map(heading));
  if (mine !== listing) return;
  next = body.next ?? null;
  if (!more) $("suggestions").replaceChildren();
  for (const [at, item] of body.items.entries()) {
    const button = element("button", headings[at], { type: "button", "data-id": item.id });
    button.addEventListener("click", () => choose(item.id));
    const row = element("li");
    row.append(button);
    $("suggestions").append(row);
  }
  $("more").hidden = !next;
  if (!$("suggestions").children.length) { $("suggestions").append(element("li", say("none"))); clear(); }
}

/** What a line of the list says: the kind, and what tells this one from others. */
async function heading({ type, proposal }) {
  const kind = type === "crisis" ? await label("cases", "crisis_type", proposal.type) : await label("ingest", "suggestion_type", type);
  const told = [proposal.title, proposal.place?.asStated, proposal.place?.id, proposal.names?.[0]?.text, proposal.asStated, proposal.text, proposal.type, proposal.status];
  return `${kind} — ${told.find(words => typeof words === "string" && words) ?? say("unknown")}`;
}

function clear() {
  suggestion = null;
  opening.abort();
  $("proposal").hidden = true;
  $("accept").disabled = $("reject").disabled = true;
  $("text").replaceChildren();
  $("document").textContent = "";
}

/** Nothing of a suggestion is shown before all of it is here, and nothing once another was chosen. */
async function choose(id) {
  clear();
  const mine = opening = new AbortController();
  const { signal } = mine;
  $("flaws").replaceChildren();
  document.querySelectorAll("#suggestions button").forEach(button =>
    button.dataset.id === id ? button.setAttribute("aria-current", "true") : button.removeAttribute("aria-current"));
  tell(say("loading"));
  try {
    const read = await ask(`/ingest/v1/suggestions/${id}`, { signal });
    const chosen = { ...read.body, etag: read.etag, key: crypto.randomUUID() };
    const [about, reading] = await Promise.all([
      ask(`/ingest/v1/documents/${chosen.document}`, { signal }),
      ask(`/ingest/v1/documents/${chosen.document}/reading`, { signal }),
      choices(chosen),
    ]);
    if (signal.aborted) return;
    highlight(reading.body.text, chosen.citations);
    $("document").textContent = [about.body.title, about.body.publisher, about.body.publishedAt?.asStated, about.body.marking?.tlp, reading.body.more && say("mentionsCut")].filter(Boolean).join(" · ");
    form(chosen);
    suggestion = chosen;
    $("accept").disabled = $("reject").disabled = false;
    $("proposal").hidden = false;
    tell("");
    $("text").querySelector("mark")?.scrollIntoView({ block: "center" });
    $(chosen.type === "crisis" ? "type" : "marking").focus();
  } catch (problem) { if (!signal.aborted) show(problem); }
}

/** The labels of the codes that the form of a crisis offers, fetched before anything is shown. */
async function choices({ type }) {
  if (type === "crisis") await Promise.all([codes("cases", "crisis_type"), codes("cases", "crisis_status")]);
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

function form(chosen) {
  const { proposal } = chosen;
  $("crisis").hidden = chosen.type !== "crisis";
  $("fields").replaceChildren();
  $("others").replaceChildren();
  $("origin").textContent = `${chosen.origin === "posted" ? say("postedBy") : say("draftedBy")} · ${chosen.citations.length} ${say("passages")}`;
  if (chosen.type === "crisis") crisisForm(chosen); else fieldsForm(proposal);
}

/** Every value of a record of any kind, under the name that its contract gives it. */
function fieldsForm(proposal) {
  leaves(proposal).forEach(([pointer, value], i) => {
    const long = typeof value === "string" && value.length > 80;
    const input = element(long ? "textarea" : "input", null, { id: `field-${i}`, "data-pointer": pointer });
    if (typeof value === "boolean") { input.type = "checkbox"; input.checked = value; }
    else { if (typeof value === "number") { input.type = "number"; input.step = "any"; } input.value = value; }
    $("fields").append(element("label", pointer.slice(1).replaceAll("/", " › "), { for: input.id }), input);
  });
}

function leaves(value, pointer = "") {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [[pointer, value]];
  return Object.entries(value).flatMap(([step, inside]) => leaves(inside, `${pointer}/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`));
}

function crisisForm({ proposal, candidates }) {
  offer($("type"), known[`${language}/crisis_type`], proposal.type);
  offer($("status"), known[`${language}/crisis_status`], proposal.status);
  $("title").value = proposal.title ?? "";
  $("place-stated").value = proposal.place?.asStated ?? "";
  $("place-id").value = proposal.place?.id ?? "";
  $("place-unnamed").checked = Boolean(proposal.place?.unnamed);
  $("place-near").value = proposal.place?.near ?? "";
  $("places").replaceChildren(...(candidates?.["/place"] ?? []).map(c => new Option([`${c.name} (${c.level})`, c.reason].filter(Boolean).join(" — "), c.id)));
  for (const name of ["since", "until"]) {
    const date = proposal[name] ?? {};
    $(`${name}-edtf`).value = date.edtf ?? interval(date);
    $(`${name}-stated`).value = date.asStated ?? "";
    $(`${name}-basis`).value = date.basis ?? "stated";
    $(`${name}-because`).value = date.because ?? "";
  }
  $("cause").value = proposal.cause ?? "";
  const others = ["by", "victims", "harms"].filter(name => proposal[name]?.length);
  $("others").replaceChildren(...(others.length ? [element("p", say("also"))] : []), ...others.map(name =>
    element("p", `${name}: ${proposal[name].map(one => [one.asStated ?? one.description ?? one.type, one.count?.best, one.fate].filter(x => x !== undefined).join(" ")).join("; ")}`)));
}

const interval = ({ from, to }) => from || to ? `${from ?? ".."}/${to ?? ".."}` : "";

/** A record of any kind as the reviewer sees it; what was left empty is left out. */
function record(chosen) {
  const edited = structuredClone(chosen.proposal);
  $("fields").querySelectorAll("[data-pointer]").forEach(input => {
    const steps = input.dataset.pointer.split("/").slice(1).map(step => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const inside = steps.slice(0, -1).reduce((object, step) => object[step], edited);
    put(inside, steps.at(-1), input.type === "checkbox" ? input.checked : input.type === "number" && input.value !== "" ? Number(input.value) : input.value.trim());
  });
  return accepting(chosen, edited);
}

function accepting(chosen, edited) {
  edited.suggestion = chosen.id;
  edited.marking = { tlp: $("marking").value };
  edited.states ??= {};
  edited.citations = chosen.citations
    .map(({ coder, ...citation }) => ({ ...citation, field: citation.field.replace(/^\/proposal/, "") }))
    .filter(citation => at(edited, citation.field) !== undefined || citation.field in edited.states);
  return edited;
}

/** The crisis as the reviewer sees it; what was left empty is left out, and stays unknown. */
function crisis(chosen) {
  const edited = structuredClone(chosen.proposal);
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
    const before = chosen.proposal[name] ?? {};
    const edtf = $(`${name}-edtf`).value.trim();
    const same = edtf === (before.edtf ?? interval(before));
    const date = same ? { ...before } : {};
    if (!same) put(date, "edtf", edtf);
    put(date, "asStated", $(`${name}-stated`).value.trim());
    put(date, "because", $(`${name}-because`).value.trim());
    put(edited, name, edtf || date.asStated ? { ...date, basis: $(`${name}-basis`).value } : "");
  }
  edited.states = {};
  for (const name of ["place", "since", "until", "cause"]) if (!(name in edited)) edited.states[`/${name}`] = "unknown";
  return accepting(chosen, edited);
}

function put(object, name, value) { if (value === "") delete object[name]; else object[name] = value; }

const at = (object, pointer) => pointer.split("/").slice(1).reduce((inside, step) => inside?.[step], object);

/** Does something with the suggestion that is on the screen, once; while it goes on nothing else can be decided. */
async function decide(how) {
  const chosen = suggestion;
  if (!chosen) return;
  $("flaws").replaceChildren();
  $("accept").disabled = $("reject").disabled = true;
  try {
    const told = await how(chosen);
    if (suggestion === chosen) clear();
    await suggestions(false);
    tell(told);
    $("main").focus();
  } catch (problem) {
    if (suggestion === chosen) { $("accept").disabled = $("reject").disabled = false; }
    show(problem);
  }
}

async function accept(event) {
  event.preventDefault();
  await decide(async chosen => {
    const path = KINDS[chosen.type];
    if (!path) throw new Error(say("cannotBeAccepted"));
    const { body, position } = await ask(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": chosen.key },
      body: JSON.stringify(chosen.type === "crisis" ? crisis(chosen) : record(chosen)),
    });
    // The position makes ingest-service answer only once it has heard of the record.
    await ask(`/ingest/v1/suggestions/${chosen.id}`, { headers: position ? { "Toguna-Position": position } : {} }).catch(() => null);
    return `${say(chosen.type === "crisis" ? "accepted" : "recorded")} (${body.id})`;
  });
}

async function reject() {
  await decide(async chosen => {
    await ask(`/ingest/v1/suggestions/${chosen.id}/rejection`, {
      method: "PUT",
      headers: { "Content-Type": "application/json", "If-Match": chosen.etag },
      body: JSON.stringify({ reason: $("reason").value, ...($("note").value.trim() && { note: $("note").value.trim() }) }),
    });
    return say("rejected");
  });
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
