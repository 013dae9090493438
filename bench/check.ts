// Reading a published document and checking it: a text as long as the longest sample report, the sample report itself where it lies
// beside the project, and 200 pages as PDF and as Word file. In this process, and apart as the page and the command line do.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { findingsIn } from '../src/kernel/checking/check.ts';
import { readApart } from '../src/kernel/reading/apart.ts';
import { readDocument } from '../src/kernel/reading/formats/index.ts';
import { asDocx, asPdf, asText, longReport } from '../src/kernel/reading/formats/testing.ts';

const rounds = 5;
const pages = 200;

async function timed<T>(act: () => T | Promise<T>): Promise<{ first: number; median: number; last: T }> {
  const times: number[] = [];
  let last: T | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    last = await act();
    times.push(performance.now() - from);
  }
  const [first = 0] = times;
  return { first, median: times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? first, last: last as T };
}

/** The most memory that a process started by this one had, in MB; 0 where the system does not say. */
function watchChildren(): () => number {
  let peak = 0;
  const watch = setInterval(() => {
    try {
      for (const pid of readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)) {
        const status = readFileSync(`/proc/${pid.trim()}/status`, 'utf8');
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
      }
    } catch {
      // The process has ended, or there is no /proc.
    }
  }, 5);
  return () => {
    clearInterval(watch);
    return Math.round(peak);
  };
}

async function report(what: string, name: string, bytes: Uint8Array): Promise<void> {
  const read = await timed(() => readDocument(name, bytes));
  const rules = await timed(() => findingsIn(structuredClone(read.last)));
  const peak = watchChildren();
  const apart = await timed(() => readApart(name, bytes));
  const ms = ({ first, median }: { first: number; median: number }) =>
    `${first.toFixed(0)} ms first, then ${median.toFixed(0)} ms`;
  const speed =
    read.last.pages === null ? '' : `, ${Math.round(read.last.pages / (read.median / 1000))} pages a second`;
  console.log(
    `${what}: ${Math.round(bytes.length / 1000)} KB, ${read.last.words} words, ${read.last.pages ?? 'no'} pages`,
  );
  console.log(`  reading ${ms(read)}${speed}`);
  console.log(`  rules ${ms(rules)}, ${rules.last.length} findings`);
  console.log(`  apart ${ms(apart)}, its process at most ${peak()} MB`);
}

const text = new TextEncoder().encode(asText(longReport(40)));
await report(
  'A text as long as the longest sample',
  'report.txt',
  text.subarray(0, text.lastIndexOf(10, 104_434)),
);
const seeds = fileURLToPath(new URL('../../shared/seeds/', import.meta.url));
const longest = existsSync(seeds) ? readdirSync(seeds).find((file) => file.startsWith('002_')) : undefined;
if (longest === undefined) console.log('The sample reports do not lie beside the project.');
else await report('The longest sample report', 'report.txt', readFileSync(`${seeds}${longest}`));

const chapters = Math.ceil(pages / 1.71);
await report('PDF with tags', 'report.pdf', asPdf(longReport(chapters), { tagged: true, furniture: true }));
await report(
  'PDF without tags',
  'report.pdf',
  asPdf(longReport(chapters), { tagged: false, furniture: true }),
);
await report('Word file', 'report.docx', await asDocx(longReport(chapters)));
console.log(
  `This process, fixtures and all: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB at most.`,
);
