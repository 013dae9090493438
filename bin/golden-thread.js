#!/usr/bin/env node
// The command line, started by whatever Node the machine has; src/golden-thread.ts is the program.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { compileCache, isNewEnough, projectFolder, runAgainUnderNewNode } from './runtime.js';

if (!existsSync(join(projectFolder, 'node_modules'))) {
  console.error('Golden Thread is not installed yet: run `npm start` once, or `npm ci`, in its folder.');
  process.exit(1);
}
if (isNewEnough) {
  module.enableCompileCache(compileCache);
  await import('../src/golden-thread.ts');
} else runAgainUnderNewNode();
