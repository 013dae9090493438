// The training that the annual report lists by title: presentations, events by partners, masterclasses (002:740-893).
// A number of sessions stands only where it is printed.
import { countColumn, statement, table, textColumn } from '../facts.ts';
import type { ItemFacts } from '../demonstration.ts';
import { item, reportedYear } from './place.ts';

export const trainingLists: ItemFacts[] = [
  item(
    'e-learning-packs',
    '002:740',
    'Presentations on the e-learning platform',
    ['training'],
    statement(
      'Besides the awareness course: Early Help Strategy Launch; Child Protection Conference; Trusted Relationships; Listen To Us: Young People’s Experiences with Trusted Adults. Added earlier: Private Fostering; PRESENT Guidance and Tool; PAMIC Tool.',
    ),
  ),
  item(
    'ad-hoc-events',
    '002:794',
    'Other training events by partners',
    ['training'],
    table(
      [textColumn('Event'), textColumn('By'), countColumn('Sessions printed', 'none')],
      [
        [
          'Signs of Safety – Building Brighter Futures Practice Model Partner Briefing Session',
          'City of York Council',
          5,
        ],
        ['Trusted Adults supporting young people in their community webinar', 'Young Minds', null],
        ['Introduction to adolescent mental health webinar', 'Young Minds', null],
        ['Involving young people facing marginalisation and barriers', 'Young Minds', null],
        ['Condom Distribution Scheme & Training for Professionals', 'YorSexualHealth', null],
        ['Neurodiversity webinars', 'ADHD Foundation', null],
        ['Sexual Health Training Sessions', 'YorSexualHealth', null],
        [
          'Prevent awareness, session 1, 21st October: identification of risk',
          'North Yorkshire Police',
          null,
        ],
        ['Prevent awareness, session 2, 8th November: management of risk', 'North Yorkshire Police', null],
        ['Keep them safe – Child Sexual Exploitation online course', 'Ivison Trust', null],
        ['Child Exploitation Online Training', 'Ivison Trust', null],
        [
          '#LookCloser, Programme of Learning events in relation to Exploitation',
          'The Children’s Society',
          null,
        ],
        ['Identifying and supporting carers: introducing York Carers Centre', 'York Carers Centre', null],
        ['Free Healthy Relationship Resources and Webinar', 'NSPCC & York St John University', null],
        ['Private Fostering briefing sessions', 'City of York Council', 3],
        ['Together We Can drop in briefing session', 'City of York Council', null],
      ],
    ),
    { ...reportedYear },
  ),
  item(
    'masterclasses',
    '002:876',
    'Learning Masterclasses',
    ['training'],
    table([textColumn('Masterclass')], [['Voice of The Child'], ['Children’s Rights']]),
    { ...reportedYear },
  ),
  item(
    'safeguarding-week',
    '002:881',
    'Learning Masterclasses in Safeguarding Week 2024',
    ['training'],
    table(
      [textColumn('Masterclass')],
      [
        ['Learning from National and Local Reviews'],
        ['Children’s Social Care National Framework and Working Together to Safeguard Children 2023'],
        ['PREVENT - Identifying signs of radicalisation'],
        ['Children and Young People’s Plan'],
        ['Signs of Safety: Scaling Questions'],
        ['Exploitation Team: North Yorkshire Police'],
        ['Introduction to adolescent mental health'],
        ['Private Fostering'],
        ['Signs of Safety: Signs of Belonging'],
        ['Engaging with Fathers'],
        ['County Lines And Serious Youth Violence'],
      ],
    ),
    { period_label: 'Safeguarding Week 2024' },
  ),
];
