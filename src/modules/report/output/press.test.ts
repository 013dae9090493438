import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type PressJob, startPress } from './press.ts';

const plain: PressJob = {
  form: 'PDF',
  template: '#set document(title: "A", date: none)\n= A',
  document: '{}',
};
/** Runs for many minutes within every limit that Typst itself sets. */
const endless: PressJob = {
  form: 'PDF',
  template:
    '#for a in range(9000) { for b in range(9000) { for c in range(9000) { let d = calc.sin(a * b + c) } } }',
  document: '{}',
};

const quick = startPress({ timeLimitMs: 2500, idleMs: 60_000 });
const patient = startPress({ timeLimitMs: 60_000, idleMs: 60_000 });
after(() => {
  quick.close();
  patient.close();
});

test('one process serves one job after the other', async () => {
  const [first, second] = await Promise.all([patient.print(plain), patient.print(plain)]);
  const pid = patient.pid();
  assert.deepEqual(first, second);
  await patient.print(plain);
  assert.equal(patient.pid(), pid);
});

test('a job that overruns is given up with its limit named, and the next is served by another process', async () => {
  await assert.rejects(
    quick.print(endless),
    /^PressFailure: The PDF was not ready after 2.5 s and was given up/,
  );
  assert.equal(quick.pid(), undefined);
  assert.ok((await quick.print(plain)).length > 1000);
});

test('a process that dies fails its job only', async () => {
  await patient.print(plain);
  const pid = patient.pid();
  assert.ok(pid);
  const lost = patient.print(endless);
  const next = patient.print(plain);
  setImmediate(() => process.kill(pid, 'SIGKILL'));
  await assert.rejects(lost, /The PDF could not be made: its process ended \(SIGKILL\)/);
  assert.ok((await next).length > 1000);
  assert.notEqual(patient.pid(), pid);
});

test('a refused document fails with what Typst said, and the process lives', async () => {
  await patient.print(plain);
  const pid = patient.pid();
  await assert.rejects(
    patient.print({ ...plain, template: '= A\n=== C' }),
    /skipped from heading level 1 to 3/,
  );
  await assert.rejects(patient.print({ ...plain, template: '#panic("no")' }), /panicked with: "no"/);
  assert.equal(patient.pid(), pid);
});
