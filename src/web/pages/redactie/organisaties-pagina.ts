import { heeftNietDigitaalKanaal, KANALEN, type Organisatie, talenVan } from '../../../corpus/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres, talen } from '../../routes.ts'
import { organisatiemerk } from '../../ui/organisatie.ts'
import { nl, paren, type RedactieBeeld, redactiePagina } from './redactie-beeld.ts'

/** Bodies of one place fold away: there are many, and they build on the general one. */
export function organisatiesPagina(beeld: RedactieBeeld): string {
  const { context, geheel } = beeld
  const { t } = context.spraak
  const alle = [...geheel.organisaties.values()].sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
  const plaatsen = alle.filter(({ gebied }) => gebied !== undefined)
  const lijst = (rij: readonly Organisatie[]): Html =>
    html`<ul class="vd-rows">${rij.map((o) => html`<li class="vd-row">${kaart(beeld, o)}</li>`)}</ul>`
  return redactiePagina(context, {
    titel: t('redactie.organisaties.titel'),
    actief: 'redactieOrganisaties',
    inhoud: html`<h1>${t('redactie.organisaties.titel')}</h1>
${lijst(alle.filter(({ gebied }) => gebied === undefined))}
<details class="vd-details"><summary>${t('redactie.organisaties.plaatsen', { n: plaatsen.length })}</summary><div>${lijst(plaatsen)}</div></details>`,
  })
}

function kaart({ context, geheel, standen }: RedactieBeeld, organisatie: Organisatie): Html {
  const { spraak, taal } = context
  const { t } = spraak
  const algemeen =
    organisatie.gebied === undefined ? undefined : algemeneVan(geheel.organisaties, organisatie)
  const kanalen = { ...algemeen?.kanalen, ...organisatie.kanalen }
  const stappen = [...geheel.gebeurtenissen.values()].reduce(
    (som, g) => som + g.stappen.filter((s) => s.organisatie === organisatie.id).length,
    0,
  )
  const regelingen = standen.filter(
    ({ nu }) =>
      nu.wet.info.uitvoerder === organisatie.id ||
      (organisatie.gebied !== undefined && `${nu.wet.info.uitvoerder}-${nu.wet.gebied}` === organisatie.id),
  )
  const zonder = talen.filter((code) => !talenVan(organisatie.wat).includes(code))
  const gemis = [
    ...zonder.map((code) => t('redactie.gemis.vertaling', { taal: t(`redactie.taal.${code}`) })),
    ...(heeftNietDigitaalKanaal(kanalen) ? [] : [t('redactie.organisaties.geen_weg')]),
  ]
  return html`<h2 class="vd-row__title"><a href="${adres(taal, 'organisatie', { organisatie: organisatie.id })}">${nl(context, organisatie.naam)}</a></h2>
<p class="vd-small">${organisatiemerk(spraak, organisatie)} <code>${organisatie.id}</code></p>
${paren([
  [
    t('redactie.organisaties.gebruikt'),
    t('redactie.organisaties.aantallen', { stappen, regelingen: regelingen.length }),
  ],
  [
    t('redactie.stap.wegen'),
    KANALEN.filter((id) => kanalen[id])
      .map((id) => t(`redactie.kanaal.${id}`))
      .join(', ') || t('redactie.organisaties.geen_weg'),
  ],
  [t('redactie.gemis.titel'), gemis.length === 0 ? undefined : gemis.join('; ')],
])}`
}

/** `gemeente-GM0363` is a `gemeente`. */
function algemeneVan(
  organisaties: ReadonlyMap<string, Organisatie>,
  { id, gebied }: Organisatie,
): Organisatie | undefined {
  return organisaties.get(id.slice(0, -`-${gebied}`.length))
}
