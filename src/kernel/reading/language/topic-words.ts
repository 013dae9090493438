// What a passage is about, in the topics of the yearly report, by the general words of the field. The headings over it tell more
// than its own words; where no word tells, there is no topic.
import { type Topic, topicNames } from '../../evidence/topics.ts';

export interface ToldTopic {
  topic: Topic;
  /** How strongly the words tell; only for comparing. */
  score: number;
}

/** Words that tell little by themselves, such as "children" or "partners", stand nowhere. */
const words: Readonly<Record<Topic, readonly string[]>> = {
  foreword: ['fore?word', 'foreward'],
  reforms: [
    '(?:national|policy|legislative) context',
    'national policy',
    'reforms?',
    'legislation',
    'statutory guidance',
    'families first',
    'white paper',
    'bill',
  ],
  area: [
    'census',
    'population',
    'deprivation',
    'free school meals',
    'snapshot',
    'demograph(?:y|ics?)',
    'local context',
    'stats',
    'households?',
  ],
  vision: ['vision', 'values', 'mission', 'principles', 'ethos'],
  arrangements: [
    'governance',
    'safeguarding arrangements',
    'published arrangements',
    'partnership structure',
    'terms of reference',
    'delegated safeguarding partners?',
  ],
  'partner-contribution': [
    "partners?[’']? contributions?",
    'in[- ]kind',
    'agency updates?',
    'partner updates?',
  ],
  priority: ['priority (?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})', 'priority areas?'],
  'little-progress': [
    '(?:little|no|limited|slow) progress',
    'delays?',
    'delayed',
    'not yet',
    'further work is needed',
  ],
  voice: [
    'voices?',
    'lived experiences?',
    '(?:young people|families|children) told us',
    'feedback',
    'youth council',
    'participation',
    'co-?produc\\w+',
  ],
  'serious-incidents': [
    'serious (?:child safeguarding )?incidents?',
    'rapid reviews?',
    '(?:practice|case|learning) reviews?',
    'notifications?',
  ],
  recommendations: ['recommendations?', 'recommended'],
  audit: ['audits?', 'audited', 'dip[- ]sampl\\w+', 'case files?', 'quality assurance'],
  inspection: ['inspect(?:ions?|ors?|orates?|ed)', 'ofsted', 'hmicfrs', 'cqc', 'jtai', 'peer reviews?'],
  scrutiny: ['scrutin(?:y|eers?)', 'critical friend'],
  training: [
    'train(?:ing|ers?)',
    'courses?',
    'e-?learning',
    'learners?',
    'webinars?',
    'no-?shows?',
    'attendees',
    'workforce development',
    'masterclass(?:es)?',
  ],
  education: ['education', 'schools?', 'pupils?', 'colleges?', 'early years', 'head ?teachers?', 'governors'],
  'data-use': [
    'data ?sets?',
    'dashboards?',
    'performance (?:data|information)',
    'analysis of data',
    'use of data',
  ],
  'information-sharing': [
    'information[- ]sharing',
    'sharing (?:of )?information',
    'data protection',
    'consent',
    'confidentiality',
  ],
  communications: [
    'communications?',
    'campaigns?',
    'social media',
    'newsletters?',
    'websites?',
    'followers',
    'press',
  ],
  'child-deaths': [
    'child deaths?',
    'deaths?',
    'child death overview',
    'cdop',
    'modifiable factors?',
    'bereave\\w+',
  ],
  finance: [
    'financ(?:e|es|ial)',
    'budgets?',
    'funding',
    'deficit',
    'reserves',
    'income',
    'underspend',
    'overspend',
  ],
  costs: ['breakdown of (?:costs|spending)', 'expenditure', 'costs?', 'spent on'],
  restraint: ['restraints?', 'secure training centres?', 'secure estate', 'young offender institutions?'],
  disproportionality: [
    'disproportional\\w*',
    'racism',
    'racist',
    'anti-?racis\\w+',
    'adultification',
    'over-?represent\\w+',
    'bias',
  ],
  'looked-after': [
    'looked[- ]after',
    'children (?:and young people )?in (?:our )?care',
    'care[- ](?:leavers?|experienced)',
    'corporate parent\\w*',
    'foster\\w*',
  ],
};

/** Each kind of word counts once, however often it stands; a longer one tells more than a short one. */
const patterns = topicNames.map((topic) => ({
  topic,
  tells: words[topic].map((word) => ({
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${word})(?![\\p{L}\\p{N}])`, 'iu'),
    weight: / |\[- \]/.test(word) ? 2 : 1,
  })),
}));

/** Of the heading nearest the passage; each further one tells half as much. */
const headingWeight = 4;

/** The surest first. `headings`: those over the passage, the nearest first. */
export function topicsIn(text: string, headings: readonly string[] = []): ToldTopic[] {
  const texts = [
    { text, weight: 1 },
    ...headings.map((over, at) => ({ text: over, weight: headingWeight / 2 ** at })),
  ];
  return patterns
    .map(({ topic, tells }) => ({
      topic,
      score: texts.reduce(
        (sum, one) =>
          sum +
          one.weight *
            tells.reduce((all, { pattern, weight }) => all + (pattern.test(one.text) ? weight : 0), 0),
        0,
      ),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}
