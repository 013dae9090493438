// What stands beside a published report at its public address: `/published/<partnership>/<year>/<companion>`.
import { z } from 'zod';
import { query } from '../../kernel/operation/operation.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { reportYear } from './edition.ts';
import { latestEdition } from './gather.ts';
import { publishedStatement } from './scrutiny/statement-file.operations.ts';
import { publishedVersion } from './versions/version-signing.operations.ts';

const companions = {
  'scrutineers-statement': publishedStatement,
  children: publishedVersion('children'),
  'easy-read': publishedVersion('easy-read'),
} as const;
type Companion = keyof typeof companions;
const names = Object.keys(companions) as [Companion, ...Companion[]];

/** For anybody: what was published beside the report of a year. */
export const readCompanion = query({
  name: 'report.read-companion',
  summary:
    'What was published beside a yearly report, for anybody: the scrutineer’s statement, the versions for children and in easy read',
  permission: 'public',
  input: z.strictObject({
    year: reportYear,
    companion: z.enum(names, { error: 'There is no such document' }),
  }),
  async run(context, { year, companion }) {
    const edition = await latestEdition(context, year).catch(() => undefined);
    const document = edition && (await companions[companion](context, edition));
    if (!document) throw new NotFound('Nothing of this name was published beside the report for that year.');
    return document;
  },
});
