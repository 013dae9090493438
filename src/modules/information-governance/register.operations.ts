// The register of processing activities (UK GDPR article 30), drawn from what every room declares and from the
// partnership's own retention schedule.
import { z } from 'zod';
import { query } from '../../kernel/operation/operation.ts';
import { dataSubjects, type RecordDeclaration } from '../../kernel/records/declaration.ts';
import type { Declared } from './declared.ts';
import { type RuleInForce, ruleInForce } from './retention-rule.ts';
import { ownRules } from './retention-rule.operations.ts';

export interface RegisterRow {
  name: string;
  controller: string;
  purpose: string;
  lawful_basis: string;
  special_category: string;
  criminal_offence: boolean;
  whose: string[];
  recipients: string;
  about_children: boolean;
  /** Null: kept while the partnership exists. */
  rule: RuleInForce | null;
}

export function registerRow(declaration: RecordDeclaration, rule: RuleInForce | null): RegisterRow {
  const { name, controller, purpose, lawful_basis, criminal_offence, recipients, about_children } =
    declaration;
  return {
    name,
    controller,
    purpose,
    lawful_basis,
    special_category:
      'condition' in declaration.special_category
        ? declaration.special_category.condition
        : `None needed: ${declaration.special_category.none.charAt(0).toLowerCase()}${declaration.special_category.none.slice(1)}`,
    criminal_offence,
    whose: declaration.whose.map((one) => dataSubjects[one]),
    recipients,
    about_children,
    rule,
  };
}

export function listRegisterOf(declared: Declared) {
  return query({
    name: 'information.list-register',
    summary: 'The register of processing: what is kept, why, on which basis and for how long',
    permission: 'information.read',
    input: z.strictObject({}),
    async run(context) {
      const own = await ownRules(context);
      return declared.declarations
        .map((declaration) => {
          const retained = declared.named(declaration.name);
          return registerRow(
            declaration,
            retained === undefined ? null : ruleInForce(retained, own, context.today),
          );
        })
        .toSorted(
          (a, b) => Number(b.about_children) - Number(a.about_children) || (a.name < b.name ? -1 : 1),
        );
    },
  });
}
