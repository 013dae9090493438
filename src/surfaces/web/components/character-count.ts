// https://design-system.service.gov.uk/components/character-count/ : a textarea that says how much room is left.
import { html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, wording, wordings } from './content.ts';
import { hint } from './hint.ts';
import { textarea } from './textarea.ts';
import type { TextareaOptions } from './textarea.ts';

type Plurals = Readonly<Record<string, string>>;

export interface CharacterCountOptions
  extends Omit<TextareaOptions, 'describedBy' | 'disabled' | 'autocomplete'> {
  maxlength?: number | undefined;
  maxwords?: number | undefined;
  /** Percentage of the limit after which the count shows. */
  threshold?: number | undefined;
  countType?: 'words' | 'characters' | 'length' | undefined;
  countMessage?: { classes?: string | undefined } | undefined;
  textareaDescriptionText?: string | undefined;
  charactersUnderLimitText?: Plurals | undefined;
  charactersAtLimitText?: string | undefined;
  charactersOverLimitText?: Plurals | undefined;
  wordsUnderLimitText?: Plurals | undefined;
  wordsAtLimitText?: string | undefined;
  wordsOverLimitText?: Plurals | undefined;
}

export function characterCount(options: CharacterCountOptions): Html {
  const id = options.id || options.name;
  const countType = options.countType ?? (options.maxwords ? 'words' : undefined);
  const limit = options.maxwords || options.maxlength;
  const { formGroup } = options;
  return textarea({
    id,
    name: options.name,
    describedBy: `${id}-info`,
    rows: options.rows,
    spellcheck: options.spellcheck,
    value: options.value,
    formGroup: {
      classes: classNames('govuk-character-count', formGroup?.classes),
      attributes: { ...counting(options, countType, limit), ...formGroup?.attributes },
      beforeInput: formGroup?.beforeInput,
      afterInput: {
        html: html`${hint({
          text: limit === undefined ? '' : limitText(options, countType).replace('%{count}', String(limit)),
          id: `${id}-info`,
          classes: classNames('govuk-character-count__message', options.countMessage?.classes),
        })}${contentOf(formGroup?.afterInput)}`,
      },
    },
    classes: classNames('govuk-js-character-count', options.classes),
    label: options.label,
    hint: options.hint,
    errorMessage: options.errorMessage,
    attributes: options.attributes,
  });
}

function limitText(options: CharacterCountOptions, countType: string | undefined): string {
  const counted = countType === 'words' ? 'words' : 'characters';
  return options.textareaDescriptionText || `You can enter up to %{count} ${counted}`;
}

function counting(
  options: CharacterCountOptions,
  countType: string | undefined,
  limit: number | undefined,
): Attributes {
  const describedLater = limit === undefined && options.textareaDescriptionText;
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': options.maxlength,
    'data-maxwords': options.maxwords,
    'data-threshold': options.threshold,
    'data-count-type': countType,
    ...(describedLater ? wordings('textarea-description', { other: describedLater }) : {}),
    ...wordings('characters-under-limit', options.charactersUnderLimitText),
    ...wording('characters-at-limit', options.charactersAtLimitText),
    ...wordings('characters-over-limit', options.charactersOverLimitText),
    ...wordings('words-under-limit', options.wordsUnderLimitText),
    ...wording('words-at-limit', options.wordsAtLimitText),
    ...wordings('words-over-limit', options.wordsOverLimitText),
  };
}
