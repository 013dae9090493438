// An operation is the one door into the product. A `query` reads, a `command` changes; both need an actor in a
// partnership and a permission. A `tool` is pure: no actor, no database. Pages, API and command line all call perform().
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/roles.ts';
import type { Anchors } from '../audit-trail/anchors.ts';
import type { Ref } from '../evidence/evidence.ts';
import type { EvidenceSource } from '../evidence/source.ts';
import type { FileStorage } from '../files/storage.ts';
import type { Reads } from './reads.ts';
import type { Writes } from './writes.ts';

export interface Partnership {
  id: string;
  short_name: string;
  name: string;
  demonstration: boolean;
}

/** What every query is given: who asks, where, when, and reads that never leave the partnership. */
export interface QueryContext {
  actor: Actor;
  partnership: Partnership;
  /** The London day; in demonstration mode its own fixed day. */
  today: string;
  /** UTC instant. */
  now: string;
  db: Reads;
  files: FileStorage;
  /** What is known of audit trails outside the database. */
  anchors: Anchors;
  /** What every room offers as evidence; asked in this same transaction. */
  evidence: readonly EvidenceSource[];
  /** A hash under the installation's own secret, for secrets that are given out and not kept. */
  keyedHash(secret: string): string;
  /** Notes a record as seen, for operations whose reads are audited. */
  saw(ref: Ref): void;
}

export interface CommandContext extends QueryContext {
  write: Writes;
}

/** How scripts call it: `golden-thread <as> <arguments…>`; without it, `golden-thread <room> <name>`. A switch may be part of `as`. */
export interface CommandLine {
  as?: string;
  arguments?: string[];
  /** Turns the result into text for a terminal; `--json` prints the result itself. */
  print?: (result: never) => string;
  /** Whether the command line should end with exit code 1 although the operation was carried out. */
  failed?: (result: never) => boolean;
}

interface Described<I extends z.ZodType> {
  /** `<room>.<verb-noun>` */
  name: string;
  summary: string;
  input: I;
  command_line?: CommandLine;
}

export interface Query<I extends z.ZodType = z.ZodType, O = unknown> extends Described<I> {
  kind: 'query';
  /** `public`: what a partnership has published, for anybody. */
  permission: Permission | 'public';
  /** Each read goes to the audit trail with its purpose: for records about children. */
  audited?: boolean;
  /** The one record a guest must have been asked about to read this. */
  guest?(input: z.output<I>): Ref;
  run(context: QueryContext, input: z.output<I>): Promise<O>;
}

export interface Command<I extends z.ZodType = z.ZodType, O = unknown> extends Described<I> {
  kind: 'command';
  /** `operator`: only the person at the server's command line. */
  permission: Permission | 'operator';
  /** The one record a guest must have been asked about, by this very operation, to do this. */
  guest?(input: z.output<I>): Ref;
  /** What is kept of the result for a request sent twice, where the result holds a secret that is shown once. */
  keeps?(result: O): unknown;
  run(context: CommandContext, input: z.output<I>): Promise<O>;
}

export interface Tool<I extends z.ZodType = z.ZodType, O = unknown> extends Described<I> {
  kind: 'tool';
  /** Costly enough that over the network only somebody who is known may ask for it. */
  costly?: boolean;
  run(input: z.output<I>): O | Promise<O>;
}

export type Operation = Query | Command | Tool;

export function query<I extends z.ZodType, O>(definition: Omit<Query<I, O>, 'kind'>): Query<I, O> {
  return { kind: 'query', ...definition };
}

export function command<I extends z.ZodType, O>(definition: Omit<Command<I, O>, 'kind'>): Command<I, O> {
  return { kind: 'command', ...definition };
}

export function tool<I extends z.ZodType, O>(definition: Omit<Tool<I, O>, 'kind'>): Tool<I, O> {
  return { kind: 'tool', ...definition };
}
