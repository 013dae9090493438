// A decision taken by a body that the partnership's own scheme of delegation did not empower (Working Together 2023
// chapter 2 keeps some matters with the lead safeguarding partners).
import type { Composition, ReportFinding } from '../composition.ts';
import { dayText } from '../wording.ts';
import { findingAt, type Rule } from './rule.ts';

const id = 'decision-without-authority';

export const rule: Rule = {
  id,
  title: 'A decision by a body without the authority for it',
  why: 'A decision that the wrong body took can be challenged, and a published report makes that public.',
  check: ({ items }: Composition): ReportFinding[] =>
    items.flatMap((item) => {
      const { decision } = item;
      if (decision?.authority !== 'lacking') return [];
      const needed = decision.authority_needed ?? 'another body';
      return [
        findingAt(id, item, {
          severity: 'high',
          quote: item.content.shape === 'statement' ? item.content.text : item.title,
          message:
            `${decision.body_name} took this decision on ${dayText(decision.taken_on)}. It is a matter for ${needed}, ` +
            'and no delegation or ratification is recorded.',
          mend: `Ask ${needed} to ratify the decision and record when, or record the delegation that was in force that day.`,
          detail: `${decision.body_ref} ${decision.taken_on} ${needed}`,
        }),
      ];
    }),
};
