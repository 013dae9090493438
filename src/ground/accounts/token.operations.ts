// Making, listing and revoking tokens. They are kept in a local table, because they are looked up before a partnership is
// known; every statement here still names the partnership.
import { z } from 'zod';
import { noteChange } from '../../kernel/access/account-change.ts';
import { endOfToken, newToken } from '../../kernel/access/api-token.ts';
import type { Permission } from '../../kernel/access/roles.ts';
import { command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { newTokenInput, tokenRevocation } from './token.ts';

export interface NewToken {
  id: string;
  name: string;
  expires_at: string;
  /** Null when it was already shown: it is kept nowhere. */
  token: string | null;
}

export const makeToken = command({
  name: 'accounts.make-token',
  summary: 'Make a token by which another system acts as oneself; it is shown once',
  permission: 'tokens.make',
  input: newTokenInput,
  keeps: (made: NewToken) => ({ ...made, token: null }),
  async run(context, { name, scopes, days }): Promise<NewToken> {
    const { actor, db, partnership } = context;
    if (actor.token !== null || actor.person_id === null)
      throw new NotAllowed('A token cannot make another. Sign in yourself to make one.');
    const beyond = scopes.filter((scope) => !actor.can(scope));
    if (beyond.length > 0)
      throw new InvalidInput({ scopes: `A token may do no more than you: take out ${beyond.join(', ')}` });
    const now = new Date();
    const { id, token } = newToken();
    const expires = endOfToken(now, Number(days));
    await db.text(
      `insert into access.api_token (id, secret_hash, partnership_id, person_id, name, scopes, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, context.keyedHash(token), partnership.id, actor.person_id, name, scopes, now, expires],
    );
    // A session left open, or stolen, could make one that outlives it: so its person is told.
    const accounts = await db.text<{ account_id: string }>(
      'select account_id from access.account_person where partnership_id = $1 and person_id = $2',
      [partnership.id, actor.person_id],
    );
    for (const account of accounts)
      await noteChange(db, partnership.id, { ...account, kind: 'token-made' }, now);
    context.saw(`access.api-token/${id}`);
    return { id, name, expires_at: expires.toISOString(), token };
  },
});

export interface TokenRow extends Record<string, unknown> {
  id: string;
  person_id: string;
  person: string;
  name: string;
  scopes: Permission[];
  made_at: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_at: string | null;
}

export const listTokens = query({
  name: 'accounts.list-tokens',
  summary: 'One’s own tokens; for the business manager those of the whole partnership',
  permission: 'tokens.make',
  input: z.strictObject({}),
  async run(context) {
    const { db, partnership, actor } = context;
    const tokens = await db.text<TokenRow>(
      `select t.id, t.person_id, p.name as person, t.name, t.scopes, t.made_at, t.expires_at, t.revoked_at, t.last_used_at
       from access.api_token t join governance.person p on p.partnership_id = $1 and p.id = t.person_id
       where t.partnership_id = $1 and ($2 or t.person_id = $3::uuid) order by t.made_at desc`,
      [partnership.id, ofEverybody(context), actor.person_id],
    );
    return { tokens, own: actor.person_id, now: new Date().toISOString() };
  },
});

export const revokeToken = command({
  name: 'accounts.revoke-token',
  summary: 'Revoke a token, so that it opens nothing from now on',
  permission: 'tokens.make',
  input: tokenRevocation,
  async run(context, { id }) {
    const { db, partnership, actor } = context;
    const revoked = await db.text(
      `update access.api_token set revoked_at = coalesce(revoked_at, $5)
       where partnership_id = $1 and id = $2 and ($3 or person_id = $4::uuid) returning id`,
      [partnership.id, id, ofEverybody(context), actor.person_id, new Date()],
    );
    if (revoked.length === 0) throw new NotFound();
    context.saw(`access.api-token/${id}`);
    return { id };
  },
});

function ofEverybody({ actor }: QueryContext): boolean {
  return actor.can('access.manage');
}
