// Priority five: mental health and wellbeing (002:139-141, 562-613).
import { caseStudy, measure, quotation, statement } from '../facts.ts';
import { careBoard, mentalHealthTrust, publicHealth } from './agencies.ts';
import { executive, learningGroup, mentalHealthGroup, voiceGroup } from './bodies.ts';
import { chapterOf, five, item as standing, type Subject } from './place.ts';

const { item, done, change, next } = chapterOf(five);

export const priorityFive: Subject = {
  items: [
    standing(
      'why-mental-health',
      '002:562',
      'Why mental health',
      ['priority', 'voice'],
      statement(
        'Young people told the partnership, at its development day and in surveys, that mental health and wellbeing is among their main concerns; so it became a priority.',
      ),
      { priority: five, part: 'done' },
    ),
    item(
      'workshop-questions',
      '002:564',
      'done',
      'What the workshop asked',
      statement(
        'What do children and young people say about mental health? What do young people in the city ask for? What should the group do? What should the group ask of partners?',
      ),
    ),
    standing(
      'camhs-data',
      '002:597',
      'CAMHS figures in the data set',
      ['priority', 'data-use'],
      statement(
        'The quarterly data set now takes in how many children use CAMHS, how many wait and how long on average. The Learning, Development and Performance Sub-group scrutinises them every quarter with the service’s own analysis, which goes to the Executive. The report prints none of these figures.',
      ),
      { priority: five, part: 'difference', agency: mentalHealthTrust },
    ),
    item(
      'camhs-accessing',
      '002:597',
      'difference',
      'Children and young people using CAMHS',
      measure(null, 'children and young people'),
      {
        agency: mentalHealthTrust,
      },
    ),
    item(
      'camhs-waiting',
      '002:597',
      'difference',
      'Children on the CAMHS waiting list',
      measure(null, 'children'),
      {
        agency: mentalHealthTrust,
      },
    ),
    item(
      'camhs-wait',
      '002:597',
      'difference',
      'Average time on the CAMHS waiting list',
      measure(null, 'length of wait', {
        note: 'Neither the figure nor its unit is printed.',
      }),
      { agency: mentalHealthTrust },
    ),
    standing(
      'camhs-parent',
      '002:590',
      'A parent on CAMHS',
      ['priority', 'voice'],
      quotation(
        'by far the best',
        'A parent, in a Friends and Family survey, on the latest experience of CAMHS',
      ),
      { priority: five, part: 'difference', agency: mentalHealthTrust },
    ),
    item(
      'case-camhs',
      '002:590',
      'difference',
      'A daughter and her clinician',
      caseStudy(
        'A parent whose daughter had been with CAMHS in several ways over many years says that the last experience was the best. The clinician understood the daughter and helped her to take part; a formulation showed her where her difficulties come from. She is confident, looks forward to college, has a part-time job and sees friends again. The service draws from this that clinician and parent worked jointly and that the clinician’s way gave the parent confidence.',
      ),
      { agency: mentalHealthTrust },
    ),
    standing(
      'rising-needs',
      '002:194',
      'Social, emotional and mental health needs in schools',
      ['area'],
      statement(
        'The Director of Public Health’s report finds a rapidly rising trend in children identified with social, emotional and mental health needs in York schools. No figure is printed.',
      ),
    ),
  ],
  activities: [
    done(
      '002:562',
      'The sub-group asked partners how young people take part in shaping access to mental health support.',
      {
        body: voiceGroup,
      },
    ),
    done(
      '002:562',
      'Partners met in a workshop with the ICB’s co-production lead and a young person of Nothing About Us Without Us.',
      {
        body: voiceGroup,
      },
    ),
    done(
      '002:572',
      'Agencies named their own actions, and a summary of the workshop went to the Executive.',
      {
        body: voiceGroup,
      },
    ),
    done(
      '002:572',
      'A York group of several agencies was set up to make a plan or strategy from young people’s feedback; the ICB’s implementation lead told the Executive how it goes.',
      {
        body: mentalHealthGroup,
        agency: careBoard,
      },
    ),
    done('002:574', 'The Children’s Rights and Involvement Strategy was reviewed on the Lundy model.', {
      body: voiceGroup,
    }),
    done('002:578', 'An animation of the School Health and Wellbeing Survey was made and shared.', {
      agency: publicHealth,
    }),
    done(
      '002:580',
      '“Listen To Us! Young People’s Experiences with Trusted Adults”, an animation in young people’s voices, was put on the e-learning platform and shared.',
    ),
    done('002:597', 'CAMHS figures were added to the quarterly data set.', { agency: mentalHealthTrust }),
  ],
  claims: [
    change(
      '002:584',
      'children',
      'Parents say that they are part of planning for their children, together with mental health.',
      {
        for_whom: 'Parents',
        rests_on: [{ item: 'camhs-parent', purpose: 'supports' }],
      },
    ),
    change(
      '002:584',
      'practice',
      'Mental health colleagues are more flexible about who is the best person to do the work.',
    ),
  ],
  next_steps: [
    next(
      '002:601',
      'Agree, with other boards, an ambition and plan for the whole city on children’s wellbeing and mental health.',
    ),
    next('002:601', 'Support the mapping of need and provision against the iThrive model.'),
    next('002:601', 'Hold a session on mental health at the Development Day, towards a city-wide strategy.', {
      due: 'June 2025',
    }),
    next('002:603', 'Go on promoting the Trusted Adults campaign with its training and resources.'),
    next(
      '002:605',
      'Have partners in the sector analyse the CAMHS figures and bring the analysis to the Executive.',
      {
        owner_body: executive,
      },
    ),
    next('002:597', 'Scrutinise the CAMHS figures every quarter.', {
      owner_body: learningGroup,
      due: 'Every quarter',
    }),
    next('002:607', 'Bring the group’s updates to the sub-group and tell young people what is being done.', {
      owner_body: voiceGroup,
    }),
    next(
      '002:613',
      'Develop the “About Me” passport, so that young people need not tell their story again.',
      {
        owner_body: voiceGroup,
      },
    ),
  ],
};
