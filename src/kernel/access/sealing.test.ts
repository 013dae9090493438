import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seal, unseal } from './sealing.ts';

const house = { secret: 'the secret of one installation' };
const binding = { purpose: 'authenticator', owner: 'ada' };
const sealed = seal(house, binding, 'JBSWY3DPEHPK3PXP');

test('a seal opens for its owner, its purpose and its installation, and says nothing of what it holds', () => {
  assert.equal(unseal(house, binding, sealed), 'JBSWY3DPEHPK3PXP');
  assert(!sealed.includes('JBSWY3DPEHPK3PXP'));
  assert.notEqual(sealed, seal(house, binding, 'JBSWY3DPEHPK3PXP'));
});

test('a seal that was moved, altered or cut, or is opened with another secret, does not open', () => {
  assert.throws(() => unseal(house, { ...binding, owner: 'grace' }, sealed));
  assert.throws(() => unseal(house, { ...binding, purpose: 'another' }, sealed));
  assert.throws(() => unseal({ secret: 'another' }, binding, sealed));
  const [version = '', body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  bytes[15] = (bytes[15] ?? 0) ^ 1;
  assert.throws(() => unseal(house, binding, `${version}.${bytes.toString('base64url')}`));
  assert.throws(() => unseal(house, binding, sealed.slice(0, 20)));
  assert.throws(() => unseal(house, binding, `v2.${body}`));
});
