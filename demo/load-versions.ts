// The versions of the yearly reports for children and in easy read: written, drawn, and signed once children had read them.
import { renderAsync } from '@resvg/resvg-js';
import { demonstrationDay } from '../src/house.ts';
import type { VersionFacts } from './edition-facts.ts';
import type { Loader } from './load.ts';

export async function loadVersions(loader: Loader): Promise<void> {
  for (const version of loader.facts.versions ?? []) await loadVersion(loader, version);
}

async function loadVersion({ act, id, managerOn }: Loader, version: VersionFacts): Promise<void> {
  const { year, kind, opening, parts, signed } = version;
  const day = signed?.on ?? demonstrationDay;
  const manager = { by: managerOn(day), on: day };
  await act('report.write-version-opening', { year, kind, opening }, manager);
  for (const { priority, rests_on, picture, ...texts } of parts) {
    const part = { year, kind, priority: id('priority', priority) };
    await act('report.write-version-part', { ...part, ...texts }, manager);
    await act(
      'report.rest-version-on-claim',
      { ...part, claim_ref: `plan.claim/${id('claim', rests_on)}` },
      manager,
    );
    await act(
      'report.add-version-picture',
      {
        ...part,
        file: { name: picture.name, base64: await drawn(picture.svg) },
        picture_alt: picture.alt,
      },
      manager,
    );
  }
  if (signed === undefined) return;
  const { on: _, ...answers } = signed;
  await act('report.sign-version', { year, kind, ...answers, nobody_known: true }, manager);
}

async function drawn(svg: string): Promise<string> {
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return image.asPng().toString('base64');
}
