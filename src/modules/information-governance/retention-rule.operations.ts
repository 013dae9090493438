// The partnership's own retention schedule: setting a rule, and the rules in force.
import { command, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import type { Declared } from './declared.ts';
import { type OwnRule, retentionRule } from './retention-rule.ts';

export function ownRules({ db }: QueryContext): Promise<OwnRule[]> {
  return db.all(
    db
      .from('information.retention_rule')
      .select(['declaration', 'years', 'reason', 'source', 'from_on'])
      .orderBy('declaration')
      .orderBy('from_on', 'desc'),
  );
}

export function setRuleAmong(declared: Declared) {
  return command({
    name: 'information.set-retention-rule',
    summary: 'Set how long a kind of record is kept, by the partnership’s own schedule',
    permission: 'information.dispose',
    input: retentionRule,
    async run({ db, write }, input) {
      if (declared.named(input.declaration) === undefined) {
        throw new InvalidInput({ declaration: 'Choose a kind of record out of the register' });
      }
      const there = await db.find(
        db
          .from('information.retention_rule')
          .select('id')
          .where('declaration', '=', input.declaration)
          .where('from_on', '=', input.from_on),
      );
      if (there !== undefined) {
        throw new Conflict(
          'There is a rule for this kind of record from this day already. Choose another day.',
        );
      }
      return { id: await write.insert('information.retention_rule', input) };
    },
  });
}
