// A picture for a version: its kind and size read from its bytes, and what a camera wrote beside it (where and when it was
// taken, with which telephone) taken out before it is kept, because the version is for everybody.
import type { Picture } from '../document.ts';

export interface PictureFacts {
  media_type: Picture['media_type'];
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** The picture cannot be used; the message is worded for whoever chose it. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
}

/** More in either direction is a photograph as the camera made it, and slow on a telephone. */
const mostPixels = 4000;
const damaged =
  'The picture is damaged or cut short. Open it in a picture programme, save it again, then choose it';

/** Throws PictureRefused. */
export function cleanPicture(bytes: Uint8Array): PictureFacts {
  const facts = isPng(bytes) ? cleanPng(bytes) : isJpeg(bytes) ? cleanJpeg(bytes) : undefined;
  if (facts === undefined) throw new PictureRefused('A picture must be a PNG or a JPEG');
  const { width, height } = facts;
  if (width < 1 || height < 1) throw new PictureRefused(damaged);
  if (width > mostPixels || height > mostPixels)
    throw new PictureRefused(
      `The picture is ${width} by ${height} points; at most ${mostPixels} are taken. Save it smaller, then choose it`,
    );
  return facts;
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array) => pngStart.every((byte, at) => bytes[at] === byte);
const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8;

/** What draws the picture, and nothing that tells of it (W3C PNG, section 11). */
const drawing = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
]);

function cleanPng(bytes: Uint8Array): PictureFacts {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  for (let name = ''; name !== 'IEND'; ) {
    if (at + 12 > bytes.length) throw new PictureRefused(damaged);
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw new PictureRefused(damaged);
    name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at === 8 && (name !== 'IHDR' || end - at < 25)) throw new PictureRefused(damaged);
    if (drawing.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return {
    media_type: 'image/png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    bytes: Buffer.concat(kept),
  };
}

/** Segments of a JPEG up to the picture itself (ITU-T T.81): all are kept but comments and what programmes and cameras add. */
function cleanJpeg(bytes: Uint8Array): PictureFacts {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let at = 2;
  for (let marker = 0; marker !== endOfPicture; ) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw new PictureRefused(damaged);
    marker = bytes[at + 1] ?? 0;
    if (marker === endOfPicture) break;
    if (at + 4 > bytes.length) throw new PictureRefused(damaged);
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) throw new PictureRefused(damaged);
    if (isFrame(marker)) {
      if (end - at < 9) throw new PictureRefused(damaged);
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (marker === 0xe1 && isTurned(bytes.subarray(at + 4, end)))
      throw new PictureRefused(
        'The camera kept this picture lying on its side. Turn it upright in a picture programme, save it, then choose it',
      );
    const next = marker === scan ? endOfScan(bytes, end) : end;
    if (!addedByPrograms(marker)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  if (size === undefined) throw new PictureRefused(damaged);
  // Whatever a camera appended to the picture ends here.
  kept.push(new Uint8Array([0xff, endOfPicture]));
  return { media_type: 'image/jpeg', ...size, bytes: Buffer.concat(kept) };
}

const endOfPicture = 0xd9;
const scan = 0xda;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Everything of APPn but APP0 (density), APP2 (colours) and APP14 (how colours are coded); and comments. */
const addedByPrograms = (marker: number) =>
  (marker >= 0xe0 && marker <= 0xef && ![0xe0, 0xe2, 0xee].includes(marker)) || marker === 0xfe;

/** Where the coded picture stops for the next mark: a byte of 0xff within it is followed by nought or a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const after = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && after !== 0 && !(after >= 0xd0 && after <= 0xd7)) return at;
  }
  throw new PictureRefused(damaged);
}

/** Exif's orientation (tag 0x0112) other than upright; programs differ in whether they obey it. */
function isTurned(segment: Uint8Array): boolean {
  if (String.fromCharCode(...segment.subarray(0, 4)) !== 'Exif' || segment.length < 20) return false;
  const tiff = segment.subarray(6);
  const view = viewOf(tiff);
  const little = tiff[0] === 0x49;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return false;
  const entries = view.getUint16(first, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return false;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little) > 1;
  }
  return false;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);
