// What only the operator does, at the server's own command line: set up a partnership, let a person in.
import { found } from '../../ground/governance/founding.ts';
import { setPassword } from '../../kernel/access/sign-in.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { accountCommands } from './account-commands.ts';
import { type Given, needed, UsageProblem } from './arguments.ts';
import { singleSignOnCommands } from './single-sign-on-commands.ts';
import { informationCommands } from './information-commands.ts';

interface Clock {
  today: string;
  now: string;
}

export interface OperatorCommand {
  words: string[];
  summary: string;
  usage: string;
  run(house: House, given: Given, clock: Clock, readSecret: () => Promise<string>): Promise<string>;
}

export const operatorCommands: readonly OperatorCommand[] = [
  ...accountCommands,
  ...singleSignOnCommands,
  ...informationCommands,
  {
    words: ['partnership', 'found'],
    summary: 'Set up a partnership with its first business manager',
    usage: 'golden-thread partnership found --short-name … --name … --business-manager … --email … [--joint]',
    async run(house, given, clock) {
      const short_name = needed(given, 'short_name', this.usage).toLowerCase();
      if (!/^[a-z][a-z0-9-]{1,40}$/.test(short_name)) {
        throw new UsageProblem(
          '--short-name must be 2 to 41 small letters, digits or hyphens, such as york.',
        );
      }
      const made = await found(
        house,
        {
          short_name,
          name: needed(given, 'name', this.usage),
          kind: given.options['joint'] ? 'joint' : 'home',
          demonstration: false,
          business_manager: {
            name: needed(given, 'business_manager', this.usage),
            job_title: 'Business manager',
            email: needed(given, 'email', this.usage),
          },
          from_on: clock.today,
        },
        clock,
      );
      return `The partnership ${short_name} is set up (${made.partnership_id}). Next: golden-thread account set-password --partnership ${short_name} --email …`;
    },
  },
  {
    words: ['account', 'set-password'],
    summary: 'Let a person sign in: sets a password, read from standard input',
    usage: 'golden-thread account set-password --partnership … --email … < file-with-the-password',
    async run(house, given, _clock, readSecret) {
      const short_name = needed(given, 'partnership', this.usage);
      const email = needed(given, 'email', this.usage).toLowerCase();
      const [partnership] = await house.pool.single<{ id: string }>(
        'select id from kernel.partnership where short_name = $1',
        [short_name],
      );
      if (!partnership) throw new NotFound(`There is no partnership “${short_name}”.`);
      const person = await house.pool.transaction(async (transaction) => {
        const [row] = await transaction.text<{ id: string }>(
          'select id from governance.person where partnership_id = $1 and email = $2',
          [partnership.id, email],
        );
        return row;
      }, partnership.id);
      if (!person)
        throw new NotFound(
          `Nobody in ${short_name} has the e-mail address ${email}. Add the person on the page People first.`,
        );
      await setPassword(house, {
        email,
        password: await readSecret(),
        partnership_id: partnership.id,
        person_id: person.id,
      });
      return `${email} can now sign in. Every earlier session of the account is ended.`;
    },
  },
  {
    words: ['partnership', 'list'],
    summary: 'The partnerships of this installation',
    usage: 'golden-thread partnership list',
    async run(house) {
      const rows = await house.pool.single<{
        short_name: string;
        name: string;
        kind: string;
        demonstration: boolean;
      }>('select short_name, name, kind, demonstration from kernel.partnership order by short_name', []);
      return rows
        .map(
          (row) => `${row.short_name.padEnd(16)} ${row.name}${row.demonstration ? ' (demonstration)' : ''}`,
        )
        .join('\n');
    },
  },
];
