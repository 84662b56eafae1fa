// A person's browser, as far as the API can tell: keeps cookies, proves its origin, reads problems.
import { randomUUID } from 'node:crypto';
import { PATIENCE } from './paths.mjs';

export class Refused extends Error {
  constructor(method, path, status, problem) {
    super(`${method} ${path} → ${status} ${problem?.code ?? ''} ${problem?.detail ?? problem?.title ?? ''}`.trim());
    Object.assign(this, { status, problem, code: problem?.code });
  }
}

export class Client {
  constructor(origin) {
    this.origin = origin;
    this.cookies = new Map();
    this.csrf = null;
  }

  // One request; never throws for an answer: { status, headers, body } with `body` read from JSON where it is JSON.
  async send(method, path, body, headers = {}) {
    const sent = { accept: 'application/json', origin: this.origin, ...headers };
    if (this.cookies.size > 0) sent.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (this.csrf && method !== 'GET') sent['x-csrf-token'] ??= this.csrf;
    const init = { method, headers: sent, redirect: 'manual', signal: AbortSignal.timeout(30_000 * PATIENCE) };
    if (body instanceof Uint8Array) init.body = body;
    else if (body !== undefined) {
      init.body = JSON.stringify(body);
      sent['content-type'] = 'application/json';
    }
    const response = await fetch(this.origin + path, init);
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
  }

  // The same, for what must succeed: gives the body, throws Refused otherwise.
  async ask(method, path, body, headers) {
    const answer = await this.send(method, path, body, headers);
    if (answer.status >= 400) throw new Refused(method, path, answer.status, answer.body);
    return answer.body;
  }
  get(path) {
    return this.ask('GET', `/api/v1${path}`);
  }
  // `once`: an Idempotency-Key, so that a repeated submission counts once.
  post(path, body = {}, { once, version } = {}) {
    const headers = {};
    if (once !== undefined) headers['idempotency-key'] = once === true ? randomUUID() : once;
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    return this.ask('POST', `/api/v1${path}`, body, headers);
  }

  async signIn({ committee, login, password }) {
    const answer = await this.ask('POST', '/api/v1/sign-in', { committee, login, password });
    this.csrf = answer.csrf_token ?? null;
    this.account = answer;
    return answer;
  }
  // Goes on with the session in which the fixture was made, without proving the password again.
  resume({ session }) {
    this.cookies = new Map(session.cookies);
    this.csrf = session.csrf;
    return this;
  }
  async signOut() {
    await this.ask('POST', '/api/v1/sign-out', {});
    this.csrf = null;
  }
}
