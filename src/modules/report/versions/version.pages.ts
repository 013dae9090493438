// The versions for children and in easy read on screen: where each stands, its texts priority by priority, how it will look.
import { acts, link } from '../../../ground/drawing.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { type AnyPage, download, page, type View } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { taskList } from '../../../surfaces/web/components/task-list.ts';
import { shownYear } from '../edition.ts';
import { formats, reportFormatNames } from '../output/formats.ts';
import { renderWebPage } from '../output/web-page.ts';
import type { GivenFile } from '../report.operations.ts';
import { trailOf } from '../report.pages.ts';
import { readVersionDocument, renderFilmScript, renderVersion } from './version-files.operations.ts';
import { readPicture } from './version-picture.operations.ts';
import type { Remark } from './version-checks.ts';
import { listVersions, type ReadVersion, readWholeVersion } from './version.operations.ts';
import {
  questionNames,
  questions,
  type Standing,
  standingOf,
  type Version,
  type VersionKind,
  versionKinds,
} from './version.ts';

export const versionsAt = (year: string) => `/report/${year}/versions`;
export const versionAt = (year: string, kind: VersionKind) => `${versionsAt(year)}/${kind}`;
export const trailToVersions = (year: string) => [
  ...trailOf(year),
  { text: 'Versions for children and in easy read', href: versionsAt(year) },
];
export const trailToVersion = (year: string, kind: VersionKind) => [
  ...trailToVersions(year),
  { text: versionKinds[kind].name, href: versionAt(year, kind) },
];

const standings: Record<Standing, { text: string; classes: string }> = {
  'not-begun': { text: 'Not begun', classes: 'govuk-tag--grey' },
  draft: { text: 'Draft', classes: 'govuk-tag--yellow' },
  signed: { text: 'Signed', classes: 'govuk-tag--green' },
};

interface Listed {
  edition: ReadVersion['edition'];
  versions: (Version & { missing: string[] })[];
}

const asked = ({ params: { year, kind } }: { params: Record<string, string> }) => ({ year, kind });
const scriptFormats = ['docx', 'html'] as const;

export const versionPages: AnyPage[] = [
  page({
    path: '/report/:year/versions',
    title: ({ edition }: Listed) => `Versions for children and in easy read for ${shownYear(edition.year)}`,
    query: listVersions,
    trail: ({ edition }) => trailOf(edition.year),
    draw: drawList,
    csv: ({ edition, versions }: Listed) => ({
      name: `versions-${edition.year}`,
      columns: [
        'Version',
        'Where it stands',
        'Priority',
        ...questionNames.map((name) => questions[name].label),
        'What the picture shows',
      ],
      rows: versions.flatMap((version) =>
        version.parts.map((part) => [
          versionKinds[version.kind].name,
          standings[standingOf(version)].text,
          part.title,
          ...questionNames.map((name) => part[name]),
          part.picture?.alt ?? null,
        ]),
      ),
    }),
  }),
  page({
    path: '/report/:year/versions/:kind',
    title: titleOf,
    query: readWholeVersion,
    trail: ({ edition }) => trailToVersions(edition.year),
    draw: drawVersion,
  }),
  page({
    path: '/report/:year/versions/:kind/preview',
    title: ({ document }: Previewed) => document.title,
    query: readVersionDocument,
    trail: ({ edition, kind }) => trailToVersion(edition.year, kind),
    draw: ({ edition, kind, document }: Previewed) =>
      html`<h1 class="govuk-heading-l">How it will be read</h1>
<p class="govuk-body">${link(versionAt(edition.year, kind), `Back to the ${versionKinds[kind].word}`)}</p>
<div class="gt-report">${renderWebPage(document, { mode: 'page', linkRecords: false })}</div>`,
  }),
  ...reportFormatNames.map((format) =>
    download({
      path: `/report/:year/versions/:kind/version.${formats[format].extension}`,
      query: renderVersion,
      input: (address) => ({ ...asked(address), format }),
      give: (given: GivenFile) => given.file,
    }),
  ),
  ...scriptFormats.map((format) =>
    download({
      path: `/report/:year/versions/:kind/film-script.${formats[format].extension}`,
      query: renderFilmScript,
      input: (address) => ({ ...asked(address), format }),
      give: (given: GivenFile) => given.file,
    }),
  ),
  download({
    path: '/report/:year/versions/:kind/priorities/:priority/picture-file',
    query: readPicture,
    input: ({ params }) => params,
    give: (given: GivenFile) => given.file,
  }),
];

interface Previewed {
  edition: ReadVersion['edition'];
  kind: VersionKind;
  document: Parameters<typeof renderWebPage>[0];
}

function titleOf({ edition, version }: ReadVersion): string {
  return `${versionKinds[version.kind].name} for ${shownYear(edition.year)}`;
}

function drawList({ edition, versions }: Listed, view: View): Html {
  return html`<h1 class="govuk-heading-l">Versions for children and in easy read for ${shownYear(edition.year)}</h1>
<p class="govuk-body">Children and young people told you what they think. These versions tell them, for each priority, what you did with it. Each is written in its own words, read by children before it is signed, and stands beside the published report.</p>
${taskList({
  items: versions.map((version) => ({
    title: { text: versionKinds[version.kind].name },
    href: versionAt(edition.year, version.kind),
    hint: { text: nextStep(version, version.missing, edition) },
    status: { tag: standings[standingOf(version)] },
  })),
})}
<p class="govuk-body"><a class="govuk-link" href="${versionsAt(edition.year)}.csv" download>Download the texts as CSV</a></p>
${view.can('report.write') && html`<p class="govuk-body">Somebody asked for another form, such as Braille or another language? ${link('/report/format-requests', 'Record it')}</p>`}`;
}

function nextStep(
  version: Pick<Version, 'signed' | 'id'>,
  missing: readonly string[],
  edition: ReadVersion['edition'],
): string {
  if (version.id === null) return 'Write the opening words, then a short text for each priority.';
  if (version.signed !== null)
    return edition.state === 'published'
      ? 'Anybody can read it beside the published report.'
      : 'Anybody can read it once the report is published.';
  if (missing.length > 0)
    return missing.length === 1 ? 'One text is still missing.' : `${missing.length} texts are still missing.`;
  return 'Show it to children, mend what they say, then sign it.';
}

function drawVersion(read: ReadVersion, view: View): Html {
  const { edition, version, missing, remarks, ease } = read;
  const { kind } = version;
  const here = versionAt(edition.year, kind);
  const open = edition.state !== 'withdrawn';
  const writes = open && view.can('report.write');
  return html`<h1 class="govuk-heading-l">${titleOf(read)} ${tag(standings[standingOf(version)])}</h1>
${standing(read, view)}
${acts([
  writes && {
    href: `${here}/opening`,
    text: version.opening === null ? 'Write the opening words' : 'Change the opening words',
  },
  version.id !== null && { href: `${here}/preview`, text: 'See how it will be read' },
  open &&
    version.id !== null &&
    version.signed === null &&
    view.can('report.publish') && { href: `${here}/signature`, text: 'Sign it off' },
])}
${version.opening !== null && html`<h2 class="govuk-heading-m">Opening words</h2><p class="govuk-body gt-prose">${version.opening}</p>`}
<h2 class="govuk-heading-m">Priority by priority</h2>
${dataTable({
  caption: 'The priorities of the year',
  captionClasses: 'govuk-visually-hidden',
  rows: version.parts,
  columns: [
    {
      heading: 'Priority',
      isRowHeader: true,
      cell: ({ priority, title }) => link(`${here}/priorities/${priority}`, title),
    },
    {
      heading: 'Texts',
      cell: (part) => {
        const gaps = questionNames.filter((name) => part[name] === null);
        return gaps.length === 0
          ? 'All four'
          : `Missing: ${gaps.map((name) => questions[name].label.toLowerCase()).join(', ')}`;
      },
    },
    {
      heading: 'Reading age',
      cell: ({ priority }) => {
        const age = read.ease_of[priority]?.reading_age ?? null;
        return age === null ? 'Too few words' : `About ${age}`;
      },
    },
    { heading: 'Picture', cell: ({ picture }) => (picture === null ? 'None' : 'Yes, with its words') },
    {
      heading: 'What changed',
      cell: ({ changed, priority }) =>
        changed === null
          ? 'Not written'
          : read.unshown.includes(priority)
            ? tag({ text: 'Nothing shows it', classes: 'govuk-tag--yellow' })
            : 'Shown by the report',
    },
  ],
  empty: 'The plan holds no priorities for this year.',
})}
<h2 class="govuk-heading-m">How easily it reads</h2>
${ease.said.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
${drawRemarks(remarks, here)}
${
  missing.length > 0 &&
  html`<h2 class="govuk-heading-m">Still missing</h2><ul class="govuk-list govuk-list--bullet">${missing.map((one) => html`<li>${one}</li>`)}</ul>`
}
${
  version.id !== null &&
  html`<h2 class="govuk-heading-m">Take it with you</h2><ul class="govuk-list">${reportFormatNames.map(
    (format) =>
      html`<li><a class="govuk-link" href="${here}/version.${formats[format].extension}" download>${formats[format].label}</a></li>`,
  )}${scriptFormats.map(
    (format) =>
      html`<li><a class="govuk-link" href="${here}/film-script.${formats[format].extension}" download>Script for a film: ${formats[format].label}</a></li>`,
  )}</ul>`
}`;
}

function standing({ edition, version, missing, remarks }: ReadVersion, view: View): Html {
  const { kind, signed, revision } = version;
  if (edition.state === 'withdrawn')
    return insetText({
      text: 'The report was withdrawn, and nobody outside can read this version any more. It is carried into the edition that replaces it.',
    });
  if (signed === null) {
    const stops = remarks.filter(({ blocks }) => blocks).length;
    const next =
      stops > 0 && missing.length === 0 ? 'Mend what is named below.' : nextStep(version, missing, edition);
    return insetText({ text: `Only the partnership can read it yet. ${next}` });
  }
  const address = `/published/${view.partnership.short_name}/${edition.year}/${kind}`;
  return html`${insetText({
    html: html`Signed by ${signed.by} on ${showDay(signed.on)}. ${
      edition.state === 'published'
        ? html`Anybody can read it: ${link(address, 'its public page')}.`
        : 'Anybody can read it once the report is published.'
    } A change makes it a draft again${edition.state === 'published' && ', and takes it off its public page until it is signed anew'}. Its text is frozen under this hash: <code class="gt-hash">${signed.sha256}</code>`,
  })}${
    view.can('report.write') &&
    view.sendButton({
      path: `${versionAt(edition.year, kind)}/return-to-draft`,
      values: { seen_revision: String(revision) },
      text: 'Take it back to draft',
      secondary: true,
    })
  }`;
}

/** What the rules say of the words; nothing where they say nothing. */
export function drawRemarks(remarks: readonly Remark[], here: string): Html {
  if (remarks.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Look at these words again</h2>
<ul class="govuk-list govuk-list--bullet">${remarks.map(
    ({ where, priority, message, mend, blocks }) =>
      html`<li>${link(priority === null ? `${here}/opening` : `${here}/priorities/${priority}`, where)}: ${message} ${mend}${blocks && html` ${tag({ text: 'Stops the signature', classes: 'govuk-tag--red' })}`}</li>`,
  )}</ul>`;
}
