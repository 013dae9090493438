// Voice and lived experience of children and families (002:623-688; 001:166-186).
import { caseStudy, measure, statement } from '../facts.ts';
import { carers, hospitals, ivison, mentalHealthTrust, police, socialCare, stGiles } from './agencies.ts';
import { developmentDay, parentingBoard, voiceGroup } from './bodies.ts';
import { change, done, item, next, type Subject } from './place.ts';

export const voice: Subject = {
  items: [
    item(
      'plan-consultation',
      '001:172',
      'Young people consulted on the York Children and Young People’s Plan 2024-2027',
      ['voice'],
      measure(3000, 'young people', { qualifier: 'more-than' }),
      {
        geography: 'York',
      },
    ),
    item(
      'language-challenge',
      '001:184',
      'Young people challenge the partnership’s language',
      ['voice'],
      statement(
        'At the Development Day on 18 July 2024 care-experienced young people challenged the partnership on its language and jargon, and on how it turns into children’s records (002:633). In answer the partners all signed a Language Pledge for respectful words, which shape a child’s identity and belonging.',
      ),
      { from_on: '2024-07-18', to_on: '2024-07-18', period_label: '18/07/2024' },
    ),
    item(
      'voice-in-audits',
      '002:627',
      'Voice in every audit',
      ['voice', 'audit'],
      statement(
        'Every thematic, multi-agency and single-agency audit looks at the voice of the child and lived experience; in reviews the child’s view was well set out, and records are written simply and directly to the child (002:629).',
      ),
    ),
    item(
      'young-people-chose-priority',
      '001:178',
      'A priority that young people chose',
      ['voice'],
      statement(
        'Young people directly influenced the priorities: mental health and wellbeing is one, with a focus of the Voice and Involvement Sub-group.',
      ),
    ),
    item(
      'family-feedback-scrutiny',
      '001:81',
      'Families’ feedback on early help',
      ['voice', 'scrutiny'],
      statement(
        'In June 2024 the scrutineer read anonymous feedback from families who had early help and support.',
      ),
      { from_on: '2024-06-01', to_on: '2024-06-30', period_label: 'June 2024' },
    ),
    item(
      'case-young-person-care',
      '002:676',
      'A young person and the place he wished to live',
      ['voice'],
      caseStudy(
        'A young person came to attention after going to hospital under false details. He was not in school, not with a parent and had no GP; he lived with someone with a criminal history of exploitation and trafficking. A court granted parental responsibility. A foster placement was hard for him; he wanted to stay with a family friend, whose son raised worries. Not every agency felt comfortable, yet his views were heard, and police, youth justice, Together We Can, the virtual school and social work made a plan with him and his network that was realistic and proportionate. The court thought well of it.',
      ),
      { agency: socialCare },
    ),
  ],
  activities: [
    done(
      '002:574',
      'voice',
      'The Children’s Rights and Involvement Strategy was reviewed, on the Lundy model.',
      { body: voiceGroup },
    ),
    done(
      '001:182',
      'voice',
      'The Children and Young People’s Voice and Involvement Strategy 2025-2028 was published.',
    ),
    done(
      '002:625',
      'voice',
      'The voice pledge was promoted and the voice pages of the website were reviewed.',
    ),
    done(
      '002:631',
      'voice',
      'The Corporate Parenting Board told the sub-group of its work with care-experienced young people; the local offer for care leavers was launched with help of the Children in Care Council.',
      {
        body: parentingBoard,
      },
    ),
    done('002:633', 'voice', 'A Language Pledge was made with young people.', {
      body: developmentDay,
      when: 'After July 2024',
    }),
    done(
      '002:635',
      'voice',
      'Masterclasses on children’s rights were held, and workshops shared a locally made Children’s Rights Toolkit based on appreciative inquiry.',
    ),
    done(
      '002:637',
      'voice',
      'Carers help to plan their services; a young carer and a young adult carer spoke at the annual general meeting, and a Carers Action group hears carers.',
      {
        agency: carers,
      },
    ),
    done(
      '002:639',
      'voice',
      'The HEEADSSS tool is used in emergency and other paediatric care and is part of level 3 safeguarding training.',
      {
        agency: hospitals,
      },
    ),
    done(
      '002:641',
      'voice',
      'The patient record has a place for the child’s views and lived experience; outcome measures ask children and parents, and young people sit on interview panels.',
      {
        agency: mentalHealthTrust,
      },
    ),
    done(
      '002:647',
      'voice',
      'Closure letters carry a code for feedback, and Words and Pictures explain to children what is happening.',
      {
        agency: socialCare,
      },
    ),
    done('002:649', 'voice', 'Training promoted the voice of the child in policing.', { agency: police }),
    done(
      '002:666',
      'voice',
      'Children give feedback at the end of each intervention, with a distance-travelled tool.',
      {
        agency: stGiles,
      },
    ),
    done('002:668', 'voice', 'Families affected by exploitation give feedback every quarter.', {
      agency: ivison,
    }),
  ],
  claims: [
    change(
      '002:647',
      'voice',
      'reach',
      'More young people use the Mind of My Own app: an increase is reported.',
      { for_whom: 'Young people' },
    ),
    change(
      '002:653',
      'voice',
      'children',
      'Participation has improved considerably since the last inspection; children told inspectors that they feel listened to and valued.',
      {
        for_whom: 'Children and young people',
        rests_on: [{ item: 'ofsted-participation', purpose: 'supports' }],
      },
    ),
    change(
      '002:657',
      'voice',
      'practice',
      'Audits show improvement in how police take account of family relationships.',
    ),
    change(
      '002:659',
      'voice',
      'practice',
      'Young Carers Centre found the child’s voice clear and detailed in most assessments.',
    ),
    change(
      '002:662',
      'voice',
      'practice',
      'In all recent rapid reviews partners had embedded the child’s voice in everyday practice.',
    ),
    change(
      '002:664',
      'voice',
      'practice',
      'The video and trauma-informed training have enhanced primary care staff’s understanding of young people; interactions may improve.',
      {
        for_whom: 'Young patients',
      },
    ),
    change(
      '002:666',
      'voice',
      'children',
      'Feedback to St Giles Trust has been positive across the board, and young people’s understanding of risk has increased.',
      {
        for_whom: 'Young people supported by St Giles Trust',
      },
    ),
    change(
      '002:629',
      'voice',
      'practice',
      'Signs of Safety is taking root, with language that is simple and written to the child.',
      {
        rests_on: [{ item: 'voice-in-audits', purpose: 'supports' }],
      },
    ),
  ],
  next_steps: [
    next(
      '002:682',
      'voice',
      'Carry out the 2025-28 Voice and Involvement strategy with a revised workplan, and hold more masterclasses.',
      {
        owner_body: voiceGroup,
      },
    ),
    next(
      '002:684',
      'voice',
      'Make a yearly Voice and Involvement Report, as laid out in the Children’s Rights and Involvement Strategy.',
      {
        owner_body: voiceGroup,
      },
    ),
    next(
      '002:686',
      'voice',
      'Let every partner treat care experience as a protected characteristic, as the council does.',
    ),
    next('002:688', 'voice', 'Promote self-advocacy from young people’s own networks.'),
    next('001:186', 'voice', 'Test the Language Pledge at the next section 11 challenge event.', {
      due: 'The next S11 Challenge Event',
    }),
  ],
};
