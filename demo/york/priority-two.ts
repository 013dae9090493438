// Priority two: child exploitation (002:123-127, 379-476).
import { ivison, police, primaryCare, stGiles } from './agencies.ts';
import { disruptionMeeting, exploitationGroup, riskMeeting } from './bodies.ts';
import { chapterOf, two, type Subject } from './place.ts';
import { exploitationEvidence } from './priority-two-evidence.ts';

const { done, change, next } = chapterOf(two);

export const priorityTwo: Subject = {
  items: exploitationEvidence,
  activities: [
    done(
      '002:379',
      'The Contextual Safeguarding Strategy was launched at an event on working with adolescents, with schools, early years, police, health, universities and charities. Recordings can be had on request.',
      {
        from_on: '2025-01-27',
        to_on: '2025-01-27',
        when: '27th January 2025',
      },
    ),
    done(
      '002:385',
      'The Child Exploitation Guidance, Missing from Home and Care and the Out-of-Area Young People Arrested Protocol were updated, and the website with them.',
    ),
    done(
      '002:387',
      'The weekly Risk Assessment Meeting became the Child Exploitation Risk Assessment Meeting: a panel that decides whether a child is vulnerable or at risk, and agrees a status of high, medium or low. It followed a recommendation of a rapid review of December 2023.',
      {
        body: riskMeeting,
      },
    ),
    done(
      '002:391',
      'The monthly meeting became the Child Exploitation Disruption Meeting, on places, spaces, perpetrators and persons of interest, with core members from further agencies.',
      {
        body: disruptionMeeting,
      },
    ),
    done('002:393', 'The data set gained analysis and headlines.', { body: exploitationGroup }),
    done('002:393', 'Spotlight topics brought experts to the sub-group.', { body: exploitationGroup }),
    done(
      '002:395',
      'A mock joint targeted area inspection on serious youth violence was held, with its learning on a page.',
      {
        from_on: '2024-04-16',
        to_on: '2024-04-16',
        when: '16th April 2024',
      },
    ),
    done('002:399', 'The sub-group considered current research and reports.', { body: exploitationGroup }),
    done('002:413', 'Police and children’s social care audited together.', { agency: police }),
    done('002:421', 'Primary care flags children at high or medium risk of exploitation.', {
      agency: primaryCare,
    }),
    done('002:423', 'A mock joint targeted area inspection on domestic abuse was held.'),
    done(
      '002:425',
      'St Giles Trust ran awareness sessions in schools where exploitation is a concern, on internet safety and on criminal and sexual exploitation.',
      {
        agency: stGiles,
        from_on: '2024-05-01',
        to_on: '2024-09-30',
        when: 'Between May and September 2024',
        reach: 657,
        reach_label: 'secondary school aged children in York and North Yorkshire',
      },
    ),
    done(
      '002:427',
      'School Liaison Officers gave assemblies and lessons on one punch, sexting, hate crime, anti-social behaviour, county lines, healthy relationships and internet safety, and one-to-one work besides; in all they reached over 10,000 young people.',
      { agency: police, when: 'within the academic school year' },
    ),
    done('002:427', 'Eleven-year-olds took part in Crucial Crew.', {
      agency: police,
      reach: 2000,
      reach_label: 'eleven-year-olds',
    }),
    done(
      '002:427',
      'After an increase of alerts from schools, partners worked on hate crime (All About Respect) and vaping (Public Health).',
    ),
    done(
      '002:668',
      'Feedback from families affected by exploitation goes into the quarterly data set and to the sub-group.',
      {
        agency: ivison,
      },
    ),
  ],
  claims: [
    change(
      '002:389',
      'practice',
      'Flagging on agencies’ systems is consistent, risk assessments are updated and key actions are agreed.',
    ),
    change(
      '002:421',
      'children',
      'Flagging in primary care has improved how children at high or medium risk of exploitation are identified and supported.',
      {
        for_whom: 'Children at high or medium risk of exploitation',
      },
    ),
    change(
      '002:423',
      'children',
      'An increased number of children are identified at risk of exploitation, the “highest number to date”.',
      {
        key: 'claim-highest-number',
        for_whom: 'Children at risk of exploitation',
        headline: true,
      },
    ),
    change(
      '002:423',
      'practice',
      'Professionals’ ability to see the signs of exploitation has improved, and it is seen earlier.',
    ),
    change(
      '002:423',
      'children',
      'Children are reached at an earlier stage and so kept from a higher level of risk.',
    ),
    change(
      '002:425',
      'reach',
      '657 children of secondary age in York and North Yorkshire came to awareness sessions.',
      {
        rests_on: [{ item: 'st-giles-pupils', purpose: 'supports' }],
      },
    ),
    change(
      '002:427',
      'reach',
      'Police in schools reached over 10,000 young people, and 2,000 more at Crucial Crew.',
      {
        rests_on: [
          { item: 'school-liaison-reach', purpose: 'supports' },
          { item: 'crucial-crew-reach', purpose: 'supports' },
        ],
      },
    ),
    change(
      '002:397',
      'practice',
      'Partners are assured that children who commit serious crime get a robust multi-agency response.',
      {
        rests_on: [{ item: 'mock-inspection-youth-violence', purpose: 'supports' }],
      },
    ),
  ],
  next_steps: [
    next('002:468', 'Hold appreciative enquiries into what worked for individual children.', {
      owner_body: exploitationGroup,
    }),
    next('002:468', 'Hold a multi-agency audit on contextual safeguarding.', {
      owner_body: exploitationGroup,
    }),
    next(
      '002:468',
      'Develop practice workshops on the new Multi-Agency Child Exploitation Risk Assessment Meeting.',
      {
        owner_body: exploitationGroup,
      },
    ),
    next('002:468', 'Develop resources for practitioners and update the safeguarding awareness e-learning.', {
      owner_body: exploitationGroup,
    }),
    next(
      '002:468',
      'Hold sessions on exploitation in Safeguarding Week 2025 and at the next Development Day.',
      {
        owner_body: exploitationGroup,
        due: 'June 2025',
      },
    ),
    next('002:470', 'Contribute jointly to learning reviews and show what has gone well.'),
    next(
      '002:470',
      'Measure these actions by audits, enquiries, attendance, training feedback and learning reviews.',
    ),
    next('002:472', 'Watch the trends in the data set and record what partners do.'),
    next('002:474', 'Keep a spotlight topic at each meeting.', { owner_body: exploitationGroup }),
    next('002:476', 'Review learning and make briefings, one-minute guides and reports on exploitation.'),
  ],
};
