// One typed client for the whole application. Usage:
//   const view = await take(api.GET('/api/v1/proposals/{id}', { params: { path: { id } } }))
//   await take(api.POST('/api/v1/proposals/{id}/withdraw', { params: …, body: { reason }, headers: ifMatch(version) }))
// Whatever fails is thrown as ProblemError; show it with useProblems().
import createClient, { type Middleware } from 'openapi-fetch'
import { connectionLost, ProblemError, problemOf } from './problem'
import type { paths } from './schema'

let csrfToken = ''
let onSignedOut: () => void = () => {}

/** Called with /me: every change is sent with this proof that the page, not a foreign site, asked for it. */
export function setCsrfToken(token: string) {
  csrfToken = token
}
/** What to do when the session has ended (401). */
export function whenSignedOut(action: () => void) {
  onSignedOut = action
}

async function guardedFetch(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw connectionLost()
  }
}

const rules: Middleware = {
  onRequest({ request }) {
    // Problems come in the language of the page, not of the browser.
    if (document.documentElement.lang) request.headers.set('Accept-Language', document.documentElement.lang)
    if (request.method !== 'GET' && csrfToken) request.headers.set('X-CSRF-Token', csrfToken)
    return request
  },
  async onResponse({ request, response }) {
    if (response.ok) return
    const body: unknown = await response.json().catch(() => null)
    const problem = problemOf(response.status, body)
    // "Who am I?" and a wrong password at sign-in are also answered 401; those who asked deal with it.
    const path = new URL(request.url).pathname
    if (response.status === 401 && !path.endsWith('/sign-in') && !path.endsWith('/me')) onSignedOut()
    throw new ProblemError(problem)
  },
}

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  fetch: guardedFetch,
  querySerializer: (query) => toQuery(query as Record<string, unknown>),
})
api.use(rules)

/** Leaves out what is empty; lists are joined by commas, as the server reads them. */
export function toQuery(query: Record<string, unknown>): string {
  const out = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    if (Array.isArray(value)) {
      if (value.length) out.set(name, value.join(','))
    } else {
      out.set(name, String(value))
    }
  }
  return out.toString()
}

/** The body of an answer. */
export async function take<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}

/** Refuses the change if somebody else changed the record meanwhile (412 `changed_meanwhile`). */
export function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"${version}"` }
}

/** The same key for every attempt of one submission: sent twice, done once. Make a new one after success. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')
}
export function idempotent(key: string): Record<string, string> {
  return { 'Idempotency-Key': key }
}

/** Uploads the bytes of a file as they are. */
export async function upload(path: string, file: Blob): Promise<unknown> {
  const response = await guardedFetch(
    new Request(path, {
      method: 'POST',
      body: file,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': csrfToken },
    }),
  )
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    if (response.status === 401) onSignedOut()
    throw new ProblemError(problemOf(response.status, body))
  }
  return body
}
