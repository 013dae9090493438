// Terms of law used for something else: children missing education for absence from school, the integrated care partnership
// for the integrated care board, chapters of Working Together and sections of Acts that are not where the text puts them.
import type { ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { missingEducationAsAbsence } from '../missing-education.ts';
import { type Passage, passagesIn } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { healthPartnerMisnamed } from '../statutory-health-partner.ts';
import { editions, sectionsMisplaced } from '../vocabulary/legal-terms.ts';

const id = 'term-misused';

export const rule: Rule = {
  id,
  group: 'names',
  title: 'A legal term used for something else',
  why: 'A term of law means one thing; used for another, it misleads readers about which duty is met and whom it concerns.',
  severities: ['medium'],
  check: (document: ReadDocument): Finding[] => [
    ...missingEducationAsAbsence(document),
    ...healthPartnerMisnamed(document),
    ...passagesIn(document).flatMap((passage) =>
      passage.part.voice === 'own' ? [...chapters(document, passage), ...sections(document, passage)] : [],
    ),
  ],
};

const chapterOf =
  /\b[Cc]hapter (\d{1,2})\b([^.;]{0,90}?)\bWorking Together(?: to Safeguard(?:ing)? Children)?(?: [Ss]tatutory)?(?: [Gg]uidance)?,? ?\(?((?:19|20)\d\d)\b/g;
const ofChapter =
  /\bWorking Together(?: to Safeguard(?:ing)? Children)?(?: [Ss]tatutory)?(?: [Gg]uidance)?,? ?\(?((?:19|20)\d\d)\)?,?(?: -| –|:)? [Cc]hapter (\d{1,2})\b([^.;]{0,60})/g;

function chapters(document: ReadDocument, passage: Passage): Finding[] {
  const { text } = passage;
  if (!text.includes('Working Together')) return [];
  const named = [
    ...[...text.matchAll(chapterOf)].map((match) => ({
      match,
      number: match[1],
      words: match[2],
      year: match[3],
    })),
    ...[...text.matchAll(ofChapter)].map((match) => ({
      match,
      number: match[2],
      words: match[3],
      year: match[1],
    })),
  ];
  return named.flatMap(({ match, number = '', words = '', year }) => {
    const edition = editions.find((each) => each.year === year);
    if (!edition) return [];
    const place = { from: passage.from + match.index, to: passage.from + match.index + match[0].length };
    const count = edition.chapters.length;
    if (Number(number) > count || Number(number) < 1)
      return [
        findingAt(id, document, passage.part, {
          severity: 'medium',
          confidence: 0.9,
          message: `Working Together ${edition.year} has ${count} chapters, so there is no chapter ${number}.`,
          mend: 'Look up the chapter, and whether another edition is meant.',
          detail: `chapter ${number} ${edition.year}`,
          ...place,
        }),
      ];
    const meant = edition.chapters.findIndex(({ about }) => about.test(words));
    const also = edition.chapters[Number(number) - 1]?.about.test(words);
    if (meant < 0 || also || meant + 1 === Number(number)) return [];
    return [
      findingAt(id, document, passage.part, {
        severity: 'medium',
        confidence: 0.8,
        message:
          `In Working Together ${edition.year} this is chapter ${meant + 1} (“${edition.chapters[meant]?.title}”); ` +
          `chapter ${number} is “${edition.chapters[Number(number) - 1]?.title}”.`,
        mend: 'Put the right chapter, or the edition in which it had this number.',
        detail: `chapter ${number} ${edition.year} ${meant}`,
        ...place,
      }),
    ];
  });
}

function sections(document: ReadDocument, { part, text, from }: Passage): Finding[] {
  if (!text.includes(' Act')) return [];
  return sectionsMisplaced.flatMap(({ pattern, about, right, source }) => {
    const match = pattern.exec(text);
    if (!match || !about.test(text)) return [];
    return [
      findingAt(id, document, part, {
        severity: 'medium',
        confidence: 0.85,
        message: `This duty stands in ${right} (${source}).`,
        mend: 'Put the right Act, so that a reader finds the section.',
        detail: match[0],
        from: from + match.index,
        to: from + match.index + match[0].length,
      }),
    ];
  });
}
