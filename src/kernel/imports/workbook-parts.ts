// What a workbook says about itself, outside its sheets: their names and places, its date system, its shared texts and
// the number formats of its cells (ECMA-376 part 1, 18.2, 18.4 and 18.8).

import type { ZipParts } from '../files/zip-parts.ts';
import { type DateSystem, type NumberFormat, numberFormat } from './excel-days.ts';
import { damagedWorkbook, readXml } from './read-xml.ts';

export type SheetPlace = { name: string; part: string; hidden: boolean };

export type WorkbookParts = {
  sheets: SheetPlace[];
  date_system: DateSystem;
  texts: string[];
  /** By the style number of a cell. */
  formats: NumberFormat[];
};

type Link = { id: string; type: string; part: string };

export async function readWorkbookParts(parts: ZipParts): Promise<WorkbookParts> {
  const top = await readLinks(parts, '');
  const workbook = top.find((link) => link.type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
  const links = await readLinks(parts, workbook);
  const { listed, date_system } = await readSheetList(parts, workbook);
  const sheets = listed.flatMap(({ name, link, hidden }): SheetPlace[] => {
    // Chart sheets and dialog sheets hold no cells.
    const place = links.find(({ id, type }) => id === link && type.endsWith('/worksheet'));
    return place === undefined ? [] : [{ name, part: place.part, hidden }];
  });
  const partOf = (type: string): string | undefined =>
    links.find((link) => link.type.endsWith(`/${type}`))?.part;
  return {
    sheets,
    date_system,
    texts: await readSharedTexts(parts, partOf('sharedStrings')),
    formats: await readFormats(parts, partOf('styles')),
  };
}

/** The links of a part, from `<folder>/_rels/<file>.rels`. Links that lead out of the file are never followed. */
async function readLinks(parts: ZipParts, part: string): Promise<Link[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const chunks = await parts.stream(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const links: Link[] = [];
  if (chunks === undefined) return links;
  await readXml(chunks, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Type === undefined || Target === undefined) return;
      if (TargetMode !== 'External') links.push({ id: Id, type: Type, part: resolvePart(folder, Target) });
    },
    text() {},
    close() {},
  });
  return links;
}

/** A target is relative to the folder of its part, or starts at the top of the archive with "/". */
function resolvePart(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

type ListedSheet = { name: string; link: string; hidden: boolean };

async function readSheetList(
  parts: ZipParts,
  workbook: string,
): Promise<{ listed: ListedSheet[]; date_system: DateSystem }> {
  const chunks = await parts.stream(workbook);
  if (chunks === undefined) throw damagedWorkbook();
  const listed: ListedSheet[] = [];
  let date_system: DateSystem = 1900;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'workbookPr' && isOn(attributes['date1904'])) date_system = 1904;
      if (name !== 'sheet') return;
      // The prefix of the relationship namespace is "r" by custom only.
      const link = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const state = attributes['state'] ?? 'visible';
      if (link !== undefined)
        listed.push({ name: attributes['name'] ?? '', link, hidden: state !== 'visible' });
    },
    text() {},
    close() {},
  });
  return { listed, date_system };
}

async function readSharedTexts(parts: ZipParts, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  const chunks = part === undefined ? undefined : await parts.stream(part);
  if (chunks === undefined) return texts;
  let text = '';
  let inText = false;
  let inReading = false;
  await readXml(chunks, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  });
  return texts;
}

/** "_x000D_" stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

async function readFormats(parts: ZipParts, part: string | undefined): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  const chunks = part === undefined ? undefined : await parts.stream(part);
  if (chunks === undefined) return formats;
  const codes = new Map<number, string>();
  let inCellFormats = false;
  await readXml(chunks, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(numFmtId ?? 0);
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
