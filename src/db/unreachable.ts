// The one way in which a lost or absent database is reported, at start and while running.
import { Refused } from '../verbs/refusal.ts'

/** Host and port (or socket folder) of a connection URL, without user and password. */
export function addressOf(url: string): string {
  if (!URL.canParse(url)) return url.replace(/^.*@/, '').replace(/[/?].*$/, '') || 'the local server'
  const { hostname, port, searchParams } = new URL(url)
  const socket = searchParams.get('host')
  if (socket?.startsWith('/')) return socket
  return `${hostname || 'localhost'}:${port || '5432'}`
}

export function unreachable(address: string, cause: unknown): Refused {
  return new Refused({ code: 'database-unreachable', address, reason: reasonOf(cause) }, { cause })
}

/** True when the error says that the connection is gone or cannot be made, not that a statement was wrong. */
export function isConnectionLoss(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return /^(08...|57P0[1-5]|E[A-Z]+)$/.test(code)
  return (
    typeof message === 'string' &&
    /^(Connection terminated|timeout (expired|exceeded)|Client has encountered)/.test(message)
  )
}

function reasonOf(cause: unknown): string {
  // A host with several addresses fails with one error for each.
  const error = cause instanceof AggregateError && cause.errors.length > 0 ? cause.errors[0] : cause
  const { code, message } = error as { code?: string; message?: string }
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name is not known'
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'no answer'
    case 'ENOENT':
      return 'there is no socket'
    case '28P01':
    case '28000':
      return 'user or password is not accepted'
    case '3D000':
      return 'it has no database of that name'
    default:
      return (message ?? String(error)).replace(/\/\/[^/\s]*@/g, '//…@')
  }
}
