// The text of one block of a web page as it is put together from its pieces: spaces single, links and lines kept.
import type { Prose } from '../document.ts';
import { inSuperscript } from './inline-marks.ts';
import { attribute, type Element } from './html-elements.ts';

export class Inline {
  private text = '';
  private firstLine: number | null = null;
  private lastLine: number | null = null;
  private readonly links: { from: number; to: number; href: string }[] = [];
  private readonly breaks: { from: number; line: number | null; page: null }[] = [];
  private readonly opened: { element: Element; from: number }[] = [];
  private readonly linesBefore: number;
  private raised = 0;

  constructor(linesBefore: number) {
    this.linesBefore = linesBefore;
  }

  get isEmpty(): boolean {
    return this.text === '';
  }

  write(value: string, startLine: number | null): void {
    for (const [at, piece] of value.split('\n').entries()) {
      if (at > 0) this.space();
      this.piece(piece, startLine === null ? null : startLine + at + this.linesBefore);
    }
  }

  open(element: Element): void {
    if (element.tagName === 'br') this.space();
    if (element.tagName === 'q') this.text += '“';
    if (element.tagName === 'sup') this.raised += 1;
    if (element.tagName === 'a') this.opened.push({ element, from: this.text.length });
  }

  close(element: Element): void {
    if (element.tagName === 'q') this.text += '”';
    if (element.tagName === 'sup') this.raised -= 1;
    if (this.opened.at(-1)?.element !== element) return;
    const from = this.opened.pop()?.from ?? 0;
    const to = this.text.trimEnd().length;
    const href = attribute(element, 'href');
    const start = from + (/^\s*/.exec(this.text.slice(from))?.[0].length ?? 0);
    if (href !== null && to > start) this.links.push({ from: start, to, href });
  }

  done(): Pick<Prose, 'text' | 'links' | 'line'> & { breaks: NonNullable<Prose['breaks']> } {
    return { text: this.text.trimEnd(), links: this.links, line: this.firstLine, breaks: this.breaks };
  }

  private piece(piece: string, line: number | null): void {
    const spaced = piece.replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ').replaceAll('\u00AD', '');
    const plain = this.raised > 0 && /^\s*\d{1,3}\s*$/.test(spaced) ? inSuperscript(spaced.trim()) : spaced;
    if (plain.trim() === '') {
      if (plain !== '') this.space();
      return;
    }
    if (plain.startsWith(' ')) this.space();
    this.at(line);
    this.text += plain.trimStart();
  }

  private at(line: number | null): void {
    if (this.text.trim() === '') this.firstLine = line;
    else if (line !== this.lastLine) this.breaks.push({ from: this.text.length, line, page: null });
    this.lastLine = line;
  }

  private space(): void {
    if (this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
  }
}
