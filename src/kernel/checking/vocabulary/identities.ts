// Measures that are sums of others by definition. Only what the definition itself makes true: an identity holds for one
// period, one area and one denominator, and says nothing where any of these differ.
export interface Identity {
  whole: Measured;
  parts: readonly Measured[];
}

export interface Measured {
  name: string;
  /** How texts name it; a label that also matches `not` names something else. */
  pattern: RegExp;
  not?: RegExp;
}

const neonatal: Measured = {
  name: 'neonatal mortality',
  pattern: /\bneo-?natal (mortality|deaths?)\b/i,
  not: /\b(post|early|late)[ -]?neo-?natal\b/i,
};

export const identities: readonly Identity[] = [
  {
    whole: { name: 'infant mortality', pattern: /\binfant (mortality|deaths?)\b/i },
    parts: [
      neonatal,
      { name: 'post-neonatal mortality', pattern: /\bpost[ -]?neo-?natal (mortality|deaths?)\b/i },
    ],
  },
  {
    whole: neonatal,
    parts: [
      { name: 'early neonatal mortality', pattern: /\bearly neo-?natal (mortality|deaths?)\b/i },
      { name: 'late neonatal mortality', pattern: /\blate neo-?natal (mortality|deaths?)\b/i },
    ],
  },
  {
    whole: {
      name: 'overall absence',
      pattern: /\b(overall|total) absence\b/i,
      not: /\b(persistent|severe|authorised)\b/i,
    },
    parts: [
      {
        name: 'authorised absence',
        pattern: /(?<!un)\bauthorised absence\b/i,
        not: /\b(unauthorised|persistent|severe)\b/i,
      },
      { name: 'unauthorised absence', pattern: /\bunauthorised absence\b/i, not: /\b(persistent|severe)\b/i },
    ],
  },
];

/** Steps of which each can hold at most as many as the one before, with the words that name them. */
export const narrowing: readonly { name: string; wide: RegExp; narrow: RegExp }[] = [
  {
    name: 'invited and attended',
    wide: /^(number |no\.? |total )?(of )?(\w+ )?(invited|booked|places (offered|available|booked)|registered)$/i,
    narrow: /^(number |no\.? |total )?(of )?(\w+ )?(attended|attendees|attending|present)$/i,
  },
  {
    name: 'offered and accepted',
    wide: /^(number |no\.? |total )?(of )?(\w+ )?(offered|offers( made)?)$/i,
    narrow: /^(number |no\.? |total )?(of )?(\w+ )?(accepted|take.?up|taken up)$/i,
  },
  {
    name: 'sent and returned',
    wide: /^(number |no\.? |total )?(of )?(surveys?|questionnaires?|forms?|audits?|returns?)? ?(sent|issued|distributed|expected)( out)?$/i,
    narrow:
      /^(number |no\.? |total )?(of )?(surveys?|questionnaires?|forms?|audits?)? ?(returned|received|responses( received)?)$/i,
  },
  {
    name: 'eligible and received',
    wide: /^(number |no\.? |total )?(of )?(\w+ )?eligible( (children|pupils|young people|cohort|population))?$/i,
    narrow: /^(number |no\.? |total )?(of )?(\w+ )?(received|vaccinated|immunised|took part)$/i,
  },
];
