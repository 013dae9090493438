// The front door of the evidence register: sources, items in six shapes, their files, imports, and what the report and
// the plan may take from them.
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';
import type { HomeItem, Room } from '../../kernel/records/room.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { ChoiceSource } from '../../kernel/pages/page.ts';
import { evidenceEvidence } from './evidence.evidence.ts';
import { addFile } from './item-file.operations.ts';
import { itemFilePages } from './item-file.pages.ts';
import { checkImport, importItems, planItemImport } from './item-import.operations.ts';
import { itemImportPages } from './item-import.pages.ts';
import { shapeWords } from './item.ts';
import { addItem, changeItem, withdrawItem } from './item.operations.ts';
import { itemPage, withdrawItemForm } from './item.pages.ts';
import { listItems, readItem } from './register.operations.ts';
import { registerPage } from './register.pages.ts';
import { shapeCommands } from './shape.operations.ts';
import { shapePages } from './shape.pages.ts';
import { addSource, changeSource, listSources, readSource } from './source.operations.ts';
import { sourcePages } from './source.pages.ts';
import {
  addTableRow,
  changeTableColumn,
  changeTableRow,
  changeTableTotal,
  removeTableRow,
} from './table-row.operations.ts';
import { tableRowPages } from './table-row.pages.ts';

const kept: Pick<RecordDeclaration, 'controller' | 'lawful_basis' | 'retention'> = {
  controller: 'The partnership’s host council; for what an agency enters, that agency',
  lawful_basis:
    'Public task: Children Act 2004 sections 16E to 16G (UK GDPR article 6(1)(e)); for case studies also article 9(2)(g) with Data Protection Act 2018 Schedule 1 paragraph 18',
  retention: { years: 10, after: 'the end of the reporting year it was used for' },
};

const records: RecordDeclaration[] = [
  {
    ...kept,
    tables: ['evidence.source', 'evidence.link'],
    name: 'Sources and links',
    purpose: 'To trace every figure in a report to where it comes from',
    about_children: false,
  },
  {
    ...kept,
    tables: ['evidence.item'],
    name: 'Items of evidence',
    purpose: 'To show what the arrangements did and what difference it made to children and families',
    about_children: true,
  },
];

const choices: Record<string, ChoiceSource> = {
  async sources({ db }) {
    const rows = await db.all(db.from('evidence.source').select(['id', 'title', 'code']).orderBy('title'));
    return rows.map(({ id, title, code }) => ({
      value: id,
      text: code === null ? title : `${title} (${code})`,
    }));
  },
  /** References, not ids: what cites evidence cites it by reference. The latest 2,000. */
  async evidence({ db, partnership, actor }) {
    const rows = await db.text<{
      id: string;
      title: string;
      shape: keyof typeof shapeWords;
      period: string | null;
    }>(
      `select i.id, i.title, i.shape, coalesce(i.period_label, i.as_of_on::text, i.period_to_on::text) as period
       from evidence.item i where i.partnership_id = $1 and (i.circle_id is null or i.circle_id = any($2))
         and i.withdrawn_on is null order by i.id desc limit 2000`,
      [partnership.id, actor.circle_ids],
    );
    return rows
      .map(({ id, title, shape, period }) => ({
        value: `evidence.item/${id}`,
        text: `${title} (${shapeWords[shape].toLowerCase()}${period === null ? '' : `, ${period}`})`,
      }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
  },
};

/** For those who look after the register: figures that moved under a claim, and stories nobody recorded consent for. */
async function needsYou({ db, partnership, actor }: QueryContext): Promise<HomeItem[]> {
  if (!actor.can('evidence.write')) return [];
  const [counts] = await db.text<{ moved: number; no_consent: number }>(
    `select (select count(distinct i.id) from evidence.link l
         join evidence.item i on i.partnership_id = l.partnership_id and 'evidence.item/' || i.id = l.to_ref
         where l.partnership_id = $1 and l.removed_on is null and l.cited_hash <> i.content_hash
           and i.withdrawn_on is null and (i.circle_id is null or i.circle_id = any($2))) as moved,
       (select count(*) from evidence.item i where i.partnership_id = $1 and i.shape = 'case-study'
         and i.withdrawn_on is null and i.content ->> 'consent' = 'not-recorded'
         and (i.circle_id is null or i.circle_id = any($2))) as no_consent`,
    [partnership.id, actor.circle_ids],
  );
  const { moved = 0, no_consent = 0 } = counts ?? {};
  const items: (HomeItem | false)[] = [
    moved > 0 && {
      text:
        moved === 1 ? '1 item changed after it was cited' : `${moved} items changed after they were cited`,
      href: '/evidence?show=moved',
      urgency: 'look',
      detail: 'Look whether what rests on them still holds.',
    },
    no_consent > 0 && {
      text:
        no_consent === 1
          ? '1 case study has no recorded consent'
          : `${no_consent} case studies have no recorded consent`,
      href: '/evidence?show=no-consent',
      urgency: 'look',
      detail: 'Record the consent, or withdraw the story, before a report is signed.',
    },
  ];
  return items.filter((item) => item !== false);
}

export const evidenceRoom: Room = {
  name: 'evidence',
  title: 'Evidence register',
  operations: [
    addSource,
    changeSource,
    listSources,
    readSource,
    addItem,
    changeItem,
    withdrawItem,
    ...Object.values(shapeCommands).flatMap(({ add, change }) => [add, change]),
    listItems,
    readItem,
    changeTableRow,
    addTableRow,
    removeTableRow,
    changeTableTotal,
    changeTableColumn,
    addFile,
    checkImport,
    planItemImport,
    importItems,
  ],
  pages: [
    registerPage,
    ...sourcePages,
    ...shapePages,
    ...itemImportPages,
    itemPage,
    withdrawItemForm,
    ...tableRowPages,
    ...itemFilePages,
  ],
  records,
  choices,
  evidence: evidenceEvidence,
  needsYou,
};
