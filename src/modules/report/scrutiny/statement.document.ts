// The statement as a document: the scrutineer's words, and beside each recommendation what the partnership replied.
import { responses } from '../../../ground/thread/index.ts';
import type { Block, Chapter, ReportDocument } from '../document.ts';
import { aside, paragraph, text } from '../composing/inlines.ts';
import { shownYear } from '../edition.ts';
import { dayText } from '../wording.ts';
import { type Recommended, sectionNames, type Section, type Statement } from './statement.ts';

const titles: Record<Section, string> = {
  looked_at: 'How I looked',
  works_well: 'What works',
  concerns: 'What worries me',
  effectiveness: 'How effective the arrangements are',
};

export interface StatementFacts {
  statement: Statement;
  recommendations: readonly Recommended[];
  year: string;
  partnership: string;
  framework_title: string;
  published_on: string | null;
  contact: string;
}

export function statementDocument(facts: StatementFacts): ReportDocument {
  const { statement, recommendations, year, published_on } = facts;
  const bodies: { id: string; title: string; blocks: Block[] }[] = [
    ...sectionNames.map((name) => ({
      id: name.replaceAll('_', '-'),
      title: titles[name],
      blocks: statement[name].split(/\n\s*\n/).map((part) => paragraph(text(part.trim()))),
    })),
    {
      id: 'recommendations',
      title: 'What I recommend, and the reply',
      blocks: recommendationBlocks(recommendations),
    },
    { id: 'signature', title: 'Signature', blocks: [paragraph(text(signatureOf(statement)))] },
  ];
  return {
    title: `Statement of the independent scrutineer ${shownYear(year)}`,
    subtitle: `Beside the yearly report for ${shownYear(year)}`,
    partnership: facts.partnership,
    period_label: shownYear(year),
    framework_title: facts.framework_title,
    status: published_on === null ? 'draft' : 'published',
    published_on,
    chapters: bodies.map((chapter, i): Chapter => ({ ...chapter, number: i + 1 })),
    footnotes: [],
    contact: facts.contact,
  };
}

function signatureOf({ signed_by, signed_on }: Statement): string {
  return signed_by === null || signed_on === null
    ? 'Not signed yet.'
    : `${signed_by}, independent scrutineer, ${dayText(signed_on)}.`;
}

function recommendationBlocks(recommendations: readonly Recommended[]): Block[] {
  if (recommendations.length === 0) return [aside('note', text('The statement makes no recommendations.'))];
  return recommendations.flatMap((one, i): Block[] => [
    { kind: 'heading', level: 2, text: `Recommendation ${i + 1}`, id: `recommendation-${i + 1}` },
    paragraph(text(one.due_on === null ? one.gist : `${one.gist} (By ${dayText(one.due_on)}.)`)),
    one.response === 'not-yet'
      ? aside('gap', text('The partnership has not replied yet.'))
      : {
          kind: 'quotation',
          inlines: [text([responses[one.response], one.response_text].filter(Boolean).join('. '))],
          speaker: ['The partnership', one.agency, one.responded_on && dayText(one.responded_on)]
            .filter(Boolean)
            .join(', '),
        },
  ]);
}
