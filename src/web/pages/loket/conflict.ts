/** Two people at once: what the other did, before and after, so that doing it all the same is a choice. */
import type { Gebeurd, Gelezen, ZichtbareStap } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Ketenscherm } from './scherm.ts'
import { verloopdelen } from './verloop.ts'
import { eigenaarnaam, stapnummer, titeltekst } from './woorden.ts'

type Stap = ZichtbareStap<Gelezen>

/** Nothing of either is lost: what was typed stands in the form below it. */
export function conflict(scherm: Ketenscherm, anderen: readonly Gebeurd[]): Html {
  const { t } = scherm.verzoek.context.spraak
  const wat = verschillen(scherm, anderen)
  return html`<section class="vd-note" role="alert" aria-labelledby="conflict"><h2 id="conflict">${t('loket.conflict.titel')}</h2>
<p>${t('loket.conflict.uitleg')}</p>
<ul class="vd-plain vd-verloop">${verloopdelen(scherm, anderen)}</ul>
${wat.length > 0 && html`<dl class="vd-facts vd-verschil">${wat.map(({ naam, was, is }) => html`<div><dt>${naam}</dt><dd><span class="vd-calm">${t('loket.conflict.was')}</span> ${gezegd(scherm, was)}<br><strong>${t('loket.conflict.is')}</strong> ${gezegd(scherm, is)}</dd></div>`)}</dl>`}
<p>${t('loket.conflict.keuze')}</p></section>`
}

interface Verschil {
  readonly naam: string
  readonly was: string
  readonly is: string
}

function gezegd({ verzoek }: Ketenscherm, waarde: string): Html {
  return waarde === ''
    ? html`<em>${verzoek.context.spraak.t('loket.conflict.leeg')}</em>`
    : html`<q class="vd-tekst">${waarde}</q>`
}

function verschillen(scherm: Ketenscherm, anderen: readonly Gebeurd[]): readonly Verschil[] {
  const { zicht, toen } = scherm.beeld
  if (toen === undefined) return []
  const { t } = scherm.verzoek.context.spraak
  const stappen = [...new Set(anderen.flatMap(({ over }) => over ?? []))].flatMap((id) => {
    const [was, is] = [toen, zicht].map(({ stappen: rij }) => rij.find(({ stap }) => stap === id))
    if (was === undefined || is === undefined) return []
    const [a, b] = [woordenBij(scherm, was), woordenBij(scherm, is)]
    return Object.keys(b).map((veld) => ({
      naam: t(`loket.conflict.veld.${veld}`),
      was: a[veld] ?? '',
      is: b[veld] ?? '',
    }))
  })
  const [was, is] = [toen, zicht].map(
    ({ onderdelen }) => onderdelen.find(({ id }) => id === 'uitkomst')?.tekst ?? '',
  )
  return [...stappen, { naam: t('loket.veld.uitkomst'), was: was ?? '', is: is ?? '' }].filter(
    (een) => een.was !== een.is,
  )
}

/** A step in words, by the name of each field. */
function woordenBij(scherm: Ketenscherm, stap: Stap): Readonly<Record<string, string>> {
  const { t, datum } = scherm.verzoek.context.spraak
  return {
    titel: stap.titel === undefined ? '' : titeltekst(scherm.verzoek, stap.titel).tekst,
    eigenaar: eigenaarnaam(scherm, stap.eigenaar),
    termijn: datum(stap.termijn),
    nodig: stap.nodig ?? '',
    wachtOp: stap.wachtOp.map((op) => t('loket.stap.nummer', { n: stapnummer(scherm, op) })).join(', '),
    stand: t(`loket.stand.${stap.stand}`),
    toelichting: stap.toelichting ?? '',
  }
}
