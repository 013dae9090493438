// Letters by GOV.UK Notify, for those who may use it: one template with the placeholders ((subject)) and ((body)).
import { NotifyClient } from 'notifications-node-client';
import { type Letter, type Mail, type MailSettings, safeLetter } from './mail.ts';

/** Milliseconds. */
const patience = 15_000;
const service = 'https://api.notifications.service.gov.uk';

export function notifyMail(settings: Extract<MailSettings, { kind: 'notify' }>, timeout = patience): Mail {
  const client = new NotifyClient(settings.base_url ?? service, settings.api_key);
  // The library's own client waits for ever and puts the whole request, key included, into its errors.
  (client as unknown as { setClient(send: SendRequest): void }).setClient((request) =>
    post(request, timeout),
  );
  return {
    async send(letter: Letter) {
      const { to, subject, text } = safeLetter(letter);
      await client.sendEmail(settings.template_id, to, {
        personalisation: { subject, body: text },
      });
    },
  };
}

type SendRequest = (request: {
  url: string;
  headers: Record<string, string>;
  data: unknown;
}) => Promise<unknown>;

async function post(
  { url, headers, data }: Parameters<SendRequest>[0],
  timeout: number,
): Promise<{ status: number }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(data),
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  }).catch(() => {
    throw new Error('GOV.UK Notify did not answer, so the letter was not sent.');
  });
  await answer.body?.cancel();
  if (answer.ok) return { status: answer.status };
  const advice =
    answer.status === 403
      ? ': check NOTIFY_API_KEY'
      : answer.status === 400
        ? ': check NOTIFY_TEMPLATE_ID and that its template has ((subject)) and ((body))'
        : '';
  throw new Error(`GOV.UK Notify did not take the letter (${answer.status})${advice}.`);
}
