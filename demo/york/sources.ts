// The two York documents, and the documents, inspections and data that they refer to. Each note names the line that
// refers to it. A day stands only where a document prints it.
import type { SourceFacts } from '../demonstration.ts';
import { annualReport, scrutinyReport } from './place.ts';

const partnership = 'City of York Safeguarding Children Partnership';
const council = 'City of York Council';

const own: SourceFacts[] = [
  {
    code: annualReport,
    title: 'City of York Safeguarding Children Partnership: Annual Report 2024/25',
    kind: 'report',
    publisher: partnership,
    from_on: '2024-04-01',
    to_on: '2025-03-31',
    supersedes: 'CYSCP-AR-2023-24',
    note: 'Document 002. It prints no day of publication.',
  },
  {
    code: scrutinyReport,
    title: 'City of York Safeguarding Children Partnership: Independent Scrutiny Annual Report 2024–2025',
    kind: 'report',
    publisher: 'Independent Chair and Scrutineer',
    from_on: '2024-03-01',
    to_on: '2025-03-31',
    supersedes: 'CYSCP-IS-2023-24',
    note: 'Document 001. It prints a period of thirteen months (001:9). It points to an appendix that it does not hold (001:19).',
  },
  {
    code: 'CYSCP-AR-2023-24',
    title: 'CYSCP Annual Report 2023/2024',
    kind: 'report',
    publisher: partnership,
    note: '001:139: published by September 2024.',
  },
  {
    code: 'CYSCP-IS-2023-24',
    title: 'Independent Scrutiny Annual Report 2023 – 2024',
    kind: 'report',
    publisher: 'Independent Scrutineer',
    note: '001:180 and 001:250.',
  },
  {
    code: 'CYSCP-HEALTH-CHECK-2024',
    title: 'CYSCP Self-Assessment Health Check 2024',
    kind: 'audit',
    publisher: partnership,
    note: '001:79; 001:266 dates it July 2024.',
  },
  {
    code: 'CYSCP-MASA-2024',
    title: 'Multi-agency safeguarding arrangements, City of York',
    kind: 'other',
    publisher: partnership,
    note: 'Published in December 2024 (002:73).',
  },
  {
    code: 'CYSCP-DATA-SET',
    title: 'Multi-Agency Missing, Vulnerable to Exploitation and Harmful Sexual Behaviour Data Set',
    kind: 'data-set',
    publisher: partnership,
    note: '002:393; quarterly (002:490).',
  },
  {
    code: 'CYSCP-TRAINING-SURVEY-2024',
    title: 'Survey of delegates of Safeguarding A and B, 2024',
    kind: 'survey',
    publisher: partnership,
    note: '002:778. Its charts are missing from the text of the report (002:779-785).',
  },
  {
    code: 'CSC-QA-Q2',
    title: 'Quality assurance report of children’s social care, quarter 2',
    kind: 'audit',
    publisher: council,
    note: '002:500; the year of the quarter is not printed.',
  },
];

const aboutYork: SourceFacts[] = [
  {
    code: 'OFSTED-ILACS-2025',
    title: 'Inspection of City of York local authority children’s services',
    kind: 'inspection',
    publisher: 'Ofsted',
    from_on: '2025-02-24',
    to_on: '2025-03-07',
    note: '001:282; 001:73 calls it ILAC, 002:335 dates it March 2025.',
  },
  {
    code: 'CENSUS-2021',
    title: '2021 Census',
    kind: 'data-set',
    note: '002:171.',
  },
  {
    code: 'DPH-ADOLESCENCE-2024-25',
    title: 'York Director of Public Health Report on Adolescence for 2024-25',
    kind: 'report',
    note: '002:190.',
  },
  {
    code: 'SCHOOL-SURVEY',
    title: 'City of York School Health and Wellbeing Survey',
    kind: 'survey',
    publisher: council,
    note: '002:578: the second large survey, printed as carried out between 2021/2024.',
  },
  {
    code: 'CDOP-AR-2024-25',
    title: 'Child Death Overview Panel Annual Report 2024/25',
    kind: 'report',
    note: '002:1018.',
  },
  {
    code: 'SERIOUS-VIOLENCE-STRATEGY',
    title: 'New Serious Violence Strategy - York and North Yorkshire',
    kind: 'other',
    note: '002:408.',
  },
];

const national: SourceFacts[] = [
  {
    code: 'WT2023',
    title: 'Working Together to Safeguard Children 2023',
    kind: 'guidance',
    publisher: 'HM Government',
    published_on: '2023-12-15',
    note: '001:131.',
  },
  refer('STABLE-HOMES', 'Stable Homes, Built on Love', 'other', '002:71: the Government’s strategy of 2023.'),
  refer('INDEPENDENT-REVIEW', 'Independent review of children’s social care', 'report', '002:71: 2022.'),
  refer('WT-STATUTORY-FRAMEWORK', 'Working Together Statutory Framework', 'guidance', '002:75: 2023.'),
  refer('NATIONAL-FRAMEWORK', 'Children’s Social Care National Framework', 'guidance', '002:75: 2023.'),
  refer(
    'IMPROVING-PRACTICE',
    'Improving Practice with Children, Young People and Families',
    'guidance',
    '002:75: 2023.',
  ),
  refer('KCSIE-2024', 'Keeping Children Safe in Education (2024)', 'guidance', '002:79.'),
  refer('KINSHIP-CARE', 'Kinship Care, Statutory Guidance', 'guidance', '002:79.'),
  refer(
    'CWS-BILL',
    'Children’s Well-Being and Schools Bill',
    'legislation',
    '002:79 lists this Bill among guidance.',
  ),
  refer(
    'FFP-GUIDE',
    'Families First Partnership (FFP) programme guide',
    'guidance',
    '002:371: March 2025. 002:79 lists the programme among guidance.',
  ),
  refer(
    'FFC-PATHFINDER',
    'Families First for Children Pathfinder Programme',
    'other',
    '002:79 lists this programme among guidance.',
  ),
  refer('MYTH-OF-INVISIBLE-MEN', 'The Myth of Invisible Men', 'report', '002:135: by the National Panel.'),
  refer('CARING-AND-CLASSES', 'Caring and Classes', 'report', '002:494: by the Carers Trust.'),
  refer(
    'CDR-GUIDANCE-2018',
    'Child Death Review Statutory and Operational Guidance 2018',
    'guidance',
    '002:1009, which says that it builds on chapter 6 of a document of 2023.',
  ),
  refer(
    'SIX-STEPS-2019',
    'Six Steps for Independent Scrutiny: Safeguarding Children Arrangements',
    'other',
    '001:19: 2019, University of Bedfordshire.',
  ),
  refer('EDUCATION-ACT-2002', 'Education Act 2002, sections 157 and 175', 'legislation', '002:905.'),
  refer('CHILDREN-ACT-2004', 'Children Act 2004', 'legislation', '002:1018.'),
  refer('CSW-ACT-2017', 'Children and Social Work Act 2017', 'legislation', '002:1018.'),
];

const research: SourceFacts[] = [
  refer(
    'IWF-AI',
    'Report on Artificial Intelligence-Generated Child Sexual Abuse Material',
    'report',
    '002:401: Internet Watch Foundation, 2023 with an update of July 2024.',
  ),
  refer('NCA-SEXTORTION', 'Warning about Sextortion', 'other', '002:402: National Crime Agency.'),
  refer(
    'ONLINE-EXTORTION',
    'Young people’s experiences of Online Sexual Extortion or ‘Sextortion’',
    'report',
    '002:403.',
  ),
  refer('IICSA', 'Report of the Independent Inquiry into Child Sexual Abuse', 'report', '002:404.'),
  refer('JAY-REVIEW', 'The Jay Review of Criminally Exploited Children', 'report', '002:405.'),
  refer(
    'SUPPORT-SYSTEMS-SYV',
    'The role of systems of support in serious youth violence: evidence and gaps',
    'report',
    '002:406.',
  ),
  refer(
    'GENERATIVE-AI',
    'Generative Artificial Intelligence and children’s safety in the round',
    'report',
    '002:407.',
  ),
  refer(
    'CSE-TASKFORCE',
    'Child Sexual Exploitation Taskforce shines light on Group-Based Offending',
    'other',
    '002:409.',
  ),
  refer(
    'OFCOM-PRIORITIES',
    'New online safety priorities for Ofcom and launch of study into effects of social media on children',
    'other',
    '002:410.',
  ),
  {
    code: 'JTAI-SYV',
    title: 'Thematic Report – Joint Targeted Area Inspection: Serious Youth Violence',
    kind: 'inspection',
    publisher: 'Department for Education',
    note: '002:411; the publisher stands here as it is printed.',
  },
];

function refer(code: string, title: string, kind: SourceFacts['kind'], note: string): SourceFacts {
  return { code, title, kind, note };
}

export const sources: SourceFacts[] = [...own, ...aboutYork, ...national, ...research];
