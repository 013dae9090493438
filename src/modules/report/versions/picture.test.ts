import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderAsync } from '@resvg/resvg-js';
import { cleanPicture } from './picture.ts';

const png = (width = 20, height = 10) =>
  renderAsync(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#c8613a"/></svg>`,
  ).then((image) => image.asPng());

/** A chunk of a PNG; nobody checks its sum here. */
function chunk(name: string, words: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  return Buffer.concat([length, Buffer.from(name), Buffer.from(words), Buffer.alloc(4)]);
}

function segment(marker: number, bytes: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** Exif with an orientation, and a place. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 53.9N 1.1W')]);
}

/** As a camera lays it out: Exif, a comment, the frame, two scans with a table between them, and a second picture behind. */
const jpeg = (orientation = 1) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, exif(orientation)),
    segment(0xfe, Buffer.from('taken at home')),
    segment(0xc0, Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    segment(0xc4, Buffer.from([0xff, 0xd9, 7])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([5, 6, 0xff, 0xd9]),
    Buffer.from('second picture, taken at school'),
  ]);

test('a PNG gives its size, and what was written beside it is gone', async () => {
  const plain = await png();
  const end = plain.length - 12;
  const told = Buffer.concat([
    plain.subarray(0, end),
    chunk('tEXt', 'Author: Somebody'),
    chunk('eXIf', 'GPS'),
    plain.subarray(end),
  ]);
  const { width, height, media_type, bytes } = cleanPicture(told);
  assert.deepEqual({ width, height, media_type }, { width: 20, height: 10, media_type: 'image/png' });
  assert.deepEqual(Buffer.from(bytes), plain);
});

test('of a JPEG the place, the comment and a second picture are gone, and every scan stays', () => {
  const { width, height, media_type, bytes } = cleanPicture(jpeg());
  assert.deepEqual({ width, height, media_type }, { width: 40, height: 30, media_type: 'image/jpeg' });
  const text = Buffer.from(bytes).toString('latin1');
  for (const gone of ['GPS', 'Exif', 'taken at']) assert(!text.includes(gone), gone);
  assert(text.includes('JFIF') && text.includes('\x05\x06\xff\xd9'));
  assert.deepEqual(Buffer.from(cleanPicture(bytes).bytes), Buffer.from(bytes));
});

test('a picture on its side, too many points, damaged or of another kind is refused in words', async () => {
  const whole = await png();
  assert.throws(() => cleanPicture(jpeg(6)), /on its side/);
  const wide = Buffer.from(whole);
  wide.writeUInt32BE(5000, 16);
  assert.throws(() => cleanPicture(wide), /5000 by 10 points; at most 4000/);
  for (const cut of [
    whole.subarray(0, 30),
    whole.subarray(0, 9),
    jpeg().subarray(0, 60),
    jpeg().subarray(0, 3),
  ])
    assert.throws(() => cleanPicture(cut), /damaged/);
  for (const other of ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '', '%PDF-1.7'])
    assert.throws(() => cleanPicture(Buffer.from(other)), /PNG or a JPEG/);
});
