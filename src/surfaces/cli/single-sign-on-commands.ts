// Joining an agency's own sign-in (OpenID Connect) to a partnership. The client secret never stands on a command line: it is
// read from the environment of the service, under the name these commands say.
import {
  disableProvider,
  listProviders,
  secretNameOf,
  setProvider,
} from '../../kernel/access/identity-provider.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { needed, UsageProblem } from './arguments.ts';
import type { OperatorCommand } from './operator-commands.ts';
import { choosePartnership, findAgency } from './who.ts';

export const singleSignOnCommands: readonly OperatorCommand[] = [
  {
    words: ['single-sign-on', 'add'],
    summary: 'Let the people of an agency sign in by way of it (OpenID Connect), or change how',
    usage:
      'golden-thread single-sign-on add --partnership … --agency … --name … --issuer https://… --client-id … --email-domains a.example,b.example [--trusts-email] [--required]',
    async run(house, given) {
      const partnership = await choosePartnership(house, given.options['partnership']);
      const agency = needed(given, 'agency', this.usage);
      const agency_id = await findAgency(house, partnership.id, agency);
      if (agency_id === undefined)
        throw new NotFound(
          `There is no agency “${agency}” in ${partnership.short_name}. Give its name as it stands on the page Agencies.`,
        );
      const provider = await setProvider(house, {
        partnership_id: partnership.id,
        agency_id,
        name: nameOf(needed(given, 'name', this.usage)),
        issuer: issuerOf(needed(given, 'issuer', this.usage)),
        client_id: needed(given, 'client_id', this.usage),
        email_domains: domainsOf(needed(given, 'email_domains', this.usage)),
        trusts_email: given.options['trusts_email'] !== undefined,
        required: given.options['required'] !== undefined,
      });
      return [
        `${provider.name} is joined: people of ${agency} with addresses at ${provider.email_domains.join(', ')} can sign in by way of it.`,
        `Register this address there as the redirect URI: ${house.publicUrl}/sign-in/organisation/callback`,
        `Client secret: ${secretWords(house, provider.secret_name)}`,
      ].join('\n');
    },
  },
  {
    words: ['single-sign-on', 'list'],
    summary: 'The agencies’ own sign-ins of this installation, and whether their secrets are set',
    usage: 'golden-thread single-sign-on list',
    async run(house) {
      const providers = await listProviders(house);
      if (providers.length === 0) return 'No agency’s own sign-in is joined.';
      return providers
        .map((p) =>
          [
            `${p.partnership.padEnd(16)} ${p.name}${p.enabled ? '' : ' (disabled)'}${p.required ? ' (passwords are refused)' : ''}`,
            `  ${p.issuer}, client ${p.client_id}, addresses at ${p.email_domains.join(', ')}`,
            `  ${secretWords(house, p.secret_name)}`,
          ].join('\n'),
        )
        .join('\n');
    },
  },
  {
    words: ['single-sign-on', 'disable'],
    summary: 'Stop an agency’s own sign-in; its people use a password or a passkey again',
    usage: 'golden-thread single-sign-on disable --partnership … --name …',
    async run(house, given) {
      const partnership = await choosePartnership(house, given.options['partnership']);
      const name = needed(given, 'name', this.usage);
      await disableProvider(house, partnership.id, name);
      return `${name} is disabled. Who has no password yet asks for one by “Forgotten your password?”.`;
    },
  },
];

function secretWords(house: House, name: string): string {
  return house.providerSecret(name) === undefined
    ? `${name} is not set here: set it in the environment of the service and start it again, or nobody can sign in this way.`
    : `${name} is set.`;
}

function nameOf(text: string): string {
  if (secretNameOf(text).length <= 'SSO_SECRET_'.length || text.length > 80)
    throw new UsageProblem('--name must hold letters or digits, at most 80, such as "Fernshire Police".');
  return text;
}

function issuerOf(text: string): string {
  const url = URL.parse(text);
  const own = url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (
    url === null ||
    url.username !== '' ||
    url.search !== '' ||
    url.hash !== '' ||
    !(url.protocol === 'https:' || own)
  )
    throw new UsageProblem('--issuer must be the https address of the agency’s sign-in, without a query.');
  return text;
}

function domainsOf(text: string): string[] {
  const domains = text
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim());
  if (!domains.every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)))
    throw new UsageProblem(
      '--email-domains must be domains with commas between them, such as police.example.',
    );
  return [...new Set(domains)];
}
