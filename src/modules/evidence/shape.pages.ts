// Adding and changing evidence on screen: a form for each shape, and the page on which a person chooses one.
import { z } from 'zod';
import { missingAgreement } from '../../ground/governance/index.ts';
import { type Shape, shapeNames } from '../../kernel/evidence/shapes.ts';
import { query } from '../../kernel/operation/operation.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../kernel/pages/page.ts';
import { cards } from '../../surfaces/web/components/card.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { shapeWords } from './item.ts';
import { formValuesOf, shapePaths } from './item-shape.ts';
import { itemHref, itemTrail } from './item.pages.ts';
import { type ReadItem, readItemToChange } from './register.operations.ts';
import { registerPath } from './register.pages.ts';
import { shapeCommands } from './shape.operations.ts';

const explanations: Record<Shape, string> = {
  statement: 'A sentence or a few that someone stated: what was done, what was found.',
  measure: 'One number with its unit, period and source, and what it is compared with.',
  table: 'Rows and columns with their totals, pasted from a spreadsheet.',
  quotation: 'The words of a child, a parent or a practitioner, with their role.',
  'case-study': 'One story without names, with consent and clearance.',
  document: 'A report, a set of minutes or a picture, with its file.',
};

const chooseShape = query({
  name: 'evidence.choose-shape',
  summary: 'The shapes evidence can have, and whether it can be taken from one’s agency today',
  permission: 'evidence.contribute',
  input: z.looseObject({}),
  async run(context) {
    const { actor } = context;
    const asked = actor.can('evidence.write') ? [] : actor.agency_ids;
    const missing = await Promise.all(asked.map((id) => missingAgreement(context, id, 'evidence')));
    return { shapes: shapeNames, missing: missing.filter((why) => why !== null) };
  },
});

/** Said before anything is typed: what one enters would be refused. */
function agreementNote(missing: readonly string[]): Html {
  return html`${missing.map((why) =>
    insetText({
      html: html`<p class="govuk-body"><strong>Evidence cannot be taken from your agency today.</strong> ${why} See <a class="govuk-link" href="/governance/returns">who can give returns today</a>, or ask the business manager.</p>`,
    }),
  )}`;
}

const newPage = page({
  path: '/evidence/new',
  title: 'Add evidence',
  query: chooseShape,
  trail: () => [registerPath],
  draw: ({ shapes, missing }, view) =>
    html`<h1 class="govuk-heading-l">Add evidence</h1>${agreementNote(missing)}<p class="govuk-body">Choose the shape that fits what you have. Many figures at once are quicker from <a class="govuk-link" href="/evidence/import">a spreadsheet</a>.</p>${cards(
      shapes.map((shape) => ({
        title: shapeWords[shape],
        href: `/evidence/${shapePaths[shape]}/new${searchOf(view.address.search)}`,
        description: explanations[shape],
      })),
    )}`,
});

/** What was already known where the person came from goes along: the priority, the topic. */
function searchOf(search: Record<string, string>): string {
  const carried = new URLSearchParams(search).toString();
  return carried === '' ? '' : `?${carried}`;
}

function formsOf(shape: Shape): AnyPage[] {
  const { add, change } = shapeCommands[shape];
  const noun = shapeWords[shape].toLowerCase();
  return [
    form({
      path: `/evidence/${shapePaths[shape]}/new`,
      title: `Add a ${noun}`,
      command: add,
      intro: () =>
        html`<p class="govuk-body">${explanations[shape]} Leave empty what the source does not print.</p>`,
      button: `Add ${noun}`,
      next: ({ id }) => itemHref(id),
      done: `${shapeWords[shape]} added`,
      trail: () => [registerPath],
    }),
    form({
      path: `/evidence/${shapePaths[shape]}/:id/change`,
      title: (item: ReadItem) => `Change “${item.title}”`,
      command: change,
      before: readItemToChange,
      values: formValues,
      fixed: ({ params }) => ({ id: params['id'] }),
      button: 'Save',
      next: ({ id }) => itemHref(id),
      done: `${shapeWords[shape]} changed`,
      trail: itemTrail,
    }),
  ];
}

function formValues({ content, topics, revision, ...fields }: ReadItem): Record<string, unknown> {
  const [topic, ...also_topics] = topics;
  return { ...fields, ...formValuesOf(content), topic, also_topics, seen_revision: revision };
}

export const shapePages: AnyPage[] = [newPage, ...shapeNames.flatMap(formsOf)];
export { chooseShape };
