// People by their public office; the demonstration holds no real person's name. The documents name no lead
// safeguarding partner, so none stands here. They print no dates of appointment either: each runs from the first
// day of the year reported, as the day from which the documents show the person in the office.
import type { PersonFacts } from '../demonstration.ts';
import { careBoard, council, educationService, police } from './agencies.ts';
import { businessUnit, disruptionMeeting, executive, riskMeeting } from './bodies.ts';
import { reportedYear } from './place.ts';

const from_on = reportedYear.from_on;

export const people: PersonFacts[] = [
  {
    key: 'business-manager',
    name: 'Business Manager',
    job_title: 'Business Manager, Partnership Business Unit',
    email: 'business.manager@york.example',
    persona: true,
    appointments: [{ role: 'business-manager', body: businessUnit, from_on, locator: '001:286' }],
  },
  {
    key: 'director-of-childrens-services',
    name: 'Director of Children’s Services, City of York Council',
    job_title: 'Director of Children’s Services',
    agency: council,
    email: 'director@york.example',
    persona: true,
    appointments: [
      {
        role: 'delegated-safeguarding-partner',
        body: executive,
        agency: council,
        from_on,
        locator: '002:39',
      },
    ],
  },
  {
    key: 'director-of-nursing',
    name: 'Director of Nursing, Statutory Partnerships, Humber and North Yorkshire',
    job_title: 'Director of Nursing, Statutory Partnerships',
    agency: careBoard,
    appointments: [
      {
        role: 'delegated-safeguarding-partner',
        body: executive,
        agency: careBoard,
        from_on,
        locator: '002:47',
      },
    ],
  },
  {
    key: 'assistant-chief-constable',
    name: 'Assistant Chief Constable, Local Policing and Safeguarding, North Yorkshire Police',
    job_title: 'Assistant Chief Constable, Local Policing and Safeguarding',
    agency: police,
    appointments: [
      {
        role: 'delegated-safeguarding-partner',
        body: executive,
        agency: police,
        from_on,
        locator: '002:63',
      },
    ],
  },
  {
    key: 'chair-and-scrutineer',
    name: 'Independent Chair and Scrutineer',
    job_title: 'Independent Chair and Scrutineer',
    email: 'chair.and.scrutineer@york.example',
    persona: true,
    appointments: [
      { role: 'independent-chair', body: executive, from_on, locator: '001:91' },
      { role: 'independent-scrutineer', from_on, locator: '001:75' },
    ],
  },
  {
    key: 'assistant-director-education',
    name: 'Assistant Director, Education and Skills, City of York Council',
    job_title: 'Assistant Director, Education and Skills',
    agency: council,
    appointments: [{ role: 'member', body: executive, agency: council, from_on, locator: '002:936' }],
  },
  {
    key: 'trust-chief-executive',
    name: 'Chief Executive of a Multi-Academy Trust',
    job_title: 'Chief Executive of a Multi-Academy Trust',
    appointments: [{ role: 'member', body: executive, from_on, locator: '002:936' }],
  },
  {
    key: 'schools-safeguarding-advisor',
    name: 'Schools Safeguarding Advisor, City of York Education Service',
    job_title: 'Schools Safeguarding Advisor',
    agency: educationService,
    appointments: [
      { role: 'member', body: riskMeeting, agency: educationService, from_on, locator: '002:914' },
      { role: 'member', body: disruptionMeeting, agency: educationService, from_on, locator: '002:914' },
    ],
  },
];
