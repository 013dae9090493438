// One draft as a person looks at it: the exact words, where they stand, what could not be told.
import type { DraftContent } from '../../../kernel/adopting/draft.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../../surfaces/web/components/summary-list.ts';
import { warningText } from '../../../surfaces/web/components/warning-text.ts';
import { placeWords } from '../check.ts';
import type { OpenedDraft, QueuedDraft } from './draft.operations.ts';

/** What stands in the way, for the list. */
export function waitsFor({ mine, readiness, asked }: QueuedDraft): string | false {
  if (!mine) return 'waits for somebody who can add such records';
  if (readiness !== 'answer') return false;
  const [first = 'Needs an answer'] = Object.entries(asked)
    .filter(([name]) => name !== 'topic')
    .map(([, words]) => words);
  return `${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}

/** "Figure: Mothers who smoke"; a title that says already what it is stays as it is. */
export function headingOf({ label, draft }: Pick<OpenedDraft, 'label' | 'draft'>): string {
  return draft.title.startsWith(label) ? draft.title : `${label}: ${draft.title}`;
}

export function drawWords({ draft, adoption }: OpenedDraft): Html {
  const { quote, where_label, also_at, content } = draft;
  const others = also_at.map((place) => placeWords(place) ?? place.where);
  return html`${insetText({ html: html`<p class="gt-prose">${quote}</p>` })}${summaryList({
    rows: [
      {
        key: { text: 'Stands at' },
        value: { text: [placeWords(draft), where_label].filter(Boolean).join(', ') },
      },
      ...(others.length > 0
        ? [{ key: { text: 'The same again at' }, value: { text: others.join('; ') } }]
        : []),
      { key: { text: 'In' }, value: { text: adoption.title } },
      ...notesOf(content).map(([key, text]) => ({ key: { text: key }, value: { text } })),
    ],
  })}${warningOf(content)}`;
}

/** What a person should know before they decide. */
function notesOf(content: DraftContent): [string, string][] {
  if (content.kind === 'figure') return [['Its period', periodWords(content)]];
  if (content.kind === 'table')
    return [['Total', content.total === null ? 'None is printed' : 'As printed, in the last row']];
  if (content.kind === 'priority' && content.also_called.length > 0)
    return [['Also printed as', content.also_called.join('; ')]];
  if (content.kind === 'quotation' && content.speaker === null)
    return [['Who said it', 'The document does not say in a form that could be read']];
  return [];
}

function periodWords({ period }: Extract<DraftContent, { kind: 'figure' }>): string {
  if (period === null) return 'It could not be told: the text names none, or several';
  if (period.said === 'document') return 'None is printed beside it: this is the period of the whole report';
  return period.said === 'heading' ? 'Named in the heading over it' : 'Named beside it';
}

function warningOf({ kind }: DraftContent): Html | false {
  if (kind !== 'case-study' && kind !== 'quotation') return false;
  return warningText({
    iconFallbackText: 'Warning',
    text: 'That it was published does not make it safe to keep. Could a child or a family be known from it? If so, drop it, or take out what gives them away.',
  });
}
