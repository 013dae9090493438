// Checking a report that is already written, in a real browser: on a phone without JavaScript, and wide with it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

const report = {
  name: 'annual-report.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(`Marlshire Safeguarding Children Partnership
Annual Report 2024/25

1. Foreword

The safeguarding partners introduce the year.

2. Priorities

2.1 Neglect

Attendance has improved significantly. Referrals have increased, and outcomes are better than ever before.

2.2 Exploitation

Police and schools met every month.

3. Training

The partnership offered these courses between 1 April 2024 and 31 March 2025.

Course\tSessions\tAttendees\tPeople who booked a place and did not come to the course
Induction\t3\t40\t2
Working with families\t2\t30\t4
Total\t6\t90\t6
`),
};

for (const [where, options] of [
  ['on a phone without JavaScript', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }],
  ['wide with JavaScript', {}],
] as const) {
  test(`a report is checked ${where}: the list leads to the words in the document and back`, async () => {
    const page = await demonstration.as(/business manager/i, options);
    await page.goto('/check');
    await page.locator('input[name=file]').setInputFiles(report);
    await page.getByRole('button', { name: 'Check this report' }).click();
    await page.locator('h1', { hasText: 'What the rules found' }).waitFor();
    assert.equal(await scrollsSideways(page), false);
    assert.deepEqual(await unreachableRegions(page), []);
    const finding = page.locator('.gt-finding--high').first();
    await finding.getByRole('link').first().click();
    const mark = page.locator('.gt-mark__place:target + mark');
    assert.equal(await mark.textContent(), '6');
    assert.equal(await mark.isVisible(), true);
    const back = page.locator('.gt-mark__note').filter({ hasText: 'must be mended' }).first();
    await back.press('Enter');
    assert.match(new URL(page.url()).hash, /^#finding-\d+$/);
    if (!('javaScriptEnabled' in options)) assert.deepEqual(await accessibilityFaults(page), []);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download this list (CSV)' }).click();
    assert.equal((await download).suggestedFilename(), 'findings.csv');
  });
}
