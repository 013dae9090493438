// Home: what needs you now, and where the year stands. Drawn from what every room says of itself.
import { z } from 'zod';
import { cards } from '../../surfaces/web/components/card.ts';
import { details } from '../../surfaces/web/components/details.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { query, type QueryContext } from '../../kernel/operation/operation.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { page, type View } from '../../kernel/pages/page.ts';
import type { HomeCard, HomeItem, Room } from '../../kernel/records/room.ts';

interface Home {
  cards: HomeCard[];
  needs: HomeItem[];
}

const urgencies = {
  overdue: { text: 'Overdue', colour: 'red' },
  due: { text: 'Due', colour: 'yellow' },
  look: { text: 'Look', colour: 'blue' },
} as const;
const order = Object.keys(urgencies);

export function homeRoom(rooms: readonly Room[]): Room {
  const readHome = query({
    name: 'home.read-home',
    summary: 'What needs you now, and where the year stands',
    permission: 'governance.read',
    input: z.strictObject({}),
    async run(context: QueryContext): Promise<Home> {
      const [shown, needs] = await Promise.all([
        Promise.all(rooms.flatMap((room) => room.home?.(context) ?? [])),
        Promise.all(rooms.flatMap((room) => room.needsYou?.(context) ?? [])),
      ]);
      return {
        cards: shown.flat(),
        needs: needs.flat().toSorted((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency)),
      };
    },
  });
  return {
    name: 'home',
    title: 'Home',
    operations: [readHome],
    pages: [
      page({
        path: '/',
        title: 'Home',
        query: readHome,
        draw: drawHome,
        navigation: { text: 'Home', order: 0 },
      }),
    ],
    records: [],
  };
}

/** With more than these, what can wait stands folded away below what cannot. */
const readable = 12;

function drawHome({ cards: shown, needs }: Home, view: View): Html {
  return html`<h1 class="govuk-heading-l">${view.partnership.name}</h1>
${cards(shown, { headingLevel: 2, classes: 'gt-cards--year' })}
<h2 class="govuk-heading-m">What needs you now</h2>
${needs.length === 0 && html`<p class="govuk-body gt-empty">Nothing needs you today.</p>`}
${needsOf(needs)}`;
}

function needsOf(needs: HomeItem[]): Html {
  const pressing = needs.filter(({ urgency }) => urgency !== 'look');
  const waiting = needs.slice(pressing.length);
  if (needs.length <= readable || pressing.length === 0 || waiting.length < 2) return listOf(needs);
  return html`${listOf(pressing)}${details({ summaryText: `${waiting.length} more to look at when you have time`, html: listOf(waiting) })}`;
}

function listOf(needs: HomeItem[]): Html {
  if (needs.length === 0) return html``;
  return html`<ul class="gt-needs">${needs.map((item) => html`<li class="gt-needs__item">${tag({ text: urgencies[item.urgency].text, classes: `govuk-tag--${urgencies[item.urgency].colour}` })} <a class="govuk-link" href="${item.href}">${item.text}</a> <span class="gt-needs__detail">${item.detail}</span></li>`)}</ul>`;
}
