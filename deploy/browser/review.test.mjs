import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { randomUUID } from "node:crypto";
import { chromium } from "playwright-core";
import { startStack } from "./stack.mjs";

let stack;
let browser;
let transferred = 0;

before(async () => {
  stack = await startStack();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  await browser?.close();
  stack?.stop();
});

async function signedIn(locale = "en-GB") {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  page.on("response", async answer => {
    if (answer.url().includes("/review")) transferred += (await answer.body().catch(() => Buffer.alloc(0))).length;
  });
  page.on("pageerror", error => assert.fail(`the page failed: ${error}`));
  await page.goto(`${stack.origin}/review/`);
  await page.fill("#token", stack.token("reviewer", "ngo-a"));
  await page.click("#sign-in button");
  await page.waitForSelector("#suggestions button", { timeout: 60_000 });
  return page;
}

async function post(path, body, type = "text/plain; charset=UTF-8") {
  const answer = await fetch(stack.origin + path, {
    method: "POST",
    headers: { Authorization: `Bearer ${stack.token("reviewer", "ngo-a")}`, "Content-Type": type },
    body,
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  return answer.json();
}

/** The one draft of a report as the page lists it: others may be a partner's, and not ours to decide. */
async function drafted(page, report) {
  const drafts = await fetch(`${stack.origin}/ingest/v1/suggestions?about=${report.id}`, {
    headers: { Authorization: `Bearer ${stack.token("reviewer", "ngo-a")}` } }).then(answer => answer.json());
  assert.equal(drafts.items.length, 1);
  return listed(page, drafts.items[0].id);
}

/** Pages on until the suggestion is on the list, which is loaded anew whenever it is opened. */
async function listed(page, id) {
  const draft = `#suggestions button[data-id="${id}"]`;
  for (;;) {
    await page.waitForFunction(one => document.querySelector(one) || !document.getElementById("more").hidden, draft);
    if (await page.locator(draft).count()) return draft;
    await page.click("#more");
  }
}

test("a reviewer accepts a suggestion and finds it on the board", async () => {
  const report = await post("/ingest/v1/documents",
    "Bulletin\n\nIn March 2024 gunmen besieged the village of Tonokara-Test. Nothing goes in or out.\n");
  const page = await signedIn();
  const draft = await drafted(page, report);
  await page.click(draft);
  await page.waitForSelector("#proposal:not([hidden])");
  assert.ok(await page.locator("#text mark").count() > 0, "the passages are marked");
  assert.match(await page.locator("#text").innerText(), /Tonokara-Test/);

  await page.fill("#title", "Siege of Tonokara-Test");
  await page.selectOption("#status", "open");
  await page.fill("#since-edtf", "2024-02-30");
  await page.click("#accept");
  await page.waitForSelector("#flaws li");
  assert.match(await page.locator("#flaws").innerText(), /\/since/);

  await page.fill("#since-edtf", "2024-03");
  await page.click("#accept");
  await page.waitForFunction(() => document.getElementById("news").textContent.startsWith("Accepted"), null, { timeout: 30_000 });
  assert.equal(await page.locator(draft).count(), 0, "it waits no longer");

  await page.click("#show-board");
  await page.waitForSelector("#entries tr");
  assert.match(await page.locator("#entries").innerText(), /Siege of Tonokara-Test/);
});

test("nothing can be accepted that is not on the screen beside its report", async () => {
  const [a, b] = await Promise.all([["Alpha-Test", "March 2023"], ["Beta-Test", "May 2024"]].map(([village, month]) =>
    post("/ingest/v1/documents", `Note\n\nIn ${month} gunmen besieged the village of ${village}. Nothing goes in or out.\n`)));
  const page = await signedIn();
  const [first, second] = [await drafted(page, a), await drafted(page, b)];
  await page.click(first);
  await page.waitForSelector("#proposal:not([hidden])");

  let letGo;
  const slow = new Promise(resolve => { letGo = resolve; });
  await page.route(`**/ingest/v1/documents/${b.id}/reading`, async route => { await slow; await route.continue(); });
  await page.click(second);
  assert.equal(await page.locator("#proposal").isHidden(), true, "the first is gone at once");
  assert.equal(await page.locator("#accept").isDisabled(), true);
  assert.equal(await page.locator("#text").innerText(), "");
  await page.evaluate(() => document.getElementById("proposal").requestSubmit());
  letGo();

  await page.waitForSelector("#proposal:not([hidden])");
  assert.match(await page.locator("#text").innerText(), /Beta-Test/);
  assert.equal(await page.locator("#place-stated").inputValue(), "Beta-Test");
  assert.equal(await page.locator(second).count(), 1, "nothing was accepted meanwhile");
  assert.equal(await page.locator(first).count(), 1);
  await page.click(first);
  await page.click(second);
  await page.waitForSelector("#proposal:not([hidden])");
  assert.equal(await page.locator("#place-stated").inputValue(), "Beta-Test", "the last click counts");
  await page.context().close();
});

test("a suggestion of every kind can be reviewed", async () => {
  const report = await post("/ingest/v1/documents", `Note ${randomUUID()}\n\nThe elders met the fighters on 3 May 2024.\n`);
  const dialogue = await post("/cases/v1/cases", JSON.stringify({ type: "siege_lifting" }), "application/json");
  const proposals = {
    meeting: { case: dialogue.id, status: "held", asStated: "The elders met the fighters" },
    incident: { type: "armed_clash", title: "The elders met the fighters" },
    case: { type: "siege_lifting", title: "A thread of talks" },
  };
  const page = await signedIn();
  for (const [type, proposal] of Object.entries(proposals)) {
    const posted = await post("/ingest/v1/suggestions", JSON.stringify({ document: report.id, type, proposal }), "application/json");
    await page.click("#show-review");
    const draft = await listed(page, posted.id);
    assert.doesNotMatch(await page.locator(draft).innerText(), /undefined/);
    await page.click(draft);
    await page.waitForSelector("#proposal:not([hidden])");
    assert.ok(await page.locator("#fields [data-pointer]").count() > 0, `the values of a ${type} are shown`);
    await page.click("#accept");
    await page.waitForFunction(() => document.getElementById("news").textContent.startsWith("Accepted"), null, { timeout: 30_000 });
    assert.equal(await page.locator(draft).count(), 0, `a ${type} waits no longer`);
  }
  await page.context().close();
});

test("a promise that is overdue alerts whoever signs in", async () => {
  const dialogue = await post("/cases/v1/cases", JSON.stringify({ type: "siege_lifting" }), "application/json");
  await post("/cases/v1/promises", JSON.stringify({ case: dialogue.id, status: "open", by: { asStated: "a chief" },
    to: { asStated: "a shepherd" }, what: "call after the harvest", due: { edtf: "2021-11" } }), "application/json");
  const page = await signedIn();

  await page.waitForSelector("#promises li");
  assert.match(await page.locator("#overdue").innerText(), /Overdue promises[^]*a chief → a shepherd: call after the harvest \(due by 2021-11-30\)/);
  await page.context().close();
});

test("a reviewer works in French and with the keyboard alone", async () => {
  const report = await post("/ingest/v1/documents", "Note\n\nDes hommes armés ont enlevé deux enseignants en mai 2024 à Tonokara-Essai.\n");
  const page = await signedIn("fr-FR");
  assert.equal(await page.locator("html").getAttribute("lang"), "fr");
  assert.match(await page.locator("#show-board").innerText(), /Tableau/);
  await page.focus(await drafted(page, report));
  await page.keyboard.press("Enter");
  await page.waitForSelector("#proposal:not([hidden])");
  await page.waitForFunction(() => document.activeElement.id === "type");
  for (let steps = 0; steps < 60; steps++) {
    if (await page.evaluate(() => document.activeElement.id === "reject")) break;
    await page.keyboard.press("Tab");
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "reject");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("news").textContent.startsWith("Rejetée"), null, { timeout: 30_000 });
});

test("the page is under 200 kB and names every control", async () => {
  const page = await signedIn();
  const unnamed = await page.evaluate(() =>
    [...document.querySelectorAll("input, select, textarea, button")]
      .filter(control => !control.labels?.length && !control.textContent.trim() && !control.getAttribute("aria-label"))
      .map(control => control.id));
  assert.deepEqual(unnamed, []);
  assert.ok(transferred > 0 && transferred / 3 < 200_000, `${transferred / 3} bytes a visit`);
});
