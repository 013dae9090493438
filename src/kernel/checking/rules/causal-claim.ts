// "As a result of our training, children are safer": an effect on children that is said to follow from the partnership's work,
// with no figure, audit or inspection beside it. The yearly report answers what the impact was, and with what evidence
// (Working Together 2023, chapter 2; domain handbook 5.12).
import type { ReadDocument } from '../../reading/document.ts';
import { causalClaimIn } from '../causal-words.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';
import { figuresIn, hasTableOrChart, neighboursOf, type Statement, statementsIn } from '../statements.ts';

const id = 'causal-claim';

export const rule: Rule = {
  id,
  group: 'evidence',
  title: 'An effect on children with nothing that shows it',
  why: 'That one thing caused another is the hardest claim to show, and the first that readers ask about.',
  severities: ['medium'],
  check: (document) =>
    statementsIn(document).flatMap((statement) => {
      if (statement.part.known?.claim?.compared) return [];
      const claim = causalClaimIn(statement);
      return claim && !isShown(document, statement) ? [describe(document, statement, claim)] : [];
    }),
};

/** Who found it out is evidence too, named in the sentence or the one before. */
const foundOut =
  /\b(inspect(?:ors?|ions?)|ofsted|hmicfrs|cqc|audits?|evaluat\w+|survey(?:ed|s)?|feedback|data (?:shows?|indicates?|tells?)|research|dip samples?|told us|reported that|case stud(?:y|ies))\b/i;

function isShown(document: ReadDocument, statement: Statement): boolean {
  const near = neighboursOf(document, statement);
  return (
    figuresIn(statement).length > 0 ||
    near.some((sentence) => figuresIn(sentence).length > 0) ||
    foundOut.test(statement.text) ||
    foundOut.test(statement.beside[statement.at - 1]?.text ?? '') ||
    hasTableOrChart(document, statement)
  );
}

function describe(
  document: ReadDocument,
  statement: Statement,
  { from, to, words }: { from: number; to: number; words: string },
): Finding {
  return findingAt(id, document, statement.part, {
    severity: 'medium',
    confidence: 0.75,
    message: `“${words}” says that the work had an effect on children, and nothing beside it shows the effect.`,
    mend:
      'Print the figure before and after, or what an audit, children or an inspection said of it; or say what was done and ' +
      'what people noticed, without the cause.',
    detail: statement.text,
    from: statement.from + from,
    to: statement.from + to,
  });
}
