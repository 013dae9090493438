// What stands round every page of a signed-in person: navigation by permission, the demonstration's banner, notices.
import type { Session } from '../../kernel/access/session.ts';
import type { Performed } from '../../kernel/operation/perform.ts';
import type { AnyPage, Page, View } from '../../kernel/pages/page.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { pageAssets } from './assets.ts';
import { showDay } from './components/day.ts';
import { type PageOptions, renderPage } from './layout.ts';
import { timeoutWarning } from './timeout-warning.ts';
import type { WebSettings } from './visit.ts';

interface Entry {
  text: string;
  href: string;
  order: number;
  page: Page;
}

/** The links at the top of the site, from the pages that ask for one. */
export function navigationOf(pages: readonly AnyPage[]): Entry[] {
  return pages
    .filter((page) => page.kind === 'page')
    .filter((page) => page.navigation)
    .map((page) => ({
      text: page.navigation?.text ?? '',
      href: page.path,
      order: page.navigation?.order ?? 0,
      page,
    }))
    .toSorted((a, b) => a.order - b.order);
}

export interface Chrome {
  settings: WebSettings;
  navigation: Entry[];
}

/** A page for somebody who is signed in. */
export function signedInPage(
  { settings, navigation }: Chrome,
  { actor, partnership }: Pick<Performed<unknown>, 'actor' | 'partnership'>,
  path: string,
  {
    session,
    ...page
  }: Omit<PageOptions, 'navigation' | 'assets' | 'partnershipName' | 'personName'> & { session?: Session },
): string {
  return renderPage({
    ...page,
    partnershipName: partnership.name,
    personName: actor.name,
    account: [
      ...accountLinks(session),
      { text: settings.fixedDay === null ? 'Sign out' : 'Change person', href: '/leave' },
    ],
    timeout: session && timeoutWarning(session, new Date()),
    navigation: navigation
      .filter(({ page: { query } }) => query.permission === 'public' || actor.can(query.permission))
      .map(({ text, href }) => ({
        text,
        href,
        current: path === href || (href !== '/' && path.startsWith(`${href}/`)),
      })),
    banner: banner(settings),
    assets: pageAssets(),
    auditLink: actor.can('audit.read'),
  });
}

/** A visit without an account (the demonstration's) has none to look after. */
function accountLinks(session: Session | undefined): { text: string; href: string }[] {
  if (session?.account_id == null) return [];
  return [
    { text: 'Your account', href: '/account' },
    ...(session.partnerships > 1 ? [{ text: 'Change partnership', href: '/partnerships' }] : []),
  ];
}

/** A page for anybody: sign-in, errors, statements. */
export function openPage(settings: WebSettings, page: Omit<PageOptions, 'navigation' | 'assets'>): string {
  return renderPage({ ...page, navigation: [], banner: banner(settings), assets: pageAssets() });
}

function banner({ fixedDay }: WebSettings): { html: Html } | undefined {
  if (fixedDay === null) return undefined;
  return {
    html: html`<strong>Demonstration.</strong> Nothing here is live. For everyone in it, today is ${showDay(fixedDay)}. York shows only what its own documents print; Fernshire and its people are made up.`,
  };
}

/** Who may do what, from within a view. */
export function viewOf(
  performed: Pick<Performed<unknown>, 'actor' | 'partnership'>,
  settings: WebSettings,
  address: View['address'],
  path: string,
  { token, sendButton }: Pick<View, 'token' | 'sendButton'>,
): View {
  return {
    actor: performed.actor,
    partnership: performed.partnership,
    today: settings.clock().today,
    address,
    path,
    can: (permission) => performed.actor.can(permission),
    token,
    sendButton,
  };
}
