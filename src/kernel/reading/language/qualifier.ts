// How exactly a number is meant: "about 300", "more than 20", "at least 40", "250+", "6 or more".
export type Qualifier = 'exactly' | 'about' | 'more-than' | 'at-least' | 'fewer-than' | 'up-to';

const inFront: readonly [RegExp, Qualifier][] = [
  [/(?:no more than|not more than|maximum of|maximum|up to|at most|≤)\s?$/i, 'up-to'],
  [/(?:at least|minimum of|minimum|no fewer than|no less than|not less than|≥)\s?$/i, 'at-least'],
  [
    /\b(?:(?:just|a little|slightly) (?:over|under|above|below|more than|less than)|about|around|approximately|approx\.?|roughly|circa|c\.|some|nearly|almost|close to|near to|in the region of|estimated)\s?$|~\s?$/i,
    'about',
  ],
  [
    /(?:\b(?:more than|greater than|upwards of|in excess of|exceeding|exceeded|over|above)|>)\s?$/i,
    'more-than',
  ],
  [/(?:\b(?:fewer than|less than|lower than|under|below)|<)\s?$/i, 'fewer-than'],
];

/** From the words before the number, the number itself, and the words after it and after what it counts. */
export function qualifierOf(before: string, raw: string, after: readonly string[]): Qualifier {
  const near = before.replace(/\b(?:an?|the|only)\s$/i, '');
  for (const [pattern, qualifier] of inFront)
    if (pattern.test(before) || pattern.test(near)) return qualifier;
  if (raw.endsWith('+') || after.some((words) => /^\s?(?:\+|or more\b|plus\b)/i.test(words)))
    return 'at-least';
  return after.some((words) => /^\sor (?:fewer|less)\b/i.test(words)) ? 'up-to' : 'exactly';
}
