// https://design-system.service.gov.uk/components/password-input/
import { html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { button } from './button.ts';
import { classNames, contentOf, wording } from './content.ts';
import type { FieldOptions } from './form-group.ts';
import { input } from './input.ts';

export interface PasswordInputOptions extends FieldOptions {
  value?: string | undefined;
  /** "current-password" unless given; "new-password" where one is chosen. */
  autocomplete?: string | undefined;
  showPasswordText?: string | undefined;
  hidePasswordText?: string | undefined;
  showPasswordAriaLabelText?: string | undefined;
  hidePasswordAriaLabelText?: string | undefined;
  passwordShownAnnouncementText?: string | undefined;
  passwordHiddenAnnouncementText?: string | undefined;
  button?: { classes?: string | undefined } | undefined;
}

export function passwordInput(options: PasswordInputOptions): Html {
  const id = options.id || options.name;
  const { formGroup } = options;
  return input({
    id,
    name: options.name,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete || 'current-password',
    value: options.value,
    disabled: options.disabled,
    describedBy: options.describedBy,
    attributes: options.attributes,
    label: options.label,
    hint: options.hint,
    errorMessage: options.errorMessage,
    classes: classNames('govuk-password-input__input govuk-js-password-input-input', options.classes),
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      classes: classNames('govuk-password-input', formGroup?.classes),
      attributes: {
        'data-module': 'govuk-password-input',
        ...wording('show-password', options.showPasswordText),
        ...wording('hide-password', options.hidePasswordText),
        ...wording('show-password-aria-label', options.showPasswordAriaLabelText),
        ...wording('hide-password-aria-label', options.hidePasswordAriaLabelText),
        ...wording('password-shown-announcement', options.passwordShownAnnouncementText),
        ...wording('password-hidden-announcement', options.passwordHiddenAnnouncementText),
        ...formGroup?.attributes,
      },
      beforeInput: formGroup?.beforeInput,
      afterInput: { html: html`${showButton(options, id)}${contentOf(formGroup?.afterInput)}` },
    },
  });
}

// Hidden until the script that makes it work has run.
function showButton(options: PasswordInputOptions, id: string): Html {
  return button({
    type: 'button',
    classes: classNames(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      options.button?.classes,
    ),
    text: options.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': id,
      'aria-label': options.showPasswordAriaLabelText ?? 'Show password',
      hidden: true,
    },
  });
}
