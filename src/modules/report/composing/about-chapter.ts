// About this report: the edition of Working Together it answers to, who agreed it, where it was sent, how its figures are
// shown, and which findings of the report's own checks were left standing, with whose reason.
import { frameworkById } from '../../../kernel/frameworks/framework.ts';
import { type Composition, type Partner, partners, type ReportFinding } from '../composition.ts';
import type { Block, Inline } from '../document.ts';
import { aside, paragraph, strong, text } from './inlines.ts';
import { dayText } from '../wording.ts';

export function aboutChapter(composition: Composition, findings: readonly ReportFinding[]): Block[] {
  const { edition, year } = composition;
  const published = edition.published_on
    ? `It was published on ${dayText(edition.published_on)}.`
    : 'It is not published yet.';
  return [
    paragraph(
      text(
        `The report covers ${dayText(year.from_on)} to ${dayText(year.to_on)} and answers to ` +
          `${frameworkById(edition.framework_id).title}. It is due by ${dayText(edition.due_on)}. ${published}`,
      ),
    ),
    heading('Who agreed it', 'signed'),
    { kind: 'list', items: signOffs(composition) },
    heading('Where it was sent', 'sent'),
    composition.dispatches.length > 0
      ? {
          kind: 'list',
          items: composition.dispatches.map(({ recipient, sent_on, method }) => [
            text(`${recipient}: ${dayText(sent_on)}, ${method}`),
          ]),
        }
      : aside('gap', text('No copy is recorded as sent.')),
    heading('How figures are shown', 'figures'),
    {
      kind: 'list',
      items: [
        [
          text(
            'Every figure shows its period and leads to its source; figures of different periods stand side by side where sources differ.',
          ),
        ],
        [text('“About”, “more than”, “at least” and “fewer than” are the words of the source.')],
        [
          text(
            '“Not printed” means that the source names the figure and does not give it. Nothing has been filled in.',
          ),
        ],
        [
          text(
            'A total is printed as its source gives it. Where the rows make another sum, that sum stands beside it.',
          ),
        ],
        [
          text(
            '“Measured” means a figure before and after on one definition. How many were reached is never counted as a difference made.',
          ),
        ],
      ],
    },
    ...smallNumbers(composition),
    ...standing(findings, edition.state === 'draft' || edition.state === 'signed-off'),
  ];
}

function heading(words: string, id: string): Block {
  return { kind: 'heading', level: 2, text: words, id: `about-this-report-${id}` };
}

function signOffs({ sign_offs, scrutiny_comments }: Composition): Inline[][] {
  const lines = (Object.keys(partners) as Partner[]).map((partner) => {
    const signed = sign_offs.find((one) => one.partner === partner);
    const who = signed
      ? `signed off by ${signed.person} on ${dayText(signed.signed_on)}`
      : 'not signed off yet';
    return [strong(partners[partner]), text(`: ${who}`)];
  });
  const scrutinised = scrutiny_comments.map(
    ({ person, made_on }) => `commented by ${person} on ${dayText(made_on)}`,
  );
  return [
    ...lines,
    [strong('Independent scrutiny'), text(`: ${scrutinised.join('; ') || 'no comment recorded yet'}`)],
  ];
}

function smallNumbers({ items, print_permissions }: Composition): Block[] {
  const titles = new Map(items.map(({ ref, title }) => [ref, title]));
  const permitted = print_permissions.filter(({ item_ref }) => titles.has(item_ref));
  if (permitted.length === 0) return [];
  return [
    heading('Small numbers', 'small-numbers'),
    paragraph(
      text('Counts of 1 to 5 can show who is meant. These are printed because somebody permitted it:'),
    ),
    {
      kind: 'list',
      items: permitted.map(({ item_ref, reason, permitted_by }) => [
        text(`${titles.get(item_ref) ?? ''}: ${reason} (${permitted_by})`),
      ]),
    },
  ];
}

function standing(findings: readonly ReportFinding[], draft: boolean): Block[] {
  const explained = findings.filter(({ waived }) => waived !== null);
  const open = findings.filter(({ waived }) => waived === null);
  const blocks: Block[] = [];
  if (explained.length > 0)
    blocks.push(heading('What the checks found and why it stands', 'explained'), {
      kind: 'list',
      items: explained.map(({ where, message, waived }) => [
        text(`${where}. ${message} `),
        strong(`Why it stands: ${waived?.reason ?? ''} (${waived?.by ?? ''})`),
      ]),
    });
  if (draft && open.length > 0) {
    const high = open.filter(({ severity }) => severity === 'high').length;
    const first = high > 0 ? `, ${high} of which must be settled before sign-off` : '';
    blocks.push(
      aside(
        'note',
        text(
          `The checks of this draft have ${open.length} ${open.length === 1 ? 'finding' : 'findings'} to answer${first}.`,
        ),
      ),
    );
  }
  return blocks;
}
