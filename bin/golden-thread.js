#!/usr/bin/env node
// The command line, started by whatever Node the machine has; src/golden-thread.ts is the program.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNewEnough, projectFolder, runAgainUnderNewNode } from './runtime.js';

if (!existsSync(join(projectFolder, 'node_modules'))) {
  console.error('Golden Thread is not installed yet: run `npm start` once, or `npm ci`, in its folder.');
  process.exit(1);
}
if (isNewEnough) await import('../src/golden-thread.ts');
else runAgainUnderNewNode();
