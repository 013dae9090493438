// Each day the head of the audit trail leaves the database: into the file beside it, and by letter to the people who answer
// for the partnership's records. The letter holds a number and a hash, and nothing of what anybody did.
import { showDay } from '../../surfaces/web/components/day.ts';
import { noMail } from '../mail/mail.ts';
import type { Role } from '../access/roles.ts';
import type { Job, JobContext } from '../records/room.ts';
import { anchorText } from './anchors.ts';

export const anchorKind = 'audit.anchor';
export const sendAnchorKind = 'audit.send-anchor';

const officers: Role[] = ['business-manager', 'information-governance-lead'];

/** A job each for the letters, so that one address that fails holds up no other and no anchor is kept twice. */
export const keepAnchor: Job = async ({ house, db, partnership, today, now, write }) => {
  const { seq, hash } = await db.one(db.from('kernel.audit_head').select(['seq', 'hash']));
  const anchor = { partnership_id: partnership.id, partnership: partnership.short_name, seq, hash };
  if (house.mail !== noMail) {
    for (const { id } of await officersInPost(db, partnership.id, today)) {
      await write.enqueue(sendAnchorKind, { person_id: id, day: today, anchor: anchorText(anchor) });
    }
  }
  await house.anchors.keep({ kind: 'daily', at: now, ...anchor });
};

export const sendAnchor: Job = async ({ house, db, partnership }, payload) => {
  const { person_id, day, anchor } = payload as { person_id: string; day: string; anchor: string };
  const person = await db.find(db.from('governance.person').select('email').where('id', '=', person_id));
  if (!person?.email) return;
  await house.mail.send({
    to: person.email,
    subject: `Anchor of the audit trail of ${partnership.short_name}, ${showDay(day)}`,
    text: [
      `The last entry of the audit trail of ${partnership.short_name} on ${showDay(day)}:`,
      '',
      anchor,
      '',
      'Please keep this letter. If you ever doubt that the trail is as it was, open the address below and type in the line above.',
      '',
      `${house.publicUrl}/audit/verification`,
    ].join('\n'),
  });
};

async function officersInPost(
  db: JobContext['db'],
  partnershipId: string,
  today: string,
): Promise<{ id: string }[]> {
  return db.text<{ id: string }>(
    `select distinct p.id from governance.person p
     join governance.appointment a on a.partnership_id = p.partnership_id and a.person_id = p.id
     where p.partnership_id = $1 and p.email is not null and a.role = any($2)
       and a.from_on <= $3::date and (a.until_on is null or a.until_on >= $3::date)`,
    [partnershipId, officers, today],
  );
}
