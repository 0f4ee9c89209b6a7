import { nietGevonden, ongeldig } from '../fout.ts'
import type { Context } from './context.ts'
import type { Rij } from './opslag.ts'
import type { Parameters } from './vraag.ts'

export const versieAdres = (document: string, versie: number): string => `${document}?versie=${versie}`

/** A row, and the key under which its bytes are. */
export interface OpVersie {
  readonly rij: Rij
  readonly sleutel: string
}

/** Of a document: the version that was asked for, by number or by moment; without a question the last one. */
export async function opVersie(context: Context, rij: Rij, parameters: Parameters): Promise<OpVersie> {
  const [versie] = parameters.get('versie') ?? []
  const [op] = parameters.get('registratieOp') ?? []
  if (versie !== undefined && op !== undefined) {
    const reason = 'Vraag een versie óf een moment.'
    throw ongeldig({ name: 'nonFieldErrors', code: 'invalid', reason })
  }
  if (versie !== undefined) {
    if (!/^\d{1,9}$/.test(versie)) throw nietGevonden()
    return versie === String(rij.versie) ? { rij, sleutel: rij.url } : oude(context, rij, Number(versie))
  }
  if (op === undefined) return { rij, sleutel: rij.url }
  const gevraagdMs = Date.parse(op)
  if (Number.isNaN(gevraagdMs)) {
    throw ongeldig({ name: 'registratieOp', code: 'invalid', reason: 'Dit is geen moment.' })
  }
  const beginMs = (een: Rij) => Date.parse(String(een.beginRegistratie))
  if (gevraagdMs >= beginMs(rij)) return { rij, sleutel: rij.url }
  const { rijen } = await context.opslag.zoek('documentversies', {
    voorwaarden: [{ op: 'is', veld: 'document', waarde: rij.url }],
  })
  const [laatste] = rijen
    .filter((een) => beginMs(een) <= gevraagdMs)
    .toSorted((a, b) => Number(b.versie) - Number(a.versie))
  if (laatste === undefined) throw nietGevonden()
  return oude(context, rij, Number(laatste.versie))
}

async function oude({ opslag }: Context, { url }: Rij, versie: number): Promise<OpVersie> {
  const gevonden = await opslag.haal('documentversies', versieAdres(url, versie))
  if (gevonden === undefined) throw nietGevonden()
  const { document, ...rij } = gevonden
  return { rij: { ...rij, url }, sleutel: gevonden.url }
}
