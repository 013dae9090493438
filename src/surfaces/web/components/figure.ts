// A number never stands alone: it shows its unit, the period it is for and where it comes from. A number that is not
// there says why, because "0", "not printed" and "not recorded" mean different things to a scrutineer.
import { html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import type { Day } from '../../../kernel/calendar/day.ts';
import { classNames } from './content.ts';
import { showDay, showNumber, showPeriod } from './day.ts';

/** Why there is no number to show. */
export type FigureGap = 'not-printed' | 'not-recorded' | 'suppressed';

const gaps: Record<FigureGap, { words: string; why: string }> = {
  'not-printed': { words: 'Not printed', why: 'the source does not give this number' },
  'not-recorded': { words: 'Not recorded', why: 'nobody has entered this number yet' },
  suppressed: { words: 'Not shown', why: 'the number is so small that a child could be recognised' },
};

export interface FigureSource {
  text: string;
  /** A path in Golden Thread or an http(s) address; anything else is shown as text without a link. */
  href?: string | undefined;
}

export interface FigureOptions {
  label: string;
  /** null is not recorded, unless `gap` says otherwise. */
  value: number | string | null;
  gap?: FigureGap | undefined;
  /** "per cent" and "GBP" are set as % and £; other units follow the number in words. */
  unit?: string | undefined;
  decimals?: number | undefined;
  /** The words the source itself uses win over the days. */
  period?: { from?: Day | null; to?: Day | null; label?: string | null | undefined } | undefined;
  /** For a snapshot: the day it was taken. */
  as_of?: Day | null | undefined;
  source?: FigureSource | undefined;
  /** What it is compared with, in words: "down from 14 in 2022 to 2023". */
  comparison?: string | undefined;
  classes?: string | undefined;
}

/** Several figures side by side, as one list of terms and values. */
export function figures(list: readonly FigureOptions[], classes?: string): Html {
  return html`<dl class="${classNames('gt-figures', classes)}">${list.map(entry)}</dl>`;
}

export function figure(options: FigureOptions): Html {
  return figures([options]);
}

/** The number alone, for a sentence or a table cell whose heading gives period and source. */
export function figureValue(options: Pick<FigureOptions, 'value' | 'gap' | 'unit' | 'decimals'>): Html {
  const { value, unit } = options;
  if (value === null || options.gap !== undefined) {
    const gap = gaps[options.gap ?? 'not-recorded'];
    return html`<span class="gt-figure__gap">${gap.words}<span class="govuk-visually-hidden"> (${gap.why})</span></span>`;
  }
  const number = typeof value === 'number' ? showNumber(value, { decimals: options.decimals }) : value;
  if (unit === 'per cent') return html`${number}%`;
  if (unit === 'GBP')
    return html`${number.startsWith('\u2212') ? `\u2212£${number.slice(1)}` : `£${number}`}`;
  return html`${number}${unit && html` <span class="gt-figure__unit">${unit}</span>`}`;
}

function entry(options: FigureOptions): Html {
  const isGap = options.value === null || options.gap !== undefined;
  return html`<div class="${classNames('gt-figure', isGap && 'gt-figure--gap', options.classes)}"><dt class="gt-figure__label">${options.label}</dt><dd class="gt-figure__value">${figureValue(options)}</dd>${
    options.comparison && html`<dd class="gt-figure__comparison">${options.comparison}</dd>`
  }<dd class="gt-figure__source">${when(options)} <span class="gt-figure__from">Source: ${sourceLink(options.source)}</span></dd></div>`;
}

function when({ period, as_of }: FigureOptions): string {
  if (period?.label) return period.label;
  if (period?.from || period?.to) return showPeriod(period.from, period.to);
  return as_of ? `On ${showDay(as_of)}` : 'Period not stated';
}

function sourceLink(source: FigureSource | undefined): Html | string {
  if (source === undefined) return 'not stated';
  const { text, href } = source;
  // A source's address may come from a file or a form, so an address that would run as a script must not become a link.
  return href && /^(https?:\/\/|\/(?![/\\])|#)/i.test(href)
    ? html`<a class="govuk-link" href="${href}">${text}</a>`
    : text;
}
