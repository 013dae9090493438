// How the plan shows strength: a grade in words, a bar of grades, and a change as two figures.
import type { CitedInFull } from '../../kernel/evidence/cited.ts';
import { grades, type Grade } from '../../kernel/evidence/evidence.ts';
import { gradeMeanings, gradeWords, onOneDefinition } from '../../kernel/evidence/grade.ts';
import type { Measure } from '../../kernel/evidence/shapes.ts';
import { type Html, html, nothing, raw } from '../../kernel/pages/html.ts';
import { measureFigure, sourceText, whenText } from '../../surfaces/web/components/evidence.ts';
import { figureValue } from '../../surfaces/web/components/figure.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import type { Claim } from './claim.operations.ts';

export const showYearLabel = (label: string) => label.replace('-', '/');
export const planPath = { text: 'Plan', href: '/plan' };
export const yearPath = (label: string) => ({
  text: showYearLabel(label),
  href: `/plan/years/${label}`,
});

const gradeClasses: Record<Grade, string> = {
  measured: 'govuk-tag--teal',
  triangulated: 'govuk-tag--blue',
  'single-source': 'govuk-tag--yellow',
  asserted: 'govuk-tag--grey',
};

export function gradeTag(grade: Grade): Html {
  return tag({ text: gradeWords[grade], classes: gradeClasses[grade] });
}

export function gradeMeaning({ grade, about }: Pick<Claim, 'grade' | 'about'>): string {
  const reach = about === 'reach' ? ' It says how many were reached, which is not an effect by itself.' : '';
  return `${gradeMeanings[grade]}${reach}`;
}

/** One bar for the claims of a priority, strongest first; the words beside it say the same. */
export function strengthBar(by_grade: Record<Grade, number>): Html {
  const total = grades.reduce((sum, grade) => sum + by_grade[grade], 0);
  if (total === 0) return nothing;
  let at = 0;
  const parts = grades.map((grade) => {
    const width = (by_grade[grade] / total) * 100;
    const part = `<rect class="gt-strength__${grade}" x="${at}" y="0" width="${width}" height="10"/>`;
    at += width;
    return width === 0 ? '' : part;
  });
  return html`<svg class="gt-strength" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${raw(parts.join(''))}</svg><p class="gt-strength__words">${strengthWords(by_grade)}</p>`;
}

/** "2 measured, 1 one source, 3 asserted". */
export function strengthWords(by_grade: Record<Grade, number>): string {
  return grades
    .filter((grade) => by_grade[grade] > 0)
    .map((grade) => `${by_grade[grade]} ${inSentence[grade]}`)
    .join(', ');
}

const inSentence: Record<Grade, string> = {
  measured: 'measured',
  triangulated: 'from several sources',
  'single-source': 'from one source',
  asserted: 'asserted',
};

type Measured = CitedInFull & { content: Measure };

/** The figure before and the figure after that a measured claim rests on. */
export function changeOf({
  rests_on,
  grade,
}: Pick<Claim, 'rests_on' | 'grade'>): [Measured, Measured] | undefined {
  if (grade !== 'measured') return undefined;
  const measures = rests_on.filter((cited): cited is Measured => cited.content?.shape === 'measure');
  for (const before of measures.filter((cited) => cited.purpose === 'baseline')) {
    const after = measures.find((cited) => cited.purpose === 'follow-up' && onOneDefinition(before, cited));
    if (after) return [before, after];
  }
  return undefined;
}

/** "62% → 81%", each with its period, and where they come from. */
export function changeView(claim: Pick<Claim, 'rests_on' | 'grade'>): Html {
  const pair = changeOf(claim);
  if (pair === undefined) return nothing;
  const [before, after] = pair;
  // A unit in words is said once, after the second figure; signs (%, £) belong to each.
  const signed = ['per cent', 'GBP'].includes(before.content.unit);
  const value = (cited: Measured, withUnit: boolean) => {
    const { value, gap, unit, decimals } = measureFigure(cited.content, cited);
    return figureValue({ value, gap, unit: withUnit ? unit : undefined, decimals });
  };
  return html`<div class="gt-change"><p class="gt-change__figures">${value(before, signed)} <span class="gt-change__arrow"><span aria-hidden="true">→</span><span class="govuk-visually-hidden">then</span></span> ${value(after, true)}</p><p class="gt-origin">${after.title}: ${whenText(before)}, then ${whenText(after)}. Source: <a class="govuk-link" href="${after.path}">${sourceText(after)}</a></p></div>`;
}

export function many(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}
