// The rules are for any partnership's report. So no rule and no list may hold a name or a phrase of the documents they were
// tried on: their names (runs of capitalised words, and single words only ever capitalised) and their runs of four words are
// looked for in every text, expression and list of the checker and the reader, general terms of the field apart.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const seeds = fileURLToPath(new URL('../../../../../shared/seeds/', import.meta.url));
const kernel = fileURLToPath(new URL('../../', import.meta.url));

/** Why each may stand in a rule although a source document prints it too. */
const general: Readonly<Record<string, string>> = {
  'titles of Acts, statutory guidance and duties in them': `
    Working Together to Safeguard Children; Working Together; Keeping Children Safe in Education; Children Act; Education Act; Equality Act;
    Children and Social Work Act; Crime and Disorder; Domestic Abuse; Family Help;
    Family Group Decision Making; Help Support and Protection; multi-agency child protection;
    statutory guidance; improving child protection and safeguarding practice;
    learning from serious child safeguarding incidents; rights of the child;
    people in positions of trust; confidential or exempt information; health and care plan;
    education health and care; special educational needs and disability; disabilities`,
  'offices and bodies that the law or the government names for every area': `
    Child Safeguarding Practice Review Panel; national panel;
    Secretary of State for Education and Ofsted; Ofsted; lead safeguarding partners;
    delegated safeguarding partners; safeguarding partners; local authority; integrated care board;
    integrated care system; health and care partnership; child death overview panel;
    director of childrens services; local authority childrens services; childrens services;
    childrens social care; home office; public health; primary care; fire and rescue; chief officer;
    chief executive; assistant chief constable; commissioner;
    inspecting local authority childrens services; joint targeted area inspection;
    child and adolescent mental health services; youth justice; multi-agency safeguarding hub;
    teaching regulation agency; education and skills; court service; Foundations; foundation trust;
    advisor; safeguarding children partnership; police and crime`,
  'terms of law and practice in every partnership': `
    multi-agency safeguarding arrangements; safeguarding arrangements; safeguarding children;
    local child safeguarding practice reviews; child safeguarding practice review; rapid reviews;
    rapid review; case reviews; serious child safeguarding incidents; serious incidents;
    independent scrutiny; independent scrutineer; children in care council; child death reviews; child death review; child protection conference;
    child in need; care leavers; care leaver; young people; young person; young peoples; young carers;
    young carer; children and young peoples; early help; early years; private fostering; kinship;
    children missing from education; children missing; electively home educated; elective;
    education employment; harmful sexual behaviour; child sexual abuse material;
    child sexual exploitation; child criminal exploitation; criminally exploited; county lines;
    anti-social behaviour; substance misuse; parental mental health; young peoples mental health;
    adverse childhood; multi-agency audits; rate of children missing;
    Warwick Edinburgh Mental Wellbeing Scale; managing allegations; non accidental`,
  'parts that every report or committee paper has': `
    annual report; business plan; case study; action plans; action plan; key achievements;
    improving further; contact details; human resources; council plan; report approved;
    other options were considered; chief officer responsible; assurance report; wards affected;
    appendix; chapter`,
  'months, countries and other plain words that take a capital': `
    January; February; March; April; May; June; July; August; September; October; November; December;
    Spring; Autumn; England; British; United Nations; Covid; Brownies; nothing about; areas of good practice; social media; avenue; inquiry;
    protocol`,
};
const allowed = Object.values(general)
  .flatMap((terms) => terms.split(';'))
  .map(plain);

/** First names are common names; one that a document happens to print says nothing about it. */
const listsOfFirstNames = /\/given-names\.ts$/;

interface Literal {
  file: string;
  /** Lower-case words; one array for each stretch that belongs together. */
  stretches: string[][];
  /** Words with a capital that do not begin a stretch, lower case. */
  capitals: string[];
}

const files = ['checking', 'reading'].flatMap((folder) =>
  readdirSync(join(kernel, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name.endsWith('.ts') && !/\.test\.ts$|^testing\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** Comments fall away; what stands between quotation marks, in templates and in expressions stays. */
function literalsOf(file: string): Literal[] {
  const text = readFileSync(file, 'utf8');
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|import [^;]*;|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|(?<=[=(,:[!&|?{};>]\s*|return\s)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[a-z]*/g;
  return [...text.matchAll(token)].flatMap((match) => {
    const words = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5];
    if (words === undefined || /^\.{0,2}\//.test(words)) return [];
    const clear = words
      .replaceAll(/\$\{[^}]*\}/g, ' | ')
      .replaceAll(/\\[bBsSwWdDnt]/g, ' ')
      .replaceAll(/\[- \]\??/g, ' ');
    const stretches = clear
      .split(/[|.;:!?—–]|\)\s*\(/)
      .map((part) => plain(part).split(' ').filter(Boolean))
      .filter((part) => part.length > 0);
    const capitals = [...clear.matchAll(/(?<=[a-z,] |\|)[A-Z][a-z]{3,}\b/g)].map(([word]) =>
      word.toLowerCase(),
    );
    return [{ file: relative(kernel, file).split(sep).join('/'), stretches, capitals }];
  });
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}

const small = new Set(
  'a an and any are as at be been but by can did do does for from had has have he her his how i if in into is it its may more most must no nor not of on one or our out over she should so some such than that the their them then there these they this those to two up was we were what when where which while who whose why will with within without would you your'.split(
    ' ',
  ),
);

/** Runs of four words, three of which say something. */
function runsOfFour(words: readonly string[]): string[] {
  return words.flatMap((_, at) => {
    const run = words.slice(at, at + 4);
    return run.length === 4 && run.filter((word) => !small.has(word) && word.length > 1).length >= 3
      ? [run.join(' ')]
      : [];
  });
}

interface Seen {
  phrases: Set<string>;
  names: Set<string>;
  single: Set<string>;
}

function seenIn(texts: readonly string[]): Seen {
  const whole = texts.join('\n').replaceAll(/<[^>]*>|[*#]/g, ' ');
  const phrases = new Set(whole.split(/[.;:!?\n\t|]/).flatMap((part) => runsOfFour(plain(part).split(' '))));
  const names = new Set(
    [...whole.matchAll(/\b[A-Z][\w'’-]*(?:[ ](?:(?:of|and|the|for|in|with|to|&) )*[A-Z][\w'’-]*)+/g)]
      .map(([name]) =>
        plain(name).replace(/^(?:the|a|an|our|this|in|as|during|following|for|and|we|at|within|all) /, ''),
      )
      .filter((name) => name.split(' ').filter((word) => !small.has(word)).length >= 2),
  );
  const lower = new Set(whole.match(/\b[a-z]{3,}\b/g));
  const single = new Set(
    [...whole.matchAll(/(?<=[a-z,] )[A-Z][a-z]{3,}\b/g)]
      .map(([word]) => word.toLowerCase())
      .filter((word) => !lower.has(word)),
  );
  return { phrases, names, single };
}

function holds(words: readonly string[], name: string): boolean {
  return ` ${words.join(' ')} `.includes(` ${name} `);
}

/** A part of a general term, or made of such terms and small words. */
function isGeneral(found: string): boolean {
  const words = found.split(' ');
  const core = words.slice(
    words.findIndex((word) => !small.has(word)),
    words.findLastIndex((word) => !small.has(word)) + 1,
  );
  if (allowed.some((term) => holds(term.split(' '), core.join(' ')))) return true;
  const left = allowed
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, term) => rest.replaceAll(` ${term} `, ' | '), ` ${found} `);
  return left.split(/[ |]+/).every((word) => word === '' || small.has(word));
}

test('no rule and no list holds a name or a phrase of the documents they were tried on', (t) => {
  if (!existsSync(seeds)) {
    t.diagnostic('the source documents do not lie beside the project');
    return;
  }
  const seen = seenIn(
    readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(seeds + name, 'utf8')),
  );
  assert.ok(seen.names.size > 200 && seen.phrases.size > 2000 && seen.single.size > 50);
  const literals = files.flatMap(literalsOf);
  assert.ok(literals.length > 500);
  const found = literals.flatMap(({ file, stretches, capitals }) =>
    [
      ...stretches.flatMap((words) => [
        ...runsOfFour(words).filter((run) => seen.phrases.has(run)),
        ...(words.length > 1 ? [...seen.names].filter((name) => holds(words, name)) : []),
      ]),
      ...(listsOfFirstNames.test(file) ? [] : capitals.filter((word) => seen.single.has(word))),
    ]
      .filter((one) => !isGeneral(one))
      .map((one) => `${file}: ${one}`),
  );
  assert.deepEqual(
    [...new Set(found)].toSorted(),
    [],
    'Say it in general words; or, if every partnership says it so, add it to the general terms above.',
  );
});

test('the search finds a name, a phrase and a single name where a rule holds one', () => {
  const seen = seenIn([
    'The Marl Carers Hub met in Dunwick. Visitors painted wooden garden benches, then left for Dunwick.',
  ]);
  assert.ok(seen.names.has('marl carers hub'));
  assert.ok(seen.phrases.has('visitors painted wooden garden'));
  assert.ok(seen.single.has('dunwick'));
  assert.ok(
    holds(['the', 'marl', 'carers', 'hub'], 'marl carers hub') && !holds(['marl', 'hub'], 'marl carers hub'),
  );
});
