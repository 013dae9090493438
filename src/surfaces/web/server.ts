// The web server: security headers, rate limits, the entrance, and every room's pages. No logic of its own.
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import type { House } from '../../kernel/operation/perform.ts';
import type { Room } from '../../kernel/records/room.ts';
import { serveApi } from '../api/serve-api.ts';
import { registerAssets } from './assets.ts';
import { serveAccount } from './account/index.ts';
import { navigationOf } from './chrome.ts';
import { serveHealth, type Stopping } from './health.ts';
import { type LogSettings, logOptions, logRequests } from './log.ts';
import { serveMetrics } from './metrics.ts';
import { serveGuest } from './entrance/guest.ts';
import { serveEntrance } from './entrance/index.ts';
import { serveRefusals } from './refusal-page.ts';
import { serveDrafts } from './serve-drafts.ts';
import { type Choices, serveForm } from './serve-form.ts';
import { serveDownload, servePage } from './serve-page.ts';
import { serveStatements } from './serve-statements.ts';
import { serveTool } from './serve-tool.ts';
import type { WebSettings } from './visit.ts';

export interface ServerOptions {
  logger: LogSettings | false;
  /** Without it there is no /metrics. */
  metricsToken?: string | undefined;
  trustedProxies?: string[] | false;
  stopping?: Stopping;
}

export async function buildServer(
  house: House,
  rooms: readonly Room[],
  settings: WebSettings,
  options: ServerOptions,
): Promise<FastifyInstance> {
  const app = Fastify({
    ...logOptions(options.logger),
    bodyLimit: 1_000_000,
    trustProxy: options.trustedProxies ?? (settings.mode === 'serve' ? 'loopback' : false),
    requestTimeout: 30_000,
    // While it stops, what still comes over an open connection is answered; only new connections are refused.
    return503OnClosing: false,
  });
  logRequests(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    hsts: settings.publicUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  });
  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: 25_000_000, files: 1, fields: 50 } });
  // Counted by each process for itself: with several, so many times as much. What guards passwords, codes and links is
  // counted in the database (kernel/access/attempt.ts, guest-visit.ts, password-reset.ts).
  await app.register(rateLimit, {
    max: settings.mode === 'serve' ? 600 : 1_000_000_000,
    timeWindow: '1 minute',
  });
  await registerAssets(app);

  // What a person sees is theirs: no shared cache may keep it.
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store');
  });

  const pages = rooms.flatMap((room) => room.pages);
  const choices: Choices = Object.assign({}, ...rooms.map((room) => room.choices ?? {}));
  const chrome = { settings, navigation: navigationOf(pages) };
  serveRefusals(app, house, settings);
  serveHealth(app, house, options.stopping ?? { begun: false });
  serveMetrics(app, house, options.metricsToken);
  serveEntrance(app, house, settings);
  const guestTasks = rooms.flatMap((room) => room.guests ?? []);
  serveGuest(app, house, settings, guestTasks);
  serveAccount(app, house, chrome);
  serveDrafts(app, house, settings);
  serveStatements(app, house, rooms, settings);
  for (const page of pages) {
    if (page.kind === 'page') servePage(app, house, chrome, page);
    else if (page.kind === 'form') serveForm(app, house, chrome, page, choices);
    else if (page.kind === 'tool') serveTool(app, house, chrome, page);
    else serveDownload(app, house, chrome, page);
  }
  serveApi(app, house, rooms, settings);
  return app;
}
