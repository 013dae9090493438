// Coming in and going out: the ways to sign in, the second factor, the choice of a partnership; in demonstration mode only,
// the choice of a person. The real mode never registers the demonstration's pages.
import type { FastifyInstance } from 'fastify';
import type { House } from '../../../kernel/operation/perform.ts';
import type { WebSettings } from '../visit.ts';
import { serveDemonstration } from './demonstration.ts';
import { serveInvitation } from './invitation.ts';
import { serveLeave } from './leave.ts';
import { servePartnerships } from './partnerships.ts';
import { servePasskeySignIn } from './passkey-sign-in.ts';
import { serveReset } from './reset.ts';
import { serveSecondFactor } from './second-factor.ts';
import { serveSessionTime } from './session-time.ts';
import { serveSetUp } from './set-up.ts';
import { serveSingleSignOn } from './single-sign-on.ts';
import { serveSignIn } from './sign-in.ts';

export function serveEntrance(app: FastifyInstance, house: House, settings: WebSettings): void {
  if (settings.mode === 'demonstration') {
    serveDemonstration(app, house, settings);
  } else {
    serveSignIn(app, house, settings);
    servePasskeySignIn(app, house, settings);
    serveSecondFactor(app, house, settings);
    serveSetUp(app, house, settings);
    serveInvitation(app, house, settings);
    serveReset(app, house, settings);
    serveSingleSignOn(app, house, settings);
  }
  servePartnerships(app, house, settings);
  serveSessionTime(app, house, settings);
  serveLeave(app, house, settings);
}
