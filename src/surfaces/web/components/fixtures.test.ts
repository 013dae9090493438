// Our components against every example govuk-frontend ships for them, so that an upgrade shows each difference.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { raw } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { accordion } from './accordion.ts';
import { backLink } from './back-link.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { button } from './button.ts';
import { characterCount } from './character-count.ts';
import { checkboxes } from './checkboxes.ts';
import { dateInput } from './date-input.ts';
import { details } from './details.ts';
import { errorMessage } from './error-message.ts';
import { errorSummary } from './error-summary.ts';
import { fieldset } from './fieldset.ts';
import { fileUpload } from './file-upload.ts';
import { footer } from './footer.ts';
import { hint } from './hint.ts';
import { printTree, readHtml } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import { input } from './input.ts';
import { insetText } from './inset-text.ts';
import { label } from './label.ts';
import { notificationBanner } from './notification-banner.ts';
import { pagination } from './pagination.ts';
import { panel } from './panel.ts';
import { passwordInput } from './password-input.ts';
import { phaseBanner } from './phase-banner.ts';
import { radios } from './radios.ts';
import { select } from './select.ts';
import type { SelectOptions } from './select.ts';
import { serviceNavigation } from './service-navigation.ts';
import { skipLink } from './skip-link.ts';
import { summaryList } from './summary-list.ts';
import { table } from './table.ts';
import { tabs } from './tabs.ts';
import { tag } from './tag.ts';
import { taskList } from './task-list.ts';
import { textarea } from './textarea.ts';
import { warningText } from './warning-text.ts';

// The examples are outside data: each component is handed them as they are.
type Draw = (options: never) => Html;

const components: Record<string, Draw> = {
  accordion,
  'back-link': backLink,
  breadcrumbs,
  button,
  'character-count': characterCount,
  checkboxes,
  'date-input': dateInput,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  fieldset,
  'file-upload': fileUpload,
  footer,
  hint,
  input,
  'inset-text': insetText,
  label,
  'notification-banner': notificationBanner,
  pagination,
  panel,
  'password-input': passwordInput,
  'phase-banner': phaseBanner,
  radios,
  // One example has no items at all, which our types do not allow.
  select: (options: SelectOptions) => select({ ...options, items: options.items ?? [] }),
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table,
  tabs,
  tag,
  'task-list': taskList,
  textarea,
  'warning-text': warningText,
};

interface Fixture {
  name: string;
  options: object;
  html: string;
}

for (const [component, draw] of Object.entries(components)) {
  describe(`${component} draws what govuk-frontend draws`, () => {
    for (const fixture of fixturesOf(component)) {
      test(fixture.name, () => {
        const expected = readHtml(fixture.html);
        if (component === 'footer') leaveOutTheCrown(expected);
        assert.equal(
          printTree(readHtml(String(draw(trusted(fixture.options) as never)))),
          printTree(expected),
        );
      });
    }
  });
}

function fixturesOf(component: string): Fixture[] {
  const address = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return (JSON.parse(readFileSync(new URL(address), 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

// In govuk-frontend markup is a string under a name such as html, titleHtml or slots; here it is Html.
function trusted(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return /html$/i.test(name) || name === 'slots' ? raw(value) : value;
  if (Array.isArray(value)) return value.map((item) => trusted(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      // The end slot may be bare markup there; here it is always { html, align }.
      if (name === 'slots' && key === 'end') {
        return [key, typeof inner === 'string' ? { html: raw(inner) } : trusted(inner)];
      }
      return [key, trusted(inner, name === 'slots' ? name : key)];
    }),
  );
}

// What the footer leaves out in every example, because it is the government's: the crown, the licence's logo and its
// default wording, and the Crown copyright with its crest.
function leaveOutTheCrown(element: HtmlElement): void {
  element.children = element.children.filter((child) => {
    if (typeof child === 'string') return true;
    const classes = (child.attributes.get('class') ?? '').split(' ');
    if (classes.includes('govuk-footer__crown') || classes.includes('govuk-footer__licence-logo'))
      return false;
    if (classes.includes('govuk-footer__licence-description') && isDefaultLicence(child)) return false;
    if (classes.includes('govuk-footer__meta-item') && classes.length === 1) return false;
    leaveOutTheCrown(child);
    return true;
  });
}

function isDefaultLicence(element: HtmlElement): boolean {
  return printTree(element).startsWith('All\n content\n is\n available\n under\n the\n<a');
}
