// What a piece of evidence speaks to. An item's first topic is its place in the yearly report; all of its
// topics count towards the duties that name them (kernel/frameworks/duties).

export const topics = {
  foreword: 'Foreword by a safeguarding partner',
  reforms: 'National context and reforms',
  area: 'Children and young people in the area',
  vision: 'Vision, values and principles',
  arrangements: 'The published arrangements and how the partnership works',
  'partner-contribution': 'Contribution of each safeguarding partner',
  priority: 'Work on a priority',
  'little-progress': 'Where there was little or no progress',
  voice: 'Voice and lived experience of children and families',
  'serious-incidents': 'Serious incidents and what was learned',
  recommendations: 'Recommendations, decisions and actions',
  audit: 'Multi-agency audits',
  inspection: 'Inspection and other outside judgement',
  scrutiny: 'Independent scrutiny',
  training: 'Training and development',
  education: 'Education in the partnership',
  'data-use': 'How data is used',
  'information-sharing': 'Information sharing',
  communications: 'Communication and campaigns',
  'child-deaths': 'Child death reviews',
  finance: 'Money',
  costs: 'Breakdown of costs',
  restraint: 'Restraint in secure establishments',
  disproportionality: 'Disproportionality and racism',
  'looked-after': 'Children in care and care leavers',
} as const;

export type Topic = keyof typeof topics;

export const topicNames = Object.keys(topics) as [Topic, ...Topic[]];
