import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { assetUrl, pageAssets, registerAssets } from './assets.ts';

const app = fastify();
await registerAssets(app);
const get = (url: string, encoding = 'identity') =>
  app.inject({ url, headers: { 'accept-encoding': encoding } });

test('every address a page, a stylesheet or a script names is served', async () => {
  const { css, js, preload = [], icon = '' } = pageAssets();
  const waiting = [...css, js, ...preload, icon];
  const seen = new Set<string>();
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const response = await get(url);
    assert.equal(response.statusCode, 200, url);
    if (!/^(text|image)/.test(String(response.headers['content-type']))) continue;
    waiting.push(...[...response.body.matchAll(/\/assets\/[\w./-]+/g)].map(([address]) => address));
  }
  assert.ok(seen.has(assetUrl('atkinson-hyperlegible-bold.ttf')));
  assert.ok(seen.has(assetUrl('govuk-frontend.js')));
});

test('an address holds the hash of what it serves, so it may be kept for ever', async () => {
  for (const name of ['golden-thread.css', 'start.js', 'atkinson-hyperlegible-regular.ttf'] as const) {
    const response = await get(assetUrl(name));
    const hash = createHash('sha256').update(response.rawPayload).digest('hex').slice(0, 12);
    assert.equal(assetUrl(name), `/assets/${hash}/${name}`);
    assert.match(String(response.headers['cache-control']), /immutable/);
  }
});

test('a compressed asset reads back as the plain one, and is sent only to those who accept it', async () => {
  const url = assetUrl('govuk-frontend.css');
  const plain = await get(url);
  const [br, gz, refused] = await Promise.all([get(url, 'gzip, br'), get(url, 'gzip'), get(url, 'br;q=0')]);
  assert.equal(br.headers['content-encoding'], 'br');
  assert.deepEqual(brotliDecompressSync(br.rawPayload), plain.rawPayload);
  assert.equal(gz.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(gz.rawPayload), plain.rawPayload);
  assert.equal(refused.headers['content-encoding'], undefined);
});

test("neither the government's typeface nor its crest is asked for or named", async () => {
  const { css } = pageAssets();
  for (const url of css) assert.doesNotMatch((await get(url)).body, /GDS Transport|crest/);
});

test('no asset asks for anything from another place', async () => {
  for (const url of [...pageAssets().css, pageAssets().js]) {
    assert.doesNotMatch((await get(url)).body, /url\(["']?(https?:|\/\/|data:)|import\(["'`]https?:/);
  }
});

test('an address with another hash is not found', async () => {
  assert.equal((await get('/assets/000000000000/start.js')).statusCode, 404);
});
