import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendMetEtag } from '../platform/http/index.ts'

const TYPE = 'text/html; charset=utf-8'
const brotli = promisify(brotliCompress)
/** Pages under this size are not worth compressing. */
const MINSTENS_BYTES = 1024

interface Pagina {
  readonly pagina: string
  readonly isPersoonlijk: boolean
  readonly status?: number
  /** What differs each time and makes it no other page: the stamp of a form. */
  readonly wisselt?: string | undefined
}

/**
 * Sends a page, compressed when the browser can. A page without anybody's answers is the same for all and gets
 * an ETag; a page with answers stays `no-store`, as the kernel sets it.
 * Compression hides nothing here: no page holds a secret beside what its visitor typed.
 */
export async function verzend(
  request: FastifyRequest,
  reply: FastifyReply,
  { pagina, isPersoonlijk, status = 200, wisselt }: Pagina,
): Promise<FastifyReply> {
  reply.status(status).header('vary', 'accept-encoding, cookie')
  const body = await comprimeer(request, reply, pagina)
  if (isPersoonlijk || status !== 200) return reply.type(TYPE).send(body)
  // The stamp holds the day, and a page of yesterday would bring a stamp that is too old.
  const zelfde = wisselt && pagina.replaceAll(wisselt, wisselt.split('.').slice(0, 4).join('.'))
  return sendMetEtag(request, reply, { body, type: TYPE, ...(zelfde && { kenmerk: zelfde }) })
}

async function comprimeer(
  request: FastifyRequest,
  reply: FastifyReply,
  pagina: string,
): Promise<string | Buffer> {
  const kanBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!kanBrotli || pagina.length < MINSTENS_BYTES) return pagina
  reply.header('content-encoding', 'br')
  // Quality 4: within a tenth of the smallest, in about a millisecond; beside the work of others.
  return brotli(pagina, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}
