// Reporting years as the plan knows them, and the one people mean when they say "this year".
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';

export interface Year {
  id: string;
  label: string;
  from_on: string;
  to_on: string;
}

/** The latest first. */
export function listedYears({ db }: QueryContext): Promise<Year[]> {
  return db.all(
    db.from('plan.reporting_year').select(['id', 'label', 'from_on', 'to_on']).orderBy('label', 'desc'),
  );
}

/**
 * The year the plan opens on: the one whose report is being written, which is the last to have ended while its report
 * is due (to the end of September), and otherwise the one that runs. Falls back on the latest year there is.
 */
export function currentYear(years: readonly Year[], today: string): Year | undefined {
  const reporting = years.find((year) => year.to_on < today && today <= `${year.to_on.slice(0, 4)}-09-30`);
  return reporting ?? years.find((year) => year.from_on <= today && today <= year.to_on) ?? years[0];
}

/** Throws NotFound: for addresses. */
export async function yearOf(context: QueryContext, label: string): Promise<Year> {
  const { db } = context;
  return db.one(
    db.from('plan.reporting_year').select(['id', 'label', 'from_on', 'to_on']).where('label', '=', label),
  );
}

/** Throws InvalidInput at the field: for forms. */
export async function chosenYear(context: QueryContext, label: string): Promise<Year> {
  try {
    return await yearOf(context, label);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new InvalidInput({ year: `The plan has no year ${label} yet. Add the reporting year first` });
  }
}
