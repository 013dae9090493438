// One command to add and one to change for each shape, so that every shape has a form of its own. All of them end in the
// same two functions as the general commands.
import { z } from 'zod';
import type { Content, Shape } from '../../kernel/evidence/shapes.ts';
import { type Command, type CommandContext, command } from '../../kernel/operation/operation.ts';
import { Conflict } from '../../kernel/operation/refusals.ts';
import { changeOf, circle, circumstances, periodRule, title, topicFields, topicsOf } from './item.ts';
import { insertItem, ownItem, updateItem } from './item.operations.ts';
import {
  caseStudyFields,
  comparatorRule,
  documentFields,
  measureFields,
  quotationFields,
  statementFields,
  tableFields,
  toCaseStudy,
  toDocument,
  toMeasure,
  toQuotation,
  toStatement,
  toTable,
} from './item-shape.ts';

const placed = { ...topicFields, ...circumstances };
type Placed = z.output<z.ZodObject<typeof placed>> & { title: string };
type Circled = z.output<z.ZodObject<typeof circle>>;
type Changed = z.output<z.ZodObject<typeof changeOf>>;

/** Both commands of a shape, from its fields and the way to its content. */
function commandsOf<F extends z.ZodRawShape>(shape: Shape, noun: string, fields: F, to: ToContent<F>) {
  return { add: adding(shape, noun, fields, to), change: changing(shape, noun, fields, to) };
}

type ToContent<F extends z.ZodRawShape> = (given: z.output<z.ZodObject<F>>, before?: Content) => Content;

function adding<F extends z.ZodRawShape>(
  shape: Shape,
  noun: string,
  fields: F,
  to: ToContent<F>,
): Command<z.ZodType, { id: string }> {
  const shaped: z.ZodRawShape = { title, ...fields, ...placed, ...circle };
  const input: z.ZodType = z
    .strictObject(shaped)
    .refine(...periodRule)
    .refine(...comparatorRule);
  return command({
    name: `evidence.add-${shape}`,
    summary: `Add ${noun}`,
    permission: 'evidence.contribute',
    input,
    async run(context: CommandContext, given) {
      const { own, rest } = parted(given, fields);
      const { circle_id, ...place } = rest as Placed & Circled;
      return { id: await insertItem(context, { ...placedFields(place), circle_id, content: to(own) }) };
    },
  });
}

function changing<F extends z.ZodRawShape>(
  shape: Shape,
  noun: string,
  fields: F,
  to: ToContent<F>,
): Command<z.ZodType, { id: string }> {
  const shaped: z.ZodRawShape = { title, ...fields, ...placed, ...changeOf };
  const input: z.ZodType = z
    .strictObject(shaped)
    .refine(...periodRule)
    .refine(...comparatorRule);
  return command({
    name: `evidence.change-${shape}`,
    summary: `Change ${noun}`,
    permission: 'evidence.contribute',
    input,
    async run(context: CommandContext, given) {
      const { own, rest } = parted(given, fields);
      const { id, seen_revision, ...place } = rest as Placed & Changed;
      const before = await ownItem(context, id);
      const content = to(own, before.content);
      await updateItem(context, id, { ...placedFields(place), content }, seen_revision);
      return { id };
    },
  });
}

/** A shape's own fields apart from those that every item has. */
function parted<F extends z.ZodRawShape>(given: unknown, fields: F) {
  const entries = Object.entries(given as Record<string, unknown>);
  const own = Object.fromEntries(entries.filter(([name]) => name in fields));
  const rest = Object.fromEntries(entries.filter(([name]) => !(name in fields)));
  return { own: own as z.output<z.ZodObject<F>>, rest };
}

function placedFields({ topic, also_topics, ...fields }: Placed) {
  return { ...fields, topics: topicsOf({ topic, also_topics }) };
}

const { note } = tableFields;
/** A table's rows have forms of their own; its words change here. */
const changeTable = changing('table', 'what a table is about', { note }, (given, before) => {
  if (before?.shape !== 'table') throw new Conflict('This item is not a table.');
  return { ...before, note: given.note };
});

export const shapeCommands = {
  statement: commandsOf('statement', 'a statement', statementFields, toStatement),
  measure: commandsOf('measure', 'a figure', measureFields, toMeasure),
  table: { add: adding('table', 'a table', tableFields, toTable), change: changeTable },
  quotation: commandsOf('quotation', 'a quotation', quotationFields, toQuotation),
  'case-study': commandsOf('case-study', 'a case study', caseStudyFields, toCaseStudy),
  document: commandsOf('document', 'a document', documentFields, toDocument),
} satisfies Record<
  Shape,
  { add: Command<z.ZodType, { id: string }>; change: Command<z.ZodType, { id: string }> }
>;
