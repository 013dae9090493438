// Cuts a run of capitalised words where one name ends and another begins: "the Case Review Sub-group and the Executive" holds
// two, "Director of Children's Services" an office and one, "the Council's Play Strategy" an owner and one.
import { type Head, headOf } from './name-heads.ts';
import { smallWords } from './plain-form.ts';
import { isCapitalised, type Word } from './words.ts';

/** Somebody's office, before the name of what they lead. */
const roles = new Set(
  'director directors head heads chair chairs manager managers lead leads leader leaders officer officers advisor advisors adviser advisers scrutineer commissioner constable superintendent inspector minister secretary coordinator coordinators champion representative representatives member members executive'.split(
    ' ',
  ),
);
/** What is done with a thing, or who belongs to it, before its name. */
const openers = new Set(
  'staff update updates check checks facilitation scrutiny attendance report reports colleagues partners delivery development implementation introduction launch role support training oversight work use publication review reviews feedback'.split(
    ' ',
  ),
);
const articles = new Set(['the', 'our', 'their', 'its', 'a', 'an']);

/** The run in pieces, each of which may be a name. */
export function piecesOf(text: string, run: readonly Word[]): Word[][] {
  const pieces: Word[][] = [];
  let start = 0;
  for (let at = 1; at <= run.length; at += 1) {
    if (at < run.length && !cutsAt(text, run, start, at)) continue;
    pieces.push(run.slice(start, at));
    start = at;
    while (start < run.length && smallWords.has(run[start]?.norm ?? '')) start += 1;
    at = Math.max(at, start);
  }
  return pieces;
}

/** Whether a piece that began at `start` ends before `at`. */
function cutsAt(text: string, run: readonly Word[], start: number, at: number): boolean {
  const [word, last] = [run[at], run[at - 1]];
  if (!word || !last) return false;
  const gap = text.slice(last.to, word.from);
  const head = headAt(run, at - 1);
  if (isOwner(last, run[at - 2])) return true;
  if (gap === ', ' && head) return true;
  if (gap.includes('&') && isShort(last) && at - start === 1) return true;
  if (/^(?:director|minister)$/.test(last.norm) && isCapitalised(word)) return true;
  return smallWords.has(word.norm) && cutsAtSmall(run, start, at, head);
}

function cutsAtSmall(run: readonly Word[], start: number, at: number, head: Head | null): boolean {
  const [word, last, next] = [run[at], run[at - 1], run[at + 1]];
  if (!word || !last || !next) return true;
  const opens = head !== null && opensName(run, at, head);
  if (articles.has(word.norm) || articles.has(next.norm)) return !opens;
  if (word.norm === 'at' || word.norm === 'by') return true;
  if (roles.has(last.norm) || (at - start === 1 && (openers.has(last.norm) || isShort(last)))) return !opens;
  return head !== null && !opens;
}

function headAt(run: readonly Word[], at: number): Head | null {
  return headOf(run[at]?.raw ?? '', run[at - 1]?.raw ?? '');
}

/** "Board of Governors", "Department for Education", "Inquiry into …": the head stands first and the rest belongs to it. */
function opensName(run: readonly Word[], at: number, head: Head): boolean {
  const [word, last, next] = [run[at]?.norm ?? '', run[at - 1]?.norm ?? '', run[at + 1]?.norm ?? ''];
  if (word === 'and') {
    // "Schools and Academies Board", "Service and Practice Group": what comes before is no name by itself.
    const first = at < 2 || smallWords.has(run[at - 2]?.norm ?? '');
    const ends = headAt(run, run.length - 1) !== null && !articles.has(next);
    return ends && (head.plural || first);
  }
  if (!/^(?:of|for|on|into|against)$/.test(word)) return false;
  if (articles.has(next)) return head.kind === 'law' || (head.kind === 'inspection' && word !== 'of');
  return (
    head.kind !== 'meeting' && !/^(?:executive|partnership|council|police|team|panel|subgroup)$/.test(last)
  );
}

/** Those whose name an organisation or a plan may bear: "Children's Services", "St Anne's School". */
const people = new Set(
  'child children childrens people peoples women womens men mens carer carers parent parents father fathers mother mothers girl girls boy boys youth victim victims family families pupil pupils learner learners student students adult adults king kings queen queens prince princes nobody nobodys'.split(
    ' ',
  ),
);

/** "Council's …": whose it is, rather than what it is called. */
function isOwner(word: Word, before: Word | undefined): boolean {
  if (!/['’]s$/i.test(word.raw) || people.has(word.bare) || people.has(word.norm)) return false;
  return !(before && /^(?:st|saint)$/i.test(before.raw));
}

function isShort({ raw }: Word): boolean {
  return /^[A-Z]{2,6}$/.test(raw);
}

export function isRole(word: Word): boolean {
  return roles.has(word.norm) && word.norm !== 'executive';
}
