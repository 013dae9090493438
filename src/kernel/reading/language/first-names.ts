// First names of people in a text. A name that is hardly ever anything else is one wherever it stands; a name that is also a
// word, a month or a place needs a person's verb beside it; and a lone capitalised word that acts like a person is taken for a
// name even where no list holds it. Institutions, laws, authors and office-holders are none of them.
import { givenNames, givenNamesThatAreWords } from './given-names.ts';
import { isCapitalised, startsSentence, type Word } from './words.ts';

export interface FirstName {
  word: Word;
  times: number;
  /** It acts like a person there: has a verb, or owns something. */
  acts: boolean;
  /** Another capitalised word follows, as a surname does. */
  full: boolean;
}

/** Each name once. `named`: lies within a name of something else; `notPeople`: words that name no people there. */
export function firstNamesIn(
  text: string,
  words: readonly Word[],
  named: (word: Word) => boolean,
  notPeople: ReadonlySet<string>,
): FirstName[] {
  const found = new Map<string, FirstName>();
  words.forEach((word, at) => {
    if (!isCapitalised(word) || word.raw === word.raw.toUpperCase() || named(word)) return;
    if (!isFirstName(text, words, at, notPeople)) return;
    const next = words[at + 1];
    const full =
      next !== undefined && isCapitalised(next) && follows(text, word, next) && !ordinary.has(next.bare);
    const known = found.get(word.bare);
    const acts = actsIn(text, words, at);
    if (known) {
      known.times += 1;
      known.acts ||= acts;
      known.full &&= full;
    } else found.set(word.bare, { word, times: 1, acts, full });
  });
  return [...found.values()];
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const personVerbs = list(
  `was is said says told had has felt feels feel wanted wants lived lives came went asked did does could would started began attended moved stayed needed knew loved loves liked likes
  disclosed reported described explained returned left joined became and`,
);
const monthsAndDays = list(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter`,
);
/** What an institution’s, a law’s or a book’s name ends with: "St Giles Trust", "Jack Hunt School". */
const institutions = list(
  `trust school academy house centre center hospital college university road street lane court avenue close drive church ward foundation hub act law rule clause bill model project review inquiry
  enquiry report charity council team service services programme clinic surgery practice nursery library scale guard app award prize lecture fund campaign protocol framework pathway method operation week day`,
);
/** Who holds an office or wrote something; beside a name they make it a public person’s. */
const offices = list(
  `director chief chair chairman chairwoman chairperson head manager officer commissioner superintendent inspector constable sergeant councillor cllr mp minister secretary professor prof dr sir dame lord lady judge
  author authors editor scrutineer lead ceo chief executive president leader coordinator consultant researcher et al mayor detective doctor coroner`,
);
/** Capitalised words about people and services that no register holds; none of them names a person. */
const ordinary = list(
  `i mum mums mummy dad dads daddy mother father nan nana gran grandma grandad grandmother grandfather auntie uncle sister brother baby police ofsted school council social children childrens child health
  education early family families youth young person people worker officer visitor nurse doctor dr mr mrs ms miss st gp gps camhs nhs english british polish christmas easter ramadan eid year
  partnership team court service services staff teacher head deputy support help key mash hub partner partners board panel executive government home office local authority the a an
  snapchat instagram tiktok facebook whatsapp youtube england scotland wales ireland europe christian muslim jewish god everyone nobody this that there here it he she they we you who what his her their
  my our your when while after before during since because although however both also then and but so if as at in on for to of with by from no yes not outcome outcomes impact background concerns
  learning intervention what how why following despite throughout within through overall feedback parents parent carers carer professionals practitioners midwife paediatrician safeguarding`,
);
const beforeMonth = list(
  'in on since by until from to of late early mid and between during before after through over this last next',
);

function isFirstName(
  text: string,
  words: readonly Word[],
  at: number,
  notPeople: ReadonlySet<string>,
): boolean {
  const word = words[at];
  if (!word) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  const starts = startsSentence(text, word.from);
  const capitalBefore = !starts && capitalAt(words, at - 1);
  const capitalAfter = after !== undefined && isCapitalised(after) && follows(text, word, after);
  const possessive = /['’]s$/i.test(word.raw);
  if (before?.norm === 'st' || (capitalAfter && namesInstitution(words, at, possessive))) return false;
  // "Ward 7", "Hunter-based", "Martha’s rule", "Operation Alice".
  if (/[-‑]/.test(text.charAt(word.to)) || /[-‑]/.test(text.charAt(word.from - 1))) return false;
  if (possessive && after !== undefined && institutions.has(after.bare)) return false;
  if (before && institutions.has(before.bare) && capitalBefore) return false;
  if (holdsOffice(text, words, at) || isCited(text, word)) return false;
  if (givenNames.has(word.bare)) return !(capitalBefore && isSurnamePlace(words, at));
  const acts = actsIn(text, words, at);
  if (givenNamesThatAreWords.has(word.bare)) {
    if (notPeople.has(word.bare)) return false;
    const speaks = acts && !possessive && after?.norm !== 'and';
    if (monthsAndDays.has(word.bare)) return speaks && !beforeMonth.has(before?.norm ?? '');
    // "Bundles of Joy" is a thing with a name.
    if (before?.norm === 'of' && capitalAt(words, at - 2)) return false;
    return !capitalBefore && !capitalAfter && (!starts || speaks);
  }
  // A lone capitalised word in the middle of a sentence that acts like a person.
  const lone = !starts && !capitalAt(words, at - 1) && !capitalAt(words, at - 2) && !capitalAfter;
  if (!lone || !acts || after?.norm === 'and' || !/^[a-z]/.test(before?.raw ?? '')) return false;
  if (/^(?:the|a|an|this|that|our|their|his|her|my|some|any|all|new)$/.test(before?.norm ?? '')) return false;
  return /^[A-Z][a-zà-ɏ]+(['’]s)?$/.test(word.raw) && !isOrdinary(word, notPeople);
}

function actsIn(text: string, words: readonly Word[], at: number): boolean {
  const [word, after] = [words[at], words[at + 1]];
  if (!word) return false;
  if (/['’]s$/i.test(word.raw)) return true;
  return after !== undefined && personVerbs.has(after.norm) && follows(text, word, after);
}

/** "Sarah Thomas": the second word is no first name of its own. */
function isSurnamePlace(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return before !== undefined && (givenNames.has(before.bare) || givenNamesThatAreWords.has(before.bare));
}

/** "Dr Anna Field", "Anna Field, Director of …", "Director Anna Field", "(Anna Field, Head of Service)". */
function holdsOffice(text: string, words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (!word) return false;
  if (before && offices.has(before.norm) && isCapitalised(before)) return true;
  if (!after || !isCapitalised(after)) return false;
  const rest = text.slice(after.to, after.to + 70);
  if (!/^(?:[-‑ ][A-Z][a-z]+)?\s*[,(–—-]/.test(rest)) return false;
  return rest.split(/[^A-Za-z]+/).some((one) => offices.has(one.toLowerCase()));
}

/** "Pearce, J (2019)", "Jenny Pearce (2019)", "the work of Laura Lundy (2007)". */
function isCited(text: string, word: Word): boolean {
  return /^[A-Za-z'’.\s-]{0,30}\(?(?:et al\.?,? ?)?\((?:19|20)\d\d\)/.test(text.slice(word.to, word.to + 45));
}

function capitalAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && isCapitalised(word) && word.raw !== 'I';
}

function isOrdinary({ bare, norm }: Word, notPeople: ReadonlySet<string>): boolean {
  return [bare, norm].some((form) => notPeople.has(form) || ordinary.has(form) || monthsAndDays.has(form));
}

/** The run of capitalised words after a name ends in what institutions are called, or the name owns it ("Winston’s Wish"). */
function namesInstitution(words: readonly Word[], at: number, possessive: boolean): boolean {
  let last = at + 1;
  for (let next = words[last]; next && isCapitalised(next) && last - at <= 4; next = words[last]) {
    if (institutions.has(next.bare)) return true;
    last += 1;
  }
  const owned = words[at + 1];
  return possessive && owned !== undefined && !ordinary.has(owned.bare);
}

/** True when only a space lies between two words. */
function follows(text: string, word: Word, next: Word): boolean {
  return /^\s+$/.test(text.slice(word.to, next.from));
}
