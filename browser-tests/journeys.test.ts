import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, openDemonstration } from './browser.ts';

let demonstration: Demonstration;
before(async () => {
  demonstration = await openDemonstration();
});
after(() => demonstration.close());

const manager = /^Business Manager/;

async function heading(page: Page): Promise<string> {
  return (await page.locator('h1').first().innerText()).trim();
}

test('York’s business manager reaches the year, the composed report, a gap in it, and the record behind a figure', async () => {
  const page = await demonstration.as(manager);
  assert.match(await heading(page), /City of York/);
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.goto('/plan/years/2024-25');
  for (const priority of [
    'Prevention, Early Support and Early Help',
    'Child Exploitation',
    'Children Missing from Education',
    'Working with Fathers and Male Carers',
    'Mental Health and Wellbeing',
  ]) {
    assert(await page.getByText(priority).first().isVisible(), priority);
  }
  await page.getByRole('link', { name: 'Yearly report' }).first().click();
  await page.goto('/report/2024-25');
  assert.match(await page.locator('main').innerText(), /YR23-10/);
  const note = page.locator('.gt-report a[href^="/evidence/"]').first();
  await note.click();
  assert.match(page.url(), /\/evidence\//);
  assert.match(await page.locator('main').innerText(), /00[12]:\d+/);
});

test('the report works without JavaScript, and by keyboard', async () => {
  const page = await demonstration.as(manager, { javaScriptEnabled: false });
  await page.goto('/report/2024-25/findings');
  assert.match(await heading(page), /rules found/);
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  assert.equal(await skip.getAttribute('href'), '#main-content');
});

test('a form that does not fit says so at the field and in the summary, and keeps what was typed', async () => {
  const page = await demonstration.as(manager);
  await page.goto('/governance/agencies/new');
  await page.getByLabel('Where this is stated').fill('Document 003');
  await page.getByRole('button', { name: 'Add agency' }).click();
  const link = page.locator('.govuk-error-summary a').first();
  assert.equal(await link.getAttribute('href'), '#name');
  assert.equal(await page.getByLabel('Where this is stated').inputValue(), 'Document 003');
  await link.click();
  assert.equal(await page.locator(':focus').getAttribute('id'), 'name');
});

test('nobody of York sees Fernshire by its addresses', async () => {
  const page = await demonstration.as(/Analyst/);
  await page.goto('/evidence');
  const href = await page.locator('main table a[href^="/evidence/items/"]').first().getAttribute('href');
  assert(href);
  const stranger = await demonstration.as(manager);
  assert.equal((await stranger.goto(href))?.status(), 404);
});

test('Fernshire’s draft goes from its findings by three signatures to a report that anybody can read', {
  timeout: 110_000,
}, async () => {
  const page = await demonstration.as('Nerys Coldbrook');
  await page.goto('/report/2024-25/sign-off');
  assert.match(await page.locator('main').innerText(), /7 findings stand in the way/);
  for (;;) {
    await page.goto('/report/2024-25/findings');
    const open = page.locator('.gt-finding--high a[href*="/waivers/new"]');
    if ((await open.count()) === 0) break;
    await open.first().click();
    await page.getByLabel('Why it may stand').fill('Agreed to stand for this demonstration.');
    await page.getByRole('button', { name: 'Let it stand under my name' }).click();
  }
  for (const lead of ['Philippa Thistlewood-Okoro', 'Dr Rukhsana Fellgate', 'Marguerite Stavely']) {
    const signatory = await demonstration.as(lead);
    await signatory.goto('/report/2024-25/sign-off');
    await signatory.getByRole('button', { name: 'Sign for the partner I lead' }).click();
    await signatory.getByRole('button', { name: 'Sign off the report' }).click();
    assert.match(await signatory.locator('main').innerText(), /Your signature is recorded/);
  }
  await page.goto('/report/2024-25/sign-off');
  await page.getByRole('button', { name: 'Publish the report' }).click();
  await page.getByRole('button', { name: 'Publish the report' }).click();
  assert.match(await page.locator('main').innerText(), /Published on 15 September 2025/);
  const anybody = await (
    await demonstration.browser.newContext({ baseURL: demonstration.address })
  ).newPage();
  assert.equal((await anybody.goto('/published/fernshire/2024-25'))?.status(), 200);
  assert.match(await anybody.locator('body').innerText(), /Fernshire Safeguarding Children Partnership/);
  assert.doesNotMatch(await anybody.locator('body').innerText(), /Draft: not yet signed off/);
});
