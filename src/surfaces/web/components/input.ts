// https://design-system.service.gov.uk/components/text-input/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';
import { field } from './form-group.ts';
import type { FieldOptions } from './form-group.ts';

export interface AffixOptions extends Content, Styled {}

export interface InputOptions extends FieldOptions {
  type?: string | undefined;
  inputmode?: string | undefined;
  value?: string | number | null | undefined;
  prefix?: AffixOptions | undefined;
  suffix?: AffixOptions | undefined;
  inputWrapper?: Styled | undefined;
  autocomplete?: string | undefined;
  autocapitalize?: string | undefined;
  pattern?: string | undefined;
  spellcheck?: boolean | undefined;
}

export function input(options: InputOptions): Html {
  return field(options, (id, describedBy) => wrapped(options, control(options, id, describedBy)));
}

function control(options: InputOptions, id: string, describedBy: string | undefined): Html {
  return html`<input${attributes({
    class: classNames('govuk-input', options.classes, options.errorMessage && 'govuk-input--error'),
    id,
    name: options.name,
    type: options.type || 'text',
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
  })}${attributes(options.attributes)}>`;
}

function wrapped(options: InputOptions, element: Html): Html {
  const { prefix, suffix, formGroup } = options;
  const besideIt = [prefix, suffix, formGroup?.beforeInput, formGroup?.afterInput];
  if (!besideIt.some(hasContent)) return element;
  const { inputWrapper } = options;
  return html`<div class="${classNames('govuk-input__wrapper', inputWrapper?.classes)}"${attributes(inputWrapper?.attributes)}>${contentOf(formGroup?.beforeInput)}${affix('prefix', prefix)}${element}${affix('suffix', suffix)}${contentOf(formGroup?.afterInput)}</div>`;
}

function affix(side: 'prefix' | 'suffix', options: AffixOptions | undefined): Html | undefined {
  if (!hasContent(options)) return undefined;
  const { classes, attributes: extra }: Styled = options;
  return html`<div class="${classNames(`govuk-input__${side}`, classes)}" aria-hidden="true"${attributes(extra)}>${contentOf(options)}</div>`;
}
