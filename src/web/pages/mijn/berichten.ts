import { datumOp } from '../../../kalender/index.ts'
import type { Bericht } from '../../../kanalen/index.ts'
import { html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'
import { mijnPagina, moment } from './kader.ts'
import { metRegel } from './verwerk.ts'

const wat = { doel: 'berichten-tonen', gegevens: ['bericht'] }

/** The inbox: what was sent, the latest first. That somebody looked is a line of its own. */
export async function lijst(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const berichten = await metRegel(mijn, wie, wat, (bewijs) => mijn.berichten.lijst(wie.persoon, bewijs))
  const inhoud = html`<p class="vd-lead">${t('berichten.inleiding')}</p>
${
  berichten.length === 0
    ? html`<p>${t('berichten.geen')}</p>`
    : html`<ul class="vd-rows">${berichten.map((bericht) => {
        const { onderwerp } = bericht.inhoud
        const isNieuw = bericht.geopend === undefined
        return html`<li class="vd-row"><span>${isNieuw && html`<strong class="vd-tag">${t('berichten.nieuw')}</strong> `}<a href="${adres(taal, 'bericht', { bericht: bericht.id })}">${onderwerp[taal] ?? onderwerp.nl}</a><br>
<span class="vd-calm vd-small">${van(verzoek, bericht)}, ${ontvangenOp(verzoek, bericht)}</span></span></li>`
      })}</ul>`
}`
  return { soort: 'pagina', pagina: mijnPagina(context, { titel: t('berichten.titel'), inhoud }) }
}

/** One message. Opening it is evidence (Awb 2:25). */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, delen } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const bericht = await metRegel(mijn, wie, wat, (bewijs) =>
    mijn.berichten.open(wie.persoon, delen.bericht ?? '', bewijs),
  )
  if (bericht === undefined) return { soort: 'niet-gevonden' }
  const { onderwerp, alineas, verwijzing } = bericht.inhoud
  const inhoud = html`<p class="vd-calm">${van(verzoek, bericht)}. ${t('berichten.ontvangen', { moment: ontvangenOp(verzoek, bericht) })}</p>
${alineas.map((alinea) => html`<p>${alinea[taal] ?? alinea.nl}</p>`)}
${verwijzing && html`<p><a href="${adres(taal, 'zaak', { bron: verwijzing.bron, zaak: verwijzing.uuid })}">${t('berichten.naar_zaak')}</a></p>`}
<p class="vd-calm">${t('berichten.hulp')}</p>`
  const titel = onderwerp[taal] ?? onderwerp.nl ?? ''
  return { soort: 'pagina', pagina: mijnPagina(context, { titel, inhoud, terug: 'berichten' }) }
}

function van({ context, beeld }: Verzoek, { inhoud }: Bericht): string {
  const { t } = context.spraak
  if (inhoud.van === undefined) return t('berichten.van_ons')
  return t('berichten.van', { van: beeld.organisaties.get(inhoud.van)?.naam ?? inhoud.van })
}

function ontvangenOp({ context }: Verzoek, { verstuurd }: Bericht): string {
  return moment(context, verstuurd, datumOp(verstuurd, 'Europe/Amsterdam'))
}
