// What people wrote, judged, waived, permitted, signed, remarked and sent of one edition, with their names.
import { namesOfPeople } from '../../ground/governance/index.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { Composition, Partner } from './composition.ts';

export async function whatPeopleSaid(context: QueryContext, editionId: string) {
  const { db } = context;
  const [texts, judgements, waivers, permissions, signOffs, comments, dispatches] = await Promise.all([
    db.all(db.from('report.chapter_text').select(['chapter', 'text']).where('edition_id', '=', editionId)),
    db.all(
      db
        .from('report.judgement')
        .select(['duty_id', 'status', 'note', 'judged_by_id'])
        .where('edition_id', '=', editionId),
    ),
    db.all(
      db
        .from('report.waiver')
        .select(['finding_key', 'reason', 'waived_by_id'])
        .where('edition_id', '=', editionId)
        .where('withdrawn_on', 'is', null),
    ),
    db.all(
      db
        .from('report.print_permission')
        .select(['item_ref', 'reason', 'permitted_by_id'])
        .where('edition_id', '=', editionId)
        .orderBy('item_ref'),
    ),
    db.all(
      db
        .from('report.sign_off')
        .select(['partner', 'person_id', 'signed_on', 'fingerprint'])
        .where('edition_id', '=', editionId)
        .orderBy('signed_on'),
    ),
    db.all(
      db
        .from('report.scrutiny_comment')
        .select(['text', 'person_id', 'made_on'])
        .where('edition_id', '=', editionId)
        .orderBy('made_on'),
    ),
    db.all(
      db
        .from('report.dispatch')
        .select(['recipient', 'sent_on', 'method'])
        .where('edition_id', '=', editionId)
        .where('sent_on', 'is not', null)
        .orderBy('sent_on'),
    ),
  ]);
  const people = await namesOfPeople(context, [
    ...judgements.map((j) => j.judged_by_id),
    ...waivers.map((w) => w.waived_by_id),
    ...permissions.map((p) => p.permitted_by_id),
    ...signOffs.map((s) => s.person_id),
    ...comments.map((c) => c.person_id),
  ]);
  const nameOf = (id: string) => people.get(id) ?? 'Somebody no longer listed';
  return {
    waivers: new Map(waivers.map((w) => [w.finding_key, { reason: w.reason, by: nameOf(w.waived_by_id) }])),
    words: {
      chapter_texts: Object.fromEntries(texts.map((t) => [t.chapter, t.text])),
      judgements: judgements.map((j) => ({
        duty_id: j.duty_id,
        status: j.status as Composition['judgements'][number]['status'],
        note: j.note,
        judged_by: nameOf(j.judged_by_id),
      })),
      print_permissions: permissions.map((p) => ({
        item_ref: p.item_ref,
        reason: p.reason,
        permitted_by: nameOf(p.permitted_by_id),
      })),
      sign_offs: signOffs.map((s) => ({
        partner: s.partner as Partner,
        person: nameOf(s.person_id),
        signed_on: s.signed_on,
      })),
      scrutiny_comments: comments.map((c) => ({
        text: c.text,
        person: nameOf(c.person_id),
        made_on: c.made_on,
      })),
      dispatches: dispatches.map(({ recipient, sent_on, method }) => ({
        recipient,
        sent_on: sent_on ?? '',
        method: method ?? '',
      })),
    },
  };
}
