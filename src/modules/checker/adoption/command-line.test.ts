// Adopting a report at the command line, in a process of its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testDatabase, type TestDatabase } from '../../../database/testing.ts';
import { published } from './testing.ts';

const program = fileURLToPath(new URL('../../../golden-thread.ts', import.meta.url));
let database: TestDatabase;
let folder = '';

before(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-adopting-'));
});
after(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function cli(...words: string[]) {
  const kept = Object.entries(process.env).filter(([name]) => !/DATABASE|SECRET|URL|PORT|HOST$/.test(name));
  const own = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    GOLDEN_THREAD_DATA: folder,
  };
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...Object.fromEntries(kept), ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, problems] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, problems };
}

test('a file is adopted by its name, says where its drafts wait, and is refused the second time', async () => {
  const founding = ['--short-name', 'fern', '--name', 'Fern', '--business-manager', 'Ada Example'];
  const founded = await cli('partnership', 'found', ...founding, '--email', 'ada@example.org');
  assert.equal(founded.code, 0, founded.problems);
  const file = join(folder, 'annual-report.md');
  await writeFile(file, published);
  const adopted = await cli('checker', 'adopt', file, '--partnership', 'fern');
  assert.equal(adopted.code, 0, adopted.problems);
  assert.match(adopted.out, /^12 drafts wait to be looked at\. Nothing is in the register yet\./);
  assert.match(adopted.out, /\/check\/adoptions\/[0-9a-f-]{36}/);
  const again = await cli('checker', 'adopt', file, '--partnership', 'fern');
  assert.equal(again.code, 5);
  assert.match(again.problems, /adopted on .* already/);
});
