// From references to records that can be shown: each room resolves its own concepts, as the same actor, so what may not
// be seen is simply absent. One call for each concept, never one for each record.
import { noteSeen } from '../access/seen.ts';
import type { QueryContext } from '../operation/operation.ts';
import { InvalidInput } from '../operation/refusals.ts';
import { isRef, type Ref, refParts } from './evidence.ts';
import type { ResolvedRef } from './source.ts';

/** What can be resolved and seen, by ref. */
export async function resolveRefs(
  context: QueryContext,
  refs: readonly Ref[],
): Promise<Map<Ref, ResolvedRef>> {
  const byConcept = Map.groupBy(new Set(refs.filter(isRef)), (ref) => refParts(ref).concept);
  const asked = [...byConcept].map(async ([concept, of]) => {
    const resolve = context.evidence.find((source) => source.resolves?.[concept])?.resolves?.[concept];
    return (
      resolve?.(
        context,
        of.map((ref) => refParts(ref).id),
      ) ?? []
    );
  });
  const found = (await Promise.all(asked)).flat();
  for (const { ref, circle_id = null } of found) {
    const { concept, id } = refParts(ref);
    noteSeen(context, concept, [{ id, circle_id }]);
  }
  return new Map(found.map((resolved) => [resolved.ref, resolved]));
}

/** The record a form points at. Throws InvalidInput on that field when it is not there or may not be seen. */
export async function resolveCited(context: QueryContext, ref: Ref, field: string): Promise<ResolvedRef> {
  const resolved = (await resolveRefs(context, [ref])).get(ref);
  if (resolved === undefined) {
    throw new InvalidInput({ [field]: 'Choose a record that is in the register and that you may see' });
  }
  return resolved;
}
