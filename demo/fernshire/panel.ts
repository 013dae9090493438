// The body that Fernshire shares with a neighbour that does not exist either: a partnership of its own, whose records
// Fernshire cannot read. It sends what Fernshire should learn of as a copy.
import { childDeath } from './bodies.ts';

export const panel = {
  short_name: 'fernshire-marlshire',
  name: childDeath,
  from_on: '2019-09-30',
  business_manager: { name: 'Maren Hollinsedge', job_title: 'Panel manager', email: null },
  chair: { name: 'Tobias Quernmore', job_title: 'Independent chair of the panel' },
  agreed_by: 'Executive, 9 September 2019',
  finding: {
    title: 'Safe sleep advice reaches few families before the first night at home',
    text:
      'In the deaths of babies reviewed over two years, advice on safe sleep was recorded at the visit after birth and hardly ' +
      'ever before the family took the baby home. Parents told the panel that they had already decided where the baby would sleep.',
    found_on: '2025-06-12',
    source: 'Panel meeting, 12 June 2025',
  },
  sent_on: '2025-09-08',
};
