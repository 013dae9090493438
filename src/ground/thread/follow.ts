// Forms that record something on the thread open from what it follows from: the address carries it as `after`.
import { type Html, html } from '../../kernel/pages/html.ts';
import type { Address } from '../../kernel/pages/page.ts';
import type { Act } from '../drawing.ts';
import { link } from '../drawing.ts';
import { folders, mayFollow, shortText, type StrandRow, strandPath, strandRef } from './strand.ts';
import { type Strand, strands } from './thread.ts';

export const threadHome = { text: 'Thread', href: '/thread' };

export const afterInput = ({ search }: Address) => ({ ref: search['after'] });

export function afterFixed({ search }: Address): Record<string, unknown> {
  return search['after'] ? { after: [search['after']] } : {};
}

/** A record that follows a restricted one opens in the same circle. */
export function afterValues({ strand }: { strand: StrandRow | null }): Record<string, unknown> {
  return strand === null ? {} : { circle_id: strand.circle_id };
}

export function afterIntro({ strand }: { strand: StrandRow | null }): Html {
  if (strand === null) return html``;
  return html`<p class="govuk-body">It follows from this ${strands[strand.strand].toLowerCase()}: ${link(strandPath(strand.strand, strand.id), shortText(strand.title))}</p>`;
}

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
