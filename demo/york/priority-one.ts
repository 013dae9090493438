// Priority one: prevention, early support and early help (002:115-121, 252-371), without the part on young carers.
import { caseStudy, measure, statement } from '../facts.ts';
import { hub, police, primaryCare, socialCare } from './agencies.ts';
import { earlyHelpGroup, hubOperational, hubStrategic } from './bodies.ts';
import { chapterOf, item as standing, one, reportedYear, type Subject } from './place.ts';

const { item, done, change, next } = chapterOf(one);

export const priorityOne: Subject = {
  items: [
    item('family-hubs', '002:274', 'done', 'Family Hubs in the city', measure(7, 'family hubs'), {
      geography: 'York',
    }),
    item(
      'parenting-pilots',
      '002:279',
      'done',
      'Evidence-based parenting programmes piloted',
      measure(2, 'programmes'),
      { ...reportedYear },
    ),
    item('raise-york-areas', '002:281', 'done', 'Priority areas of Raise York', measure(6, 'areas'), {
      ...reportedYear,
    }),
    item(
      'early-help-priorities',
      '002:367',
      'next',
      'Priorities within the Early Help Strategy',
      measure(4, 'priorities', {
        note: 'Best Start in Life; Staying Safe; Happy and Healthy; Ready for the Future.',
      }),
    ),
    standing(
      'early-help-data-set',
      '002:329',
      'A data set on early help, in the making',
      ['priority', 'data-use'],
      statement('Agencies are still building a shared data set on early help and prevention.'),
      { priority: one, part: 'difference' },
    ),
    standing(
      'hub-audits',
      '002:327',
      'Audits in the hub',
      ['priority', 'audit'],
      statement(
        'The hub runs multi-agency audits of the quality of referrals, and its operational sub-group looks at data and dip samples to see what the updated threshold guidance changes in 2025.',
      ),
      { priority: one, part: 'difference', agency: hub },
    ),
    standing(
      'child-voice-in-notices',
      '002:323',
      'The child’s voice in police notices',
      ['priority', 'voice', 'information-sharing'],
      statement(
        'Members of the sub-group see in reviews that officers record the child’s voice in the Public Protection Notice (PPN), and hear that this helps decisions in the hub.',
      ),
      { priority: one, part: 'difference', agency: police },
    ),
    item(
      'case-primary-care',
      '002:347',
      'difference',
      'A mother and a three-year-old, seen by their GP',
      caseStudy(
        'A GP asked the safeguarding team about a 3-year-old child and a mother who had left an abusive relationship, gone back to work and lost benefits. Her anxiety grew into frequent panic attacks. She felt able to keep her children safe and asked for help. The GP talked through early help, referred her to mental health services, brought in the social prescriber and kept in touch. She had help with both her mental health and practical problems.',
      ),
      { agency: primaryCare },
    ),
  ],
  activities: [
    done('002:115', 'The Early Help Strategy was refreshed and launched across the city.', {
      when: 'Autumn 2024',
    }),
    done(
      '002:254',
      'Training and briefings on the practice model Building Brighter Futures were held across the partnership.',
      {
        agency: socialCare,
      },
    ),
    done(
      '002:272',
      'The Guidance on Continuum of Need was renewed in line with Working Together 2023, with Family Help and the lead practitioner strengthened.',
    ),
    done(
      '002:272',
      'A strategic and an operational sub-group watch the work of the hub through data and audits.',
      {
        body: hubStrategic,
      },
    ),
    done('002:276', 'The newest Family Hub opened at Clifton Explore, and local health partners moved in.'),
    done(
      '002:277',
      'Work began on a special educational needs and disabilities Family Hub at Clifton: partners were brought together there and a hub manager was recruited.',
    ),
    done('002:278', 'Solihull online parenting programmes were launched and face-to-face ones commissioned.'),
    done(
      '002:279',
      'Two evidence-based parenting programmes were piloted within the Changemakers programme.',
    ),
    done('002:280', 'The network of Parent Champion volunteers grew.'),
    done('002:281', 'Information for families was promoted on the six priority areas of Raise York.'),
    done(
      '002:282',
      'The Youth Strategy was launched and a partner commissioned to grow the local youth partnership.',
    ),
    done('002:283', 'Team Around the School was expanded beside a revised Supporting Families offer.'),
    done('002:284', 'The Family Hub at The Avenue was rebuilt with office space that agencies share.'),
    done('002:285', 'An evaluation framework was made to follow what the Raise York network changes.'),
    done(
      '002:321',
      'School Liaison Officers completed a high number of interventions in all areas of the city.',
      {
        agency: police,
      },
    ),
    done(
      '002:323',
      'Front-line officers were trained to record a child’s voice and lived experience, with the AWARE (We are Emotionally Aware) guide.',
      {
        agency: police,
      },
    ),
    done(
      '002:327',
      'The operational sub-group reviewed data and took dip samples on the threshold guidance.',
      {
        body: hubOperational,
      },
    ),
    done('002:335', 'Training went on to embed Building Brighter Futures.', { agency: socialCare }),
    done('002:339', 'The Safe and Together model was introduced, with briefings for partner agencies.', {
      agency: socialCare,
    }),
    done(
      '002:341',
      'Raise York and the Family Information Service put resources for families on their website.',
    ),
  ],
  claims: [
    change(
      '002:115',
      'practice',
      'The practice model is embedded, with a shared understanding and language across the partnership.',
    ),
    change('002:119', 'practice', 'Thresholds are well understood and applied (Ofsted, 2025).', {
      rests_on: [{ item: 'ofsted-thresholds', purpose: 'supports' }],
    }),
    change(
      '002:254',
      'practice',
      'The practice model has brought consistency and given partners a frame for offering support.',
      {
        rests_on: [{ item: 'ofsted-practice-model', purpose: 'supports' }],
      },
    ),
    change(
      '002:283',
      'practice',
      'Team Around the School shows great results in helping partners to work together and to connect families with support.',
    ),
    change('002:291', 'practice', 'The number of young carers identified within the council has increased.'),
    change(
      '002:321',
      'practice',
      'Relationships of School Liaison Officers with schools, children and families have improved.',
    ),
    change(
      '002:323',
      'practice',
      'Audits and case reviews show that the quality of the Police Protection Notice (PPN) has “significantly improved”.',
      {
        key: 'claim-police-notices',
      },
    ),
    change(
      '002:325',
      'practice',
      'Schools record the child’s voice well and lead the majority of multi-agency assessments.',
    ),
    change(
      '002:333',
      'children',
      'Signs of Safety supports decisions in the hub and at step up and step down, so that children get the right support at the right time.',
    ),
    change(
      '002:335',
      'practice',
      'Thematic audits consistently find increased use of Signs of Safety tools.',
      {
        rests_on: [{ item: 'ofsted-signs-of-safety', purpose: 'supports' }],
      },
    ),
    change(
      '002:337',
      'children',
      'Earlier work with families is reducing the number of children made subject to child protection plans.',
      {
        key: 'claim-fewer-plans',
        for_whom: 'Children and families',
        headline: true,
      },
    ),
    change('002:337', 'children', 'Relationships with families are stronger and more positive.'),
    change(
      '002:339',
      'practice',
      'The practice model has ensured that the child’s voice is used in plans and in planning for safety.',
    ),
    change(
      '002:339',
      'practice',
      'Safe and Together has begun to improve how domestic abuse is worked with.',
    ),
    change(
      '002:341',
      'practice',
      'Awareness of early help in the community has “significantly increased” through the online resources, for example in general practice.',
    ),
  ],
  next_steps: [
    next(
      '002:367',
      'Embed the four priorities of the Early Help Strategy, so that early help is everyone’s business.',
    ),
    next('002:367', 'Raise awareness of early help in schools, health and other agencies.', {
      owner_body: earlyHelpGroup,
    }),
    next(
      '002:369',
      'Develop the Raise York network: grow the special educational needs hub, pilot work on health inequalities, use Explore York sites and build integrated working on the locality model.',
      {
        due: '2025/26',
      },
    ),
    next(
      '002:371',
      'Go on putting Working Together 2023 and the Families First Partnership programme guide in place, with more family group decision-making.',
    ),
  ],
};
