import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '../operation/refusals.ts';
import { refuseWeakPassword } from './password.ts';

const email = 'nerys.coldbrook@fernshire.example';
const problemOf = (password: string): string | undefined => {
  try {
    refuseWeakPassword(password, email);
    return undefined;
  } catch (error) {
    assert(error instanceof InvalidInput);
    return error.fields['password'];
  }
};

for (const password of [
  'correct horse battery',
  'another long password',
  'otters ford the Ouse',
  'gT7$kq2!vLm9',
  '839201746520',
  'ein zwei drei Regenschirme',
  'x7 kettle purple 19 bramble',
]) {
  test(`“${password}” will do`, () => assert.equal(problemOf(password), undefined));
}

for (const password of [
  'password1234',
  'Password1234!',
  'P@ssw0rd2024!',
  'passwordpassword',
  'Summer2025!!!',
  'LiverpoolFC123!',
  'welcome12345',
  'letmeinletmein',
  'iloveyou1234',
  'qwertyuiop12',
  'qwerty123456',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  '123456789012',
  '111111111111',
  'abcabcabcabc',
  'safeguarding1',
  'adminadmin123',
]) {
  test(`“${password}” is tried first and is refused`, () =>
    assert.match(problemOf(password) ?? '', /try first/));
}

test('a short one is told how long it must be, counted as people count', () => {
  assert.match(problemOf('short') ?? '', /at least 12 characters/);
  assert.match(problemOf('😀'.repeat(6)) ?? '', /at least 12 characters/);
});

test('one that holds the e-mail address, its names or the service’s name is refused', () => {
  assert.match(problemOf('nerys.coldbrook 7') ?? '', /e-mail/);
  assert.match(problemOf('my Coldbrook otters') ?? '', /e-mail/);
  assert.match(problemOf('golden thread otter') ?? '', /name of this service/);
});

test('a megabyte is refused before it is hashed', () => {
  assert.match(problemOf('otter '.repeat(200_000)) ?? '', /at most 300/);
});
