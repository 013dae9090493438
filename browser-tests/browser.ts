// A real browser on the real server with both demonstration partnerships, for the journeys.
import chromiumBinary from '@sparticuz/chromium';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { loadDemonstrations } from '../demo/load.ts';
import { clockOf, demonstrationDay } from '../src/house.ts';
import { testHouse, type TestHouse } from '../src/ground/testing.ts';
import { rooms } from '../src/modules/index.ts';
import { press } from '../src/modules/report/output/press.ts';
import { buildServer } from '../src/surfaces/web/server.ts';

export interface Demonstration {
  address: string;
  home: TestHouse;
  browser: Browser;
  /** A page of somebody's own, signed in as the person of that name. */
  as(name: string | RegExp, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  close(): Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await chromiumBinary.executablePath()),
    args: flags,
  });
}

export async function openDemonstration(): Promise<Demonstration> {
  const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  await loadDemonstrations(home.house);
  const settings = {
    mode: 'demonstration',
    publicUrl: 'http://127.0.0.1',
    fixedDay: demonstrationDay,
    clock: clockOf('demonstration'),
  } as const;
  const app = await buildServer(home.house, rooms, settings, { logger: false });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  return {
    address,
    home,
    browser,
    async as(name, options = {}) {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.locator('.gt-personas__button').filter({ hasText: name }).first().click();
      return page;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await app.close();
      press.close();
      await home.close();
    },
  };
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page, as sentences; empty when nothing. WCAG 2.2 A and AA. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // No page has frames; axe then needs no page of its own to put their results together.
    .setLegacyMode(true)
    .options({
      runOnly: { type: 'tag', values: wcag },
      // What passes is counted and not described.
      resultTypes: ['violations'],
      // govuk-frontend's own markup: radios that reveal a field carry aria-expanded.
      rules: { 'aria-allowed-attr': { enabled: false }, 'label-content-name-mismatch': { enabled: false } },
    })
    .analyze();
  return violations.map(
    (violation) =>
      `${violation.id} at ${violation.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}: ${violation.help}`,
  );
}

/** Whether the page scrolls sideways as a whole. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
}

/** Parts of the page that scroll sideways by themselves and cannot be reached with the keyboard. */
export function unreachableRegions(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('main *')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
    .filter((element) => element.tabIndex < 0 && !element.querySelector('a, button, input, select, textarea'))
    .map((element) => element.className || element.tagName)`);
}
