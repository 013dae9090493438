import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { rooms } from '../src/modules/index.ts';
import { accessibilityFaults, type Demonstration, openDemonstration, scrollsSideways } from './browser.ts';

let demonstration: Demonstration;
before(async () => {
  demonstration = await openDemonstration();
});
after(() => demonstration.close());

/** Pages whose address needs no record, and one record of each list that leads to records. */
async function addressesOf(page: Page): Promise<string[]> {
  const fixed = rooms
    .flatMap((room) => room.pages)
    .filter((p) => p.kind !== 'download' && !p.path.includes(':'))
    .map((p) => p.path);
  const found = new Set([
    ...fixed,
    '/report/2024-25',
    '/report/2024-25/coverage',
    '/report/2024-25/findings',
    '/report/2024-25/sign-off',
    '/plan/years/2024-25',
  ]);
  for (const list of fixed) {
    await page.goto(list);
    const first = await page
      .locator('main a[href*="/"]')
      .evaluateAll((links) =>
        links.map((link) => (link as unknown as { getAttribute(name: string): string }).getAttribute('href')),
      );
    const record = first.find((href) => href.startsWith(`${list}/`) && /[0-9a-f]{8}-/.test(href));
    if (record) found.add(record);
  }
  return [...found];
}

for (const [who, width] of [
  ['Business Manager', 1280],
  ['Business Manager', 390],
] as const) {
  test(`no page has an accessibility fault or scrolls sideways at ${width} pixels`, {
    timeout: 110_000,
  }, async () => {
    const page = await demonstration.as(who, { viewport: { width, height: 900 } });
    const faults: string[] = [];
    for (const address of await addressesOf(page)) {
      const answer = await page.goto(address);
      if (answer?.status() !== 200) faults.push(`${address} answered ${answer?.status()}`);
      for (const fault of await accessibilityFaults(page)) faults.push(`${address}: ${fault}`);
      if (await scrollsSideways(page)) faults.push(`${address} scrolls sideways`);
    }
    assert.deepEqual(faults, []);
  });
}

test('pages for anybody have no accessibility fault', async () => {
  const page = await demonstration.browser.newPage({ baseURL: demonstration.address });
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
  await page.close();
});
