// https://design-system.service.gov.uk/components/radios/
import type { Html } from '../../../kernel/pages/html.ts';
import { choices } from './choices.ts';
import type { Choice, ChoicesOptions } from './choices.ts';

export type RadioItem = Choice;

export interface RadiosOptions extends ChoicesOptions<RadioItem> {
  value?: string | number | null | undefined;
}

export function radios(options: RadiosOptions): Html {
  const { value } = options;
  const isGiven = value !== undefined && value !== null && value !== '';
  return choices(options, {
    block: 'govuk-radios',
    type: 'radio',
    isChecked: (item) => item.checked ?? (isGiven && String(item.value) === String(value)),
    own: () => ({}),
    describedBy: options.fieldset?.describedBy,
    describesEachInput: false,
  });
}
