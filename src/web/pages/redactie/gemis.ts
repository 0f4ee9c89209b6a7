/** What is missing in a scheme, in short and in full. */
import type { Regelingstand } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { artikelLink } from '../../ui/wet.ts'
import { nl, type RedactieBeeld, voorbeeldenVan } from './redactie-beeld.ts'

/** «3 cijfers niet bekend»; empty when nothing is missing. */
export function gemisKort(beeld: RedactieBeeld, stand: Regelingstand): readonly string[] {
  const { t, datum } = beeld.context.spraak
  const { gemis } = stand
  const verband = beeld.verbanden.get(stand.id)
  const eenzijdig = (verband?.alleenGebeurtenis.length ?? 0) + (verband?.alleenRegeling.length ?? 0)
  const tel = (sleutel: string, n: number): readonly string[] =>
    n > 0 ? [t(`redactie.gemis.kort.${sleutel}`, { n })] : []
  return [
    ...(gemis.verlopen ? [t('redactie.gemis.kort.verlopen', { datum: datum(gemis.verlopen) })] : []),
    ...tel('cijfers', gemis.cijfers.length),
    ...tel('open', gemis.open.length),
    ...tel('onzeker', gemis.onzeker.length),
    ...tel('vertalingen', gemis.vertalingen.length),
    ...tel('verband', eenzijdig),
    ...(isZonderVoorbeeld(beeld, stand) ? [t('redactie.gemis.kort.voorbeeld')] : []),
  ]
}

function isZonderVoorbeeld(beeld: RedactieBeeld, { id, soort }: Regelingstand): boolean {
  const { aantal, kapot } = voorbeeldenVan(beeld, id)
  return beeld.voorbeelden.staat === 'klaar' && soort !== 'gedeeld' && aantal + kapot === 0
}

export function gemisVolledig(beeld: RedactieBeeld, stand: Regelingstand): Html {
  const { context } = beeld
  const { spraak } = context
  const { t, datum } = spraak
  const { gemis, nu } = stand
  const regels: (Html | undefined)[] = [
    gemis.verlopen ? html`${t('redactie.gemis.kort.verlopen', { datum: datum(gemis.verlopen) })}` : undefined,
    ...gemis.cijfers.map(
      ({ naam, reden, bron }) =>
        html`<code>${naam}</code>: ${t(`redactie.gemis.reden.${reden}`)} ${nl(context, bron)}`,
    ),
    gemis.open.length > 0
      ? html`${t('redactie.gemis.open')} ${gemis.open.map((naam) => html`<code>${naam}</code> `)}`
      : undefined,
    ...gemis.onzeker.map(({ artikel, reden, vertalingen }) => {
      const eigen = spraak.taal === 'nl' ? reden : vertalingen?.[spraak.taal]
      return html`${t('redactie.gemis.onzeker')} ${artikelLink(spraak, nu.wet.info.grondslag, artikel)} <span${attrs({ lang: eigen === undefined ? 'nl' : undefined })}>${eigen ?? reden}</span>`
    }),
    ...gemis.vertalingen.map(
      ({ plek, taal }) =>
        html`${t('redactie.gemis.vertaling', { taal: t(`redactie.taal.${taal}`) })} <code>${plek}</code>`,
    ),
    gemis.kanalen.length > 0
      ? html`${t('redactie.gemis.kanalen')} ${gemis.kanalen.map((id) => t(`redactie.kanaal.${id}`)).join(', ')}`
      : undefined,
    ...verbandregels(beeld, stand),
    isZonderVoorbeeld(beeld, stand) ? html`${t('redactie.gemis.kort.voorbeeld')}` : undefined,
  ]
  const gevuld = regels.filter((regel) => regel !== undefined)
  if (gevuld.length === 0) return html`<p>${t('redactie.gemis.niets')}</p>`
  return html`<ul class="vd-list">${gevuld.map((regel) => html`<li>${regel}</li>`)}</ul>`
}

function verbandregels({ context, verbanden }: RedactieBeeld, { id }: Regelingstand): readonly Html[] {
  const verband = verbanden.get(id)
  const link = (naam: string): Html =>
    html`<a href="${adres(context.taal, 'redactieGebeurtenis', { gebeurtenis: naam })}">${naam}</a>`
  const { t } = context.spraak
  return [
    ...(verband?.alleenRegeling ?? []).map(
      (naam) => html`${t('redactie.gemis.noemt_niet_terug')} ${link(naam)}`,
    ),
    ...(verband?.alleenGebeurtenis ?? []).map(
      (naam) => html`${t('redactie.gemis.niet_genoemd')} ${link(naam)}`,
    ),
  ]
}
