import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { rolePermissions } from '../src/kernel/access/roles.ts';
import { fieldsOf } from '../src/kernel/forms/fields.ts';
import type { AnyPage } from '../src/kernel/pages/page.ts';
import { rooms } from '../src/modules/index.ts';
import {
  accessibilityFaults,
  type Demonstration,
  openDemonstration,
  scrollsSideways,
  unreachableRegions,
} from './browser.ts';

let demonstration: Demonstration;
before(async () => {
  demonstration = await openDemonstration();
});
after(() => demonstration.close());

const held = rolePermissions['business-manager'] as readonly string[];

/** Forms are all drawn from their fields by one piece of code: of those with the same kinds of field, one is looked at. */
const looked = [...new Map(rooms.flatMap((room) => room.pages).map((page) => [lookOf(page), page])).values()];

function lookOf(page: AnyPage): string {
  if (page.kind !== 'form' || page.path.includes(':')) return page.path;
  const kinds = fieldsOf(page.command.input).map(({ kind, words }) => `${kind} ${words.widget ?? ''}`);
  return [...new Set(kinds)]
    .toSorted()
    .concat(String(page.intro === undefined), String(page.after === undefined))
    .join();
}

/** Said in the address which record they are about, so they are reached from a record. */
const aboutARecord = ['/guests/new', '/information-governance/redactions/record'];

/** Pages whose address needs no record and that a business manager may open, and one record of each list. */
async function addressesOf(page: Page): Promise<string[]> {
  const fixed = looked
    .filter((p) => p.kind !== 'download' && !p.path.includes(':'))
    .filter((p) => held.includes(p.kind === 'form' ? p.command.permission : p.query.permission))
    .map((p) => p.path)
    .filter((path) => !aboutARecord.includes(path));
  const ofYear = ['', '/coverage', '/findings', '/sign-off'].map((part) => `/report/2024-25${part}`);
  const versions = ['', '/children', '/children/preview', '/children/opening', '/children/signature'];
  const ofVersions = versions.map((part) => `/report/2023-24/versions${part}`);
  const found = new Set([...fixed, ...ofYear, ...ofVersions, '/plan/years/2024-25']);
  for (const list of fixed) {
    await page.goto(list);
    const hrefs = await hrefsOn(page);
    const record = hrefs.find((href) => href.startsWith(`${list}/`) && /[0-9a-f]{8}-/.test(href));
    if (record) found.add(record);
  }
  // What is done to a record of any room (moved, redacted, said to be wrong) has pages of its own, offered at the record's foot.
  for (const strands of ['/thread/findings/0', '/thread/actions/0']) {
    const strand = [...found].find((address) => address.startsWith(strands));
    if (strand === undefined) continue;
    await page.goto(strand);
    for (const href of await hrefsOn(page)) if (href.includes('ref=')) found.add(href);
  }
  return [...found];
}

function hrefsOn(page: Page): Promise<string[]> {
  return page
    .locator('main a[href*="/"]')
    .evaluateAll((links) =>
      links.map((link) => (link as unknown as { getAttribute(name: string): string }).getAttribute('href')),
    );
}

test('no page a business manager opens has an accessibility fault', { timeout: 400_000 }, async () => {
  const page = await demonstration.as('Nerys Coldbrook');
  const faults: string[] = [];
  const addresses = await addressesOf(page);
  assert(addresses.length > 60, String(addresses.length));
  for (const address of addresses) {
    const answer = await page.goto(address);
    if (answer?.status() !== 200) faults.push(`${address} answered ${answer?.status()}`);
    for (const fault of await accessibilityFaults(page)) faults.push(`${address}: ${fault}`);
  }
  assert.deepEqual(faults, []);
});

test('York’s report and year, the fullest pages there are, have no accessibility fault', {
  timeout: 240_000,
}, async () => {
  const page = await demonstration.as(/^Business Manager/);
  for (const address of ['/plan/years/2024-25', '/report/2024-25']) {
    await page.goto(address);
    assert.deepEqual(await accessibilityFaults(page), [], address);
  }
});

test('no page scrolls sideways on a phone, and what does scroll there can be reached by keyboard', {
  timeout: 240_000,
}, async () => {
  const page = await demonstration.as(/^Business Manager/, { viewport: { width: 390, height: 844 } });
  const faults: string[] = [];
  for (const address of await addressesOf(page)) {
    await page.goto(address);
    if (await scrollsSideways(page)) faults.push(`${address} scrolls sideways`);
    for (const region of await unreachableRegions(page))
      faults.push(`${address}: ${region} scrolls but takes no focus`);
  }
  assert.deepEqual(faults, []);
});

test('pages for anybody have no accessibility fault', async () => {
  const context = await demonstration.browser.newContext({ baseURL: demonstration.address });
  const page = await context.newPage();
  for (const address of [
    '/sign-in',
    '/help',
    '/accessibility',
    '/privacy',
    '/published/fernshire/2023-24',
    '/no-such-page',
  ]) {
    await page.goto(address);
    assert.deepEqual(await accessibilityFaults(page), [], address);
  }
  await context.close();
});

test('the check itself finds what it is there for: a picture without words, a field without a label, pale text', async () => {
  const context = await demonstration.browser.newContext({ baseURL: demonstration.address });
  const page = await context.newPage();
  await page.setContent(
    '<html lang="en"><title>Planted</title><main><h1>Planted</h1><img src="x"><input><p style="color:#ccc;background:#fff">Pale</p></main></html>',
  );
  const found = (await accessibilityFaults(page)).map((fault) => fault.split(' ')[0]);
  for (const rule of ['image-alt', 'label', 'color-contrast']) assert(found.includes(rule), rule);
  await context.close();
});
