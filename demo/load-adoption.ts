// Fernshire's older report, read into drafts and decided about by its business manager, through the same commands as anybody's.
import { UploadedFile } from '../src/kernel/files/uploaded-file.ts';
import { type House, perform } from '../src/kernel/operation/perform.ts';
import { rooms } from '../src/modules/index.ts';
import { adoptedReport } from './fernshire/adopted.ts';
import type { Loader } from './load.ts';

interface Found {
  id: string;
  kind: string;
  title: string;
}

export async function loadAdoption(house: House, loader: Loader): Promise<void> {
  const { name, text, adopted_on: on, accepted, accepted_together, dropped } = adoptedReport;
  const how = { on, by: loader.managerOn(on) };
  const file = new UploadedFile(name, new TextEncoder().encode(text));
  const { id } = await loader.act('checker.adopt-document', { file, keep_file: true }, how);
  const read = async <O>(query: string, input: object) => (await asked(house, loader, query, input)) as O;
  const { all } = await read<{ all: Found[] }>('checker.read-adoption', { id });
  const named = (begin: string, kind?: string) => {
    const found = all.find((one) => one.title.includes(begin) && (kind === undefined || one.kind === kind));
    if (found === undefined) throw new Error(`Nothing in the adopted report is called “${begin}”.`);
    return found.id;
  };
  for (const { kind, title, more } of accepted) {
    const draft = named(title, kind);
    const { told } = await read<{ told: object }>('checker.read-draft', { id: draft });
    await loader.act(`checker.accept-${kind}`, { id: draft, ...told, ...more }, how);
  }
  const drafts = accepted_together.map((begin) => named(begin));
  await loader.act('checker.accept-drafts', { adoption_id: id, drafts, topic: null }, how);
  await loader.act('checker.drop-draft', { id: named(dropped.title), reason: dropped.reason }, how);
}

async function asked(
  house: House,
  { managerOn, id, partnershipId }: Loader,
  name: string,
  input: object,
): Promise<unknown> {
  const query = rooms.flatMap((room) => room.operations).find((operation) => operation.name === name);
  if (query?.kind !== 'query') throw new Error(`There is no query ${name}.`);
  const { adopted_on: today } = adoptedReport;
  const request = {
    partnership_id: partnershipId,
    identity: { kind: 'person', person_id: id('person', managerOn(today)) },
    clock: { today, now: `${today}T09:00:00.000Z` },
    via: 'command-line',
  } as const;
  return (await perform(house, query, request, input)).result;
}
