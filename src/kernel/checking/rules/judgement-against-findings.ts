// A judgement whose own findings point the other way: "This is an area of strength", and the section it judges speaks as often
// of gaps as of strengths. Nobody but the author can say whether it is so; the finding asks.
import { headingsOver, isProse, type Part, type Prose, type ReadDocument } from '../../reading/document.ts';
import { sentencesIn } from '../../reading/language/sentences.ts';
import { wordsIn } from '../../reading/language/words.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';

const id = 'judgement-against-findings';

export const rule: Rule = {
  id,
  group: 'evidence',
  title: 'A judgement its own findings may not bear out',
  why: 'Readers weigh a judgement against the findings printed with it.',
  severities: ['low'],
  check: (document) =>
    document.parts.flatMap((part) => {
      if (!isProse(part) || part.voice !== 'own' || part.kind === 'contents') return [];
      const judged = judgementIn(part.text);
      if (!judged) return [];
      const found = weigh(findingsFor(document, part, judged.label));
      return found.gaps.length >= 2 && found.gaps.length >= found.strengths
        ? [ask(document, part, judged, found)]
        : [];
    }),
};

interface Judgement {
  words: string;
  from: number;
  to: number;
  /** What is judged, where the same line says it: "Step 4: Audit and data. This is an area of strength." */
  label: string;
}

const judgement =
  /\b(?:(?:this|it|which) (?:is|remains|continues to be) an? (?:[a-z]+ ){0,2}(?:area|step|theme) of (?:\w+ )?strength|(?:is|are|was|were) (?:judged|rated|graded|assessed)(?: as| to be)? (?:good|outstanding|effective|strong|secure|green|met|fully met)|(?:overall )?(?:judge?ment|rating|rag)\s*[:–-]\s*(?:good|outstanding|effective|strong|secure|green|met|fully met)|an area of (?:\w+ )?strength)\b/i;

function judgementIn(text: string): Judgement | null {
  const match = judgement.exec(text);
  if (!match || /\b(not|no longer|nor|whether|if)\b[^.]{0,20}$/i.test(text.slice(0, match.index)))
    return null;
  const label = text
    .slice(0, match.index)
    .replace(/[.:;–-]?\s*(?:this|it|which)?\s*$/i, '')
    .trim();
  return { words: match[0], from: match.index, to: match.index + match[0].length, label };
}

/** The text the judgement is about: under the heading it names, or under its own. */
function findingsFor(document: ReadDocument, part: Prose, label: string): Prose[] {
  const named = label === '' ? null : opensSection(document, part, label);
  const [over] = headingsOver(document, part);
  const start = named ?? over;
  if (!start || (named === null && label !== '' && wordsIn(label).length > 3)) return [];
  const told: Prose[] = [];
  for (const one of document.parts.slice(start.at + 1)) {
    if (one.kind === 'heading' ? start.kind !== 'heading' || one.level <= start.level : isLike(one, start))
      break;
    if (isProse(one) && one.at !== part.at) told.push(one);
  }
  return told;
}

/** The heading, or the line that stands like one, which a label repeats. */
function opensSection({ parts }: ReadDocument, judged: Prose, label: string): Part | null {
  const wanted = plain(label);
  if (wanted.length < 12) return null;
  const opening = parts.filter((part) => {
    if (part.kind === 'table' || part.at >= judged.at || part.text.length > label.length + 40) return false;
    const text = plain(part.text);
    return text.length >= 12 && (text.startsWith(wanted) || wanted.startsWith(text));
  });
  // Where it stands in a list of contents or of steps as well, its own section is the last.
  return opening.at(-1) ?? null;
}

function plain(text: string): string {
  return wordsIn(text)
    .map(({ norm }) => norm)
    .filter((word) => !/^(?:step|theme|standard|area|priority|\d+|step\d+)$/.test(word))
    .join(' ');
}

/** "Step 5: …" ends what stood under "Step 4: …". */
function isLike(part: Part, start: Part): boolean {
  if (part.kind === 'table' || start.kind === 'table') return false;
  const first = /^(step|theme|standard|area|priority)\s*\d/i.exec(start.text)?.[1]?.toLowerCase();
  return first !== undefined && part.text.toLowerCase().startsWith(first) && /^\w+\s*\d/.test(part.text);
}

const gap =
  /\b(opportunit(?:y|ies) (?:for|to)|further (?:work|opportunit(?:y|ies)|improvement)|needs? to (?:be|improve|strengthen|ensure|develop)|not yet|yet to|could be (?:strengthened|improved|better|clearer)|should be (?:strengthened|improved)|gaps?\b|inconsisten\w+|lack(?:s|ed|ing)? (?:of )?|remains? (?:a )?(?:challeng\w+|concern\w*|weak\w*|difficult)|too (?:few|many|often|late)|not (?:always|consistently|sufficiently|enough)|weakness\w*|areas? for (?:improvement|development)|delays?|shortfalls?|(?:is|was|are|were) missing)\b/i;
const strength =
  /\b(effective(?:ly)?|strong(?:ly)?|strengths?|robust|well[- ](?:embedded|established|attended|led|engaged)|embedded|good|excellent|positive(?:ly)?|outstanding|impressive|mature|clear|consistent(?:ly)?|compliant|committed|commitment|extensive)\b/i;

interface Weighed {
  gaps: readonly string[];
  strengths: number;
}

function weigh(parts: readonly Prose[]): Weighed {
  const gaps: string[] = [];
  let strengths = 0;
  for (const { text } of parts)
    for (const { text: sentence } of sentencesIn(text)) {
      const [word] = gap.exec(sentence) ?? [];
      if (word) gaps.push(word.toLowerCase().trim());
      else if (strength.test(sentence) && !judgement.test(sentence)) strengths += 1;
    }
  return { gaps, strengths };
}

function ask(
  document: ReadDocument,
  part: Prose,
  { words, label, from, to }: Judgement,
  { gaps, strengths }: Weighed,
): Finding {
  const said =
    strengths === 0 ? 'and no strength' : strengths === 1 ? 'and one strength' : `and ${strengths} strengths`;
  return findingAt(id, document, part, {
    severity: 'low',
    confidence: 0.5,
    message:
      `The judgement${label ? ` on “${label}”` : ''} is “${words}”. The text it judges names ${gaps.length} gaps (such as “${gaps[0] ?? ''}”) ${said}. ` +
      'Does the judgement still follow from it?',
    mend: 'Say what outweighs the gaps, or word the judgement so that it holds both.',
    detail: part.text,
    from,
    to,
  });
}
