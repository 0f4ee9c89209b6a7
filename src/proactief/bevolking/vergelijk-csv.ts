/** The outcome of a comparison as RFC 4180 text: amounts in euros with cents, one row per group or band of income. */
import { csv } from '../../domain/index.ts'
import type { Zekerheid } from './marges.ts'
import { KLASGRENZEN, RANDGRENZEN } from './vergelijkopdracht.ts'
import type { Groep, Vergelijkuitslag } from './vergelijkuitslag.ts'

/** Names of municipalities and provinces, by code. */
export type Plaatsnaam = (code: string) => string

const KOPPEN = [
  'groep',
  'code',
  'naam',
  'huishoudens',
  'vooruit',
  'achteruit',
  'gelijk',
  'onbekend',
  'erbij_euro_per_jaar',
  'eraf_euro_per_jaar',
  'kosten_nu_euro_per_jaar',
  'kosten_straks_euro_per_jaar',
  'verschil_euro_per_jaar',
  'recht_erbij',
  'recht_eraf',
  'zekerheid_van_deze_groep',
  'berust_op_aangenomen_marges',
]

/**
 * Every row says which margins of the made-up population nobody published; `zekerheid_van_deze_groep` is about how many
 * there are of the group: a kind of household and a province are counted by CBS, a tenth of the incomes is ours.
 */
export function vergelijkCsv(u: Vergelijkuitslag, naam: Plaatsnaam): string {
  const aangenomen = u.aangenomen.map((a) => a.naam).join(' ')
  const rij = (groep: string, code: string | number, wat: string, g: Groep, zekerheid: Zekerheid) => [
    groep,
    code,
    wat,
    g.huishoudens,
    g.vooruit,
    g.achteruit,
    gelijk(g),
    g.onbekend,
    euro(g.winst),
    euro(g.verlies),
    euro(g.nu),
    euro(g.straks),
    euro(g.straks - g.nu),
    g.rechtErbij,
    g.rechtEraf,
    zekerheid,
    aangenomen,
  ]
  return csv([
    KOPPEN,
    rij('land', 'nederland', 'Nederland', u.totaal, 'vastgesteld'),
    ...u.perRegeling.map((g) => rij('regeling', g.regeling, g.naam, g, 'vastgesteld')),
    ...u.perSoort.map((g) => rij('soort-huishouden', g.soort, g.soort, g, 'vastgesteld')),
    ...u.perTiende.map((g) => rij('inkomenstiende', g.tiende, tiendenaam(u, g.tiende), g, 'aangenomen')),
    ...u.perProvincie.map((g) => rij('provincie', g.provincie, naam(g.provincie), g, 'vastgesteld')),
    ...u.perGemeente.map((g) => rij('gemeente', g.gemeente, naam(g.gemeente), g, g.zekerheid)),
  ])
}

/** The marginal pressure per band of income, and the households per size of gain or loss. */
export function drukCsv(u: Vergelijkuitslag): string {
  const aangenomen = u.aangenomen.map((a) => a.naam).join(' ')
  const randen = (kant: string) =>
    RANDGRENZEN.map((g, i) => `bij_1_euro_meer_verliest_${g}_tot_${RANDGRENZEN[i + 1] ?? 'meer'}_${kant}`)
  return csv([
    [
      'inkomen_vanaf_euro',
      'inkomen_tot_euro',
      'huishoudens',
      'minder_bij_1000_euro_meer_nu',
      'minder_bij_1000_euro_meer_straks',
      'verliest_meer_dan_1000_nu',
      'verliest_meer_dan_1000_straks',
      ...randen('nu'),
      ...randen('straks'),
      'berust_op_aangenomen_marges',
    ],
    ...u.banden.map((b) => [
      b.van,
      b.tot ?? '',
      b.huishoudens,
      (b.druk.nu / 100).toFixed(2),
      (b.druk.straks / 100).toFixed(2),
      b.duizend.nu,
      b.duizend.straks,
      ...b.randen.nu,
      ...b.randen.straks,
      aangenomen,
    ]),
  ])
}

export function gelijk(g: Groep): number {
  return g.huishoudens - g.vooruit - g.achteruit - g.onbekend
}

/** Income in whole euros a year, from and up to. */
export function tiendegrenzen(u: Vergelijkuitslag, tiende: number): { van: number; tot: number | undefined } {
  const grens = (n: number) => u.perTiende[n - 1]?.tot
  return {
    van: Math.round(grens(tiende - 1) ?? 0),
    tot: tiende === 10 ? undefined : Math.round(grens(tiende) ?? 0),
  }
}

function tiendenaam(u: Vergelijkuitslag, tiende: number): string {
  const { van, tot } = tiendegrenzen(u, tiende)
  return tot === undefined ? `vanaf ${van}` : `${van} tot ${tot}`
}

/** Bounds in euros of a class of gain or loss; nothing for those that keep the same. */
export function klasgrenzen(i: number): { readonly van?: number; readonly tot?: number } {
  const midden = KLASGRENZEN.indexOf(0)
  if (i === midden + 1) return { van: 0, tot: 0 }
  const n = i <= midden ? i : i - 1
  const [van, tot] = [KLASGRENZEN[n - 1], KLASGRENZEN[n]]
  return { ...(van !== undefined && { van }), ...(tot !== undefined && { tot }) }
}

/** Whole cents as euros, exactly. */
function euro(centen: number): string {
  const cijfers = String(Math.abs(centen)).padStart(3, '0')
  return `${centen < 0 ? '-' : ''}${cijfers.slice(0, -2)}.${cijfers.slice(-2)}`
}
