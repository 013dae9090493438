// Moving a record on screen. Opening one that a circle closed is a page of its own, which first lists what everybody will
// then be able to see.
import { type Html, html } from '../../kernel/pages/html.ts';
import { form } from '../../kernel/pages/page.ts';
import { warningText } from '../../surfaces/web/components/warning-text.ts';
import { link } from '../drawing.ts';
import type { reclassifying } from './reclassify.operations.ts';

const several = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** Said before anybody writes a reason: without the originator's answer the act is refused. */
function control(circle: { originator: string | null } | null): Html | false {
  const originator = circle?.originator ?? null;
  return (
    originator !== null &&
    html`<p class="govuk-body">${originator} keeps control of what lies in this circle. If they have not agreed yet, you are offered the form to ask them.</p>`
  );
}

export function reclassifyPages({ readPlacement, reclassify }: ReturnType<typeof reclassifying>) {
  const shared = {
    command: reclassify,
    before: readPlacement,
    beforeInput: ({ search }: { search: Record<string, string> }) => ({ ref: search['ref'] }),
    next: ({ path }: { path: string }) => path,
    trail: ({ word, path }: Awaited<ReturnType<typeof readPlacement.run>>) => [
      { text: `The ${word}`, href: path },
    ],
  };
  return [
    form({
      ...shared,
      path: '/circles/moves/new',
      title: ({ word, circle }: Awaited<ReturnType<typeof readPlacement.run>>) =>
        circle === null ? `Close this ${word} into a circle` : `Move this ${word} to another circle`,
      fixed: ({ search }) => ({ ref: search['ref'], open_to_all: false }),
      leaveOut: ['open_to_all'],
      intro: ({ word, path, circle, files, earlier }) =>
        html`<p class="govuk-body">${
          circle === null
            ? `Everybody in the partnership who may see records of this kind can see this ${word} now.`
            : `Only the people of “${circle.name}” can see this ${word} now.`
        } Its ${several(files, 'file', 'files')} and everything it said before (${several(earlier, 'revision', 'revisions')}) move with it. Links to other records stay, and show only to those who may see both. ${link(path, `Back to the ${word}`)}</p>${control(circle)}`,
      button: 'Move it',
      done: 'Moved, with its files and history',
    }),
    form({
      ...shared,
      path: '/circles/openings/new',
      title: ({ word }: Awaited<ReturnType<typeof readPlacement.run>>) => `Open this ${word} to everybody?`,
      fixed: ({ search }) => ({ ref: search['ref'], circle_id: null, open_to_all: true }),
      leaveOut: ['open_to_all'],
      intro: ({ word, path, circle, files, earlier, parts }) =>
        html`<p class="govuk-body">Until now only the people of “${circle?.name ?? ''}” could see it. Everybody in the partnership who may see records of this kind will then see:</p><ul class="govuk-list govuk-list--bullet"><li>the ${word} itself, as it stands</li>${parts > 0 && html`<li>${several(parts, 'record that belongs to it', 'records that belong to it')}</li>`}${files > 0 && html`<li>${several(files, 'file', 'files')}</li>`}<li>everything it said before: ${several(earlier, 'revision', 'revisions')}</li><li>its links to other records that they may see</li></ul>${warningText({ text: 'Read it through once more. What somebody has seen cannot be taken back.' })}${control(circle)}<p class="govuk-body">${link(path, `Back to the ${word}, and leave it as it is`)}</p>`,
      button: 'Open it to everybody',
      warning: true,
      done: 'Opened to everybody',
    }),
  ];
}
