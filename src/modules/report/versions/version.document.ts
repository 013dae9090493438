// A version as a document: larger type, a chapter for each priority under four plain headings, and who read it first. In easy
// read each idea has its own line, with the picture on its left.
import type { Block, Chapter, Picture, ReportDocument } from '../document.ts';
import { paragraph, strong, text } from '../composing/inlines.ts';
import { shownYear } from '../edition.ts';
import { countWords, questionNames, questions, type Version, type VersionKind } from './version.ts';

export interface VersionFacts {
  version: Version;
  /** The pictures that can be had, by the id of their file. */
  pictures: ReadonlyMap<string, Omit<Picture, 'kind' | 'alt' | 'beside'>>;
  year: string;
  partnership: string;
  published_on: string | null;
  contact: string;
}

const titles: Record<VersionKind, (year: string) => string> = {
  children: (year) => `Our report for children and young people ${year}`,
  'easy-read': (year) => `Our report ${year}: easy read`,
};

export function versionDocument(facts: VersionFacts): ReportDocument {
  const { version, year, partnership, published_on } = facts;
  const readFirst = readFirstBlocks(version);
  const bodies: Omit<Chapter, 'number'>[] = [
    { id: 'hello', title: 'Hello', blocks: paragraphs(version.opening, version.kind) },
    ...version.parts.map((part, i) => ({
      id: `priority-${i + 1}`,
      title: part.title,
      blocks: [
        ...pictureOf(part.picture, facts),
        ...questionNames.flatMap((name): Block[] => [
          { kind: 'heading', level: 2, text: questions[name].label, id: `priority-${i + 1}-${name}` },
          ...paragraphs(part[name], version.kind),
        ]),
      ],
    })),
    ...(readFirst.length === 0
      ? []
      : [{ id: 'who-read-it', title: 'Who read this first', blocks: readFirst }]),
  ];
  return {
    title: titles[version.kind](shownYear(year)),
    subtitle: 'What you told us, what we did, what changed and what is next',
    partnership,
    period_label: shownYear(year),
    // Of no use to a child.
    framework_title: '',
    status: published_on === null ? 'draft' : 'published',
    published_on,
    chapters: bodies.map((chapter, i) => ({ ...chapter, number: i + 1 })),
    footnotes: [],
    contact: facts.contact,
    type_size: 'large',
  };
}

function pictureOf(
  picture: Version['parts'][number]['picture'],
  { pictures, version }: VersionFacts,
): Picture[] {
  const there = picture && pictures.get(picture.file_id);
  return there && picture.alt !== null
    ? [{ kind: 'picture', alt: picture.alt, ...there, beside: version.kind === 'easy-read' }]
    : [];
}

/** In easy read a paragraph is one sentence. */
function paragraphs(words: string | null, kind: VersionKind): Block[] {
  const lines = (words ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const parts = kind === 'easy-read' ? lines.flatMap(sentencesOf) : lines;
  return parts.map((part) => paragraph(text(part)));
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

function sentencesOf(line: string): string[] {
  return [...sentences.segment(line)].map(({ segment }) => segment.trim()).filter(Boolean);
}

/** In general words, with the month alone: a day and a few children could be put together. */
function readFirstBlocks({ shown_to, shown_count, shown_on, they_said, changed_because }: Version): Block[] {
  if (shown_to === null || shown_count === null || shown_on === null) return [];
  const said = (label: string, words: string | null) =>
    words === null ? [] : [paragraph(strong(`${label}: `), text(words))];
  return [
    ...said('Who', shown_to),
    ...said('How many', countWords(shown_count)),
    ...said('When', monthText(shown_on)),
    ...said('What they said', they_said),
    ...said('What we changed', changed_because),
  ];
}

function monthText(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
