// Fernshire's request to see what is held, as far as it has come, and the note beside a record that is said to be wrong.
import { fernshireRights } from './fernshire/index.ts';
import type { Loader } from './load.ts';

export async function loadRights({ act, id, keep, managerOn }: Loader): Promise<void> {
  const { circle, finding, request, rectification } = fernshireRights;
  const manager = managerOn('2025-09-15');
  const made = await act('circles.add-circle', { name: circle.name, purpose: circle.purpose });
  keep('circle', circle.key, made.id);
  await act('circles.add-member', {
    member_of: made.id,
    person_id: id('person', manager),
    from_on: '2025-08-01',
    reason: circle.purpose,
  });
  const { key, circle: of, ...facts } = finding;
  keep('strand', key, (await act('thread.add-finding', { ...facts, circle_id: id('circle', of) })).id);

  const { child, identity, gathered_on, ...asked } = request;
  const { id: request_id } = await act(
    'information.add-subject-request',
    { ...asked, about_ref: `children.child/${id('child', child)}`, circle_id: made.id },
    { on: request.received_on },
  );
  await act(
    'information.check-requester',
    { id: request_id, identity_note: identity.note, authority_note: null },
    { on: identity.on },
  );
  await act('information.gather-subject-records', { id: request_id }, { on: gathered_on });

  const { child: disputed, ...note } = rectification;
  await act(
    'information.add-rectification',
    { ...note, about_ref: `children.child/${id('child', disputed)}` },
    { on: rectification.raised_on },
  );
}
