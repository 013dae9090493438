// https://design-system.service.gov.uk/components/date-input/ : day, month and year as three fields. A date people know by
// heart is typed, never picked from a calendar.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Maybe, Styled } from './content.ts';
import { fieldset } from './fieldset.ts';
import type { FieldsetOptions } from './fieldset.ts';
import { description, formGroup } from './form-group.ts';
import type { FieldOptions, GroupOfInputsOptions } from './form-group.ts';
import { input } from './input.ts';

type Value = string | number | null;

export interface DateInputItem {
  id?: string | undefined;
  name?: string | undefined;
  label?: string | undefined;
  value?: Value | undefined;
  /** true marks this part as the one to mend; false says it is not. With neither set anywhere, all are marked. */
  error?: boolean | undefined;
  classes?: string | undefined;
  autocomplete?: string | undefined;
  inputmode?: string | undefined;
  pattern?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface DateInputOptions extends Styled {
  id: string;
  namePrefix?: string | undefined;
  items?: readonly Maybe<DateInputItem>[] | undefined;
  day?: DateInputItem | false | undefined;
  month?: DateInputItem | false | undefined;
  year?: DateInputItem | false | undefined;
  /** By full name: `day`, or `born_on-day` where namePrefix is born_on. */
  values?: Readonly<Record<string, Value | undefined>> | undefined;
  fieldset?: Omit<FieldsetOptions, 'html' | 'role'> | undefined;
  hint?: FieldOptions['hint'];
  errorMessage?: FieldOptions['errorMessage'];
  formGroup?: GroupOfInputsOptions | undefined;
}

export function dateInput(options: DateInputOptions): Html {
  const parts = {
    day: options.day ?? ordinaryPart('day', options),
    month: options.month ?? ordinaryPart('month', options),
    year: options.year ?? ordinaryPart('year', options),
  };
  const items = options.items?.length ? options.items : [parts.day, parts.month, parts.year];
  const oneIsMarked = items.some((item) => item && isMarked(item));
  const { describedBy, markup } = description(options.id, options, options.fieldset?.describedBy);
  const own = attributes({ ...options.attributes, id: options.id || undefined });
  const inner = html`${markup}<div class="${classNames('govuk-date-input', options.classes)}"${own}>${contentOf(options.formGroup?.beforeInputs)}${items.map(
    (item) => item && part(item, options, parts, oneIsMarked),
  )}${contentOf(options.formGroup?.afterInputs)}</div>`;
  return formGroup(
    options.errorMessage !== undefined,
    options.formGroup,
    // JAWS reads no description for a fieldset of text fields unless it has the role of a group.
    options.fieldset ? fieldset({ ...options.fieldset, describedBy, role: 'group', html: inner }) : inner,
  );
}

type PartName = 'day' | 'month' | 'year';

function ordinaryPart(name: PartName, options: DateInputOptions): DateInputItem {
  return { name, value: options.values?.[name], classes: `govuk-input--width-${widthOf(name)}` };
}

function isMarked(item: DateInputItem): boolean {
  return item.error === true || item.classes?.includes('govuk-input--error') === true;
}

function part(
  item: DateInputItem,
  options: DateInputOptions,
  parts: Record<PartName, DateInputItem | false>,
  oneIsMarked: boolean,
): Html {
  const which = whichPart(item, parts);
  const known = which && parts[which];
  const name = item.name ?? which ?? '';
  const fullName = options.namePrefix ? `${options.namePrefix}-${name}` : name;
  const classes = item.classes ?? '';
  const marked =
    isMarked(item) || (item.error !== false && options.errorMessage !== undefined && !oneIsMarked);
  return html`<div class="govuk-date-input__item">${input({
    label: { text: item.label || capitalised(name), classes: 'govuk-date-input__label' },
    id: item.id || `${options.id}-${name}`,
    classes: classNames(
      'govuk-date-input__input',
      marked && !classes.includes('govuk-input--error') && 'govuk-input--error',
      !classes.includes('govuk-input--width-') && `govuk-input--width-${widthOf(which)}`,
      classes,
    ),
    name: fullName,
    value: item.value ?? (known ? known.value : undefined) ?? options.values?.[fullName],
    inputmode: item.inputmode || 'numeric',
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    attributes: item.attributes,
  })}</div>`;
}

function whichPart(
  item: DateInputItem,
  parts: Record<PartName, DateInputItem | false>,
): PartName | undefined {
  for (const name of ['day', 'month', 'year'] as const) {
    const known = parts[name];
    if (item === known || item.name === name) return name;
    if (item.name && known && item.name === known.name) return name;
  }
  return undefined;
}

function widthOf(which: PartName | undefined): 2 | 4 {
  return which === 'year' ? 4 : 2;
}

// As nunjucks' capitalize: the first letter large, all others small.
function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
