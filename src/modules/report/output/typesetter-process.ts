// The process that runs Typst: the compiler stays warm between reports, and takes its memory with it when it ends.
// Speaks only with typesetter.ts, over the channel it was started with.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypesettingAnswer, TypesettingJob } from './typesetter.ts';

const fontFolder = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/atkinson-hyperlegible/package.json'),
);
/** Nothing is read from here: both files of a job are handed over in memory. */
const workspace = import.meta.dirname;
/** Results unused for this many reports are dropped from Typst's cache. */
const cacheAge = 2;

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fontFolder] }] });

function typeset({ template, document }: TypesettingJob): TypesettingAnswer {
  compiler.addSource(`${workspace}/typeset.typ`, template);
  compiler.mapShadow(`${workspace}/report.json`, Buffer.from(document));
  const compiled = compiler.compile({ mainFilePath: `${workspace}/typeset.typ`, resetRead: true });
  if (compiled.result === null)
    return { failure: messages(compiled.takeDiagnostics() ?? compiled.takeError()) };
  try {
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) };
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

process.on('message', (job: TypesettingJob) => {
  process.send?.(typeset(job));
});
process.on('disconnect', () => process.exit(0));
