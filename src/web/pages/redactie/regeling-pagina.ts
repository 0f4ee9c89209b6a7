import {
  NIET_DIGITAAL,
  type Regelingstand,
  telVertrouwen,
  verdeelWegen,
  vindOrganisatie,
  wetteksten,
} from '../../../corpus/index.ts'
import type { Vertrouwen } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { kanaallijst } from '../../ui/kanalen.ts'
import { artikelLink } from '../../ui/wet.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import { cijfers } from './cijfers.ts'
import { gemisVolledig } from './gemis.ts'
import { teksten } from './metingen.ts'
import { nl, paren, type RedactieBeeld, redactiePagina } from './redactie-beeld.ts'
import { geldigheid, verdeling, vertrouwenmerk } from './regelingen-pagina.ts'
import { voorbeelden } from './voorbeelden.ts'

/** Everything that stands in the file in force, as its author wants to check it. */
export function regelingPagina(beeld: RedactieBeeld, stand: Regelingstand): string {
  const { context } = beeld
  const { spraak, taal } = context
  const { t } = spraak
  const { wet } = stand.nu
  const { tekst, lang } = regelingtekst(spraak, wet.info)
  return redactiePagina(context, {
    titel: wet.info.naam,
    actief: 'redactieRegelingen',
    stijl: ['regeling.css'],
    inhoud: html`<a class="vd-back" href="${adres(taal, 'redactieRegelingen')}">${t('redactie.regelingen.titel')}</a>
<div class="vd-stack"><h1>${nl(context, wet.info.naam)}</h1>
<p>${vertrouwenmerk(beeld, wet.info.vertrouwen)} <code>${stand.id}</code></p>
${tekst.kort && html`<p class="vd-lead"${attrs({ lang })}>${tekst.kort}</p>`}
${soortzin(beeld, stand)}</div>
${deel('tijd', t('redactie.versie.titel'), versies(beeld, stand))}
${deel('ontbreekt', t('redactie.gemis.titel'), gemisVolledig(beeld, stand))}
${deel('cijfers', t('redactie.cijfers.titel'), html`${verdeelzin(context, wet.parameters)}${cijfers(beeld, stand)}`)}
${deel('regels', t('redactie.regels.titel'), html`${verdeelzin(context, wet.regels)}${regels(beeld, stand)}`)}
${stand.soort !== 'gedeeld' && deel('voorbeelden', t('redactie.voorbeelden.titel'), voorbeelden(beeld, stand.id))}
${stand.soort === 'regeling' && deel('gebeurtenissen', t('redactie.tabs.redactieGebeurtenissen'), gebeurtenissen(beeld, stand))}
${deel('teksten', t('redactie.meting.titel'), teksten(context, wetteksten(wet)))}
${stand.soort === 'regeling' && deel('wegen', t('redactie.wegen.titel'), wegen(beeld, stand))}`,
  })
}

export function deel(id: string, titel: string, inhoud: Html): Html {
  return html`<section class="vd-section" aria-labelledby="${id}"><h2 id="${id}">${titel}</h2>${inhoud}</section>`
}

/** How sure these are, when there are any: the figures under their own heading, the rules under theirs. */
function verdeelzin(
  context: Context,
  delen: ReadonlyMap<string, { readonly vertrouwen: Vertrouwen }>,
): Html | undefined {
  if (delen.size === 0) return undefined
  return html`<p>${verdeling(context, telVertrouwen(delen.values()))}</p>`
}

function soortzin({ context: { spraak, taal } }: RedactieBeeld, { id, soort, nu }: Regelingstand): Html {
  const { t } = spraak
  if (soort === 'regeling')
    return html`<p><a href="${adres(taal, 'product', { regeling: id })}">${t('redactie.regelingen.bekijk')}</a></p>`
  const { vultIn } = nu.wet
  return html`<p>${t(`redactie.regelingen.${soort}`)} ${vultIn && html`<a href="${adres(taal, 'redactieRegeling', { regeling: vultIn })}">${vultIn}</a>`}</p>`
}

function versies({ context, geheel }: RedactieBeeld, { versies: rij, nu }: Regelingstand): Html {
  const { t } = context.spraak
  return html`<ol class="vd-rows">${rij.map(
    (versie) =>
      html`<li class="vd-row"><h3 class="vd-row__title">${geldigheid(context, versie)}</h3>
${versie === nu && html`<p class="vd-row__now">${t('redactie.versie.nu')}</p>`}
${paren([
  [t('redactie.filter.gebied'), gebiedsnaam(context.spraak, geheel.engine.gebieden, versie.wet.gebied)],
  [t('redactie.versie.nummer'), String(versie.wet.versie)],
  [t('redactie.versie.bestand'), html`<code>${versie.bestand}</code>`],
])}</li>`,
  )}</ol>`
}

function regels({ context, geheel }: RedactieBeeld, { nu }: Regelingstand): Html {
  const { spraak, taal } = context
  const { t } = spraak
  const rij = [...nu.wet.regels.values()]
  if (rij.length === 0) return html`<p>${t('redactie.regels.geen')}</p>`
  const gedeeld = nu.wet.gebruikt.filter((id) => geheel.engine.wetten.some((wet) => wet.id === id))
  return html`${
    gedeeld.length > 0 &&
    html`<p>${t('redactie.regels.gebruikt')} ${gedeeld.map((id) => html`<a href="${adres(taal, 'redactieRegeling', { regeling: id })}">${id}</a> `)}</p>`
  }
<details class="vd-details"><summary>${t('redactie.regels.toon', { n: rij.length })}</summary><div><ul class="vd-rows">${rij.map(
    (regel) => {
      const eigen = taal === 'nl' ? regel.uitleg : regel.vertalingen?.[taal]
      const { grondslag } = regel
      const wet = grondslag ?? nu.wet.info.grondslag
      return html`<li class="vd-row"><h3 class="vd-row__title"><code>${regel.naam}</code></h3>
<p${attrs({ lang: eigen === undefined ? 'nl' : undefined })}>${eigen ?? regel.uitleg}</p>
<pre class="vd-formula" tabindex="0"><code>${regel.formule}</code></pre>
<p class="vd-small vd-calm">${artikelLink(spraak, { naam: wet.wet, bwb: wet.bwb, cvdr: wet.cvdr }, regel.artikel)} ${grondslag && nl(context, grondslag.wet)} · <code>${regel.eenheidTekst}</code> · ${t(`overzicht.vertrouwen.${regel.vertrouwen}`)}</p></li>`
    },
  )}</ul></div></details>`
}

/** Named on both sides; what stands on one side only is among what is missing. */
function gebeurtenissen({ context, geheel, verbanden }: RedactieBeeld, { id }: Regelingstand): Html {
  const { taal, spraak } = context
  const beide = verbanden.get(id)?.beide ?? []
  if (beide.length === 0) return html`<p>${spraak.t('redactie.gemis.niets')}</p>`
  return html`<ul class="vd-list">${beide.map((naam) => {
    const gebeurtenis = geheel.gebeurtenissen.get(naam)
    return html`<li><a href="${adres(taal, 'redactieGebeurtenis', { gebeurtenis: naam })}">${gebeurtenis?.naam[taal] ?? gebeurtenis?.naam.nl ?? naam}</a></li>`
  })}</ul>`
}

/** Where it can be asked for without a computer. */
function wegen({ context, geheel }: RedactieBeeld, { nu }: Regelingstand): Html {
  const { info } = nu.wet
  const organisatie = vindOrganisatie(geheel.organisaties, info.uitvoerder, [info.gebied])
  const { doen } = verdeelWegen(organisatie?.kanalen, info.kanalen)
  const zonder = Object.fromEntries(NIET_DIGITAAL.flatMap((id) => (doen[id] ? [[id, doen[id]]] : [])))
  return html`${kanaallijst(context.spraak, zonder)}`
}
