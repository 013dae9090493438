// Hostile text in the records, opened in a real browser: nothing of it runs, and the content security policy has nothing to stop.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hostileHouse, type HostileHouse, put, textsIn } from '../src/hostile/house.ts';
import { nastyTexts } from '../src/hostile/nasty.ts';
import { testClock } from '../src/ground/testing.ts';
import { startSession } from '../src/kernel/access/session.ts';
import { perform } from '../src/kernel/operation/perform.ts';
import { isRefusal } from '../src/kernel/operation/refusals.ts';
import { rooms } from '../src/modules/index.ts';
import { buildServer } from '../src/surfaces/web/server.ts';
import { openBrowser } from './browser.ts';

let hostile: HostileHouse;

before(async () => {
  hostile = await hostileHouse();
  const scripts = nastyTexts.slice(0, 6);
  let next = 0;
  for (const { command, input } of hostile.acts.values()) {
    for (const path of textsIn(input)) {
      const text = scripts[next++ % scripts.length];
      await perform(hostile.home.house, command, hostile.everybody, put(input, path, text)).catch(
        (error: unknown) => {
          if (!isRefusal(error)) throw error;
        },
      );
    }
  }
});
after(() => hostile.home.close());

test('no script of a record runs on any page that lists or shows it', { timeout: 110_000 }, async () => {
  const { home, everybody } = hostile;
  assert(everybody.identity.kind === 'person');
  const settings = {
    mode: 'demonstration',
    publicUrl: 'http://127.0.0.1',
    fixedDay: testClock.today,
    clock: () => testClock,
  } as const;
  const app = await buildServer(home.house, rooms, settings, { logger: false });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser();
  try {
    const who = {
      account_id: null,
      partnership_id: everybody.partnership_id,
      person_id: everybody.identity.person_id,
    };
    const value = await startSession(home.house, who, new Date());
    const context = await browser.newContext({ baseURL: address });
    await context.addCookies([{ name: 'session', value, url: address }]);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of'))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    const lists = rooms
      .flatMap((room) => room.pages)
      .filter((one) => one.kind === 'page' && !one.path.includes(':'))
      .map((one) => one.path);
    const opened = new Set<string>();
    for (const list of lists) {
      await page.goto(list);
      opened.add(list);
      const links = await page
        .locator('main a[href^="/"]')
        .evaluateAll((all) =>
          all.map((one) => (one as unknown as { getAttribute(name: string): string }).getAttribute('href')),
        );
      for (const link of links
        .filter((href) => !/\.(csv|pdf|docx|html|json)(\?|$)|\/files\//.test(href))
        .slice(0, 2)) {
        if (opened.has(link)) continue;
        opened.add(link);
        // A file is saved and not shown, so nothing of it can run.
        await page.goto(link).catch((error: Error) => {
          if (!error.message.includes('Download is starting')) throw error;
        });
        assert.equal(await page.evaluate('globalThis.ran'), undefined, link);
      }
      assert.equal(await page.evaluate('globalThis.ran'), undefined, list);
    }
    assert.deepEqual(complaints, []);
    assert(opened.size > 40, String(opened.size));
  } finally {
    await browser.close();
    await app.close();
  }
});
