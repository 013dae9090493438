// A draft: what somebody had typed when their session timed out. It is kept beside the partnership's records and only its
// own person sees it. Its content is blanked once it is sent or discarded, and after seven days whatever happens.
import type { Transaction } from '../../database/connection.ts';
import { showInstant } from '../../surfaces/web/components/day.ts';
import type { QueryContext } from '../operation/operation.ts';
import type { House } from '../operation/perform.ts';
import { newId } from '../records/identity.ts';
import type { HomeItem, Job } from '../records/room.ts';
import type { Sent } from './fields.ts';

/** Days. */
const keptFor = 7;

export interface Owner {
  partnership_id: string;
  person_id: string;
}

export interface Draft {
  id: string;
  /** The form's address. */
  path: string;
  sent: Sent;
  saved_at: string;
}

/** `sent` holds the form's own fields and no password, token or file. Gives the draft's id. */
export async function saveDraft(
  house: House,
  owner: Owner,
  draft: { path: string; sent: Sent },
  now: Date,
): Promise<string> {
  const id = newId();
  await house.pool.transaction(async (transaction) => {
    await transaction.text(
      `insert into kernel.draft (partnership_id, id, person_id, path, sent, saved_at) values ($1, $2, $3, $4, $5, $6)`,
      [owner.partnership_id, id, owner.person_id, draft.path, withoutNull(draft.sent), now],
    );
  }, owner.partnership_id);
  return id;
}

/** The person's own draft of the form at this path (without its search), unless it is sent, discarded or too old. */
export async function findDraft(
  house: House,
  owner: Owner,
  id: string,
  path: string,
  now: Date,
): Promise<Draft | undefined> {
  const drafts = await house.pool.transaction(
    (transaction) => listDrafts(transaction, owner, now),
    owner.partnership_id,
  );
  return drafts.find((draft) => draft.id === id && draft.path.split('?')[0] === path);
}

/** The person's own drafts that wait to be sent or discarded, the latest first. */
async function listDrafts({ text }: Pick<Transaction, 'text'>, owner: Owner, now: Date): Promise<Draft[]> {
  return text<Draft & Record<string, unknown>>(
    `select id, path, sent, saved_at from kernel.draft where partnership_id = $1 and person_id = $2
       and sent is not null and saved_at > $3::timestamptz - interval '${keptFor} days' order by saved_at desc`,
    [owner.partnership_id, owner.person_id, now],
  );
}

/** For the home page: forms of one's own that wait to be sent. Sessions and their drafts go by the real clock. */
export async function draftsThatWait({ actor, partnership, db }: QueryContext): Promise<HomeItem[]> {
  if (actor.person_id === null) return [];
  const owner = { partnership_id: partnership.id, person_id: actor.person_id };
  const drafts = await listDrafts(db, owner, new Date());
  return drafts.map((draft) => ({
    text: 'A form you had not sent when you were signed out',
    href: addressOf(draft),
    urgency: 'look',
    detail: `Kept since ${showInstant(draft.saved_at, 'Europe/London')}, for ${keptFor} days`,
  }));
}

/** The form's address that opens it filled in. */
export function addressOf({ id, path }: Pick<Draft, 'id' | 'path'>): string {
  const [page = '/', search = ''] = path.split('?');
  const kept = new URLSearchParams(search);
  kept.set('draft', id);
  return `${page}?${kept.toString()}`;
}

/** The draft was sent or discarded: its content is gone. */
export async function blankDraft(house: House, owner: Owner, id: string, now: Date): Promise<void> {
  await house.pool.transaction(async (transaction) => {
    await transaction.text(
      `update kernel.draft set sent = null, taken_at = $4
       where partnership_id = $1 and person_id = $2 and id::text = $3 and sent is not null`,
      [owner.partnership_id, owner.person_id, id, now],
    );
  }, owner.partnership_id);
}

/** Each day: what was neither sent nor discarded in seven days is blanked. */
export const blankOldDrafts: Job = async ({ db, partnership }) => {
  await db.text(
    `update kernel.draft set sent = null, taken_at = $2
     where partnership_id = $1 and sent is not null and saved_at <= $2::timestamptz - interval '${keptFor} days'`,
    [partnership.id, new Date()],
  );
};

/** The database keeps no null character in a text; nothing a person types holds one. */
function withoutNull(sent: Sent): string {
  return JSON.stringify(sent, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '') : value,
  );
}
