import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { resultOf, type TestHouse, testClock, testHouse } from '../../ground/testing.ts';
import { readArguments } from './arguments.ts';
import { singleSignOnCommands } from './single-sign-on-commands.ts';

const secret = 'a client secret of the tests';
let home: TestHouse;
before(async () => {
  home = await testHouse();
  const fern = await home.partnership('fern');
  for (const name of ['Fernshire Health', 'Fernshire Police'])
    await resultOf(home.house, addAgency, fern.manager, { name, kind: 'other', legal_type: 'charity' });
});
after(() => home.close());

test('the operator joins, lists and disables an agency’s sign-in, and is told what is missing', async () => {
  const house = {
    ...home.house,
    providerSecret: (name: string) => (name === 'SSO_SECRET_POLICE' ? secret : undefined),
  };
  const run = (line: string[]) => {
    const given = readArguments(line);
    const command = singleSignOnCommands.find(({ words }) =>
      words.every((word, i) => given.words[i] === word),
    );
    assert(command !== undefined);
    return command.run(house, given, testClock, () => Promise.resolve(''));
  };
  const add = [
    'single-sign-on',
    'add',
    '--partnership',
    'fern',
    '--agency',
    'Fernshire Health',
    '--name',
    'Health Trust',
  ];
  const rest = [
    '--issuer',
    'https://login.health.example',
    '--client-id',
    'gt',
    '--email-domains',
    'health.example',
  ];
  await assert.rejects(run(add), /--issuer is still needed/);
  await assert.rejects(
    run([...add, ...rest.with(1, 'http://login.health.example')]),
    /must be the https address/,
  );
  await assert.rejects(run([...add, ...rest.with(5, 'not a domain')]), /must be domains/);
  await assert.rejects(run([...add.with(5, 'Nowhere Trust'), ...rest]), /no agency “Nowhere Trust”/);
  const said = await run([...add, ...rest, '--required']);
  assert.match(said, /http:\/\/localhost\/sign-in\/organisation\/callback/);
  assert.match(said, /SSO_SECRET_HEALTH_TRUST is not set here/);
  await run([...add.with(5, 'Fernshire Police').with(7, 'Police'), ...rest]);
  assert.match(
    await run(['single-sign-on', 'list']),
    /Health Trust \(passwords are refused\)[\s\S]*SSO_SECRET_POLICE is set/,
  );
  assert(!(await run(['single-sign-on', 'list'])).includes(secret));
  await run(['single-sign-on', 'disable', '--partnership', 'fern', '--name', 'Health Trust']);
  assert.match(await run(['single-sign-on', 'list']), /Health Trust \(disabled\)/);
});
