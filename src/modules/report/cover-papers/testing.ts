// For tests: answers to every question of the two templates that come with the house, invented; and papers as lines.
import assert from 'node:assert/strict';
import type { Block, ReportDocument } from '../document.ts';
import type { Answers, Decision } from './cover-paper.ts';
import { type Facts, fill, openIn } from './filling.ts';
import { templateNamed } from './known.ts';
import { paperDocument } from './paper-document.ts';

export const yorkAnswers: Answers = {
  'report-of': 'Director of Children’s Services',
  consultation: 'Agencies gave their part in writing.\n\nForty young people said what they thought of it.',
  options: 'The report is brought for information and asks for no decision.',
  analysis: 'There are no options to analyse.',
  'council-plan': 'The report speaks to the priority that every child is safe at home.',
  financial: 'There are no financial implications.',
  'human-resources': 'There are no human resources implications.',
  equalities: 'There are no equalities implications.',
  legal: 'There are no legal implications.',
  'crime-and-disorder': 'There are no crime and disorder implications.',
  'information-technology': 'There are no IT implications.',
  property: 'There are no property implications.',
  other: 'There are no other implications.',
  'risk-management': 'Harm to children is the greatest of the risks.\n\nReviews and audits show where it is.',
  'author-phone': '01632 960 002',
  'chief-officer': 'The Director of Children’s Services',
  'chief-officer-phone': '01632 960 003',
  'specialist-officers': 'None',
  wards: 'All',
  'background-papers': 'None',
};

export const leedsAnswers: Answers = {
  'author-phone': '01632 960 002',
  'report-of': 'Director of Children’s Services',
  'call-in': 'no',
  exempt: 'no',
  impact: 'The committee can see what the partners did.',
  pillars: ['Health and Wellbeing'],
  'pillars-how': 'Being safe is where health begins.',
  wards: 'Alderholt\nDunmere',
  'ward-members': 'no',
  consultation: 'Agencies gave their part in writing.',
  resources: 'The partners share the cost.',
  risks: 'Reviews and audits show where children come to harm.',
  'other-options': 'None: the law asks for the report.',
  success: 'The measures of the plan are read each quarter.',
  'background-papers': 'None',
};

export const facts: Facts = {
  committee: 'Children’s Scrutiny Committee',
  'meeting-day': '15 October 2024',
  'report-title': 'Fernshire Partnership yearly report 2023/24',
  period: '1 April 2023 to 31 March 2024',
  framework: 'Working Together to Safeguard Children 2023',
  partnership: 'Fernshire Partnership',
  'published-on': '24 September 2024',
  author: 'A Writer, Business manager',
  contact: '01632 960 001',
  annexes: 'Fernshire Partnership yearly report 2023/24\nStatement of the independent scrutineer 2023/24',
};

export function known(id: string) {
  const found = templateNamed(id);
  assert(found, `no template ${id}`);
  return found.template;
}

export function printed(id: string, answers: Answers, decision: Decision = 'note', on: string | null = null) {
  const template = known(id);
  const filled = fill(template, answers, facts, decision);
  const state = on === null ? 'draft' : 'signed-off';
  const paper = { decision, state, signed_off_on: on } as const;
  return {
    document: paperDocument({ template, paper, filled, facts }),
    open: openIn(filled, facts, (source) => `No ${source}.`),
  };
}

const wordsOf = (block: Block): string =>
  block.kind === 'paragraph'
    ? [block.number, block.inlines.map((one) => ('text' in one ? one.text : '')).join('')]
        .filter(Boolean)
        .join(' ')
    : block.kind === 'ticks'
      ? [block.label, ...block.options.map(({ text, ticked }) => `${ticked ? '[x]' : '[ ]'} ${text}`)]
          .filter(Boolean)
          .join(' ')
      : block.kind === 'heading'
        ? block.text
        : block.kind === 'list'
          ? block.items
              .map((item) => `• ${item.map((one) => ('text' in one ? one.text : '')).join('')}`)
              .join(' ')
          : block.kind === 'table'
            ? block.rows.map((row) => row.join(' | ')).join(' / ')
            : '';

/** Each heading, line and row as one text, in the order of the paper. */
export function linesOf({ title, paper, chapters }: ReportDocument): string[] {
  return [
    ...(paper?.above_title ?? []).map(wordsOf),
    `TITLE ${title}`,
    ...(paper?.below_title ?? []).map(wordsOf),
    ...chapters.flatMap((chapter) => [`# ${chapter.title}`, ...chapter.blocks.map(wordsOf)]),
  ];
}
