// Fernshire's retention rule, legal hold, proposed disposal and impact assessment, by the business manager of the day.
import { fernshireKeeping } from './fernshire/index.ts';
import type { Loader } from './load.ts';

export async function loadKeeping({ act }: Loader): Promise<void> {
  const { rule, hold, disposal, assessment } = fernshireKeeping;
  await act('information.set-retention-rule', rule);
  await act('information.place-hold', hold);
  await act('information.propose-disposal', disposal);
  await act('information.write-assessment-note', assessment);
}
