// Runs before `npm start`, `npm run serve` and `npm test`: installs what package-lock.json asks for when it is not there,
// so that a fresh copy needs no other command. When all is in place it reads two small files and is done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { broughtNode, isNewEnough, noNode, projectFolder } from './runtime.js';

const modules = join(projectFolder, 'node_modules');
const stampFile = join(modules, '.golden-thread-stamp');
const lockText = readFileSync(join(projectFolder, 'package-lock.json'), 'utf8');
// An installation for service may leave out what only development needs; tests need everything.
const withDevelopment = process.env.npm_lifecycle_event === 'pretest';
const stamp = (scope) => `${createHash('sha256').update(lockText).digest('hex')} ${scope}\n`;

const stamped = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
const isStamped = stamped === stamp('all') || (!withDevelopment && stamped === stamp('service'));
if (!isStamped) {
  if (!fits(withDevelopment)) install();
  writeFileSync(stampFile, stamp(fits(true) ? 'all' : 'service'));
}
if (!isNewEnough && broughtNode() === null) stop(noNode());

/** Whether npm's own record of what it installed agrees with the lock, whoever ran npm. */
function fits(development) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages } = JSON.parse(lockText);
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found !== undefined) return found.version === wanted.version;
    // Optional packages are for other systems, or missing from this registry; what needs them says so.
    return wanted.optional === true || ((wanted.dev || wanted.devOptional) === true && !development);
  });
}

function install() {
  console.log('Installing what Golden Thread needs (once, about half a minute) …');
  const result = runNpm(['ci', '--loglevel=error', ...(withDevelopment ? ['--include=dev'] : [])]);
  if (result.status === 0) return;
  stop(
    'npm ci did not succeed (its own messages are above). Check that this machine reaches an npm registry and that this folder can be written to, then run the same command again.',
  );
}

/** npm itself must not run on the Node inside node_modules, which npm ci replaces. */
function runNpm(args) {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => !part.includes(`node_modules${sep}.bin`));
  const options = {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path.join(delimiter) },
  };
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm !== undefined && node !== undefined && existsSync(npm))
    return spawnSync(node, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
