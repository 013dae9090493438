// https://design-system.service.gov.uk/components/panel/
import { attributes, html, join, raw } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { button } from './button.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface PanelAction {
  text: string;
  href?: string | undefined;
  /** "button" makes a link look like a button. */
  type?: 'button' | 'submit' | 'reset' | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface PanelOptions extends Content, Styled {
  titleText?: string | undefined;
  titleHtml?: Html | undefined;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Shown only on an interruption panel. */
  actions?: (Styled & { items?: readonly PanelAction[] | undefined }) | undefined;
}

export function panel(options: PanelOptions): Html {
  const heading = raw(`h${options.headingLevel ?? 1}`);
  const isInterruption = options.classes?.includes('govuk-panel--interruption') === true;
  const classes = classNames('govuk-panel', !isInterruption && 'govuk-panel--confirmation', options.classes);
  return html`<div class="${classes}"${attributes(options.attributes)}><${heading} class="govuk-panel__title">${contentOf({ text: options.titleText, html: options.titleHtml })}</${heading}>${
    hasContent(options) && html`<div class="govuk-panel__body">${contentOf(options)}</div>`
  }${isInterruption && panelActions(options.actions)}</div>`;
}

function panelActions(actions: PanelOptions['actions']): Html | undefined {
  if (actions === undefined) return undefined;
  return html`<div class="${classNames('govuk-panel__actions', actions.classes)}"${attributes(actions.attributes)}>${
    actions.items?.length
      ? html`<div class="govuk-button-group">${join(actions.items.map(panelAction), ' ')}</div>`
      : false
  }</div>`;
}

function panelAction(action: PanelAction): Html {
  if (action.href && action.type !== 'button') {
    return html`<a class="${classNames('govuk-link govuk-link--inverse', action.classes)}" href="${action.href}"${attributes(action.attributes)}>${action.text}</a>`;
  }
  return button({
    ...action,
    type: action.type ?? 'button',
    classes: classNames('govuk-button--inverse', action.classes),
  });
}
