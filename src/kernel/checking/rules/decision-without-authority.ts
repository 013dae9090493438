// A decision that was not its body's to take: by the partnership's own scheme of delegation, or because the text itself
// says in the same breath that the lead safeguarding partners must agree it (Working Together 2023 chapter 2).
import { showDay } from '../../../surfaces/web/components/day.ts';
import type { Part, ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { ownPassagesIn, type Passage } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';

const id = 'decision-without-authority';

export const rule: Rule = {
  id,
  group: 'duties',
  title: 'A decision by a body without the authority for it',
  why: 'A decision that the wrong body took can be challenged, and a published report makes that public.',
  severities: ['high'],
  check: (document: ReadDocument): Finding[] => [
    ...document.parts.flatMap((part) => recorded(document, part)),
    ...told(document),
  ],
};

function recorded(document: ReadDocument, part: Part): Finding[] {
  const decision = part.known?.decision;
  if (decision?.authority !== 'lacking') return [];
  const needed = decision.authority_needed ?? 'another body';
  const text = part.kind === 'table' ? (part.caption ?? '') : part.text;
  return [
    findingAt(id, document, part, {
      severity: 'high',
      confidence: 1,
      quote: text,
      message:
        `${decision.body_name} took this decision on ${showDay(decision.taken_on)}. It is a matter for ${needed}, ` +
        'and no delegation or ratification is recorded.',
      mend: `Ask ${needed} to ratify the decision and record when, or record the delegation that was in force that day.`,
      detail: `${decision.body_ref} ${decision.taken_on} ${needed}`,
      from: 0,
      to: text.length,
    }),
  ];
}

const leads = '(?:all )?(?:the )?(?:three )?(?:lead safeguarding partners|LSPs)';
const decided = '(?:agreed|approved|decided|determined|signed off|set)';
/** "to be agreed by the lead safeguarding partners", as a requirement or a quotation of one. */
const forTheLeads = new RegExp(
  `\\b(?:should|must|needs? to|ha(?:ve|s) to|shall|to|is|are)(?: \\w+){0,5} (${decided} (?:jointly )?by ${leads})\\b`,
  'i',
);
const matters =
  /\b(?:fund(?:ing|s|ed)?|contributions?|budget|shares?|published arrangements|MASA|multi-agency safeguarding arrangements|threshold document|yearly report|annual report)\b/i;
const byABody = new RegExp(
  `\\b${decided} (?:by|at) (?:the |our )?((?:[A-Z][\\w'’-]* ){0,6}(?:Executive|Board|Group|Sub-?[Gg]roup|Committee|Business Unit|Manager|Delegated Safeguarding Partners|DSPs)(?: (?:Board|Group|Committee))?)\\b`,
);
const bodyFirst = new RegExp(
  `\\b(?:[Tt]he|[Oo]ur) ((?:[A-Z][\\w'’-]* ){0,6}(?:Executive|Board|Group|Sub-?[Gg]roup|Committee|Business Unit|Delegated Safeguarding Partners|DSPs)(?: (?:Board|Group|Committee))?) (?:has |have |had )?${decided}\\b`,
);
const settled =
  /\b(?:ratif\w+|endors\w+|on behalf of|delegat(?:ed|ion) (?:authority|to|by|from)|subject to|recommend\w*|propos\w+|then|before|also)\b/i;

function told(document: ReadDocument): Finding[] {
  const passages = ownPassagesIn(document);
  return passages.flatMap((passage) => {
    const { text, part, from } = passage;
    const match = byABody.exec(text) ?? bodyFirst.exec(text);
    const body = match?.[1];
    if (!match || !body || part.stance === 'aim' || !matters.test(text) || settled.test(text)) return [];
    const said = forTheLeads.exec(part.text);
    if (!said || /lead safeguarding partners/i.test(body) || leadsSitOn(body, passages)) return [];
    return [
      findingAt(id, document, part, {
        severity: 'high',
        confidence: 0.7,
        message:
          `This says that ${body.startsWith('The') ? body : `the ${body}`} agreed it; the same text says it is for the lead safeguarding partners (“${said[1] ?? ''}”). ` +
          'Nothing here says that they did.',
        mend: 'If the lead safeguarding partners agreed it too, say when. If the body acted for them, name the delegation; if not, ask them to ratify it.',
        detail: `${body} ${said[0]}`,
        from: from + match.index,
        to: from + match.index + match[0].length,
      }),
    ];
  });
}

/** Somewhere the text says that the leads themselves are the body. */
function leadsSitOn(body: string, passages: readonly Passage[]): boolean {
  const last = body.split(' ').at(-1) ?? body;
  const named = new RegExp(
    `\\b${last}\\b[^.]{0,80}\\b(?:compris\\w+|includ\\w+|made up of|consist\\w+|chaired by|attended by|members?)\\b[^.]{0,60}\\blead safeguarding partners?\\b`,
    'i',
  );
  const other = new RegExp(
    `\\blead safeguarding partners?\\b[^.]{0,60}\\b(?:sit|sits|meet|members?|chair)\\b[^.]{0,40}\\b${last}\\b`,
    'i',
  );
  return passages.some(({ text }) => named.test(text) || other.test(text));
}
