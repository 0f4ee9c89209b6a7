import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface Inhoud {
  readonly body: string | Buffer
  readonly type: string
}

export function etagVan(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/**
 * Sends something that is the same for everybody, with an ETag: who already has it gets 304 and no body.
 * Not for pages with somebody's answers; those stay `no-store`.
 */
export function sendMetEtag(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    body,
    type,
    cacheControl = 'no-cache',
    kenmerk = body,
  }: Inhoud & {
    readonly cacheControl?: string
    /** What its ETag is made of, when two bodies that differ are the same page. */
    readonly kenmerk?: string | Buffer
  },
): FastifyReply {
  const etag = etagVan(kenmerk)
  reply.header('etag', etag).header('cache-control', cacheControl)
  if (isBekend(request.headers['if-none-match'], etag)) return reply.status(304).send()
  return reply.type(type).send(body)
}

/** RFC 9110 §13.1.2: a list or `*`, compared weakly (a proxy that compresses makes `W/` of our tag). */
function isBekend(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((deel) => ['*', etag].includes(deel.trim().replace(/^W\//, '')))
}
