// What is said of the thread's records: whose they are, why they are kept, how long, and what is left of them afterwards.
import type { Contents, CountsFrom, RecordDeclaration } from '../../kernel/records/declaration.ts';
import { strandPath } from './strand.ts';
import { type Strand, strands } from './thread.ts';

const gone = 'Disposed of';
const code = 'A code out of a list, which names nobody';
const place = { source: null, locator: null };

const contents: Record<string, Contents> = {
  'thread.finding': { blanks: { title: gone, text: gone, ...place }, keeps: { [code]: ['state'] } },
  'thread.recommendation': {
    blanks: {
      gist: gone,
      made_by: gone,
      response_text: null,
      owner_person_id: null,
      ...place,
    },
    keeps: { [code]: ['response', 'state'] },
  },
  'thread.decision': {
    blanks: { text: gone, taken_label: null, ...place },
    keeps: { [code]: ['matter', 'authority'] },
  },
  'thread.action': {
    blanks: { text: gone, done_note: null, owner_person_id: null, ...place },
    keeps: { [code]: ['state'] },
  },
  'thread.check_made': {
    blanks: { text: gone, checked_by_id: null, checked_by_role: gone },
    keeps: { [code]: ['result'] },
  },
  'thread.effect': { blanks: { expected: gone, observed: null }, keeps: { [code]: ['state'] } },
  'thread.connection': {
    blanks: {},
    keeps: { 'References to two strands, without their words': ['from_ref', 'to_ref'] },
  },
};

const ended = (...states: string[]): CountsFrom => ({
  last_change: true,
  only: { column: 'state', in: states },
});

export const threadRecords: RecordDeclaration[] = [
  {
    tables: Object.keys(contents),
    name: 'The thread: findings, recommendations, decisions, actions, checks and effects',
    controller: 'The partnership’s host council, with the agency that entered each record',
    purpose: 'To show what was learned, what was done about it and what difference it made',
    lawful_basis: 'Public task: Children Act 2004 sections 16E to 16H (UK GDPR article 6(1)(e))',
    special_category: {
      condition:
        'Where a finding tells of a child or family: article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18',
    },
    criminal_offence: true,
    whose: ['children', 'families', 'professionals'],
    recipients:
      'The agencies and bodies of the partnership; restricted strands, the people of their circle alone',
    retention: {
      years: 10,
      after: 'the last change to a strand that has ended',
      counts: {
        'thread.finding': ended('closed'),
        'thread.recommendation': ended('closed', 'not-accepted'),
        'thread.decision': { columns: ['ratified_on', 'taken_on'] },
        'thread.action': ended('checked', 'stopped'),
        'thread.check_made': { columns: ['checked_on'] },
        'thread.effect': ended('seen', 'not-seen'),
      },
    },
    about_children: false,
    contents,
    restricted: (Object.keys(strands) as Strand[]).map((strand) => ({
      table: `thread.${strand.replaceAll('-', '_')}`,
      word: strands[strand].toLowerCase(),
      path: (id) => strandPath(strand, id),
      permission: 'thread.read',
    })),
  },
];
