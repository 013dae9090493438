// The walls of the house, as tests: who may import whom, what no file may do, how large a file may be.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tableClasses } from './database/table-classes.ts';
import { rooms } from './modules/index.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const folders = ['src', 'demo', 'bench', 'browser-tests', 'bin'];

interface Source {
  path: string;
  text: string;
  imports: string[];
}

const sources: Source[] = folders.flatMap((folder) => filesIn(join(project, folder))).map(readSource);
const program = sources.filter((source) => source.path.startsWith('src/') && !isTest(source.path));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    pathOf(resolve(dirname(file), match[1] ?? '')),
  );
  return { path: pathOf(file), text, imports };
}

function pathOf(file: string): string {
  return relative(project, file).split(sep).join('/');
}

function isTest(path: string): boolean {
  return /\.test\.ts$|\/testing\.ts$/.test(path);
}

/** Imports of files in `from` that reach `to`, as "a → b". */
function crossings(from: RegExp, to: RegExp, but: RegExp = /^$/): string[] {
  return program
    .filter(({ path }) => from.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((i) => to.test(i) && !but.test(i)).map((i) => `${path} → ${i}`),
    );
}

test('the test reads the program, so an empty list of crossings means something', () => {
  assert(program.length > 100);
  assert(crossings(/^src\/main\.ts$/, /^src\/modules\/index\.ts$/).length === 1);
});

test('the kernel imports no room and no surface but the drawing components', () => {
  assert.deepEqual(
    crossings(/^src\/kernel\//, /^src\/(ground|modules|surfaces)\//, /^src\/surfaces\/web\/components\//),
    [],
  );
});

test('only pages draw: no other file of a room or the kernel imports components', () => {
  const drawing = program.filter(
    ({ path, imports }) =>
      /^src\/(kernel|ground|modules)\//.test(path) &&
      imports.some((i) => i.startsWith('src/surfaces/') && i !== 'src/surfaces/web/components/day.ts'),
  );
  const others = drawing
    .map(({ path }) => path)
    .filter((path) => !/\.(pages|view)\.ts$|\/drawing\.ts$|^src\/modules\/home\/index\.ts$/.test(path));
  assert.deepEqual(others, []);
});

test('the ground floor imports no room above it', () => {
  assert.deepEqual(crossings(/^src\/ground\//, /^src\/modules\//), []);
});

test('a room imports no other room', () => {
  const crossed = program
    .filter(({ path }) => /^src\/modules\/[^/]+\//.test(path))
    .flatMap(({ path, imports }) => {
      const own = path.split('/').slice(0, 3).join('/');
      return imports
        .filter((i) => i.startsWith('src/modules/') && !i.startsWith(`${own}/`))
        .map((i) => `${path} → ${i}`);
    });
  assert.deepEqual(crossed, []);
});

test('the database knows nothing of what stands on it', () => {
  assert.deepEqual(crossings(/^src\/database\//, /^src\/(kernel|ground|modules|surfaces)\//), []);
});

test('a backup is the operator’s: no floor knows of it, and only the command line makes one', () => {
  assert.deepEqual(crossings(/^src\/(?!backup\/|surfaces\/cli\/|golden-thread\.ts)/, /^src\/backup\//), []);
});

test('surfaces hold no SQL but the directory of partnerships and people that comes before an actor', () => {
  const allowed = /^src\/surfaces\/(cli\/(who|operator-commands)|web\/serve-statements)\.ts$/;
  const found = program.filter(
    ({ path, text }) =>
      path.startsWith('src/surfaces/') &&
      !allowed.test(path) &&
      /\b(select|insert into|update|delete from)\b[^'`]*\b(kernel|access|governance|thread|plan|report|evidence|children)\./i.test(
        text,
      ),
  );
  assert.deepEqual(
    found.map(({ path }) => path),
    [],
  );
});

test('rows are written by one function only', () => {
  const writing =
    /\b(insert into|update|delete from)\s+(governance|thread|plan|report|evidence|children|circles|kernel\.(circle|file|closed_day|local_timescale))\b/i;
  assert.deepEqual(
    program
      .filter(({ path, text }) => !path.startsWith('src/database/') && writing.test(text))
      .map(({ path }) => path),
    [],
  );
});

test('concept files are pure: no database, clock, randomness or environment', () => {
  const roles =
    /\.(operations|pages|view|import|evidence|jobs|test)\.ts$|\/(index|testing|founding|partners|gather|home|known)\.ts$/;
  const impure = /Date\.now\(|new Date\(\)|Math\.random|process\.env|from 'node:fs|database\/connection/;
  const found = program.filter(
    ({ path, text }) =>
      /^src\/(ground|modules)\//.test(path) &&
      !/\/output\//.test(path) &&
      !roles.test(path) &&
      impure.test(text),
  );
  assert.deepEqual(
    found.map(({ path }) => path),
    [],
  );
});

test('no file is longer than about 300 lines, the generated row types apart', () => {
  const long = sources
    .filter(({ path }) => path !== 'src/database/tables.ts')
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > 310);
  assert.deepEqual(long, []);
});

test('every folder of a room holds at most 25 files of the program', () => {
  const perRoom = Map.groupBy(
    program.filter(({ path }) => /^src\/(ground|modules)\/[^/]+\/[^/]+$/.test(path)),
    ({ path }) => path.split('/').slice(0, 3).join('/'),
  );
  assert.deepEqual(
    [...perRoom].filter(([, files]) => files.length > 25).map(([room]) => room),
    [],
  );
});

test('nothing is silenced, skipped or put off', () => {
  // Spelt so that this file does not find itself.
  const words =
    /T[O]DO|F[I]XME|@ts-[i]gnore|biome-[i]gnore|as a[n]y(?=\s*[;,)\]>.])|\b(it|test)\.(skip|only|todo)\b/;
  assert.deepEqual(
    sources.filter(({ text }) => words.test(text)).map(({ path }) => path),
    [],
  );
});

test('every operation’s name begins with its room or a part of the kernel, and no two have one name', () => {
  const names = rooms.flatMap((room) => room.operations.map((operation) => operation.name));
  assert.deepEqual(
    names.filter((name) => !/^[a-z-]+\.[a-z]+(-[a-z]+)*$/.test(name)),
    [],
  );
  assert.equal(new Set(names).size, names.length);
});

test('no two pages have one address', () => {
  const paths = rooms.flatMap((room) =>
    room.pages.map((page) => `${page.kind === 'form' ? 'form' : 'page'} ${page.path}`),
  );
  assert.deepEqual(
    paths.filter((path, i) => paths.indexOf(path) !== i),
    [],
  );
});

test('every table of a partnership is declared in the register of records, and nothing else is', () => {
  const tenant = Object.entries(tableClasses)
    .filter(([table, kind]) => kind.startsWith('tenant') && !table.endsWith('_history'))
    .map(([table]) => table);
  const declared = rooms.flatMap((room) => room.records.flatMap((record) => record.tables));
  assert.deepEqual(declared.toSorted(), tenant.toSorted());
});
