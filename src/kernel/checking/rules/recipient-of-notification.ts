// A notification said to go to somebody the guidance does not name for it. Care leavers' deaths go to the Secretary of
// State and Ofsted, not to the national Panel; where a right recipient stands beside the wrong one, nothing is said.
import type { ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { ownPassagesIn, type Passage, sentenceAfter } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { type Notification, notifications } from '../vocabulary/notifications.ts';

const id = 'recipient-of-notification';

export const rule: Rule = {
  id,
  group: 'names',
  title: 'A notification to the wrong recipient',
  why: 'If it was sent there, the duty may not have been met; if it was not, readers are told of a step that was never taken.',
  severities: ['high'],
  check: (document: ReadDocument): Finding[] => {
    const passages = ownPassagesIn(document);
    return passages.flatMap((passage) => {
      if (!notifying.test(passage.text)) return [];
      return notifications.flatMap((kind) => {
        if (kind.editions && document.framework_id && !kind.editions.includes(document.framework_id))
          return [];
        const wrong = wrongRecipient(passage, kind);
        return wrong ? [describe(document, passage, kind, wrong, saidRightly(passages, kind, passage))] : [];
      });
    });
  },
};

const notifying = /\b(?:notif\w+|reported to|report to|referrals? to|referred to|informed?)\b/i;
/** "is not notified to the Panel" tells the duty rightly. */
const denied = /\b(?:not|never|no longer|neither|rather than|instead of|unlike|nor)\b/i;
const furthestApart = 140;

function wrongRecipient(
  passage: Passage,
  { about, unless, permitted, wrong }: Notification,
): RegExpExecArray | null {
  const { text } = passage;
  const match = wrong.exec(text);
  const subject = about.exec(text);
  if (!match || !subject || Math.abs(match.index - subject.index) > furthestApart) return null;
  if (permitted.test(text) || unless?.test(text) || permitted.test(sentenceAfter(passage))) return null;
  const before = text.slice(0, match.index);
  // Only where the words lead to the recipient: "made to", "notified to", "inform the".
  return /\b(?:to|notif(?:y|ies|ied|ying)|inform(?:s|ed|ing)?)\s+(?:the\s+)?$/i.test(before) &&
    !denied.test(before)
    ? match
    : null;
}

/** The sentence of the same document that names the right recipient, if there is one. */
function saidRightly(
  passages: readonly Passage[],
  { about, permitted }: Notification,
  but: Passage,
): boolean {
  return passages.some(
    (passage) =>
      passage !== but &&
      notifying.test(passage.text) &&
      about.test(passage.text) &&
      permitted.test(passage.text),
  );
}

function describe(
  document: ReadDocument,
  { part, from }: Passage,
  kind: Notification,
  wrong: RegExpExecArray,
  elsewhere: boolean,
): Finding {
  const right = elsewhere ? ' Elsewhere the document itself says so.' : '';
  return findingAt(id, document, part, {
    severity: 'high',
    confidence: elsewhere ? 0.9 : 0.8,
    message: `This names ${wrong[0].replace(/^the /i, 'the ')} as the recipient. These notifications go to ${kind.recipients} (${kind.source}).${right}`,
    mend: 'Check where they were sent. If the line is mislabelled, name the right recipient; if they went elsewhere, notify and record it.',
    detail: `${kind.id} ${wrong[0].toLowerCase()}`,
    from: from + wrong.index,
    to: from + wrong.index + wrong[0].length,
  });
}
