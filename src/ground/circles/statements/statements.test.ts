// Who looked at what, told to each agency once a month, out of a trail of any length.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import type { Request } from '../../../kernel/operation/perform.ts';
import { NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { workThrough } from '../../../kernel/jobs/worker.ts';
import { listChildren, readChild } from '../../children/child.operations.ts';
import { askEmergencyAccess, readInEmergency } from '../../children/emergency.operations.ts';
import { resultOf } from '../../testing.ts';
import { addFinding, listFindings, readFinding } from '../../thread/finding.operations.ts';
import { kindsOf } from '../kinds.ts';
import { listStatements, stating } from './statement.operations.ts';
import { circleWith } from '../testing.ts';
import { rooms, circles, leadAt, at, needs, policeSetting } from '../setting/testing.ts';

const { readStatement } = stating(kindsOf(rooms));
const reason = 'A child is missing since this morning';
const it = await policeSetting();
const { home, fern, police, council, officer, worker, intelligence, childId } = it;
after(() => it.home.close());

test('the monthly statement tells each agency what its people looked at, and who looked at what it gave', async () => {
  const panel = await circleWith(home, fern, 'Panel', [fern.manager, worker]);
  const inAugust = (request: Request, purpose?: string): Request => ({
    ...at(request, '2026-08-12'),
    ...(purpose ? { purpose } : {}),
  });
  const finding = { text: 'Found', circle_id: panel };
  const first = await resultOf(home.house, addFinding, fern.manager, {
    ...finding,
    title: 'Sensitive title',
  });
  await resultOf(home.house, addFinding, fern.manager, {
    ...finding,
    title: 'Another',
    circle_id: intelligence,
  });
  await resultOf(home.house, readFinding, inAugust(worker), { id: first.id });
  await resultOf(home.house, readChild, inAugust(officer, 'Strategy meeting'), { id: childId });
  await resultOf(home.house, readChild, inAugust(fern.manager, 'Minutes'), { id: childId });
  await resultOf(home.house, listFindings, inAugust(fern.manager), {});
  // London's August ends at 23:00 UTC: this look is September's.
  await resultOf(home.house, listChildren, at(officer, '2026-08-31', '23:30'), {});
  await resultOf(home.house, listChildren, at(officer, '2026-07-31', '23:30'), {});

  home.letters.length = 0;
  const september = () => ({ today: '2026-09-01', now: '2026-09-01T06:00:00.000Z' });
  await workThrough({ ...home.house }, [circles], september);
  await workThrough({ ...home.house }, [circles], september);
  const letters = home.letters.filter(({ subject }) => /monthly statement/.test(subject));
  assert.deepEqual(
    letters.map(({ to }) => to).toSorted(),
    ['officer@police.example', 'worker@council.example'],
    'once each, also when the worker comes again',
  );
  assert.doesNotMatch(JSON.stringify(home.letters), /Sensitive|Strategy|Ash/);

  const open = { agency_id: police, month: '2026-08' };
  const said = (await needs(it, at(officer, '2026-09-02'))).filter(
    (item) => item.href === `/circles/statements/${police}/2026-08`,
  );
  assert.equal(said.length, 1);
  const statement = await resultOf(home.house, readStatement, officer, open);
  assert.deepEqual(
    statement.openings.map(({ own, agency: from, kinds, way, purpose }) => [own, from, kinds, way, purpose]),
    [
      [true, null, 'child’s record', 'Shown in a list', null],
      [true, null, 'child’s record', 'Opened', 'Strategy meeting'],
      [false, '', 'child’s record', 'Opened', 'Minutes'],
      [false, '', 'finding', 'Shown in a list', null],
    ],
  );
  assert.doesNotMatch(JSON.stringify(statement), /Sensitive title|Ash|Testwood/);
  assert(!statement.openings.some(({ records }) => records.includes(`thread.finding/${first.id}`)));
  assert.deepEqual(
    (await needs(it, at(officer, '2026-09-02'))).filter(
      (item) => item.href === `/circles/statements/${police}/2026-08`,
    ),
    [],
    'once opened it needs nobody',
  );

  await assert.rejects(resultOf(home.house, readStatement, worker, open), NotFound);
  assert.deepEqual(
    (await resultOf(home.house, listStatements, worker, {})).map(({ agency_id, openings }) => [
      agency_id,
      openings,
    ]),
    [[council, 1]],
  );
  const lead = await fern.personWith('information-governance-lead');
  assert.equal((await resultOf(home.house, listStatements, lead, {})).length, 2);
  assert.equal((await resultOf(home.house, readStatement, lead, open)).openings.length, 4);
  await assert.rejects(
    resultOf(home.house, readStatement, await fern.personWith('analyst'), open),
    NotAllowed,
  );
});

test('an emergency stands in the statement as one, with the reason that was given', async () => {
  const asker = await leadAt(it, council, 'late@council.example');
  const night = at(asker, '2025-10-02', '02:00');
  const { id } = await resultOf(home.house, askEmergencyAccess, night, { record_id: childId, reason });
  await resultOf(home.house, readInEmergency, night, { id });
  const { openings } = await resultOf(home.house, readStatement, officer, {
    agency_id: police,
    month: '2025-10',
  });
  assert.deepEqual(
    openings.map(({ emergency, purpose, agency: from }) => [emergency, purpose, from]),
    [[true, reason, 'Fern Council']],
  );
});

test('a month and a record are found in a long trail by their indexes, and never by reading all of it', async () => {
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const years = await home.partnership('long');
  const body = (n: string) =>
    `jsonb_build_object('at', to_char(timestamp '2016-01-01' + ${n} * interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'person_id', null, 'person', 'Somebody', 'roles', '[]'::jsonb, 'operation', 'thread.read-finding', 'via', 'web',
      'refs', jsonb_build_array('thread.finding/' || ${n} % 5000, 'kernel.circle/' || ${n} % 7), 'fields', '[]'::jsonb, 'purpose', null)::text`;
  await owner.query(
    `insert into kernel.audit_entry (partnership_id, seq, id, body, previous_hash, hash)
     select $1, 1000 + n, uuidv7(), ${body('n')}, '', '' from generate_series(1, 60000) n`,
    [years.id],
  );
  await owner.query('analyze kernel.audit_entry');
  // As the application's role under row-level security, which is what decides whether an index may be used.
  const plans = await home.pool.transaction(async (transaction) => {
    const explained = async (sql: string, values: unknown[]) =>
      JSON.stringify(await transaction.text(`explain (analyze, buffers, format json) ${sql}`, values));
    return {
      month: await explained(
        `select seq, body from kernel.audit_entry where partnership_id = $1 and at >= $2 and at < $3
           and refs::text like '%"kernel.circle/%' order by at, seq`,
        [years.id, '2019-03-01', '2019-04-02'],
      ),
      record: await explained('select seq, body from kernel.entries_about($1, 200)', ['thread.finding/77']),
    };
  }, years.id);
  assert.match(plans.month, /audit_entry_at/);
  assert.doesNotMatch(plans.month, /Seq Scan/);
  // What happens inside the function shows only by the pages it touched: the whole trail has thousands.
  const touched = Number(/"Shared Hit Blocks":\s*(\d+)/.exec(plans.record)?.[1]);
  const whole = await owner.query("select pg_relation_size('kernel.audit_entry') / 8192 as pages");
  assert(touched < 500 && Number(whole.rows[0].pages) > 3000, `${touched} of ${whole.rows[0].pages} pages`);
  await owner.end();
});
