// The real mode's entrance in a real browser, with a second factor required. The server stands at http://localhost, where
// browsers allow passkeys; the passkeys are Chromium's own, kept by its virtual authenticator.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { governanceRoom } from '../src/ground/governance/index.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../src/ground/testing.ts';
import { setPassword } from '../src/kernel/access/sign-in.ts';
import { kernelRoom } from '../src/kernel/kernel-room.ts';
import type { House } from '../src/kernel/operation/perform.ts';
import { codeOf } from '../src/surfaces/web/entrance/testing.ts';
import { buildServer } from '../src/surfaces/web/server.ts';
import { accessibilityFaults, openBrowser, scrollsSideways } from './browser.ts';

const password = 'correct horse battery';
let home: TestHouse;
let house: House;
let fern: TestPartnership;
let app: FastifyInstance;
let browser: Browser;
let address = '';

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  house = { ...home.house, secondFactor: 'required' };
  const settings = {
    clock: () => testClock,
    fixedDay: null,
    mode: 'serve',
    publicUrl: 'http://localhost',
  } as const;
  app = await buildServer(house, [kernelRoom, governanceRoom], settings, { logger: false });
  address = (await app.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost');
  house.publicUrl = address;
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await app.close();
  await home.close();
});

/** A new account, and a browser of its own at the sign-in page. */
async function somebody(email: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { identity } = await fern.personWith('business-manager');
  assert(identity.kind === 'person');
  await setPassword(house, { email, password, partnership_id: fern.id, person_id: identity.person_id });
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  return page;
}

async function giveCredentials(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/leave');
  await page.getByRole('button', { name: 'Sign out' }).click();
}

const heading = async (page: Page) => (await page.locator('h1').first().innerText()).trim();

async function looksRight(page: Page, name: string): Promise<void> {
  assert.deepEqual(await accessibilityFaults(page), [], `${name}: ${page.url()}`);
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways on a telephone`);
  await page.screenshot({ path: `${folder}/${name}-360.png`, fullPage: true });
  if (size) await page.setViewportSize(size);
}

test('password, authenticator app, recovery codes, out, and in again with a code', {
  timeout: 110_000,
}, async () => {
  const email = 'ada@example.org';
  const page = await somebody(email);
  await looksRight(page, 'sign-in');
  await giveCredentials(page, email);
  assert.equal(await heading(page), 'Set up a second step');
  await looksRight(page, 'set-up');
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  assert(await page.locator('svg.gt-qr').isVisible());
  await looksRight(page, 'authenticator');
  const key = await page.locator('.gt-key').innerText();
  await page.getByLabel('Security code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  assert.match(await page.locator('.govuk-error-summary').innerText(), /not the code/);
  await page.getByLabel('Security code').fill(codeOf(key));
  await page.getByRole('button', { name: 'Continue' }).click();
  assert.equal(await page.locator('.gt-codes li').count(), 10);
  const recovery = await page.locator('.gt-codes li').first().innerText();
  await looksRight(page, 'recovery-codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.goto('/account');
  await looksRight(page, 'account');
  assert.match(await page.locator('#sessions').innerText(), /Chrome on Linux \(this one\)/);
  for (const [path, name] of [
    ['/account/password', 'password'],
    ['/account/recovery-codes', 'new-codes'],
    ['/account/passkeys/new', 'new-passkey'],
    ['/account/proof', 'proof'],
    ['/partnerships', 'partnerships'],
  ] as const) {
    await page.goto(path);
    await looksRight(page, name);
  }
  await signOut(page);
  await giveCredentials(page, email);
  assert.equal(await heading(page), 'One more step');
  await looksRight(page, 'second-factor');
  await page.getByLabel('Security code').fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.goto('/governance');
  assert.match(await heading(page), /fern/i);
  await signOut(page);
  await giveCredentials(page, email);
  await page.getByLabel('Security code').fill(recovery);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.goto('/account');
  assert.match(await page.locator('main').innerText(), /9 recovery codes are left/);
});

test('a passkey is made in the browser and signs in by itself', { timeout: 110_000 }, async () => {
  const email = 'grace@example.org';
  const page = await somebody(email);
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await giveCredentials(page, email);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of this passkey').fill('work laptop');
  await page.getByRole('button', { name: 'Add the passkey' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.goto('/account');
  assert.match(await page.locator('main').innerText(), /work laptop/);
  assert.match(await page.locator('#events').innerText(), /Signed in with a passkey/);
  await looksRight(page, 'account-with-passkey');
  await signOut(page);
  await giveCredentials(page, email);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto('/governance');
  assert.match(await heading(page), /fern/i);
});

test('without JavaScript a passkey says what to use instead, and the code works', {
  timeout: 60_000,
}, async () => {
  const email = 'joan@example.org';
  const page = await somebody(email, { javaScriptEnabled: false });
  assert.match(await page.locator('#passkey').innerText(), /A passkey needs JavaScript/);
  assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0);
  await giveCredentials(page, email);
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await page.getByLabel('Security code').fill(codeOf(await page.locator('.gt-key').innerText()));
  await page.getByRole('button', { name: 'Continue' }).click();
  assert.equal(await page.locator('.gt-codes li').count(), 10);
});

test('five minutes before the hour is over the page warns, and one click keeps the person signed in', {
  timeout: 60_000,
}, async () => {
  const email = 'mary@example.org';
  const page = await somebody(email);
  await page.clock.install();
  await giveCredentials(page, email);
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await page.getByLabel('Security code').fill(codeOf(await page.locator('.gt-key').innerText()));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.goto('/governance');
  const dialog = page.getByRole('dialog');
  const age = (minutes: number) =>
    home.pool.single(
      `update access.session s set seen_at = now() - make_interval(mins => $2) from access.account a
       where a.id = s.account_id and a.email = $1`,
      [email, minutes],
    );
  await page.clock.fastForward('50:00');
  assert.equal(await dialog.isVisible(), false);
  await age(56);
  await page.clock.fastForward('05:30');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /You will soon be signed out/);
  assert.equal(await page.locator(':focus').innerText(), 'You will soon be signed out');
  await looksRight(page, 'timeout-warning');
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const [row] = await home.pool.single<{ fresh: boolean }>(
    `select seen_at > now() - interval '1 minute' as fresh from access.session s join access.account a
     on a.id = s.account_id where a.email = $1 and s.ended_at is null`,
    [email],
  );
  assert.equal(row?.fresh, true);
  await age(61);
  await page.clock.fastForward('56:00');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /You have been signed out/);
});

test('a form sent after the session timed out comes back filled in', { timeout: 60_000 }, async () => {
  const email = 'rosa@example.org';
  const page = await somebody(email);
  await giveCredentials(page, email);
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const key = await page.locator('.gt-key').innerText();
  await page.getByLabel('Security code').fill(codeOf(key));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.goto('/governance/agencies/new');
  await page.getByLabel('Name').first().fill('Rowan School');
  await home.pool.single(
    `update access.session s set seen_at = now() - interval '61 minutes' from access.account a
     where a.id = s.account_id and a.email = $1`,
    [email],
  );
  await page.getByRole('button', { name: 'Add agency' }).click();
  assert.match(await page.locator('.govuk-notification-banner').innerText(), /What you typed is kept/);
  await giveCredentials(page, email);
  await page.getByLabel('Security code').fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Continue' }).click();
  assert.equal(await page.getByLabel('Name').first().inputValue(), 'Rowan School');
  assert.match(await page.locator('.govuk-notification-banner').innerText(), /filled in again/);
  await looksRight(page, 'draft');
});
