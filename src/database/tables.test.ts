import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generateRowTypes } from './row-types.ts';
import { testDatabase } from './testing.ts';

test('tables.ts says what the migrations make; after a migration run: node src/database/row-types.ts --write', async (t) => {
  const database = await testDatabase();
  t.after(database.close);
  const committed = readFileSync(new URL('tables.ts', import.meta.url), 'utf8');
  assert.equal(committed, await generateRowTypes(database.ownerUrl));
});
