/** What somebody fills in for the model: numbers, of nobody, so they may stand in the address. */
import type { Modelvraag } from '../../../lijnen/index.ts'
import { leesGetal } from '../../invoer/getal.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Spraak } from '../../ui/spraak.ts'

export const modelvelden = ['medewerkers', 'bezetting', 'aandeel', 'minuten', 'geduld', 'team', 'k'] as const
export type Modelveld = (typeof modelvelden)[number]

interface Veldregel {
  readonly van: number
  readonly tot: number
  readonly decimalen: 0 | 1
  /** What stands there when nobody filled in anything: the question of the first example. */
  readonly begin: string
  readonly magLeeg?: true
}

/** Named limits of the form; the model has its own. */
export const modelregels: Readonly<Record<Modelveld, Veldregel>> = {
  medewerkers: { van: 2, tot: 500, decimalen: 0, begin: '50' },
  bezetting: { van: 1, tot: 150, decimalen: 1, begin: '95' },
  aandeel: { van: 0.1, tot: 50, decimalen: 1, begin: '3' },
  minuten: { van: 0.5, tot: 120, decimalen: 1, begin: '8' },
  geduld: { van: 0.5, tot: 240, decimalen: 1, begin: '', magLeeg: true },
  team: { van: 1, tot: 499, decimalen: 0, begin: '2' },
  k: { van: 0, tot: 10, decimalen: 1, begin: '1' },
}

export interface GelezenModel {
  readonly getypt: Readonly<Record<Modelveld, string>>
  readonly fouten: readonly Veldfout[]
  /** Absent with faults. */
  readonly vraag: Modelvraag | undefined
  readonly k: number
  /** Somebody filled in something: then the calls are played as well. */
  readonly isGevraagd: boolean
  readonly zaad: number
}

const HOOGSTENS_LETTERS = 12
export const EERSTE_ZAAD = 8
/** Named limit: after so many times chance it begins anew. */
const HOOGSTENS_ZAAD = 999

export function leesModel(zoek: URLSearchParams, spraak: Spraak): GelezenModel {
  const isGevraagd = modelvelden.some((veld) => zoek.has(veld))
  const getypt = Object.fromEntries(
    modelvelden.map((veld) => [
      veld,
      isGevraagd ? (zoek.get(veld) ?? '').slice(0, HOOGSTENS_LETTERS) : modelregels[veld].begin,
    ]),
  ) as Record<Modelveld, string> // one for each field
  const gelezen = new Map<Modelveld, number>()
  const fouten: Veldfout[] = []
  for (const veld of modelvelden) {
    const fout = leesVeld(veld, getypt[veld], spraak, gelezen)
    if (fout !== undefined) fouten.push({ veld, naam: spraak.t(`lijnmodel.veld.${veld}`), tekst: fout })
  }
  const getal = (veld: Modelveld) => gelezen.get(veld) ?? 0
  if (fouten.length === 0 && getal('team') >= getal('medewerkers'))
    fouten.push({
      veld: 'team',
      naam: spraak.t('lijnmodel.veld.team'),
      tekst: spraak.t('lijnmodel.fout.team', { n: getal('medewerkers') - 1 }),
    })
  return {
    ...{ getypt, fouten, isGevraagd, k: getal('k'), zaad: zaadUit(zoek) },
    vraag:
      fouten.length > 0
        ? undefined
        : {
            medewerkers: getal('medewerkers'),
            bezetting: getal('bezetting') / 100,
            aandeelLijn: getal('aandeel') / 100,
            behandelMinuten: getal('minuten'),
            geduldMinuten: gelezen.get('geduld'),
            eigenTeam: getal('team'),
          },
  }
}

function leesVeld(
  veld: Modelveld,
  getypt: string,
  { t, getal }: Spraak,
  gelezen: Map<Modelveld, number>,
): string | undefined {
  const { van, tot, decimalen, magLeeg } = modelregels[veld]
  const uit = leesGetal(getypt, decimalen)
  if (uit.status === 'leeg' && magLeeg) return undefined
  if (uit.status !== 'ok' || uit.waarde < van || uit.waarde > tot)
    return t(decimalen === 0 ? 'lijnmodel.fout.heel' : 'lijnmodel.fout.getal', {
      van: getal(van),
      tot: getal(tot),
    })
  gelezen.set(veld, uit.waarde)
  return undefined
}

function zaadUit(zoek: URLSearchParams): number {
  const zaad = Number(zoek.get('zaad') ?? EERSTE_ZAAD)
  return Number.isInteger(zaad) && zaad >= 1 && zaad <= HOOGSTENS_ZAAD ? zaad : EERSTE_ZAAD
}

export function volgendZaad(zaad: number): number {
  return (zaad % HOOGSTENS_ZAAD) + 1
}

/** For an address: what was filled in, and nothing else. */
export function modeldelen({ getypt }: Pick<GelezenModel, 'getypt'>, zaad: number): Record<string, string> {
  return { ...getypt, zaad: String(zaad) }
}

/** For the same page in another language. */
export function zoekdeel(zoek: URLSearchParams): string {
  const delen = [...modelvelden, 'zaad'].flatMap((veld): [string, string][] => {
    const waarde = zoek.get(veld)
    return waarde !== null && /^[\d.,]{0,12}$/.test(waarde) ? [[veld, waarde]] : []
  })
  return delen.length === 0 ? '' : `?${new URLSearchParams(delen)}`
}
