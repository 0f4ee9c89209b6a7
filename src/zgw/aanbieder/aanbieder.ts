import { crs, eisCrs } from '../crs.ts'
import { nietGevonden, ZgwFout } from '../fout.ts'
import type { Notificatie } from '../notificaties.ts'
import { geefConsument } from './autorisaties.ts'
import { foutAntwoord, jsonAntwoord, leesJson, type ZgwAntwoord, type ZgwVerzoek } from './bericht.ts'
import { Adressen, type Buiten, type Context } from './context.ts'
import { type Dialect, standaard } from './dialect.ts'
import { type Doel, eisMethode, ontleedAdres, schrijfrouteVoor, vindDoel } from './doel.ts'
import { geefEen, geefInhoud, geefLijst, haalToegelaten } from './lezen.ts'
import { geefBeschrijving, isBeschrijving } from './openapi.ts'
import type { ZgwOpslag } from './opslag.ts'
import { meldAan, toelatingVoor, type ZoekClient } from './rechten.ts'
import type { Schrijfroute } from './schrijven/routes.ts'
import { noteer } from './spoor.ts'
import { toon } from './tonen.ts'
import { apiVersies, gewonePaden, type Paden } from './verzameling.ts'
import { isSoort, verzamelingVan } from './verzamelingen.ts'
import { leesParameters } from './vraag.ts'
import { zoekIn } from './zoeken.ts'

export interface AanbiederOpties {
  /** Scheme, host and what stands before the base paths; no slash at the end. */
  readonly wortel: string
  readonly paden?: Paden
  readonly opslag: ZgwOpslag
  readonly clienten: ZoekClient
  readonly nu: () => Date
  readonly uuid: () => string
  readonly dialect?: Partial<Dialect>
  /** Told after a change is there. Goes to subscribers; that it arrives is not awaited. */
  readonly meld?: (notificatie: Notificatie) => void
  /** Looks at an address elsewhere that a client wrote down. Absent: it is believed, and nothing is fetched. */
  readonly buiten?: Buiten
  /** How large a part of a document is when it comes in parts. */
  readonly deelBytes?: number
}

export type Aanbieder = (verzoek: ZgwVerzoek) => Promise<ZgwAntwoord>

/** Answers requests of Zaken, Catalogi, Documenten, Besluiten and Autorisaties. Never throws for what a client sent. */
export function createAanbieder(opties: AanbiederOpties): Aanbieder {
  const adressen = new Adressen(opties.wortel, opties.paden ?? gewonePaden)
  const dialect = { ...standaard, ...opties.dialect }
  return async (verzoek) => {
    const plaats = ontleedAdres(adressen, verzoek)
    const versie = plaats === undefined ? {} : { 'api-version': apiVersies[plaats.component] }
    try {
      if (plaats !== undefined && isBeschrijving(plaats.delen)) {
        const { koppen, ...beschrijving } = geefBeschrijving(adressen, plaats.component, verzoek)
        return { ...beschrijving, koppen: { ...koppen, ...versie } }
      }
      const doel = plaats && vindDoel(plaats, dialect)
      if (doel === undefined) throw nietGevonden()
      const antwoord = await beantwoord({ ...opties, adressen, dialect }, doel, verzoek)
      const metCrs = doel.soort === 'zaken' && antwoord.status < 300 && antwoord.status !== 204
      const koppen = { ...antwoord.koppen, ...versie, ...(metCrs ? { 'content-crs': crs } : {}) }
      const lichaam = verzoek.methode === 'HEAD' ? '' : antwoord.lichaam
      return { ...antwoord, koppen, lichaam }
    } catch (fout) {
      if (!(fout instanceof ZgwFout)) throw fout
      const { koppen, ...rest } = foutAntwoord(fout, opties.uuid())
      return {
        ...rest,
        koppen: { ...koppen, ...versie },
        ...(verzoek.methode === 'HEAD' ? { lichaam: '' } : {}),
      }
    }
  }
}

type Omgeving = AanbiederOpties & Pick<Context, 'adressen' | 'dialect'>

async function beantwoord(omgeving: Omgeving, doel: Doel, verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
  const { methode, koppen } = verzoek
  const schrijft = schrijfrouteVoor(doel, methode)
  eisMethode(doel, methode)
  const nu = omgeving.nu()
  const aangemeld = await meldAan(koppen.authorization, omgeving.clienten, nu)
  const scopes = schrijft?.scopes ?? verzamelingVan(doel.soort).leesScopes
  toelatingVoor(aangemeld, doel.component, scopes)
  eisJsonGewild(koppen.accept, doel)
  if (doel.soort === 'zaken') eisCrs(methode, koppen)
  const wachtend: Notificatie[] = []
  const { opslag, adressen, dialect, uuid, buiten, deelBytes } = omgeving
  const meld = (bericht: Notificatie) => void wachtend.push(bericht)
  const context: Context = { adressen, opslag, dialect, nu, uuid, aangemeld, meld, buiten }
  if (schrijft === undefined) return lees(context, doel, verzoek)
  const json = schrijft.lichaam === 'json' ? leesJson(verzoek) : leegOfJson(verzoek, schrijft)
  const url = doel.uuid === undefined ? '' : adressen.van(doel.soort, doel.uuid, doel.ouder)
  const { scopes: nodig } = schrijft
  const rij = await opslag.samen(async (schrijver) => {
    const bezig = {
      ...context,
      schrijver,
      scopes: nodig,
      json,
      ouder: doel.ouder ?? '',
      koppen,
      verzoek,
      deelBytes,
    }
    const oud = url === '' ? undefined : await schrijver.haal(doel.soort, url)
    const uit = await schrijft.doe(bezig, url)
    if (doel.actie === undefined) {
      const nu = await schrijver.haal(doel.soort, String(uit?.url ?? url))
      await noteer(bezig, { soort: doel.soort, methode, oud, nieuw: nu })
    }
    return uit
  })
  for (const bericht of wachtend) omgeving.meld?.(bericht)
  if (rij === undefined) return { status: 204, koppen: {}, lichaam: '' }
  const inhoud = toon(verzamelingVan(doel.soort), rij)
  return methode === 'POST' && doel.actie === undefined
    ? jsonAntwoord(201, inhoud, { location: String(rij.url) })
    : jsonAntwoord(200, inhoud)
}

async function lees(context: Context, doel: Doel, verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
  const { soort, uuid, ouder, actie } = doel
  if (actie === '_zoek') {
    // Only these two have it: see vindDoel.
    const waarin = soort === 'zaken' ? 'zaken' : 'enkelvoudiginformatieobjecten'
    return zoekIn(context, waarin, zonderWortel(context, verzoek), leesJson(verzoek))
  }
  const url = uuid === undefined ? '' : context.adressen.van(soort, uuid, ouder)
  if (actie === 'download') return geefInhoud(context, url, verzoek)
  if (actie === 'consumer') return geefConsument(context, verzoek)
  if (uuid !== undefined) return geefEen(context, soort, url, verzoek)
  const binnen = await ouderVan(context, doel)
  return geefLijst(context, {
    soort,
    parameters: leesParameters(verzoek.adres),
    filters: verzamelingVan(soort).filters,
    adres: zonderWortel(context, verzoek).adres,
    ...(binnen === undefined ? {} : { extra: [{ op: 'is', ...binnen }] }),
  })
}

/** What lives below something exists as long as that does, and for whoever may see that. */
async function ouderVan(context: Context, { soort, ouder: uuid }: Doel) {
  const { ouder, leesScopes } = verzamelingVan(soort)
  if (uuid === undefined || ouder === undefined || !isSoort(ouder.soort)) return undefined
  const waarde = context.adressen.van(ouder.soort, uuid)
  await haalToegelaten(context, ouder.soort, waarde, leesScopes)
  return { veld: ouder.veld, waarde }
}

/** Without a body there is nothing to read; what may have one is read when it came. */
function leegOfJson(verzoek: ZgwVerzoek, { lichaam }: Schrijfroute): unknown {
  return lichaam === 'misschien' && verzoek.lichaam.trim() !== '' ? leesJson(verzoek) : undefined
}

/** `next` and `previous` begin as every other reference does, whatever name the request came in under. */
function zonderWortel({ adressen }: Context, verzoek: ZgwVerzoek): ZgwVerzoek {
  const wortel = new URL(adressen.wortel)
  return { ...verzoek, adres: new URL(verzoek.adres.pathname + verzoek.adres.search, wortel) }
}

function eisJsonGewild(accept: string | undefined, { actie }: Doel): void {
  if (accept === undefined || actie === 'download') return
  if (/(\*\/\*|application\/(\*|json|problem\+json))/.test(accept)) return
  throw new ZgwFout(406, 'not_acceptable', 'Hier is alleen application/json.')
}
