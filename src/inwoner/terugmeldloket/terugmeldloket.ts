import { z } from 'zod'
import { onthul } from '../../domain/index.ts'
import { type Bron, type BronUitkomst, leesSpoor } from '../../platform/bron/index.ts'
import { eisBewijs, type MetBsn, type Verwerkingsbewijs } from '../kluistoegang.ts'
import { registerMislukt } from '../register.ts'
import type { MeldUitkomst, Terugmeldloket } from '../terugmelden.ts'
import type { Terugmelding } from '../terugmelding.ts'

/** docs/terugmelding.openapi.json. */
const antwoord = z.object({
  kenmerk: z.string(),
  status: z.enum(['ontvangen', 'in-onderzoek', 'aangepast', 'niet-aangepast']),
  sinds: z.iso.datetime(),
  uitleg: z.string().max(2_000).optional(),
})

/** Corrections at one source holder, over the contract of our own. No BSN leaves this folder. */
export function terugmeldloket(bron: Bron, metBsn: MetBsn): Terugmeldloket {
  return {
    async meld(melding, bewijs) {
      const uitkomst = await metBsn(melding.persoon, bewijs, (bsn) =>
        bron.vraag({
          handeling: 'terugmelden',
          methode: 'POST',
          pad: 'terugmeldingen',
          json: {
            burgerservicenummer: onthul(bsn),
            gegeven: melding.gegeven,
            toelichting: melding.toelichting,
            kenmerk: melding.id,
          },
          // The source recognises the `kenmerk`: twice is once.
          isHerhaalbaar: true,
          ...gedeeld(melding, bewijs),
        }),
      )
      return uitkomst.status === 'ok' ? duid(uitkomst.uitkomst) : uitkomst
    },

    async volg(melding, bewijs) {
      eisBewijs(bewijs, melding.persoon)
      // Our own number, not that of a person: it may stand in an address.
      const pad = `terugmeldingen/${melding.id}`
      const uitkomst = await bron.vraag({
        handeling: 'terugmelding volgen',
        methode: 'GET',
        pad,
        isHerhaalbaar: true,
        ...gedeeld(melding, bewijs),
      })
      return duid(uitkomst)
    },
  }
}

function gedeeld(melding: Terugmelding, bewijs: Verwerkingsbewijs) {
  return {
    vorm: antwoord,
    pastBij: ({ kenmerk }: z.infer<typeof antwoord>) => kenmerk === melding.id,
    spoor: leesSpoor(bewijs.traceparent),
  }
}

function duid(uitkomst: BronUitkomst<z.infer<typeof antwoord>>): MeldUitkomst {
  if (uitkomst.status === 'fout') return registerMislukt(uitkomst)
  if (uitkomst.status === 'niet-gevonden') return { status: 'onbekend' }
  const { status, sinds, uitleg } = uitkomst.inhoud
  return { status: 'ok', stand: { status, sinds: new Date(sinds), uitleg } }
}
