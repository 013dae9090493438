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

/** Where no mail server is set: whoever wants to send is told so, and the job stays to be seen. */
export const noMail: Mail = {
  send: () => Promise.reject(new Error('No mail server is set, so this letter was not sent.')),
};
