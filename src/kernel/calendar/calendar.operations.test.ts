import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addWorkingDays, countWorkingDays } from './calendar.operations.ts';

test('a script that asks for ten working days after Maundy Thursday 2024 is given only the day', async () => {
  const result = await addWorkingDays.run(
    addWorkingDays.input.parse({ day: '2024-03-28', working_days: 10 }),
  );
  const print: ((result: never) => string) | undefined = addWorkingDays.command_line?.print;
  assert.equal(print?.(result as never), '2024-04-15');
  assert.deepEqual(result, { day: '2024-04-15', warnings: [] });
});

test('the count between two days leaves out the first and keeps the last', async () => {
  const result = await countWorkingDays.run({ from: '2024-03-28', to: '2024-04-15' });
  assert.deepEqual(result, { working_days: 10, warnings: [] });
});

test('days and numbers the calendar cannot hold are refused as input, not met as a fault', () => {
  const accepts = (day: string, working_days: number) =>
    addWorkingDays.input.safeParse({ day, working_days }).success;
  assert.equal(accepts('2199-12-31', 10_000), true);
  assert.equal(accepts('2024-02-30', 1), false);
  assert.equal(accepts('0001-01-01', 1), false);
  assert.equal(accepts('2024-01-01', 1e9), false);
  assert.equal(accepts('2024-01-01', 0.5), false);
});

test('a count beyond the issued bank holidays hands its warning to the caller', async () => {
  const result = await addWorkingDays.run({ day: '2030-12-20', working_days: 15 });
  assert.match(result.warnings.join(), /2031/);
});
