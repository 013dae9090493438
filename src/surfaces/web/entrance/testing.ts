// A visitor with a browser of their own (cookies, forms) at the real server, for tests of the entrance and the account.
import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { TOTP, Secret } from 'otpauth';

export interface Answer {
  status: number;
  body: string;
  /** Where it led to. */
  location: string | undefined;
}

export class Visitor {
  readonly cookies: Record<string, string> = {};
  private token = '';
  private readonly app: FastifyInstance;
  private readonly address: string;
  private readonly agent: string;

  constructor(
    app: FastifyInstance,
    address = '192.0.2.1',
    agent = 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
  ) {
    this.app = app;
    this.address = address;
    this.agent = agent;
  }

  get(url: string): Promise<Answer> {
    return this.ask('GET', url);
  }

  /** Sends a form, with the token of the last page that had one. */
  post(url: string, values: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', url, new URLSearchParams({ _form: this.token, ...values }).toString());
  }

  /** Follows where it leads to until a page is shown. */
  async follow(answer: Answer): Promise<Answer> {
    let last = answer;
    for (let i = 0; last.location !== undefined; i++) {
      assert(i < 8, `It leads round in circles: ${last.location}`);
      last = await this.get(last.location);
    }
    return last;
  }

  async json<T>(url: string, values: Record<string, string> = {}): Promise<T> {
    const { status, body } = await this.post(url, values);
    assert.equal(status, 200, body.slice(0, 300));
    return JSON.parse(body) as T;
  }

  private async ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      cookies: this.cookies,
      headers: {
        'user-agent': this.agent,
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') delete this.cookies[name];
      else this.cookies[name] = value;
    }
    this.token = /name="_form" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.token;
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location };
  }
}

/** The main heading of a page. */
export function headingOf({ body }: Answer): string {
  return /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? '';
}

/** The key that stands on the page that sets an authenticator app up. */
export function keyOn({ body }: Answer): string {
  const key = /class="gt-key"><code>([A-Z2-7 ]+)</.exec(body)?.[1];
  assert(key, 'The page shows no key.');
  return key;
}

/** What an authenticator app shows, so many steps of 30 seconds from now. */
export function codeOf(key: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}
