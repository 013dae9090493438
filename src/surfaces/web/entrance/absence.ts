// What somebody sees who has no appointment in force: whose appointment ended and when, or from when it runs, and whom to
// ask. It answers on every path, so that nothing tells what is there.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Absence, absenceOf } from '../../../kernel/access/standing.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { showDay } from '../components/day.ts';
import { sessionOf, type WebSettings } from '../visit.ts';
import { send } from './drawing.ts';

export async function sendAbsence(
  house: House,
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const session = await sessionOf(house, settings, request);
  const { partnership_id = null, person_id = null } = session ?? {};
  const absence =
    partnership_id !== null && person_id !== null
      ? await absenceOf(house, { partnership_id, person_id }, settings.clock().today)
      : undefined;
  const title = absence?.starts_on ? 'You are not appointed yet' : 'Your appointment has ended';
  const several = (session?.partnerships ?? 0) > 1;
  return send(
    reply,
    settings,
    {
      title,
      main: html`<h1 class="govuk-heading-l">${title}</h1>${absence && drawAbsence(absence)}${several && html`<p class="govuk-body"><a class="govuk-link" href="/partnerships">Change partnership</a></p>`}<p class="govuk-body"><a class="govuk-link" href="/leave">Sign out</a></p>`,
    },
    403,
  );
}

function drawAbsence({ person, partnership, ended_on, starts_on, managers }: Absence): Html {
  const what =
    starts_on !== null
      ? html`${person}’s appointment to ${partnership} begins on ${showDay(starts_on)}. You can sign in from that day on.`
      : ended_on !== null
        ? html`${person}’s last appointment to ${partnership} ended on ${showDay(ended_on)}, so nothing there is open to you any more.`
        : html`${person} has no appointment to ${partnership}, so nothing there is open to you.`;
  return html`<p class="govuk-body">${what}</p>${
    managers.length === 0
      ? html`<p class="govuk-body">If this is not right, ask the partnership. It has no business manager in post today.</p>`
      : html`<p class="govuk-body">If this is not right, ask the business manager:</p><ul class="govuk-list govuk-list--bullet">${managers.map(
          ({ name, email }) =>
            html`<li>${name}${email && html`, <a class="govuk-link" href="mailto:${email}">${email}</a>`}</li>`,
        )}</ul>`
  }`;
}
