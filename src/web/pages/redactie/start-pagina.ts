import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { GEMISSEN, heeftGemis } from './filter.ts'
import { DOCUMENTEN } from './handleiding.ts'
import { nl, paren, type RedactieBeeld, redactiePagina, voorbeeldzin } from './redactie-beeld.ts'
import { tel } from './regelingen-pagina.ts'

export function startPagina(beeld: RedactieBeeld): string {
  const { context } = beeld
  const { t } = context.spraak
  return redactiePagina(context, {
    titel: t('redactie.titel'),
    actief: 'redactie',
    inhoud: html`<h1>${t('redactie.titel')}</h1>
<p class="vd-lead">${t('redactie.inleiding')}</p>
${cijfers(beeld)}
${ontbreekt(beeld)}
${geweigerd(beeld)}
${schrijven(beeld)}`,
  })
}

function cijfers(beeld: RedactieBeeld): Html {
  const { context, geheel, standen } = beeld
  const { t, getal } = context.spraak
  const { gebeurtenissen, organisaties, bestanden } = geheel
  const stappen = [...gebeurtenissen.values()].reduce((som, g) => som + g.stappen.length, 0)
  const { n, gedeeld } = tel(standen)
  return html`<section class="vd-section" aria-labelledby="cijfers"><h2 id="cijfers">${t('redactie.corpus.titel')}</h2>
${paren([
  [
    t('redactie.tabs.redactieRegelingen'),
    t('redactie.corpus.regelingen', {
      n: getal(n),
      gedeeld: getal(gedeeld),
      versies: getal(standen.reduce((som, { versies }) => som + versies.length, 0)),
    }),
  ],
  [
    t('redactie.tabs.redactieGebeurtenissen'),
    t('redactie.corpus.gebeurtenissen', { n: getal(gebeurtenissen.size), stappen: getal(stappen) }),
  ],
  [t('redactie.tabs.redactieOrganisaties'), getal(organisaties.size)],
  [t('redactie.corpus.bestanden'), getal(bestanden.length)],
  [t('redactie.voorbeelden.titel'), voorbeeldzin(beeld)],
])}</section>`
}

function ontbreekt(beeld: RedactieBeeld): Html {
  const { context, standen } = beeld
  const { t, getal } = context.spraak
  return html`<section class="vd-section" aria-labelledby="ontbreekt"><h2 id="ontbreekt">${t('redactie.gemis.titel')}</h2>
<p>${t('redactie.gemis.uitleg')}</p>
<ul class="vd-list">${GEMISSEN.map((soort) => {
    const aantal = standen.filter((stand) => heeftGemis(beeld, stand, soort)).length
    const naam = t(`redactie.gemis.tel.${soort}`)
    const link = adres(context.taal, 'redactieRegelingen', { filter: { gemis: soort } })
    return html`<li>${aantal === 0 ? naam : html`<a href="${link}">${naam}</a>`}: ${getal(aantal)}</li>`
  })}</ul></section>`
}

function geweigerd({ context, geheel }: RedactieBeeld): Html {
  const { t } = context.spraak
  return html`<section class="vd-section" aria-labelledby="geweigerd"><h2 id="geweigerd">${t('redactie.geweigerd.titel')}</h2>
${
  geheel.geweigerd.length === 0
    ? html`<p>${t('redactie.geweigerd.geen')}</p>`
    : html`<ul class="vd-rows">${geheel.geweigerd.map(
        ({ bestand, fouten, inPlaats }) =>
          html`<li class="vd-row"><h3><code>${bestand}</code></h3><p>${t(`redactie.geweigerd.${inPlaats}`)}</p>
<ul class="vd-list">${fouten.map(({ regel, kolom, melding, remedie }) => html`<li>${t('redactie.geweigerd.plek', { regel, kolom })} ${nl(context, `${melding} ${remedie}`)}</li>`)}</ul></li>`,
      )}</ul>`
}</section>`
}

function schrijven({ context }: RedactieBeeld): Html {
  const { t } = context.spraak
  return html`<section class="vd-section" aria-labelledby="schrijven"><h2 id="schrijven">${t('redactie.schrijven.titel')}</h2>
<p>${t('redactie.schrijven.uitleg')}</p>
<ul class="vd-list">${DOCUMENTEN.map(
    (document) =>
      html`<li><a href="${adres(context.taal, 'redactieSchrijven', { document })}">${t(`redactie.schrijven.${document}`)}</a></li>`,
  )}</ul></section>`
}
