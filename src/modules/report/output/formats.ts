// The forms a report can be had in. Page buttons, the API and the CLI all pick from this one table.
import type { ReportDocument } from '../document.ts';
import { renderPdf } from './pdf.ts';
import { renderWebPage } from './web-page.ts';
import { renderWord } from './word.ts';

export interface ReportFormat {
  /** As people call it, for a button: "Download as …". */
  label: string;
  extension: string;
  media_type: string;
  render(document: ReportDocument): Promise<Uint8Array>;
}

export const formats = {
  html: {
    label: 'Web page',
    extension: 'html',
    media_type: 'text/html; charset=utf-8',
    // Whoever is sent the file may not be able to sign in, so its notes name the records without linking to them.
    render: async (document) =>
      new TextEncoder().encode(
        renderWebPage(document, { mode: 'standalone', linkRecords: false }).toString(),
      ),
  },
  pdf: { label: 'PDF', extension: 'pdf', media_type: 'application/pdf', render: renderPdf },
  docx: {
    label: 'Word',
    extension: 'docx',
    media_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderWord,
  },
} as const satisfies Record<string, ReportFormat>;

export type ReportFormatName = keyof typeof formats;

export const reportFormatNames = Object.keys(formats) as [ReportFormatName, ...ReportFormatName[]];
