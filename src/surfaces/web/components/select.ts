// https://design-system.service.gov.uk/components/select/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames } from './content.ts';
import type { Maybe } from './content.ts';
import { besides, field } from './form-group.ts';
import type { FieldOptions } from './form-group.ts';

type Value = string | number | boolean | null;

export interface SelectItem {
  /** What is sent; the text itself when left out. */
  value?: Value | undefined;
  text: string | number;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export interface SelectOptions extends FieldOptions {
  items: readonly Maybe<SelectItem>[];
  value?: Value | undefined;
}

export function select(options: SelectOptions): Html {
  return field(options, (id, describedBy) => {
    const own = attributes({
      class: classNames('govuk-select', options.classes, options.errorMessage && 'govuk-select--error'),
      id,
      name: options.name,
      disabled: options.disabled,
      'aria-describedby': describedBy,
    });
    return besides(
      options.formGroup,
      html`<select${own}${attributes(options.attributes)}>${options.items.map((item) => item && choice(item, options.value))}</select>`,
    );
  });
}

function choice(item: SelectItem, chosen: Value | undefined): Html {
  const value = item.value === undefined ? item.text : item.value;
  const matches =
    chosen !== undefined && chosen !== null && chosen !== '' && String(value) === String(chosen);
  const own = attributes({
    value: item.value === undefined ? undefined : String(item.value ?? ''),
    selected: item.selected ?? matches,
    disabled: item.disabled,
  });
  return html`<option${own}${attributes(item.attributes)}>${item.text}</option>`;
}
