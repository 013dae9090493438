// A partnership with many records, for the benchmarks: entered through the same commands that people use.
import pg from 'pg';
import { addItem } from '../src/modules/evidence/item.operations.ts';
import { startEdition } from '../src/modules/report/edition.operations.ts';
import { addReportingYear } from '../src/modules/plan/reporting-year.operations.ts';
import type { TestHouse, TestPartnership } from '../src/ground/testing.ts';
import { resultOf } from '../src/ground/testing.ts';
import { topicNames } from '../src/kernel/evidence/topics.ts';

/** Enters so many items into the reporting year 2024-25, and starts its report. */
export async function furnish(home: TestHouse, partnership: TestPartnership, items: number): Promise<void> {
  const { manager } = partnership;
  await resultOf(home.house, addReportingYear, manager, { label: '2024-25' });
  await resultOf(home.house, startEdition, manager, { year: '2024-25' });
  const lanes = Array.from({ length: 4 }, (_, lane) => enter(home, partnership, lane, items));
  await Promise.all(lanes);
  // What the server does by itself within a minute of so many writes.
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}

async function enter(
  home: TestHouse,
  { manager }: TestPartnership,
  lane: number,
  items: number,
): Promise<void> {
  for (let i = lane; i < items; i += 4) {
    const topic = topicNames[i % topicNames.length] ?? 'area';
    await resultOf(home.house, addItem, manager, {
      title: `Figure ${i} about ${topic}`,
      topics: [topic],
      period_from_on: '2024-04-01',
      period_to_on: '2025-03-31',
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
    });
  }
}
