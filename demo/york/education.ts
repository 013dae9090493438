// Safeguarding in education (002:905-940; 001:135, 156-164).
import { measure, statement } from '../facts.ts';
import { council, educationService } from './agencies.ts';
import { businessUnit, executive } from './bodies.ts';
import { change, done, item, next, type Subject } from './place.ts';

const conference = { from_on: '2025-03-19', to_on: '2025-03-19', period_label: '19th March 2025' };

export const education: Subject = {
  items: [
    item(
      'conference-attendees',
      '002:923',
      'Attendees of the Education Safeguarding Conference',
      ['education'],
      measure(120, 'people'),
      conference,
    ),
    item(
      'conference',
      '002:923',
      'Education Safeguarding Conference',
      ['education'],
      statement(
        'Schools and partners met on 19 March 2025 for workshops on county lines and knife crime, substance misuse, vaping, LADO and Prevent, a keynote on artificial intelligence in education, and young carers’ own account. The report calls it hugely successful.',
      ),
      conference,
    ),
    item(
      'conference-scrutiny',
      '001:156',
      'The conference, as the scrutineer sees it',
      ['education', 'scrutiny'],
      statement(
        'The conference of 19 March 2025 was extremely well attended; its agenda was made with school leaders and shaped the role of schools in the arrangements, strengthened by the reforms (001:158).',
      ),
      { ...conference, period_label: '19/03/2025' },
    ),
    item(
      'education-seats',
      '002:936',
      'Education at the strategic table',
      ['education', 'arrangements'],
      statement(
        'The Assistant Director, Education and Skills, of City of York Council and the Chief Executive of a Multi-Academy Trust are now part of the arrangements, for the voice of education and early years in strategic decisions.',
      ),
    ),
    item(
      'education-questions',
      '002:931',
      'What education colleagues were asked',
      ['education'],
      statement(
        'How can the partnership engage with education better, operationally and strategically? How does education wish to contribute, in dialogue? Which groups and forums exist, and how could the partnership take part in them?',
      ),
    ),
    item(
      'education-activities',
      '002:911',
      'Where schools and the Schools Safeguarding Advisor took part',
      ['education'],
      statement(
        'Development of the hub and multi-agency audits; Child exploitation disruption and weekly risk assessment meetings; Partner-led early help; Learning reviews and audits; Sub-groups, as education representative; Stronger involvement of education, after Working Together 2023.',
      ),
    ),
    item(
      'school-audit',
      '002:905',
      'School audit',
      ['education', 'audit'],
      statement(
        'A procedure sets out how schools are audited under sections 157 and 175 of the Education Act 2002 and how the Executive is assured. No return or result is printed.',
      ),
    ),
    item(
      'education-well-sighted',
      '001:164',
      'Education’s strategic voice',
      ['education', 'scrutiny'],
      statement(
        'The Executive knows that the strategic voice of early years, schools and education can be strengthened still further.',
      ),
    ),
  ],
  activities: [
    done(
      '002:907',
      'education',
      'The Schools Safeguarding Advisor advises every school and college and assures the Executive each year, with themes from audits.',
      {
        agency: educationService,
      },
    ),
    done(
      '002:909',
      'education',
      'Designated safeguarding leads, governors and early years were trained; schools had bespoke sessions and safeguarding reviews.',
      {
        agency: educationService,
        when: '2024/2025',
      },
    ),
    done('002:923', 'education', 'The Education Safeguarding Conference was held.', {
      from_on: '2025-03-19',
      to_on: '2025-03-19',
      when: '19th March 2025',
      reach: 120,
      reach_label: 'attendees from schools and partners',
    }),
    done(
      '002:927',
      'education',
      'A workshop considered the place of education in the arrangements, operationally too: sub-groups, networks and forums of safeguarding leads.',
    ),
    done(
      '002:936',
      'education',
      'The Assistant Director, Education and Skills, and a multi-academy trust chief executive joined the arrangements.',
      {
        agency: council,
      },
    ),
    done(
      '002:938',
      'education',
      'The Executive considered the feedback and agreed to consider an education sub-group and an education representative on every sub-group.',
      {
        body: executive,
      },
    ),
  ],
  claims: [
    change(
      '002:936',
      'education',
      'practice',
      'Education and early years have a voice in strategic decisions.',
      {
        rests_on: [{ item: 'education-seats', purpose: 'supports' }],
      },
    ),
  ],
  next_steps: [
    next(
      '002:938',
      'education',
      'Consider a multi-agency sub-group for education, and an education representative on every sub-group.',
      {
        owner_body: executive,
      },
    ),
    next(
      '002:940',
      'education',
      'Review how information reaches schools, encourage sign-up to the newsletter and talk both ways.',
      {
        owner_body: businessUnit,
      },
    ),
  ],
};
