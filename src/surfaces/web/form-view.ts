// Draws the fields of an operation's input as GOV.UK components. Ids follow names, so that the error summary can link.
import type { Field } from '../../kernel/forms/fields.ts';
import type { Choice } from '../../kernel/pages/page.ts';
import { checkboxes } from './components/checkboxes.ts';
import { dateInput } from './components/date-input.ts';
import { fieldset } from './components/fieldset.ts';
import { fileUpload } from './components/file-upload.ts';
import { input } from './components/input.ts';
import { passwordInput } from './components/password-input.ts';
import { radios } from './components/radios.ts';
import { select } from './components/select.ts';
import { textarea } from './components/textarea.ts';
import { type Html, html } from '../../kernel/pages/html.ts';

export interface DrawnForm {
  fields: Field[];
  /** Values to show, by field name. */
  values: Record<string, unknown>;
  /** What the person typed last, by control name; wins over values. */
  typed?: Record<string, string | string[] | undefined> | undefined;
  errors: Record<string, string>;
  choices: Record<string, Choice[]>;
  /** The label of each cell, for fields of cells. */
  cellLabels?: Record<string, readonly string[]> | undefined;
}

export function drawFields(form: DrawnForm): Html[] {
  return form.fields.map((field) => drawField(field, form));
}

/** The id of the first control of a field, for the error summary. */
export function controlId(field: Field): string {
  return field.kind === 'day' ? `${field.name}-day` : field.name;
}

function drawField(field: Field, form: DrawnForm): Html {
  const { name, kind, words } = field;
  if (words.widget === 'hidden') return hidden(field, form);
  const common = {
    name,
    id: name,
    hint: words.hint ? { text: words.hint } : undefined,
    errorMessage: form.errors[name] ? { text: form.errors[name] } : undefined,
  };
  const label = { text: labelOf(field) };
  const value = valueOf(field, form);
  const offered = offeredTo(field, form);
  if (kind === 'day') return dayField(field, form, common);
  if (kind === 'file' || kind === 'files')
    return fileUpload({ ...common, label, multiple: kind === 'files', javascript: true });
  if (kind === 'cells') return cellsField(field, form);
  if (kind === 'yes') {
    return checkboxes({
      ...common,
      idPrefix: name,
      hint: undefined,
      items: [
        {
          value: 'yes',
          text: words.label,
          hint: words.hint ? { text: words.hint } : undefined,
          checked: value === 'true' || value === 'yes',
        },
      ],
    });
  }
  if (kind === 'many' || kind === 'list') {
    const chosen = chosenOf(field, form);
    return checkboxes({
      ...common,
      idPrefix: name,
      fieldset: { legend: { text: labelOf(field), classes: 'govuk-fieldset__legend--s' } },
      items: offered.map((o) => ({ ...o, checked: chosen.includes(o.value) })),
    });
  }
  if (words.widget === 'radios') {
    return radios({
      ...common,
      idPrefix: name,
      fieldset: { legend: { text: labelOf(field), classes: 'govuk-fieldset__legend--s' } },
      items: offered.map((o) => ({ ...o, checked: o.value === value })),
    });
  }
  if (offered.length > 0 || words.choose_from) {
    const nothingChosen = {
      value: '',
      text: field.required ? 'Choose one' : (words.none ?? 'Not recorded'),
      selected: value === '',
    };
    return select({
      ...common,
      label,
      items: [nothingChosen, ...offered.map((o) => ({ ...o, selected: o.value === value }))],
    });
  }
  if (words.widget === 'textarea') return textarea({ ...common, label, value, rows: '5' });
  if (words.widget === 'password') return passwordInput({ ...common, label });
  const number = kind === 'number' ? { inputmode: 'decimal', classes: 'govuk-input--width-10' } : {};
  return input({ ...common, label, value, ...number });
}

function hidden(field: Field, form: DrawnForm): Html {
  const value = valueOf(field, form);
  return html`${value !== '' && html`<input type="hidden" name="${field.name}" value="${value}">`}`;
}

function dayField(
  field: Field,
  form: DrawnForm,
  common: {
    name: string;
    id: string;
    hint: { text: string } | undefined;
    errorMessage: { text: string } | undefined;
  },
): Html {
  const [year, month, day] = shown(form.values[field.name]).split('-');
  const parts = { day: trimmed(day), month: trimmed(month), year: year ?? '' };
  const error = form.errors[field.name] ? ' govuk-input--error' : '';
  return dateInput({
    id: common.id,
    hint: common.hint,
    errorMessage: common.errorMessage,
    fieldset: { legend: { text: labelOf(field), classes: 'govuk-fieldset__legend--s' } },
    items: (['day', 'month', 'year'] as const).map((part) => ({
      name: `${field.name}-${part}`,
      id: `${field.name}-${part}`,
      label: part.charAt(0).toUpperCase() + part.slice(1),
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}${error}`,
      value: String(form.typed?.[`${field.name}-${part}`] ?? parts[part]),
    })),
  });
}

/** One box for each column of a row; the first has the field's own id, so that the error summary finds it. */
function cellsField(field: Field, form: DrawnForm): Html {
  const { name, words } = field;
  const values = chosenOf(field, form);
  const error = form.errors[name];
  const boxes = (form.cellLabels?.[name] ?? []).map((label, at) => {
    const wrong = form.errors[`${name}.${at}`];
    return input({
      name,
      id: at === 0 ? name : `${name}-${at}`,
      label: { text: label },
      value: values[at],
      errorMessage: wrong ? { text: wrong } : undefined,
    });
  });
  return fieldset({
    legend: { text: words.label, classes: 'govuk-fieldset__legend--s' },
    html: html`${words.hint && html`<p class="govuk-hint">${words.hint}</p>`}${
      error && html`<p class="govuk-error-message">${error}</p>`
    }${boxes}`,
  });
}

const trimmed = (part: string | undefined) => (part ?? '').replace(/^0/, '');

function labelOf({ words, required }: Field): string {
  return required ? words.label : `${words.label} (optional)`;
}

function valueOf(field: Field, form: DrawnForm): string {
  const typed = form.typed?.[field.name];
  const value =
    form.typed === undefined ? form.values[field.name] : Array.isArray(typed) ? typed.at(-1) : typed;
  return shown(value);
}

function chosenOf(field: Field, form: DrawnForm): string[] {
  const value = form.typed === undefined ? form.values[field.name] : form.typed[field.name];
  if (Array.isArray(value)) return value.map(shown);
  return value === undefined || value === null ? [] : [shown(value)];
}

function offeredTo(field: Field, form: DrawnForm): Choice[] {
  const { choose_from } = field.words;
  if (choose_from) return form.choices[choose_from] ?? [];
  return Object.entries(field.choices).map(([value, text]) => ({ value, text }));
}

/** A value as a person would type it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
