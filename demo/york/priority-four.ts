// Priority four: working with fathers and male carers (002:135-137, 520-556). The report's summary and one of its
// sentences name it otherwise; the statement of the list keeps the name that is printed there.
import { caseStudy, measure, statement } from '../facts.ts';
import { carers, healthAndCarePartnership, socialCare } from './agencies.ts';
import { chapterOf, four, item as standing, type Subject } from './place.ts';

const { item, done, change, next } = chapterOf(four);

export const priorityFour: Subject = {
  items: [
    standing(
      'priorities-as-summarised',
      '002:111',
      'The five priorities, as the executive summary lists them',
      ['arrangements'],
      statement(
        'Priority One: Prevention, Early Support and Early Help. Priority Two: Child Exploitation. Priority Three: Children Missing from Education. Priority Four: Engaging with Fathers. Priority Five: Mental Health and Wellbeing.',
      ),
    ),
    item(
      'why-fathers',
      '002:520',
      'done',
      'Why fathers',
      statement(
        'Local reviews, audits and the national report The Myth of Invisible Men say again and again that professionals find it hard to build relationships with fathers and male carers, and mostly turn to mothers.',
      ),
    ),
    item(
      'male-carers-peer-support',
      '002:534',
      'done',
      'Regular attendance of male carers at peer support, against the year before',
      measure(2, 'times', {
        note: 'Printed as double; neither number is printed.',
      }),
      { agency: carers, period_label: 'this year' },
    ),
    item(
      'case-father-after-maternal-death',
      '002:544',
      'difference',
      'A father after the death of the mother',
      caseStudy(
        'After a mother died, maternity, the Special Care Baby Unit and the named midwife worked together so that the father could care for the baby and bury his wife according to their faith, while the baby’s care and needs were kept safe.',
      ),
    ),
    item(
      'case-father-main-carer',
      '002:548',
      'difference',
      'A father who became the main carer',
      caseStudy(
        'A young couple met online; the pregnancy was unplanned and the father became the main carer soon after the birth. The health visitor pointed him to the DadPad app and, with the social worker and Homestart, worked with him on development, safety, safe sleep and using services, and referred him to York Children’s Trust, Bundles of Joy and Beesome. He grew confident enough to go to parent and baby groups, which the baby enjoyed. He then became worn out; the home and his mental health suffered, and talking therapies were hard for him. With support he registered with a GP, had medication, recovered and found full-time work. The baby passed the 9-12 month review and is confident and happy.',
      ),
    ),
  ],
  activities: [
    done(
      '002:522',
      'A campaign on connecting with fathers was launched with Humber and North Yorkshire Health and Care Partnership and Hull Safeguarding Children Partnership.',
      {
        agency: healthAndCarePartnership,
        when: '2024/25',
      },
    ),
    done(
      '002:524',
      'The partnership’s website has a new page of resources for those who work with fathers and male carers.',
    ),
    done('002:526', 'A briefing on Engaging with Fathers was held in Safeguarding Week.', {
      when: 'Safeguarding Week 2024',
    }),
    done('002:528', 'Front-line professionals were reminded to include fathers and wider family networks.'),
    done('002:530', 'Men took part in the PAACES parenting course, family trips and peer support.', {
      agency: carers,
    }),
    done('002:534', 'Men’s Wellbeing Mondays were held throughout January in the “Love January” festival.', {
      agency: carers,
      from_on: '2025-01-01',
      to_on: '2025-01-31',
      when: 'January 2025',
    }),
    done(
      '002:538',
      'Social workers learned how to involve parents who live elsewhere and how to work with men in the home, also where there is abuse.',
      {
        agency: socialCare,
      },
    ),
  ],
  claims: [
    change(
      '002:534',
      'reach',
      'Regular attendance of male carers at peer support sessions has doubled this year.',
      {
        for_whom: 'Male carers',
        rests_on: [{ item: 'male-carers-peer-support', purpose: 'supports' }],
      },
    ),
    change(
      '002:538',
      'children',
      'Children see both parents take part in planning and build a resilient network around them.',
      {
        for_whom: 'Children',
      },
    ),
    change('002:538', 'practice', 'Safety planning is more robust, with open conversations.'),
    change(
      '002:540',
      'practice',
      'Health professionals notice a difference in how fathers’ details are included and the whole family considered.',
    ),
    change(
      '002:540',
      'practice',
      'After the ‘Engaging with Fathers’ campaign and training in primary care, awareness of involving fathers has risen and practices include them more.',
    ),
    change(
      '002:657',
      'practice',
      'Police now consider family relationships when completing a Public Protection Notice (PPN), with the voice of the adult, often the father.',
    ),
  ],
  next_steps: [
    next(
      '002:556',
      'Go on promoting and embedding work with fathers, which is no longer a focused priority.',
    ),
    next('002:556', 'Take up Young Carers as a priority in its place.'),
  ],
};
