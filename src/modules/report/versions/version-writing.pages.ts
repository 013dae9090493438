// Writing a version: the texts of a priority with their reading age and the claims they may rest on, its picture, and the
// signature that asks which children read it.
import { acts, link } from '../../../ground/drawing.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../../kernel/pages/page.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { warningText } from '../../../surfaces/web/components/warning-text.ts';
import { gradeWords } from '../composing/claim-blocks.ts';
import { capital } from '../wording.ts';
import type { Measured } from './reading-age.ts';
import { addPicture, describePicture, takePictureOut } from './version-picture.operations.ts';
import { signVersion, takeVersionBack } from './version-signing.operations.ts';
import {
  readPart,
  type ReadPart,
  type ReadVersion,
  readWholeVersion,
  restOnClaim,
  writeOpening,
  writePart,
} from './version.operations.ts';
import { drawRemarks, trailToVersion, versionAt } from './version.pages.ts';
import { type OfferedClaim, questionNames, questions, type VersionKind, versionKinds } from './version.ts';

interface Of {
  year: string;
  kind: VersionKind;
}
interface OfPart extends Of {
  priority: string;
}

const partAt = ({ year, kind, priority }: OfPart) => `${versionAt(year, kind)}/priorities/${priority}`;
const partOf = ({ params: { year, kind, priority } }: { params: Record<string, string> }) => ({
  year,
  kind,
  priority,
});
const versionOf = ({ params: { year, kind } }: { params: Record<string, string> }) => ({ year, kind });
const trailToPart = ({ edition, version, part }: ReadPart) => [
  ...trailToVersion(edition.year, version.kind),
  { text: part.title, href: partAt({ year: edition.year, kind: version.kind, priority: part.priority }) },
];

type Definition<B, R> = Pick<
  Parameters<typeof form<B, R>>[0],
  'command' | 'button' | 'done' | 'title' | 'intro' | 'after' | 'values' | 'warning'
>;

const partForm = (path: string, definition: Definition<ReadPart, OfPart>) =>
  form<ReadPart, OfPart>({
    ...definition,
    path: `/report/:year/versions/:kind/priorities/:priority/${path}`,
    before: readPart,
    beforeInput: partOf,
    fixed: partOf,
    values: (read, address) => ({
      seen_revision: read.part.revision ?? undefined,
      ...definition.values?.(read, address),
    }),
    next: partAt,
    trail: trailToPart,
  });

const versionForm = (path: string, definition: Definition<ReadVersion, Of>) =>
  form<ReadVersion, Of>({
    ...definition,
    path: `/report/:year/versions/:kind/${path}`,
    before: readWholeVersion,
    beforeInput: versionOf,
    fixed: versionOf,
    values: (read, address) => ({
      seen_revision: read.version.revision ?? undefined,
      ...definition.values?.(read, address),
    }),
    next: ({ year, kind }) => versionAt(year, kind),
    trail: ({ edition, version }) => trailToVersion(edition.year, version.kind),
  });

export const versionWritingPages: AnyPage[] = [
  versionForm('opening', {
    title: 'Opening words',
    command: writeOpening,
    values: ({ version }) => ({ opening: version.opening }),
    intro: ({ version }) => html`${guide(version.kind)}${signedWarning(version.signed !== null)}`,
    after: ({ version, ease }) => drawEase(version.kind, ease),
    button: 'Save',
    done: 'The opening words are saved.',
  }),
  page({
    path: '/report/:year/versions/:kind/priorities/:priority',
    title: ({ part, version }: ReadPart) => `${part.title}: ${versionKinds[version.kind].word}`,
    query: readPart,
    input: partOf,
    trail: ({ edition, version }) => trailToVersion(edition.year, version.kind),
    draw: drawPart,
  }),
  partForm('words', {
    title: ({ part }) => `Write about ${part.title}`,
    command: writePart,
    values: ({ part }) => Object.fromEntries(questionNames.map((name) => [name, part[name]])),
    intro: ({ version }) => html`${guide(version.kind)}${signedWarning(version.signed !== null)}`,
    after: ({ version, part, ease_of, claims }) =>
      html`${drawEase(version.kind, ease_of[part.priority])}<h2 class="govuk-heading-m">What the report claims for this priority</h2>${listClaims(claims[part.priority_ref] ?? [])}`,
    button: 'Save',
    done: 'The texts are saved. Their reading age is shown below.',
  }),
  partForm('claim', {
    title: 'On what “what changed” rests',
    command: restOnClaim,
    intro: () => html`<p class="govuk-body">Without a claim, “what changed” rests on nothing.</p>`,
    button: 'It rests on nothing in the report',
    done: 'Saved.',
  }),
  partForm('picture', {
    title: ({ part }) => (part.picture === null ? 'Add a picture' : 'Put another picture in its place'),
    command: addPicture,
    intro: ({ version }) =>
      html`<p class="govuk-body">A drawing or a symbol is best. Where and when a photograph was taken is removed from it; what it shows is not.</p>${signedWarning(version.signed !== null)}`,
    button: 'Keep the picture',
    done: 'The picture is kept.',
  }),
  partForm('picture-words', {
    title: 'What the picture shows',
    command: describePicture,
    values: ({ part }) => ({ picture_alt: part.picture?.alt }),
    button: 'Save',
    done: 'Saved.',
  }),
  partForm('picture-removal', {
    title: 'Take the picture out',
    command: takePictureOut,
    button: 'Take it out',
    done: 'The picture is taken out of the version.',
    warning: true,
  }),
  versionForm('signature', {
    title: ({ version }) => `Sign the ${versionKinds[version.kind].word}`,
    command: signVersion,
    values: ({
      version: { shown_to, shown_count, shown_on, they_said, changed_because, without_evidence },
    }) => ({
      shown_to,
      shown_count,
      shown_on,
      they_said,
      changed_because,
      without_evidence,
    }),
    intro: drawBeforeSigning,
    button: 'Sign it off',
    done: 'The version is signed, and its text is frozen.',
  }),
  versionForm('return-to-draft', {
    title: 'Take it back to draft',
    command: takeVersionBack,
    intro: () =>
      html`<p class="govuk-body">Nobody outside the partnership can read it until it is signed again.</p>`,
    button: 'Take it back to draft',
    done: 'The version is a draft again.',
    warning: true,
  }),
];

function guide(kind: VersionKind): Html {
  const [youngest, oldest] = versionKinds[kind].ages;
  return html`<p class="govuk-body">Write as you would speak to a child: short sentences, one idea in each${kind === 'easy-read' && ', because each sentence has its own line'}, and no words only workers use. The reading age to aim for is ${youngest} to ${oldest}: a guide worked out from the length of words and sentences. Only children can tell you whether they understand it. You can save what you have: all is needed only when it is signed.</p>`;
}

function signedWarning(signed: boolean): Html | false {
  return (
    signed &&
    warningText({
      text: 'This version is signed. With a change it becomes a draft again, which nobody outside can read until it is signed anew.',
      iconFallbackText: 'Warning',
    })
  );
}

/** A script, where there is one, moves it beside what is being typed and keeps it up to date. */
function drawEase(kind: VersionKind, ease: Measured | undefined): Html {
  const said = ease?.said ?? [];
  return html`<div class="govuk-inset-text" data-reading-age="${kind}"><h2 class="govuk-heading-s">How easily it reads</h2><div data-reading-age-said>${said.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}</div></div>`;
}

function listClaims(claims: readonly OfferedClaim[]): Html {
  if (claims.length === 0)
    return html`<p class="govuk-body">None. Nothing in the report shows that anything changed, so tell children that too.</p>`;
  return html`<ul class="govuk-list govuk-list--bullet">${claims.map((claim) => html`<li>${drawClaim(claim)}</li>`)}</ul>`;
}

function drawClaim({ said, grade, path }: OfferedClaim): Html {
  const weak = grade === 'asserted';
  return html`${link(path, said)} ${tag({ text: weak ? 'Asserted: nothing shows it' : capital(gradeWords[grade]), classes: weak ? 'govuk-tag--yellow' : 'govuk-tag--blue' })}`;
}

function drawPart(read: ReadPart, view: View): Html {
  const { edition, version, part, remarks, ease_of } = read;
  const place = { year: edition.year, kind: version.kind, priority: part.priority };
  const here = partAt(place);
  const writes = edition.state !== 'withdrawn' && view.can('report.write');
  const written = questionNames.some((name) => part[name] !== null);
  return html`<h1 class="govuk-heading-l">${part.title}</h1>
${insetText({ text: nextStep(read) })}
${acts([writes && { href: `${here}/words`, text: written ? 'Change the texts' : 'Write the texts' }])}
${questionNames.map(
  (name) =>
    html`<h2 class="govuk-heading-m">${questions[name].label}</h2><p class="govuk-body gt-prose">${part[name] ?? html`<span class="gt-figure__gap">Not written yet</span>`}</p>`,
)}
<h2 class="govuk-heading-m">How easily it reads</h2>
${ease_of[part.priority]?.said.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
${drawRemarks(
  remarks.filter(({ priority }) => priority === part.priority),
  versionAt(edition.year, version.kind),
)}
<h2 class="govuk-heading-m">What “what changed” rests on</h2>
${drawBasis(read, view, writes)}
<h2 class="govuk-heading-m">Picture</h2>
${drawPicture(read, here, writes)}`;
}

function nextStep({ version, part, unshown }: ReadPart): string {
  const gaps = questionNames.filter((name) => part[name] === null);
  if (gaps.length > 0)
    return `Still to write: ${gaps.map((name) => questions[name].label.toLowerCase()).join(', ')}.`;
  if (unshown.includes(part.priority))
    return 'Nothing in the report shows what changed here. Choose the claim it rests on, or say when signing why it may stand.';
  if (part.picture === null && version.kind === 'easy-read') return 'Easy read needs a picture here.';
  return part.picture === null ? 'Complete. A picture would help.' : 'Complete.';
}

function drawBasis({ edition, version, part, claims }: ReadPart, view: View, writes: boolean): Html {
  const offered = claims[part.priority_ref] ?? [];
  const chosen = offered.find(({ ref }) => ref === part.rests_on);
  const path = `${partAt({ year: edition.year, kind: version.kind, priority: part.priority })}/claim`;
  const seen = part.revision === null ? {} : { seen_revision: String(part.revision) };
  const send = (claim_ref: string, text: string) =>
    writes && view.sendButton({ path, values: { claim_ref, ...seen }, text, secondary: true });
  return html`<p class="govuk-body">${
    chosen === undefined
      ? 'On nothing in the report yet. Children are told only what the report shows: choose the claim it rests on.'
      : html`It rests on: ${drawClaim(chosen)}`
  }</p>${chosen !== undefined && send('', 'It rests on none of these')}${
    offered.length === 0
      ? listClaims(offered)
      : html`<ul class="govuk-list">${offered
          .filter((claim) => claim !== chosen)
          .map(
            (claim) =>
              html`<li><p class="govuk-body">${drawClaim(claim)}</p>${send(claim.ref, 'It rests on this')}</li>`,
          )}</ul>`
  }`;
}

function drawPicture({ part }: ReadPart, here: string, writes: boolean): Html {
  const { picture } = part;
  if (picture === null)
    return html`<p class="govuk-body">None yet.</p>${acts([writes && { href: `${here}/picture`, text: 'Add a picture' }])}`;
  return html`<p><img class="report-picture" src="${here}/picture-file" alt="${picture.alt ?? ''}"></p>
<p class="govuk-body">What it shows: ${picture.alt}</p>
${acts([
  writes && { href: `${here}/picture-words`, text: 'Say it in other words' },
  writes && { href: `${here}/picture`, text: 'Put another picture in its place' },
  writes && { href: `${here}/picture-removal`, text: 'Take it out' },
])}`;
}

function drawBeforeSigning({ edition, version, missing, remarks, unshown }: ReadVersion): Html {
  const here = versionAt(edition.year, version.kind);
  const unshownParts = version.parts.filter(({ priority }) => unshown.includes(priority));
  return html`<p class="govuk-body">With your signature the text is frozen${edition.state === 'published' ? ', and anybody can read it' : ', and anybody can read it once the report is published'}. What you say here about who read it is printed at its end, in general words.</p>
${version.shown_to !== null && html`<p class="govuk-body">The answers below are from the last time it was signed. If what changed since matters to children, show it to them again.</p>`}
${
  missing.length > 0 &&
  html`<h2 class="govuk-heading-m">Still missing</h2><ul class="govuk-list govuk-list--bullet">${missing.map((one) => html`<li>${one}</li>`)}</ul>`
}
${drawRemarks(remarks, here)}
${
  unshownParts.length > 0 &&
  html`<h2 class="govuk-heading-m">Nothing in the report shows what changed</h2><ul class="govuk-list govuk-list--bullet">${unshownParts.map(({ priority, title, changed }) => html`<li>${link(`${here}/priorities/${priority}`, title)}: “${changed}”</li>`)}</ul>`
}`;
}
