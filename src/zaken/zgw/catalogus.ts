import type { ZodType, z } from 'zod'
import type { BronUitkomst } from '../../platform/bron/index.ts'
import { bronalinea, brontekst } from '../brontekst.ts'
import type { Stap, Zaaktypegegevens } from '../zaakgegevens.ts'
import { type Klant, pad } from './klant.ts'
import { type Houdbaar, Voorraad } from './voorraad.ts'
import {
  catalogusVorm,
  naamtypeVorm,
  type StatustypeVorm,
  statustypeVorm,
  typerichtingVorm,
  type ZaaktypeVorm,
  zaaktypeVorm,
} from './vormen.ts'

export interface Zaaktype extends Zaaktypegegevens {
  readonly indicatieInternOfExtern: 'intern' | 'extern'
  readonly informatieobjecttypen: readonly string[]
  readonly statustypen: ReadonlyMap<string, Stap>
}

export type Richting = 'inkomend' | 'intern' | 'uitgaand'

/**
 * The types of one source: the same for everybody, so kept for all together. What came along with a case (expand) need
 * not be asked.
 */
export interface Catalogus {
  readonly type: (url: string, meegekomen?: unknown) => Promise<BronUitkomst<Zaaktype>>
  readonly stap: (type: Zaaktype, url: string, meegekomen?: unknown) => Promise<Stap | undefined>
  /** Of a result or of a decision. */
  readonly namen: (url: string, meegekomen?: unknown) => Promise<readonly string[] | undefined>
  /** Which way documents of a type go in a type of case. Empty: the catalogue says nothing of it. */
  readonly richtingen: (zaaktype: string) => Promise<BronUitkomst<ReadonlyMap<string, Richting>>>
}

/** Published types do not change; which there are does. */
const houdbaar: Houdbaar = { max: 2_000, versMs: 60 * 60_000, noodMs: 24 * 60 * 60_000 }

/** Longest in the standard: names 80, the text for residents 1,000. */
const [naamTekens, statusTekens] = [100, 1_000]

export function createCatalogus(klant: Klant, nu: () => Date): Catalogus {
  const opAdres = new Voorraad<unknown>(houdbaar, nu)
  const lijsten = new Voorraad<readonly unknown[]>(houdbaar, nu)
  // What was made of what is kept, for as long as that is kept: thirty cases of one type read it once.
  const alsVorm = perInhoud((inhoud: unknown) => perInhoud((vorm: ZodType) => vorm.safeParse(inhoud)))
  const alsStappen = perInhoud(stappenIn)
  const alsType = perInhoud((zaaktype: ZaaktypeVorm) =>
    perInhoud((catalogus: z.infer<typeof catalogusVorm>) =>
      perInhoud((stappen: ReadonlyMap<string, Stap>) => alsZaaktype(zaaktype, catalogus, stappen)),
    ),
  )

  async function een<T extends { readonly url: string }>(
    url: string,
    vorm: ZodType<T>,
    handeling: string,
    meegekomen?: unknown,
  ): Promise<BronUitkomst<T>> {
    const klaar = opAdres.pak(url)
    if (klaar === undefined && meegekomen !== undefined) {
      const gelezen = vorm.safeParse(meegekomen)
      if (gelezen.success && gelezen.data.url === url) opAdres.leg(url, gelezen.data)
    }
    const uitkomst = await opAdres.haal(url, (etag) =>
      klant.haalVers(url, { handeling, vorm, pastBij: (inhoud) => inhoud.url === url }, etag),
    )
    if (uitkomst.status !== 'ok') return uitkomst
    // Under one address only one kind of thing is kept; read again it proves which.
    const gelezen = alsVorm(uitkomst.inhoud)(vorm)
    return gelezen.success
      ? // Of `vorm`, which gave it.
        { ...uitkomst, inhoud: gelezen.data as T }
      : { status: 'fout', soort: 'onleesbaar', sinds: uitkomst.op }
  }

  async function zaaktypeMetCatalogus(url: string, meegekomen: unknown) {
    const zaaktype = await een<ZaaktypeVorm>(url, zaaktypeVorm, 'zaaktype lezen', meegekomen)
    if (zaaktype.status !== 'ok') return zaaktype
    const catalogus = await een(zaaktype.inhoud.catalogus, catalogusVorm, 'catalogus lezen')
    if (catalogus.status !== 'ok') return catalogus
    return { ...zaaktype, inhoud: { zaaktype: zaaktype.inhoud, catalogus: catalogus.inhoud } }
  }

  async function rijenVan(verzameling: string, zaaktype: string, handeling: string) {
    const plek = { component: 'ztc', pad: pad(verzameling, { zaaktype }) } as const
    return lijsten.haal(plek.pad, async () => {
      const lijst = await klant.lijst({}, plek, { handeling })
      // A source that does not have this kind of list has nothing in it.
      if (lijst.status === 'niet-gevonden') return { status: 'ok', inhoud: { inhoud: [] }, op: lijst.op }
      if (lijst.status !== 'ok') return lijst
      const { rijen, isVolledig } = lijst.inhoud
      if (!isVolledig) return { status: 'fout', soort: 'onleesbaar', sinds: lijst.op }
      return { status: 'ok', inhoud: { inhoud: rijen }, op: lijst.op }
    })
  }

  async function statustypenVan(zaaktype: string): Promise<ReadonlyMap<string, Stap>> {
    const uitkomst = await rijenVan('statustypen', zaaktype, 'statustypen lezen')
    // Without them each step is read by itself.
    return alsStappen(uitkomst.status === 'ok' ? uitkomst.inhoud : geenRijen)
  }

  return {
    async type(url, meegekomen) {
      // A type of somebody else is looked up nowhere.
      if (klant.adressen.uuidIn('ztc', 'zaaktypen', url) === undefined) {
        return { status: 'fout', soort: 'onleesbaar', sinds: nu() }
      }
      const [eigen, statustypen] = await Promise.all([
        zaaktypeMetCatalogus(url, meegekomen),
        statustypenVan(url),
      ])
      if (eigen.status !== 'ok') return eigen
      const { zaaktype, catalogus } = eigen.inhoud
      return { status: 'ok', inhoud: alsType(zaaktype)(catalogus)(statustypen), op: eigen.op }
    },

    async stap({ statustypen }, url, meegekomen) {
      const bekend = statustypen.get(url)
      if (bekend !== undefined) return bekend
      const uitkomst = await een<StatustypeVorm>(url, statustypeVorm, 'statustype lezen', meegekomen)
      return uitkomst.status === 'ok' ? alsStap(uitkomst.inhoud) : undefined
    },

    async namen(url, meegekomen) {
      const uitkomst = await een(url, naamtypeVorm, 'type lezen', meegekomen)
      if (uitkomst.status !== 'ok') return undefined
      const { omschrijvingGeneriek, omschrijving } = uitkomst.inhoud
      return namenVan(omschrijvingGeneriek, omschrijving)
    },

    async richtingen(zaaktype) {
      const uitkomst = await rijenVan('zaaktype-informatieobjecttypen', zaaktype, 'documenttypen lezen')
      if (uitkomst.status !== 'ok') return uitkomst
      const { inhoud: rijen, op } = uitkomst
      const richtingen = richtingenIn(rijen)
      // It says something, and we cannot read what.
      if (rijen.length > 0 && richtingen.size === 0) return { status: 'fout', soort: 'onleesbaar', sinds: op }
      return { status: 'ok', inhoud: richtingen, op }
    },
  }
}

/** Made once of each thing, for as long as that thing lives; of what is no thing each time. */
function perInhoud<In, Uit>(maak: (inhoud: In) => Uit): (inhoud: In) => Uit {
  const gemaakt = new WeakMap<WeakKey, { readonly uit: Uit }>()
  return (inhoud) => {
    if (typeof inhoud !== 'object' || inhoud === null) return maak(inhoud)
    const bekend = gemaakt.get(inhoud) ?? { uit: maak(inhoud) }
    gemaakt.set(inhoud, bekend)
    return bekend.uit
  }
}

const geenRijen: readonly unknown[] = []

function stappenIn(rijen: readonly unknown[]): ReadonlyMap<string, Stap> {
  const gelezen = rijen.flatMap((rij) => statustypeVorm.safeParse(rij).data ?? [])
  return new Map(
    gelezen
      .sort((a, b) => a.volgnummer - b.volgnummer)
      .map((statustype) => [statustype.url, alsStap(statustype)]),
  )
}

function richtingenIn(rijen: readonly unknown[]): ReadonlyMap<string, Richting> {
  return new Map(
    rijen
      .flatMap((rij) => typerichtingVorm.safeParse(rij).data ?? [])
      .sort((a, b) => a.volgnummer - b.volgnummer)
      .flatMap(({ informatieobjecttype, richting }) => {
        const bekend = (['inkomend', 'intern', 'uitgaand'] as const).find((een) => een === richting)
        return bekend === undefined ? [] : [[informatieobjecttype, bekend] as const]
      }),
  )
}

function alsStap({ volgnummer, isEindstatus, ...tekst }: StatustypeVorm): Stap {
  const statustekst = bronalinea(tekst.statustekst, statusTekens)
  const namen = namenVan(tekst.omschrijvingGeneriek, tekst.omschrijving)
  return { volgnummer, isEinde: isEindstatus, namen: uniek([statustekst, ...namen]) }
}

function alsZaaktype(
  zaaktype: ZaaktypeVorm,
  { domein, rsin }: { readonly domein: string; readonly rsin: string },
  statustypen: ReadonlyMap<string, Stap>,
): Zaaktype {
  const { identificatie, doorlooptijd, servicenorm, indicatieInternOfExtern, informatieobjecttypen } =
    zaaktype
  return {
    sleutel: { domein, rsin, identificatie },
    namen: namenVan(zaaktype.omschrijvingGeneriek, zaaktype.omschrijving),
    ...(isDuur(doorlooptijd) ? { doorlooptijd } : {}),
    ...(isDuur(servicenorm) ? { servicenorm } : {}),
    isAanvraagMetBesluit: /^aanvra/i.test(zaaktype.handelingInitiator) && zaaktype.besluittypen.length > 0,
    stappen: [...statustypen.values()],
    statustypen,
    indicatieInternOfExtern,
    informatieobjecttypen,
  }
}

/** What leaves the adapter of a type. */
export function typegegevens({
  sleutel,
  namen,
  doorlooptijd,
  servicenorm,
  stappen,
  isAanvraagMetBesluit,
}: Zaaktype): Zaaktypegegevens {
  return {
    sleutel,
    namen,
    stappen,
    ...(doorlooptijd === undefined ? {} : { doorlooptijd }),
    ...(servicenorm === undefined ? {} : { servicenorm }),
    ...(isAanvraagMetBesluit === true ? { isAanvraagMetBesluit } : {}),
  }
}

const namenVan = (...namen: readonly string[]) => uniek(namen.map((naam) => brontekst(naam, naamTekens)))
const uniek = (teksten: readonly string[]) => [...new Set(teksten)].filter((tekst) => tekst !== '')
const isDuur = (tekst: string) => /^P(?=.)(\d+[YMWD])*(T.*)?$/.test(tekst)
