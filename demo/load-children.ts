// Fernshire's circles with their people, the children, who do not exist, and what lies in a circle besides.
import { fernshireChildren, fernshireCircles, fernshireRestricted } from './fernshire/index.ts';
import type { Loader } from './load.ts';

export async function loadChildren(loader: Loader): Promise<void> {
  const { act, id, idOrNull, keep } = loader;
  for (const circle of fernshireCircles) await loadCircle(loader, circle);
  for (const { key, circle, school, ...child } of fernshireChildren) {
    const made = await act('children.add-child', {
      ...child,
      circle_id: id('circle', circle),
      school_id: idOrNull('agency', school ?? undefined),
    });
    keep('child', key, made.id);
  }
  await loadRestricted(loader);
}

async function loadCircle(
  { act, id, keep, idOrNull, managerOn, facts }: Loader,
  circle: (typeof fernshireCircles)[number],
): Promise<void> {
  const { key, name, purpose, members, originator, handling, review_on } = circle;
  const made = await act('circles.add-circle', {
    name,
    purpose,
    originator_agency_id: idOrNull('agency', originator),
    handling: handling ?? null,
    review_on: review_on ?? null,
  });
  keep('circle', key, made.id);
  for (const member of new Set([...members, managerOn('2025-09-15')])) {
    const from_on = facts.people.find((p) => p.key === member)?.appointments[0]?.from_on ?? '2022-04-01';
    await act('circles.add-member', {
      member_of: made.id,
      person_id: id('person', member),
      from_on,
      reason: purpose,
    });
  }
}

async function loadRestricted({ act, id, keep }: Loader): Promise<void> {
  const { circle, finding, asked, answered } = fernshireRestricted;
  const { key, ...facts } = finding;
  const made = await act('thread.add-finding', { ...facts, circle_id: id('circle', circle) });
  keep('strand', key, made.id);
  const { on: asked_on, ...request } = asked;
  const release = await act(
    'circles.ask-release',
    { ref: `thread.finding/${made.id}`, ...request },
    { on: asked_on },
  );
  const { on, by, ...answer } = answered;
  await act('circles.answer-release', { id: release.id, ...answer }, { on, by });
}
