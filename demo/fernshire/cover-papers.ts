// The papers by which a committee of Fernshire's council was given the reports: one as it was signed off, one still being written.
// The form is a real council's; every word in it is invented.
import type { CoverPaperFacts } from '../edition-facts.ts';

const of = {
  template: 'york',
  committee: 'Children and Families Scrutiny Committee',
} as const;

export const coverPaper2023: CoverPaperFacts = {
  ...of,
  meeting_on: '2024-10-15',
  decision: 'endorse',
  begun_on: '2024-09-26',
  signed_off_on: '2024-10-03',
  answers: {
    'report-of': 'Director of Children’s Services',
    consultation:
      'Each safeguarding partner and each sub-group gave its part and read the draft. The independent scrutineer followed every claim to the figures it rests on.\n\nYoung people in three schools and the parents’ group read the draft of the summary and asked for shorter sentences. They were written again.',
    options: 'The committee may endorse the report, or say what it would first want to see.',
    analysis:
      'Endorsing the report does not bind the council to spend. What the committee would want to see is passed to the Executive and answered in writing.',
    'council-plan':
      'The report speaks to the aim of the council’s plan that children in Fernshire grow up safe and well.',
    financial:
      'There are no financial implications. The council’s share of the partnership’s budget was agreed in February 2024.',
    'human-resources': 'There are no human resources implications.',
    equalities:
      'The report says which children were less often heard. No decision is asked for that would change what any group receives.',
    legal: 'There are no legal implications beyond the duty to publish the report.',
    'crime-and-disorder':
      'Work on harm outside the home is joint with the community safety partnership. There are no further implications.',
    'information-technology': 'There are no IT implications.',
    property: 'There are no property implications.',
    other: 'There are no other implications.',
    'risk-management':
      'That children come to harm which agencies could have prevented is among the highest risks in the council’s register.\n\nThe report says where the partnership does not yet know whether its work has made a difference. Fathers remain the work of the coming year.',
    'author-phone': '01632 960 011',
    'chief-officer': 'Director of Children’s Services, Fernshire County Council',
    'chief-officer-phone': '01632 960 012',
    'specialist-officers': 'None',
    wards: 'All',
    'background-papers': 'Published multi-agency safeguarding arrangements, January 2024',
  },
};

/** Still being written: implications are not looked at yet, and a number is to be confirmed. */
export const coverPaper2024: CoverPaperFacts = {
  ...of,
  meeting_on: '2025-10-14',
  decision: 'note',
  begun_on: '2025-09-12',
  answers: {
    'report-of': 'Director of Children’s Services',
    consultation: 'Each safeguarding partner and each sub-group gave its part.',
    'chief-officer': 'Director of Children’s Services, Fernshire County Council',
    'chief-officer-phone': 'TBC',
    wards: 'All',
  },
};
