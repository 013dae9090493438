// The way letters leave, by what the operator set.
import { type Mail, type MailSettings, noMail } from './mail.ts';
import { notifyMail } from './notify.ts';
import { smtpMail } from './smtp.ts';

export function mailBy(settings: MailSettings): Mail {
  if (settings.kind === 'smtp') return smtpMail(settings);
  return settings.kind === 'notify' ? notifyMail(settings) : noMail;
}
