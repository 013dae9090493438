// https://design-system.service.gov.uk/components/textarea/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames } from './content.ts';
import { besides, field } from './form-group.ts';
import type { FieldOptions } from './form-group.ts';

export interface TextareaOptions extends FieldOptions {
  value?: string | null | undefined;
  rows?: number | string | undefined;
  spellcheck?: boolean | undefined;
  autocomplete?: string | undefined;
}

export function textarea(options: TextareaOptions): Html {
  return field(options, (id, describedBy) => {
    const own = attributes({
      class: classNames('govuk-textarea', options.errorMessage && 'govuk-textarea--error', options.classes),
      id,
      name: options.name,
      rows: options.rows || 5,
      spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
      disabled: options.disabled,
      'aria-describedby': describedBy,
      autocomplete: options.autocomplete || undefined,
    });
    return besides(
      options.formGroup,
      html`<textarea${own}${attributes(options.attributes)}>${firstLine(options.value)}</textarea>`,
    );
  });
}

// A browser drops one line break straight after <textarea>; a second keeps the one the person typed.
function firstLine(value: string | null | undefined): string | null | undefined {
  return value?.startsWith('\n') ? `\n${value}` : value;
}
