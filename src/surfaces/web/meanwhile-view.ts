// What somebody else saved while this person had the form open: a table above the form, in the form's own words. What the
// person typed stays in the fields below; sending again is then their decision.
import type { Field } from '../../kernel/forms/fields.ts';
import type { Meanwhile } from '../../kernel/operation/refusals.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import type { Choice } from '../../kernel/pages/page.ts';
import { showDay, showInstant } from './components/day.ts';
import { insetText } from './components/inset-text.ts';
import { table } from './components/table.ts';

export function drawMeanwhile(
  { by, at, changes }: Meanwhile,
  fields: Field[],
  choices: Record<string, Choice[]>,
): Html {
  const asked = changes.flatMap(({ field: name, before, now }) => {
    const field = fields.find((f) => f.name === name);
    return field ? [{ field, before, now }] : [];
  });
  const elsewhere = changes.length - asked.length;
  const who = by.length > 0 ? by.join(' and ') : 'Somebody else';
  return insetText({
    html: html`<h2 class="govuk-heading-m">What changed since you opened this</h2>
<p class="govuk-body">${who} saved this${at !== null && html` on ${showInstant(at, 'Europe/London')}`}. Your own words are still in the fields below. Keep them, or take theirs over, then send again.</p>
${
  asked.length > 0 &&
  table({
    head: [{ text: 'Field' }, { text: 'When you opened it' }, { text: 'Now' }],
    firstCellIsHeader: true,
    rows: asked.map(({ field, before, now }) => [
      { text: field.words.label },
      { text: inWords(field, before, choices) },
      { text: inWords(field, now, choices) },
    ]),
  })
}${elsewhere > 0 && html`<p class="govuk-body">${elsewhere === 1 ? 'One thing' : `${elsewhere} things`} changed that this form does not ask.</p>`}`,
  });
}

/** A kept value as the person would read it in the form. */
function inWords(
  { kind, choices: codes, words }: Field,
  value: unknown,
  choices: Record<string, Choice[]>,
): string {
  if (value === null || value === undefined || value === '') return 'Nothing';
  if (Array.isArray(value)) return value.map((one) => codes[String(one)] ?? String(one)).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (kind === 'day') return showDay(text);
  const offered = words.choose_from ? choices[words.choose_from] : undefined;
  return codes[text] ?? offered?.find((one) => one.value === text)?.text ?? text;
}
