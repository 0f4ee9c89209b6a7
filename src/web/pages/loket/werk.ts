/** What lies with one's own organisation, by number: of whom and what it is stands behind it. */
import type { Werkregel } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { eisLoket, vragerVan } from './scherm.ts'
import { dagKort, dagVan, organisatienaam } from './woorden.ts'

/** An answer that somebody waits for goes before one's own work. */
const groepen = [
  { id: 'antwoord', hoort: ({ soort }) => soort !== 'stap' && soort !== 'regie' },
  { id: 'stap', hoort: ({ soort }) => soort === 'stap' },
  { id: 'regie', hoort: ({ soort }) => soort === 'regie' },
] as const satisfies readonly { readonly id: string; readonly hoort: (regel: Werkregel) => boolean }[]

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const regels = await eisLoket(verzoek).werkvoorraad(vragerVan(verzoek, 'balie'))
  const { context } = verzoek
  const { t } = context.spraak
  const nieuw = adres(context.taal, 'balieLoketNieuw')
  const inhoud = html`<p class="vd-lead">${t('loket.werk.inleiding')}</p>
<p class="vd-actions"><a class="utrecht-button utrecht-button--primary-action" href="${nieuw}">${t('loket.werk.nieuw')}</a></p>
${regels.length === 0 && html`<p>${t('loket.werk.niets')}</p>`}
${groepen.map(({ id, hoort }) => groep(verzoek, id, regels.filter(hoort)))}`
  const pagina = baliePagina(verzoek, {
    titel: t('loket.werk.titel'),
    inhoud,
    zonderGrond: true,
    stijl: ['loket.css', 'ketenwerk.css'],
    breed: true,
    terug: { adres: adres(context.taal, 'balie'), tekst: t('balie.titel') },
  })
  return { soort: 'pagina', pagina }
}

function groep(verzoek: Verzoek, id: string, regels: readonly Werkregel[]): Html | undefined {
  if (regels.length === 0) return undefined
  const { t } = verzoek.context.spraak
  return html`<section class="vd-section" aria-labelledby="werk-${id}"><h2 id="werk-${id}">${t(`loket.werk.groep.${id}`)} <span class="vd-count">${regels.length}</span></h2>
<ul class="vd-werk">${regels.map((een) => regel(verzoek, een))}</ul></section>`
}

function regel(verzoek: Verzoek, { ketenzaak, nummer, soort, stand, termijn, bij, elders }: Werkregel): Html {
  const { context, nu } = verzoek
  const { t } = context.spraak
  const isLaat = termijn !== undefined && termijn < dagVan(nu)
  const wie =
    bij === undefined
      ? undefined
      : bij === 'inwoner' || bij === 'partij'
        ? t(`loket.wie.${bij}`)
        : organisatienaam(verzoek, bij).tekst
  const wat = soort === 'stap' ? t(`loket.stand.${stand}`) : t(`loket.werk.soort.${soort}`)
  // An offer and an escalation go further by themselves on that day; a term is the last one.
  const wanneer =
    soort === 'aanbod' || soort === 'opschaling'
      ? 'loket.werk.gaat_verder'
      : isLaat
        ? 'loket.stap.was'
        : 'loket.stap.voor'
  return html`<li class="vd-werk__regel"><p class="vd-werk__wat"><a href="${adres(context.taal, 'balieKetenzaak', { ketenzaak })}">${nummer || t('loket.werk.zonder_nummer')}</a><br><span class="vd-small">${wat}</span></p>
<p class="vd-werk__bij">${wie !== undefined && t('loket.werk.bij', { wie })}${elders !== undefined && t('loket.werk.elders', { wie: organisatienaam(verzoek, elders).tekst })}</p>
<p class="vd-werk__termijn">${termijn !== undefined && html`<span class="vd-term vd-term--${isLaat ? 'late' : 'term'}">${t(wanneer, { dag: dagKort(verzoek, termijn) })}</span>`}</p></li>`
}
