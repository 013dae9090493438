import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { resultOf, testClock } from '../../ground/testing.ts';
import { verifyTrail } from '../../kernel/audit-trail/audit-trail.operations.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { NotAllowed } from '../../kernel/operation/refusals.ts';
import { informationCommands } from '../../surfaces/cli/information-commands.ts';
import { type KeepingHouse, keepingHouse } from './testing.ts';

let house: KeepingHouse;
before(async () => {
  house = await keepingHouse();
});
after(() => house.close());

test('after an older backup is restored the operator disposes again of what it brought back', async () => {
  const { home, fern, second, owner, act, placesOf } = house;
  const id = await house.oldChild('Snollygoster');
  const tables = ['children.child', 'children.child_history', 'kernel.file', 'kernel.file_history'];
  for (const [i, table] of tables.entries())
    await owner.query(`create temp table old_${i} as select * from ${table}`);
  await house.disposeAll();
  assert.deepEqual(await placesOf('Snollygoster'), []);
  const file = (await act(second, 'information.export-disposals', {}))['file'] as { bytes: Uint8Array };
  const list: unknown = JSON.parse(new TextDecoder().decode(file.bytes));
  assert(!JSON.stringify(list).includes('Snollygoster'));

  // As the older backup was: the child, the file and its bytes are there, and nothing says that they were disposed of.
  await owner.query("set session_replication_role = 'replica'");
  await owner.query('delete from information.disposed where ref like $1 or with_ref like $1', [`%${id}`]);
  await owner.query('delete from information.disposed_history where ref like $1 or with_ref like $1', [
    `%${id}`,
  ]);
  for (const [i, table] of tables.entries()) {
    await owner.query(`delete from ${table}`);
    await owner.query(`insert into ${table} select * from old_${i}`);
  }
  await owner.query("set session_replication_role = 'origin'");
  await home.house.files.put(fern.id, new TextEncoder().encode('About Snollygoster'));
  assert.deepEqual(await placesOf('Snollygoster'), [
    'children.child',
    'children.child_history',
    'the file store',
  ]);

  const operator: Request = { ...fern.manager, identity: { kind: 'operator' }, via: 'command-line' };
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-list-'));
  const from = join(folder, 'disposals.json');
  await writeFile(from, file.bytes);
  const [command] = informationCommands;
  assert(command);
  const given = { words: command.words, options: { partnership: 'fern', from } };
  const said = await command.run(home.house, given, testClock, () => Promise.resolve(''));
  assert.match(said, /2 had come back and are disposed of again/);
  await rm(folder, { recursive: true });
  await house.work();
  assert.deepEqual(await placesOf('Snollygoster'), []);
  const again = await act(operator, 'information.reapply-disposals', { list });
  assert.equal(again['blanked'], 0, 'run again it finds nothing to do');
  assert.equal((await resultOf(home.house, verifyTrail, fern.manager, {})).broken, null);
  await assert.rejects(act(fern.manager, 'information.reapply-disposals', { list }), NotAllowed);
});
