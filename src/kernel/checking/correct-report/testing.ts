// Yearly reports that are correct by construction, with other places, figures, names and order each time: for proving that no
// rule finds anything grave in a report that has nothing wrong with it.
import fc from 'fast-check';
import { correctTables, markdownOf } from '../testing.ts';

const syllables = [
  'Al',
  'Bran',
  'Cold',
  'Dun',
  'Esk',
  'Fen',
  'Hather',
  'Kin',
  'Lang',
  'Mar',
  'Nor',
  'Ost',
  'Pen',
  'Thorn',
  'Wald',
] as const;
const endings = ['ford', 'ham', 'shire', 'ton', 'wick', 'mouth', 'dale', 'bury'] as const;

const priorities = [
  'Neglect',
  'Domestic abuse',
  'Child exploitation',
  'Early help',
  'Mental health and wellbeing',
  'Children affected by parental imprisonment',
] as const;
const courses = [
  'Neglect and what to do',
  'Working with families',
  'Safer recruitment',
  'Listening to children',
  'Online safety',
  'Fathers and carers',
] as const;

interface Year {
  place: string;
  starts: number;
  priorities: readonly string[];
  courses: readonly { name: string; sessions: number; each: number }[];
  counts: readonly number[];
  costs: readonly number[];
  table: string;
  child: string;
  order: boolean;
}

const years: fc.Arbitrary<Year> = fc.record({
  place: fc.tuple(fc.constantFrom(...syllables), fc.constantFrom(...endings)).map((both) => both.join('')),
  starts: fc.integer({ min: 2019, max: 2024 }),
  priorities: fc.uniqueArray(fc.constantFrom(...priorities), { minLength: 2, maxLength: 4 }),
  courses: fc.uniqueArray(fc.constantFrom(...courses), { minLength: 3, maxLength: 6 }).chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({
          name: fc.constant(name),
          sessions: fc.integer({ min: 2, max: 14 }),
          each: fc.integer({ min: 8, max: 30 }),
        }),
      ),
    ),
  ),
  counts: fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 12, maxLength: 12 }),
  costs: fc.array(fc.integer({ min: 2000, max: 90_000 }), { minLength: 4, maxLength: 4 }),
  table: correctTables.map(markdownOf),
  child: fc.constantFrom('A', 'B', 'C', 'D'),
  order: fc.boolean(),
});

/** The report as Markdown. */
export const correctReports: fc.Arbitrary<string> = years.map(reportOf);

function reportOf(year: Year): string {
  const { place, starts } = year;
  const label = `${starts}/${String(starts + 1).slice(2)}`;
  const edition = starts + 1 >= 2024 ? 2023 : 2018;
  const chapters = [
    priorityChapters(year, label),
    trainingChapter(year, label),
    voiceChapter(year, label),
    reviewsChapter(year),
    dataChapter(year, label),
    `## Education in the partnership\n\nHead teachers of primary and secondary schools sit on the executive board. Schools and colleges meet each term in the education sub-group, and designated safeguarding leads meet in a network.`,
    `## Activity in ${label}\n\n${year.table}`,
  ];
  return `${[
    `# ${place} Safeguarding Children Partnership Annual Report ${label}`,
    `## Foreword\n\nThe three statutory safeguarding partners present this report together. It covers the period from 1 April ${starts} to 31 March ${starts + 1} and is held to Working Together to Safeguard Children ${edition}.`,
    `## Our arrangements\n\nOur multi-agency safeguarding arrangements were updated in June ${starts}; they now include the education sub-group. The council hosts the business unit and contributed ${money(year.costs[0])}. The ${starts >= 2022 ? 'integrated care board' : 'clinical commissioning group'} contributed designated health professionals, and the police contributed an analyst.`,
    ...(year.order ? chapters : chapters.toReversed()),
    '## Where little has moved\n\nThere was little progress on sharing plans with families, because the form was still being tested; the work goes on.',
    `## Children in care and care leavers\n\nChildren in care told us that they want fewer changes of worker. Of the care leavers who were asked, ${share(year.counts[7] ?? 20, (year.counts[7] ?? 20) + 8)} said that the summary of their health had made a difference to them.`,
    financeChapter(year, label),
    '## Secure establishments\n\nThere is no secure establishment in the area.',
  ].join('\n\n')}\n`;
}

function priorityChapters(year: Year, label: string): string {
  const list = year.priorities.map((name, i) => `- Priority ${i + 1}: ${name}`).join('\n');
  const chapters = year.priorities.map((name, i) => {
    const [before = 20, after = 40] = [year.counts[i], year.counts[i + 4]];
    return [
      `## Priority ${i + 1}: ${name}`,
      '### What we did',
      `The partners agreed a plan in May ${year.starts} and shared it with ${after} practitioners in ${label}.`,
      '### What difference it made',
      `${change('The number of families who were offered help', before, after, year.starts, label)} An audit of ${after + 10} records found that ${share(after, after + 10)} held the child’s own words.`,
      '### What we will do next',
      'The sub-group will look at the audit again in the autumn and tell the executive what it finds.',
    ].join('\n\n');
  });
  return [`## Our priorities\n\nOur priorities for the year were:\n\n${list}`, ...chapters].join('\n\n');
}

/** "rose from 40 in 2022/23 to 50 in 2023/24, by 25%": both figures, and the percentage they give. */
function change(what: string, before: number, after: number, starts: number, label: string): string {
  const earlier = `${starts - 1}/${String(starts).slice(2)}`;
  if (before === after) return `${what} was ${after} in ${label}, as it was in ${earlier}.`;
  const percent = Math.abs(((after - before) / before) * 100).toFixed(1);
  return `${what} ${after > before ? 'rose' : 'fell'} from ${before} in ${earlier} to ${after} in ${label}, by ${percent}%.`;
}

function share(part: number, whole: number): string {
  return `${part} (${((part / whole) * 100).toFixed(1)}%)`;
}

function trainingChapter({ courses: held }: Year, label: string): string {
  const rows = held.map(({ name, sessions, each }) => `| ${name} | ${sessions} | ${sessions * each} |`);
  const sessions = held.reduce((sum, one) => sum + one.sessions, 0);
  const people = held.reduce((sum, one) => sum + one.sessions * one.each, 0);
  return `## Training in ${label}\n\n| Course | Sessions | Attendees |\n|---|---|---|\n${rows.join('\n')}\n| Total | ${sessions} | ${people} |\n\nIn ${label}, ${people} people came to ${sessions} sessions. Of those asked three months later, ${share(Math.floor(people / 2), people)} said that the training had changed how they work.`;
}

function voiceChapter({ counts, child }: Year, label: string): string {
  const [, , , asked = 30] = counts;
  return [
    `## What children and families told us\n\nIn ${label} we asked ${asked} children and young people for their views in a survey. In response to what children said, letters after meetings are now written in plain words.`,
    `### Case study\n\nNames and details have been changed. Child ${child} was worried about going to school. The worker listened, and a plan was made together with the family.`,
  ].join('\n\n');
}

function reviewsChapter({ counts }: Year): string {
  const [, , , , , recommendations = 20] = counts;
  return `## Learning from reviews\n\nThere were no notifications of serious incidents, and therefore no rapid reviews. The partnership read the national reviews published in the year. Of the ${recommendations} recommendations of earlier reviews, all ${recommendations} have been carried out, and an audit showed that practice at the front door improved: ${share(recommendations - 5, recommendations)} of them were found in records.\n\n## Independent scrutiny\n\nThe independent scrutineer found the arrangements effective, and recommended that the partners look at how data is read. The themes of audits and reviews were timely meetings and clear records.`;
}

function dataChapter({ counts }: Year, label: string): string {
  const [, , , , , , referrals = 50] = counts;
  return `## How we use data\n\nThe data set is analysed each quarter, and trends are discussed in the sub-group. In ${label} there were ${referrals} referrals. An information sharing agreement is in place; sharing information between schools and police led to help for ${referrals - 10} children on the next school day.\n\n## National reforms\n\nThe partnership responded to the national reforms: it agreed how family help will be brought in, and who leads it.`;
}

function financeChapter({ costs }: Year, label: string): string {
  const names = ['Business unit staff', 'Independent scrutiny', 'Multi-agency training', 'Practice reviews'];
  const rows = names.map((name, i) => `| ${name} | ${money(costs[i])} |`);
  const total = costs.reduce((sum, one) => sum + one, 0);
  return `## What the arrangements cost in ${label}\n\n| Cost | Amount |\n|---|---|\n${rows.join('\n')}\n| Total | ${money(total)} |`;
}

function money(amount = 0): string {
  return `£${amount.toLocaleString('en-GB')}`;
}
