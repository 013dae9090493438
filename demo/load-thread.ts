// The thread, strand by strand, in the order in which one follows from another.
import type { StrandFacts } from './demonstration.ts';
import type { Loader } from './load.ts';

const concepts = {
  finding: 'thread.finding',
  recommendation: 'thread.recommendation',
  decision: 'thread.decision',
  action: 'thread.action',
  check: 'thread.check-made',
  effect: 'thread.effect',
} as const;

export async function loadThread(loader: Loader): Promise<void> {
  for (const strand of inOrder(loader.facts.strands)) {
    loader.keep('strand', strand.key, await loadStrand(loader, strand));
  }
}

/** Strands after those they follow, repeat or check. */
function inOrder(strands: StrandFacts[]): StrandFacts[] {
  const before = (strand: StrandFacts) => [
    ...('after' in strand ? (strand.after ?? []) : []),
    ...('repeats' in strand && strand.repeats ? [strand.repeats] : []),
    ...('action' in strand ? [strand.action] : []),
  ];
  const done = new Set<string>();
  const waiting = [...strands];
  const order: StrandFacts[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((strand) => before(strand).every((key) => done.has(key)));
    const [strand] = next < 0 ? [] : waiting.splice(next, 1);
    if (strand === undefined)
      throw new Error(
        `Strands follow each other in a circle, or one that is not there: ${waiting.map((s) => s.key).join(', ')}`,
      );
    done.add(strand.key);
    order.push(strand);
  }
  return order;
}

async function loadStrand(loader: Loader, strand: StrandFacts): Promise<string> {
  const { facts, act, id, idOrNull, managerOn } = loader;
  const refOf = (key: string) => {
    const found = facts.strands.find((s) => s.key === key);
    return `${concepts[found?.strand ?? 'finding']}/${id('strand', key)}`;
  };
  const after = 'after' in strand ? (strand.after ?? []).map(refOf) : [];
  const where = {
    source: sourceTitle(loader, 'source' in strand ? strand.source : undefined),
    locator: ('locator' in strand && strand.locator) || null,
  };
  switch (strand.strand) {
    case 'finding': {
      const { title, text, found_on } = strand;
      return (await act('thread.add-finding', { title, text, found_on: found_on ?? null, ...where, after }))
        .id;
    }
    case 'recommendation': {
      const { gist, made_by, made_on, to_body, owner_agency, due_on, repeats, response } = strand;
      const made = await act('thread.add-recommendation', {
        gist,
        made_by,
        made_on: made_on ?? null,
        ...where,
        to_body_id: idOrNull('body', to_body),
        owner_agency_id: idOrNull('agency', owner_agency),
        due_on: due_on ?? null,
        repeats_id: idOrNull('strand', repeats),
        after,
      });
      if (response) {
        await act('thread.respond-to-recommendation', {
          id: made.id,
          response: response.response,
          response_text: response.text ?? null,
          responded_on: response.on ?? null,
          owner_agency_id: idOrNull('agency', owner_agency),
          due_on: due_on ?? null,
        });
      }
      return made.id;
    }
    case 'decision': {
      const { body, taken_on, taken_label, text, matter, ratified } = strand;
      const made = await act('thread.add-decision', {
        body_id: id('body', body),
        taken_on,
        taken_label: taken_label ?? null,
        text,
        matter,
        ...where,
        after,
      });
      if (ratified)
        await act('thread.ratify-decision', {
          id: made.id,
          ratified_by_id: id('body', ratified.by),
          ratified_on: ratified.on,
        });
      return made.id;
    }
    case 'action': {
      const { text, owner_agency, owner, due_on, done } = strand;
      const made = await act('thread.add-action', {
        text,
        owner_agency_id: idOrNull('agency', owner_agency),
        owner_person_id: idOrNull('person', owner),
        due_on: due_on ?? null,
        ...where,
        after,
      });
      if (done)
        await act('thread.report-on-action', {
          id: made.id,
          state: 'done',
          done_on: done.on,
          done_note: done.note,
        });
      return made.id;
    }
    case 'check': {
      const { action, text, checked_on, by, role, result } = strand;
      const how = { by, on: checked_on };
      return (
        await act(
          'thread.make-check',
          { action_id: id('strand', action), text, checked_on, checked_by_role: role, result },
          how,
        )
      ).id;
    }
    case 'effect': {
      const { expected, seen } = strand;
      const made = await act('thread.add-effect', { expected, after });
      if (seen) {
        const item = (key: string | undefined) =>
          key === undefined ? null : `evidence.item/${id('item', key)}`;
        await act(
          'thread.report-effect',
          {
            id: made.id,
            state: seen.state,
            observed: seen.observed,
            observed_on: seen.on,
            baseline_ref: item(seen.baseline),
            follow_up_ref: item(seen.follow_up),
          },
          { by: managerOn('2025-09-15') },
        );
      }
      return made.id;
    }
  }
}

/** Strands name a source by its code; what the thread keeps is its title. */
function sourceTitle({ facts }: Loader, code: string | undefined): string | null {
  if (code === undefined) return null;
  return facts.sources.find((source) => source.code === code)?.title ?? code;
}
