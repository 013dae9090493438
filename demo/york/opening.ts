// What opens the report: three forewords by office, the national context, the vision, values and principles, and how
// the partnership is arranged (002:35-97, 219-240; 001:111-145). Gists are in our own words.
import { measure, quotation, statement } from '../facts.ts';
import type { ItemFacts } from '../demonstration.ts';
import { council, healthAndCarePartnership, police } from './agencies.ts';
import { developmentDay, executive, familiesFirst } from './bodies.ts';
import { change, done, item, next, reportedYear, type Subject } from './place.ts';

const forewords: ItemFacts[] = [
  item(
    'foreword-council',
    '002:41',
    'Foreword by the Director of Children’s Services, City of York Council',
    ['foreword', 'partner-contribution'],
    statement(
      'The report shows the depth of work between agencies for children most at risk. A child’s lived experience can go unnoticed unless agencies set out to strengthen belonging, so the priorities rightly look at young carers, missing education, mental health and exploitation. Trusting relationships matter most; the work shows that they are mature. Partners are ambitious for York as a safe place to grow up.',
    ),
    { agency: council },
  ),
  item(
    'foreword-health',
    '002:49',
    'Foreword by the Director of Nursing, Statutory Partnerships, Humber and North Yorkshire Health and Care Partnership',
    ['foreword', 'partner-contribution'],
    statement(
      'The report reviews a year of shared effort, achievements and areas for more work. Humber and North Yorkshire Integrated Care Partnership wants children to be safe, healthy and thriving, and its staff have made a “significant impact” with their partners. The aim ahead is stronger safeguarding practice and work across the whole system.',
    ),
    { agency: healthAndCarePartnership },
  ),
  item(
    'foreword-police',
    '002:65',
    'Foreword by the Assistant Chief Constable, Local Policing and Safeguarding, North Yorkshire Police',
    ['foreword', 'partner-contribution'],
    statement(
      'The police put it first that children are safe and feel safe, which can only be done together. Threats in communities and online are complex and remain a challenge; the strength of the partnership allows a coordinated and professional response, and it keeps looking for ways to improve.',
    ),
    { agency: police },
  ),
];

const context: ItemFacts[] = [
  item(
    'context-strategy',
    '002:71',
    'A national strategy since 2023',
    ['reforms'],
    statement(
      'Safeguarding policy changed nationally after the independent review of children’s social care (2022) and the strategy Stable Homes, Built on Love (2023), which asks health, police, schools, courts, youth justice, business and civil society to take part.',
    ),
  ),
  item(
    'context-working-together',
    '002:73',
    'Working Together 2023 put in place',
    ['reforms', 'arrangements'],
    statement(
      'Working Together was renewed in December 2023, on strong multi-agency work and whole families. The partnership put the changes in place in 2024-25 under the Executive and published its arrangements in December 2024.',
    ),
  ),
  item(
    'context-documents-2023',
    '002:75',
    'Other documents of 2023',
    ['reforms'],
    statement(
      'Also of 2023: the Working Together Statutory Framework, the Children’s Social Care National Framework (purpose, principles and outcomes) and guidance on improving practice.',
    ),
  ),
  item(
    'context-guidance-2024',
    '002:79',
    'Guidance of 2024/25, as the report lists it',
    ['reforms'],
    statement(
      'The report lists as key guidance: Keeping Children Safe in Education (2024), Kinship Care, the Children’s Well-Being and Schools Bill, the Families First Partnership Programme (FFP) and the Families First for Children Pathfinder Programme.',
    ),
    { period_label: '2024/25' },
  ),
  item(
    'context-themes',
    '002:81',
    'Main themes of the reforms',
    ['reforms'],
    statement(
      'Work to an agreed practice framework; Education as a key agency; Fewer children in acute services: need met at the right time; Support without stigma, as Family Help; Families as partners; Fewer children in care; Decisive when it is needed; A stable workforce: new agency rules.',
    ),
  ),
];

const vision: ItemFacts[] = [
  item(
    'vision',
    '002:225',
    'Vision',
    ['vision'],
    quotation(
      'to grow up in safety and to always feel safe',
      'The partnership, for all the children of York',
    ),
  ),
  item(
    'values',
    '002:229',
    'Values',
    ['vision'],
    statement(
      'Everyone is responsible for safeguarding: agencies, families and communities as one system. What children and families say and live through stands at the centre of all work.',
    ),
  ),
  item(
    'principles',
    '002:234',
    'Principles',
    ['vision'],
    statement(
      'Empowerment: families are supported and respected in making their own informed decisions; Learning: the partnership reflects, learns and improves; Prevention: early help and support come before harm; Relational practice: work builds on strengths, with families and with each other.',
    ),
  ),
];

const arrangements: ItemFacts[] = [
  item(
    'arrangements-published',
    '002:73',
    'The published arrangements',
    ['arrangements'],
    statement(
      'The multi-agency safeguarding arrangements of the City of York were published in December 2024. What changed in them is not described.',
    ),
    { period_label: 'December 2024' },
  ),
  item(
    'reforms-in-time',
    '001:137',
    'In time for December 2024',
    ['arrangements', 'reforms'],
    statement(
      'The scrutineer reports that the new arrangements were in place within the national timescale, December 2024, after a project plan.',
    ),
    { period_label: 'December 2024' },
  ),
  item(
    'executive-meetings',
    '001:113',
    'The Executive’s meetings',
    ['arrangements', 'partner-contribution'],
    statement(
      'The three statutory partners kept up Executive meetings every two months, with oversight of five priorities: Prevention, Early Support and Early Help; Child Exploitation; Children Missing from Education; Engaging with Fathers; Mental Health and Wellbeing (001:115-123).',
    ),
    { ...reportedYear },
  ),
  item(
    'business-plan',
    '001:143',
    'Business plan',
    ['arrangements'],
    statement('A business plan lets the Executive follow priorities and workstreams at pace.'),
  ),
  item(
    'information-sharing-protocol',
    '001:145',
    'Information sharing protocol',
    ['information-sharing', 'arrangements'],
    statement(
      'The City of York and North Yorkshire Information Sharing Protocol, strategies, guidance and procedures are open to every member agency; agreements are in place to share information (001:190).',
    ),
  ),
  item(
    'conference-attendance-challenge',
    '001:129',
    'A partner held to account',
    ['partner-contribution'],
    statement(
      'The delegated partner of the council’s children’s services held partners to account, with respect, for attending child protection conferences in person.',
    ),
    { agency: council },
  ),
  item(
    'ofsted-partners-resources',
    '001:278',
    'What police and health bring',
    ['partner-contribution', 'inspection'],
    statement(
      'Ofsted says that police and health partners bring knowledge and resources, among them attendance at initial child protection conferences and timely health assessments of children in care.',
    ),
    { from_on: '2025-02-24', to_on: '2025-03-07' },
  ),
  item(
    'five-priorities',
    '002:248',
    'Priorities that the sub-groups work on',
    ['arrangements'],
    measure(5, 'priorities'),
    { ...reportedYear },
  ),
];

export const opening: Subject = {
  items: [...forewords, ...context, ...vision, ...arrangements],
  activities: [
    done(
      '002:97',
      'reforms',
      'A Families First Executive Board was set up to consider Family Help across the city and multi-disciplinary teams.',
      {
        body: familiesFirst,
      },
    ),
    done('002:73', 'reforms', 'The changes of Working Together 2023 were put in place under the Executive.', {
      body: executive,
      when: '2024-25',
    }),
    done('002:73', 'arrangements', 'The multi-agency safeguarding arrangements were published.', {
      when: 'December 2024',
    }),
    done('001:133', 'reforms', 'A project plan for the revised guidance was agreed and carried out.'),
    done(
      '001:135',
      'education',
      'The Executive invited the York Schools and Academies Board to nominate the chief executive of a multi-academy trust to join it.',
      {
        body: executive,
      },
    ),
    done('001:139', 'arrangements', 'The annual report for 2023/2024 was published by September 2024.'),
    done(
      '001:152',
      'arrangements',
      'Wider partners helped to shape the priorities for 2023/24 and came to the Development Day of 6 March 2023.',
      {
        body: developmentDay,
        from_on: '2023-03-06',
        to_on: '2023-03-06',
        when: '06/03/2023',
      },
    ),
  ],
  claims: [
    change(
      '002:55',
      'partner-contribution',
      'practice',
      'Staff of the health partner have made a significant impact on many children and families.',
      {
        for_whom: 'Children and families',
      },
    ),
  ],
  next_steps: [
    next('002:97', 'reforms', 'Go on watching the safeguarding landscape and put changes in place.'),
    next(
      '001:288',
      'reforms',
      'Make local arrangements for the national reforms together across the partnership.',
    ),
  ],
};
