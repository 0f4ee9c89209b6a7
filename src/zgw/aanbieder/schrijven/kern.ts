import { datumOp } from '../../../kalender/index.ts'
import { geenToegang, nietGevonden, type OngeldigVeld, ongeldig, type ZgwFout } from '../../fout.ts'
import type { Notificatie } from '../../notificaties.ts'
import { isHoogstens } from '../../waarden.ts'
import type { ZgwVerzoek } from '../bericht.ts'
import type { Context } from '../context.ts'
import type { JsonObject, Rij, ZgwSchrijver } from '../opslag.ts'
import { heeftScope, toelatingVoor } from '../rechten.ts'
import type { Onderdeel } from '../verzameling.ts'
import { type Soort, soortOp, verzamelingVan } from '../verzamelingen.ts'

/** What a handler of a write gets: who asks, where to write, and what stood in the request. */
export interface Schrijfcontext extends Context {
  readonly schrijver: ZgwSchrijver
  readonly scopes: readonly string[]
  readonly json: unknown
  /** Uuid of the case in the address, of what lives below one. */
  readonly ouder: string
  readonly koppen: ZgwVerzoek['koppen']
  readonly verzoek: ZgwVerzoek
  readonly deelBytes: number | undefined
}

export const gelijk = (veld: string, waarde: string) => [{ op: 'is', veld, waarde }] as const

export const fout = (name: string, code: string, reason: string): OngeldigVeld => ({ name, code, reason })

/** The day in the Netherlands: what an organisation writes down as the date of a moment. */
export const dagVan = (moment: Date): string => datumOp(moment, 'Europe/Amsterdam')

/** The case that a body points to; it must be here, and be one that this client may write to. */
export async function haalZaak(context: Schrijfcontext, url: string): Promise<Rij> {
  const zaak = await context.schrijver.haal('zaken', url)
  if (zaak === undefined) throw await nietHier(context, 'zaak', 'zaken', url)
  await eisToegang(context, 'zaken', zaak)
  return zaak
}

export async function haalOp(context: Schrijfcontext, soort: Soort, url: string): Promise<Rij> {
  const rij = await context.schrijver.haal(soort, url)
  if (rij === undefined) throw nietGevonden()
  await eisToegang(context, soort, rij)
  return rij
}

export async function eisToegang(context: Schrijfcontext, soort: Soort, { url }: Rij): Promise<void> {
  const toelating = toelatingVoor(context.aangemeld, verzamelingVan(soort).component, context.scopes)
  if (toelating === undefined) return
  const { aantal } = await context.schrijver.zoek(soort, { voorwaarden: gelijk('url', url), toelating })
  if (aantal === 0) throw geenToegang('Dit type valt buiten de autorisaties van deze applicatie.')
}

/** What a body points to must be here, and be something that this client may write to. */
export async function haalVan(
  context: Schrijfcontext,
  { soort, veld, url }: { readonly soort: Soort; readonly veld: string; readonly url: string },
): Promise<Rij> {
  const rij = await context.schrijver.haal(soort, url)
  if (rij === undefined) throw await nietHier(context, veld, soort, url)
  await eisToegang(context, soort, rij)
  return rij
}

/** Of something that is about to be made: whether this client may, by the lines for its type and level. */
export function eisTypeMag(
  { aangemeld, scopes }: Schrijfcontext,
  component: Onderdeel,
  { type, niveau }: { readonly type: string; readonly niveau?: unknown },
): void {
  const toelating = toelatingVoor(aangemeld, component, scopes)
  const mag = toelating?.some(
    (deel) =>
      (deel.type === undefined || deel.type === type) &&
      (deel.maximum === undefined || niveau === undefined || isHoogstens(niveau, deel.maximum)),
  )
  if (mag === false) throw geenToegang('Dit type valt buiten de autorisaties van deze applicatie.')
}

/** What may change: the row as it was, with the body over it when that is a part of it. */
export function samengevoegd({ json }: Schrijfcontext, oud: JsonObject, isDeel: boolean): unknown {
  if (!isDeel) return json
  return typeof json === 'object' && json !== null ? { ...oud, ...json } : json
}

export function eisGelijk(oud: JsonObject, nieuw: JsonObject, ...velden: readonly string[]): void {
  const anders = velden.filter((veld) => (nieuw[veld] ?? '') !== (oud[veld] ?? ''))
  if (anders.length > 0) {
    throw ongeldig(...anders.map((veld) => fout(veld, 'wijzigen-niet-toegelaten', 'Dit ligt vast.')))
  }
}

/** An address at somebody else's: believed, unless there is a way to look. `heeft` are the fields it must show. */
export async function foutenElders(
  { adressen, buiten }: Context,
  veld: string,
  url: string,
  heeft: readonly string[] = [],
): Promise<OngeldigVeld[]> {
  if (url === '' || buiten === undefined || adressen.ontleed(url) !== undefined) return []
  const gevonden = await buiten(url)
  if (gevonden === undefined) return [fout(veld, 'bad-url', 'Dit adres geeft niets.')]
  const { json } = gevonden
  const isVorm = typeof json === 'object' && json !== null && heeft.every((naam) => naam in json)
  return heeft.length === 0 || isVorm ? [] : [fout(veld, 'invalid-resource', 'Dit adres is van iets anders.')]
}

/** zrc-007: what is closed changes with a scope of its own only. */
export function eisOpen({ aangemeld }: Context, zaak: Rij): void {
  const geforceerd = { scope: 'zaken.geforceerd-bijwerken', type: String(zaak.zaaktype) }
  if (zaak.einddatum === null || heeftScope(aangemeld, 'zrc', geforceerd)) return
  throw geenToegang('De zaak is afgesloten; hiervoor is zaken.geforceerd-bijwerken nodig.')
}

/** A type must be in the catalogue, published, and belong to the type of the case. */
export async function eisType(
  context: Schrijfcontext,
  zaak: Rij,
  { soort, veld, url }: { soort: Soort; veld: string; url: string },
): Promise<Rij> {
  const type = await context.schrijver.haal(soort, url)
  if (type === undefined) throw await nietHier(context, veld, soort, url)
  if (type.zaaktype !== zaak.zaaktype) {
    throw ongeldig(fout('nonFieldErrors', 'zaaktype-mismatch', `Dit ${veld} hoort bij een ander zaaktype.`))
  }
  return type
}

/**
 * An address of nothing, or of something else than what belongs in this field. What is at somebody else's is something
 * else: only what is here can be tied to.
 */
export async function nietHier(
  { adressen, buiten }: Context,
  veld: string,
  soort: Soort,
  url: string,
): Promise<ZgwFout> {
  const gevonden = adressen.ontleed(url)
  const isAnders =
    gevonden === undefined
      ? /^https?:/.test(url) && (await buiten?.(url)) !== undefined
      : soortOp(gevonden.component, gevonden.delen[0] ?? '') !== soort
  return ongeldig(
    isAnders
      ? fout(veld, 'invalid-resource', 'Dit adres is van iets anders.')
      : fout(veld, 'bad-url', 'Op dit adres is hier niets.'),
  )
}

export async function zetBij(schrijver: ZgwSchrijver, zaak: Rij, veld: string, url: string): Promise<Rij> {
  const nieuw: Rij = { ...zaak, [veld]: [...lijst(zaak, veld), url] }
  await schrijver.zet('zaken', nieuw)
  return nieuw
}

export async function haalAf(
  schrijver: ZgwSchrijver,
  rij: Rij,
  veld: string,
  url: string,
  soort: Soort = 'zaken',
): Promise<void> {
  await schrijver.zet(soort, { ...rij, [veld]: lijst(rij, veld).filter((deel) => deel !== url) })
}

/** Takes away what hangs on a case and stands in a list of it, while the case is open. */
export async function verwijderDeel(
  context: Schrijfcontext,
  url: string,
  { soort, veld, resource }: { readonly soort: Soort; readonly veld: string; readonly resource: string },
): Promise<void> {
  const rij = await haalOp(context, soort, url)
  const zaak = await haalZaak(context, String(rij.zaak))
  eisOpen(context, zaak)
  await context.schrijver.verwijder(soort, url)
  await haalAf(context.schrijver, zaak, veld, url)
  meldZaak(context, zaak, { resource, url, actie: 'destroy' })
}

export function lijst(rij: Rij, veld: string): readonly string[] {
  const waarde = rij[veld]
  return Array.isArray(waarde) ? waarde.map(String) : []
}

/** Tells whoever listens that something changed at a case: where, never what. */
export function meldZaak(
  { meld, nu }: Pick<Context, 'meld' | 'nu'>,
  zaak: Rij,
  { resource, url, actie }: { resource: string; url: string; actie: string },
): void {
  meld({
    kanaal: 'zaken',
    hoofdObject: zaak.url,
    resource,
    resourceUrl: url,
    actie,
    aanmaakdatum: nu.toISOString(),
    kenmerken: {
      bronorganisatie: String(zaak.bronorganisatie),
      zaaktype: String(zaak.zaaktype),
      vertrouwelijkheidaanduiding: String(zaak.vertrouwelijkheidaanduiding),
    },
  })
}

/** The same about a document. */
export function meldDocument(
  { meld, nu }: Pick<Context, 'meld' | 'nu'>,
  document: Rij,
  { resource, url, actie }: Pick<Notificatie, 'resource' | 'actie'> & { url: string },
): void {
  meld({
    kanaal: 'documenten',
    hoofdObject: document.url,
    resource,
    resourceUrl: url,
    actie,
    aanmaakdatum: nu.toISOString(),
    kenmerken: {
      bronorganisatie: String(document.bronorganisatie),
      informatieobjecttype: String(document.informatieobjecttype),
      vertrouwelijkheidaanduiding: String(document.vertrouwelijkheidaanduiding),
    },
  })
}

export const gewijzigd = (isDeel: boolean): string => (isDeel ? 'partial_update' : 'update')

/** An address that was left empty is left out: an empty text is no address, and the files do not ask for it. */
export function zonderLeeg(rij: Rij, ...adressen: readonly string[]): Rij {
  const over = Object.entries(rij).filter(([veld, waarde]) => waarde !== '' || !adressen.includes(veld))
  // Nothing but empty fields went away; the address of the row itself is never empty.
  return Object.fromEntries(over) as Rij
}
