import assert from "node:assert/strict";
import { after, before, test } from "node:test";
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
  const draft = `#suggestions button[data-id="${drafts.items[0].id}"]`;
  while (!(await page.locator(draft).count())) await page.click("#more");
  return draft;
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
