// A document said to build on, follow or answer one that is younger than itself: an edition or a year is wrong.
import { showDay } from '../../../surfaces/web/components/day.ts';
import type { Day } from '../../calendar/day.ts';
import { frameworks } from '../../frameworks/framework.ts';
import type { ReadDocument } from '../../reading/document.ts';
import { type TimeSpan, yearsOfTitles } from '../../reading/language/times.ts';
import type { Finding } from '../finding.ts';
import { type Passage, passagesIn } from '../passages.ts';
import { type Found, findingAt, type Rule } from '../rule.ts';

const id = 'cites-later-document';

export const rule: Rule = {
  id,
  group: 'time',
  title: 'A document rests on a later one',
  why: 'Nothing can build on what was written after it, so a reader who looks it up finds another edition than the one meant.',
  severities: ['medium'],
  check: (document: ReadDocument): Finding[] =>
    passagesIn(document).flatMap((passage) => {
      if (passage.part.voice !== 'own' || !/\b(?:19|20)\d\d\b/.test(passage.text)) return [];
      const titles = yearsOfTitles(passage.text);
      const found = laterTitle(passage, titles) ?? actionBefore(passage, titles);
      return found ? [findingAt(id, document, passage.part, found)] : [];
    }),
};

/** What stands right after the first title, in the active voice: "… 2018 builds on …", never "… was replaced by …". */
const restsOn =
  /^['"”’)]{0,2},?\s*(?:(?:which|that|and|also|directly)\s+){0,2}(?:buil(?:ds|t|ding)\s+(?:up)?on|follow(?:s|ed|ing)\b(?!\s+by)|respond(?:s|ed|ing)\s+to|(?:is|was|are|were)\s+(?:based\s+on|informed\s+by|underpinned\s+by|a\s+response\s+to)|draws?\s+on|drew\s+on|implements?\b|replace[sd]\b(?!\s+by)|supersede[sd]\b(?!\s+by)|refers?\s+to|takes?\s+account\s+of|reflects?\b)/i;
/** A document that was changed since may well name a later one. */
const revised = /\b(?:updat|revis|amend|refresh|re-?issu)\w*|\breviewed\b/i;

function laterTitle({ text, from }: Passage, titles: readonly TimeSpan[]): Found | null {
  const [first, second] = titles;
  if (!first || !second) return null;
  const between = text.slice(first.to, second.from);
  if (!restsOn.test(between) || revised.test(text) || first.to_on >= publishedFrom(text, second)) return null;
  const [older, younger] = [titleAt(text, first), titleAt(text, second)];
  if (!older || !younger) return null;
  return {
    severity: 'medium',
    confidence: 0.85,
    message: `“${older}” cannot rest on “${younger}”, which came out later. It may be an earlier edition that is meant.`,
    mend: 'Look up which edition the older document names, and put that year (and its chapter number) here.',
    detail: `${older} > ${younger}`,
    from: from + first.from,
    to: from + second.to,
  };
}

const because =
  /\b(?:following|in response to|as required by|in line with|in accordance with|to comply with|as set out in|responding to|after)\b[^.;]{0,80}$/i;
const ahead =
  /\b(?:draft|consult\w*|ahead of|prepar\w*|before|prior|anticipat\w*|expect\w*|forthcoming|will|since|upcoming)\b/i;

/** "In June 2023, following Working Together 2023 (December 2023), we …": the act comes before its reason. */
function actionBefore({ part, text, from, times }: Passage, titles: readonly TimeSpan[]): Found | null {
  if (part.stance === 'aim' || times.length === 0 || ahead.test(text)) return null;
  for (const title of titles) {
    const start = startOfTitle(text, title);
    const published = publishedFrom(text, title);
    if (!because.test(text.slice(0, start)) || times.some(({ to_on }) => to_on >= published)) continue;
    const name = titleAt(text, title);
    const when = times.at(0);
    if (!name || !when) continue;
    return {
      severity: 'medium',
      confidence: 0.7,
      message: `This is dated “${when.raw}”, but “${name}”, which it is said to follow, came out ${fromText(published)}.`,
      mend: 'Check the date, and which edition the work followed.',
      detail: `${when.raw} > ${name}`,
      from: from + Math.min(when.from, start),
      to: from + Math.max(when.to, title.to),
    };
  }
  return null;
}

const titleBefore =
  /(?:\b[A-Z][A-Za-z'’-]*|\b(?:of|to|the|and|for|in|on|from|&))(?:[ ,:]+(?:[A-Z][A-Za-z'’-]*|of|to|the|and|for|in|on|from|&))*['"”’]?[ ,(]*$/;

function startOfTitle(text: string, { from }: TimeSpan): number {
  const start = Math.max(0, from - 140);
  return start + Math.max(0, text.slice(start, from).search(titleBefore));
}

/** The words of the title with its year; null where none are found. */
function titleAt(text: string, span: TimeSpan): string | null {
  const words = text
    .slice(startOfTitle(text, span), span.to)
    .replace(/^(?:(?:of|to|the|and|for|in|on|from|The|In|Chapter|\d+)\s+)+/, '')
    .replace('(', '');
  return /[A-Z][a-z]+ /.test(words) ? words : null;
}

/** The first day a title can have been out: for an edition of Working Together the day itself, otherwise its year. */
function publishedFrom(text: string, span: TimeSpan): Day {
  const year = span.from_on.slice(0, 4);
  const edition = frameworks.find(({ id: known }) => known === `WT${year}`);
  const named = /\b(?:Working Together|WT)\b[^.;]{0,60}$/.test(text.slice(0, span.from));
  return edition && named ? edition.published_on : `${year}-01-01`;
}

function fromText(published: Day): string {
  return published.endsWith('-01-01') ? `in ${published.slice(0, 4)}` : `on ${showDay(published)}`;
}
