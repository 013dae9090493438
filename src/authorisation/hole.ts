// What the proof looks for, one word for each way by which a hidden record could be met.
import type { Hiding } from './plant.ts';

export const ways = {
  permission: 'An operation is open to other roles than was agreed',
  row: 'A row can be read',
  history: 'A history can be read',
  write: 'A row can be written where it may not be',
  lost: 'What one may see cannot be seen',
  answer: 'An answer changes with what is hidden',
  choice: 'A list of choices changes with what is hidden',
  evidence: 'What is offered to the report changes with what is hidden',
  page: 'A page, a download or an address of the API changes with what is hidden',
  refusal: 'A refusal says that a hidden record is there',
  work: 'A refusal takes other work for a hidden record than for none',
} as const;
export type Way = keyof typeof ways;

export interface Hole {
  way: Way;
  /** Table, operation, list of choices or address. */
  where: string;
  what: string;
  hiding?: Hiding;
}

export function saidOf({ way, where, what }: Hole): string {
  return `${ways[way]}: ${where}: ${what}`;
}
