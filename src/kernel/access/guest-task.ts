// What a room lets a guest be asked: one command about one record, with the little of the record the guest needs to see.
// Both declare on their own line which record a guest must have been asked about (`guest`).
import type { z } from 'zod';
import type { Command, Query } from '../operation/operation.ts';

export interface GuestSight {
  title: string;
  facts: { label: string; value: string }[];
  /** What the form opens with. */
  values: Record<string, unknown>;
}

export interface GuestTask {
  /** The concept of the records it is about: `thread.action`. */
  concept: string;
  command: Command;
  read: Query<z.ZodType, GuestSight>;
  /** Said before the guest has shown who they are: "say how far an action has come". */
  ask: string;
  /** The link on the record's page. */
  offer: string;
  button: string;
  /** Fields of the command that a guest is not asked. */
  leave_out: string[];
  /** The record's own page. */
  path(id: string): string;
}
