// The few files a browser needs beside the page: govuk-frontend's ready-made style and script, our own, and the typeface.
// Each is served from memory under an address that holds a hash of its content, so it may be kept for ever, and an upgrade
// is seen at once. Nothing is fetched from anywhere else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { reportStyles } from '../../modules/report/output/web-page.ts';
import type { PageAssets } from './layout.ts';

interface Asset {
  address: string;
  type: string;
  content: Buffer;
}

const css = 'text/css; charset=utf-8';
const js = 'text/javascript; charset=utf-8';
const atkinson = '@expo-google-fonts/atkinson-hyperlegible';

interface Source {
  /** A file beside this one, or in a package. */
  file: string;
  type: string;
  revise?: (text: string) => string;
}

/** In order: a file may name (as /assets/<name>) only those before it. */
const sources = {
  'atkinson-hyperlegible-regular.ttf': typeface('400Regular'),
  'atkinson-hyperlegible-bold.ttf': typeface('700Bold'),
  'atkinson-hyperlegible-italic.ttf': typeface('400Regular_Italic'),
  'atkinson-hyperlegible-bold-italic.ttf': typeface('700Bold_Italic'),
  'icon.svg': { file: './assets/icon.svg', type: 'image/svg+xml' },
  'govuk-frontend.css': {
    file: 'govuk-frontend/dist/govuk/govuk-frontend.min.css',
    type: css,
    revise: ourTypeface,
  },
  'govuk-frontend.js': {
    file: 'govuk-frontend/dist/govuk/govuk-frontend.min.js',
    type: js,
    revise: withoutSourceMap,
  },
  'golden-thread.css': {
    file: './assets/golden-thread.css',
    type: css,
    revise: (text) => text + reportStyles,
  },
  'stay-signed-in.js': { file: './assets/stay-signed-in.js', type: js },
  'passkey.js': { file: './assets/passkey.js', type: js },
  'reading-age.js': { file: './assets/reading-age.js', type: js },
  'start.js': { file: './assets/start.js', type: js },
} satisfies Record<string, Source>;

export type AssetName = keyof typeof sources;

/** The address of an asset: `/assets/<hash>/<name>`. */
export function assetUrl(name: AssetName): string {
  const asset = loaded().get(name);
  if (asset === undefined) throw new Error(`There is no asset ${name}.`);
  return asset.address;
}

/** What renderPage() needs to know. */
export function pageAssets(): PageAssets {
  return {
    css: [assetUrl('govuk-frontend.css'), assetUrl('golden-thread.css')],
    js: assetUrl('start.js'),
    preload: [assetUrl('govuk-frontend.js')],
    icon: assetUrl('icon.svg'),
  };
}

/** Serves every asset, compressed once at the start. An address with an old hash is not found. */
export async function registerAssets(app: FastifyInstance): Promise<void> {
  for (const asset of loaded().values()) {
    const squeezed = await compressed(asset.content);
    app.get(asset.address, (request, reply) => {
      const encoding = acceptedEncoding(request.headers['accept-encoding'] ?? '');
      reply.headers({
        'content-type': asset.type,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
      });
      if (encoding !== undefined) reply.header('content-encoding', encoding);
      return reply.send(encoding === undefined ? asset.content : squeezed[encoding]);
    });
  }
}

type Encoding = 'br' | 'gzip';

const encodings: readonly Encoding[] = ['br', 'gzip'];

function acceptedEncoding(accepted: string): Encoding | undefined {
  const offers = accepted.split(',').map((offer) => offer.trim());
  return encodings.find((encoding) =>
    offers.some(
      (offer) => offer === encoding || (offer.startsWith(`${encoding};`) && !/;q=0(\.0*)?$/.test(offer)),
    ),
  );
}

async function compressed(content: Buffer): Promise<Record<Encoding, Buffer>> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(content, quality), promisify(gzip)(content)]);
  return { br, gzip: gz };
}

let assets: Map<string, Asset> | undefined;

// Read when first asked for, so that commands which draw no page do not read them.
function loaded(): Map<string, Asset> {
  assets ??= load();
  return assets;
}

function load(): Map<string, Asset> {
  const found = new Map<string, Asset>();
  for (const [name, source] of Object.entries<Source>(sources)) {
    let content = readFileSync(new URL(import.meta.resolve(source.file)));
    if (!source.type.startsWith('font/')) {
      const text = content.toString('utf8');
      content = Buffer.from(withAddresses(source.revise?.(text) ?? text, found));
    }
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    found.set(name, { address: `/assets/${hash}/${name}`, type: source.type, content });
  }
  return found;
}

function withAddresses(text: string, found: Map<string, Asset>): string {
  return text.replace(/\/assets\/([\w.-]+)/g, (_, name: string) => {
    const asset = found.get(name);
    if (asset === undefined) throw new Error(`An asset names /assets/${name}, which is not served.`);
    return asset.address;
  });
}

function typeface(cut: string): Source {
  return { file: `${atkinson}/${cut}/AtkinsonHyperlegible_${cut}.ttf`, type: 'font/ttf' };
}

// GDS Transport and the royal crest belong to GOV.UK alone: the typeface is replaced by ours, and the rules that would fetch
// either are taken out. Throws when an upgrade has changed the wording this looks for.
function ourTypeface(sheet: string): string {
  const revised = withoutSourceMap(sheet)
    .replaceAll(/@font-face\{[^}]*GDS Transport[^}]*\}/g, '')
    .replaceAll(
      'font-family:GDS Transport,arial,sans-serif',
      'font-family:Atkinson Hyperlegible,arial,sans-serif',
    )
    .replaceAll(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none');
  if (/GDS Transport|\/assets\//.test(revised)) {
    throw new Error(
      'The stylesheet of govuk-frontend names a file or typeface that Golden Thread may not use.',
    );
  }
  return revised;
}

function withoutSourceMap(text: string): string {
  return text.replace(/(\/\*|\/\/)# sourceMappingURL=.*$/, '');
}
