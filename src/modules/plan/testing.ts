// A plan on a throw-away database, with the register of evidence beside it, for the tests of this room.
import { z } from 'zod';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import { type QueryContext, query } from '../../kernel/operation/operation.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { evidenceRoom } from '../evidence/index.ts';
import { addItem } from '../evidence/item.operations.ts';
import { addClaim } from './entry.operations.ts';
import { planRoom } from './index.ts';
import { addPriority, setPriorityYear } from './priority.operations.ts';
import { addReportingYear } from './reporting-year.operations.ts';

export const year = { label: '2024-25', from_on: '2024-04-01', to_on: '2025-03-31' };

export interface PlanHouse {
  home: TestHouse;
  fern: TestPartnership;
  marl: TestPartnership;
  /** Ids of Fern's two priorities of 2024-25. */
  neglect: string;
  babies: string;
  place(extra?: object): { year: string; priority_id: string; topic: 'priority' };
  asking<T>(request: Request, ask: (context: QueryContext) => Promise<T>): Promise<T>;
  itemsOf(request: Request): Promise<EvidenceItem[]>;
  /** Adds a figure for Fern; gives its reference. */
  figure(title: string, value: number, extra?: object): Promise<string>;
  /** Adds a claim for Fern; gives its id. */
  claim(statement: string): Promise<string>;
}

export async function planHouse(): Promise<PlanHouse> {
  const home = await testHouse([planRoom, evidenceRoom].flatMap((room) => room.evidence ?? []));
  const fern = await home.partnership('fern');
  const marl = await home.partnership('marl');
  for (const label of ['2023-24', '2024-25']) {
    await resultOf(home.house, addReportingYear, fern.manager, { label });
  }
  const neglect = (await resultOf(home.house, addPriority, fern.manager, { name: 'Neglect' })).id;
  const babies = (await resultOf(home.house, addPriority, fern.manager, { name: 'Safe babies' })).id;
  for (const [at, priority_id] of [neglect, babies].entries()) {
    const given = { priority_id, year: '2024-25', number: at + 1, statement: 'Seen early' };
    await resultOf(home.house, setPriorityYear, fern.manager, given);
  }
  const place: PlanHouse['place'] = (extra = {}) => ({
    year: '2024-25',
    priority_id: neglect,
    topic: 'priority',
    ...extra,
  });
  const asking: PlanHouse['asking'] = (request, ask) =>
    resultOf(
      home.house,
      query({
        name: 'test.ask',
        summary: 'Asks',
        permission: 'plan.read',
        input: z.strictObject({}),
        run: ask,
      }),
      request,
      {},
    );
  return {
    home,
    fern,
    marl,
    neglect,
    babies,
    place,
    asking,
    itemsOf: (request) =>
      asking(request, (context) => planRoom.evidence?.itemsOf(context, year) ?? Promise.resolve([])),
    async figure(title, value, extra = {}) {
      const made = await resultOf(home.house, addItem, fern.manager, figureInput(title, value, extra));
      return `evidence.item/${made.id}`;
    },
    async claim(statement) {
      const given = { ...place(), statement, about: 'children', headline: false } as const;
      return (await resultOf(home.house, addClaim, fern.manager, given)).id;
    },
  };
}

export const figureInput = (title: string, value: number, extra: object = {}) => ({
  title,
  topics: ['priority' as const],
  content: {
    shape: 'measure' as const,
    value,
    unit: 'children',
    decimals: 0,
    qualifier: 'exactly' as const,
    numerator: null,
    denominator: null,
    basis: 'flow' as const,
    minimum: null,
    maximum: null,
    comparator: null,
    note: null,
  },
  ...extra,
});
