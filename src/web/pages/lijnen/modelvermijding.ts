/** Lane calls that come on top of those of now, and the public calls that they spare: what that does to who waits. */
import { type Gevoeligheid, gevoeligheid, type Modelvraag } from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { datatabel } from '../../ui/figuur/figuur.ts'
import { wachtbalken } from '../../ui/figuur/wachtbalken.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { duur, procent, verschil } from './modelwoorden.ts'

const gewoneAandelen = [0.01, 0.03, 0.05, 0.08] as const
const gewoneVermeden = [0, 0.5, 1, 1.5, 2] as const

export function vermijdingsdeel(context: Context, vraag: Modelvraag, k: number): Html {
  const { spraak } = context
  const { t, getal } = spraak
  const aandelen = metEigen(gewoneAandelen, vraag.aandeelLijn)
  const vermeden = metEigen(gewoneVermeden, k)
  const alle = gevoeligheid(vraag, { aandelen, vermeden })
  const van = (aandeel: number) => alle.filter(({ aandeelLijn }) => aandeelLijn === aandeel)
  const eigen = van(vraag.aandeelLijn)
  const nu = nuVan(eigen)
  const gekozen = eigen.find((een) => een.vermeden === k)
  // The bar that is filled says by its name as well that it is theirs.
  const naam = (n: number) => t(n === k ? 'lijnmodel.k.rij_eigen' : 'lijnmodel.k.rij', { n: getal(n) })
  return html`<section class="vd-section vd-ervaring" aria-labelledby="k-titel"><h2 id="k-titel">${t('lijnmodel.k.titel')}</h2>
<p>${t('lijnmodel.k.uitleg')}</p>
${gekozen && html`<p>${kzin(spraak, gekozen)}</p>`}
<h3>${t('lijnmodel.k.figuur', { aandeel: procent(spraak, vraag.aandeelLijn) })}</h3>
${wachtbalken({
  id: 'vermijding',
  titel: t('lijnmodel.k.figuur', { aandeel: procent(spraak, vraag.aandeelLijn) }),
  beschrijving: eigen.map((een) => `${naam(een.vermeden)}: ${regel(spraak, een)}.`).join(' '),
  balken: eigen.map((een) => ({
    naam: naam(een.vermeden),
    regel: regel(spraak, een),
    waarde: een.wacht.soort === 'bekend' ? een.wacht.waarde.publiekMinuten * 60 : undefined,
    isVol: een.vermeden === k,
  })),
  ijk: nu === undefined ? undefined : { waarde: nu, tekst: t('lijnmodel.k.nu', { wacht: duur(spraak, nu) }) },
})}
<h3 id="k-tabel">${t('lijnmodel.k.tabel')}</h3>
<p>${t('lijnmodel.k.tabel_uitleg')}</p>
<div class="vd-scroll" role="region" tabindex="0" aria-labelledby="k-tabel">${datatabel({
    naam: t('lijnmodel.k.tabel'),
    koppen: [t('lijnmodel.k.aandeel'), ...vermeden.map((n) => t('lijnmodel.k.kop', { n: getal(n) }))],
    rijen: aandelen.map((aandeel) => [
      procent(spraak, aandeel),
      ...van(aandeel).map((een) => cel(spraak, een)),
    ]),
  })}</div></section>`
}

function metEigen(gewoon: readonly number[], eigen: number): readonly number[] {
  return [...new Set([...gewoon, eigen])].sort((a, b) => a - b)
}

/** What the public waits without any of this, in seconds; of a row that has an answer. */
function nuVan(rijen: readonly Gevoeligheid[]): number | undefined {
  for (const { wacht } of rijen)
    if (wacht.soort === 'bekend' && wacht.waarde.publiekTegenNu !== undefined)
      return (wacht.waarde.publiekMinuten * 60) / (1 + wacht.waarde.publiekTegenNu)
  return undefined
}

function kzin(spraak: Spraak, { vermeden, bezetting, wacht }: Gevoeligheid): string {
  const { t, getal } = spraak
  const delen = { n: getal(vermeden), bezetting: procent(spraak, bezetting) }
  if (wacht.soort !== 'bekend') return t('lijnmodel.k.zin_druk', delen)
  const { publiekTegenNu, publiekMinuten, lijnMinuten } = wacht.waarde
  const wachten = { publiek: duur(spraak, publiekMinuten * 60), lijn: duur(spraak, lijnMinuten * 60) }
  if (publiekTegenNu === undefined) return t('lijnmodel.k.zin_zonder', { ...delen, ...wachten })
  return t('lijnmodel.k.zin', { ...delen, ...wachten, verschil: verschil(spraak, publiekTegenNu) })
}

function regel(spraak: Spraak, een: Gevoeligheid): string {
  if (een.wacht.soort !== 'bekend')
    return spraak.t('lijnmodel.k.regel_druk', { bezetting: procent(spraak, een.bezetting) })
  return spraak.t('lijnmodel.k.regel', {
    wacht: duur(spraak, een.wacht.waarde.publiekMinuten * 60),
    bezetting: procent(spraak, een.bezetting),
  })
}

function cel(spraak: Spraak, { wacht }: Gevoeligheid): string {
  if (wacht.soort !== 'bekend') return spraak.t('lijnmodel.k.cel_druk')
  const { publiekTegenNu, publiekMinuten } = wacht.waarde
  if (publiekTegenNu === undefined) return duur(spraak, publiekMinuten * 60)
  return `${publiekTegenNu > 0 ? '+' : publiekTegenNu < 0 ? '−' : ''}${procent(spraak, Math.abs(publiekTegenNu))}`
}
