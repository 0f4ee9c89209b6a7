/** Whom a source has to follow, over the contract of docs/levensloop.openapi.json. No BSN leaves this folder. */
import { z } from 'zod'
import { onthul } from '../../domain/index.ts'
import {
  type Bron,
  type BronUitkomst,
  createBron,
  leesSpoor,
  type MagNaar,
  metSleutel,
} from '../../platform/bron/index.ts'
import type { Aanmeldadres, Aanmeldweg, MetBsn } from '../index.ts'

type Omgeving = Parameters<typeof createBron>[1]

const antwoord = z.looseObject({ wie: z.string() })

/**
 * @param opties.berichten Where the source brings its events; asked each time, since it is known once we listen.
 */
export function aanmeldweg(
  metBsn: MetBsn,
  {
    berichten,
    magNaar,
    ...omgeving
  }: Omgeving & { readonly berichten: () => URL; readonly magNaar: MagNaar },
): Aanmeldweg & { readonly sluit: () => void } {
  const bronnen = new Map<string, Bron>()
  const naar = ({ bron, adres, geheim }: Aanmeldadres): Bron => {
    const sleutel = JSON.stringify([bron, adres, geheim])
    const bekend = bronnen.get(sleutel)
    if (bekend !== undefined) return bekend
    const nieuw = createBron(
      {
        naam: `levensloop ${bron}`,
        basisUrl: new URL(adres),
        aanmelden: geheim === undefined ? async () => ({}) : metSleutel('x-api-key', geheim),
        magNaar,
      },
      omgeving,
    )
    bronnen.set(sleutel, nieuw)
    return nieuw
  }
  return {
    async volg(adres, { persoon, naam, soorten }, bewijs) {
      const uitkomst = await metBsn(persoon, bewijs, (bsn) =>
        naar(adres).vraag({
          handeling: 'volgen',
          methode: 'POST',
          pad: 'volgers',
          json: { wie: naam, burgerservicenummer: onthul(bsn), soorten, berichten: berichten().href },
          // The same name is the same follower, however often it is sent.
          isHerhaalbaar: true,
          vorm: antwoord,
          pastBij: ({ wie }) => wie === naam,
          spoor: leesSpoor(bewijs.traceparent),
        }),
      )
      return uitkomst.status === 'ok' ? duid(uitkomst.uitkomst) : 'geen-bsn'
    },

    async stop(adres, naam) {
      const uitkomst = await naar(adres).vraag({
        handeling: 'stoppen met volgen',
        methode: 'POST',
        // Our own name for them, and still not in an address: it says who takes part.
        pad: 'volgers/einde',
        json: { wie: naam },
        isHerhaalbaar: true,
        vorm: antwoord,
        pastBij: ({ wie }) => wie === naam,
      })
      // Whom it does not know, it does not follow.
      return duid(uitkomst) === 'wacht' ? 'wacht' : 'ok'
    },

    sluit: () => {
      for (const bron of bronnen.values()) bron.sluit()
    },
  }
}

function duid(uitkomst: BronUitkomst<unknown>): 'ok' | 'onbekend' | 'wacht' {
  if (uitkomst.status === 'niet-gevonden') return 'onbekend'
  return uitkomst.status === 'ok' ? 'ok' : 'wacht'
}
