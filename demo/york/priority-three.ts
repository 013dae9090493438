// Priority three: children missing from education, in practice mostly attendance (002:129-131, 480-516).
import { measure, statement } from '../facts.ts';
import { carers, educationService, socialCare } from './agencies.ts';
import { attendanceGroup, practiceGroup } from './bodies.ts';
import { chapterOf, item as standing, three, type Subject } from './place.ts';

const { item, done, change, next } = chapterOf(three);

export const priorityThree: Subject = {
  items: [
    item(
      'missing-education-national',
      '002:488',
      'done',
      'National rate of children missing from education, with which York’s is said to be consistent',
      measure(0.5, 'per cent', {
        note: 'York’s own rate is not printed.',
      }),
      { geography: 'National' },
    ),
    item(
      'attendance-considered',
      '002:500',
      'difference',
      'Children’s case records in social care that consider school attendance',
      measure(93, 'per cent of case records'),
      {
        agency: socialCare,
        period_label: 'Quarter 2',
        geography: 'York',
      },
    ),
    item(
      'fewer-persistently-absent',
      '002:502',
      'difference',
      'Fewer pupils with no additional vulnerabilities persistently absent, in each school phase',
      measure(300, 'pupils fewer than a year before', {
        qualifier: 'more-than',
        note: 'Primary and secondary; the two numbers compared are not printed.',
      }),
      { period_label: 'compared to this time last year', geography: 'York' },
    ),
    item(
      'absence-audit-recommendations',
      '002:486',
      'done',
      'Recommendations of the audit on persistent and severe absence',
      measure(5, 'recommendations'),
      {
        period_label: '2024',
      },
    ),
    standing(
      'absence-audit',
      '002:484',
      'Multi-agency audit on persistent and severe absence from education',
      ['priority', 'audit'],
      statement(
        'The audit of 2024 saw extensive work between agencies to help young people and families with school. For the majority of families other things affected attendance: drugs and alcohol, domestic abuse, trauma and mental wellbeing. Its five recommendations were followed by an action plan and completed; a learning on a page was published and the exploitation sub-group took up further actions.',
      ),
      { priority: three, part: 'done', period_label: '2024' },
    ),
    standing(
      'missing-education-audit-neurodivergence',
      '002:660',
      'What the Missing from Education audit saw of neurodivergence and voice',
      ['voice', 'audit'],
      statement(
        'The Missing from Education audit found some form of neurodivergence in all the children it looked at, and good evidence that schools work to understand their voice.',
      ),
    ),
    standing(
      'operation-endeavour-sharing',
      '002:131',
      'Operation Endeavour',
      ['priority', 'information-sharing'],
      statement(
        'During 2024/25 Operation Endeavour was put in place: agencies tell schools when a child goes missing from home, so that the child is supported.',
      ),
      { priority: three, part: 'done', period_label: '2024/25' },
    ),
    standing(
      'education-data',
      '002:490',
      'Education data in the quarterly data set',
      ['priority', 'data-use'],
      statement(
        'Education gives the quarterly data set figures on children missing from education and children educated at home, and the steps taken to find them; the sub-groups follow the actions.',
      ),
      { priority: three, part: 'done', agency: educationService },
    ),
    standing(
      'attendance-concern',
      '002:480',
      'Attendance remains a concern',
      ['priority', 'little-progress'],
      statement(
        'Attendance in primary and secondary schools remains a concern, most of all for pupils with additional vulnerabilities; pupils with special needs and those with free school meals have low attendance (002:482).',
      ),
      { priority: three, part: 'done' },
    ),
  ],
  activities: [
    done(
      '002:482',
      'The multi-agency task and finish Sub-group went on with making attendance everybody’s business.',
      {
        body: attendanceGroup,
      },
    ),
    done(
      '002:488',
      'An Attendance Task and Finish Group was set up, and learning went to each agency for its own development.',
      {
        body: attendanceGroup,
      },
    ),
    done('002:482', 'Partners made a multi-agency attendance pledge: what each service will do.', {
      when: '2024',
    }),
    done(
      '002:482',
      'The Education Service told the sub-group and the Executive regularly how attendance stands.',
      {
        agency: educationService,
      },
    ),
    done(
      '002:482',
      'The council has links with the regional adviser of the Department for Education and the best practice network.',
    ),
    done('002:484', 'A multi-agency audit looked at persistent and severe absence.', { when: '2024' }),
    done('002:486', 'A learning on a page was published from the audit.'),
    done(
      '002:488',
      'In children’s social care the 7-point briefing and further actions are reviewed through the Quality Assurance Plan.',
      {
        agency: socialCare,
      },
    ),
    done('002:490', 'Education colleagues sit on the exploitation sub-group and bring data each quarter.', {
      agency: educationService,
    }),
    done(
      '002:492',
      'Operation Endeavour was put in place during 2025: agencies share with schools that a child has gone missing from home.',
      {
        when: 'During 2025',
      },
    ),
    done(
      '002:494',
      'After the report Caring and Classes, York Carers Forum spoke across the partnership about young carers and education and held a masterclass.',
      {
        agency: carers,
      },
    ),
    done('002:494', 'The Young Carers School Network is being set up.', { agency: carers }),
    done('002:494', 'Links with Travellers Trust are growing, for young carers in traveller communities.', {
      agency: carers,
    }),
    done(
      '002:496',
      'Schools and partners were trained in the new procedures on home education and children missing from education, the Graduated Response and Fast Track.',
    ),
    done(
      '002:504',
      'Searches for children missing from education were improved, for example by asking the Home Office.',
      {
        agency: educationService,
      },
    ),
  ],
  claims: [
    change(
      '002:500',
      'practice',
      '93% of children’s case records in social care considered school attendance.',
      {
        rests_on: [{ item: 'attendance-considered', purpose: 'supports' }],
      },
    ),
    change(
      '002:502',
      'children',
      'Persistent absence is improving among pupils with no additional vulnerabilities, by upwards of 300 pupils fewer in each school phase than a year before.',
      {
        for_whom: 'Pupils with no additional vulnerabilities',
        headline: true,
        rests_on: [{ item: 'fewer-persistently-absent', purpose: 'supports' }],
      },
    ),
    change(
      '002:502',
      'children',
      'The number of children educated at home is increasing, and is below the regional and national figures.',
      {
        for_whom: 'Children educated at home',
      },
    ),
    change(
      '002:488',
      'children',
      'York’s rate of children missing from education is said to be consistent with a national 0.5%.',
      {
        rests_on: [{ item: 'missing-education-national', purpose: 'supports' }],
      },
    ),
    change(
      '002:504',
      'practice',
      'Improved searches let the council find children and close their records with a known destination.',
      {
        rests_on: [{ item: 'ofsted-missing-education', purpose: 'supports' }],
      },
    ),
    change(
      '002:506',
      'practice',
      'Child in need and child protection plans show increased reference to attendance.',
    ),
  ],
  next_steps: [
    next('002:510', 'Go on finding and removing what keeps children from school.'),
    next(
      '002:510',
      'Review the data to see how attendance stands and what difference the partnership has made.',
    ),
    next('002:512', 'Gain assurance on what each partner pledged in 2024 to do about attendance.', {
      owner_body: practiceGroup,
      due: 'A forthcoming meeting of the sub-group',
    }),
    next(
      '002:516',
      'Carry out the audit commissioned on children known to early help who have special educational needs or disabilities.',
    ),
  ],
};
