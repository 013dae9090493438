// A recommendation made again: nearly the same words as in the report before, twice in one list, or one that says itself that
// it was made last year and asks whether it was done. A recommendation that comes back was not answered, or not seen to be.
import { headingsOver, isProse, type Prose, type ReadDocument } from '../../reading/document.ts';
import { contentWords, shareIn } from '../content-words.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';
import { isYearBefore } from '../year-before.ts';

const id = 'recommendation-repeated';

export const rule: Rule = {
  id,
  group: 'evidence',
  title: 'A recommendation made again',
  why: 'A recommendation that comes back, with no word on what was done about it, tells readers that nothing was.',
  severities: ['medium'],
  // Records link a recommendation to the earlier one, with what became of it, and the report prints that.
  reads: 'documents',
  check(document, earlier) {
    const asked = recommendationsIn(document);
    const before = earlier
      .filter((one) => isYearBefore(one, document))
      .flatMap((one) => recommendationsIn(one).map((made) => ({ ...made, in: one })));
    return asked.flatMap((recommendation, at) => {
      const last = before.find((one) => isSame(one, recommendation));
      if (last) return [made(document, recommendation, `in ${last.in.title ?? last.in.name}`, 0.8)];
      if (saysSo(document, recommendation))
        return [made(document, recommendation, 'in an earlier report, as it says itself', 0.7)];
      const twin = asked
        .slice(0, at)
        .find((one) => isSame(one, recommendation) && one.plain !== recommendation.plain);
      return twin?.part.section === recommendation.part.section && twin
        ? [made(document, recommendation, 'earlier in the same list, in nearly the same words', 0.6)]
        : [];
    });
  },
};

interface Recommendation {
  part: Prose;
  plain: string;
  words: ReadonlySet<string>;
}

function recommendationsIn(document: ReadDocument): Recommendation[] {
  return document.parts.flatMap((part) => {
    if (!isProse(part) || part.voice !== 'own' || (part.kind !== 'item' && part.kind !== 'paragraph'))
      return [];
    const [over] = headingsOver(document, part);
    if (
      !over ||
      !/\brecommendations?\b/i.test(over.text) ||
      /\b(?:progress|response|update)\b/i.test(over.text)
    )
      return [];
    const words = contentWords(part.text, 'any');
    return words.size < 6 ? [] : [{ part, words, plain: [...words].toSorted().join(' ') }];
  });
}

function isSame(a: Recommendation, b: Recommendation): boolean {
  return shareIn(a.words, b.words) >= 0.7 && shareIn(b.words, a.words) >= 0.7;
}

const madeBefore =
  /\b(?:previous(?:ly)?|last year['’]?s?|in (?:the )?[^.]{0,60}20\d\d[^.]{0,30})\b[^.]{0,80}\brecommended\b|\brecommended (?:last year|previously|in 20\d\d)\b|\b(?:repeats?|reiterates?|restates?|remains? outstanding)\b/i;
const answered =
  /\b(?<!if (?:this|it) )(?:has|have) (?:now )?(?:been )?(?:achieved|completed|implemented|progressed|actioned|addressed)\b/i;

/** It says that it was made before, and neither it nor the line after it says what was done. */
function saysSo({ parts }: ReadDocument, { part }: Recommendation): boolean {
  if (!madeBefore.test(part.text) || answered.test(part.text)) return false;
  const next = parts[part.at + 1];
  return !next || !isProse(next) || next.section !== part.section || !answered.test(next.text);
}

function made(document: ReadDocument, { part }: Recommendation, when: string, confidence: number): Finding {
  return findingAt(id, document, part, {
    severity: 'medium',
    confidence,
    message: `This recommendation was made before, ${when}.`,
    mend: 'Say beside it what was done since, what is still missing, and by when; or join the two into one.',
    detail: part.text,
    from: 0,
    to: part.text.length,
  });
}
