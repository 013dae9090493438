// The checker as it is typed, in a process of its own: no server, no database, and nothing left behind.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ruleGroups } from '../../kernel/checking/rule.ts';
import { rules } from '../../kernel/checking/rules/index.ts';

const program = fileURLToPath(new URL('../../golden-thread.ts', import.meta.url));
let folder: string;
let kept: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-check-'));
  kept = join(folder, 'kept');
  await mkdir(kept);
  // Not the superuser, who may read everything.
  await chmod(folder, 0o755);
});
after(() => rm(folder, { recursive: true, force: true }));

async function cli(...words: string[]) {
  const child = spawn(process.execPath, [program, 'check', ...words], {
    // A database that is not there: whoever looks for one, fails.
    env: { PATH: process.env['PATH'], GOLDEN_THREAD_DATA: kept, DATABASE_URL: 'postgres://127.0.0.1:1/none' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }),
  });
  const [out, problems] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  assert.doesNotMatch(problems, /\n\s+at /, words.join(' '));
  return { code: child.exitCode, out, problems };
}

async function put(name: string, words: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, words);
  return path;
}

const report = (total: string) => `Marlshire Safeguarding Children Partnership
Annual Report 2024/25

1. Foreword

The safeguarding partners of Marlshire introduce the year.

2. Priorities

2.1 Neglect

Schools and health visitors met every month.

2.2 Exploitation

Police and schools met every month.

3. Training

The partnership offered these courses between 1 April 2024 and 31 March 2025.

Course\tSessions\tAttendees
Induction\t3\t40
Working with families\t2\t30
Total\t${total}
`;

const wrong = report('6\t90');
// No yearly report, of which the law would ask more.
const right = report('5\t70').replace('Annual Report', 'Training Programme');

test('a report with a total that does not add up is told so, with its place and words, and the exit code is 1', async () => {
  const { code, out, problems } = await cli(await put('wrong.txt', wrong));
  assert.equal(code, 1, problems);
  assert.match(out, /^Marlshire Safeguarding Children Partnership.*\nA partnership’s yearly report · /);
  assert.match(out, /FIGURES THAT DO NOT ADD UP/);
  assert.match(out, /MUST BE MENDED \(\w+\): line 25, Training/);
  assert.match(out, /“[^”]*6[^”]*”/);
  assert.match(out, /To mend it: /);
  assert.match(out, /WHAT THE LAW ASKS OF A YEARLY REPORT/);
});

test('without a high finding the exit code is 0', async () => {
  const { code, out, problems } = await cli(await put('right.txt', right));
  assert.equal(code, 0, problems);
  assert.doesNotMatch(out, /MUST BE MENDED/);
});

test('--json prints the document in six facts and each finding in nine, and nothing else', async () => {
  const { code, out } = await cli(await put('wrong.txt', wrong), '--json');
  assert.equal(code, 1);
  const answer = JSON.parse(out) as {
    document: Record<string, unknown>;
    findings: Record<string, unknown>[];
  };
  assert.deepEqual(Object.keys(answer), ['document', 'findings']);
  assert.deepEqual(answer.document, {
    title: answer.document['title'],
    period: { from_on: '2024-04-01', to_on: '2025-03-31' },
    framework: 'WT2023',
    pages: null,
    words: answer.document['words'],
    tables: 1,
  });
  const found = answer.findings.find(({ rule }) => rule === 'total-does-not-add-up');
  assert.equal(found?.['line'], 25);
  for (const one of answer.findings) {
    assert.deepEqual(Object.keys(one), [
      'rule',
      'severity',
      'confidence',
      'where',
      'line',
      'page',
      'quote',
      'message',
      'mend',
    ]);
    assert.ok(['high', 'medium', 'low'].includes(String(one['severity'])));
    assert.ok(Number(one['confidence']) >= 0 && Number(one['confidence']) <= 1);
  }
});

test('--rules lists every rule with its group, its reason, its gravity and how often it is right', async () => {
  const { code, out } = await cli('--rules');
  assert.equal(code, 0);
  for (const { id, title } of rules) assert.match(out, new RegExp(`${title}  \\[${id}\\]`));
  for (const group of new Set(rules.map((rule) => rule.group)))
    assert.ok(out.includes(ruleGroups[group].toUpperCase()));
  const json = JSON.parse((await cli('--rules', '--json')).out) as Record<string, unknown>[];
  assert.equal(json.length, rules.length);
  assert.deepEqual(Object.keys(json[0] ?? {}), ['id', 'group', 'title', 'why', 'severities', 'precision']);
});

test('another report can be given to compare with, and more than one', async () => {
  const [file, other] = [await put('right.txt', right), await put('wrong.txt', wrong)];
  const { code, problems } = await cli(file, '--against', other, '--against', file);
  assert.deepEqual([code, problems], [0, '']);
  const missing = await cli(file, '--against', join(folder, 'nowhere.txt'));
  assert.equal(missing.code, 2);
  assert.match(missing.problems, /nowhere\.txt is not there/);
});

test('a file that cannot be had is code 2, with what happened and what to do', async () => {
  const locked = await put('locked.txt', wrong);
  await chmod(locked, 0o000);
  const empty = await put('empty.txt', '');
  const picture = await put('picture.pdf', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  for (const [words, said] of [
    [[join(folder, 'nowhere.pdf')], /nowhere\.pdf is not there\. Check its name/],
    [[folder], /is a folder\. Give the name of one file/],
    [['/dev/null'], /is not an ordinary file/],
    [[locked], /may not be read by you\. Ask/],
    [[empty], /is empty\. Check/],
    [[picture], /^The file is a picture[^\n]*\n$/],
    [[], /Report: still needed\. Usage: golden-thread check <file>/],
    [[locked, locked], /one word too many/],
    [[picture, '--nonsense'], /no option --nonsense here/],
    [[picture, '--against'], /Name a file after --against/],
  ] as const) {
    const { code, out, problems } = await cli(...words);
    assert.deepEqual([code, out], [2, ''], words.join(' '));
    assert.match(problems, said);
  }
});

test('what a file holds never steers the terminal', async () => {
  const { out } = await cli(await put('escape.txt', wrong.replace('Attendees', '\u001b[2JAtten\u0007dees')));
  assert.doesNotMatch(out.replaceAll('\n', ''), /\p{Cc}/u);
});

test('nothing was left behind', async () => {
  assert.deepEqual(await readdir(kept), []);
});
