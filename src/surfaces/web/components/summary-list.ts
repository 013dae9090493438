// https://design-system.service.gov.uk/components/summary-list/ : one record's facts, plain or on a card.
import { attributes, html, raw } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Maybe, Styled } from './content.ts';

export interface SummaryAction extends Content {
  href: string;
  /** What the link acts on, for those who hear it out of its row: "Change" + "date of birth". */
  visuallyHiddenText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface SummaryActions {
  classes?: string | undefined;
  items?: readonly SummaryAction[] | undefined;
}

export interface SummaryRow {
  key: Content & { classes?: string | undefined };
  value?: (Content & { classes?: string | undefined }) | undefined;
  actions?: SummaryActions | undefined;
  classes?: string | undefined;
}

export interface SummaryCard extends Styled {
  title?:
    | (Content & { classes?: string | undefined; headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined })
    | undefined;
  actions?: SummaryActions | undefined;
}

export interface SummaryListOptions extends Styled {
  rows: readonly Maybe<SummaryRow>[];
  card?: SummaryCard | undefined;
}

export function summaryList(options: SummaryListOptions): Html {
  const anyActions = options.rows.some((row) => row && row.actions?.items?.length);
  const list = html`<dl class="${classNames('govuk-summary-list', options.classes)}"${attributes(options.attributes)}>${options.rows.map(
    (row) => row && listRow(row, anyActions, options.card?.title),
  )}</dl>`;
  return options.card ? card(options.card, list) : list;
}

function listRow(row: SummaryRow, anyActions: boolean, cardTitle: Content | undefined): Html {
  const items = row.actions?.items;
  const classes = classNames(
    'govuk-summary-list__row',
    anyActions && !items && 'govuk-summary-list__row--no-actions',
    row.classes,
  );
  return html`<div class="${classes}"><dt class="${classNames('govuk-summary-list__key', row.key.classes)}">${contentOf(row.key)}</dt><dd class="${classNames('govuk-summary-list__value', row.value?.classes)}">${contentOf(row.value)}</dd>${
    items?.length
      ? html`<dd class="${classNames('govuk-summary-list__actions', row.actions?.classes)}">${actionLinks(items, cardTitle, 'govuk-summary-list__actions-list')}</dd>`
      : false
  }</div>`;
}

function actionLinks(
  items: readonly SummaryAction[],
  cardTitle: Content | undefined,
  listClass: string,
): Html {
  const [first] = items;
  if (first && items.length === 1) return actionLink(first, cardTitle);
  return html`<ul class="${listClass}">${items.map((item) => html`<li class="${listClass}-item">${actionLink(item, cardTitle)}</li>`)}</ul>`;
}

function actionLink(action: SummaryAction, cardTitle: Content | undefined): Html {
  const hidden =
    (action.visuallyHiddenText || cardTitle) &&
    html`<span class="govuk-visually-hidden">${
      action.visuallyHiddenText && ` ${action.visuallyHiddenText}`
    }${cardTitle && html` (${contentOf(cardTitle)})`}</span>`;
  return html`<a class="${classNames('govuk-link', action.classes)}" href="${action.href}"${attributes(action.attributes)}>${contentOf(action)}${hidden}</a>`;
}

function card(options: SummaryCard, list: Html): Html {
  return html`<div class="${classNames('govuk-summary-card', options.classes)}"${attributes(options.attributes)}><div class="govuk-summary-card__title-wrapper">${cardTitle(options)}${cardActions(options)}</div><div class="govuk-summary-card__content">${list}</div></div>`;
}

function cardTitle({ title }: SummaryCard): Html | undefined {
  if (!hasContent(title)) return undefined;
  const tag = raw(`h${title.headingLevel ?? 2}`);
  return html`<${tag} class="${classNames('govuk-summary-card__title', title.classes)}">${contentOf(title)}</${tag}>`;
}

function cardActions({ title, actions }: SummaryCard): Html | undefined {
  const [first, ...others] = actions?.items ?? [];
  if (!first) return undefined;
  const classes = classNames('govuk-summary-card__actions', actions?.classes);
  if (others.length === 0) return html`<div class="${classes}">${actionLink(first, title)}</div>`;
  return html`<ul class="${classes}">${[first, ...others].map((item) => html`<li class="govuk-summary-card__action">${actionLink(item, title)}</li>`)}</ul>`;
}
