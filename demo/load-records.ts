// Evidence and plan: sources, items, years, priorities, strategies, and what was done, changed and comes next.
import type { ItemFacts } from './demonstration.ts';
import type { Loader } from './load.ts';

export async function loadRecords(loader: Loader): Promise<void> {
  await loadSources(loader);
  await loadPlan(loader);
  await loadItems(loader);
  await loadYearLists(loader);
}

async function loadSources({ facts, act, keep, idOrNull }: Loader): Promise<void> {
  for (const source of facts.sources.toSorted(
    (a, b) => Number(Boolean(a.supersedes)) - Number(Boolean(b.supersedes)),
  )) {
    const { code, title, kind, publisher, published_on, from_on, to_on, supersedes, note } = source;
    const made = await act('evidence.add-source', {
      title,
      kind,
      publisher: publisher ?? null,
      published_on: published_on ?? null,
      period_from_on: from_on ?? null,
      period_to_on: to_on ?? null,
      code,
      supersedes_id: idOrNull('source', supersedes),
      note: note ?? null,
    });
    keep('source', code, made.id);
  }
}

async function loadPlan({ facts, act, id, keep, idOrNull }: Loader): Promise<void> {
  for (const label of facts.years) await act('plan.add-reporting-year', { label });
  for (const { name, description } of facts.priorities) {
    keep('priority', name, (await act('plan.add-priority', { name, description: description ?? null })).id);
  }
  for (const { name, names = [], focuses = [], years } of facts.priorities) {
    const priority_id = id('priority', name);
    for (const other of names) {
      await act('plan.name-priority', {
        priority_id,
        name: other.name,
        allowed: other.allowed ?? false,
        from_on: other.from_on ?? null,
        until_on: other.until_on ?? null,
        source: other.locator ?? null,
      });
    }
    for (const { year, number, statement } of years) {
      await act('plan.set-priority-year', { priority_id, year, number, statement: statement ?? null });
    }
    for (const { focus, from_on, until_on, became, successor, note, locator } of focuses) {
      await act('plan.add-priority-focus', {
        priority_id,
        focus,
        from_on: from_on ?? null,
        until_on: until_on ?? null,
        became: became ?? null,
        successor_id: idOrNull('priority', successor),
        note: note ?? null,
        source: locator ?? null,
      });
    }
  }
  for (const strategy of facts.strategies.toSorted(
    (a, b) => Number(Boolean(a.supersedes)) - Number(Boolean(b.supersedes)),
  )) {
    const { name, kind, priority, from_on, until_on, launched, supersedes, locator } = strategy;
    const made = await act('plan.add-strategy', {
      name,
      kind,
      priority_id: idOrNull('priority', priority),
      from_on: from_on ?? null,
      until_on: until_on ?? null,
      launched_label: launched ?? null,
      supersedes_id: idOrNull('strategy', supersedes),
      source: locator ?? null,
    });
    keep('strategy', name, made.id);
  }
}

async function loadItems(loader: Loader): Promise<void> {
  for (const [position, item] of loader.facts.items.entries()) {
    loader.keep(
      'item',
      item.key,
      (await loader.act('evidence.add-item', inputOf(loader, item, position))).id,
    );
  }
}

function inputOf({ idOrNull }: Loader, item: ItemFacts, position: number): Record<string, unknown> {
  const priority = idOrNull('priority', item.priority);
  return {
    title: item.title,
    topics: item.topics,
    content: item.content,
    period_from_on: item.from_on ?? null,
    period_to_on: item.to_on ?? null,
    period_label: item.period_label ?? null,
    as_of_on: item.as_of_on ?? null,
    geography: item.geography ?? null,
    source_id: idOrNull('source', item.source),
    locator: item.locator ?? null,
    agency_id: idOrNull('agency', item.agency),
    group_ref: priority === null ? null : `plan.priority/${priority}`,
    part: item.part ?? null,
    year_label: item.year ?? null,
    position,
  };
}

async function loadYearLists({ facts, act, id, idOrNull, keep }: Loader): Promise<void> {
  const place = (
    of: { year: string; priority?: string; topic: string; source?: string; locator?: string },
    position: number,
  ) => ({
    year: of.year,
    priority_id: idOrNull('priority', of.priority),
    topic: of.topic,
    position,
    source_id: idOrNull('source', of.source),
    locator: of.locator ?? null,
  });
  for (const [position, activity] of facts.activities.entries()) {
    const { text, agency, body, from_on, to_on, when, reach, reach_label } = activity;
    await act('plan.add-activity', {
      ...place(activity, position),
      text,
      agency_id: idOrNull('agency', agency),
      body_id: idOrNull('body', body),
      from_on: from_on ?? null,
      to_on: to_on ?? null,
      when_label: when ?? null,
      reach: reach ?? null,
      reach_label: reach_label ?? null,
    });
  }
  for (const [position, claim] of facts.claims.entries()) {
    const { statement, about, for_whom, headline, rests_on = [] } = claim;
    const made = await act('plan.add-claim', {
      ...place(claim, position),
      statement,
      about,
      for_whom: for_whom ?? null,
      headline: headline ?? false,
    });
    if (claim.key !== undefined) keep('claim', claim.key, made.id);
    for (const { item, purpose } of rests_on) {
      await act('plan.cite-evidence', {
        claim_id: made.id,
        evidence_ref: `evidence.item/${id('item', item)}`,
        purpose,
      });
    }
  }
  for (const [position, step] of facts.next_steps.entries()) {
    const { text, owner_agency, owner_body, due_on, due } = step;
    await act('plan.add-next-step', {
      ...place(step, position),
      text,
      owner_agency_id: idOrNull('agency', owner_agency),
      owner_body_id: idOrNull('body', owner_body),
      due_on: due_on ?? null,
      due_label: due ?? null,
    });
  }
}
