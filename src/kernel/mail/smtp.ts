// Letters by SMTP. Beyond this machine itself the connection is encrypted and the server's certificate checked, or
// nothing is sent.
import { createTransport } from 'nodemailer';
import { type Letter, type Mail, type MailSettings, safeLetter } from './mail.ts';

/** Milliseconds; together less than a job's transaction may stand idle. */
const patience = 15_000;

export function smtpMail(settings: Extract<MailSettings, { kind: 'smtp' }>, timeout = patience): Mail {
  const url = new URL(settings.url);
  const implicit = url.protocol === 'smtps:';
  const transport = createTransport({
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || (implicit ? 465 : 587),
    secure: implicit,
    requireTLS: settings.require_tls,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: settings.require_tls },
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter: Letter) {
      const { to, subject, text } = safeLetter(letter);
      try {
        // An address as an object is taken as it stands and never read as a list.
        await transport.sendMail({
          from: settings.from,
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw new Error(problemOf(error), { cause: error });
      }
    },
  };
}

/** What went wrong, without what the server said: that may quote the address. */
function problemOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (code === 'ETLS' || code === 'ESOCKET')
    return 'No encrypted connection to the mail server could be made, so the letter was not sent.';
  if (code === 'EAUTH') return 'The mail server did not accept the user and password of SMTP_URL.';
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time, so the letter was not sent.';
  const status = typeof responseCode === 'number' ? ` (${responseCode})` : '';
  if (code === 'EENVELOPE') return `The mail server refused the letter’s sender or address${status}.`;
  return `The mail server did not take the letter${status || (typeof code === 'string' ? ` (${code})` : '')}.`;
}
