// The frame every field shares: label, hint and error above it, and the ids that tie them to the field. The id of a field
// is its name unless given, so an error summary can link to it by name alone.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, idList } from './content.ts';
import type { Content, Styled } from './content.ts';
import { errorMessage } from './error-message.ts';
import type { ErrorMessageOptions } from './error-message.ts';
import { hint } from './hint.ts';
import type { HintOptions } from './hint.ts';
import { label } from './label.ts';
import type { LabelOptions } from './label.ts';

export interface FormGroupOptions extends Styled {
  beforeInput?: Content | undefined;
  afterInput?: Content | undefined;
}

export interface GroupOfInputsOptions extends Styled {
  beforeInputs?: Content | undefined;
  afterInputs?: Content | undefined;
}

/** The options of any single field. */
export interface FieldOptions extends Styled {
  id?: string | undefined;
  name: string;
  label?: Omit<LabelOptions, 'for'> | undefined;
  hint?: Omit<HintOptions, 'id'> | undefined;
  errorMessage?: Omit<ErrorMessageOptions, 'id'> | undefined;
  formGroup?: FormGroupOptions | undefined;
  describedBy?: string | undefined;
  disabled?: boolean | undefined;
}

interface Described {
  hint?: FieldOptions['hint'];
  errorMessage?: FieldOptions['errorMessage'];
}

/** Hint and error of the field or group `id`, and the aria-describedby that names them after what was there before. */
export function description(id: string, options: Described, before: string | undefined) {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  return {
    describedBy: idList(before, options.hint && hintId, options.errorMessage && errorId),
    markup: html`${options.hint && hint({ ...options.hint, id: hintId })}${options.errorMessage && errorMessage({ ...options.errorMessage, id: errorId })}`,
  };
}

export function formGroup(hasError: boolean, options: Styled | undefined, inside: Html): Html {
  return html`<div class="${classNames('govuk-form-group', hasError && 'govuk-form-group--error', options?.classes)}"${attributes(options?.attributes)}>${inside}</div>`;
}

/** A whole field: `draw` is given the field's id and aria-describedby, and returns the control itself. */
export function field(
  options: FieldOptions,
  draw: (id: string, describedBy: string | undefined) => Html,
): Html {
  const id = options.id || options.name;
  const { describedBy, markup } = description(id, options, options.describedBy);
  return formGroup(
    options.errorMessage !== undefined,
    options.formGroup,
    html`${options.label && label({ ...options.label, for: id })}${markup}${draw(id, describedBy)}`,
  );
}

/** The control with what stands before and after it; for controls that have no wrapper of their own. */
export function besides(options: FormGroupOptions | undefined, control: Html): Html {
  return html`${contentOf(options?.beforeInput)}${control}${contentOf(options?.afterInput)}`;
}
