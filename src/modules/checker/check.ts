// What the checker answers about one document: what it is, what the rules found in it, and where it answers the law. The order
// is for somebody with ten minutes: by kind of fault, the gravest first, and what repeats itself only once.
import type { Checked, Read } from '../../kernel/checking/apart.ts';
import { type DutyAnswer, type DutyStatus, UNVERIFIED } from '../../kernel/checking/duties.ts';
import { type Finding, severities, type Severity, shownFinding } from '../../kernel/checking/finding.ts';
import type { KindOfDocument } from '../../kernel/checking/kind-of-document.ts';
import { type Rule, type RuleGroup, ruleGroups } from '../../kernel/checking/rule.ts';
import { rules } from '../../kernel/checking/rules/index.ts';
import type { ReadDocument } from '../../kernel/reading/document.ts';

/** As JSON it is what scripts rely on, and no more: the document in a few words, and the findings. */
export class Check {
  readonly document: ReadDocument;
  readonly kind: KindOfDocument;
  readonly findings: readonly Finding[];
  /** Each duty of the edition it is held to, where it is a yearly report. */
  readonly duties: readonly DutyAnswer[];

  constructor({ document, kind, findings, duties }: Omit<Read & Checked, 'earlier'>) {
    this.document = document;
    this.kind = kind;
    this.findings = findings;
    this.duties = duties;
  }

  toJSON() {
    const { title, period, framework_id, pages, words, parts } = this.document;
    return {
      document: {
        title,
        period,
        framework: framework_id,
        pages,
        words,
        tables: parts.filter(({ kind }) => kind === 'table').length,
      },
      findings: this.findings.map(shownFinding),
    };
  }
}

export const kindWords: Readonly<Record<KindOfDocument, string>> = {
  'yearly-report': 'A partnership’s yearly report',
  'scrutiny-report': 'A scrutineer’s report',
  'cover-paper': 'A paper for a committee',
  other: 'Another document; duties of the yearly report are not asked of it',
};

export const dutyWords: Readonly<Record<DutyStatus, string>> = {
  met: 'Met',
  partly: 'Partly',
  missing: 'Missing',
  'not-applicable': 'Does not apply',
  check: 'Please check',
};

/** What was seen of a duty; that some duties are not confirmed is said once of all of them. */
export function seenOf({ note }: DutyAnswer): string {
  return note.replace(UNVERIFIED, '').trim();
}

export const notConfirmed =
  '“Please check” stands where a text cannot show the answer, or where the duty itself was not yet compared with the published text.';

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((one) => one.severity === severity).length;
}

/** "2 must be mended, 1 should be mended, nothing could be better." */
export function countWords(findings: readonly Finding[]): string {
  const [high, medium, low] = severities.map((severity) => countOf(findings, severity) || 'nothing');
  const words = `${high} must be mended, ${medium} should be, ${low} could be better.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What says the same of several places: said once. */
export interface Repeated {
  finding: Finding;
  /** Every place, that of `finding` first. */
  places: readonly Finding[];
}

export interface FoundByRule {
  rule: Rule;
  repeated: readonly Repeated[];
}

export interface FoundByGroup {
  group: RuleGroup;
  title: string;
  found: readonly FoundByRule[];
}

/** The groups that have the gravest findings first, in each the rules that have; then as the rules and the document stand. */
export function groupFindings(findings: readonly Finding[]): FoundByGroup[] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  const found = rules
    .filter(({ id }) => byRule.has(id))
    .map((rule) => ({ rule, repeated: repeatedIn(byRule.get(rule.id) ?? []) }));
  const groups = (Object.keys(ruleGroups) as RuleGroup[]).map((group) => ({
    group,
    title: ruleGroups[group],
    found: found
      .filter(({ rule }) => rule.group === group)
      .toSorted((a, b) => gravityOf(a.repeated) - gravityOf(b.repeated)),
  }));
  return groups
    .filter((group) => group.found.length > 0)
    .toSorted(
      (a, b) =>
        Math.min(...a.found.map(({ repeated }) => gravityOf(repeated))) -
        Math.min(...b.found.map(({ repeated }) => gravityOf(repeated))),
    );
}

function repeatedIn(findings: readonly Finding[]): Repeated[] {
  const alike = Map.groupBy(findings, ({ severity, message }) => `${severity} ${message}`);
  return [...alike.values()].flatMap((places) => (places[0] ? [{ finding: places[0], places }] : []));
}

function gravityOf(repeated: readonly Repeated[]): number {
  return Math.min(...repeated.map(({ finding }) => severities.indexOf(finding.severity)));
}

/** "page 12, line 763"; null for what has no place. */
export function placeWords({ page, line }: Pick<Finding, 'page' | 'line'>): string | null {
  const words = [page === null ? null : `page ${page}`, line === null ? null : `line ${line}`];
  return words.filter((one) => one !== null).join(', ') || null;
}
