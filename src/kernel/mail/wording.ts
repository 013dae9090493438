// The one place where letters are worded: the same greeting, the same "why you get this", the same close. A letter says
// that there is something to see and where; it never names a child and never carries what a record says.
import type { Letter } from './mail.ts';

export interface LetterFacts {
  to: string;
  /** The person's own name, where it is known; the greeting alone holds it. */
  name?: string | null;
  /** One line, without anybody's name. */
  subject: string;
  /** What happened, and what to do. */
  paragraphs: readonly string[];
  /** The one address to open, on a line of its own. */
  link?: string;
  /** Said after the link: how long it works, what to do if it does not. */
  afterLink?: readonly string[];
  /** "you are a member of the … partnership": why this person gets it, without a full stop. */
  because: string;
  /** Who writes: the partnership's name. */
  from: string;
}

export function letter(facts: LetterFacts): Letter {
  const { to, name, subject, paragraphs, link, afterLink = [], because, from } = facts;
  return {
    to,
    subject,
    text: [
      name ? `Dear ${oneLine(name)},` : 'Hello,',
      ...paragraphs,
      ...(link === undefined ? [] : [link]),
      ...afterLink,
      `You get this letter because ${because}. Nobody reads answers to it: if something is not right, speak to your partnership’s business manager, and not by way of an address in a letter.`,
      `${oneLine(from)}, by Golden Thread`,
    ].join('\n\n'),
  };
}

/** Names are people's own text: one that holds line breaks could otherwise write paragraphs of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
