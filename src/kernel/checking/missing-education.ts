// "Children missing education" are not on a school's roll and not suitably educated elsewhere (Education Act 1996 section
// 436A). Children who are absent from the school they belong to are absent, however often; their plan is another one.
import type { Heading, ReadDocument } from '../reading/document.ts';
import type { Finding } from './finding.ts';
import { ownPassagesIn, type Passage } from './passages.ts';
import { findingAt } from './rule.ts';

const term = /\b(?:children |pupils )?missing (?:from |out on )?education\b/i;
const absence = /\b(?:attendance|absen(?:t|ce|ces|tees?)|not attending|low attend\w+)\b/i;
/** What work with children who are on no roll is about. */
const properly =
  /\b(?:on (?:a|any|the) (?:school )?roll|off[- ]roll\w*|CME\b|whereabouts|destination|home educat\w+|electively?|EHE\b|not registered|school place|search requests?|tracing|trace|locate|rate of children missing)\b/i;
const fewestAbsences = 4;

export function missingEducationAsAbsence(document: ReadDocument): Finding[] {
  const under = passagesUnder(document);
  for (const [heading, passages] of under) {
    const absent = passages.filter(({ text }) => absence.test(text));
    const proper = passages.filter(({ text }) => properly.test(text) && !absence.test(text));
    if (absent.length < fewestAbsences || absent.length <= 2 * proper.length) continue;
    const named = nameUsedForAbsence(document);
    return [
      findingAt('term-misused', document, heading, {
        severity: 'medium',
        confidence: 0.7,
        message:
          `Under this heading ${absent.length} sentences are about attendance and absence, and ${proper.length === 0 ? 'none' : proper.length} about children ` +
          `who are on no school’s roll, which is what “children missing education” means in law (Education Act 1996 section 436A).${named}`,
        mend: 'Say which children are meant: those missing education, or those on a roll who are persistently or severely absent. If both, keep their figures apart.',
        detail: 'missing education as absence',
        from: 0,
        to: heading.text.length,
      }),
    ];
  }
  return [];
}

/** For each heading with the term, the sentences under it down to the next heading of its level. */
function passagesUnder(document: ReadDocument): [Heading, Passage[]][] {
  const own = ownPassagesIn(document);
  return document.parts.flatMap((part): [Heading, Passage[]][] => {
    if (part.kind !== 'heading' || !term.test(part.text)) return [];
    const next = document.parts.find(
      (other) => other.at > part.at && other.kind === 'heading' && other.level <= part.level,
    );
    const end = next?.at ?? document.parts.length;
    return [[part, own.filter((passage) => passage.part.at > part.at && passage.part.at < end)]];
  });
}

const auditByName = /\bmissing (?:from )?education (?:\w+ ){0,2}audit\b/i;

/** The audit that the text itself says was of absence, named by the other term. */
function nameUsedForAbsence(document: ReadDocument): string {
  const own = ownPassagesIn(document);
  const ofAbsence = own.some(
    ({ text }) => /\baudit\b/i.test(text) && /\b(?:persistent|severe)\b[^.]{0,30}\babsence\b/i.test(text),
  );
  const [named] = own.flatMap(({ text }) => auditByName.exec(text)?.[0] ?? []);
  return ofAbsence && named ? ` An audit of absence is also called “${named}”.` : '';
}
