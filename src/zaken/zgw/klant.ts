import type { ZodType } from 'zod'
import {
  alsJson,
  type Bron,
  type BronFout,
  type BronOproep,
  type BronUitkomst,
  type Spoor,
} from '../../platform/bron/index.ts'
import { crsKoppen } from '../../zgw/index.ts'
import type { Adressen, Component, Plek } from './adressen.ts'
import type { Vers } from './voorraad.ts'
import { lijstVorm } from './vormen.ts'

/** One errand of a person at a source: for whom it is, in which trace, and until when it may take. */
export interface Gang {
  readonly namens?: string | undefined
  readonly spoor?: Spoor | undefined
  readonly uiterlijkMs?: number
}

export interface Zgwvraag<T> {
  readonly handeling: string
  readonly vorm: ZodType<T>
  /** The search that reads. */
  readonly json?: unknown
  readonly pastBij?: (inhoud: T) => boolean
}

export interface Rijen {
  readonly rijen: readonly unknown[]
  /** There was more than we read, or more that could not be had. */
  readonly isVolledig: boolean
}

/** Named limits of one list. */
const maxPaginas = 20
const maxRijen = 500

export type Bronnen = Readonly<Partial<Record<Component, Bron>>>

export interface Klant {
  readonly adressen: Adressen
  readonly bron: (component: Component) => Bron | undefined
  /** What stands at this place; to a place outside the source nothing is sent. */
  readonly haal: <T>(gang: Gang, waar: Plek | string, vraag: Zgwvraag<T>) => Promise<BronUitkomst<T>>
  /** With the mark of what we have. */
  readonly haalVers: <T>(
    waar: Plek | string,
    vraag: Zgwvraag<T>,
    etag: string | undefined,
  ) => Promise<BronUitkomst<Vers<T>>>
  /** All pages, as far as the limits go. A page that fails after the first makes it less than whole. */
  readonly lijst: (
    gang: Gang,
    waar: Plek,
    vraag: Omit<Zgwvraag<unknown>, 'vorm' | 'pastBij'>,
  ) => Promise<BronUitkomst<Rijen>>
  /** Makes something, once: what went wrong on the way may have been made. */
  readonly maak: <T>(
    gang: Gang,
    component: Component,
    verzameling: string,
    vraag: Zgwvraag<T>,
  ) => Promise<BronUitkomst<T>>
  /** Of which the answer says no more than that it went well. */
  readonly stuur: (
    gang: Gang,
    component: Component,
    verzoek: Omit<BronOproep<void>, 'lees' | 'spoor' | 'namens' | 'totaalMs'>,
  ) => Promise<BronUitkomst<void>>
  /** So much time is left; `undefined`: as much as the source has. */
  readonly restMs: (gang: Gang) => number | undefined
}

export function createKlant(bronnen: Bronnen, adressen: Adressen, nu: () => Date): Klant {
  const restMs = ({ uiterlijkMs }: Gang) =>
    uiterlijkMs === undefined ? undefined : uiterlijkMs - nu().getTime()
  const nietGegaan = (soort: BronFout['soort']): BronFout => ({ status: 'fout', soort, sinds: nu() })
  const plekVan = (waar: Plek | string) => (typeof waar === 'string' ? adressen.ontleed(waar) : waar)

  const haal: Klant['haal'] = async (gang, waar, vraag) => {
    const plek = plekVan(waar)
    const bron = plek && bronnen[plek.component]
    // An address of somebody else in an answer: the answer is wrong, and nobody is asked.
    if (plek === undefined || bron === undefined) return nietGegaan('onleesbaar')
    const rest = restMs(gang)
    if (rest !== undefined && rest <= 0) return nietGegaan('te-laat')
    const { handeling, vorm, json, pastBij } = vraag
    return bron.vraag({
      ...verzoekVoor(plek, gang, handeling, json),
      totaalMs: rest,
      vorm,
      ...(pastBij === undefined ? {} : { pastBij }),
    })
  }

  const haalVers = async <T>(
    waar: Plek | string,
    { handeling, vorm, pastBij }: Zgwvraag<T>,
    etag: string | undefined,
  ): Promise<BronUitkomst<Vers<T>>> => {
    const plek = plekVan(waar)
    const bron = plek && bronnen[plek.component]
    if (plek === undefined || bron === undefined) return nietGegaan('onleesbaar')
    const lees = alsJson(vorm, pastBij)
    return bron.roep<Vers<T>>({
      ...verzoekVoor(plek, {}, handeling, undefined),
      koppen: etag === undefined ? {} : { 'if-none-match': etag },
      lees: (antwoord) => {
        if (antwoord.http === 304) return { soort: 'gelezen', inhoud: 'ongewijzigd' }
        const gelezen = lees(antwoord)
        if (gelezen.soort !== 'gelezen') return gelezen
        return { soort: 'gelezen', inhoud: { inhoud: gelezen.inhoud, etag: antwoord.koppen.etag } }
      },
    })
  }

  const lijst: Klant['lijst'] = async (gang, waar, vraag) => {
    const eerste = await haal(gang, waar, { ...vraag, vorm: lijstVorm })
    if (eerste.status !== 'ok') return eerste
    const rijen = [...eerste.inhoud.results]
    const geweest = new Set([waar.pad])
    let volgende = eerste.inhoud.next
    const klaar = (isVolledig: boolean): BronUitkomst<Rijen> => ({
      status: 'ok',
      inhoud: { rijen: rijen.slice(0, maxRijen), isVolledig },
      op: eerste.op,
    })
    while (volgende !== undefined && volgende !== null && volgende !== '') {
      const plek = typeof volgende === 'string' ? adressen.ontleed(volgende) : undefined
      // Another host, another list, or a page that we have seen: then there is no end to it.
      const isVerder =
        plek?.component === waar.component && naamVan(plek) === naamVan(waar) && !geweest.has(plek.pad)
      if (!isVerder || geweest.size >= maxPaginas || rijen.length >= maxRijen) return klaar(false)
      geweest.add(plek.pad)
      const pagina = await haal(gang, plek, { ...vraag, vorm: lijstVorm })
      if (pagina.status !== 'ok') return klaar(false)
      rijen.push(...pagina.inhoud.results)
      volgende = pagina.inhoud.next
    }
    return klaar(rijen.length <= maxRijen)
  }

  const maak: Klant['maak'] = async (gang, component, verzameling, { handeling, json, vorm }) => {
    const bron = bronnen[component]
    if (bron === undefined) return nietGegaan('onbegrepen')
    const verzoek = verzoekVoor({ component, pad: verzameling }, gang, handeling, json)
    return bron.vraag({ ...verzoek, isHerhaalbaar: false, vorm })
  }

  const stuur: Klant['stuur'] = async ({ spoor, namens }, component, verzoek) => {
    const bron = bronnen[component]
    if (bron === undefined) return nietGegaan('onbegrepen')
    return bron.roep<void>({
      ...verzoek,
      spoor,
      namens,
      lees: () => ({ soort: 'gelezen', inhoud: undefined }),
    })
  }

  return { adressen, bron: (component) => bronnen[component], haal, haalVers, lijst, maak, stuur, restMs }
}

const naamVan = ({ pad }: Plek) => pad.split('?')[0]

function verzoekVoor({ component, pad }: Plek, gang: Gang, handeling: string, json: unknown) {
  const isZaak = component === 'zrc' && /^zaken([/?]|$)/.test(pad)
  return {
    handeling,
    methode: json === undefined ? ('GET' as const) : ('POST' as const),
    pad,
    json,
    // All of this reads.
    isHerhaalbaar: true,
    spoor: gang.spoor,
    namens: gang.namens,
    ...(isZaak ? { koppen: crsKoppen } : {}),
  }
}

export function pad(verzameling: string, filters: Readonly<Record<string, string>> = {}): string {
  const vraag = new URLSearchParams(filters).toString()
  return vraag === '' ? verzameling : `${verzameling}?${vraag}`
}
