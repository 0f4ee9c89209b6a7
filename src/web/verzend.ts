import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendMetEtag } from '../platform/http/index.ts'

const TYPE = 'text/html; charset=utf-8'
/** Pages under this size are not worth compressing. */
const MINSTENS_BYTES = 1024

/**
 * Sends a page, compressed when the browser can. A page without anybody's answers is the same for all and gets
 * an ETag; a page with answers stays `no-store`, as the kernel sets it.
 * Compression hides nothing here: no page holds a secret beside what its visitor typed.
 */
export function verzend(
  request: FastifyRequest,
  reply: FastifyReply,
  { pagina, isPersoonlijk, status = 200 }: { pagina: string; isPersoonlijk: boolean; status?: number },
): FastifyReply {
  reply.status(status).header('vary', 'accept-encoding, cookie')
  const body = comprimeer(request, reply, pagina)
  if (isPersoonlijk || status !== 200) return reply.type(TYPE).send(body)
  return sendMetEtag(request, reply, { body, type: TYPE })
}

function comprimeer(request: FastifyRequest, reply: FastifyReply, pagina: string): string | Buffer {
  const kanBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!kanBrotli || pagina.length < MINSTENS_BYTES) return pagina
  reply.header('content-encoding', 'br')
  // Quality 4: within a tenth of the smallest, in about a millisecond.
  return brotliCompressSync(pagina, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}
