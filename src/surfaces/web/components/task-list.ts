// https://design-system.service.gov.uk/components/task-list/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, idList } from './content.ts';
import type { Content, Maybe, Styled } from './content.ts';
import { tag } from './tag.ts';
import type { TagOptions } from './tag.ts';

export interface TaskListItem {
  title: Content & { classes?: string | undefined };
  hint?: Content | undefined;
  status: Content & { tag?: TagOptions | undefined; classes?: string | undefined };
  href?: string | undefined;
  classes?: string | undefined;
}

export interface TaskListOptions extends Styled {
  idPrefix?: string | undefined;
  items: readonly Maybe<TaskListItem>[];
}

export function taskList(options: TaskListOptions): Html {
  const idPrefix = options.idPrefix || 'task-list';
  return html`<ul class="${classNames('govuk-task-list', options.classes)}"${attributes(options.attributes)}>${options.items.map(
    (item, index) => item && task(item, `${idPrefix}-${index + 1}`),
  )}</ul>`;
}

function task(item: TaskListItem, id: string): Html {
  const classes = classNames(
    'govuk-task-list__item',
    item.href && 'govuk-task-list__item--with-link',
    item.classes,
  );
  return html`<li class="${classes}"><div class="govuk-task-list__name-and-hint">${taskTitle(item, id)}${
    item.hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${contentOf(item.hint)}</div>`
  }</div><div class="${classNames('govuk-task-list__status', item.status.classes)}" id="${id}-status">${
    item.status.tag ? tag(item.status.tag) : contentOf(item.status)
  }</div></li>`;
}

function taskTitle({ title, hint, href }: TaskListItem, id: string): Html {
  if (!href) return html`<div${attributes({ class: title.classes || undefined })}>${contentOf(title)}</div>`;
  return html`<a class="${classNames('govuk-link govuk-task-list__link', title.classes)}" href="${href}" aria-describedby="${idList(hint && `${id}-hint`, `${id}-status`)}">${contentOf(title)}</a>`;
}
