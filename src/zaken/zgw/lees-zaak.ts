import type { Datum } from '../../domain/index.ts'
import type { BronFout, BronUitkomst } from '../../platform/bron/index.ts'
import { bronalinea, brontekst } from '../brontekst.ts'
import { regelVoor, type Toonregel } from '../toonregel.ts'
import type { EigenRol, Resultaatgegevens, Statusgegevens, Zaakgegevens, Zaakref } from '../zaakgegevens.ts'
import type { Binnen } from './binnen.ts'
import { typegegevens, type Zaaktype } from './catalogus.ts'
import { type Gang, pad } from './klant.ts'
import { verwantVan } from './verwant.ts'
import {
  type RolVorm,
  resultaatVorm,
  rolVorm,
  type StatusVorm,
  statusVorm,
  type ZaakVorm,
  zaakVorm,
} from './vormen.ts'
import { besteRol, heeftNummer, isVan, rolfilter, type Wie } from './wie.ts'
import { isZaakZichtbaar } from './zichtbaar.ts'

/** A case that this person may see, with what is needed to go on. */
export interface Eigen {
  readonly soort: 'eigen'
  readonly ref: Zaakref
  readonly ruw: ZaakVorm
  readonly rol: EigenRol
  readonly type: Zaaktype
  readonly regel: Toonregel
}

export type Gekeurd =
  | Eigen
  /** Theirs perhaps, but not to be shown. */
  | { readonly soort: 'niet-getoond' }
  /** Nobody with their number has a role in it. */
  | { readonly soort: 'van-ander' }
  | { readonly soort: 'mislukt'; readonly fout: BronFout }

/** Long enough for the longest of the standard; what is longer is cut. */
const [nummerTekens, omschrijvingTekens, toelichtingTekens] = [40, 100, 1_000]

/** What may be asked along with a case, in one answer. */
export const uitTeVouwen = 'zaaktype,status,status.statustype,resultaat,resultaat.resultaattype,rollen'

/** Whose case is this, and may they see it? Asked again of every answer; whatever is not clear is no. */
export async function keur(binnen: Binnen, gang: Gang, wie: Wie, rij: unknown): Promise<Gekeurd> {
  const { instelling, catalogus } = binnen
  const gelezen = zaakVorm.safeParse(rij)
  const uuid = gelezen.success ? binnen.klant.adressen.uuidIn('zrc', 'zaken', gelezen.data.url) : undefined
  if (!gelezen.success || uuid === undefined) return mislukt(binnen, 'onleesbaar')
  const ruw = gelezen.data
  const rollen = await rollenVan(binnen, gang, ruw, rolfilter(wie))
  if (rollen.status !== 'ok') return alsMislukt(binnen, rollen)
  const vanHen = rollen.inhoud.filter((rol) => isVan(wie, rol))
  if (vanHen.length === 0) return { soort: 'van-ander' }
  const rol = besteRol(vanHen)
  if (rol === undefined) return { soort: 'niet-getoond' }
  if (!instelling.rsins.includes(ruw.verantwoordelijkeOrganisatie)) return { soort: 'niet-getoond' }
  const type = await catalogus.type(ruw.zaaktype, uitvouwing(ruw, 'zaaktype'))
  if (type.status !== 'ok') return alsMislukt(binnen, type)
  const regel = regelVoor(instelling.regels, type.inhoud.sleutel)
  if (!isZaakZichtbaar(ruw, type.inhoud, regel)) return { soort: 'niet-getoond' }
  return { soort: 'eigen', ref: { bron: instelling.id, uuid }, ruw, rol, type: type.inhoud, regel }
}

/** The case in our words; `isVolledig` is false when a part of it could not be had. */
export async function leesZaak(
  binnen: Binnen,
  gang: Gang,
  { ref, ruw, rol, type, regel }: Eigen,
): Promise<{ readonly zaak: Zaakgegevens; readonly isVolledig: boolean }> {
  const [status, resultaat] = await Promise.all([
    statusVan(binnen, gang, ruw, type, regel),
    resultaatVan(binnen, gang, ruw, regel),
  ])
  const { instelling, huis } = binnen
  const nummer = brontekst(ruw.identificatie, nummerTekens)
  const omschrijving = brontekst(ruw.omschrijving, omschrijvingTekens)
  const dagen = { geregistreerd: ruw.registratiedatum, einde: ruw.einddatum }
  const zaak: Zaakgegevens = {
    ref,
    ...(nummer === '' ? {} : { nummer }),
    organisatie: huis.organisatieVan?.(ruw.verantwoordelijkeOrganisatie) ?? instelling.id,
    type: typegegevens(type),
    ...(omschrijving === '' ? {} : { omschrijving }),
    rol,
    start: ruw.startdatum,
    ...datums({ ...dagen, gepland: ruw.einddatumGepland, uiterlijk: ruw.uiterlijkeEinddatumAfdoening }),
    isOpgeschort: ruw.opschorting?.indicatie === true,
    isVerlengd: (ruw.verlenging?.duur ?? '') !== '',
    ...(status === undefined ? {} : { status }),
    ...(resultaat === undefined ? {} : { resultaat }),
    verwant: verwantVan(binnen, ref, ruw),
  }
  const mistStatus = ruw.status !== '' && status === undefined
  const mistResultaat = ruw.resultaat !== '' && resultaat === undefined
  return { zaak, isVolledig: !mistStatus && !mistResultaat }
}

/** Of the expansion, or asked. Rows that cannot be read are nobody's. */
export async function rollenVan(
  { klant, huis }: Binnen,
  gang: Gang,
  ruw: Pick<ZaakVorm, 'url' | '_expand'>,
  filter: Readonly<Record<string, string>>,
): Promise<BronUitkomst<readonly RolVorm[]>> {
  const lees = (rijen: readonly unknown[]) =>
    rijen
      .flatMap((rij) => rolVorm.safeParse(rij).data ?? [])
      // A role of another case proves nothing about this one.
      .filter(({ zaak }) => zaak === ruw.url)
  const mee = uitvouwing(ruw, 'rollen')
  const gelezen = Array.isArray(mee) ? lees(mee) : []
  // Some put roles in without saying whose; then they are asked.
  if (gelezen.some(heeftNummer)) return { status: 'ok', inhoud: gelezen, op: huis.nu() }
  const plek = { component: 'zrc', pad: pad('rollen', { zaak: ruw.url, ...filter }) } as const
  const lijst = await klant.lijst(gang, plek, { handeling: 'rollen lezen' })
  return lijst.status === 'ok' ? { ...lijst, inhoud: lees(lijst.inhoud.rijen) } : lijst
}

async function statusVan(
  binnen: Binnen,
  gang: Gang,
  ruw: ZaakVorm,
  type: Zaaktype,
  regel: Toonregel,
): Promise<Statusgegevens | undefined> {
  if (ruw.status === '') return undefined
  const mee = statusVorm.safeParse(uitvouwing(ruw, 'status')).data
  if (mee?.url === ruw.status && mee.zaak === ruw.url) return alsStatus(binnen, mee, type, regel)
  const uitkomst = await binnen.klant.haal(gang, ruw.status, {
    handeling: 'status lezen',
    vorm: statusVorm,
    pastBij: ({ zaak }) => zaak === ruw.url,
  })
  return uitkomst.status === 'ok' ? alsStatus(binnen, uitkomst.inhoud, type, regel) : undefined
}

export async function alsStatus(
  { catalogus }: Binnen,
  status: StatusVorm,
  type: Zaaktype,
  regel: Toonregel,
): Promise<Statusgegevens | undefined> {
  const stap = await catalogus.stap(type, status.statustype, uitvouwing(status, 'statustype'))
  if (stap === undefined) return undefined
  const toelichting = regel.statustoelichting ? bronalinea(status.statustoelichting, toelichtingTekens) : ''
  return { ...stap, op: status.datumStatusGezet, ...(toelichting === '' ? {} : { toelichting }) }
}

async function resultaatVan(
  { klant, catalogus }: Binnen,
  gang: Gang,
  ruw: ZaakVorm,
  regel: Toonregel,
): Promise<Resultaatgegevens | undefined> {
  if (ruw.resultaat === '') return undefined
  const mee = resultaatVorm.safeParse(uitvouwing(ruw, 'resultaat')).data
  const isMee = mee?.url === ruw.resultaat && mee.zaak === ruw.url
  const uitkomst = isMee
    ? undefined
    : await klant.haal(gang, ruw.resultaat, {
        handeling: 'resultaat lezen',
        vorm: resultaatVorm,
        pastBij: ({ zaak }) => zaak === ruw.url,
      })
  const resultaat = isMee ? mee : uitkomst?.status === 'ok' ? uitkomst.inhoud : undefined
  if (resultaat === undefined) return undefined
  const namen = await catalogus.namen(resultaat.resultaattype, uitvouwing(resultaat, 'resultaattype'))
  if (namen === undefined) return undefined
  // Written by the same hand as the text with a status, and shown under the same rule.
  const toelichting = regel.statustoelichting ? bronalinea(resultaat.toelichting, toelichtingTekens) : ''
  return { namen, ...(toelichting === '' ? {} : { toelichting }) }
}

export function uitvouwing(
  van: { readonly _expand?: Record<string, unknown> | undefined },
  naam: string,
): unknown {
  const uit = van._expand
  return uit !== undefined && Object.hasOwn(uit, naam) ? uit[naam] : undefined
}

/** Only the days that are known. */
export function datums<K extends string>(dagen: Readonly<Record<K, Datum | null | undefined>>) {
  const bekend = Object.entries<Datum | null | undefined>(dagen).filter(
    ([, dag]) => dag !== null && dag !== undefined,
  )
  // The keys are those that came in, and what has no day is gone.
  return Object.fromEntries(bekend) as Partial<Record<K, Datum>>
}

function mislukt({ huis }: Binnen, soort: BronFout['soort']): Gekeurd {
  return { soort: 'mislukt', fout: { status: 'fout', soort, sinds: huis.nu() } }
}

/** A reference to what is not there is an answer that cannot be read. */
function alsMislukt(binnen: Binnen, uitkomst: Exclude<BronUitkomst<unknown>, { status: 'ok' }>): Gekeurd {
  return uitkomst.status === 'fout' ? { soort: 'mislukt', fout: uitkomst } : mislukt(binnen, 'onleesbaar')
}
