import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Bodies in this scope stay the text that came, of whatever type: the door behind it looks at those very bytes. */
export function neemRuweTekst(scope: FastifyInstance, maxBytes: number): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    '*',
    { parseAs: 'string', bodyLimit: maxBytes },
    async (_: FastifyRequest, tekst: string) => tekst,
  )
}

export function ruweTekst({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : ''
}
