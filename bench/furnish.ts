// A partnership with many records, for the benchmarks: entered through the same commands that people use.
import pg from 'pg';
import type { z } from 'zod';
import { resultOf } from '../src/ground/testing.ts';
import { topicNames } from '../src/kernel/evidence/topics.ts';
import type { House, Request } from '../src/kernel/operation/perform.ts';
import { addItem } from '../src/modules/evidence/item.operations.ts';
import { addReportingYear } from '../src/modules/plan/reporting-year.operations.ts';
import { startEdition } from '../src/modules/report/edition.operations.ts';

/** Enters so many items into the reporting year 2024-25, and starts its report. */
export async function furnish(
  { house, ownerUrl }: { house: House; ownerUrl: string },
  manager: Request,
  items: number,
): Promise<void> {
  await startYear(house, manager, 2024);
  await inLanes(items, async (i) => void (await resultOf(house, addItem, manager, itemOf(i, 2024))));
  await analyze(ownerUrl);
}

/** Opens the reporting year that begins in April of `from`, and starts its report. */
export async function startYear(house: House, manager: Request, from: number): Promise<void> {
  const label = labelOf(from);
  await resultOf(house, addReportingYear, manager, { label });
  await resultOf(house, startEdition, manager, { year: label });
}

/** Four people at once, as fast as they can. */
export async function inLanes(count: number, act: (i: number) => Promise<void>): Promise<void> {
  const lanes = Array.from({ length: 4 }, async (_, lane) => {
    for (let i = lane; i < count; i += 4) await act(i);
  });
  await Promise.all(lanes);
}

/** What the server does by itself within a minute of so many writes. */
export async function analyze(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}

/** A statement, then two measures, over and over. */
export function itemOf(i: number, from: number): z.input<typeof addItem.input> {
  const topic = topicNames[i % topicNames.length] ?? 'area';
  return {
    title: `Figure ${i} about ${topic}`,
    topics: [topic],
    period_from_on: `${from}-04-01`,
    period_to_on: `${from + 1}-03-31`,
    geography: 'Fernshire',
    position: i,
    content:
      i % 3 === 0
        ? {
            shape: 'statement',
            text: `Partners met ${i} times and wrote down what they agreed about ${topic}.`,
          }
        : {
            shape: 'measure',
            value: 100 + (i % 400),
            unit: 'sessions',
            decimals: 0,
            qualifier: 'exactly',
            numerator: null,
            denominator: null,
            basis: 'flow',
            minimum: null,
            maximum: null,
            comparator: null,
            note: null,
          },
  };
}

export const labelOf = (from: number) => `${from}-${String(from + 1).slice(2)}`;
