// A second process for embedded.test.ts: it uses a folder's database and tells its parent the port; then it waits to be
// told to stop, to end without stopping, or to be killed.
import { joinOrStartEmbedded, startEmbedded } from './embedded.ts';
import { testSettings } from './testing.ts';

const [folder = '', how] = process.argv.slice(2);
const options = { settings: testSettings };
const database = await (how === 'server'
  ? startEmbedded({ ...options, folder })
  : joinOrStartEmbedded(folder, options));

process.on('message', (word) => {
  if (word === 'exit') process.exit();
  void database.stop().then(() => process.disconnect());
});
process.send?.(database.port);
