import { type Datum, jaarVan } from '../kalender/index.ts'
import { type Deeldatum, isHele, isMeerderjarig } from './deeldatum.ts'
import type { Gegeven } from './gegeven.ts'
import type { Inkomensgegevens } from './inkomensregister.ts'
import type { BronId } from './kluistoegang.ts'
import type { Kind, Persoonsgegevens } from './persoonsregister.ts'

/** Where a fact comes from, by its JSON Pointer in the household: `/aanvrager/geboortedatum`. */
export interface Herkomst {
  readonly bron: BronId
  readonly datum: Datum | undefined
  readonly opgehaaldOp: Date
}

export interface Huishoudfeiten {
  /** A part of `huishouden` of the evaluation contract. A missing key: the sources do not say. */
  readonly huishouden: Readonly<Record<string, unknown>>
  readonly herkomst: ReadonlyMap<string, Herkomst>
}

/** The source was asked and does not know: also where the vocabulary would otherwise assume something. */
const zweeg = { onbekend: 'bron-zweeg' } as const

/** Collects facts with their source. */
class Verzameling {
  readonly huishouden: Record<string, unknown> = {}
  readonly herkomst = new Map<string, Herkomst>()

  zet(groep: string, sleutel: string, waarde: unknown, uit: Gegeven<unknown>): void {
    if (waarde === undefined) return
    const vorige = this.huishouden[groep]
    this.huishouden[groep] = { ...(vorige instanceof Object ? vorige : {}), [sleutel]: waarde }
    this.#onthoud(`/${groep}/${sleutel}`, uit)
  }

  zetHele(groep: string, waarde: unknown, uit: Gegeven<unknown>): void {
    this.huishouden[groep] = waarde
    this.#onthoud(`/${groep}`, uit)
  }

  #onthoud(pointer: string, { bron, datum, opgehaaldOp }: Gegeven<unknown>): void {
    this.herkomst.set(pointer, { bron, datum, opgehaaldOp })
  }
}

/**
 * Turns what registers say into facts for the rules, as it is on a day. Strict: what a source doubts or does not
 * say stays unknown, and so does what only people themselves know.
 */
export function huishoudfeiten(
  bronnen: { readonly brp?: Persoonsgegevens | undefined; readonly inkomen?: Inkomensgegevens | undefined },
  op: Datum,
  /** The place, when it is known from elsewhere. */
  gebied?: string,
): Huishoudfeiten {
  const feiten = new Verzameling()
  const { brp, inkomen } = bronnen
  if (brp !== undefined && !brp.isOverleden) uitPersoonsregister(feiten, brp, op)
  const plaats = brp === undefined || brp.adres.isInOnderzoek ? gebied : (brp.adres.waarde.gebied ?? gebied)
  if (inkomen !== undefined && plaats !== undefined && inkomen.valuta === valutaVan(plaats)) {
    uitInkomensregister(feiten, inkomen, op)
  }
  return feiten
}

/** Somebody takes back that a source may be used: everything that came from it goes. */
export function zonderBron({ huishouden, herkomst }: Huishoudfeiten, bron: BronId): Huishoudfeiten {
  const over = structuredClone(huishouden) as Record<string, unknown> // a copy of plain JSON is of the same shape
  const rest = new Map(herkomst)
  for (const [pointer, uit] of herkomst) {
    if (uit.bron !== bron) continue
    rest.delete(pointer)
    const [, groep = '', sleutel] = pointer.split('/')
    const inhoud = over[groep]
    if (sleutel !== undefined && inhoud instanceof Object) Reflect.deleteProperty(inhoud, sleutel)
    if (sleutel === undefined || (inhoud instanceof Object && Object.keys(inhoud).length === 0)) {
      delete over[groep]
    }
  }
  return { huishouden: over, herkomst: rest }
}

function uitPersoonsregister(feiten: Verzameling, brp: Persoonsgegevens, op: Datum): void {
  const { geboortedatum, adres, partner, kinderen } = brp
  if (!geboortedatum.isInOnderzoek) {
    feiten.zet('aanvrager', 'geboortedatum', feitVanDatum(geboortedatum.waarde), geboortedatum)
  }
  if (!adres.isInOnderzoek) feiten.zet('woning', 'gemeente', adres.waarde.gebied, adres)
  if (!kinderen.isInOnderzoek) {
    feiten.zetHele(
      'kinderen',
      kinderen.waarde.map((kind) => kindFeiten(kind, op)),
      kinderen,
    )
  }
  if (!partner.isInOnderzoek) metWie(feiten, brp, op)
}

/**
 * Married: the partner is known, and so is who else lives there. Not married: only when no other adult lives at the
 * address it is sure that there is no partner; else one of them may be, and only the person can say.
 */
function metWie(feiten: Verzameling, { partner, medebewoners, adres }: Persoonsgegevens, op: Datum): void {
  const anderen = medebewoners === undefined || 'status' in medebewoners ? undefined : medebewoners
  const isHuisZeker = anderen !== undefined && !anderen.isInOnderzoek && !adres.isInOnderzoek
  const { waarde } = partner
  if (waarde !== null) {
    const zelfdeAdres = adres.isInOnderzoek ? undefined : waarde.isZelfdeAdres
    const feit = {
      geboortedatum: feitVanDatum(waarde.geboren) ?? zweeg,
      gehuwd: true,
      zelfde_adres: zelfdeAdres ?? zweeg,
    }
    feiten.zetHele('partner', feit, partner)
  }
  if (!isHuisZeker) return
  const kanPartnerZijn = anderen.waarde.some(({ geboren }) => isMeerderjarig(geboren, op) !== false)
  if (waarde === null && kanPartnerZijn) return
  if (waarde === null) feiten.zetHele('partner', null, partner)
  feiten.zetHele(
    'medebewoners',
    anderen.waarde.map(({ geboren }) => ({ geboortedatum: feitVanDatum(geboren) ?? zweeg })),
    anderen,
  )
}

/** A child registered elsewhere: grown up it lives elsewhere; younger it may be here half of the week. */
function kindFeiten({ geboren, isZelfdeAdres }: Kind, op: Datum): Readonly<Record<string, unknown>> {
  const isVolwassen = isMeerderjarig(geboren, op)
  const thuiswonend = isZelfdeAdres === false && isVolwassen !== true ? undefined : isZelfdeAdres
  return { geboortedatum: feitVanDatum(geboren) ?? zweeg, thuiswonend: thuiswonend ?? zweeg }
}

function uitInkomensregister(feiten: Verzameling, inkomen: Inkomensgegevens, op: Datum): void {
  const jaar = jaarVan(op)
  const ditJaar = inkomen.toetsingsinkomens.find(({ waarde }) => waarde.jaar === jaar)
  if (ditJaar !== undefined && !ditJaar.isInOnderzoek) {
    feiten.zet('aanvrager', 'toetsingsinkomen', ditJaar.waarde.bedrag, ditJaar)
  }
  const { vermogen, nettoMaandinkomen: maand } = inkomen
  // The law looks at 1 January of the year; another day says nothing about it.
  if (vermogen !== undefined && !vermogen.isInOnderzoek && vermogen.datum === `${jaar}-01-01`) {
    feiten.zet('aanvrager', 'vermogen', vermogen.waarde, vermogen)
  }
  const isVanDitJaar = maand?.datum !== undefined && jaarVan(maand.datum) === jaar && maand.datum <= op
  if (maand !== undefined && !maand.isInOnderzoek && isVanDitJaar) {
    feiten.zet('aanvrager', 'netto_maandinkomen', maand.waarde, maand)
  }
}

function feitVanDatum(datum: Deeldatum | undefined): unknown {
  if (datum === undefined) return undefined
  return isHele(datum) ? datum.van : { van: datum.van, tot: datum.tot }
}

/** On the islands the law counts in dollars. */
function valutaVan(gebied: string): 'EUR' | 'USD' {
  return ['bonaire', 'saba', 'sint-eustatius'].includes(gebied) ? 'USD' : 'EUR'
}
