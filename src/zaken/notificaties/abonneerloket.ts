import { z } from 'zod'
import type { Bron, BronFout } from '../../platform/bron/index.ts'
import { abonnementSchema } from '../../zgw/index.ts'
import type { Abonneerloket, BronId } from '../index.ts'

// What is there may have been made by somebody else, with less care than the standard asks.
const bestaand = z.looseObject({
  url: z.string().min(1).max(1000),
  callbackUrl: z.string().max(1000),
  auth: z.string().optional(),
  kanalen: abonnementSchema.shape.kanalen.or(z.array(z.never())),
})
const lijst = z.array(bestaand).max(1_000)

/** Notificaties 1.0, at a source whose base is that of its NRC. */
export function abonneerloket(bron: BronId, nrc: Bron): Abonneerloket {
  return {
    bron,
    async lijst() {
      const uitkomst = await nrc.vraag({
        handeling: 'abonnementen-lezen',
        methode: 'GET',
        pad: 'abonnement',
        isHerhaalbaar: true,
        vorm: lijst,
      })
      if (uitkomst.status === 'niet-gevonden') return { status: 'geen-loket' }
      if (uitkomst.status !== 'ok') return misluktVan(uitkomst)
      return { status: 'ok', abonnementen: uitkomst.inhoud }
    },
    async zet(abonnement, url) {
      const uuid = url?.split('/').at(-1)
      const uitkomst = await nrc.vraag({
        handeling: 'abonnement-zetten',
        methode: uuid === undefined ? 'POST' : 'PUT',
        pad: uuid === undefined ? 'abonnement' : `abonnement/${encodeURIComponent(uuid)}`,
        json: abonnement,
        // Twice made is twice told: only a repair may be repeated.
        isHerhaalbaar: uuid !== undefined,
        vorm: z.looseObject({ url: z.string() }),
      })
      return uitkomst.status === 'ok' ? { status: 'ok' } : misluktVan(uitkomst)
    },
  }
}

function misluktVan(uitkomst: BronFout | { readonly status: 'niet-gevonden' }) {
  return { status: 'fout', waarom: uitkomst.status === 'fout' ? uitkomst.soort : 'niet-gevonden' } as const
}
