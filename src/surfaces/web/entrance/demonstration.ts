// Demonstration mode only: choosing one of the demonstration's people instead of signing in.
import type { FastifyInstance } from 'fastify';
import { isPersona, listPersonas, type Persona } from '../../../kernel/access/personas.ts';
import { roles } from '../../../kernel/access/roles.ts';
import { startSession } from '../../../kernel/access/session.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { NotAllowed } from '../../../kernel/operation/refusals.ts';
import { html } from '../../../kernel/pages/html.ts';
import { takeNotice } from '../notice.ts';
import { setSessionCookie, type WebSettings } from '../visit.ts';
import { refuseOtherSites, send, sentOf, valueOf, wantedPage } from './drawing.ts';

export function serveDemonstration(app: FastifyInstance, house: House, settings: WebSettings): void {
  app.get('/sign-in', async (request, reply) => {
    const personas = await listPersonas(house.pool, settings.clock().today);
    const partnerships = [...new Set(personas.map((p) => p.partnership))];
    return send(reply, settings, {
      title: 'Choose a person',
      wide: true,
      notification: takeNotice(request, reply),
      main: html`<h1 class="govuk-heading-l">Who would you like to be?</h1>
<p class="govuk-body-l">Start as the business manager of the City of York partnership: you will see its 2024/25 year as published, and its yearly report composed from the records.</p>
${partnerships.map((name) =>
  personaList(
    name,
    personas.filter((p) => p.partnership === name),
  ),
)}`,
    });
  });
  app.post('/sign-in', async (request, reply) => {
    refuseOtherSites(request, settings);
    const sent = sentOf(request);
    const [partnership_id, person_id] = [valueOf(sent, 'partnership_id'), valueOf(sent, 'person_id')];
    if (!(await isPersona(house.pool, settings.clock().today, partnership_id, person_id)))
      throw new NotAllowed();
    const secret = await startSession(house, { account_id: null, partnership_id, person_id }, new Date());
    setSessionCookie(settings, reply, secret);
    return reply.redirect(wantedPage(request), 303);
  });
}

function personaList(partnership: string, personas: Persona[]) {
  const rank = (p: Persona) => (p.roles.includes('business-manager') ? 0 : 1);
  return html`<h2 class="govuk-heading-m">${partnership}</h2><ul class="gt-personas">${personas
    .toSorted((a, b) => rank(a) - rank(b))
    .map(
      (p) =>
        html`<li class="${rank(p) === 0 ? 'gt-personas__item gt-personas__item--first' : 'gt-personas__item'}"><form method="post"><input type="hidden" name="partnership_id" value="${p.partnership_id}"><input type="hidden" name="person_id" value="${p.person_id}"><button class="gt-personas__button" type="submit"><span class="gt-personas__name">${p.name}</span><span class="gt-personas__roles">${p.roles.map((role) => roles[role]).join(', ')}</span></button></form></li>`,
    )}</ul>`;
}
