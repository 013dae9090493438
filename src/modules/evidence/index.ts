// The front door of the evidence register: sources, items in six shapes, their files, imports, and what the report and
// the plan may take from them.
import { noteSeen } from '../../kernel/access/seen.ts';
import type { HomeItem, Room } from '../../kernel/records/room.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { ChoiceSource } from '../../kernel/pages/page.ts';
import { evidenceAdopts } from './adoption/adopting.ts';
import { citedItems } from './cited-items.operations.ts';
import { evidenceEvidence } from './evidence.evidence.ts';
import { addFile, itemGuestTask, readAskedItem } from './item-file.operations.ts';
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
import { evidenceRecords } from './evidence.records.ts';

const choices: Record<string, ChoiceSource> = {
  /** The latest 2,000. */
  async sources({ db }) {
    const rows = await db.all(
      db.from('evidence.source').select(['id', 'title', 'code']).orderBy('id', 'desc').limit(2000),
    );
    const byTitle = rows.toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'));
    return byTitle.map(({ id, title, code }) => ({
      value: id,
      text: code === null ? title : `${title} (${code})`,
    }));
  },
  /** References, not ids: what cites evidence cites it by reference. The latest 2,000. */
  async evidence(context) {
    const { db, partnership, actor } = context;
    const rows = await db.text<{
      id: string;
      title: string;
      shape: keyof typeof shapeWords;
      period: string | null;
      circle_id: string | null;
    }>(
      `select i.id, i.circle_id, i.title, i.shape, coalesce(i.period_label, i.as_of_on::text, i.period_to_on::text) as period
       from evidence.item i where i.partnership_id = $1 and (i.circle_id is null or i.circle_id = any($2))
         and i.withdrawn_on is null order by i.id desc limit 2000`,
      [partnership.id, actor.circle_ids],
    );
    noteSeen(context, 'evidence.item', rows);
    return rows
      .map(({ id, title, shape, period }) => ({
        value: `evidence.item/${id}`,
        text: `${title} (${shapeWords[shape].toLowerCase()}${period === null ? '' : `, ${period}`})`,
      }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
  },
};

/** For those who look after the register: figures that moved under a claim, and stories nobody recorded consent for. */
async function needsYou(context: QueryContext): Promise<HomeItem[]> {
  const { db, partnership, actor } = context;
  if (!actor.can('evidence.write')) return [];
  const [[counts], moved] = await Promise.all([
    db.text<{ no_consent: number }>(
      `select count(*)::int as no_consent from evidence.item i where i.partnership_id = $1 and i.shape = 'case-study'
         and i.withdrawn_on is null and i.content ->> 'consent' = 'not-recorded'
         and (i.circle_id is null or i.circle_id = any($2))`,
      [partnership.id, actor.circle_ids],
    ),
    citedItems(context, true).then((ids) => ids.length),
  ]);
  const { no_consent = 0 } = counts ?? {};
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
    readAskedItem,
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
  records: evidenceRecords,
  choices,
  evidence: evidenceEvidence,
  adopts: evidenceAdopts,
  guests: [itemGuestTask],
  needsYou,
};
