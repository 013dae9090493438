// What a sentence is about: its words without endings, without the small words of English and without the words every text of a
// safeguarding partnership is full of. Two texts that share most of them speak of one thing.
import { wordsIn } from '../reading/language/words.ts';

const small = new Set(
  `a an and are as at be been being but by can could did do does for from had has have how i if in into is it its may might more most must no nor not of on or our out over own shall she he
  should so some such than that the their them then there these they this those through to under up was we were what when where which while who whom whose why will with within would you your
  also any all both each other another new further across part including include includes included ensure ensuring well very only about between during following next year years month months annual annually
  one two three four five six seven eight nine ten first second third continue continues continued continuing ongoing current currently regular regularly upon us etc per via`.split(
    /\s+/,
  ),
);
const everyday = new Set(
  `child children childrens young people person persons family families partnership partnerships partner partners agency agencies multi multiagency safeguarding safeguard practice practitioner
  practitioners professional professionals work working service services support supporting supported develop developed developing development local city county council area areas make making made use used
  using need needs needed improve improved improving improvement improvements provide provided providing take taken taking look looking key effective effectiveness role team teams report reports member members
  understand understanding important importance impact outcome outcomes approach process processes priority priorities action actions plan plans lead leads learn learned learning review reviews reviewed reviewing
  consider considered considering implement implemented implementing implementation continuously arrangement arrangements ensure assurance executive board group subgroup subgroups`
    .split(/\s+/)
    .map((word) => stemOf(word)),
);

/** The words that carry meaning, without their endings, each once. `of: 'any'` keeps the field's everyday words too. */
export function contentWords(text: string, of: 'any' | 'distinctive' = 'distinctive'): Set<string> {
  const found = new Set<string>();
  for (const { norm } of wordsIn(text)) {
    if (norm.length < 3 || small.has(norm) || /^\d+$/.test(norm)) continue;
    const stem = stemOf(norm);
    if (of === 'any' || !everyday.has(stem)) found.add(stem);
  }
  return found;
}

/** How many of the words of `some` stand in `others`, as a share of `some`. */
export function shareIn(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of some) if (others.has(word)) shared += 1;
  return some.size === 0 ? 0 : shared / some.size;
}

/** "policies" and "policy", "launched" and "launch" are one word. */
export function stemOf(word: string): string {
  const stem = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const bare = stem.replace(/(?:ing|ed|ment|ation|ions?)$/, '');
  const kept = bare.length >= 4 ? bare : stem;
  return kept.replace(/([bdglmnprt])\1$/, '$1').replace(/e$/, '');
}
