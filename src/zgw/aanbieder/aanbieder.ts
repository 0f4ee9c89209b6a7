import { crs, eisCrs } from '../crs.ts'
import { nietGevonden, ZgwFout } from '../fout.ts'
import type { Notificatie } from '../notificaties.ts'
import { foutAntwoord, jsonAntwoord, leesJson, type ZgwAntwoord, type ZgwVerzoek } from './bericht.ts'
import { Adressen, type Context } from './context.ts'
import { type Dialect, standaard } from './dialect.ts'
import { geefEen, geefInhoud, geefLijst, haalToegelaten } from './lezen.ts'
import type { ZgwOpslag } from './opslag.ts'
import { meldAan, toelatingVoor, type ZoekClient } from './rechten.ts'
import { publiceerroute, type Schrijfroute, schrijfroutes } from './schrijven/routes.ts'
import { apiVersies, type Component, gewonePaden } from './verzameling.ts'
import { type Soort, soortOp, verzamelingVan } from './verzamelingen.ts'
import { leesParameters } from './vraag.ts'
import { zoekIn } from './zoeken.ts'

export interface AanbiederOpties {
  /** Scheme, host and what stands before the base paths; no slash at the end. */
  readonly wortel: string
  readonly paden?: Readonly<Record<Component, string>>
  readonly opslag: ZgwOpslag
  readonly clienten: ZoekClient
  readonly nu: () => Date
  readonly uuid: () => string
  readonly dialect?: Partial<Dialect>
  /** Told after a change is there. Goes to subscribers; that it arrives is not awaited. */
  readonly meld?: (notificatie: Notificatie) => void
}

export type Aanbieder = (verzoek: ZgwVerzoek) => Promise<ZgwAntwoord>

/** Where a request is for: one list, one resource, or something that is done with it. */
interface Doel {
  readonly component: Component
  readonly soort: Soort
  readonly uuid?: string
  readonly ouder?: string
  readonly actie?: '_zoek' | 'download' | 'publish'
}

/** Answers requests of Zaken, Catalogi, Documenten and Besluiten. Never throws for what a client sent. */
export function createAanbieder(opties: AanbiederOpties): Aanbieder {
  const adressen = new Adressen(opties.wortel, opties.paden ?? gewonePaden)
  const dialect = { ...standaard, ...opties.dialect }
  return async (verzoek) => {
    const doel = vindDoel(adressen, verzoek, dialect)
    const versie = doel === undefined ? {} : { 'api-version': apiVersies[doel.component] }
    try {
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

function vindDoel(adressen: Adressen, { adres }: ZgwVerzoek, dialect: Dialect): Doel | undefined {
  const prefix = new URL(adressen.wortel).pathname.replace(/\/$/, '')
  if (!adres.pathname.startsWith(prefix)) return undefined
  const gevonden = adressen.ontleed(adressen.wortel + adres.pathname.slice(prefix.length))
  if (gevonden === undefined) return undefined
  const { component, delen } = gevonden
  const [eerste = '', tweede, derde, vierde] = delen
  if (delen.length > 4 || delen.includes('')) return undefined
  const onder = derde === undefined ? undefined : soortOp(component, `${eerste}/*/${derde}`)
  if (onder !== undefined && tweede !== undefined) {
    return { component, soort: onder, ouder: tweede, ...(vierde === undefined ? {} : { uuid: vierde }) }
  }
  const soort = soortOp(component, eerste)
  if (soort === undefined || vierde !== undefined) return undefined
  if (tweede === undefined) return { component, soort }
  if (derde !== undefined) {
    const isInhoud = soort === 'enkelvoudiginformatieobjecten' && derde === 'download'
    if (isInhoud) return { component, soort, uuid: tweede, actie: 'download' }
    const isPublicatie = publiceerroute(soort) !== undefined && derde === 'publish'
    return isPublicatie ? { component, soort, uuid: tweede, actie: 'publish' } : undefined
  }
  const heeftZoek = soort === 'zaken' || soort === 'enkelvoudiginformatieobjecten'
  if (tweede === '_zoek' && heeftZoek && dialect.zoek) return { component, soort, actie: '_zoek' }
  return { component, soort, uuid: tweede }
}

type Omgeving = AanbiederOpties & Pick<Context, 'adressen' | 'dialect'>

async function beantwoord(omgeving: Omgeving, doel: Doel, verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
  const { methode, koppen } = verzoek
  const schrijft = schrijfrouteVoor(doel, methode)
  eisMethode(doel, methode, schrijft)
  const nu = omgeving.nu()
  const aangemeld = await meldAan(koppen.authorization, omgeving.clienten, nu)
  const scopes = schrijft?.scopes ?? verzamelingVan(doel.soort).leesScopes
  toelatingVoor(aangemeld, doel.component, scopes)
  eisJsonGewild(koppen.accept, doel)
  if (doel.soort === 'zaken') eisCrs(methode, koppen)
  const wachtend: Notificatie[] = []
  const { opslag, adressen, dialect, uuid } = omgeving
  const meld = (bericht: Notificatie) => void wachtend.push(bericht)
  const context: Context = { adressen, opslag, dialect, nu, uuid, aangemeld, meld }
  if (schrijft === undefined) return lees(context, doel, verzoek)
  const json = methode === 'DELETE' || doel.actie === 'publish' ? undefined : leesJson(verzoek)
  const url = doel.uuid === undefined ? '' : adressen.van(doel.soort, doel.uuid, doel.ouder)
  const rij = await opslag.samen((schrijver) =>
    schrijft.doe({ ...context, schrijver, scopes: schrijft.scopes, json, ouder: doel.ouder ?? '' }, url),
  )
  for (const bericht of wachtend) omgeving.meld?.(bericht)
  if (rij === undefined) return { status: 204, koppen: {}, lichaam: '' }
  return methode === 'POST' && doel.actie === undefined
    ? jsonAntwoord(201, rij, { location: rij.url })
    : jsonAntwoord(200, rij)
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
  if (uuid !== undefined) return geefEen(context, soort, url, verzoek)
  const zaak = ouder === undefined ? undefined : context.adressen.van('zaken', ouder)
  if (zaak !== undefined) await haalToegelaten(context, 'zaken', zaak)
  return geefLijst(context, {
    soort,
    parameters: leesParameters(verzoek.adres),
    filters: verzamelingVan(soort).filters,
    adres: zonderWortel(context, verzoek).adres,
    ...(zaak === undefined ? {} : { extra: [{ op: 'is', veld: 'zaak', waarde: zaak }] }),
  })
}

/** `next` and `previous` begin as every other reference does, whatever name the request came in under. */
function zonderWortel({ adressen }: Context, verzoek: ZgwVerzoek): ZgwVerzoek {
  const wortel = new URL(adressen.wortel)
  return { ...verzoek, adres: new URL(verzoek.adres.pathname + verzoek.adres.search, wortel) }
}

function schrijfrouteVoor({ soort, actie }: Doel, methode: string): Schrijfroute | undefined {
  if (actie === 'publish') return methode === 'POST' ? publiceerroute(soort) : undefined
  return actie === undefined ? schrijfroutes[soort]?.[methode] : undefined
}

function eisMethode(doel: Doel, methode: string, schrijft: Schrijfroute | undefined): void {
  const opLijst = doel.uuid === undefined
  const { heeftEtag } = verzamelingVan(doel.soort)
  const routes = Object.keys(schrijfroutes[doel.soort] ?? {})
  const mag =
    doel.actie === '_zoek' || doel.actie === 'publish'
      ? ['POST']
      : doel.actie === 'download'
        ? ['GET']
        : opLijst
          ? ['GET', ...routes.filter((naam) => naam === 'POST')]
          : ['GET', ...(heeftEtag ? ['HEAD'] : []), ...routes.filter((naam) => naam !== 'POST')]
  if (
    mag.includes(methode) &&
    (schrijft !== undefined || doel.actie !== undefined || /^(GET|HEAD)$/.test(methode))
  )
    return
  throw new ZgwFout(405, 'method_not_allowed', `Hier kan: ${mag.join(', ')}.`, {
    koppen: { allow: mag.join(', ') },
  })
}

function eisJsonGewild(accept: string | undefined, { actie }: Doel): void {
  if (accept === undefined || actie === 'download') return
  if (/(\*\/\*|application\/(\*|json|problem\+json))/.test(accept)) return
  throw new ZgwFout(406, 'not_acceptable', 'Hier is alleen application/json.')
}
