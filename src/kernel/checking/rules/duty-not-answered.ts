// Duties of the yearly report that no passage answers, by the edition of Working Together the report is held to. Only for a
// partnership's yearly report; one composed from records has its own coverage, duty by duty, from the records themselves.
import type { Duty } from '../../frameworks/duty.ts';
import { frameworkById } from '../../frameworks/framework.ts';
import type { ReadDocument } from '../../reading/document.ts';
import { type DutyAnswer, dutyAnswers, UNVERIFIED } from '../duties.ts';
import type { Finding } from '../finding.ts';
import { kindOf } from '../kind-of-document.ts';
import { findingOverall, listWords, type Rule } from '../rule.ts';

const id = 'duty-not-answered';

export const dutyNotAnswered: Rule = {
  id,
  group: 'duties',
  title: 'A duty with no text that answers it',
  why: 'The law and the guidance say what a yearly report holds; who inspects it looks for exactly that.',
  severities: ['high', 'medium', 'low'],
  check(document) {
    if (document.of === 'records' || kindOf(document) !== 'yearly-report') return [];
    const open = dutyAnswers(document).filter(
      // Where money is mentioned without its breakdown, no-cost-breakdown points at the very words.
      ({ answered, duty, passages }) =>
        answered === 'nothing' && duty.condition === undefined && passages.length === 0,
    );
    const confirmed = open.filter(({ duty }) => duty.verified);
    const unconfirmed = open.filter(({ duty }) => !duty.verified && duty.obligation !== 'optional');
    return [
      ...confirmed.map((answer) => missing(document, answer)),
      ...(unconfirmed.length > 3
        ? [toCheck(document, unconfirmed)]
        : unconfirmed.map((one) => toCheck(document, [one]))),
    ];
  },
};

/** A chapter, or one page of a report published page by page, cannot be said to leave a duty out. */
const wholeReport = 2500;

function missing(document: ReadDocument, { duty, note, passages }: DutyAnswer): Finding {
  return findingOverall(id, {
    severity: duty.obligation === 'must' && document.words >= wholeReport ? 'high' : 'medium',
    confidence: 0.6,
    where: editionOf(duty),
    quote: passages[0]?.quote ?? '',
    message:
      `Nothing was found that answers “${duty.title}” (${duty.id}): ${lowerFirst(duty.requirement)} ${note}`.trim(),
    mend: 'Write it, or say where in the report it is answered in other words.',
    detail: `${duty.id} ${document.title ?? ''}`,
  });
}

/** Worded as a question: the duties have not been compared with the published guidance. */
function toCheck(document: ReadDocument, answers: readonly DutyAnswer[]): Finding {
  const [first] = answers as [DutyAnswer];
  const names = listWords(answers.map(({ duty }) => `“${duty.title}” (${duty.id})`));
  return findingOverall(id, {
    severity: 'low',
    confidence: answers.length > 1 ? 0.5 : 0.6,
    where: editionOf(first.duty),
    quote: answers.length > 1 ? '' : (first.passages[0]?.quote ?? ''),
    message:
      answers.length > 1
        ? `Please check whether the report should speak to these: ${names}. Nothing was found on them, and these duties have not yet been compared with the published guidance.`
        : `Please check whether the report should speak to ${names}: ${lowerFirst(first.duty.requirement)} ${first.note.replace(UNVERIFIED, 'This duty has not yet been compared with the published guidance.')}`,
    mend: 'Look the guidance up; if it asks for this, write it or say where it is answered.',
    detail: `${answers.map(({ duty }) => duty.id).join(' ')} ${document.title ?? ''}`,
  });
}

function editionOf({ framework }: Duty): string {
  return frameworkById(framework).title;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
