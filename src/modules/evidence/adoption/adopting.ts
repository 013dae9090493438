// What a published report states, prints, quotes and tells, taken over into the register when a person accepts it. The document
// itself becomes one source; every item says where in it.
import type { z } from 'zod';
import {
  type AdoptedDocument,
  adopter,
  type Adopter,
  type Adopts,
  type OfferedDraft,
  type Origin,
} from '../../../kernel/adopting/adopter.ts';
import type { FigureDraft, TableDraft } from '../../../kernel/adopting/draft.ts';
import { ref } from '../../../kernel/evidence/evidence.ts';
import type { Content } from '../../../kernel/evidence/shapes.ts';
import type { CommandContext } from '../../../kernel/operation/operation.ts';
import {
  caseStudyFields,
  comparatorRule,
  measureFields,
  quotationFields,
  statementFields,
  tableFields,
  toCaseStudy,
  toMeasure,
  toQuotation,
  toStatement,
  toTable,
} from '../item-shape.ts';
import { circle, circumstances, periodRule, title, topicFields, topicsOf } from '../item.ts';
import { insertItem } from '../item.operations.ts';
import { addSource } from '../source.operations.ts';

const { source_id: _source, locator: _locator, ...asked } = circumstances;
const placing = { ...topicFields, ...asked, ...circle };
type Placing = z.output<z.ZodObject<typeof placing>> & { title: string };

const rules: Adopter['rules'] = [periodRule, comparatorRule];

/** What is told of every item: its title, its place in the report, its priority. */
function placingOf({ title: named, topics, part, priority_ref, year, position }: OfferedDraft) {
  const [topic = null, ...others] = topics;
  return {
    title: named,
    topic,
    also_topics: others.length > 0 ? others : null,
    part,
    group_ref: priority_ref,
    // Whatever its own period: this report printed it.
    year_label: year,
    position,
  };
}

async function addTo(
  context: CommandContext,
  { topic, also_topics, ...fields }: Placing,
  { source_id, locator }: Origin,
  content: Content,
) {
  const { circle_id, ...placed } = fields;
  const id = await insertItem(context, {
    ...onlyPlaced(placed),
    topics: topicsOf({ topic, also_topics }),
    circle_id,
    source_id,
    locator,
    content,
  });
  return { ref: ref('evidence.item', id), path: `/evidence/items/${id}` };
}

/** Without the fields of the shape, which are in the content. */
function onlyPlaced(given: Omit<Placing, 'topic' | 'also_topics' | 'circle_id'>) {
  const { period_from_on, period_to_on, period_label, as_of_on, geography } = given;
  const { agency_id, group_ref, part, year_label, position } = given;
  const when = { period_from_on, period_to_on, period_label, as_of_on };
  return { title: given.title, ...when, geography, agency_id, group_ref, part, year_label, position };
}

const permission = 'evidence.write';

const statements = adopter({
  kind: 'statement',
  label: 'Statement',
  plural: 'Statements',
  permission,
  fields: { title, ...statementFields, ...placing },
  rules,
  values: (draft) => ({ ...placingOf(draft), text: draft.content.text }),
  accept: (context, given, origin) => addTo(context, given, origin, toStatement(given)),
});

const figures = adopter({
  kind: 'figure',
  label: 'Figure',
  plural: 'Figures',
  permission,
  fields: { title, ...measureFields, ...placing },
  rules,
  values: (draft) => ({ ...placingOf(draft), ...figureValues(draft.content), ...timeOf(draft.content) }),
  accept: (context, given, origin) =>
    addTo(
      context,
      given,
      origin,
      toMeasure({
        value: given.value,
        unit: given.unit,
        decimals: given.decimals,
        qualifier: given.qualifier,
        basis: given.basis,
        numerator: given.numerator,
        denominator: given.denominator,
        minimum: given.minimum,
        maximum: given.maximum,
        comparator_value: given.comparator_value,
        comparator_label: given.comparator_label,
        note: given.note,
      }),
    ),
});

function figureValues({ kind: _kind, period: _period, ...values }: FigureDraft) {
  return { ...values, basis: 'not-stated' };
}

function timeOf({ period }: FigureDraft) {
  if (period === null) return {};
  const { from_on, to_on, label } = period;
  if (from_on === to_on) return { as_of_on: from_on, period_label: label };
  return { period_from_on: from_on, period_to_on: to_on, period_label: label };
}

const tables = adopter({
  kind: 'table',
  label: 'Table',
  plural: 'Tables',
  permission,
  fields: { title, ...tableFields, ...placing },
  rules: [
    [
      ({ pasted }) => typeof pasted !== 'string' || !(pasted.split('\n')[0] ?? '').split('\t').includes(''),
      {
        message: 'The document prints no heading over every column: give each one in the first line',
        path: ['pasted'],
      },
    ],
    ...rules,
  ],
  values: (draft) => ({
    ...placingOf(draft),
    pasted: pastedOf(draft.content),
    last_row_is_total: draft.content.total !== null,
  }),
  accept: (context, given, origin) => addTo(context, given, origin, toTable(given)),
});

/** As if it had been copied out of a spreadsheet; the total as printed is the last row. */
function pastedOf({ header, rows, total }: TableDraft): string {
  return [header, ...rows, ...(total === null ? [] : [total])]
    .map((cells) => cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim()).join('\t'))
    .join('\n');
}

const quotations = adopter({
  kind: 'quotation',
  label: 'Quotation',
  plural: 'Quotations',
  permission,
  fields: { title, ...quotationFields, ...placing },
  rules,
  values: (draft) => ({ ...placingOf(draft), text: draft.content.text, speaker: draft.content.speaker }),
  accept: (context, given, origin) => addTo(context, given, origin, toQuotation(given)),
});

/** Whoever takes a story over says whether consent is recorded; nothing is taken for granted. */
const told = {
  ...caseStudyFields,
  consent: caseStudyFields.consent.unwrap(),
  names_changed: caseStudyFields.names_changed.unwrap().unwrap(),
};

const caseStudies = adopter({
  kind: 'case-study',
  label: 'Case study',
  plural: 'Case studies',
  permission,
  fields: { title, ...told, ...placing },
  rules,
  values: (draft) => ({
    ...placingOf(draft),
    text: draft.content.text,
    names_changed: draft.content.names_changed === true ? 'yes' : null,
  }),
  accept: (context, given, origin) => addTo(context, given, origin, toCaseStudy(given)),
});

async function source(context: CommandContext, document: AdoptedDocument): Promise<string> {
  const { id } = await addSource.run(context, {
    ...document,
    title: document.title.slice(0, 300),
    kind: 'report',
    publisher: null,
    code: null,
    supersedes_id: null,
    note: null,
  });
  return id;
}

export const evidenceAdopts: Adopts = {
  adopters: [figures, tables, statements, quotations, caseStudies],
  source,
};
