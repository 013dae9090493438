// What a check found, worst first: what is wrong, where, why it matters and how to mend it. How serious it is shows as a word
// and a shape, and only then as a colour.
import { attributes, html, raw } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { severityWords } from '../../../kernel/checking/finding.ts';

/** "check" is for a rule that is itself unverified: it asks someone to look and never says that something is wrong. */
export const findingSeverities = ['high', 'medium', 'low', 'check'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

export interface FindingItem {
  severity: FindingSeverity;
  what: string;
  /** Chapter and record, as a person would say it. */
  where: string;
  href?: string | undefined;
  /** The exact words or figures it is about. */
  quote?: string | undefined;
  why?: string | undefined;
  /** Left out where it was said for several together. */
  mend?: string | Html | undefined;
  /** How sure the rule is, in a word. */
  sureness?: string | undefined;
  /** For a link to it. */
  id?: string | undefined;
  /** Other places that it stands for. */
  also?: Html | undefined;
  /** Who set it aside and why; it is then listed last and faded. */
  waived?: { by: string; reason: string } | null | undefined;
}

export interface FindingListOptions {
  findings: readonly FindingItem[];
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Said when nothing was found. */
  empty?: string | undefined;
}

const severities: Record<FindingSeverity, { word: string; shape: Html }> = {
  high: {
    word: severityWords.high,
    shape: raw(
      '<path d="M8.2 1h7.6L23 8.2v7.6L15.8 23H8.2L1 15.8V8.2z"/><path class="gt-finding__mark" d="M10.6 5h2.8l-.5 9h-1.8zM12 15.6a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z"/>',
    ),
  },
  medium: {
    word: severityWords.medium,
    shape: raw(
      '<path d="M12 1.5 23.5 22H.5z"/><path class="gt-finding__mark" d="M10.8 8.5h2.4l-.4 6.5h-1.6zM12 16.4a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z"/>',
    ),
  },
  low: {
    word: severityWords.low,
    shape: raw(
      '<circle cx="12" cy="12" r="11"/><path class="gt-finding__mark" d="M12 5a1.7 1.7 0 1 1 0 3.4A1.7 1.7 0 0 1 12 5zm-1.5 5h3v9h-3z"/>',
    ),
  },
  check: {
    word: 'Please check',
    shape: raw(
      '<rect x="1" y="1" width="22" height="22" rx="4"/><path class="gt-finding__mark" d="m5.5 12.4 2-2 3 3 6-6.2 2 2-8 8.2z"/>',
    ),
  },
};

export function findingList({ findings, headingLevel = 2, empty }: FindingListOptions): Html {
  if (findings.length === 0) {
    return html`<p class="govuk-body gt-empty">${empty ?? 'Nothing was found that needs mending.'}</p>`;
  }
  const heading = raw(`h${headingLevel}`);
  const open = findings.filter((finding) => !finding.waived);
  const waived = findings.filter((finding) => finding.waived);
  return html`<div class="gt-findings">${findingSeverities.map((severity) => {
    const group = open.filter((finding) => finding.severity === severity);
    return group.length > 0 && section(heading, `${severities[severity].word} (${group.length})`, group);
  })}${waived.length > 0 && section(heading, `Set aside (${waived.length})`, waived)}</div>`;
}

function section(heading: Html, title: string, group: readonly FindingItem[]): Html {
  return html`<section class="gt-findings__group"><${heading} class="govuk-heading-m">${title}</${heading}>${entries(group, false)}</section>`;
}

/** The findings as they come, each saying how grave it is: for a list that is not parted by severity. */
export function findingEntries(findings: readonly FindingItem[]): Html {
  return html`<div class="gt-findings">${entries(findings, true)}</div>`;
}

function entries(group: readonly FindingItem[], severityShown: boolean): Html {
  return html`<ul class="gt-findings__list">${group.map((finding) => entry(finding, severityShown))}</ul>`;
}

function entry(finding: FindingItem, severityShown: boolean): Html {
  const { word, shape } = severities[finding.severity];
  const { sureness } = finding;
  const said = html`<span class="${severityShown ? 'gt-finding__severity' : 'govuk-visually-hidden'}">${word}: </span>`;
  const where = finding.href
    ? html`<a class="govuk-link" href="${finding.href}">${finding.where}</a>`
    : finding.where;
  return html`<li class="gt-finding gt-finding--${finding.waived ? 'waived' : finding.severity}"${attributes({ id: finding.id })}><svg class="gt-finding__icon" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">${shape}</svg><div class="gt-finding__text"><p class="gt-finding__what">${said}${finding.what}</p><p class="gt-finding__where">${where}${sureness && html` <span class="gt-finding__sureness">(${sureness})</span>`}</p>${
    finding.quote && html`<blockquote class="gt-finding__quote">${finding.quote}</blockquote>`
  }<dl class="gt-finding__facts">${finding.why && html`<div><dt>Why it matters</dt><dd>${finding.why}</dd></div>`}${finding.mend && html`<div><dt>How to mend it</dt><dd>${finding.mend}</dd></div>`}${
    finding.also && html`<div><dt>The same at</dt><dd>${finding.also}</dd></div>`
  }${
    finding.waived &&
    html`<div><dt>Set aside by ${finding.waived.by}</dt><dd>${finding.waived.reason}</dd></div>`
  }</dl></div></li>`;
}
