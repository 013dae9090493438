// National bodies, inspection frameworks and legal terms with the days between which they existed. Only what is certain
// is held, each with where it can be looked up; a name that an area may still use for something of its own is left out.
import type { Day } from '../../calendar/day.ts';

export interface DatedBody {
  name: string;
  /** How texts call it; matched with capitals as written. */
  called: RegExp;
  /** First and last day, never narrower than it was; null where it does not matter or it still exists. */
  from_on: Day | null;
  to_on: Day | null;
  /** What came before or after it, for the person who mends the text. */
  instead: string;
  source: string;
}

const body = (
  name: string,
  called: RegExp,
  [from_on, to_on]: [Day | null, Day | null],
  instead: string,
  source: string,
): DatedBody => ({ name, called, from_on, to_on, instead, source });

export const datedBodies: readonly DatedBody[] = [
  body(
    'Clinical commissioning groups',
    /\b(?:CCGs?|[Cc]linical [Cc]ommissioning [Gg]roups?)\b/,
    ['2013-04-01', '2022-06-30'],
    'Integrated care boards took over on 1 July 2022; primary care trusts came before 1 April 2013.',
    'Health and Care Act 2022 part 1; Health and Social Care Act 2012',
  ),
  body(
    'Integrated care boards',
    /\b(?:ICBs?|[Ii]ntegrated [Cc]are [Bb]oards?)\b/,
    ['2022-07-01', null],
    'Until 30 June 2022 the statutory health partner was the clinical commissioning group.',
    'Health and Care Act 2022 section 19',
  ),
  body(
    'Primary care trusts',
    /\b(?:PCTs|[Pp]rimary [Cc]are [Tt]rusts?)\b/,
    [null, '2013-03-31'],
    'Clinical commissioning groups took over on 1 April 2013.',
    'Health and Social Care Act 2012 section 34',
  ),
  body(
    'Local safeguarding children boards',
    /\b(?:LSCBs?|[Ll]ocal [Ss]afeguarding [Cc]hildren['’]?s?['’]? [Bb]oards?)\b/,
    ['2006-04-01', '2019-09-29'],
    'The arrangements of the three safeguarding partners replaced them by 29 September 2019.',
    'Children and Social Work Act 2017 sections 16 and 30; Working Together: transitional guidance 2018',
  ),
  body(
    'Serious case reviews',
    /\b(?:SCRs?|[Ss]erious [Cc]ase [Rr]eviews?)\b/,
    [null, '2020-09-29'],
    'Local child safeguarding practice reviews replaced them; the last were to be finished by September 2020.',
    'Working Together: transitional guidance 2018',
  ),
  body(
    'The Child Safeguarding Practice Review Panel',
    /\b(?:CSPRP|(?:[Nn]ational )?Child Safeguarding Practice Review Panel|[Nn]ational Panel)\b/,
    ['2018-06-29', null],
    'Serious incidents were notified to Ofsted before 29 June 2018.',
    'Children Act 2004 sections 16A to 16D as commenced',
  ),
  body(
    'Ofsted’s single inspection framework',
    /\b[Ss]ingle [Ii]nspection [Ff]ramework\b/,
    ['2013-11-01', '2018-01-31'],
    'The inspection of local authority children’s services (ILACS) replaced it in January 2018.',
    'Ofsted, Inspecting local authority children’s services',
  ),
  body(
    'The inspection of local authority children’s services (ILACS)',
    /\bILACS\b/,
    ['2018-01-01', null],
    'Before January 2018 Ofsted inspected under its single inspection framework.',
    'Ofsted, Inspecting local authority children’s services',
  ),
  body(
    'The Education and Skills Funding Agency',
    /\b(?:ESFA|Education and Skills Funding Agency)\b/,
    ['2017-04-01', '2025-03-31'],
    'Its work moved into the Department for Education on 31 March 2025.',
    'Department for Education, closure of the ESFA, announced 11 September 2024',
  ),
  body(
    'The National College for Teaching and Leadership',
    /\b(?:NCTL|National College for Teaching and Leadership)\b/,
    ['2013-04-01', '2018-03-31'],
    'The Teaching Regulation Agency took over teacher misconduct on 1 April 2018.',
    'Department for Education, Teaching Regulation Agency',
  ),
  body(
    'The Teaching Regulation Agency',
    /\bTeaching Regulation Agency\b/,
    ['2018-04-01', null],
    'Before 1 April 2018 this was the National College for Teaching and Leadership.',
    'Department for Education, Teaching Regulation Agency',
  ),
  body(
    'The National Police Chiefs’ Council',
    /\b(?:NPCC|National Police Chiefs['’]?s?['’]? Council)\b/,
    ['2015-04-01', null],
    'Before April 2015 it was the Association of Chief Police Officers.',
    'National Police Chiefs’ Council',
  ),
  body(
    'The Association of Chief Police Officers',
    /\b(?:ACPO|Association of Chief Police Officers)\b/,
    [null, '2015-03-31'],
    'The National Police Chiefs’ Council took over on 1 April 2015.',
    'National Police Chiefs’ Council',
  ),
  body(
    'The inspectorate of constabulary and fire and rescue services (HMICFRS)',
    /\bHMICFRS\b/,
    ['2017-07-19', null],
    'Before 19 July 2017 it was Her Majesty’s Inspectorate of Constabulary.',
    'HMICFRS, About us',
  ),
  body(
    'The Independent Police Complaints Commission',
    /\b(?:IPCC|Independent Police Complaints Commission)\b/,
    ['2004-04-01', '2018-01-07'],
    'The Independent Office for Police Conduct took over on 8 January 2018.',
    'Policing and Crime Act 2017 section 33',
  ),
  body(
    'The Independent Office for Police Conduct',
    /\b(?:IOPC|Independent Office for Police Conduct)\b/,
    ['2018-01-08', null],
    'Before 8 January 2018 it was the Independent Police Complaints Commission.',
    'Policing and Crime Act 2017 section 33',
  ),
  body(
    'Public Health England',
    /\bPublic Health England\b/,
    ['2013-04-01', '2021-09-30'],
    'The UK Health Security Agency and the Office for Health Improvement and Disparities took over on 1 October 2021.',
    'Department of Health and Social Care, closure of Public Health England',
  ),
  body(
    'The Office for Health Improvement and Disparities',
    /\b(?:OHID|Office for Health Improvement and Disparities)\b/,
    ['2021-10-01', null],
    'Before 1 October 2021 this was part of Public Health England.',
    'Department of Health and Social Care',
  ),
  body(
    'Health Education England',
    /\bHealth Education England\b/,
    [null, '2023-03-31'],
    'It became part of NHS England on 1 April 2023.',
    'Health and Care Act 2022 section 101; Health Education England (Transfer of Functions) Regulations 2023',
  ),
  body(
    'NHS Digital',
    /\bNHS Digital\b/,
    ['2013-04-01', '2023-01-31'],
    'It became part of NHS England on 1 February 2023.',
    'Health and Social Care Information Centre (Transfer of Functions) Regulations 2023',
  ),
  body(
    'Community rehabilitation companies',
    /\b[Cc]ommunity [Rr]ehabilitation [Cc]ompan(?:y|ies)\b/,
    ['2014-06-01', '2021-06-25'],
    'The Probation Service took over their work on 26 June 2021.',
    'Ministry of Justice, unified Probation Service',
  ),
  body(
    'The National Child Mortality Database',
    /\b(?:NCMD|National Child Mortality Database)\b/,
    ['2019-04-01', null],
    'It began on 1 April 2019.',
    'National Child Mortality Database',
  ),
  body(
    'What Works for Children’s Social Care',
    /\b(?:WWCSC|What Works (?:Centre )?for Children['’]?s Social Care|Early Intervention Foundation)\b/,
    [null, '2023-12-31'],
    'It merged with the Early Intervention Foundation in December 2022; since 2023 the What Works centre is called Foundations.',
    'Foundations, What Works Centre for Children and Families',
  ),
  body(
    'The Disclosure and Barring Service',
    /\bDisclosure and Barring Service\b/,
    ['2012-12-01', null],
    'Before December 2012 these were checks of the Criminal Records Bureau.',
    'Protection of Freedoms Act 2012 section 87',
  ),
  body(
    'The Criminal Records Bureau',
    /\b(?:CRB|Criminal Records Bureau)\b/,
    [null, '2012-11-30'],
    'The Disclosure and Barring Service took over on 1 December 2012.',
    'Protection of Freedoms Act 2012 section 87',
  ),
];
