import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina, grondveld, tijdstip } from '../balie/kader.ts'
import { gebeurtenisdag, gebeurtenisveld, regievelden, vraagvelden, wievelden } from './openen-velden.ts'
import { eisLoket } from './scherm.ts'
import { type Ingevuld, toonVelden, type Veldenbeeld } from './velden.ts'
import type { Voorstelbeeld } from './voorstel.ts'
import { voorstelvak } from './voorstel-vak.ts'

export interface Openbeeld {
  readonly fouten: readonly Veldfout[]
  readonly voorstel: Voorstelbeeld | undefined
  readonly ingevuld: Ingevuld | undefined
  readonly weigering?: string
  /** When they typed it, before they went to look for whom it is about. */
  readonly onafVan?: Date
}

export function openpagina(
  verzoek: Verzoek,
  { fouten, voorstel, ingevuld, weigering, onafVan }: Openbeeld,
): string {
  const { context, form } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const loket = eisLoket(verzoek)
  const beeld: Veldenbeeld = { context, ingevuld, fouten }
  const verborgen = (naam: string) =>
    html`<input type="hidden" name="${naam}" value="${form.get(naam) ?? loket.nieuwId()}">`
  const { grond } = eisWerker(verzoek).werker
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${weigering !== undefined && html`<div class="vd-note vd-note--alarm" role="alert"><h2>${t('loket.geweigerd')}</h2><p>${weigering}</p></div>`}
<p class="vd-lead">${t('loket.openen.inleiding')}</p>
${onafVan && onafvak(verzoek, onafVan)}
<form class="vd-form vd-openen" method="post" action="${adres(taal, 'balieLoketOpen')}"><button type="submit" name="doe" value="voorstel" hidden></button>${verborgen('opdracht')}${verborgen('ketenzaak')}${grond && grondveld(grond)}
<section class="vd-openen__deel"><h2>${t('loket.openen.vraag')}</h2>${toonVelden(beeld, vraagvelden())}</section>
<section class="vd-openen__deel"><h2>${t('loket.openen.wie')}</h2>
${grond?.persoon === undefined && html`<p class="vd-small">${t('loket.openen.zonder_grond')}</p><p><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="zoek">${t('loket.openen.zoek')}</button></p>`}
${toonVelden(beeld, wievelden(verzoek))}</section>
<section class="vd-openen__deel"><h2>${t('loket.openen.regie')}</h2><p class="vd-small vd-calm">${t('loket.openen.regie_uitleg')}</p>${toonVelden(beeld, regievelden(verzoek))}</section>
<section class="vd-openen__deel" id="plan"><h2>${t('loket.openen.plan')}</h2>${toonVelden(beeld, [gebeurtenisveld(verzoek), gebeurtenisdag])}
<p><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="voorstel" formaction="${adres(taal, 'balieLoketOpen', { anker: 'plan' })}">${t('loket.openen.stel_voor')}</button></p>
${voorstel ? voorstelvak(verzoek, voorstel, fouten) : form.get('doe') === 'voorstel' && html`<p class="vd-notice" role="status">${t('loket.voorstel.niets')}</p>`}</section>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action vd-button--large" type="submit" name="doe" value="open">${t('loket.openen.knop')}</button></p></form>`
  return baliePagina(verzoek, {
    titel: t('loket.openen.titel'),
    ...(grond?.persoon !== undefined && { naam: t('zaken.balie.de_inwoner') }),
    inhoud,
    isFout: fouten.length > 0 || weigering !== undefined,
    stijl: ['loket.css', 'ketenopenen.css'],
    terug: { adres: adres(taal, 'balieLoket'), tekst: t('loket.werk.terug') },
  })
}

/** Whether it is about whom they help now only they can say. */
function onafvak({ context }: Verzoek, op: Date): Html {
  const { t } = context.spraak
  return html`<form class="vd-notice" method="post" action="${adres(context.taal, 'balieLoketOpen')}"><p>${t('loket.openen.onaf', { moment: tijdstip(context, op) })}</p>
<p><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="vergeet">${t('loket.openen.leeg')}</button></p></form>`
}
