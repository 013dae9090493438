// Cards on a home page: one thing to do or know each, with how many wait there.
import { html, raw } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames } from './content.ts';
import { showNumber } from './day.ts';
import { tag } from './tag.ts';
import type { TagOptions } from './tag.ts';

export interface CardOptions {
  title: string;
  href: string;
  description?: string | Html | undefined;
  /** How many, and of what: { number: 3, of: "actions overdue" }. */
  count?: { number: number; of: string } | undefined;
  tag?: TagOptions | undefined;
  /** The first few, each a link; the card's own link leads to all. */
  items?: readonly { text: string; href: string; note?: string | undefined }[] | undefined;
  /** "attention" where something is late or wrong; said in words as well, by the tag or the description. */
  tone?: 'attention' | 'calm' | undefined;
}

export interface CardsOptions {
  headingLevel?: 2 | 3 | 4 | undefined;
  classes?: string | undefined;
}

export function cards(list: readonly CardOptions[], options: CardsOptions = {}): Html {
  return html`<ul class="${classNames('gt-cards', options.classes)}">${list.map(
    (item) =>
      html`<li class="${classNames('gt-card', item.tone && `gt-card--${item.tone}`)}">${card(item, options.headingLevel ?? 2)}</li>`,
  )}</ul>`;
}

function card(options: CardOptions, headingLevel: number): Html {
  const heading = raw(`h${headingLevel}`);
  return html`<${heading} class="gt-card__title"><a class="gt-card__link" href="${options.href}">${options.title}</a></${heading}>${
    options.tag && html`<p class="gt-card__tag">${tag(options.tag)}</p>`
  }${
    options.count &&
    html`<p class="gt-card__count"><span class="gt-card__number">${showNumber(options.count.number)}</span> ${options.count.of}</p>`
  }${options.description && html`<p class="gt-card__description">${options.description}</p>`}${
    options.items?.length
      ? html`<ul class="gt-card__items">${options.items.map(
          ({ text, href, note }) =>
            html`<li><a class="govuk-link" href="${href}">${text}</a>${note && html` <span class="gt-card__note">${note}</span>`}</li>`,
        )}</ul>`
      : false
  }`;
}
