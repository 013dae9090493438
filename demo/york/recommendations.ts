// The thread as far as the documents print it: the scrutineer's findings and six recommendations, the recommendation
// of the year before that one of them repeats, the rapid review that changed two meetings, and the funding decision.
import type { StrandFacts } from '../demonstration.ts';
import { executive } from './bodies.ts';
import { annualReport, scrutinyReport } from './place.ts';

const made_by = 'Independent Chair and Scrutineer';
const from001 = { source: scrutinyReport };

const findings: StrandFacts[] = [
  {
    strand: 'finding',
    key: 'finding-education-voice',
    title: 'Education’s strategic voice can be stronger',
    text: 'The Executive knows that the strategic voice of early years, schools and education can be strengthened still further.',
    ...from001,
    locator: '001:164',
  },
  {
    strand: 'finding',
    key: 'finding-data-set',
    title: 'The data set could show more',
    text: 'Agencies know their own data; how the partnership uses its data set to see strengths, its own effect and new risks could be reviewed.',
    ...from001,
    locator: '001:198',
  },
  {
    strand: 'finding',
    key: 'finding-learning',
    title: 'Learning from audits and reviews could be brought together',
    text: 'There is room to bring together what audits and reviews teach, and to be sure of its effect on practice and on outcomes for children.',
    ...from001,
    locator: '001:200',
  },
  {
    strand: 'finding',
    key: 'finding-incident-process',
    title: 'The serious incident process is not routine',
    text: 'As serious incident procedures are not run routinely, they could be managed more efficiently.',
    ...from001,
    locator: '001:216',
  },
];

const recommendations: StrandFacts[] = [
  {
    strand: 'recommendation',
    key: 'audits-2023-24',
    gist: 'Strengthen the co-ordination of systematic, outcome-focused audits and deep dives, informed by figures and local knowledge, with clear terms of reference. (Independent Scrutiny Annual Report 2023 – 2024.)',
    made_by,
    source: 'CYSCP-IS-2023-24',
    locator: '001:250',
  },
  {
    strand: 'recommendation',
    key: 'recommendation-education',
    gist: 'Carry out plans to strengthen further the strategic voice of early years, schools and education.',
    made_by,
    ...from001,
    locator: '001:246',
    after: ['finding-education-voice'],
  },
  {
    strand: 'recommendation',
    key: 'recommendation-data-set',
    gist: 'Make the most of the data set: strengths and improvement, the difference made for children and families, and new risks for strategic planning.',
    made_by,
    ...from001,
    locator: '001:248',
    after: ['finding-data-set'],
  },
  {
    strand: 'recommendation',
    key: 'recommendation-audits',
    gist: 'Consider whether last year’s recommendation on systematic, outcome-focused audits and deep dives has been achieved.',
    made_by,
    ...from001,
    locator: '001:252',
    to_body: executive,
    repeats: 'audits-2023-24',
  },
  {
    strand: 'recommendation',
    key: 'recommendation-learning',
    gist: 'Bring together what audits and reviews teach, and be sure of its effect on practice and on outcomes for children.',
    made_by,
    ...from001,
    locator: '001:254',
    after: ['finding-learning'],
  },
  {
    strand: 'recommendation',
    key: 'recommendation-incident-process',
    gist: 'Look again at how serious incidents and rapid reviews are handled.',
    made_by,
    ...from001,
    locator: '001:256',
    after: ['finding-incident-process'],
  },
  {
    strand: 'recommendation',
    key: 'recommendation-scrutineer-role',
    gist: 'Think about what the independent scrutineer does and how that can assure more deeply.',
    made_by,
    ...from001,
    locator: '001:258',
  },
  {
    strand: 'recommendation',
    key: 'recommendation-exploitation-meetings',
    gist: 'Review the Multi-Agency Child Exploitation Meeting and the Risk Assessment Meeting. (A rapid review of December 2023 in which exploitation was a theme.)',
    made_by: 'Rapid review',
    source: annualReport,
    locator: '002:387',
    response: {
      response: 'accepted',
      text: 'Both meetings were reviewed and renamed: a weekly panel decides on risk, and a monthly meeting works on disruption (002:387-391). The days are not printed.',
    },
  },
];

const decisions: StrandFacts[] = [
  {
    strand: 'decision',
    key: 'decision-funding-shares',
    body: executive,
    taken_on: '2024-05-01',
    taken_label: 'May 2024',
    text: 'The three statutory partners fund the partnership equally, 33.3% each, from 2025/26. The guidance quoted with it asks for agreement by the lead safeguarding partners.',
    matter: 'funding',
    source: annualReport,
    locator: '002:1026',
  },
];

export const thread: StrandFacts[] = [...findings, ...recommendations, ...decisions];
