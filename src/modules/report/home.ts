// What the report shows of itself on the home page: the edition in preparation, and whose turn it is.
import { daysBetween } from '../../kernel/calendar/day.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { HomeCard, HomeItem } from '../../kernel/records/room.ts';
import { dispatchNeeds } from './dispatch/dispatch.operations.ts';
import { editionStates, shownYear } from './edition.ts';
import { formatRequestNeeds } from './format-requests/format-request.operations.ts';
import { statementNeeds } from './scrutiny/statement-needs.ts';
import { versionNeeds } from './versions/version-signing.operations.ts';
import { type Edition, listEditionRows } from './gather.ts';

const soon = 60;

export async function reportHome(context: QueryContext): Promise<HomeCard[]> {
  if (!context.actor.can('report.read')) return [];
  return (await listEditionRows(context)).slice(0, 1).map((edition) => ({
    title: `Yearly report ${shownYear(edition.year)}`,
    href: `/report/${edition.year}`,
    description: `${editionStates[edition.state]}${edition.state === 'draft' ? `, due in ${daysBetween(context.today, edition.due_on)} days` : ''}. It composes itself from the records.`,
    items: [
      { text: 'What the law asks for that is not there', href: `/report/${edition.year}/coverage` },
      { text: 'What the rules found', href: `/report/${edition.year}/findings` },
      { text: 'Sign-off', href: `/report/${edition.year}/sign-off` },
    ],
  }));
}

export async function reportNeedsYou(context: QueryContext): Promise<HomeItem[]> {
  const { actor, today } = context;
  if (!actor.can('report.read')) return [];
  const all = await listEditionRows(context);
  const editions = all.filter((e) => e.state === 'draft' || e.state === 'signed-off');
  const inWork = editions.flatMap((edition) => {
    const left = daysBetween(today, edition.due_on);
    const text = whatNext(context, edition);
    if (text === undefined || left > soon) return [];
    return [
      {
        text,
        href: `/report/${edition.year}`,
        urgency: left < 0 ? ('overdue' as const) : ('due' as const),
        detail: left < 0 ? `It was due ${-left} days ago.` : `It is due in ${left} days.`,
      },
    ];
  });
  const [toSend, toAnswer, ofStatement, ofVersions] = await Promise.all([
    dispatchNeeds(context, all),
    formatRequestNeeds(context),
    statementNeeds(context, all),
    versionNeeds(context, all),
  ]);
  return [...inWork, ...toSend, ...toAnswer, ...ofStatement, ...ofVersions];
}

function whatNext({ actor }: QueryContext, edition: Edition): string | undefined {
  const year = shownYear(edition.year);
  if (edition.state === 'signed-off')
    return actor.can('report.publish') ? `Publish the yearly report for ${year}` : undefined;
  if (actor.can('report.sign')) return `Sign off the yearly report for ${year}`;
  if (actor.can('report.scrutinise')) return `Comment on the yearly report for ${year}`;
  if (actor.can('report.write')) return `Finish the yearly report for ${year}`;
  return undefined;
}
