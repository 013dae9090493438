// Asking a house as a reader, and what came back as text that can be compared byte by byte: the answer, or the refusal
// with its words, or the kind of fault; and the statements that were sent for it.
import { createHash } from 'node:crypto';
import { stableJson } from '../kernel/evidence/evidence.ts';
import type { Operation } from '../kernel/operation/operation.ts';
import { perform } from '../kernel/operation/perform.ts';
import { InvalidInput, isRefusal } from '../kernel/operation/refusals.ts';
import type { Reader, Side, World } from './world.ts';
import { rolePermissions } from '../kernel/access/roles.ts';

export type Asked = Exclude<Operation, { kind: 'tool' }>;

export interface Reply {
  kind: 'answer' | 'InvalidInput' | 'NotFound' | 'NotAllowed' | 'Conflict' | 'fault';
  text: string;
  statements: string[];
}

export async function ask(side: Side, operation: Asked, reader: Reader, input: unknown): Promise<Reply> {
  // Every reading has a purpose here: without one nothing about a child opens, hidden or not.
  const request = { ...reader.request, purpose: 'To prove who may see what' };
  const { outcome, statements } = await side.watched.listening(() =>
    perform(side.house, operation, request, input).then(
      ({ result }): Omit<Reply, 'statements'> => ({ kind: 'answer', text: withoutInstants(textOf(result)) }),
      (error: unknown) => refused(error),
    ),
  );
  return { ...outcome, statements };
}

function refused(error: unknown): Omit<Reply, 'statements'> {
  if (isRefusal(error)) {
    const fields = error instanceof InvalidInput ? ` ${stableJson(error.fields)}` : '';
    return { kind: error.name as Reply['kind'], text: `${error.message}${fields}` };
  }
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
  return { kind: 'fault', text: code === undefined ? `${message}` : `${code} ${constraint ?? ''}` };
}

/** Bytes count by their hash. */
export function textOf(value: unknown): string {
  return stableJson(plain(value));
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex');
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map) return plain([...value]);
  if (value instanceof Set) return plain([...value]);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
}

/** The readers who may carry it out. */
export function allowed({ readers }: World, { permission }: Asked): Reader[] {
  if (permission === 'operator') return [];
  if (permission === 'public') return readers.slice(0, 1);
  return readers.filter(({ roles }) =>
    roles.some((role) => (rolePermissions[role] as readonly string[]).includes(permission)),
  );
}

/** Where two texts of JSON part, in words; the names on the way there and what stands there in each. */
export function parting(without: string, withHidden: string): string {
  return partingOf(parsed(without), parsed(withHidden), '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function partingOf(a: unknown, b: unknown, way: string): string {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length)
      return `${way || 'the list'} holds ${a.length} without and ${b.length} with what is hidden`;
    const i = a.findIndex((one, at) => stableJson(one) !== stableJson(b[at]));
    return partingOf(a[i], b[i], `${way}[${i}]`);
  }
  if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
    const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
    const name = [...new Set([...Object.keys(one), ...Object.keys(other)])].find(
      (key) => stableJson(one[key] ?? null) !== stableJson(other[key] ?? null),
    );
    if (name !== undefined) return partingOf(one[name], other[name], `${way}.${name}`);
  }
  const short = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 160);
  return `${way} is ${short(a)} without and ${short(b)} with what is hidden`;
}

/** A few at a time: as many as the pool has connections for. */
export async function eachOf<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

/** For comparing answers to two ids: which id it was does not count, nor a secret that was made up on the way. */
export function withoutIds(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\w-]{40,}/g, '#');
}

/** Instants of the real clock; those of the demonstration fall on whole seconds. */
export function withoutInstants(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(?!000Z)\d{3}Z/g, 'an instant');
}
