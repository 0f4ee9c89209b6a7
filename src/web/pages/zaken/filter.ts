import { ONDERWERPEN, type Onderwerp } from '../../../corpus/index.ts'
import type { Zaakbeeld } from '../../../zaken/index.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { moetIets, zeg } from './woorden.ts'

/** Named limits: fewer cases than this are cards, more are a table; so many rows stand on one page. */
export const KAARTEN_TOT = 10
const PER_BLADZIJ = 20
export const HOOGSTENS_ZOEKTEKENS = 100

export interface Zakenfilter {
  readonly stand: 'lopend' | 'afgerond'
  readonly organisatie?: string
  readonly onderwerp?: Onderwerp
  /** From 1. */
  readonly bladzij: number
  /** What somebody typed; from a form that was sent, never from an address. */
  readonly tekst: string
}

/** What stands after the `?` counts only when it is a word of ours or looks like an id. */
export function leesFilter(zoek: URLSearchParams, tekst: string | null = null): Zakenfilter {
  const organisatie = zoek.get('organisatie') ?? ''
  const onderwerp = ONDERWERPEN.find((een) => een === zoek.get('onderwerp'))
  const n = zoek.get('n') ?? ''
  return {
    stand: zoek.get('stand') === 'afgerond' ? 'afgerond' : 'lopend',
    ...(/^[a-zA-Z0-9-]{1,64}$/.test(organisatie) && { organisatie }),
    ...(onderwerp !== undefined && { onderwerp }),
    bladzij: /^[1-9]\d{0,2}$/.test(n) ? Number(n) : 1,
    tekst: (tekst ?? '').trim().slice(0, HOOGSTENS_ZOEKTEKENS),
  }
}

/** For an address: without the page, and without what was typed. */
export function filterdelen({
  stand,
  organisatie,
  onderwerp,
}: Zakenfilter): Readonly<Record<string, string>> {
  return {
    ...(stand === 'afgerond' && { stand }),
    ...(organisatie !== undefined && { organisatie }),
    ...(onderwerp !== undefined && { onderwerp }),
  }
}

/** For the same list in another language. */
export function zoekdeel(zoek: URLSearchParams): string {
  const filter = leesFilter(zoek)
  const uit = new URLSearchParams(filterdelen(filter))
  if (filter.bladzij > 1) uit.set('n', String(filter.bladzij))
  return uit.size === 0 ? '' : `?${uit}`
}

export interface Ingedeeld {
  /** Where they must act; first, whatever tab is open. */
  readonly actie: readonly Zaakbeeld[]
  readonly lopend: readonly Zaakbeeld[]
  readonly afgerond: readonly Zaakbeeld[]
}

export function deelIn(
  zaken: readonly Zaakbeeld[],
  filter: Zakenfilter,
  delen: { readonly spraak: Spraak; readonly naamVan: (organisatie: string) => string },
): Ingedeeld {
  const gekozen = zaken.filter((zaak) => past(zaak, filter, delen))
  return {
    actie: gekozen.filter(moetIets),
    lopend: gekozen.filter((zaak) => zaak.einde === undefined && !moetIets(zaak)),
    afgerond: gekozen.filter(({ einde }) => einde !== undefined),
  }
}

function past(
  zaak: Zaakbeeld,
  { organisatie, onderwerp, tekst }: Zakenfilter,
  { spraak, naamVan }: { readonly spraak: Spraak; readonly naamVan: (organisatie: string) => string },
): boolean {
  if (organisatie !== undefined && zaak.organisatie !== organisatie) return false
  if (onderwerp !== undefined && zaak.onderwerp !== onderwerp) return false
  if (tekst === '') return true
  const { titel, status, straks, resultaat, nummer, organisatie: van } = zaak
  const woorden = [titel, status, straks, resultaat].flatMap((wat) => (wat ? [zeg(spraak, wat).tekst] : []))
  const waarin = plat([...woorden, nummer ?? '', naamVan(van)].join(' '))
  return plat(tekst)
    .split(' ')
    .every((woord) => waarin.includes(woord))
}

/** Capitals and accents make no difference. */
function plat(tekst: string): string {
  return tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export interface Bladzij {
  readonly rij: readonly Zaakbeeld[]
  readonly nu: number
  readonly bladzijden: number
}

export function bladzijVan(zaken: readonly Zaakbeeld[], { bladzij }: Zakenfilter): Bladzij {
  const bladzijden = Math.max(1, Math.ceil(zaken.length / PER_BLADZIJ))
  const nu = Math.min(bladzij, bladzijden)
  return { rij: zaken.slice((nu - 1) * PER_BLADZIJ, nu * PER_BLADZIJ), nu, bladzijden }
}
