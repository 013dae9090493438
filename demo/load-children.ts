// Fernshire's children, who do not exist, in the circles of the people who may see them.
import { fernshireChildren, fernshireCircles } from './fernshire/index.ts';
import type { Loader } from './load.ts';

export async function loadChildren({ act, id, keep, idOrNull, managerOn, facts }: Loader): Promise<void> {
  const manager = managerOn('2025-09-15');
  for (const { key, name, purpose, members } of fernshireCircles) {
    const made = await act('children.add-circle', { name, purpose });
    keep('circle', key, made.id);
    for (const member of new Set([...members, manager])) {
      const from_on = facts.people.find((p) => p.key === member)?.appointments[0]?.from_on ?? '2022-04-01';
      await act('children.add-circle-member', {
        member_of: made.id,
        person_id: id('person', member),
        from_on,
        reason: purpose,
      });
    }
  }
  for (const { key: _key, circle, school, ...child } of fernshireChildren) {
    await act('children.add-child', {
      ...child,
      circle_id: id('circle', circle),
      school_id: idOrNull('agency', school ?? undefined),
    });
  }
}
