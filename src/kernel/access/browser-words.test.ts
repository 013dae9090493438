import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserWords } from './browser-words.ts';

const gecko = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
const blink =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';

for (const [header, words] of [
  [gecko, 'Firefox on Windows'],
  [blink, 'Chrome on Windows'],
  [`${blink} Edg/140.0`, 'Edge on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605 Version/18.6 Mobile Safari/604',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 SamsungBrowser/28 Chrome/130 Mobile Safari/537',
    'Samsung Internet on Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18.6 Safari/605',
    'Safari on Mac',
  ],
  ['curl/8.5.0', 'An unknown browser'],
  [undefined, 'An unknown browser'],
] as const) {
  test(`${words}: ${header?.slice(0, 40) ?? 'no header'}`, () => assert.equal(browserWords(header), words));
}
