// Communication and campaigns (002:944-1003): four figures and the thirty lines of the campaign list, of which two
// stand twice, with each line's place in the document.
import { measure, statement, table, textColumn } from '../facts.ts';
import { change, done, item, next, type Subject } from './place.ts';

/** Each campaign as it is printed, with its line; two lines are printed twice. */
export const campaignLines: [campaign: string, line: number][] = [
  ['When you drink, who is in charge? (North Yorkshire and City of York Partnerships)', 975],
  ['Be Bright, Be Seen road safety (North Yorkshire and City of York Partnerships)', 977],
  ['Partnership Connecting with Fathers', 979],
  ['Behind the Screen (Childline)', 981],
  ['National Children’s Day', 983],
  ['Carers Week', 985],
  ['Safeguarding Week 2024', 987],
  ['Children’s Mental Health Week', 989],
  ['Child Safety Week', 991],
  ['SANDS Awareness Week', 991],
  ['Alcohol Awareness Week', 992],
  ['ICON Week', 992],
  ['World Breastfeeding Week/ York to become breastfeeding friendly city', 993],
  ['Dark Nights (North Yorkshire Fire and Rescue Service)', 993],
  ['Its not Love (NSPCC)', 994],
  ['Anti-Bullying Week', 994],
  ['Road Safety Week', 995],
  ['National Care Leavers Week', 995],
  ['Baby Week', 996],
  ['Safer Internet Day', 996],
  ['16 Days of Action Against Domestic Violence', 997],
  ['Sexual Abuse & Sexual Violence Week', 997],
  ['If I Could Tell Myself (domestic abuse)', 998],
  ['Look after your smile (dental)', 998],
  ['Child Exploitation Day', 999],
  ['National Hate Crime Week', 999],
  ['Anti-Bullying Week', 1000],
  ['Sexual Abuse & Sexual Violence Week', 1000],
  ['Just a kiss (Police, Fire and Crime Commissioner)', 1001],
  ['Partnership Private Fostering Week', 1001],
];

export const communications: Subject = {
  items: [
    item('followers', '002:954', 'Followers on X', ['communications'], measure(1083, 'followers')),
    item(
      'newsletter',
      '002:958',
      'Individuals signed up to the e-newsletter',
      ['communications'],
      measure(860, 'individuals'),
    ),
    item(
      'website-hits',
      '002:964',
      'Hits on the website',
      ['communications'],
      measure(2892, 'hits per month'),
    ),
    item(
      'website-hits-rise',
      '002:969',
      'Hits on the website, more than the year before',
      ['communications'],
      measure(300, 'hits per month more than the year before', {
        qualifier: 'about',
        note: 'The earlier figure is not printed.',
      }),
    ),
    item(
      'campaigns',
      '002:973',
      'Campaigns supported, as listed',
      ['communications'],
      table(
        [textColumn('Campaign'), textColumn('Printed at')],
        campaignLines.map(([campaign, line]) => [campaign, `002:${line}`]),
        null,
        'The report says that these are some of the campaigns. Thirty lines, 28 different campaigns.',
      ),
      { period_label: '2024/25' },
    ),
    item(
      'campaign-evaluation',
      '002:1003',
      'Evaluation of campaigns',
      ['communications'],
      statement(
        'After some campaigns the sub-groups see evaluation reports, which shape later campaigns and signposting. No result is printed.',
      ),
    ),
  ],
  activities: [
    done(
      '002:948',
      'communications',
      'Partners hear of changes to policy, resources, campaigns and themes by several channels, and a newsletter goes out every month.',
    ),
    done('002:973', 'communications', 'Local and national campaigns were supported.', { when: '2024/25' }),
  ],
  claims: [
    change(
      '002:966',
      'communications',
      'reach',
      'Visits to the website have increased on the previous year, by approximately 300 hits per month.',
      {
        rests_on: [
          { item: 'website-hits', purpose: 'follow-up' },
          { item: 'website-hits-rise', purpose: 'supports' },
        ],
      },
    ),
  ],
  next_steps: [
    next(
      '002:1003',
      'communications',
      'Use the outcomes of campaigns to shape later ones and to see where more work is needed.',
    ),
  ],
};
