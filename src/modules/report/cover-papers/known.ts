// The cover paper templates this installation knows: those that come with it, and those its operator has put into a folder.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentHash } from '../../../kernel/evidence/evidence.ts';
import { type CoverTemplate, coverTemplate } from './template.ts';

export interface KnownTemplate {
  template: CoverTemplate;
  /** Of its content: a paper remembers by it which wording of the template it answered. */
  sha256: string;
}

/** A template file that cannot be used; each line names the file and the place in it. */
export class TemplateProblem extends Error {
  override name = 'TemplateProblem';
}

const shipped = fileURLToPath(new URL('../../../../templates/cover-papers', import.meta.url));
const known = new Map(readTemplates(shipped).map((one) => [one.template.id, one]));

/** Takes in the templates of a further folder; one with the id of a known template takes its place. Throws TemplateProblem. */
export function knowTemplates(folder: string): void {
  for (const one of readTemplates(folder)) known.set(one.template.id, one);
}

export function listTemplates(): readonly KnownTemplate[] {
  return [...known.values()].toSorted((a, b) => a.template.title.localeCompare(b.template.title));
}

export function templateNamed(id: string): KnownTemplate | undefined {
  return known.get(id);
}

function readTemplates(folder: string): KnownTemplate[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    throw new TemplateProblem(`The folder of cover paper templates ${folder} cannot be read.`, {
      cause: error,
    });
  }
  const problems: string[] = [];
  const read = names.toSorted().flatMap((name) => {
    try {
      return [readTemplate(join(folder, name))];
    } catch (error) {
      if (!(error instanceof TemplateProblem)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new TemplateProblem(problems.join('\n'));
  return read;
}

function readTemplate(file: string): KnownTemplate {
  const name = basename(file);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new TemplateProblem(
      `${name}: this is not JSON (${error instanceof Error ? error.message : 'unreadable'}).`,
    );
  }
  const read = coverTemplate.safeParse(content);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `${name}, ${placeOf(path)}: ${message}.`);
    throw new TemplateProblem(lines.join('\n'));
  }
  return { template: read.data, sha256: contentHash(content) };
}

/** `parts[4].answer`, counted from 0 as in the file. */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'as a whole';
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${String(step)}`))
    .join('');
}
