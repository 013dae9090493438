// https://design-system.service.gov.uk/components/checkboxes/
import type { Html } from '../../../kernel/pages/html.ts';
import { choices } from './choices.ts';
import type { Choice, ChoicesOptions } from './choices.ts';

export interface CheckboxItem extends Choice {
  name?: string | undefined;
  /** "exclusive" unticks the others when scripts run. */
  behaviour?: string | undefined;
}

export interface CheckboxesOptions extends ChoicesOptions<CheckboxItem> {
  values?: readonly (string | number)[] | undefined;
  describedBy?: string | undefined;
}

export function checkboxes(options: CheckboxesOptions): Html {
  const { values } = options;
  return choices(options, {
    block: 'govuk-checkboxes',
    type: 'checkbox',
    isChecked: (item) => item.checked ?? (item.value !== undefined && values?.includes(item.value) === true),
    own: (item) => ({ ...(item.name && { name: item.name }), 'data-behaviour': item.behaviour || undefined }),
    describedBy: options.fieldset?.describedBy || options.describedBy,
    describesEachInput: true,
  });
}
