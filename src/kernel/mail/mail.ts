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

/** A letter that no further attempt would send. Home pages carry the same news, so it is no failure of the job's. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/** Where no mail server is set: whoever wants to send is told so, once. */
export const noMail: Mail = {
  send: () => Promise.reject(new NotSent('No mail server is set, so this letter was not sent.')),
};

/** A demonstration is peopled by nobody: their addresses are invented, and could be somebody's. */
export const demonstrationMail: Mail = {
  send: () => Promise.reject(new NotSent('No letter leaves a demonstration.')),
};

/** Jobs that send a letter are named for it (`accounts.send-invitation`, `circles.tell-emergency`), and no other job may. */
export const letterKind = String.raw`\.(send|tell)-`;

/** For jobs that are named for other work: a letter is a job of its own, so that what fails beside it sends it only once. */
export const noLetters: Mail = {
  send: () => Promise.reject(new Error('This job is not one that sends a letter; it asks for one that is.')),
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
