// What the server says when a request cannot go on (RFC 9457, base/problem.h), and what we say when there is no answer.
export interface Problem {
  status: number
  code: string
  zh: string
  zh_hant?: string // where the server was asked for Traditional
  en: string
  field?: string
  request_id?: string
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`)
    this.name = 'ProblemError'
  }
  get status() {
    return this.problem.status
  }
  get code() {
    return this.problem.code
  }
}

const lost: Problem = {
  status: 0,
  code: 'connection_lost',
  zh: '连接不上服务器，刚才的操作可能没有完成。请检查网络后重试。',
  zh_hant: '連接不上伺服器，剛才的操作可能沒有完成。請檢查網路後重試。',
  en: 'The server cannot be reached; what you just did may not be done. Check the network and try again.',
}

export function connectionLost(): ProblemError {
  return new ProblemError(lost)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The problem in an answer's body; an answer without one (a proxy's error page) still gets a text to act on. */
export function problemOf(status: number, body: unknown): Problem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const zh = text(given.zh) ?? text(given.detail) ?? `服务器未能完成请求(${status})。请稍后重试，仍不行请联系管理员。`
  const en =
    text(given.en) ??
    `The server could not complete the request (${status}). Try again later, or ask your administrator.`
  return {
    status,
    code: text(given.code) ?? `http_${status}`,
    zh,
    zh_hant: text(given.zh_hant),
    en,
    field: text(given.field),
    request_id: text(given.request_id),
  }
}

/** Names of form fields: "/cosigners/0" → "cosigners.0", "title" → "title". */
export function fieldName(field: string | undefined): string {
  if (!field) return ''
  const pointer = field.startsWith('/') ? field.slice(1).split('/') : [field]
  return pointer.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.')
}
