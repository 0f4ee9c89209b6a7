/** Whether a message is still right, asked of the part that placed it, just before something of it leaves the house. */
import type { Verwerkingsbewijs } from '../audit/index.ts'
import { type Berichtsoort, berichtsoorten } from './berichtsoort.ts'
import { boekingVan } from './boeking.ts'
import { later, type Verzendwerk } from './in-handen.ts'
import type { Laatsteoordeel } from './laatste-vraag.ts'
import type { Ligoordeel } from './verzendweg.ts'
import type { Gebeurtenis, Zending } from './zending.ts'

/** Named limits: asked again so long after nobody answered; and no more when it was made so long ago. */
const opnieuwMs = 15 * 60_000
const hoogstensMs = 96 * 3_600_000

export async function laatsteOordeel(
  { laatsteBlikken }: Pick<Verzendwerk, 'laatsteBlikken'>,
  zending: Zending,
  soort: Berichtsoort,
  bewijs: Verwerkingsbewijs,
): Promise<Laatsteoordeel> {
  const blik = laatsteBlikken.get(soort)
  if (blik === undefined) return 'juist'
  const { persoon, bericht, organisatie, kanaal, opVerzoek = false } = zending
  const van = organisatie === undefined ? {} : { organisatie }
  return blik({ persoon, bericht, ...van, kanaal, opVerzoek }, bewijs)
}

/** What becomes of an item that is about to leave; `undefined`: it may. */
export function naLaatsteBlik(oordeel: Laatsteoordeel, zending: Zending, nu: Date): Gebeurtenis | undefined {
  switch (oordeel) {
    case 'juist':
      return undefined
    case 'vervallen':
      return { soort: 'vervallen', reden: 'niet-meer-juist' }
    case 'naar-mens':
      return { soort: 'vervallen', reden: 'adres-geheim', gaatVerder: true }
    case 'weet-niet':
      return nu.getTime() - zending.gemaakt.getTime() > hoogstensMs
        ? { soort: 'vervallen', reden: 'niet-na-te-gaan' }
        : later(zending, new Date(nu.getTime() + opnieuwMs))
  }
}

/** Of what lies ready with us: letters on the pile. That it lapsed is written down before whoever keeps it hears so. */
export function maakLigoordeel(werk: Verzendwerk): Ligoordeel {
  const { store, audit, nu } = werk
  return async (id, soortnaam) => {
    const soort = berichtsoorten.find((een) => een === soortnaam)
    const zending = await store.zoek(id)
    // Taken back together with its message, or lapsed before.
    if (zending === undefined || zending.stand === 'mislukt') return 'weg'
    if (soort === undefined) return 'juist'
    const verwerking = {
      doel: 'bericht-verzenden',
      gegevens: ['bericht'],
      betrokkenen: [zending.persoon],
      door: { soort: 'taak', taak: 'verzenden' },
    } as const
    const oordeel = await audit.metVerwerking(verwerking, (bewijs) =>
      laatsteOordeel(werk, zending, soort, bewijs),
    )
    if (oordeel === 'weet-niet') return oordeel
    const gestuit = naLaatsteBlik(oordeel, zending, nu())
    if (gestuit === undefined) return 'juist'
    await store.wijzig(id, (was) => boekingVan(werk, was, gestuit, nu()))
    return 'weg'
  }
}
