// The edition of Working Together the report answers to asks for a breakdown of costs, and there is no table of costs.
import { duties } from '../../../kernel/frameworks/duties.ts';
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { chapterByKey } from '../chapters.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { finding, type Rule } from './rule.ts';

const id = 'no-cost-breakdown';

export const rule: Rule = {
  id,
  title: 'No breakdown of costs',
  why: 'The public and the partners cannot see what keeping children safe together costs, or who pays.',
  check: ({ items, edition }: Composition): ReportFinding[] => {
    const duty = duties.find(
      (candidate) => candidate.framework === edition.framework_id && candidate.needs.includes('costs'),
    );
    if (!duty || items.some(isCostTable)) return [];
    const said = items.filter((item) => item.topics.includes('costs') || item.topics.includes('finance'));
    return [
      finding(id, {
        severity: 'high',
        where: chapterByKey('money', items).title,
        ref: null,
        path: null,
        about: duty.id,
        quote: said.length === 0 ? 'Nothing about costs' : said.map(({ title }) => title).join('; '),
        message: `${duty.id} asks for it: ${duty.requirement} No table of costs with amounts is recorded for the year.`,
        mend:
          'Record a table of costs: one row for each kind of spending (reviews, scrutiny, training, staff), with ' +
          'the amount in pounds, and the income from each partner.',
        detail: 'missing',
      }),
    ];
  },
};

/** A table on costs that has at least one column of money. */
export function isCostTable({ topics, content }: EvidenceItem): boolean {
  return (
    topics.includes('costs') &&
    content.shape === 'table' &&
    content.rows.length > 0 &&
    content.columns.some(({ kind }) => kind === 'money')
  );
}
