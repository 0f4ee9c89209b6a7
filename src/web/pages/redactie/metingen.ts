/** Figures about texts, per language and per text. They warn and prove nothing, and the page says so. */
import type { Plektekst } from '../../../corpus/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type Taal, talen } from '../../routes.ts'
import { type Meting, meet } from '../../taal/leesbaarheid.ts'
import type { Context } from '../../ui/context.ts'
import { paren } from './redactie-beeld.ts'

export function teksten(context: Context, lijst: readonly Plektekst[]): Html {
  const { t } = context.spraak
  if (lijst.length === 0) return html`<p>${t('redactie.meting.geen')}</p>`
  return html`<p>${t('redactie.meting.uitleg')}</p>${talen.map((taal) => inTaal(context, lijst, taal))}`
}

function inTaal(context: Context, lijst: readonly Plektekst[], taal: Taal): Html {
  const { t } = context.spraak
  const er = lijst.flatMap(({ plek, tekst }) => (tekst[taal] ? [{ plek, tekst: tekst[taal] }] : []))
  const geheel = meet(
    er.map(({ tekst }) => tekst),
    taal,
  )
  const naam = t(`redactie.taal.${taal}`)
  if (geheel === undefined) return html`<h3>${naam}</h3><p>${t('redactie.meting.ontbreekt')}</p>`
  return html`<h3>${naam}</h3>${samenvatting(context, geheel, taal)}
<details class="vd-details"><summary>${t('redactie.meting.toon', { n: er.length, taal: naam })}</summary><div>
<div class="vd-scroll vd-beeld__tabel" role="region" tabindex="0" aria-label="${t('redactie.meting.tabel', { taal: naam })}"><table class="utrecht-table vd-measures">
<thead><tr><th scope="col">${t('redactie.meting.kop.tekst')}</th><th scope="col">${t('redactie.meting.kop.woorden')}</th><th scope="col">${t('redactie.meting.kop.gemiddeld')}</th><th scope="col">${t('redactie.meting.kop.langste')}</th>${taal === 'nl' && html`<th scope="col">${t('redactie.meting.kop.let_op')}</th>`}</tr></thead>
<tbody>${er.map(({ plek, tekst }) => rij(context, { plek, taal, meting: meet([tekst], taal) }))}</tbody></table></div></div></details>`
}

function samenvatting({ spraak }: Context, meting: Meting, taal: Taal): Html {
  const { t } = spraak
  const { score } = meting
  return paren([
    [t('redactie.meting.kop.gemiddeld'), t('redactie.meting.woorden', { n: rond(spraak, meting.gemiddeld) })],
    [
      t('redactie.meting.kop.langste'),
      html`${t('redactie.meting.woorden', { n: String(meting.langste.woorden) })}: <q lang="${taal}">${meting.langste.zin}</q>`,
    ],
    [
      t('redactie.meting.moeilijk'),
      taal === 'nl' ? meting.moeilijk.join(', ') || t('redactie.meting.geen_gevonden') : undefined,
    ],
    [
      t('redactie.meting.lijdend'),
      taal === 'nl'
        ? t('redactie.meting.van_zinnen', { n: meting.lijdend, zinnen: meting.zinnen })
        : undefined,
    ],
    [
      t('redactie.meting.douma'),
      score && t('redactie.meting.schaal_douma', { n: rond(spraak, score.douma) }),
    ],
    [
      t('redactie.meting.brouwer'),
      score && t('redactie.meting.schaal_brouwer', { n: rond(spraak, score.brouwer) }),
    ],
  ])
}

function rij(
  context: Context,
  { plek, taal, meting }: { readonly plek: string; readonly taal: Taal; readonly meting: Meting | undefined },
): Html | undefined {
  if (meting === undefined) return undefined
  const { spraak } = context
  const letOp = [
    ...meting.moeilijk,
    ...(meting.lijdend > 0 ? [spraak.t('redactie.meting.lijdend_kort')] : []),
    ...(meting.score
      ? [spraak.t('redactie.meting.douma_kort', { n: rond(spraak, meting.score.douma) })]
      : []),
  ]
  return html`<tr><th scope="row"><code>${plek}</code></th><td>${meting.woorden}</td><td>${rond(spraak, meting.gemiddeld)}</td><td>${meting.langste.woorden}</td>${taal === 'nl' && html`<td>${letOp.join(', ')}</td>`}</tr>`
}

function rond({ getal }: Context['spraak'], n: number): string {
  return getal(n.toFixed(1))
}
