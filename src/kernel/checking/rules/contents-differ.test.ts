import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { contentsDiffer } from './contents-differ.ts';

const found = (text: string) => contentsDiffer.check(documentFrom(text), []);
const quiet = (text: string) =>
  assert.deepEqual(
    found(text).map(({ message }) => message),
    [],
    text,
  );

const listed = (entries: string[], headings: string[]) =>
  `# Contents\n\n${entries.join('\n')}\n\n${headings.map((h) => `# ${h}\n\nText under it, a sentence long.\n`).join('\n')}`;
const chapters = ['Foreword', 'Our area', 'Priorities', 'Learning', 'Training', 'Money'];

test('a contents list is held to the headings and to the order of its pages', () => {
  const pages = [3, 5, 9, 14, 20, 25];
  const entries = chapters.map((title, i) => `${title} ..... ${pages[i]}`);
  quiet(listed(entries, chapters));
  const renamed = found(listed(entries, [...chapters.slice(0, 5), 'Resources of the year']));
  assert.match(renamed[0]?.message ?? '', /“Money”/);
  const shuffled = entries.with(2, 'Priorities ..... 19');
  assert.match(found(listed(shuffled, chapters))[0]?.message ?? '', /page 14, after “Priorities” on page 19/);
});

test('a contents list whose entries are mostly other words, or that names no pages, is left alone', () => {
  quiet(listed(['One ..... 3', 'Two ..... 5', 'Three ..... 9', 'Four ..... 12'], chapters));
  quiet(listed(chapters, chapters));
  quiet(
    listed(
      chapters.map((title, i) => `${title}: what we did ..... ${i + 3}`),
      chapters,
    ),
  );
});

test('what is composed from records has its contents made by machine', () => {
  const document = recordsDocument([
    { kind: 'contents', text: 'One', names_page: 9 },
    { kind: 'contents', text: 'Two', names_page: 3 },
  ]);
  assert.deepEqual(contentsDiffer.check(document, []), []);
});

test('an entry that stands as a line of its own is there, even where nothing marks it as a heading', () => {
  const report = (last: string) =>
    listed(
      [...chapters.slice(0, 5).map((title, i) => `${title} ..... ${i + 3}`), 'Appendix A: Money ..... 30'],
      chapters.slice(0, 5),
    ) + last;
  quiet(report('\n\nAppendix A: Money\n\nIncome\tAmount\nCouncil\t£1,200\nPolice\t£300\n'));
  assert.equal(found(report('')).length, 1);
});
