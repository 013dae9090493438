// `npm test`: form, lint, types and unused code, then every test on a throw-away PostgreSQL server. It stops at the first
// step that fails, and its last lines are node:test's own count.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCache, isNewEnough, projectFolder, runAgainUnderNewNode } from './runtime.js';

const tool = (name) => [join(projectFolder, 'node_modules', ...name)];
const checks = [
  ['Format', [...tool(['@biomejs', 'biome', 'bin', 'biome']), 'format']],
  ['Lint', [...tool(['oxlint', 'bin', 'oxlint']), '--deny-warnings']],
  ['Types', [...tool(['typescript', 'bin', 'tsc']), '--noEmit']],
  ['Unused code', [...tool(['knip', 'bin', 'knip.js'])]],
];
const testFiles = ['src/**/*.test.ts', 'demo/**/*.test.ts', 'browser-tests/**/*.test.ts'];
/** A test that hangs fails after two minutes instead of holding up everything. */
const longestTest = 120_000;

let running;
let stopped;
let cleanUp = async () => undefined;

if (isNewEnough) await main();
else runAgainUnderNewNode();

async function main() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopped = signal;
      running?.kill(signal);
    });
  }
  let code = 1;
  try {
    code = await runEverything();
  } finally {
    await cleanUp();
  }
  process.exit(stopped === undefined ? code : 128 + constants.signals[stopped]);
}

async function runEverything() {
  for (const [heading, command] of checks) {
    console.log(`\n== ${heading}`);
    const code = await run(command);
    if (code !== 0 || stopped !== undefined) {
      console.error(`\n${heading} failed; the steps after it were not run.`);
      return code;
    }
  }
  // Node 20, which may be reading this file before it hands over, has no globSync.
  const { globSync } = await import('node:fs');
  const files = testFiles.flatMap((pattern) => globSync(pattern, { cwd: projectFolder })).toSorted();
  console.log(`\n== Tests (${files.length} files)`);
  const addresses = await startDatabase();
  if (stopped !== undefined) return 1;
  return run(
    [
      '--test',
      '--test-concurrency=2',
      `--test-timeout=${longestTest}`,
      '--test-reporter=./bin/test-reporter.js',
      ...files,
    ],
    addresses,
  );
}

async function startDatabase() {
  // Beside the tests' own imports, so that what they import is loaded only when the checks have passed.
  const { joinOrStartEmbedded } = await import('../src/database/embedded.ts');
  const { testSettings } = await import('../src/database/testing.ts');
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-test-'));
  // PostgreSQL may run as another user than root and has to pass through.
  chmodSync(folder, 0o711);
  cleanUp = async () => rmSync(folder, { recursive: true, force: true });
  const database = await joinOrStartEmbedded(join(folder, 'postgres'), { settings: testSettings });
  cleanUp = async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { TEST_DATABASE_URL: database.appUrl, TEST_DATABASE_OWNER_URL: database.ownerUrl };
}

/** Runs one program under this Node to its end, and gives its exit code. */
function run(args, environment = {}) {
  return new Promise((resolve) => {
    running = spawn(process.execPath, args, {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...environment },
    });
    running.once('error', (problem) => {
      console.error(problem.message);
      resolve(1);
    });
    running.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
