// https://design-system.service.gov.uk/components/file-upload/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, wording, wordings } from './content.ts';
import { besides, field } from './form-group.ts';
import type { FieldOptions } from './form-group.ts';

export interface FileUploadOptions extends FieldOptions {
  multiple?: boolean | undefined;
  /** Turns on the drop zone, where scripts run. */
  javascript?: boolean | undefined;
  wrapperClasses?: string | undefined;
  wrapperAttributes?: Attributes | undefined;
  chooseFilesButtonText?: string | undefined;
  noFileChosenText?: string | undefined;
  multipleFilesChosenText?: Readonly<Record<string, string>> | undefined;
  dropInstructionText?: string | undefined;
  enteredDropZoneText?: string | undefined;
  leftDropZoneText?: string | undefined;
}

export function fileUpload(options: FileUploadOptions): Html {
  return field(options, (id, describedBy) => {
    const own = attributes({
      class: classNames(
        'govuk-file-upload',
        options.classes,
        options.errorMessage && 'govuk-file-upload--error',
      ),
      id,
      name: options.name,
      type: 'file',
      disabled: options.disabled,
      multiple: options.multiple,
      'aria-describedby': describedBy,
    });
    const control = html`<input${own}${attributes(options.attributes)}>`;
    return besides(options.formGroup, options.javascript ? dropZone(options, control) : control);
  });
}

function dropZone(options: FileUploadOptions, control: Html): Html {
  const own = attributes({
    class: classNames('govuk-file-upload-wrapper', options.wrapperClasses),
    'data-module': 'govuk-file-upload',
    ...wording('choose-files-button', options.chooseFilesButtonText),
    ...wording('no-file-chosen', options.noFileChosenText),
    ...wordings('multiple-files-chosen', options.multipleFilesChosenText),
    ...wording('drop-instruction', options.dropInstructionText),
    ...wording('entered-drop-zone', options.enteredDropZoneText),
    ...wording('left-drop-zone', options.leftDropZoneText),
    ...options.wrapperAttributes,
  });
  return html`<div${own}>${control}</div>`;
}
