// The thread in which documents are checked for apart.ts; its memory is limited, and it is ended from outside.
import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Checked, Read } from './apart.ts';

const { cache } = workerData as { cache: string | null };
if (cache !== null) module.enableCompileCache(cache);
const [{ findingsIn }, { dutyAnswers }, { kindOf }] = await Promise.all([
  import('./check.ts'),
  import('./duties.ts'),
  import('./kind-of-document.ts'),
]);

parentPort?.once('message', ({ document, earlier }: Read) => {
  const kind = kindOf(document);
  const checked: Checked = {
    kind,
    findings: findingsIn(document, earlier),
    duties: kind === 'yearly-report' ? [...dutyAnswers(document)] : [],
  };
  parentPort?.postMessage(checked, []);
});
