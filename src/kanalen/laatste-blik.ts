/** Whether a message is still right, asked of the part that placed it, just before something of it leaves the house. */
import type { Verwerkingsbewijs } from '../audit/index.ts'
import { type PersoonId, parsePersoonId } from '../domain/index.ts'
import type { Berichtinhoud } from './bericht.ts'
import { type Berichtsoort, berichtsoorten } from './berichtsoort.ts'
import { boekingVan } from './boeking.ts'
import { later, type Verzendwerk } from './in-handen.ts'
import type { Laatsteoordeel, Laatstevraag } from './laatste-vraag.ts'
import type { Kijkvraag, Ligoordeel } from './verzendweg.ts'
import type { Gebeurtenis, Zending } from './zending.ts'

/** Named limits: asked again so long after nobody answered; and no more when it was made so long ago. */
const opnieuwMs = 15 * 60_000
const hoogstensMs = 96 * 3_600_000
/**
 * Named limit: where a professional hears of it there is a term to be met, of three working days at the least (Wgs art. 4
 * lid 2). By two ways, one after the other, it is two days.
 */
const hoogstensMensMs = 24 * 3_600_000

/** What is asked, where anything is. Of a copy for a helper it is the message itself that may not be right any more. */
export function kijkVan(
  { laatsteBlikken }: Pick<Verzendwerk, 'laatsteBlikken'>,
  eigen: Berichtsoort,
  { doorgestuurdVan: persoon, kopieVan }: Pick<Berichtinhoud, 'doorgestuurdVan' | 'kopieVan'>,
): Kijkvraag | undefined {
  const van = persoon && kopieVan && { persoon, bericht: kopieVan.id }
  const soort = (van && kopieVan?.soort) ?? eigen
  return laatsteBlikken.has(soort) ? { soort, ...(van && { van }) } : undefined
}

export async function laatsteOordeel(
  { laatsteBlikken }: Pick<Verzendwerk, 'laatsteBlikken'>,
  kijk: Kijkvraag | undefined,
  vraag: Laatstevraag,
  bewijs: Verwerkingsbewijs,
): Promise<Laatsteoordeel> {
  const soort = berichtsoorten.find((een) => een === kijk?.soort)
  const blik = soort && laatsteBlikken.get(soort)
  if (blik === undefined) return 'juist'
  const { van } = kijk ?? {}
  if (van === undefined) return blik(vraag, bewijs)
  const oordeel = await blik({ ...vraag, persoon: eisPersoon(van.persoon), bericht: van.bericht }, bewijs)
  // It goes to where the helper is, and not to a home that is secret.
  return oordeel === 'naar-mens' ? 'juist' : oordeel
}

export function vraagOver({ persoon, bericht, organisatie, kanaal, opVerzoek }: Zending): Laatstevraag {
  const van = organisatie === undefined ? {} : { organisatie }
  return { persoon, bericht, ...van, kanaal, opVerzoek: opVerzoek === true }
}

function eisPersoon(tekst: string): PersoonId {
  const persoon = parsePersoonId(tekst)
  if (persoon === undefined) throw new Error('een brief van niemand')
  return persoon
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
    case 'weet-niet-dan-mens': {
      const tot = oordeel === 'weet-niet' ? hoogstensMs : hoogstensMensMs
      if (nu.getTime() - zending.gemaakt.getTime() <= tot)
        return later(zending, new Date(nu.getTime() + opnieuwMs))
      const stil = { soort: 'vervallen', reden: 'niet-na-te-gaan' } as const
      return oordeel === 'weet-niet' ? stil : { ...stil, gaatVerder: true }
    }
  }
}

/** Of what lies ready with us: letters on the pile. That it lapsed is written down before whoever keeps it hears so. */
export function maakLigoordeel(werk: Verzendwerk): Ligoordeel {
  const { store, audit, nu } = werk
  return async (id, kijk) => {
    const zending = await store.zoek(id)
    // Taken back together with its message, or lapsed before.
    if (zending === undefined || zending.stand === 'mislukt') return 'weg'
    const verwerking = {
      doel: 'bericht-verzenden',
      gegevens: ['bericht'],
      betrokkenen: [zending.persoon],
      door: { soort: 'taak', taak: 'verzenden' },
    } as const
    const oordeel = await audit.metVerwerking(verwerking, (bewijs) =>
      laatsteOordeel(werk, kijk, vraagOver(zending), bewijs),
    )
    if (oordeel === 'weet-niet' || oordeel === 'weet-niet-dan-mens') return 'weet-niet'
    const gestuit = naLaatsteBlik(oordeel, zending, nu())
    if (gestuit === undefined) return 'juist'
    await store.wijzig(id, (was) => boekingVan(werk, was, gestuit, nu()))
    return 'weg'
  }
}
