// The yearly reports: started, judged, signed, published and sent, each act by its person on its day.
import { demonstrationDay } from '../src/house.ts';
import type { CoverPaperFacts, EditionFacts } from './edition-facts.ts';
import type { Loader } from './load.ts';

export async function loadEditions(loader: Loader): Promise<void> {
  for (const edition of loader.facts.editions) await loadEdition(loader, edition);
}

async function loadEdition(loader: Loader, edition: EditionFacts): Promise<void> {
  const { act, id, managerOn } = loader;
  const { year } = edition;
  const day = edition.published_on ?? demonstrationDay;
  const manager = { by: managerOn(day), on: day };
  await act('report.start-edition', { year }, manager);
  for (const words of edition.chapter_texts ?? [])
    await act('report.write-chapter', { year, ...words }, manager);
  for (const { duty, status, note, by } of edition.judgements ?? []) {
    await act('report.judge-duty', { year, duty_id: duty, status, note }, { by, on: day });
  }
  for (const { item, reason, by } of edition.print_permissions ?? []) {
    await act(
      'report.permit-small-number',
      { year, item_ref: `evidence.item/${id('item', item)}`, reason },
      { by, on: day },
    );
  }
  if (edition.scrutiny_comment) {
    const { text, by, on } = edition.scrutiny_comment;
    await act('report.comment-as-scrutineer', { year, text }, { by, on });
  }
  for (const { by, on } of edition.sign_offs ?? []) await act('report.sign-off', { year }, { by, on });
  if (edition.published_on) await act('report.publish-edition', { year }, manager);
  for (const { recipient, on, method } of edition.dispatches ?? []) {
    await act('report.record-dispatch', { year, recipient, sent_on: on, method }, { by: managerOn(on), on });
  }
  for (const paper of edition.cover_papers ?? []) await loadCoverPaper(loader, year, paper);
}

async function loadCoverPaper(
  { act, managerOn }: Loader,
  year: string,
  paper: CoverPaperFacts,
): Promise<void> {
  const { template, committee, meeting_on, decision, answers, begun_on, signed_off_on } = paper;
  const by = (on: string) => ({ by: managerOn(on), on });
  const begun = { year, template_id: template, committee, meeting_on, decision };
  const { id } = await act('report.begin-cover-paper', begun, by(begun_on));
  await act('report.answer-cover-paper', { id, answers }, by(begun_on));
  if (signed_off_on) await act('report.sign-off-cover-paper', { id }, by(signed_off_on));
}
