// The hand-over to whoever makes a film of a version: a scene for each priority, with what is seen, what is said and how long
// it takes to say. It names nobody.
import type { Block, Chapter, ReportDocument } from '../document.ts';
import { aside, paragraph, strong, text } from '../composing/inlines.ts';
import { shownYear } from '../edition.ts';
import { questionNames, questions, type Version, versionKinds, type VersionPart } from './version.ts';

/** Of a voice that children can follow. */
const wordsInMinute = 130;

export interface ScriptFacts {
  version: Version;
  year: string;
  partnership: string;
  published_on: string | null;
}

export function filmScript({ version, year, partnership, published_on }: ScriptFacts): ReportDocument {
  const scenes = [
    {
      title: 'Hello',
      seen: null,
      said: [paragraph(text(version.opening ?? '…'))],
      words: version.opening ?? '',
    },
    ...version.parts.map(sceneOf),
  ];
  const all = scenes.map(({ words }) => words).join(' ');
  return {
    title: `Film script: ${versionKinds[version.kind].word} of the report ${shownYear(year)}`,
    subtitle: `${scenes.length} scenes, ${lengthWords(all)}`,
    partnership,
    period_label: shownYear(year),
    framework_title: '',
    status: published_on === null ? 'draft' : 'published',
    published_on,
    chapters: scenes.map(
      ({ title, seen, said, words }, i): Chapter => ({
        id: `scene-${i + 1}`,
        number: i + 1,
        title: `Scene ${i + 1}: ${title}`,
        blocks: [
          paragraph(strong('Length: '), text(lengthWords(words))),
          { kind: 'heading', level: 2, text: 'What is seen', id: `scene-${i + 1}-seen` },
          seen === null
            ? aside(
                'gap',
                text(
                  'No picture is described for this scene yet: agree one with the children who take part.',
                ),
              )
            : paragraph(text(seen)),
          { kind: 'heading', level: 2, text: 'What is said', id: `scene-${i + 1}-said` },
          ...said,
          ...(i === 0
            ? [
                aside(
                  'note',
                  text(
                    'Nobody is named. Show no child, family or worker who could be known; whoever is seen or heard has agreed to it, and so has who cares for them.',
                  ),
                ),
              ]
            : []),
        ],
      }),
    ),
    footnotes: [],
    contact: '',
  };
}

function sceneOf(part: VersionPart): { title: string; seen: string | null; said: Block[]; words: string } {
  const said = questionNames.flatMap((name) => {
    const words = part[name];
    return words === null ? [] : [{ label: questions[name].label, words }];
  });
  return {
    title: part.title,
    seen: part.picture?.alt ?? null,
    said: said.map(({ label, words }) => paragraph(strong(`${label}. `), text(words))),
    words: said.map(({ label, words }) => `${label}. ${words}`).join(' '),
  };
}

/** "about 45 seconds (98 words)", to the next five seconds. */
export function lengthWords(spoken: string): string {
  const count = spoken.match(/[\p{L}\p{N}]+(?:['’-][\p{L}]+)*/gu)?.length ?? 0;
  const seconds = Math.ceil((count * 60) / wordsInMinute / 5) * 5;
  const minutes = Math.floor(seconds / 60);
  const parts = [
    minutes > 0 && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    seconds % 60 > 0 && `${seconds % 60} seconds`,
  ].filter(Boolean);
  return `about ${parts.join(' ') || 'no time'} (${count} ${count === 1 ? 'word' : 'words'} at ${wordsInMinute} a minute)`;
}
