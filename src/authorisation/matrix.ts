// Who may do what, as a table that people agreed to: one line for each operation, its permission and who holds it.
import { readFileSync, writeFileSync } from 'node:fs';
import { type Role, rolePermissions, roles } from '../kernel/access/roles.ts';
import type { Room } from '../kernel/records/room.ts';
import type { Hole } from './hole.ts';

const agreedFile = new URL('../authorisation.txt', import.meta.url);

export function agreedMatrix(): string {
  return readFileSync(agreedFile, 'utf8');
}

export function agreeTo(matrix: string): void {
  writeFileSync(agreedFile, matrix);
}

export function matrixOf(rooms: readonly Room[]): string {
  const lines = rooms
    .flatMap((room) => room.operations)
    .flatMap((operation) =>
      operation.kind === 'tool'
        ? []
        : [
            `${operation.name.padEnd(36)} ${operation.permission.padEnd(22)} ${holdersOf(operation.permission)}`,
          ],
    );
  return `${lines.toSorted().join('\n')}\n`;
}

function holdersOf(permission: string): string {
  if (permission === 'operator') return 'the operator alone';
  if (permission === 'public') return 'anybody';
  return (Object.keys(roles) as Role[])
    .filter((role) => (rolePermissions[role] as readonly string[]).includes(permission))
    .join(', ');
}

/** Operations that are new, gone, or open to others than was agreed. */
export function provePermissions(rooms: readonly Room[], agreed: string): Hole[] {
  const lineOf = (matrix: string) =>
    new Map(
      matrix
        .split('\n')
        .map((line): [string, string] => [line.split(' ')[0] ?? '', line.replaceAll(/ +/g, ' ')]),
    );
  const [before, now] = [lineOf(agreed), lineOf(matrixOf(rooms))];
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => ({
      way: 'permission',
      where: name,
      what: `agreed was “${before.get(name) ?? 'nothing'}”, and it is “${now.get(name) ?? 'gone'}”`,
    }));
}
