import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readConfiguration, StartProblem } from '../../../configuration.ts';
import { openHouse } from '../../../house.ts';
import { knowTemplates, TemplateProblem, templateNamed } from './known.ts';
import { linesOf, printed } from './testing.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-templates-'));
});
after(() => rm(folder, { recursive: true, force: true }));

test('another council’s template is a file: read from a folder, filled and printed without any code', async () => {
  const council = {
    id: 'third',
    title: 'Fernshire County Council',
    note: 'Invented.',
    numbers: '(1)',
    letters: '(a)',
    parts: [
      { kind: 'title', id: 'title', filled: '{report-title}' },
      { kind: 'decision', label: 'What is asked:' },
      { kind: 'heading', level: 1, text: 'Purpose' },
      {
        kind: 'question',
        id: 'purpose',
        ask: 'Purpose',
        answer: 'paragraphs',
        number: 'paragraphs',
        filled: 'Covers {period}.',
      },
      { kind: 'heading', level: 2, text: 'Background' },
      {
        kind: 'question',
        id: 'climate',
        answer: 'paragraphs',
        number: 'heading',
        heading: { level: 3, text: 'Climate' },
        suggested: 'There are no climate implications.',
      },
      { kind: 'question', id: 'more', answer: 'line', label: 'More:', mandatory: false },
      { kind: 'question', id: 'ask', answer: 'recommendations', heading: { level: 1, text: 'Asked' } },
    ],
  };
  await writeFile(join(folder, 'third.json'), JSON.stringify(council));
  assert.equal(templateNamed('third'), undefined);
  knowTemplates(folder);
  const { document, open } = printed('third', { climate: 'None.', ask: 'Read it.\nSay so.' }, 'endorse');
  assert.deepEqual(open, []);
  assert.deepEqual(linesOf(document), [
    'TITLE Fernshire Partnership yearly report 2023/24',
    'What is asked: [ ] To note it [x] To endorse it [ ] To decide',
    '# Purpose',
    '(1) Covers 1 April 2023 to 31 March 2024.',
    'Background',
    '(2) Climate',
    'None.',
    '# Asked',
    '(a) Read it.',
    '(b) Say so.',
  ]);
});

test('a template that cannot be used is refused with its file, the place in it and what is wrong', async () => {
  const shipped = new URL('../../../../templates/cover-papers/leeds.json', import.meta.url);
  const good = JSON.parse(await readFile(shipped, 'utf8')) as { parts: Record<string, unknown>[] };
  const bad = async (spoil: (one: { parts: Record<string, unknown>[] }) => unknown) => {
    const other = await mkdtemp(join(folder, 'bad-'));
    const spoiled = spoil(structuredClone(good));
    await writeFile(join(other, 'bad.json'), typeof spoiled === 'string' ? spoiled : JSON.stringify(spoiled));
    try {
      knowTemplates(other);
    } catch (error) {
      assert(error instanceof TemplateProblem);
      return error.message;
    }
    return assert.fail('it was taken');
  };
  const withPart = (at: number, change: object) => (one: { parts: Record<string, unknown>[] }) => ({
    ...one,
    parts: one.parts.map((part, place) => (place === at ? { ...part, ...change } : part)),
  });
  assert.match(await bad(() => '{"id": '), /^bad\.json: this is not JSON/);
  assert.match(await bad(withPart(0, { answer: 'essay' })), /^bad\.json, parts\[0\]\.answer: /m);
  assert.match(await bad(withPart(0, { filled: '{weather}' })), /parts\[0\]\.filled: .*weather/);
  assert.match(await bad(withPart(1, { id: 'author' })), /ask “author” twice/);
  assert.match(await bad((one) => ({ ...one, parts: one.parts.slice(3) })), /hold 0 titles/);
  assert.match(
    await bad(withPart(0, { heading: { level: 2, text: 'Deep' } })),
    /level 2 needs one of level 1/,
  );
  assert.match(await bad(withPart(12, { options: [] })), /parts\[12\]\.options/);
});

test('the operator’s folder is read at the start, which is refused with the place in the file', async () => {
  const other = await mkdtemp(join(folder, 'setting-'));
  await writeFile(join(other, 'odd.json'), JSON.stringify({ id: 'Odd' }));
  const configuration = readConfiguration(
    { GOLDEN_THREAD_TEMPLATES: other, GOLDEN_THREAD_DATA: join(folder, 'data') },
    { mode: 'demonstration' },
  );
  await assert.rejects(openHouse(configuration, 'server'), (error: unknown) => {
    assert(error instanceof StartProblem);
    assert.match(error.message, /odd\.json, id: must be small letters/);
    return true;
  });
  const nowhere = { ...configuration, templatesFolder: join(folder, 'nowhere') };
  await assert.rejects(openHouse(nowhere, 'server'), /nowhere cannot be read/);
});
