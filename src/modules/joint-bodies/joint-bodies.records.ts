// What is said of the records about joint bodies: whose they are, why they are kept, and what is left of them afterwards.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';

const nothingLeft = {
  concept: 'evidence.item',
  title: 'Disposed of',
  content: null,
  as_of: null,
  period: { from: null, to: null, label: null },
  geography: null,
  source_title: null,
  locator: null,
};

const kept: Pick<
  RecordDeclaration,
  'lawful_basis' | 'special_category' | 'criminal_offence' | 'whose' | 'about_children'
> = {
  lawful_basis: 'Public task: Children Act 2004 sections 16E to 16H and 16M to 16Q (UK GDPR article 6(1)(e))',
  special_category: {
    condition:
      'Where a copy tells of a child or family: article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18',
  },
  criminal_offence: true,
  whose: ['children', 'families', 'professionals'],
  about_children: true,
};

export const jointBodyRecords: RecordDeclaration[] = [
  {
    tables: ['joint.home', 'joint.acceptance'],
    name: 'Whom a joint body serves, and who takes copies from it',
    controller: 'The partnership’s host council',
    purpose: 'To send copies only where they are agreed to',
    lawful_basis: 'Public task: Children Act 2004 section 16E (UK GDPR article 6(1)(e))',
    special_category: { none: 'Names of partnerships and of the meeting that agreed' },
    criminal_offence: false,
    whose: [],
    recipients: 'The business manager and the independent chair',
    retention: null,
    about_children: false,
    contents: {},
  },
  {
    ...kept,
    tables: ['joint.sharing'],
    name: 'Copies that a joint body sent',
    controller: 'The joint body’s host council',
    purpose: 'To know what was sent to whom, in which words and why',
    recipients: 'The home partnership that took the copy',
    retention: {
      years: 10,
      after: 'the copy was sent',
      counts: { 'joint.sharing': { columns: ['shared_on'] } },
    },
    restricted: [
      {
        table: 'joint.sharing',
        word: 'copy that was sent',
        path: (id) => `/joint-bodies/copies/${id}`,
        permission: 'joint.share',
      },
    ],
    contents: {
      'joint.sharing': {
        blanks: { copy: nothingLeft, content_hash: 'disposed of {id}', reason: null },
        codes: ['content_hash'],
        keeps: {
          'A state out of a list': ['state'],
          'The name of a group, which names no child': ['home_circle'],
          'A reference to a record, without its words': ['ref'],
          'Roles, which are no names': ['shared_by_role'],
          'Words of the house about what became of it': ['refusal'],
          'Why it was withdrawn, which the home partnership was told': ['withdrawn_reason'],
        },
        // What was sent goes with the record it was made of. The home's own copy is the home's, and follows its schedule.
        belongs_to: { ref: 'ref' },
      },
    },
  },
  {
    ...kept,
    tables: ['joint.received_copy'],
    name: 'Copies that came from joint bodies',
    controller: 'The partnership’s host council, from the day the copy came',
    purpose: 'To learn from what a body shared with other areas found',
    recipients: 'The business manager and the independent chair, or the circle it came to',
    retention: {
      years: 10,
      after: 'the copy came',
      counts: { 'joint.received_copy': { columns: ['received_on'] } },
    },
    restricted: [
      {
        table: 'joint.received_copy',
        word: 'copy from a joint body',
        path: (id) => `/joint-bodies/received/${id}`,
        permission: 'joint.share',
      },
    ],
    contents: {
      'joint.received_copy': {
        blanks: {
          copy: nothingLeft,
          content_hash: 'disposed of {id}',
          sent_by: 'Disposed of',
          declined_reason: null,
          withdrawn_reason: null,
        },
        codes: ['content_hash'],
        keeps: {
          'A state out of a list': ['state'],
          'The name of a partnership': ['origin_name'],
          'A reference to a record, without its words': ['origin_ref', 'taken_ref'],
          'Roles, which are no names': ['sent_by_role'],
        },
      },
    },
  },
];
