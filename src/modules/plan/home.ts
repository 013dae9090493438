// What the plan shows of itself on the home page: the current year and its priorities.
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { HomeCard } from '../../kernel/records/room.ts';
import { prioritiesOf } from './overview.operations.ts';
import { currentYear, listedYears } from './year.ts';

export async function planHome(context: QueryContext): Promise<HomeCard[]> {
  if (!context.actor.can('plan.read')) return [];
  const year = currentYear(await listedYears(context), context.today);
  if (!year) return [];
  const priorities = await prioritiesOf(context, year);
  return [
    {
      title: `The year ${year.label.replace('-', '/')}`,
      href: `/plan/years/${year.label}`,
      description: 'For each priority: what was done, how we know it made a difference, and what comes next.',
      items: priorities.map((priority) => ({
        text: `${priority.number}. ${priority.name}`,
        href: `/plan/years/${year.label}/priorities/${priority.id}`,
      })),
    },
  ];
}
