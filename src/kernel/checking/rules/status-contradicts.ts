// One thing told in two states that cannot both be: "a group has been set up" and "the group continued its work", "the first
// meeting was held" and "the network is being established". Often two authors wrote two sections at two times.
import type { ReadDocument } from '../../reading/document.ts';
import { wordsIn } from '../../reading/language/words.ts';
import { contentWords, stemOf } from '../content-words.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule, whereOf } from '../rule.ts';
import { type Statement, statementsIn } from '../statements.ts';

const id = 'status-contradicts';

export const rule: Rule = {
  id,
  group: 'evidence',
  title: 'One thing in two states',
  why: 'A reader who finds a group both running and not yet begun does not know which to believe.',
  severities: ['low'],
  check(document) {
    const statements = statementsIn(document).filter(({ text }) => kinds.test(text));
    const begun = statements.flatMap((statement) => begunIn(statement));
    const running = statements.filter(({ text }) => runs.test(text));
    return begun.flatMap((thing) => {
      const other = running.find((statement) => contradicts(thing, statement));
      return other ? [describe(document, thing, other)] : [];
    });
  },
};

/** What can be set up and then runs. */
const kindWords =
  'group|subgroup|network|board|panel|forum|hub|team|committee|council|steering group|task force|taskforce|clinic|helpline|service';
const kinds = new RegExp(`\\b(?:sub-?)?(?:${kindWords})s?\\b`, 'i');
const runs =
  /\b(?:continu(?:es|ed) (?:to (?:meet|run|deliver|oversee|work|lead)|with (?:their|its|our|the)|its|their)|(?:first|second|third|regular|quarterly|monthly) [^.]{0,60}?(?:was|were|has been|have been) held|has met|have met|meets (?:monthly|quarterly|weekly|regularly|every)|is (?:now )?(?:well )?(?:established|embedded|in place))\b/i;
const beingBegun =
  /\b(?:is|are) (?:currently |now |still )?(?:being |in the process of being )(?:established|set up|created|formed|developed)\b/i;
const newlyBegun =
  /\b(?:has|have) (?:now |also |recently |since )?been (?:newly )?(?:established|set up|created|formed)\b/i;

interface Thing {
  statement: Statement;
  state: 'being begun' | 'newly begun';
  /** The words it is called by, and what kind of thing it is. */
  words: ReadonlySet<string>;
  kind: string;
  name: string;
  from: number;
  to: number;
}

function begunIn(statement: Statement): Thing[] {
  const match = beingBegun.exec(statement.text) ?? newlyBegun.exec(statement.text);
  if (!match) return [];
  const name = subjectBefore(statement.text.slice(0, match.index));
  const last = wordsIn(name).at(-1);
  if (!last || !kinds.test(last.raw)) return [];
  const words = contentWords(name, 'any');
  // "A group has been set up" may be any group.
  if (words.size < 3) return [];
  const state = beingBegun.test(match[0]) ? 'being begun' : 'newly begun';
  const from = match.index - name.length - 1;
  return [
    {
      statement,
      state,
      words,
      kind: stemOf(last.norm),
      name,
      from: Math.max(0, from),
      to: match.index + match[0].length,
    },
  ];
}

/** The noun phrase that ends where the verb begins: no further back than a comma, a verb or a small word that joins clauses. */
function subjectBefore(text: string): string {
  const clause =
    text
      .split(/[,;:.()]|\b(?:that|which|because|while|where|when|if|has|have|is|are|was|were|will)\b/i)
      .at(-1) ?? '';
  return clause.trim().split(/\s+/).slice(-9).join(' ');
}

/** All words of the name stand in the other sentence, and the two states exclude each other. */
function contradicts({ statement, words, state }: Thing, other: Statement): boolean {
  if (other === statement || other.part.at === statement.part.at) return false;
  const match = runs.exec(other.text);
  if (!match) return false;
  // A first meeting may well be held by a group that has just been set up.
  if (state === 'newly begun' && !/^continu/i.test(match[0])) return false;
  const said = contentWords(other.text, 'any');
  return [...words].every((word) => said.has(word) || inCompound(word, said));
}

/** "group" stands in "Sub-group" and in "subgroup". */
function inCompound(word: string, said: ReadonlySet<string>): boolean {
  return said.has(`sub${word}`) || (word.startsWith('sub') && said.has(word.slice(3)));
}

function describe(
  document: ReadDocument,
  { statement, state, name, words, from, to }: Thing,
  other: Statement,
): Finding {
  const place =
    other.part.page === null
      ? other.part.line === null
        ? ''
        : `, line ${other.part.line}`
      : `, page ${other.part.page}`;
  const [first] = runs.exec(other.text) ?? [''];
  return findingAt(id, document, statement.part, {
    severity: 'low',
    confidence: state === 'being begun' ? 0.6 : 0.5,
    message:
      `“${name}” is ${state === 'being begun' ? 'still being established' : 'newly set up'} here, and elsewhere ` +
      `(${whereOf(document, other.part)}${place}) it seems to be running already: “${first}”. Is it one thing or two?`,
    mend: 'Give the date it began, and tell it the same way in both places; or give the two their own names.',
    detail: `${[...words].toSorted().join(' ')}|${other.text}`,
    from: statement.from + from,
    to: statement.from + to,
  });
}
