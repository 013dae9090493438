// For tests: a county with two priorities, of which one has a measured claim and the other an asserted one, and a version
// for children that only waits for its signature.
import { renderAsync } from '@resvg/resvg-js';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../../ground/testing.ts';
import { contentHash, type EvidenceItem, type Grade } from '../../../kernel/evidence/evidence.ts';
import type { EvidenceSource } from '../../../kernel/evidence/source.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import { startEdition } from '../edition.operations.ts';
import { addPicture } from './version-picture.operations.ts';
import { restOnClaim, writeOpening, writePart } from './version.operations.ts';
import type { VersionKind } from './version.ts';

export const year = '2024-25';
export const outside = '01920000-0000-7000-8000-000000000001';
export const babies = '01920000-0000-7000-8000-000000000002';
const groups = [
  { ref: `plan.priority/${babies}`, title: 'Safe babies', order: 2 },
  { ref: `plan.priority/${outside}`, title: 'Harm outside the home', order: 1 },
];

export const measuredClaim = 'plan.claim/1';
export const assertedClaim = 'plan.claim/2';

function claim(ref: string, said: string, grade: Grade, group: EvidenceItem['group']): EvidenceItem {
  return {
    ref,
    title: said,
    topics: ['priority'],
    group,
    part: 'difference',
    order: 1,
    as_of: null,
    period: { from: '2024-04-01', to: '2025-03-31', label: null },
    geography: null,
    source: null,
    path: `/plan/claims/${ref.at(-1)}`,
    content: { shape: 'statement', text: said },
    hash: contentHash(said),
    claim: { about: 'children', for_whom: null, headline: false, grade, rests_on: [] },
  };
}

/** What the plan offers; a test may take a claim out of it. */
export const offered: EvidenceItem[] = [
  claim(measuredClaim, 'Talks within three days rose from 60 to 75 per cent.', 'measured', groups[1] ?? null),
  claim(assertedClaim, 'Fathers feel welcome.', 'asserted', groups[0] ?? null),
];

const plan: EvidenceSource = {
  itemsOf: () => Promise.resolve([...offered]),
  groupsOf: () => Promise.resolve([...groups]),
};

export async function versionHouse() {
  const home = await testHouse([plan]);
  const fern = await home.partnership('fern');
  const marl = await home.partnership('marl');
  for (const { manager } of [fern, marl]) await resultOf(home.house, startEdition, manager, { year });
  return { home, fern, marl };
}

export const texts = {
  told: 'You told us that it is hard to talk to someone you do not know. You want one person who listens.',
  did: 'Youth workers you know now have these talks with you.',
  changed: 'More of you had your talk within three days. It was 60 in every 100. Now it is 75.',
  next: 'We will walk round the town with you in May, and then we tell you what we change.',
};
export const alt = 'Two people sit on a bench and talk.';

export async function picture(name = 'bench.png'): Promise<UploadedFile> {
  const drawn = await renderAsync(
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#12656c"/></svg>',
  );
  return new UploadedFile(name, drawn.asPng());
}

/** Written in full, with a picture for each priority; “what changed” rests on a claim for both. */
export async function writeAll(
  home: TestHouse,
  { manager }: TestPartnership,
  kind: VersionKind,
): Promise<void> {
  await resultOf(home.house, writeOpening, manager, { year, kind, opening: 'Hello. This is what we did.' });
  for (const [priority, claim_ref] of [
    [outside, measuredClaim],
    [babies, assertedClaim],
  ] as const) {
    const part = { year, kind, priority };
    await resultOf(home.house, writePart, manager, { ...part, ...texts });
    await resultOf(home.house, restOnClaim, manager, { ...part, claim_ref });
    await resultOf(home.house, addPicture, manager, { ...part, file: await picture(), picture_alt: alt });
  }
}

export const answers = {
  shown_to: 'A school council',
  shown_count: 4,
  shown_on: '2025-09-01',
  they_said: 'They wanted shorter words.',
  changed_because: 'We use shorter words.',
  without_evidence: 'We only heard it from one group of fathers, and we ask more of them next year.',
  nobody_known: true,
};
