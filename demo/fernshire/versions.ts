// Fernshire's report on 2023/24 told to children and young people: invented, like all of Fernshire, and true to its report.
import type { VersionFacts } from '../edition-facts.ts';
import { besideTheCot, someoneToRing, talkingAtTheBusStop } from './pictures.ts';
import { babies, feelingWell, outside } from './priorities.ts';

export const versions: VersionFacts[] = [
  {
    year: '2023-24',
    kind: 'children',
    opening:
      'Hello. We are the council, the police, the health services and the schools in Fernshire. We work together so that you are safe. Last year many of you told us what you think. Here is what we did with it.',
    parts: [
      {
        priority: outside,
        told: 'You told us that it is hard to talk when you come home after being missing. You asked for someone you have met before. One of you said: “I knew her from the youth club, so I said what had really happened.”',
        did: 'Since October 2023 youth workers have these talks with you. You know them from your youth clubs. We also opened a youth space at the bus station in Port Ansel on three evenings a week.',
        changed:
          'More of you had your talk within three days. It was 60 in every 100 before. Now it is 75 in every 100. We want it to be all of you.',
        next: 'By the end of November we will walk round the harbour in Saltwhistle with you. You show us what does not feel safe, and we agree what to change.',
        rests_on: 'claim-rhi-24',
        picture: {
          name: 'talking.png',
          svg: talkingAtTheBusStop,
          alt: 'Two people sit on a bench at a bus stop. One talks and the other listens.',
        },
      },
      {
        priority: babies,
        told: 'Babies cannot tell us, so we asked the people who love them. A dad said: “They asked me what I was worried about. Nobody had.”',
        did: 'We start to plan with families long before the baby is born. We ran groups for dads and partners.',
        changed:
          'More babies who need a plan have one before they are born. It was 72 or 73 in every 100. Now it is 92 in every 100.',
        next: 'We will ask dads and partners what they think at each meeting, and write it down.',
        rests_on: 'claim-babies-24',
        picture: {
          name: 'cot.png',
          svg: besideTheCot,
          alt: 'Two grown-ups stand on both sides of a cot in which a baby sleeps. There is a heart above it.',
        },
      },
      {
        priority: feelingWell,
        told: 'You told us that you want to choose the grown-up you talk to when you feel low or scared.',
        did: 'Each secondary school now has grown-ups whom pupils chose. We told you about them with posters called Someone to Ring. School staff can ask a mental health worker for help every week.',
        changed:
          'More of you say that there is a grown-up at school you can talk to. It was 66 in every 100. Now it is 70 in every 100. That is better, but 30 in every 100 still have no one there.',
        next: 'You asked for help in the evenings too. We have not done that yet. We will work it out with youth clubs before the end of the year.',
        rests_on: 'claim-adult-24',
        picture: {
          name: 'someone-to-ring.png',
          svg: someoneToRing,
          alt: 'A telephone rings. There is a red heart on its screen.',
        },
      },
    ],
    signed: {
      on: '2024-10-18',
      shown_to: 'Young people who take part in the county’s listening days',
      shown_count: 14,
      shown_on: '2024-10-05',
      they_said: 'They wanted to know what we have not done yet. They found the word “percentage” boring.',
      changed_because:
        'We say what is not done yet, and we say “in every 100”. They chose which pictures to keep.',
    },
  },
];
