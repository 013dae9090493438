// What checkboxes and radios share: a list of choices in an optional fieldset, each with its label, hint and whatever is
// revealed when it is chosen. The first choice carries the group's own id, so an error summary can link to it.
import { attributes, html, nothing } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent, idList } from './content.ts';
import type { Content, Maybe, Styled } from './content.ts';
import { fieldset } from './fieldset.ts';
import type { FieldsetOptions } from './fieldset.ts';
import { description, formGroup } from './form-group.ts';
import type { FieldOptions, GroupOfInputsOptions } from './form-group.ts';
import { hint } from './hint.ts';
import { label } from './label.ts';

export interface Choice extends Content {
  value?: string | number | undefined;
  id?: string | undefined;
  label?: Styled | undefined;
  hint?: (Content & Styled) | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  conditional?: { html?: Html | false | undefined } | undefined;
  attributes?: Attributes | undefined;
  /** Text that parts two choices ("or"); the other options are then ignored. */
  divider?: string | undefined;
}

export interface ChoicesOptions<Item extends Choice> extends Styled {
  name: string;
  idPrefix?: string | undefined;
  fieldset?: Omit<FieldsetOptions, 'html' | 'role'> | undefined;
  hint?: FieldOptions['hint'];
  errorMessage?: FieldOptions['errorMessage'];
  formGroup?: GroupOfInputsOptions | undefined;
  items: readonly Maybe<Item>[];
}

export interface ChoiceKind<Item extends Choice> {
  block: 'govuk-checkboxes' | 'govuk-radios';
  type: 'checkbox' | 'radio';
  isChecked: (item: Item) => boolean;
  /** Attributes between `data-aria-controls` and `aria-describedby`, and the name where an item has its own. */
  own: (item: Item) => Attributes;
  /** Ids the group was given by the page; named by each input when there is no fieldset to name them. */
  describedBy: string | undefined;
  describesEachInput: boolean;
}

export function choices<Item extends Choice>(options: ChoicesOptions<Item>, kind: ChoiceKind<Item>): Html {
  const idPrefix = options.idPrefix || options.name;
  const { describedBy, markup } = description(idPrefix, options, kind.describedBy);
  const shared = options.fieldset || !kind.describesEachInput ? undefined : describedBy;
  const inner = html`${markup}<div class="${classNames(kind.block, options.classes)}"${attributes(options.attributes)} data-module="${kind.block}">${contentOf(options.formGroup?.beforeInputs)}${options.items.map(
    (item, index) =>
      item &&
      (item.divider
        ? html`<div class="${kind.block}__divider">${item.divider}</div>`
        : choice(
            item,
            item.id || (index > 0 ? `${idPrefix}-${index + 1}` : idPrefix),
            options.name,
            shared,
            kind,
          )),
  )}${contentOf(options.formGroup?.afterInputs)}</div>`;
  return formGroup(
    options.errorMessage !== undefined,
    options.formGroup,
    options.fieldset ? fieldset({ ...options.fieldset, describedBy, html: inner }) : inner,
  );
}

function choice<Item extends Choice>(
  item: Item,
  id: string,
  name: string,
  shared: string | undefined,
  kind: ChoiceKind<Item>,
): Html {
  const checked = kind.isChecked(item);
  const hintId = hasContent(item.hint) ? `${id}-item-hint` : undefined;
  const revealed = item.conditional?.html || nothing;
  const own = attributes({
    class: `${kind.block}__input`,
    id,
    name,
    type: kind.type,
    value: item.value ?? '',
    checked,
    disabled: item.disabled,
    'data-aria-controls': revealed.length > 0 ? `conditional-${id}` : undefined,
    ...kind.own(item),
    'aria-describedby': idList(shared, hintId),
  });
  return html`<div class="${kind.block}__item"><input${own}${attributes(item.attributes)}>${label({
    html: item.html,
    text: item.text,
    classes: classNames(`${kind.block}__label`, item.label?.classes),
    attributes: item.label?.attributes,
    for: id,
  })}${hintId && hint({ ...item.hint, id: hintId, classes: classNames(`${kind.block}__hint`, item.hint?.classes) })}</div>${
    revealed.length > 0 &&
    html`<div class="${classNames(`${kind.block}__conditional`, !checked && `${kind.block}__conditional--hidden`)}" id="conditional-${id}">${revealed}</div>`
  }`;
}
