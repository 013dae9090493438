// The last words by which a run of capitalised words is the name of something, and of what kind: "… Board" is a body,
// "… Strategy" a strategy, "… Week" an event. General words only.
import type { NameKind } from './names.ts';

const heads = new Map<string, NameKind>();
function list(kind: NameKind, words: string): void {
  for (const word of words.split(/\s+/)) heads.set(word, kind);
}
list(
  'body',
  'board group subgroup panel forum network committee executive partnership collaborative alliance commission consortium taskforce assembly cabinet secretariat',
);
list('meeting', 'meeting');
list(
  'agency',
  'trust service services team police council centre center school college university hospital foundation society charity association authority department office unit agency federation academy hub hospice constabulary clinic nursery surgery inspectorate ministry',
);
list(
  'strategy',
  'strategy plan framework policy protocol procedure procedures pledge charter covenant agreement programme program pathway scheme guidance',
);
list(
  'event',
  'week day conference festival event summit launch masterclass month awards fair workshop symposium',
);
list('campaign', 'campaign');
list(
  'product',
  'toolkit tool briefing guide app newsletter leaflet course model website video dashboard handbook dataset booklet poster checklist podcast webinar film animation platform resource',
);
list('law', 'act bill regulations order convention directive measure');
list('inspection', 'inspection audit review inquiry enquiry visit');

/** Heads of two words, and what they are. */
const pairs: Record<string, NameKind> = {
  'data set': 'product',
  'sub group': 'body',
  'statutory guidance': 'law',
  'data dashboard': 'product',
  'action day': 'event',
  'health check': 'inspection',
  'peer challenge': 'inspection',
  'case conference': 'meeting',
  'assessment conference': 'meeting',
  'protection conference': 'meeting',
  'review conference': 'meeting',
  'group conference': 'meeting',
  'peer review': 'inspection',
  'business plan': 'strategy',
};
/** Plural by nature. */
const naturallyPlural = new Set('services regulations procedures awards'.split(' '));
/** Heads that are too common in lower case to name anything there. */
const onlyCapital = new Set(
  'police council school college university hospital service services team meeting day week month practice measure order act executive review unit office department resource event visit guidance plan policy course launch agency authority centre hub group video film agreement association society'.split(
    ' ',
  ),
);

export interface Head {
  kind: NameKind;
  /** "Sub-groups", "Boards": several of a kind, rather than one by name. */
  plural: boolean;
}

/** The head a word is, where it is one; `before` is the word in front of it. */
export function headOf(word: string, before: string): Head | null {
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  if (before.toLowerCase() === 'chief' && lower === 'executive') return null;
  const pair = pairs[`${before.toLowerCase()} ${lower}`];
  if (pair) return { kind: pair, plural: false };
  const kind = heads.get(lower);
  if (kind) return { kind, plural: false };
  const single = heads.get(singularHead(lower));
  return single ? { kind: single, plural: !naturallyPlural.has(lower) } : null;
}

/** A head that names something even in lower case after a name: "Connecting with Fathers campaign". */
export function lowerHeadOf(word: string, before: string): Head | null {
  // The second half of "Sub-group".
  const half = pairs[`${before.toLowerCase()} ${word}`] !== undefined;
  return onlyCapital.has(word) && !half ? null : headOf(word, before);
}

function singularHead(lower: string): string {
  if (!lower.endsWith('s')) return '';
  return lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
}
