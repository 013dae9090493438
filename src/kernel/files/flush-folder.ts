// What makes a new, renamed or removed name in a folder durable.
import { open } from 'node:fs/promises';

/** A rename is only sure to survive a power cut once its folder is flushed. Windows cannot open a folder to do so. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
