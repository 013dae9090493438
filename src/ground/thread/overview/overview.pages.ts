// The thread's own page: what is open and where the thread breaks most, with the next step for each. And the form that
// connects two things already recorded.
import { html } from '../../../kernel/pages/html.ts';
import { form, page, type View } from '../../../kernel/pages/page.ts';
import { type CardOptions, cards } from '../../../surfaces/web/components/card.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { acts, link } from '../../drawing.ts';
import { threadHome } from '../follow.ts';
import { type Heap, readThread, type ThreadNow } from './overview.operations.ts';
import { connect, findStrand } from '../place.operations.ts';
import { folders, shortText, strandOf, strandPath } from '../strand.ts';
import type { Strand } from '../thread.ts';

interface HeapWords {
  title: string;
  of: string;
  href: string;
  strand: Strand;
  next: string;
  /** Whether it stands out when there are any. */
  attention: boolean;
}

const words: Record<Heap, HeapWords> = {
  overdue: {
    title: 'Overdue actions',
    of: 'past the day they were due',
    href: '/thread/actions?overdue=yes',
    strand: 'action',
    next: 'Ask each owner to report, or agree a new day.',
    attention: true,
  },
  to_ratify: {
    title: 'Decisions to be ratified',
    of: 'taken without the authority',
    href: '/thread/decisions?state=lacking',
    strand: 'decision',
    next: 'Put them before the lead safeguarding partners.',
    attention: true,
  },
  unchecked: {
    title: 'Done, not yet checked',
    of: 'actions reported as done',
    href: '/thread/actions?state=done',
    strand: 'action',
    next: 'Ask somebody other than the owner to check.',
    attention: true,
  },
  without_effect: {
    title: 'Checked, no effect looked for',
    of: 'actions in place',
    href: '/thread/actions?state=checked',
    strand: 'action',
    next: 'Say what should be different, and measure it before and after.',
    attention: true,
  },
  unanswered: {
    title: 'Recommendations without a response',
    of: 'nobody has answered',
    href: '/thread/recommendations?state=made',
    strand: 'recommendation',
    next: 'Record whether the partnership accepts them.',
    attention: true,
  },
  open_actions: {
    title: 'Open actions',
    of: 'planned or in progress',
    href: '/thread/actions',
    strand: 'action',
    next: 'Owners report how far they have come.',
    attention: false,
  },
  open_findings: {
    title: 'Open findings',
    of: 'not yet answered',
    href: '/thread/findings?state=open',
    strand: 'finding',
    next: 'Record what follows from each.',
    attention: false,
  },
  expected_effects: {
    title: 'Effects expected',
    of: 'to be looked for',
    href: '/thread/effects?state=expected',
    strand: 'effect',
    next: 'Record whether each was seen.',
    attention: false,
  },
};

function heapCard(heap: Heap, { total, first }: ThreadNow[Heap]): CardOptions {
  const { title, of, href, strand, next, attention } = words[heap];
  return {
    title,
    href,
    count: { number: total, of },
    description: total === 0 ? 'None today.' : next,
    tone: attention && total > 0 ? 'attention' : 'calm',
    items: first.map((w) => ({
      text: shortText(w.title, 70),
      href: strandPath(strand, w.id),
      note: [w.owner, w.on_day && showDay(w.on_day)].filter(Boolean).join(', ') || undefined,
    })),
  };
}

const writing = [
  ['findings', 'Record a finding'],
  ['recommendations', 'Record a recommendation'],
  ['decisions', 'Record a decision'],
  ['actions', 'Record an action'],
  ['effects', 'Record what should be different'],
] as const;

function draw(now: ThreadNow, view: View) {
  const broken = (Object.keys(words) as Heap[]).filter(
    (heap) => words[heap].attention && now[heap].total > 0,
  );
  const [worst] = broken;
  return html`<h1 class="govuk-heading-l">The thread</h1><p class="govuk-body-l">From a finding to a recommendation, a decision, an action, a check by somebody else, and an effect. This is how it stands on ${showDay(view.today)}.</p><p class="govuk-body"><strong>Next step:</strong> ${
    worst
      ? html`<a class="govuk-link" href="${words[worst].href}">${words[worst].title} (${now[worst].total})</a>. ${words[worst].next}`
      : 'the thread breaks nowhere that we know how to look. Record the next finding when there is one.'
  }</p>${cards((Object.keys(words) as Heap[]).map((heap) => heapCard(heap, now[heap])))}<h2 class="govuk-heading-m">Everything on the thread</h2>${acts(
    [
      { href: '/thread/findings', text: 'Findings' },
      { href: '/thread/recommendations', text: 'Recommendations' },
      { href: '/thread/decisions', text: 'Decisions' },
      { href: '/thread/actions', text: 'Actions' },
      { href: '/thread/checks', text: 'Checks' },
      { href: '/thread/effects', text: 'Effects' },
    ],
  )}${
    view.can('thread.write') &&
    html`<h2 class="govuk-heading-m">Record something</h2>${acts(
      writing.map(([folder, text]) => ({ href: `/thread/${folder}/new`, text })),
    )}`
  }`;
}

function pathOfRef(ref: string): string {
  const strand = strandOf(ref);
  return strand === undefined ? '/thread' : `/thread/${folders[strand]}/${ref.slice(ref.indexOf('/') + 1)}`;
}

export const overviewPages = [
  page({
    path: '/thread',
    title: 'The thread',
    query: readThread,
    navigation: { text: 'Thread', order: 30 },
    draw,
  }),
  form({
    path: '/thread/connections/new',
    title: 'Connect two things on the thread',
    command: connect,
    before: findStrand,
    beforeInput: ({ search }) => ({ ref: search['from_ref'] }),
    fixed: ({ search }) => (search['from_ref'] ? { from_ref: search['from_ref'] } : {}),
    intro: ({ strand }) =>
      html`${strand && html`<p class="govuk-body">What led to something: ${link(strandPath(strand.strand, strand.id), shortText(strand.title))}</p>`}<p class="govuk-body">The thread runs forwards: a finding leads to a recommendation, a decision or an action; an action to a check; a check or an action to an effect.</p>`,
    button: 'Connect',
    next: ({ from_ref }) => pathOfRef(from_ref),
    done: 'Connected',
    trail: () => [threadHome],
  }),
];
