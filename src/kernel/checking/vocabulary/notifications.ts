// Who has to be told of what, and who is wrongly named for it: only pairs that the guidance settles.
import type { FrameworkId } from '../../frameworks/framework.ts';

export interface Notification {
  id: string;
  /** What is notified, as the text calls it. */
  about: RegExp;
  /** Where these words stand beside it, something else is notified. */
  unless: RegExp | null;
  /** Those it goes to; naming one of them beside a wrong one is no fault. */
  permitted: RegExp;
  recipients: string;
  /** Those it is wrongly said to go to. */
  wrong: RegExp;
  /** Editions of Working Together under which this holds; null for all. */
  editions: readonly FrameworkId[] | null;
  source: string;
}

const panel = /\b(?:the )?(?:national panel|child safeguarding practice review panel|CSPRP)\b/i;

export const notifications: readonly Notification[] = [
  {
    id: 'care-leaver-death',
    about: /\bcare[- ]leavers?\b|\bcare[- ]experienced (?:adults?|young (?:adults?|people|person))\b/i,
    unless: /\bunder (?:the age of )?(?:18|eighteen)\b|\babuse or neglect\b|\brapid review/i,
    permitted: /\b(?:secretary of state|ofsted|department for education|dfe)\b/i,
    recipients: 'the Secretary of State for Education and Ofsted',
    wrong: panel,
    editions: ['WT2023', 'WT2026'],
    source: 'Working Together 2023, chapter 5: deaths of care leavers up to and including the age of 24',
  },
  {
    id: 'serious-incident',
    about: /\bserious (?:child safeguarding )?incidents?\b/i,
    unless:
      /\b(?:care leaver|allegation|early years|childminder|children['’]s home|nhs|patient safety|health and safety|school)\w*/i,
    permitted: new RegExp(
      `${panel.source}|\\b(?:panel|secretary of state|ofsted|department for education|dfe)\\b`,
      'i',
    ),
    recipients: 'the Child Safeguarding Practice Review Panel',
    wrong:
      /\b(?:the )?(?:child death overview panel|CDOP|LADO|designated officer|Foundations|information commissioner)\b/i,
    editions: null,
    source: 'Children Act 2004 section 16C',
  },
  {
    id: 'allegation',
    about:
      /\ballegations? (?:against|about|concerning|involving) (?:\w+ ){0,4}(?:professionals?|staff|people|persons?|adults?|volunteers?|carers?|teachers?|workers?|someone)\b/i,
    unless: null,
    permitted:
      /\b(?:LADO|designated officer|local authority|ofsted|police|disclosure and barring|DBS|employer)\w*/i,
    recipients: 'the local authority designated officer (LADO)',
    wrong: new RegExp(`${panel.source}|\\b(?:child death overview panel|CDOP)\\b`, 'i'),
    editions: null,
    source: 'Working Together, organisational responsibilities: people in positions of trust',
  },
  {
    id: 'private-fostering',
    about: /\bprivate(?:ly)? foster\w*/i,
    unless: null,
    permitted: /\b(?:local authorit|council|children['’]s (?:social care|services)|MASH|front door)\w*/i,
    recipients: 'the local authority',
    wrong: new RegExp(`${panel.source}|\\bsecretary of state\\b|\\bCDOP\\b`, 'i'),
    editions: null,
    source: 'Children (Private Arrangements for Fostering) Regulations 2005',
  },
];
