// The edition of Working Together a yearly report answers to asks for a breakdown of costs. Where the report speaks of its
// money (a deficit, a share, a section of finance) and prints no table of costs, its readers cannot see what it costs.
import { duties } from '../../frameworks/duties.ts';
import type { Duty } from '../../frameworks/duty.ts';
import { isProse, type Part, type ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { isCostTable } from '../money-lines.ts';
import { type FigureSentence, sentencesWithFigures } from '../printed-figures.ts';
import { findingAt, findingOverall, quoteAround, type Rule } from '../rule.ts';

const id = 'no-cost-breakdown';
const mend =
  'Print a table of costs: one row for each kind of spending (reviews, scrutiny, training, staff), with the amount in ' +
  'pounds, and the income from each partner.';

export const rule: Rule = {
  id,
  group: 'duties',
  title: 'No breakdown of costs',
  why: 'The public and the partners cannot see what keeping children safe together costs, or who pays.',
  severities: ['high', 'medium'],
  check: (document) => {
    if (document.parts.some((part) => part.kind === 'table' && isCostTable(part))) return [];
    const duty = duties.find(
      ({ framework, needs }) => framework === document.framework_id && needs.includes('costs'),
    );
    if (document.of === 'records') return duty ? [missingIn(document, duty)] : [];
    return saidIn(document, duty) ?? [];
  },
};

function missingIn(document: ReadDocument, duty: Duty): Finding {
  const heading = document.parts.find(
    (part) =>
      part.kind === 'heading' && part.level === 1 && /\b(money|financ\w+|costs?|budget)\b/i.test(part.text),
  );
  return findingOverall(id, {
    severity: 'high',
    confidence: 0.95,
    where: heading?.kind === 'heading' ? heading.text : 'Money',
    quote: 'No table of costs',
    message: `${duty.id} asks for it: ${duty.requirement} No table of costs with amounts is recorded for the year.`,
    mend,
    detail: `missing ${duty.id}`,
  });
}

const moneyHeading =
  /^(?!.*\b(implications?|resource implications)\b).*\b(finances?|financial (statement|summary|report|position|contributions?)|budget|income and (expenditure|spend(ing)?)|partnership funding|funding (and|of the)|costs of)\b/i;
const ownMoney =
  /\b(deficit|surplus|over.?spend|under.?spend|contribut(e|es|ed|ions?)|(equally|jointly) fund|fund(s|ed|ing)? (the|of the|by the|our)|budget)\b/i;
const ownFunds = /\b(partnership|partners?|contribution|budget|safeguarding arrangements|statutory)\b/i;

/** At the first sentence that prints money or shares of it, where none shows what it is spent on. */
function saidIn(document: ReadDocument, duty: Duty | undefined): Finding[] | null {
  const headings = document.parts.filter((part) => part.kind === 'heading' && moneyHeading.test(part.text));
  const spoken = sentencesWithFigures(document).filter((one) => isOwnMoney(one, headings));
  const [sentence] = spoken;
  if (!sentence || spoken.some(isBrokenDown)) return null;
  const owes = spoken.some(({ text }) => owed.test(text));
  const { part, figures, from } = sentence;
  const figure = figures.find(({ kind }) => kind === 'money' || kind === 'percent');
  if (!figure) return null;
  // A duty that nobody has compared with the published text is only ever a check.
  const sure = duty?.verified === true && owes;
  const asked = duty
    ? `${duty.verified ? `${duty.id} asks for it` : `Please check ${duty.id}, whose words are not confirmed yet`}: ${duty.requirement} `
    : '';
  const [start, end] = [from + figure.from, from + figure.to];
  return [
    findingAt(id, document, part, {
      severity: sure ? 'high' : 'medium',
      confidence: owes ? 0.8 : 0.65,
      quote: quoteAround(part.text, start, end),
      message: `${asked}Money is spoken of here, and no table in the document shows what was spent and on what, or who paid how much.`,
      mend,
      detail: `no table ${duty?.id ?? ''}`,
      from: start,
      to: end,
    }),
  ];
}

/** Money that is owed has to be explained; the rest is asked for. */
const owed = /\b(deficit|over.?spen[dt]|shortfall)\b/i;

/** Three amounts and more in one sentence say in words what a table would. */
function isBrokenDown({ figures }: FigureSentence): boolean {
  return figures.filter(({ kind }) => kind === 'money').length >= 3;
}

function isOwnMoney({ part, text, figures }: FigureSentence, headings: readonly Part[]): boolean {
  if (!isProse(part) || part.stance === 'others') return false;
  if (!figures.some(({ kind }) => kind === 'money' || kind === 'percent')) return false;
  const isUnder = headings.some(({ at }) => at === part.section);
  return ownMoney.test(text) && (isUnder || (ownFunds.test(text) && /£|\bfund(s|ed|ing)?\b/i.test(text)));
}
