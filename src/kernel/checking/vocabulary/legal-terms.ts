// What the Acts and the editions of Working Together call things: chapters by edition, sections by Act. Only what is
// certain is held; a section or a chapter that is not here is never judged.

export interface Edition {
  year: string;
  chapters: readonly { title: string; about: RegExp }[];
}

const chapter = (title: string, about: RegExp) => ({ title, about });

/** Words that belong to one chapter of an edition and to no other. */
const incidents =
  /\bserious (?:child safeguarding )?(?:incidents?|cases?)\b|\brapid reviews?\b|\bpractice reviews?\b/i;
const childDeath = /\bchild death reviews?\b/i;
const duties = /\bsection 11\b|\borganisational responsibilit\w+/i;

export const editions: readonly Edition[] = [
  {
    year: '2018',
    chapters: [
      chapter('Assessing need and providing help', /\bassessing need\b/i),
      chapter('Organisational responsibilities', duties),
      chapter('Multi-agency safeguarding arrangements', /\bmulti-agency safeguarding arrangements\b/i),
      chapter('Improving child protection and safeguarding practice', incidents),
      chapter('Child death reviews', childDeath),
    ],
  },
  {
    year: '2023',
    chapters: [
      chapter('A shared responsibility', /\bshared responsibility\b/i),
      chapter('Multi-agency safeguarding arrangements', /\bmulti-agency safeguarding arrangements\b/i),
      chapter('Providing help, support and protection', /\bhelp, support and protection\b/i),
      chapter('Organisational responsibilities', duties),
      chapter('Learning from serious child safeguarding incidents', incidents),
      chapter('Child death reviews', childDeath),
    ],
  },
];

export interface SectionMisplaced {
  /** Section and the wrong Act, in either order. */
  pattern: RegExp;
  /** Only where these words stand beside it: other sections of that number exist. */
  about: RegExp;
  right: string;
  source: string;
}

const inAct = (section: string, act: string) =>
  new RegExp(
    `\\b(?:[Ss]ections?|[Ss]ec\\.?|[Ss]\\.?) ?${section}\\b,?(?: of)?(?: the)? ${act}\\b|\\b${act},? \\(?(?:[Ss]ections?|[Ss]ec\\.?|[Ss]\\.?) ?${section}\\b`,
  );

export const sectionsMisplaced: readonly SectionMisplaced[] = [
  {
    pattern: inAct('11', 'Children Act,? \\(?1989'),
    about: /\baudit|\bduty|\bsafeguard|\bpromote/i,
    right: 'section 11 of the Children Act 2004',
    source: 'Children Act 2004 section 11, arrangements to safeguard and promote welfare',
  },
  {
    pattern: inAct('17', 'Children Act,? \\(?2004'),
    about: /\bchild(?:ren)? in need|\bassess|\bplan/i,
    right: 'section 17 of the Children Act 1989',
    source: 'Children Act 1989 section 17, children in need',
  },
  {
    pattern: inAct('47', 'Children Act,? \\(?2004'),
    about: /\benquir|\binvestigat|\bchild protection|\bstrategy (?:meeting|discussion)/i,
    right: 'section 47 of the Children Act 1989',
    source: 'Children Act 1989 section 47, enquiries',
  },
  {
    pattern: inAct('16[A-Q]', 'Children Act,? \\(?1989'),
    about: /./,
    right: 'sections 16A to 16Q of the Children Act 2004',
    source: 'Children Act 2004 sections 16A to 16Q, practice reviews and safeguarding partners',
  },
  {
    pattern: inAct(
      '1(?:57|75)',
      '(?:Education Act,? \\(?(?:1996|2004|2011)|Children Act,? \\(?(?:1989|2004))',
    ),
    about: /\baudit|\bsafeguard|\bschool|\bduty/i,
    right: 'sections 157 and 175 of the Education Act 2002',
    source: 'Education Act 2002 sections 157 and 175, safeguarding in schools',
  },
  {
    pattern: inAct('436A', '(?:Education Act,? \\(?(?:2002|2004)|Children Act,? \\(?(?:1989|2004))'),
    about: /./,
    right: 'section 436A of the Education Act 1996',
    source: 'Education Act 1996 section 436A, children missing education',
  },
];
