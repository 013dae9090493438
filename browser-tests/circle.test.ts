// A circle, by its pages: what the police gave is quoted outside it only when the police agree; what is opened in an emergency
// is told at once to those who look after who may see what.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, openDemonstration } from './browser.ts';

const circle = 'Exploitation: what the police know';
const given = 'Three young people name the same car park by the river';

let demonstration: Demonstration;
before(async () => {
  demonstration = await openDemonstration();
});
after(() => demonstration.close());

/** A page of somebody's own that says soon when something is not there. */
async function as(name: string): Promise<Page> {
  const page = await demonstration.as(name);
  page.setDefaultTimeout(10_000);
  return page;
}

const words = (page: Page) => page.locator('main').innerText();

/** The police lead records a finding in the circle; what is given back is its address. */
async function policeGive(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Thread', exact: true }).click();
  await page.getByRole('link', { name: 'Record a finding' }).first().click();
  await page.getByLabel('Finding', { exact: true }).fill(given);
  await page.getByLabel('What was found').fill('Officers met them there on two Fridays in August 2025.');
  await page.getByLabel('Circle').selectOption({ label: circle });
  await page.getByRole('button', { name: 'Record finding' }).click();
  assert.match(await words(page), /Only the people of the circle “Exploitation: what the police know”/);
  return page.url();
}

/** The business manager opens it to everybody, as if it were their own. */
async function openToEverybody(page: Page, finding: string): Promise<void> {
  await page.goto(finding);
  await page.getByRole('link', { name: 'Open it to everybody' }).click();
  await page.getByLabel('Why').fill('The plan for 2025/26 starts from it.');
  await page.getByRole('button', { name: 'Open it to everybody' }).click();
}

test('what the police gave leaves its circle only as far as the police lead agreed', {
  timeout: 110_000,
}, async () => {
  const police = await as('Ravinder Hollowdale');
  const finding = await policeGive(police);

  const manager = await as('Nerys Coldbrook');
  await openToEverybody(manager, finding);
  assert.match(await words(manager), /Fernshire Constabulary gave this, and has not agreed/);
  assert(await manager.getByRole('link', { name: 'Ask Fernshire Constabulary' }).isVisible());
  await manager.goto(finding);
  await manager.getByRole('link', { name: 'What was asked of its originator' }).click();
  assert.match(await words(manager), /Nothing was asked about this record yet/);
  await manager.getByRole('link', { name: 'Ask the agency that gave this record' }).click();
  await manager.getByLabel('Quote it in a record outside the circle').check();
  await manager.getByLabel('Why').fill('To say in the plan for 2025/26 where work begins.');
  await manager.getByRole('button', { name: 'Ask', exact: true }).click();
  assert.match(await words(manager), /Waiting for an answer/);

  await police.goto('/');
  await police.getByRole('link', { name: /^Answer for your agency/ }).click();
  await police.getByRole('link', { name: 'Answer for your agency' }).click();
  await police.getByLabel('Agree').check();
  for (const [part, number] of [
    ['Day', '31'],
    ['Month', '10'],
    ['Year', '2025'],
  ] as const)
    await police.getByLabel(part).fill(number);
  await police.getByLabel('Reason or conditions').fill('As long as the place is not named.');
  await police.getByRole('button', { name: 'Send the answer' }).click();
  assert.match(await words(police), /Agreed until 31 October 2025/);

  await manager.goto('/');
  await manager.getByText(/more to look at when you have time/).click();
  await manager
    .getByRole('link', { name: /^Your request was agreed/ })
    .first()
    .click();
  assert.match(await words(manager), /As long as the place is not named/);
  await openToEverybody(manager, finding);
  assert.match(await words(manager), /has not agreed/, 'an answer about quoting is none about moving');
  const analyst = await as('Xanthe Rookwood-Iqbal');
  assert.equal((await analyst.goto(finding))?.status(), 404);
});

test('emergency access by another agency’s lead stands on the business manager’s home page at once', {
  timeout: 110_000,
}, async () => {
  const manager = await as('Nerys Coldbrook');
  await manager.getByRole('link', { name: 'Children', exact: true }).click();
  const record = await manager.getByRole('link', { name: 'Juniper Testwood' }).getAttribute('href');
  const number = record?.split('/').at(-1) ?? '';

  const lead = await as('Chidi Holmwick');
  assert.equal((await lead.goto(`/children/${number}`))?.status(), 404);
  await lead.goto('/children');
  await lead.getByRole('link', { name: 'Ask for emergency access' }).click();
  await lead.getByLabel('Record').fill(number);
  await lead
    .getByLabel('Why it cannot wait')
    .fill('She is at the clinic now and will not say where home is.');
  await lead.getByRole('button', { name: 'Open the record now' }).click();
  assert.match(await words(lead), /Juniper Testwood[\s\S]*Open to you alone until/);
  assert.equal((await lead.goto(`/children/${number}`))?.status(), 404);

  await manager.goto('/');
  await manager.getByRole('link', { name: /^Chidi Holmwick was given emergency access/ }).click();
  assert.match(await words(manager), /will not say where home is/);
  assert.doesNotMatch(await words(manager), /Juniper/);
  await manager.getByRole('link', { name: 'Say whether it was justified' }).click();
  await manager.getByLabel('Yes').check();
  await manager.getByRole('button', { name: 'Save' }).click();
  assert.match(await words(manager), /Justified: Nerys Coldbrook, 15 September 2025/);
  await manager.goto('/');
  assert.equal(await manager.getByRole('link', { name: /was given emergency access/ }).count(), 0);
});
