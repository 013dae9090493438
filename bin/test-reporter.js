// node:test's own "spec" report, with its count repeated as the very last lines when failures were listed after it.
import { Readable } from 'node:stream';
import { spec as Spec } from 'node:test/reporters';

export default async function* report(events) {
  const count = [];
  let failed = false;
  async function* watched() {
    for await (const event of events) {
      if (event.type === 'test:fail') failed = true;
      if (event.type === 'test:diagnostic' && event.data.nesting === 0)
        count.push(`ℹ ${event.data.message}\n`);
      yield event;
    }
  }
  yield* Readable.from(watched()).compose(new Spec());
  if (failed) yield `\n${count.join('')}`;
}
