// Words about children and families that put the blame on them or make them a number, each with what can be said instead.
// From the language guides of children in care and care-experienced young people; a person may always decide otherwise.
export interface WordAboutChildren {
  /** As it is shown. */
  term: string;
  pattern: RegExp;
  /** Where these words stand around it, it means something else. */
  unless?: RegExp;
  instead: string;
  why: string;
}

export const wordsAboutChildren: readonly WordAboutChildren[] = [
  {
    term: 'absconded',
    pattern: /\babscond(?:ed|ing|s|ers?)?\b/gi,
    instead: 'went missing, was missing',
    why: 'It is a word about prisoners; a child who goes missing may be running from harm.',
  },
  {
    term: 'putting themselves at risk',
    pattern:
      /\b(?:put(?:s|ting)?|plac(?:es?|ed|ing)) (?:themsel(?:f|ves)|himself|herself) (?:at|in) (?:\w+ )?(?:risks?|danger|harm)\b/gi,
    instead: 'is at risk from others, is being harmed by',
    why: 'The risk comes from the people who harm a child.',
  },
  {
    term: 'lifestyle choice',
    pattern: /\blifestyle choices?\b|\bchosen lifestyle\b|\b(?:risky|chaotic) lifestyles?\b/gi,
    unless: /\b(?:healthy|diet|exercise|smok|obes|weight|physical activity)\w*/i,
    instead: 'what is happening to the child, said plainly',
    why: 'A child cannot choose to be exploited or neglected.',
  },
  {
    term: 'child prostitute',
    pattern: /\b(?:child|juvenile|underage) prostitut\w+|\bprostituting (?:themselves|himself|herself)\b/gi,
    instead: 'a child who is sexually exploited',
    why: 'The law stopped using the word in 2015: a child cannot consent to abuse.',
  },
  {
    term: 'child pornography',
    pattern: /\bchild porn(?:ography)?\b/gi,
    instead: 'child sexual abuse material',
    why: 'It is a record of abuse.',
  },
  {
    term: 'promiscuous',
    pattern: /\bpromiscu(?:ous|ity)\b/gi,
    instead: 'what happened, said plainly',
    why: 'It judges a child for what adults may have done.',
  },
  {
    term: 'attention-seeking',
    pattern: /\battention[- ]seek(?:ing|ers?)\b/gi,
    instead: 'asking for help, seeking connection',
    why: 'It makes light of what a child is telling us.',
  },
  {
    term: 'hard to reach',
    pattern: /\bhard[- ]to[- ]reach\b/gi,
    instead: 'people we have not yet reached, seldom heard',
    why: 'It is services that have not reached them.',
  },
  {
    term: 'did not attend',
    pattern:
      /\b(?:child(?:ren)?|baby|babies|infants?|toddlers?)\b[^.;]{0,40}\b(?:did not|didn['’]t|failed to) attend\b[^.;]{0,40}\bappointments?\b/gi,
    instead: 'was not brought',
    why: 'A child depends on an adult to be brought.',
  },
  {
    term: 'failed to engage',
    pattern:
      /\b(?:fail(?:ed|s|ing|ure) to|refus(?:ed|es|ing|al) to|would not) (?:engage|cooperate|co-operate)\b|\bnon-?engag(?:ing|ement)\b/gi,
    instead: 'what was offered, and why it did not suit',
    why: 'It says nothing of what was offered, and puts the fault on the family.',
  },
  {
    term: 'failure to protect',
    pattern: /\bfail(?:ed|ing|ure|s) to protect (?:her|his|their|the) child(?:ren)?\b/gi,
    instead: 'what the person who harms did',
    why: 'It turns eyes from the person who harms to the parent who is harmed too.',
  },
  {
    term: 'LACs',
    pattern: /\bLACs\b|\ba LAC\b|\bLAC (?:child(?:ren)?|kids|young people)\b/g,
    instead: 'children in care, looked after children',
    why: 'Children say that they do not lack anything.',
  },
  {
    term: 'cases',
    pattern:
      /(?<!\blearning (?:from|of) )\b(?:open|closed|complex|child protection|allocated|our|these|individual|live|CIN|CP|number of|all) cases\b(?! (?:stud|review|file|record|conference|note|law|example|manage|discuss|load|hold|where the court))/gi,
    unless:
      /\b(?:court|criminal|legal|Covid\S*|measles|in (?:all|these) cases|in individual cases|confirmed|scarlet)\b/i,
    instead: 'children, children and families, children’s plans',
    why: 'Children are not cases.',
  },
  {
    term: 'drug runner',
    pattern: /\bdrugs? (?:runners?|mules?)\b/gi,
    instead: 'a child who is criminally exploited',
    why: 'A child who is made to carry drugs is exploited.',
  },
  {
    term: 'underage sex',
    pattern: /\bunder-?age sex\b/gi,
    instead: 'sexual abuse, or what happened, said plainly',
    why: 'It hides whether a child was abused.',
  },
];
