// The proof that nobody gets at what is not theirs: roles × operations as a table that people agreed to, and on the real
// database, through every operation and address, that what is hidden from a reader changes nothing of what they meet.
// That the proof itself finds holes is shown in authorisation/planted-holes.test.ts.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { operationsOf } from './authorisation/examples.ts';
import { saidOf } from './authorisation/hole.ts';
import { agreedMatrix, agreeTo, matrixOf, provePermissions } from './authorisation/matrix.ts';
import { type Asked, prove } from './authorisation/prove.ts';
import { unreached } from './authorisation/refusals-proof.ts';
import { fernshireWorld } from './authorisation/testing.ts';
import type { World } from './authorisation/world.ts';
import { type TestHouse, type TestPartnership, testHouse } from './ground/testing.ts';
import { type Role, rolePermissions, roles } from './kernel/access/roles.ts';
import { perform } from './kernel/operation/perform.ts';
import { NotAllowed } from './kernel/operation/refusals.ts';
import { rooms } from './modules/index.ts';

// To agree to a change: `node src/authorisation.test.ts --agree` writes the table anew, and the diff is for review.
if (process.argv.includes('--agree')) {
  agreeTo(matrixOf(rooms));
  process.exit();
}

test('who may do what is exactly the table that was agreed (authorisation.txt)', () => {
  assert.deepEqual(provePermissions(rooms, agreedMatrix()).map(saidOf), []);
  assert.equal(matrixOf(rooms), agreedMatrix());
});

describe('roles and operations', () => {
  let home: TestHouse;
  let partnership: TestPartnership;
  before(async () => {
    home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
    partnership = await home.partnership('marl');
  });
  after(() => home.close());

  const guarded = operationsOf(rooms).filter(({ permission }) => permission !== 'public');

  test('somebody without an appointment in force may do nothing at all', async () => {
    const nobody = await partnership.personWith();
    for (const operation of guarded) {
      await assert.rejects(perform(home.house, operation, nobody, {}), NotAllowed, operation.name);
    }
  });

  test('every role is refused every operation its permissions do not name, before its input is even read', async () => {
    for (const role of Object.keys(roles) as Role[]) {
      const person = await partnership.personWith(role);
      const held: readonly string[] = rolePermissions[role];
      for (const operation of guarded.filter(({ permission }) => !held.includes(permission))) {
        await assert.rejects(
          perform(home.house, operation, person, { nonsense: true }),
          NotAllowed,
          `${role} ${operation.name}`,
        );
      }
    }
  });
});

describe('what is hidden', () => {
  let world: World;
  let asked: Asked;
  let close: (() => Promise<void>) | undefined;
  before(async () => {
    ({ world, asked } = await fernshireWorld());
    close = () => world.close();
  });
  after(() => close?.());

  test('there is something to steal: a hidden twin in every table of the house', () => {
    const hidden = new Set([...world.hidden.values()].flatMap((planted) => [...planted.values()]));
    const without = world.tables
      .filter(
        ({ class: kind, columns }) => kind.startsWith('tenant') && columns.some(({ name }) => name === 'id'),
      )
      .filter(({ name }) => !hidden.has(name));
    assert.deepEqual(
      without.map(({ name }) => name),
      [],
    );
    for (const hiding of ['not-in', 'ended', 'expired', 'elsewhere', 'beside'] as const) {
      assert((world.hidden.get(hiding)?.size ?? 0) > 100, hiding);
    }
  });

  test('the proof reaches nearly every operation and page, so that finding nothing means something', () => {
    const operations = operationsOf(rooms).length;
    const missed = unreached(world, rooms, asked.examples);
    assert(missed.length < operations / 8, `It has no example for ${missed.join(', ')}`);
    const pages = new Set(rooms.flatMap((room) => room.pages.map(({ path }) => path))).size;
    const { unvisited } = asked.addresses;
    assert(unvisited.length < pages / 8, `It cannot open ${unvisited.join(', ')}`);
  });

  test('nothing of it can be read, counted, found, guessed or written by any way there is', async () => {
    assert.deepEqual((await prove(world, asked)).map(saidOf), []);
  });
});
