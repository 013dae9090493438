// Pages a second of Node and PostgreSQL together, at 50 closed readers, beside plain text from the same server.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

const readers = 50;
const seconds = Number(process.argv[2] ?? 10);
const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), ['1000'], {
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
if (child.stdout === null) throw new Error('The server under test has no output.');
const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
const { address, cookie } = JSON.parse(line) as { address: string; cookie: string };

const pages = {
  'plain text': '/plain',
  'evidence list (50 rows)': '/evidence',
  home: '/',
  'list searched by words': '/evidence?text=Figure+7',
};
let plain = 0;
for (const [name, path] of Object.entries(pages)) {
  await autocannon({ url: address + path, connections: readers, duration: 2, headers: { cookie } });
  const result = await autocannon({
    url: address + path,
    connections: readers,
    duration: seconds,
    headers: { cookie },
  });
  if (name === 'plain text') plain = result.requests.average;
  const ratio = plain / result.requests.average;
  console.log(
    `${name.padEnd(26)} ${result.requests.average.toFixed(0).padStart(6)}/s   p50 ${result.latency.p50} ms   p99 ${result.latency.p99} ms   plain text is ${ratio.toFixed(1)} times as fast   refused or failed: ${result.non2xx + result.errors}`,
  );
}
child.send('memory');
const [{ rss }] = (await once(child, 'message')) as [{ rss: number }];
console.log(`Node after the load: ${(rss / 1e6).toFixed(0)} MB resident`);
child.kill('SIGTERM');
await once(child, 'exit');
