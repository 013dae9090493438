// What all rooms declare of their records, as one list that can be asked: which table a reference means, which rule holds
// for it, what belongs to what. Pure; the rooms are given.
import type { Ref } from '../../kernel/evidence/evidence.ts';
import { isRef, refParts } from '../../kernel/evidence/evidence.ts';
import { conceptOf } from '../../kernel/operation/writes.ts';
import type { Contents, CountsFrom, RecordDeclaration, Retention } from '../../kernel/records/declaration.ts';

export interface Retained extends RecordDeclaration {
  retention: Retention;
}

/** A kind of record that something may be taken out of. */
export interface Kind {
  table: string;
  /** As references begin: `children.child`. */
  concept: string;
  declaration: RecordDeclaration;
  contents: Contents;
  counts: CountsFrom | undefined;
}

export interface Declared {
  declarations: readonly RecordDeclaration[];
  /** Those whose records are disposed of after a time. */
  retained: readonly Retained[];
  kinds: readonly Kind[];
  kindOf(ref: Ref): Kind | undefined;
  /** Where somebody who may see the record can look at it. */
  pageOf(ref: Ref): string | null;
  named(name: string): Retained | undefined;
}

export function declaredBy(declarations: readonly RecordDeclaration[]): Declared {
  const kinds = declarations.flatMap((declaration) =>
    Object.entries(declaration.contents).map(
      ([table, contents]): Kind => ({
        table,
        concept: conceptOf(table),
        declaration,
        contents,
        counts: declaration.retention?.counts[table],
      }),
    ),
  );
  const byConcept = new Map(kinds.map((kind) => [kind.concept, kind]));
  const retained = declarations.filter((one): one is Retained => one.retention !== null);
  return {
    declarations,
    retained,
    kinds,
    kindOf: (ref) => (isRef(ref) ? byConcept.get(refParts(ref).concept) : undefined),
    pageOf(ref) {
      const kind = isRef(ref) ? byConcept.get(refParts(ref).concept) : undefined;
      const restricted = kind?.declaration.restricted?.find((one) => one.table === kind.table);
      return (kind?.contents.page ?? restricted?.path)?.(refParts(ref).id) ?? null;
    },
    named: (name) => retained.find((one) => one.name === name),
  };
}

/** "Child", "Rapid review": what the record of a reference is, for people. */
export function kindWord(ref: string): string {
  const concept = ref.split('/')[0] ?? ref;
  const word = concept.slice(concept.indexOf('.') + 1).replaceAll('-', ' ');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "NHS number", "Withdrawn reason": a column of a record, for people. */
export function columnWords(column: string): string {
  const words = column
    .replace(/_(on|label)$/, '')
    .split('_')
    .map((word) => abbreviations.get(word) ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const abbreviations = new Map([
  ['nhs', 'NHS'],
  ['upn', 'unique pupil number'],
  ['sha256', 'SHA-256'],
]);
