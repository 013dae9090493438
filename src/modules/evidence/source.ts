// A source: the document, data set or meeting that evidence comes from. Sources succeed one another.
import { z } from 'zod';
import { day, oneOf, optional, prose, recordId, text } from '../../kernel/records/field.ts';

export const sourceKinds = {
  report: 'Report',
  'data-set': 'Data set',
  survey: 'Survey',
  audit: 'Audit',
  inspection: 'Inspection',
  guidance: 'Guidance',
  legislation: 'Law',
  minutes: 'Minutes',
  return: 'Agency return',
  feedback: 'Feedback from children or families',
  other: 'Other',
} as const;

export const source = z.strictObject({
  title: text({ label: 'Title' }, 300),
  kind: oneOf(sourceKinds, { label: 'Kind of source' }),
  publisher: optional(text({ label: 'Published by' }, 200)),
  published_on: optional(day({ label: 'Published on' })),
  period_from_on: optional(day({ label: 'Covers from' })),
  period_to_on: optional(day({ label: 'Covers to' })),
  code: optional(text({ label: 'Short code' }, 40)),
  supersedes_id: optional(recordId({ label: 'Replaces', choose_from: 'sources' })),
  note: optional(prose({ label: 'Note' }, 1000)),
});
