// Fernshire's reports: 2021/22 and 2023/24 as they were judged, signed, published and sent; 2024/25 as a draft. Invented.
import type { EditionFacts } from '../edition-facts.ts';
import { coverPaper2023, coverPaper2024 } from './cover-papers.ts';

type Judgement = NonNullable<EditionFacts['judgements']>[number];

/** Judged by the business manager. */
function judged(duty: string, note: string, status: Judgement['status'] = 'met'): Judgement {
  return { duty, status, note, by: 'coldbrook' };
}

/** Judged by the delegated partner for the council. */
function judgedByPartner(duty: string, note: string, status: Judgement['status'] = 'met'): Judgement {
  return { duty, status, note, by: 'oyelaran' };
}

const report2021: EditionFacts = {
  year: '2021-22',
  judgements: [
    judged('YR18-01', 'Published on 20 September 2022, within twelve months of the last report.'),
    judged('YR18-02', 'What partners did is set out for each priority, for reviews and for training.'),
    judgedByPartner('YR18-03', 'Audits, scrutiny and measures are set beside what was done.'),
    judged('YR18-04', 'Two claims rest on figures for two years; training has figures on use in practice.'),
    judged('YR18-05', 'Safe transitions is named as the priority with little progress, with the reasons.'),
    judged('YR18-06', 'Recommendations have owners, dates and checks.'),
    judged('YR18-07', 'Meetings each term, and the letters that were rewritten because of them.'),
    judged('YR18-08', 'There is no secure establishment in Fernshire.', 'not-applicable'),
    judged('YR18-09', 'Says that the health partner changes in July 2022 and when new arrangements follow.'),
    judged('YR18-10', 'On the website, in libraries and in schools; the arrangements say so.'),
    judged('YR18-11', 'Sent to both on 22 September 2022.'),
    judged('YR18-12', 'The scrutineer read the draft and her comment is printed.'),
  ],
  scrutiny_comment: {
    text: 'The report says plainly where there was little progress. I ask the partners to show next year who checked that actions reached practice.',
    by: 'umfraville',
    on: '2022-09-07',
  },
  sign_offs: [
    { by: 'mossbank', on: '2022-09-12' },
    { by: 'tarrowby', on: '2022-09-13' },
    { by: 'ashgrove', on: '2022-09-13' },
  ],
  published_on: '2022-09-20',
  dispatches: [
    { recipient: 'Child Safeguarding Practice Review Panel', on: '2022-09-22', method: 'E-mail' },
    { recipient: 'What Works for Children’s Social Care', on: '2022-09-22', method: 'E-mail' },
  ],
};

const report2023: EditionFacts = {
  year: '2023-24',
  print_permissions: [
    {
      item: 'notifications-24',
      reason:
        'The number of notifications is statutory activity. The themes come from several years and both counties, and no ' +
        'age, sex, place or date stands beside it. Agreed with the chair of the Case Review Group.',
      by: 'coldbrook',
    },
  ],
  judgements: [
    judged('YR23-01', 'One report by the three partners on April 2023 to March 2024, online and in print.'),
    judged('YR23-02', 'Activities are listed for each priority, and for reviews.'),
    judgedByPartner(
      'YR23-03',
      'Audits, a peer review, scrutiny and measures over two years say how well it worked.',
    ),
    judgedByPartner('YR23-04', 'Money, people and chairing are set out for each of the three partners.'),
    judged('YR23-05', 'Three themes are drawn from reviews, audits and scrutiny together.'),
    judgedByPartner('YR23-06', 'Six claims rest on a baseline and a follow-up, from babies to care leavers.'),
    judged('YR23-07', 'Themes are given with the reason why each happened.'),
    judged('YR23-08', 'Decisions and actions are listed with owner, date and check.'),
    judged('YR23-09', 'How children and families were asked, and what happened with it.'),
    judged('YR23-10', 'A full table of costs that reconciles.'),
    judged(
      'YR23-11',
      'Seats and attendance on the Executive and each sub-group, with what education asked for.',
    ),
    judged('YR23-12', 'How the data set is read, and interviews held in time because police tell others.'),
    judged('YR23-13', 'The January 2024 arrangements are described, and the next edition is dated.'),
    judgedByPartner('YR23-14', 'Decisions, actions and obstacles are set out; the tracker is kept.'),
    judged('YR23-15', 'There is no secure establishment in Fernshire.', 'not-applicable'),
    judged('YR23-16', 'Help in the evenings is named as work with little progress, with the reason.'),
    judged('YR23-17', 'Published on 24 September 2024.'),
    judged('YR23-18', 'Sent to both on 25 September 2024.'),
    judged('YR23-19', 'Three signatures and the scrutineer’s comment.'),
  ],
  scrutiny_comment: {
    text: 'I have followed each claim in this report to the figures it rests on. Where partners do not know, they say so. Fathers remain the work of the coming year.',
    by: 'wren',
    on: '2024-09-05',
  },
  sign_offs: [
    { by: 'thistlewood', on: '2024-09-17' },
    { by: 'fellgate', on: '2024-09-17' },
    { by: 'stavely', on: '2024-09-17' },
  ],
  published_on: '2024-09-24',
  dispatches: [
    { recipient: 'Child Safeguarding Practice Review Panel', on: '2024-09-25', method: 'E-mail' },
    {
      recipient: 'Foundations (What Works Centre for Children & Families)',
      on: '2024-09-25',
      method: 'E-mail',
    },
  ],
  cover_papers: [coverPaper2023],
};

const draft2024: EditionFacts = {
  year: '2024-25',
  judgements: [
    judged('YR23-02', 'Activities are in for each priority.'),
    judged('YR23-04', 'The contribution of the police is still one sentence.', 'partly'),
    judged('YR23-09', 'What pupils said and what came of it is in.'),
    judged('YR23-15', 'There is no secure establishment in Fernshire.', 'not-applicable'),
  ],
  cover_papers: [coverPaper2024],
};

export const editions: EditionFacts[] = [report2021, report2023, draft2024];
