// https://design-system.service.gov.uk/components/tag/ : the status of a thing, in words; the colour only repeats them.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface TagOptions extends Content, Styled {}

export function tag(options: TagOptions): Html {
  return html`<strong class="${classNames('govuk-tag', options.classes)}"${attributes(options.attributes)}>${contentOf(options)}</strong>`;
}
