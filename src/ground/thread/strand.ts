// One strand of the thread, whatever it is: its reference, its page, the words for its states, who owns it and who may
// check it, and where the thread breaks after it. Pure.
import { isRef, type Ref, ref, refParts } from '../../kernel/evidence/evidence.ts';
import {
  actionStates,
  checkResults,
  effectStates,
  findingStates,
  follows,
  recommendationStates,
  type Strand,
  strands,
} from './thread.ts';

export const authorities = {
  held: 'Taken with authority',
  lacking: 'Authority lacking: to be ratified',
  ratified: 'Ratified',
} as const;

export const stateWords: Record<Strand, Record<string, string>> = {
  finding: findingStates,
  recommendation: recommendationStates,
  decision: authorities,
  action: actionStates,
  'check-made': checkResults,
  effect: effectStates,
};

export const folders: Record<Strand, string> = {
  finding: 'findings',
  recommendation: 'recommendations',
  decision: 'decisions',
  action: 'actions',
  'check-made': 'checks',
  effect: 'effects',
};

/** A strand as lists and pictures show it. */
export interface StrandRow {
  ref: Ref;
  id: string;
  strand: Strand;
  title: string;
  state: string;
  /** The day it was found, made, taken, done, checked or seen. */
  on_day: string | null;
  due_on: string | null;
  circle_id: string | null;
  /** Agency, body or role it belongs to. */
  owner: string | null;
}

export function strandRef(strand: Strand, id: string): Ref {
  return ref(`thread.${strand}`, id);
}

/** Which strand a reference names; undefined where it names none. */
export function strandOf(of: string): Strand | undefined {
  if (!isRef(of)) return undefined;
  const name = refParts(of).concept.replace(/^thread\./, '');
  return name in strands && refParts(of).concept.startsWith('thread.') ? (name as Strand) : undefined;
}

export function strandPath(strand: Strand, id: string): string {
  return `/thread/${folders[strand]}/${id}`;
}

export function mayFollow(from: Strand, to: Strand): boolean {
  return follows[from].includes(to);
}

export function wordsOfState({ strand, state }: Pick<StrandRow, 'strand' | 'state'>): string {
  return stateWords[strand][state] ?? state;
}

/** The first words of a long text, cut between words. */
export function shortText(text: string, most = 140): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

/** Overdue: still owed, and the day it was due has passed. On the day itself it is not late. */
export function isOverdue(of: { state: string; due_on: string | null }, today: string): boolean {
  const owed = ['planned', 'made', 'accepted', 'in-progress'];
  return of.due_on !== null && of.due_on < today && owed.includes(of.state);
}

export interface Edge {
  from_ref: Ref;
  to_ref: Ref;
}

/** Everything that comes after a strand, near and far. */
export function after(ref: Ref, edges: readonly Edge[]): Set<Ref> {
  return reach(ref, edges, 'from_ref', 'to_ref');
}

/** Everything that leads to a strand, near and far. */
export function before(ref: Ref, edges: readonly Edge[]): Set<Ref> {
  return reach(ref, edges, 'to_ref', 'from_ref');
}

function reach(
  start: Ref,
  edges: readonly Edge[],
  near: 'from_ref' | 'to_ref',
  far: 'from_ref' | 'to_ref',
): Set<Ref> {
  const next = Map.groupBy(edges, (edge) => edge[near]);
  const reached = new Set<Ref>();
  const queue = [start];
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    for (const edge of next.get(ref) ?? []) {
      if (edge[far] === start || reached.has(edge[far])) continue;
      reached.add(edge[far]);
      queue.push(edge[far]);
    }
  }
  return reached;
}

/**
 * Where the thread breaks after a strand: what should have followed and has not. Empty where it holds. `later` are all
 * the strands that come after it.
 */
export function breaksAfter(of: StrandRow, later: readonly StrandRow[]): string[] {
  const has = (strand: Strand) => later.some((row) => row.strand === strand);
  const said: (string | false)[] = {
    finding: () => [of.state === 'open' && later.length === 0 && 'Nothing follows from this finding yet'],
    recommendation: () => [
      of.state === 'made' && 'No response yet',
      ['accepted', 'in-progress'].includes(of.state) && !has('action') && 'No action yet',
    ],
    decision: () => [
      of.state === 'lacking' && 'Not ratified yet: the body that took it does not hold the authority',
      later.length === 0 && 'No action yet',
    ],
    action: () => [
      of.state === 'done' && 'Not checked',
      of.state === 'checked' && !has('effect') && 'No effect looked for yet',
    ],
    'check-made': () => [
      of.state !== 'in-place' && later.length === 0 && 'Nothing follows from this check yet',
    ],
    effect: () => [
      of.state === 'expected' && 'Not looked for yet',
      of.state === 'not-seen' && later.length === 0 && 'Nothing follows from this yet',
    ],
  }[of.strand]();
  return said.filter((text) => text !== false);
}

/** Strands in the order of the thread: each after everything it follows; those side by side by day. */
export function inOrder(rows: readonly StrandRow[], edges: readonly Edge[]): StrandRow[] {
  const left = new Map(rows.map((row) => [row.ref, row]));
  const ordered: StrandRow[] = [];
  const order = Object.keys(strands);
  while (left.size > 0) {
    const free = [...left.values()].filter(
      (row) => !edges.some((edge) => edge.to_ref === row.ref && left.has(edge.from_ref)),
    );
    // Connections only run forwards, so something is always free; were it not so, the rest is shown as it comes.
    const [next] = (free.length > 0 ? free : [...left.values()]).toSorted(
      (a, b) =>
        order.indexOf(a.strand) - order.indexOf(b.strand) ||
        (a.on_day ?? a.due_on ?? '').localeCompare(b.on_day ?? b.due_on ?? '') ||
        a.ref.localeCompare(b.ref),
    );
    if (next === undefined) break;
    ordered.push(next);
    left.delete(next.ref);
  }
  return ordered;
}

export interface Owned {
  owner_agency_id: string | null;
  owner_person_id: string | null;
}

export interface Acting {
  person_id: string | null;
  agency_ids: readonly string[];
}

/** Whether an action belongs to somebody: to them by name, or to an agency of theirs. */
export function owns(actor: Acting, action: Owned): boolean {
  return (
    (action.owner_person_id !== null && action.owner_person_id === actor.person_id) ||
    (action.owner_agency_id !== null && actor.agency_ids.includes(action.owner_agency_id))
  );
}

/**
 * Why somebody may not check an action, or null where they may. A check is made by someone other than the owner: not by
 * the person who owes it, and not by somebody who belongs to the owning agency and to no other.
 */
export function whyNotCheck(checker: Acting, action: Owned): string | null {
  if (action.owner_person_id !== null && action.owner_person_id === checker.person_id) {
    return 'You own this action, so somebody else has to check it. Ask the business manager who could.';
  }
  const [only, ...others] = checker.agency_ids;
  if (only !== undefined && others.length === 0 && only === action.owner_agency_id) {
    return 'Your agency owns this action, so somebody of another agency has to check it. Ask the business manager who could.';
  }
  return null;
}
