// What each duty of the yearly report asks of a text, in the words reports use for it. A duty has several sides; a passage
// speaks to one of them. General words only: a partnership's own names have no place here.

import type { Question, Together } from '../duty-passages.ts';

const REVIEW = '(?:practice|rapid|case|learning|serious incident) reviews?';
const CHILDREN = '(?:child(?:ren)?|young (?:people|person)|famil(?:y|ies)|parents?|carers?)';
const CARE = '(?:children in (?:our )?care|looked[- ]after|care[- ](?:leavers?|experienced))';
const OUTCOME =
  '(?:outcomes?|impact|difference|improve[ds]?|improvements?|improving|reduc(?:ed|tion)|increased?|safer|better|changed?|changes|confiden(?:ce|t))';
const COUNCIL = "(?:council|local authority|children['’]s (?:social care|services))";
const HEALTH = '(?:integrated care board|ICB|NHS|health (?:partners?|providers?|services?|colleagues))';
const POLICE = '(?:police|constabulary)';
const GAVE =
  '(?:contributes|contributed|contributions?|fund(?:s|ed|ing)|in[- ]kind|chair(?:s|ed)|hosts?|hosted|second(?:s|ed|ment))';
const COMPARED =
  /\b(?:increased?|decreased?|rose|risen|fell|fallen|reduced|dropped|grew|grown|up|down|improved)\b[^.!?]{0,40}\b(?:from|by|to)\s+(?:around |about |over |nearly |approximately )?£?\d[\d,.]*(?![\d/])|\bcompared (?:to|with)\b[^.!?]{0,60}\d|\bfrom\s+\d[\d,.]*%?\s(?:\([^)]*\)\s|in [\w/ -]{4,20}\s)?to\s+\d[\d,.]*(?![\d/]|st|nd|rd|th)/i;
const SCHOOLS =
  '(?:schools?|education|head ?teachers?|academ(?:y|ies)|colleges?|early years|nurser(?:y|ies))';

/** The two in one sentence, in either order, not too far apart. */
const within = (first: string, second: string, reach = 120): Together => ({
  first: new RegExp(`\\b(?:${first})\\b`, 'gi'),
  second: new RegExp(`\\b(?:${second})\\b`, 'gi'),
  reach,
});
const either = (...words: string[]) => new RegExp(`\\b(?:${words.join('|')})\\b`, 'i');

export const dutyQuestions = {
  'twelve-months': {
    heading: null,
    plainly: 'twelve-months',
    sides: [
      {
        name: 'the safeguarding partners reporting together',
        words: /\b(?:three|statutory|lead|delegated) (?:statutory )?(?:safeguarding )?partners\b/i,
      },
      { name: 'shared priorities', words: /\bpriorit(?:y|ies)\b/i },
      { name: 'learning', words: either('learning', 'lessons?', 'learned', 'learnt') },
      { name: 'impact', words: either('impact', 'difference', 'outcomes?') },
    ],
  },
  'what-was-done': {
    heading:
      /\bpriorit(?:y|ies)\b|what (?:we|has been|was) (?:did|have done|done)|achievements?|progress|our work/i,
    sides: [
      { name: 'work on the priorities', words: /\bpriorit(?:y|ies)\b/i },
      { name: 'practice reviews', words: either(REVIEW, 'serious (?:child safeguarding )?incidents?') },
    ],
  },
  effectiveness: {
    heading: /\b(?:difference|impact|effective(?:ness)?|how (?:do|will) we know|assurance|performance)\b/i,
    sides: [
      {
        name: 'a judgement of how well the arrangements work',
        words: within(
          'effective(?:ness|ly)?',
          '(?:arrangements?|partnership|response|practice|governance|working|system)',
        ),
      },
      {
        name: 'what audits found',
        words: within(
          'audits?',
          '(?:found|finds?|identified|showed?|highlighted|demonstrated?|evidenced?|assured)',
        ),
      },
      {
        name: 'independent scrutiny of the partnership',
        words: /\bindependent(?:ly)? scrutin|\bscrutineer\b/i,
      },
      { name: 'figures compared over time', words: COMPARED },
    ],
  },
  'partner-contribution': {
    heading:
      /\b(?:partners?|agency|agencies)['’]? (?:contributions?|updates?|statements?|reports?|returns?)\b|\bcontributions? (?:of|from|by)\b|\bwhat (?:each|our) partners?\b/i,
    sides: [
      { name: 'what the council put in', words: within(COUNCIL, GAVE, 60) },
      { name: 'what health put in', words: within(HEALTH, GAVE, 60) },
      { name: 'what the police put in', words: within(POLICE, GAVE, 60) },
      {
        name: 'attendance at meetings',
        words:
          /(?<!school )\battendance\b[^.!?]{0,30}\b(?:meetings?|executive|board|sub-?groups?)\b|\b(?:meetings?|executive|board)\b[^.!?]{0,20}(?<!school )\battendance\b/i,
      },
    ],
  },
  'scrutiny-themes': {
    heading: /\bthemes\b|\bindependent scrutin/i,
    sides: [
      { name: 'themes of reviews', words: within('themes?', 'reviews?') },
      { name: 'themes of multi-agency audits', words: within('themes?|learning|findings?', 'audits?') },
      {
        name: 'what the scrutineer found',
        words: within(
          '(?:scrutineer|independent scrutiny)',
          '(?:found|finds|identified|themes?|recommend\\w*|concluded|challenged|highlighted|report\\w*)',
        ),
      },
    ],
  },
  impact: {
    heading: /\b(?:impact|difference|outcomes?)\b/i,
    sides: [
      { name: 'what training changed', words: within('training', `(?:${OUTCOME}|as a result|resulted)`) },
      { name: 'early help', words: within('early help', OUTCOME) },
      { name: 'children in care and care leavers', words: within(CARE, OUTCOME) },
      { name: 'figures compared over time', words: COMPARED },
    ],
  },
  'learning-from-incidents': {
    heading:
      /\b(?:serious (?:child safeguarding )?incidents?|rapid reviews?|practice reviews?|case reviews?|learning from)\b/i,
    sides: [
      {
        name: 'how many incidents and reviews there were',
        words:
          /\b(?:notifications?|rapid reviews?|serious (?:child safeguarding )?incidents?|practice reviews?)\b[^.!?]{0,60}:\s*(?:\d|none|nil)|\b(?:\d{1,3}|no|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:\w+\s){0,3}(?:notifications?|rapid reviews?|serious (?:child safeguarding )?incidents?|practice reviews?)\b/i,
      },
      {
        name: 'what they taught',
        words: within('(?:learning|themes?|lessons?)', `(?:${REVIEW}|reviews?|serious incidents?)`),
      },
      {
        name: 'an analysis of why',
        words: within(
          '(?:analys\\w+|because|underlying|root causes?|contribut(?:ed|ing|ory) (?:to|factors?)|patterns?)',
          `(?:${REVIEW}|serious incidents?)`,
        ),
      },
    ],
  },
  'review-recommendations': {
    heading:
      /\b(?:recommendations?|actions? (?:from|following)|learning and actions?)\b.{0,40}(?:reviews?)?/i,
    sides: [
      {
        name: 'recommendations of reviews',
        words: within('recommendations?', `(?:${REVIEW}|reviews?|national panel)`),
        planned: true,
      },
      {
        name: 'decisions and actions because of them',
        words: within('(?:action plans?|actions|decisions?|decided|implemented)', `(?:${REVIEW}|reviews)`),
        planned: true,
      },
      {
        name: 'national reviews',
        words: /\bnational (?:child safeguarding practice )?(?:reviews?|panel)\b/i,
        planned: true,
      },
      { name: 'what improved', words: within(`${OUTCOME}|improvements?`, `(?:${REVIEW}|recommendations?)`) },
    ],
  },
  voice: {
    heading:
      /\b(?:voices?|lived experience|participation|feedback|engagement (?:of|with) (?:children|young|families)|involvement|you said|listening)\b/i,
    sides: [
      {
        name: 'how children and families were asked',
        words: within(
          '(?:feedback|consult\\w+|surveys?|told us|asked|views?|voices?|listen\\w*|questionnaires?)',
          CHILDREN,
        ),
      },
      {
        name: 'what changed because of it',
        words:
          /\b(?:in response|as a result|you said|we did|shap(?:ed|ing)|influenc\w+|led to|informed|co-?produc\w+|contribut\w+ (?:to|from))\b[^.!?]{0,120}\b(?:child(?:ren)?|young (?:people|person)|famil(?:y|ies)|parents?|carers?|views?|voices?|feedback)\b|\b(?:child(?:ren)?|young (?:people|person)|famil(?:y|ies)|parents?|carers?|views?|voices?|feedback)\b[^.!?]{0,120}\b(?:in response|as a result|you said|we did|shap(?:ed|ing)|influenc\w+|led to|informed|co-?produc\w+)\b/i,
      },
    ],
  },
  costs: {
    heading: /\b(?:financ\w*|budget|costs?|funding|income|expenditure|money)\b/i,
    plainly: 'costs',
    sides: [{ name: 'what the arrangements cost, line by line', words: /£\s?\d/ }],
  },
  education: {
    heading: /\b(?:education|schools?)\b/i,
    sides: [
      {
        name: 'education where work is led',
        words: within(SCHOOLS, '(?:executive|strategic|board|lead(?:ership)?|decision[- ]making)'),
      },
      {
        name: 'education where work is done',
        words: within(
          SCHOOLS,
          '(?:sub-?groups?|networks?|forums?|operational|designated safeguarding leads?|working groups?)',
        ),
      },
    ],
  },
  'data-and-sharing': {
    heading: /\b(?:data|performance|information[- ]sharing|intelligence)\b/i,
    sides: [
      {
        name: 'how data steers learning',
        words: within(
          '(?:data ?sets?|dashboards?|scorecards?|data)',
          '(?:analys\\w+|trends?|patterns?|inform(?:s|ed)?|identif\\w+|scrutin\\w+|monitor\\w*)',
        ),
      },
      {
        name: 'where sharing information made things better',
        words: within(
          '(?:information[- ]sharing|shar(?:e|ed|ing)(?: of)? (?:relevant )?information)',
          `(?:${OUTCOME}|enabled|resulted|led to|allow(?:s|ed)|helped)`,
        ),
      },
      {
        name: 'an arrangement or agreement for sharing information',
        words: /\binformation[- ]sharing (?:agreement|protocol|arrangements?|policy)\b/i,
      },
    ],
  },
  arrangements: {
    heading: /\b(?:our|the|multi-agency) (?:safeguarding )?arrangements\b|\bMASA\b/i,
    sides: [
      {
        name: 'the published arrangements',
        words: /\b(?:multi-agency safeguarding arrangements|published arrangements|MASA)\b/i,
        planned: true,
      },
      {
        name: 'what changed in them',
        words: within(
          '(?:multi-agency safeguarding arrangements|published arrangements|MASA|partnership arrangements)',
          '(?:chang\\w+|revis\\w+|amend\\w+|updat\\w+|now include|new)',
        ),
        planned: true,
      },
    ],
  },
  reforms: {
    heading: /\bnational (?:context|reforms?|developments?|policy)\b|\breforms?\b/i,
    sides: [
      {
        name: 'the national reforms',
        words:
          /\b(?:reforms?|family help|multi-agency child protection teams?|family group decision|national framework|statutory guidance)\b/i,
        planned: true,
      },
      {
        name: 'what was done about them',
        words: within(
          '(?:implement\\w*|embed\\w*|establish\\w*|respon(?:se|ded)|transformation|pilot\\w*)',
          '(?:reforms?|family help|national framework|statutory guidance|changes|working together)',
        ),
        planned: true,
      },
    ],
  },
  restraint: {
    heading: /\brestraint\b|\bsecure (?:estate|establishment|children['’]s home)/i,
    sides: [{ name: 'how restraint is used', words: /\brestraint\b|\bphysical intervention/i }],
  },
  'little-progress': {
    heading:
      /\b(?:improving further|areas? for (?:improvement|development)|challenges|what (?:has|did) not)\b/i,
    sides: [
      {
        name: 'where little has moved',
        words:
          /\b(?:little|limited|slow(?:er)?|insufficient|no) (?:evidence of )?progress\b|\bnot (?:yet )?(?:been )?(?:achieved|progressed|on track|completed)\b|\b(?:further|more) work\b|\bremains? (?:a|an) (?:\w+ )?(?:challenge|concern|priority|issue)\b|\bbehind (?:schedule|plan)\b|\bstalled\b|\b(?:more|much) (?:still )?to do\b|\bdid not improve\b|\bslower than\b|\bdelay(?:s|ed)?\b/i,
        planned: true,
      },
    ],
  },
  disproportionality: {
    heading: /\b(?:equalit\w+|diversity|inclusion|disproportional\w*|racis\w+)\b/i,
    sides: [
      {
        name: 'groups of children who fare differently',
        words: /\bdisproportion\w*|\bover-?represented|\bunder-?represented|\bby ethnicity\b/i,
      },
      {
        name: 'racism and what was done about it',
        words: /\banti-?racis\w*|\bracis[mt]\b|\bdiscriminat\w+/i,
      },
    ],
  },
  'children-in-care': {
    heading: /\b(?:children in (?:our )?care|looked[- ]after|care leavers|corporate parenting)\b/i,
    sides: [{ name: 'children in care', words: new RegExp(`\\b${CARE}\\b`, 'i') }],
  },
} as const satisfies Record<string, Question>;

export type DutyQuestion = keyof typeof dutyQuestions;
