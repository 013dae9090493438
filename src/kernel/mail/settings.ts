// How the operator says by which way letters leave: an SMTP server, or GOV.UK Notify, or none. Half a setting is a mistake
// that stops the start. Values that hold a password or a key are never shown.
import { z } from 'zod';
import type { MailSettings } from './mail.ts';

const smtpUrl = z.string().refine((text) => {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return false;
  return (
    /^\/?$/.test(url.pathname) && url.search === '' && url.hash === '' && decodes(url.username, url.password)
  );
}, 'must look like smtps://user:password@host:465 (TLS from the start) or smtp://user:password@host:587 (STARTTLS).');

function decodes(...parts: string[]): boolean {
  try {
    return parts.map(decodeURIComponent).length > 0;
  } catch {
    return false;
  }
}

const sender = z
  .string()
  .regex(
    /^(?:[^\p{Cc}<>"@]+ <[^\s@<>"]+@[^\s@<>"]+>|[^\s@<>"]+@[^\s@<>"]+)$/u,
    'must be an address such as no-reply@example.org, or a name with one: Golden Thread <no-reply@example.org>.',
  );

export const mailSettings = {
  SMTP_URL: {
    what: 'The mail server for invitations, resets and other letters: smtps://user:password@host:465, or smtp:// with STARTTLS.',
    otherwise: 'no letters are sent',
    secret: true,
    schema: smtpUrl.optional(),
  },
  MAIL_FROM: {
    what: 'The sender of letters, such as Golden Thread <no-reply@example.org>; needed with SMTP_URL.',
    otherwise: 'needed with SMTP_URL',
    schema: sender.optional(),
  },
  NOTIFY_API_KEY: {
    what: 'GOV.UK Notify instead of a mail server: its API key.',
    otherwise: 'no letters by GOV.UK Notify',
    secret: true,
    schema: z
      .string()
      .regex(
        /^\S+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
        'must be an API key of GOV.UK Notify: a name, the service’s id and the key’s id, joined by hyphens.',
      )
      .optional(),
  },
  NOTIFY_TEMPLATE_ID: {
    what: 'The e-mail template of GOV.UK Notify: its subject is ((subject)) and its message ((body)).',
    otherwise: 'needed with NOTIFY_API_KEY',
    schema: z
      .uuid('must be the id of a template of GOV.UK Notify, such as 01234567-89ab-cdef-0123-456789abcdef.')
      .optional(),
  },
} as const;

interface Given {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  NOTIFY_API_KEY?: string | undefined;
  NOTIFY_TEMPLATE_ID?: string | undefined;
}

/** What is half set or set twice, in words for the operator. */
export function mailDisagreements(given: Given): string[] {
  const needs: [keyof Given, keyof Given, string][] = [
    ['SMTP_URL', 'MAIL_FROM', 'say who letters come from'],
    ['MAIL_FROM', 'SMTP_URL', 'say which mail server takes them, or leave MAIL_FROM out'],
    ['NOTIFY_API_KEY', 'NOTIFY_TEMPLATE_ID', 'say which template to use'],
    ['NOTIFY_TEMPLATE_ID', 'NOTIFY_API_KEY', 'give the key as well, or leave the template out'],
  ];
  const half = needs
    .filter(([has, lacks]) => given[has] !== undefined && given[lacks] === undefined)
    .map(([has, lacks, advice]) => `${lacks} is not set but ${has} is: ${advice}.`);
  const both = given.SMTP_URL !== undefined && given.NOTIFY_API_KEY !== undefined;
  return both
    ? [...half, 'SMTP_URL and NOTIFY_API_KEY are both set: letters leave one way; leave one of them out.']
    : half;
}

/** Give only what mailDisagreements found no fault with; `isLoopback` says whether a host is this machine itself. */
export function mailWay(given: Given, isLoopback: (host: string) => boolean): MailSettings {
  if (given.SMTP_URL !== undefined && given.MAIL_FROM !== undefined) {
    const host = new URL(given.SMTP_URL).hostname;
    return { kind: 'smtp', url: given.SMTP_URL, from: given.MAIL_FROM, require_tls: !isLoopback(host) };
  }
  if (given.NOTIFY_API_KEY !== undefined && given.NOTIFY_TEMPLATE_ID !== undefined)
    return { kind: 'notify', api_key: given.NOTIFY_API_KEY, template_id: given.NOTIFY_TEMPLATE_ID };
  return { kind: 'none' };
}
