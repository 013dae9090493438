// Mail: a letter to one address, in plain text. It never names a child and never carries what a record says; it says
// that there is something to see, and where.

export interface Letter {
  to: string;
  subject: string;
  /** Plain text; lines as they are to be read. */
  text: string;
}

export interface Mail {
  /** Hands the letter to the mail server. Throws when it was not taken, so that the job that sends it tries again. */
  send(letter: Letter): Promise<void>;
}

/** How letters leave, as the operator set it. */
export type MailSettings =
  | { kind: 'none' }
  | { kind: 'smtp'; url: string; from: string; require_tls: boolean }
  | { kind: 'notify'; api_key: string; template_id: string; base_url?: string };

/** Where no mail server is set: whoever wants to send is told so, and the job stays to be seen. */
export const noMail: Mail = {
  send: () => Promise.reject(new Error('No mail server is set, so this letter was not sent.')),
};

/** The letter itself, if its address and subject can be nothing but that. Throws otherwise, without quoting them. */
export function safeLetter(letter: Letter): Letter {
  // One address, without anything a mail server might read as a second one, a name or a header.
  if (!/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(letter.to) || hasControl(letter.to)) {
    throw new Error('The letter’s address is not one e-mail address, so it was not sent.');
  }
  if (hasControl(letter.subject)) {
    throw new Error('The letter’s subject is not one line of text, so it was not sent.');
  }
  return letter;
}

function hasControl(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}
