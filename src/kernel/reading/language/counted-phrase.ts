// What a number counts, in the text's own words: "attendees" of "125 attendees", "of reception year children" of
// "22.8% of reception year children recorded as …", "rapid reviews" of "Number of rapid reviews: 3".

const word = /one[- ]to[- ]one|[A-Za-z0-9À-ɏ]+(?:[-'’&/:][A-Za-z0-9À-ɏ]+)*/y;
const stops = new Set(
  `a an the is are was were be been being am has have had do does did can could will would shall should may might must who whom whose which that where when while
  in at from by for with on to into onto during across per over within since until after before between through throughout against without among around under about
  as than this these those their they it its he she we our us you your not no but if so because also there then both each every either only up out off down
  two three four five six seven eight nine ten eleven twelve half thirds quarter quarters
  took take takes went go goes came come said say says told felt feel gave made make makes met left ran held saw seen got get became began remained showed shown`.split(
    /\s+/,
  ),
);
const irregular = new Set('children people men women staff police data youth'.split(' '));
/** What may still belong to the noun once it is plural. */
const fixed =
  /^\s(?:in (?:care|need)|looked after|missing(?: from (?:home|education|care|school))?(?: education)?|leaving care|not in education|at risk|subject to [a-z-]+(?: [a-z-]+){0,3}|per (?:month|week|year|day|session|quarter|annum|child|term))\b/i;
const lyNouns = new Set('family early weekly monthly quarterly yearly daily elderly newly fully'.split(' '));
const longest = 8;

const orMore = /^\s(?:or (?:more|fewer|less)|plus)(?=\s)/;

/** The noun phrase that follows. Also where it ends. */
export function phraseAfter(text: string, from: number): { phrase: string; to: number } {
  const picked: string[] = [];
  let at = from + (orMore.exec(text.slice(from, from + 12))?.[0].length ?? 0);
  let end = from;
  let plural = false;
  while (picked.length < longest) {
    const gap = /^[ \u00a0]+/.exec(text.slice(at, at + 3))?.[0].length ?? 0;
    if (gap === 0) break;
    word.lastIndex = at + gap;
    const raw = word.exec(text)?.[0];
    if (!raw) break;
    const lower = raw.toLowerCase();
    const joins = lower === 'of' || lower === 'and' || lower === 'or';
    if (plural && !joins) break;
    // "the" and "our" belong only after "of".
    if (stops.has(lower) && !(picked.at(-1) === 'of' && /^(?:the|our|their|all|its|a|an)$/.test(lower)))
      break;
    if (joins && lower !== 'of' && !pluralSoon(text, at + gap + raw.length)) break;
    if (lower.endsWith('ly') && picked.length === 0 && !lyNouns.has(lower)) break;
    if (picked.length > 0 || !/^(?:less|fewer|more)$/.test(lower)) picked.push(lower);
    at += gap + raw.length;
    plural = !joins && isPlural(raw);
    if (!joins) end = at;
  }
  while (picked.length > 0 && /^(?:of|and|or|the|our|their)$/.test(picked.at(-1) ?? '')) picked.pop();
  if (!picked.some(isPlural) && /(?:ed|ing)$/.test(picked[0] ?? '')) return { phrase: '', to: from };
  const more = plural ? fixed.exec(text.slice(end, end + 60))?.[0] : undefined;
  const phrase = picked.join(' ') + (more?.toLowerCase() ?? '');
  return { phrase, to: phrase === '' ? from : end + (more?.length ?? 0) };
}

/** "children and young people", "Police and Crime Commissioners": whether a plural follows within three words. */
function pluralSoon(text: string, from: number): boolean {
  const next =
    /^(?: [A-Za-z-]+){1,3}/
      .exec(text.slice(from, from + 60))?.[0]
      .trim()
      .split(' ') ?? [];
  for (const each of next) {
    if (stops.has(each.toLowerCase()) || each.endsWith('ed')) return false;
    if (isPlural(each)) return true;
  }
  return false;
}

function isPlural(raw: string): boolean {
  const lower = raw.toLowerCase();
  return (
    irregular.has(lower) || (/[^s'’]s$/.test(lower) && !/(?:us|is)$/.test(lower)) || lower.endsWith('sses')
  );
}

const label =
  /(?:^|[.;\n•|])\s*(?:[-*•]\s*)?(?:total\s+|overall\s+)?(?:number|no\.?|total|count|percentage|proportion|rate|%)?\s*(?:of\s+)?([A-Za-z][^.;:?\n|]{1,90}?)[ \t]*[:–—=-][ \t]*$/i;
/** "Identify as male (50.6%)". */
const inFront = /((?:[A-Za-z][A-Za-z'’/-]*[ \t]+){1,6})\($/;
const nounOf =
  /\b([A-Za-z-]+(?: [A-Za-z-]+)?) (?:of|was|were|stood at|is)\s+(?:about |around |approximately |over |nearly |almost |just )?$/;
const empty =
  /^(?:a |an |the )?(?:total|number|average|mean|maximum|minimum|value|excess|there|that|this|it|which|and|with|total number|mean value|majority|(?:mean|average|total) .*)$/i;

const changed =
  '(?:(?:has|have|had|also)\\s)*(?:rose|risen|fell|fallen|increased|decreased|reduced|grew|grown|dropped|declined|went|gone|stood|remained|reached|averaged|totalled|was|were|is)\\b[^.;:\\d]{0,40}(?:\\d[\\d,.]*%? to )?$';
const numberOf = new RegExp(
  `(?:number|rate|proportion|percentage|share)s? of ([a-z][\\w'’ -]{2,60}?) ${changed}`,
  'i',
);
const subject = new RegExp(`(?:^|[.;,(] ?)(?:the )?([a-z][\\w'’ -]{2,40}?) ${changed}`, 'i');
/** "Police £55,000;" */
const beside = /(?:^|[;:,(]\s?)((?:[A-Za-z][\w'’&/-]*\s){1,4})$/;

/** What stands in front: "Number of rapid reviews: 3", "a deficit of £31,172", "the number of plans rose to 40". */
export function phraseBefore(text: string, to: number): string {
  const before = text.slice(Math.max(0, to - 120), to);
  const found = (before.endsWith('(') ? inFront.exec(before) : null) ?? label.exec(before);
  if (found) return plain(found[1]);
  const noun = nounOf.exec(before)?.[1];
  if (noun && !empty.test(noun)) return plain(noun);
  const told = (numberOf.exec(before) ?? subject.exec(before))?.[1];
  if (
    told &&
    !/^(?:this|it|these|they|that|there|which|we|he|she|who|all|and|but|in|on|at|by|of|an?)\b/i.test(told)
  )
    return plain(told);
  const name = /^(?:[;,.)]|$)/.test(text.slice(text.slice(to).search(/[^£$€\d,.km%]|$/) + to))
    ? beside.exec(before)?.[1]
    : null;
  return name &&
    !name
      .trim()
      .split(/\s/)
      .some((each) => stops.has(each.toLowerCase()))
    ? plain(name)
    : '';
}

function plain(phrase = ''): string {
  return phrase
    .trim()
    .replace(/^(?:a|an|the) /i, '')
    .toLowerCase();
}
