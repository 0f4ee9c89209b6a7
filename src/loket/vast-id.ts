import { createHash } from 'node:crypto'
import { isUuid7 } from '../domain/index.ts'

/** A uuid of version 7 that is the same for the same words: a command sent twice is one. */
export function idVan(...delen: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(delen)).digest('hex')
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
  if (!isUuid7(id)) throw new Error('een id dat geen uuid is')
  return id
}
