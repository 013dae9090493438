// Forms that record something on the thread open from what it follows from: the address carries it as `after`.
import { type Html, html } from '../../kernel/pages/html.ts';
import type { Address } from '../../kernel/pages/page.ts';
import type { Act } from '../drawing.ts';
import { link } from '../drawing.ts';
import { findStrand } from './place.operations.ts';
import { folders, mayFollow, shortText, type StrandRow, strandPath, strandRef } from './strand.ts';
import { type Strand, strands } from './thread.ts';

export const threadHome = { text: 'Thread', href: '/thread' };

interface Followed {
  strand: StrandRow | null;
}

/** What every form that records a new strand shares; the page adds its command and words. */
export const followingForm = {
  before: findStrand,
  beforeInput: ({ search }: Address) => ({ ref: search['after'] }),
  fixed: ({ search }: Address): Record<string, unknown> =>
    search['after'] ? { after: [search['after']] } : {},
  leaveOut: ['after'],
  /** A record that follows a restricted one opens in the same circle. */
  values: ({ strand }: Followed): Record<string, unknown> =>
    strand === null ? {} : { circle_id: strand.circle_id },
  intro: ({ strand }: Followed): Html =>
    strand === null
      ? html``
      : html`<p class="govuk-body">It follows from this ${strands[strand.strand].toLowerCase()}: ${link(strandPath(strand.strand, strand.id), shortText(strand.title))}</p>`,
};

const offers: Record<Strand, string> = {
  finding: 'Record a finding that follows',
  recommendation: 'Record a recommendation that follows',
  decision: 'Record a decision that follows',
  action: 'Record an action that follows',
  'check-made': 'Record a check',
  effect: 'Record what should be different',
};

/** Links to record whatever may follow a strand; a check has its own link, because others make it. */
export function followingActs(strand: Strand, id: string): Act[] {
  return (Object.keys(strands) as Strand[])
    .filter((next) => next !== 'check-made' && mayFollow(strand, next))
    .map((next) => ({
      href: `/thread/${folders[next]}/new?after=${encodeURIComponent(strandRef(strand, id))}`,
      text: offers[next],
    }));
}

export function connectAct(strand: Strand, id: string): Act {
  return {
    href: `/thread/connections/new?from_ref=${encodeURIComponent(strandRef(strand, id))}`,
    text: 'Connect it with something already recorded',
  };
}
