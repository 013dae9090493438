// The process that makes PDF and Word files: Typst stays warm between reports, and takes its memory with it when it
// ends. Speaks only with press.ts, over the channel it was started with.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { PressAnswer, PressJob } from './press.ts';

const fontFolder = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/atkinson-hyperlegible/package.json'),
);
/** Nothing is read from here: both files of a job are handed over in memory. */
const workspace = import.meta.dirname;
/** Results unused for this many reports are dropped from Typst's cache. */
const cacheAge = 2;

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fontFolder] }] });

function typeset(template: string, document: string): PressAnswer {
  compiler.addSource(`${workspace}/typeset.typ`, template);
  compiler.mapShadow(`${workspace}/report.json`, Buffer.from(document));
  const compiled = compiler.compile({ mainFilePath: `${workspace}/typeset.typ`, resetRead: true });
  if (compiled.result === null)
    return { failure: messages(compiled.takeDiagnostics() ?? compiled.takeError()) };
  try {
    return { file: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  } finally {
    compiler.evictCache(cacheAge);
  }
}

function messages(error: NodeError | null): string {
  if (error === null) return 'Typst gave no reason';
  return compiler
    .fetchDiagnostics(error)
    .map((diagnostic: { message?: string }) => diagnostic.message ?? 'Typst gave no reason')
    .join('; ');
}

async function print(job: PressJob): Promise<PressAnswer> {
  try {
    if (job.form === 'PDF') return typeset(job.template, job.document);
    // Brought in only when asked for: a PDF need not wait for it.
    const { wordFile } = await import('./word-file.ts');
    return { file: await wordFile(job.document) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (job: PressJob) => {
  void print(job).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
