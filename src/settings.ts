// Every setting of an installation, in one list: the check at the start, `golden-thread settings` and the README's table
// come from it. Values come from the environment only.
import { isIP } from 'node:net';
import { z } from 'zod';
import { mailSettings } from './kernel/mail/settings.ts';

export const shortestSecret = 32;
const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

const databaseUrl = z.string().refine((text) => {
  const url = URL.parse(text);
  return (
    url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1
  );
}, 'must look like postgres://user:password@host:5432/database.');

const publicUrl = z.string().refine((text) => {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.search !== '' || url.hash !== '' || url.pathname !== '/') {
    return false;
  }
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}, 'must be the https address people use, such as https://safeguarding.example.org (http only for this machine itself).');

const addressList = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine(
    (list) => list.every(isAddressOrNetwork),
    'must be IP addresses or networks with commas between, such as 10.0.0.7, 10.1.0.0/16.',
  );

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    most > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most))
  );
}

/** A setting: what it is for the operator, what happens without it, and what its value must look like. */
interface Setting {
  what: string;
  /** What is used, or what happens, where it is not set. */
  otherwise: string;
  /** Its value is never shown, not even to the operator. */
  secret?: true;
  schema: z.ZodType;
}

const settings = {
  PORT: {
    what: 'The port on which it listens.',
    otherwise: '3000',
    schema: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535, such as 3000.')
      .transform(Number)
      .refine((port) => port <= 65535, 'must be a whole number from 0 to 65535, such as 3000.')
      .default(3000),
  },
  HOST: {
    what: 'The address of this machine on which it listens.',
    otherwise: '127.0.0.1',
    schema: z
      .string()
      .regex(/^[\w.:-]+$/, 'must be a host name or an IP address, such as 127.0.0.1.')
      .default('127.0.0.1'),
  },
  PUBLIC_URL: {
    what: 'The https address people use; a reverse proxy with TLS stands in front.',
    otherwise: 'needed by the real mode',
    schema: publicUrl.optional(),
  },
  DATABASE_URL: {
    what: 'PostgreSQL 18 or later of your own: the application’s login, no superuser and owner of nothing.',
    otherwise: 'the built-in database',
    secret: true,
    schema: databaseUrl.optional(),
  },
  DATABASE_OWNER_URL: {
    what: 'The same database, as the owner of its tables; used for migrations, backup and restore.',
    otherwise: 'the built-in database',
    secret: true,
    schema: databaseUrl.optional(),
  },
  SESSION_SECRET: {
    what: `Protects people’s sign-ins: at least ${shortestSecret} random characters, made with openssl rand -base64 48.`,
    otherwise: 'needed by the real mode; the demonstration makes one at each start',
    secret: true,
    schema: z
      .string()
      .min(
        shortestSecret,
        `must be at least ${shortestSecret} characters; make one with: openssl rand -base64 48`,
      )
      .optional(),
  },
  BACKUP_PASSPHRASE: {
    what: 'Seals backups, and opens them again; keep it where the backups are not.',
    otherwise: 'backups can be read by whoever holds them',
    secret: true,
    schema: z
      .string()
      .min(16, 'must be at least 16 characters, such as five words taken at random.')
      .optional(),
  },
  GOLDEN_THREAD_DATA: {
    what: 'Folder of everything it keeps: uploaded files and the built-in database.',
    otherwise: 'data in the project’s folder',
    schema: z.string().optional(),
  },
  GOLDEN_THREAD_TEMPLATES: {
    what: 'Folder of further templates for committees’ cover papers, one JSON file for each council; see templates/cover-papers.',
    otherwise: 'those that come with it',
    schema: z.string().optional(),
  },
  SECOND_FACTOR: {
    what: 'Whether everybody needs a second step to sign in besides a password (required), or may set one up (offered).',
    otherwise: 'required',
    schema: z.enum(['required', 'offered'], 'must be required or offered.').default('required'),
  },
  TRUSTED_PROXIES: {
    what: 'Addresses of the reverse proxies that stand in front, as 10.0.0.7 or 10.0.0.0/8, with commas; only they are believed when they say whose request it is.',
    otherwise: 'a proxy on this machine only',
    schema: addressList.optional(),
  },
  LOG_LEVEL: {
    what: `How much goes to the log, one JSON line each: ${logLevels.join(', ')}. Requests are at info.`,
    otherwise: 'info in the real mode, warn in the demonstration',
    schema: z.enum(logLevels, `must be one of ${logLevels.join(', ')}.`).optional(),
  },
  DRAIN_SECONDS: {
    what: 'How long it still takes people after it was told to stop, while /ready already says no: for a load balancer that looks now and then. At most 60.',
    otherwise: '0',
    schema: z
      .string()
      .regex(/^([0-9]|[1-5][0-9]|60)$/, 'must be a whole number of seconds from 0 to 60.')
      .transform(Number)
      .default(0),
  },
  METRICS_TOKEN: {
    what: `Opens /metrics to whoever sends it as a bearer token: at least ${shortestSecret} random characters.`,
    otherwise: '/metrics does not exist',
    secret: true,
    schema: z.string().min(shortestSecret, `must be at least ${shortestSecret} characters.`).optional(),
  },
  ...mailSettings,
} as const satisfies Record<string, Setting>;

type Schemas = { [name in keyof typeof settings]: (typeof settings)[name]['schema'] };
export const environmentSchema = z.object(
  Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema])) as Schemas,
);

export type Settings = z.infer<typeof environmentSchema>;
export const settingNames = Object.keys(settings);

export interface ListedSetting {
  name: string;
  what: string;
  otherwise: string;
  secret: boolean;
  set: boolean;
  /** Null where it is not set, and always for a secret. */
  value: string | null;
}

/** Every setting and how it stands in this environment, for the operator; the value of a secret is left out. */
export function listSettings(environment: Record<string, string | undefined>): ListedSetting[] {
  return Object.entries<Setting>(settings).map(([name, { what, otherwise, secret = false }]) => {
    const given = environment[name]?.trim() ? environment[name] : undefined;
    return {
      name,
      what,
      otherwise,
      secret,
      set: given !== undefined,
      value: secret ? null : (given ?? null),
    };
  });
}
