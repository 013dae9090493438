// Numbers as they are printed or spelled: "10,000", "£1.2m", "95.1 %", "two hundred and fifty", "a dozen", "two thirds", "doubled".
export interface NumberForm {
  kind: 'count' | 'percent' | 'money' | 'times';
  value: number;
  decimals: number;
  /** Spelled in words. */
  spelled: boolean;
  /** A share in words ("a third"), which nobody means to the decimal. */
  fraction: boolean;
  from: number;
  to: number;
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const wordValues = new Map<string, number>([
  ...units.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, at): [string, number] => [word, 20 + 10 * at]),
]);
const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const vulgar: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 };
const parts: Record<string, number> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const multiples: Record<string, number> = {
  double: 2,
  doubles: 2,
  doubled: 2,
  doubling: 2,
  treble: 3,
  trebled: 3,
  trebling: 3,
  tripled: 3,
  tripling: 3,
  quadrupled: 4,
  halved: 0.5,
  halving: 0.5,
};

const small = `(?:${units.join('|')})`;
const belowHundred = `(?:(?:${tens.join('|')})(?:[ -](?:${units.slice(1, 10).join('|')}))?|${small})`;
const spelledNumber = `(?:a|${belowHundred}) (?:hundred|thousand|dozen)(?: and ${belowHundred})?|${belowHundred}`;
const many = `(?:${units.slice(2, 13).join('|')}|\\d{1,3})`;

const digits =
  /(?<![\p{L}\d_#@]|[\d][.,:/–-])([£$€]\s?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([½¼¾⅓⅔])?(?:(\s?%|\s?per\s?cent(?![a-z])|\s?percent(?![a-z]))|(k|m|mn|bn)(?![\p{L}\d])|\s(thousand|million|billion)(?![a-z]))?(?![\p{L}\d_]|,\d|\.\d)/u;
const share = `(?:(?:a|one|two|three|four|seven|nine)[ -])?(?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)`;
const multiple = `${many}[ -]?fold|${many} times(?= (?:as|more|higher|greater|larger|bigger|the|lower|less)\\b)|twice(?= (?:as|the)\\b)|${Object.keys(multiples).join('|')}`;
const words = new RegExp(
  `(?<![\\p{L}\\d-])(?:(?<multiple>${multiple})|(?<share>${share})|(?<spelled>${spelledNumber})(?<percent> per\\s?cent| percent)?)(?![\\p{L}\\d]|['’](?!s\\b)\\p{L})`,
  'giu',
);
const digitsEverywhere = new RegExp(digits, 'gu');

export function numberFormsIn(text: string): NumberForm[] {
  const found: NumberForm[] = [];
  for (const match of text.matchAll(digitsEverywhere)) found.push(inDigits(match));
  for (const match of text.matchAll(words)) {
    const form = inWords(match, text);
    if (form) found.push(form);
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((form, at) => at === 0 || form.from >= (found[at - 1]?.to ?? 0));
}

function inDigits(match: RegExpMatchArray & { index?: number }): NumberForm {
  const [raw, currency, whole = '', rest = '', part, percent, letter, scale] = match;
  const from = match.index ?? 0;
  const times = scales[(letter ?? scale ?? '').toLowerCase()] ?? 1;
  const value = (Number(whole.replaceAll(',', '') + rest) + (part ? (vulgar[part] ?? 0) : 0)) * times;
  const kind = currency ? 'money' : percent ? 'percent' : 'count';
  const decimals = times === 1 ? Math.max(0, rest.length - 1) + (part ? 1 : 0) : 0;
  return {
    kind,
    value: Math.round(value * 1e6) / 1e6,
    decimals,
    spelled: false,
    fraction: false,
    from,
    to: from + raw.length,
  };
}

function inWords(match: RegExpMatchArray, text: string): NumberForm | null {
  const [raw] = match;
  const from = match.index ?? 0;
  const to = from + raw.length;
  const groups = match.groups ?? {};
  const shared = { decimals: 0, spelled: true, fraction: false, from, to };
  const lower = raw.toLowerCase();
  if (groups['multiple']) return { ...shared, kind: 'times', value: multipleOf(lower) };
  if (groups['share']) {
    const value = isShare(lower, text.slice(Math.max(0, from - 16), from), text.slice(to, to + 24))
      ? shareOf(lower)
      : 0;
    return value > 0 ? { ...shared, kind: 'percent', fraction: true, value } : null;
  }
  return {
    ...shared,
    kind: groups['percent'] ? 'percent' : 'count',
    value: spelledValue(groups['spelled'] ?? ''),
  };
}

function multipleOf(lower: string): number {
  if (lower.startsWith('twice')) return 2;
  const many = /^([a-z]+|\d+?)(?:[ -]?fold| times)$/.exec(lower)?.[1];
  return many ? (wordValues.get(many) ?? Number(many)) : (multiples[lower] ?? 1);
}

/** "a third of", "two thirds", "half the schools", "a quarter have"; not "a third party", "half term", "per quarter". */
function isShare(lower: string, before: string, after: string): boolean {
  if (
    /^(?:[ -](?:term|day|hour|an hour|way|yearly|a day|past|marathon|price|sibling|brother|sister)|-[a-z])/i.test(
      after,
    )
  )
    return false;
  if (/^\s+of\s+(?:the\s+)?(?:\d|year|january|april|july|october)/i.test(after)) return false;
  if (lower.endsWith('s') && /^(?:two|three|four|seven|nine)/.test(lower)) return true;
  if (/^\s+of\b/i.test(after)) return /^(?:a|one|half)/.test(lower);
  if (
    /\b(?:over|under|about|around|nearly|almost|than|approximately)\s$/i.test(before) &&
    /^\s[a-z]/.test(after)
  )
    return /^(?:a|half)/.test(lower);
  if (lower === 'half') return /^\s+(?:the|our|all|these|those|were|are|had|have|said)\b/i.test(after);
  return (
    /^(?:a|one)\s/.test(lower) &&
    /^\s+(?:had|have|has|were|are|was|is|said|say|felt|feel|reported?|used?|did|do|did|knew|know|agreed?|thought)\b/i.test(
      after,
    )
  );
}

function shareOf(lower: string): number {
  const [, many = 'one', part = ''] = /^(?:([a-z]+)[ -])?([a-z]+?)s?$/.exec(lower) ?? [];
  const each = parts[part === 'hal' ? 'half' : part];
  const times = many === 'a' ? 1 : (wordValues.get(many) ?? 1);
  return each && times < each ? (100 * times) / each : 0;
}

function spelledValue(spelled: string): number {
  let value = 0;
  for (const word of spelled.toLowerCase().split(/[ -]/)) {
    if (word === 'hundred') value = (value || 1) * 100;
    else if (word === 'thousand') value = (value || 1) * 1000;
    else if (word === 'dozen') value = (value || 1) * 12;
    else value += wordValues.get(word) ?? 0;
  }
  return value;
}
