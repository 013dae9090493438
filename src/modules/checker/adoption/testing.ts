// A small published report for tests: every kind of draft stands in it once at least.
import { resultOf, type TestHouse, type TestPartnership } from '../../../ground/testing.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { rooms } from '../../index.ts';
import { adoptDocument } from './adoption.operations.ts';
import { type AcceptCommand, deciding, type Queue } from './draft.operations.ts';

export const { readAdoption, readDraft, acceptDraft, acceptDrafts } = deciding(
  rooms.flatMap(({ adopts }) => adopts ?? []),
);

export function accepting(kind: Parameters<typeof acceptDraft.get>[0]): AcceptCommand {
  const command = acceptDraft.get(kind);
  if (command === undefined) throw new Error(`Nothing accepts a ${kind}.`);
  return command;
}

export const published = `# Fernshire Safeguarding Children Partnership Annual Report 2024/25

This report covers the period from 1st April 2024 to 31st March 2025.

## Priority One: Safe at Home

The Early Help Sub-group met every quarter and agreed a shared plan for families who need help early.

### How do we know we are making a difference?

62% of families (31 of 50) said that help came early enough during 2024/25.

A parent told us: the visits are what made us carry on, and we still use the plan at home today.

### Case Study

A young person aged fourteen came to live with an aunt. He had missed school for weeks, and she asked for help.

### What we will do next

We will train every school nurse in the shared plan by March 2026.

## Training

The partnership ran courses for everybody who works with children in the county throughout the year.

Table 1: Courses and attendees

| Course | Sessions | Attendees |
| --- | --- | --- |
| Working together | 4 | 80 |
| Early help | 3 | 45 |
| Total | 7 | 125 |

> “I knew for the first time whom to ring, and I rang them the very next morning.”
`;

export function fileOf(text: string, name = 'annual-report.md'): UploadedFile {
  return new UploadedFile(name, Buffer.from(text));
}

/** Adopts a report; gives the id of the adoption. */
export async function adopted(
  home: TestHouse,
  { manager }: Pick<TestPartnership, 'manager'>,
  text = published,
): Promise<string> {
  return (await resultOf(home.house, adoptDocument, manager, { file: fileOf(text), keep_file: false })).id;
}

export function queueOf(
  home: TestHouse,
  request: Request,
  id: string,
  kind: Queue['kind'],
  state: Queue['state'] = 'all',
) {
  return resultOf(home.house, readAdoption, request, { id, kind, state });
}
