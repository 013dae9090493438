// The yearly report over many evidence items (gathered from the database, composed, covered, checked), and the PDF of a
// long one.
import { performance } from 'node:perf_hooks';
import { resultOf, testHouse } from '../src/ground/testing.ts';
import { rooms } from '../src/modules/index.ts';
import { renderPdf } from '../src/modules/report/output/pdf.ts';
import { press } from '../src/modules/report/output/press.ts';
import { sampleDocument } from '../src/modules/report/output/sample-document.ts';
import { renderWebPage } from '../src/modules/report/output/web-page.ts';
import { readReport } from '../src/modules/report/report.operations.ts';
import { furnish } from './furnish.ts';

async function timed(name: string, rounds: number, act: () => unknown): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const from = performance.now();
    const done = act();
    if (done instanceof Promise) await done;
    times.push(performance.now() - from);
  }
  console.log(
    `${name.padEnd(64)} first ${times[0]?.toFixed(0)} ms, then ${times
      .slice(1)
      .map((t) => t.toFixed(0))
      .join(', ')} ms`,
  );
}

const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
const partnership = await home.partnership('fern');
for (const count of [1000, 10_000]) {
  const next = count === 1000 ? partnership : await home.partnership('marl');
  await furnish(home, next.manager, count);
  await timed(`gather, compose, cover and check ${count} items`, 4, () =>
    resultOf(home.house, readReport, next.manager, { year: '2024-25' }),
  );
}
const document = sampleDocument();
await timed('web page of a 69-page report', 4, () =>
  renderWebPage(document, { mode: 'standalone', linkRecords: false }).toString(),
);
await timed('PDF of a 69-page report', 3, () => renderPdf(document));
press.close();
await home.close();
