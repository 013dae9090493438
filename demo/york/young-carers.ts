// Young carers, inside priority one in 2024/25: who was identified, the support they had, and what comes next
// (002:117, 256-270, 291-319, 335, 363).
import { caseStudy, measure } from '../facts.ts';
import { carers, socialCare } from './agencies.ts';
import { practiceGroup } from './bodies.ts';
import { chapterOf, one, type Subject } from './place.ts';

const { item, done, change, next } = chapterOf(one);
const identified = 'young carers identified';

export const youngCarersSubject: Subject = {
  items: [
    item(
      'young-carers-june-2023',
      '002:293',
      'difference',
      'Young carers identified, June 2023',
      measure(28, identified),
      {
        from_on: '2023-06-01',
        to_on: '2023-06-30',
        period_label: 'June 2023',
        geography: 'York',
      },
    ),
    item(
      'young-carers-january-2025',
      '002:293',
      'difference',
      'Young carers identified, January 2025',
      measure(95, identified),
      {
        from_on: '2025-01-01',
        to_on: '2025-01-31',
        period_label: 'January 2025',
        geography: 'York',
      },
    ),
    item(
      'young-carers-sessions',
      '002:295',
      'done',
      'One-to-one support sessions for young and young adult carers',
      measure(250, 'sessions', { qualifier: 'more-than' }),
      {
        agency: carers,
      },
    ),
    item(
      'young-carers-cbt',
      '002:295',
      'done',
      'Cognitive behavioural therapy sessions for young and young adult carers',
      measure(192, 'sessions'),
      {
        agency: carers,
        from_on: '2024-04-01',
        period_label: 'Since April 2024',
      },
    ),
    item(
      'young-carers-plan-areas',
      '002:256',
      'done',
      'Key areas of the Young Carers Action Plan',
      measure(4, 'areas'),
    ),
    item(
      'case-young-carer-domestic-abuse',
      '002:307',
      'difference',
      'A young carer in a family that fled domestic abuse',
      caseStudy(
        'A mother and two children, aged 8 and 14, had fled domestic abuse. The mother was ill through trauma and the younger child had been registered as her young carer. The child became angry and hit out at mother and sibling, which set off the mother’s own trauma. Being registered brought a family worker, who used creative play one to one to name feelings and the effects of trauma, and support reached across IDAS, the court service, school and Brownies.',
      ),
      { agency: carers },
    ),
    item(
      'case-young-carer-neurodivergent',
      '002:315',
      'difference',
      'A young carer who found school hard',
      caseStudy(
        'A child aged 12 lives with a mother who has a mental illness through trauma and a long-term physical condition, and with an adult sibling. The child is registered as a young carer and struggles to go to school or to the youth group, with poor mental health, trauma and neurodivergence that has not been diagnosed. A family worker worked one to one on trauma and adverse childhood experiences, together with SENDIASS, CAMHS and school.',
      ),
      { agency: carers },
    ),
  ],
  activities: [
    done('002:117', 'The three statutory partners and other partners signed the Young Carers Covenant.'),
    done(
      '002:256',
      'A partnership Young Carers Action Plan was made; the sub-group hears updates on it. One of its four areas is a skilled workforce.',
      {
        body: practiceGroup,
      },
    ),
    done(
      '002:258',
      'Online information, training and briefings went with the plan, and some schools now run their own young carer groups.',
      {
        agency: carers,
      },
    ),
    done(
      '002:260',
      'Heads of service oversee the support of children who have been young carers for over 6 months.',
      {
        agency: socialCare,
      },
    ),
    done('002:262', 'School drop-in sessions carried on.'),
    done(
      '002:262',
      'The first school network meeting was held, to share how new young carers are found and helped.',
      {
        from_on: '2025-01-01',
        to_on: '2025-01-31',
        when: 'January 2025',
      },
    ),
    done(
      '002:264',
      'Young adult carers took part in the working group on the Carers Strategy, on its priorities and how to make it known.',
    ),
    done(
      '002:268',
      'York Carers Forum assesses young carers, and young adult carers aged 18-25, and refers them on where needed.',
      {
        agency: carers,
      },
    ),
    done(
      '002:270',
      'Young carers aged 7-18 told the education conference what their life is like and what schools could do.',
      {
        from_on: '2025-03-01',
        to_on: '2025-03-31',
        when: 'March 2025',
      },
    ),
    done(
      '002:291',
      'A flow chart of support shows practitioners which tools to use and points to family network meetings and family group conferences.',
      {
        agency: socialCare,
      },
    ),
    done(
      '002:293',
      'Workshops and sessions on young carers were held with the Multi-Agency Children’s Hub.',
      {
        agency: socialCare,
      },
    ),
    done('002:293', 'Senior leaders track each young carer’s support at a monthly meeting.', {
      agency: socialCare,
    }),
    done(
      '002:295',
      'Both carer services took part in the “Love January” festival on wellbeing through connection.',
      {
        agency: carers,
      },
    ),
    done('002:297', 'Small peer support groups ran beside one-to-one support and the youth club.', {
      agency: carers,
    }),
    done(
      '002:299',
      'Parent carers had information, advice, one-to-one or peer support and a small counselling service.',
      {
        agency: carers,
      },
    ),
    done(
      '002:299',
      'All staff had suicide awareness training and work through a self-assessment of trauma-informed practice.',
      {
        agency: carers,
      },
    ),
  ],
  claims: [
    change(
      '002:293',
      'practice',
      'The number of young carers identified in the city has “significantly increased”, from 28 in June 2023 to 95 in January 2025.',
      {
        key: 'claim-young-carers-identified',
        for_whom: 'Young carers',
        headline: true,
        rests_on: [
          { item: 'young-carers-june-2023', purpose: 'baseline' },
          { item: 'young-carers-january-2025', purpose: 'follow-up' },
        ],
      },
    ),
    change(
      '002:295',
      'reach',
      'More than 250 one-to-one sessions and 192 therapy sessions helped carers to cope with caring.',
      {
        for_whom: 'Young and young adult carers',
        rests_on: [
          { item: 'young-carers-sessions', purpose: 'supports' },
          { item: 'young-carers-cbt', purpose: 'supports' },
        ],
      },
    ),
    change(
      '002:335',
      'practice',
      'A recent audit showed young carers being identified more effectively; how their needs and voice shape plans can still be strengthened.',
      {
        for_whom: 'Young carers',
      },
    ),
    change('002:268', 'practice', 'York Carers Forum is now well engaged and embedded in the partnership.'),
  ],
  next_steps: [
    next('002:363', 'Go on overseeing the Young Carers Action Plan.', { owner_body: practiceGroup }),
    next(
      '002:363',
      'Identify more young carers, with attention to the move to adulthood so that support continues between services.',
    ),
  ],
};
