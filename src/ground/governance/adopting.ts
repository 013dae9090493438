// Bodies that a published report names, taken over into the arrangements when a person accepts them.
import { adopter, type Adopts } from '../../kernel/adopting/adopter.ts';
import { ref, refParts } from '../../kernel/evidence/evidence.ts';
import { optional, recordId } from '../../kernel/records/field.ts';
import { body } from './body.ts';
import { addBody } from './body.operations.ts';
import { refuseUnknown } from './known.ts';

const { source: _source, ...asked } = body.shape;

export const governanceAdopts: Adopts = {
  adopters: [
    adopter({
      kind: 'body',
      label: 'Body',
      plural: 'Bodies',
      permission: 'governance.write',
      fields: {
        body_id: optional(
          recordId({
            label: 'Is it one that is recorded already?',
            choose_from: 'bodies',
            none: 'No, add it as a new one',
            hint: 'If it is, nothing new is added',
          }),
        ),
        ...asked,
      },
      values: ({ content, same_ref }) => ({
        body_id: same_ref === null ? null : refParts(same_ref).id,
        name: content.name,
        kind: content.body_kind,
      }),
      async accept(context, { body_id, ...given }, origin) {
        await refuseUnknown(context, { body_id: ['governance.body', body_id] });
        const source = `${origin.source_title.slice(0, 300)}, ${origin.locator}`;
        const id = body_id ?? (await addBody.run(context, { ...given, source })).id;
        return { ref: ref('governance.body', id), path: `/governance/bodies/${id}` };
      },
      async known({ db }) {
        const [bodies, names] = await Promise.all([
          db.all(db.from('governance.body').select(['id', 'name'])),
          db.all(db.from('governance.body_name').select(['body_id', 'name'])),
        ]);
        return bodies.map(({ id, name }) => ({
          ref: ref('governance.body', id),
          names: [name, ...names.filter(({ body_id }) => body_id === id).map((other) => other.name)],
        }));
      },
    }),
  ],
};
