/** Organisations that may be involved, each with why; the professional ticks whom to ask. */
import { staatVast } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { wieIsHet } from '../../ui/organisatie.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { eisLoket } from './scherm.ts'
import { vinkje } from './velden.ts'
import type { Voorstelbeeld } from './voorstel.ts'
import { redenzinnen } from './voorstel-redenen.ts'
import { isOverheid, organisatienaam } from './woorden.ts'

type Een = Voorstelbeeld['organisaties'][number]

/** Whom something firm points to stands open; whom there may be a right at is folded away. */
export function betrokkenen(verzoek: Verzoek, voorstel: Voorstelbeeld): Html {
  const { t } = verzoek.context.spraak
  const vast = voorstel.organisaties.filter(({ redenen }) => redenen.some(staatVast))
  const misschien = voorstel.organisaties.filter((een) => !vast.includes(een))
  const isGekozen = misschien.some(({ organisatie }) => verzoek.form.getAll('erbij').includes(organisatie))
  return html`<fieldset class="vd-fieldset"><legend>${t('loket.voorstel.wie', { n: vast.length })}</legend>
${voorstel.organisaties.length > 0 && html`<p class="vd-small vd-calm">${t('loket.voorstel.wie_uitleg')}</p>`}
<ul class="vd-plain vd-voorstel__wie">${vast.map((een) => organisatie(verzoek, voorstel, een))}</ul>
${
  misschien.length > 0 &&
  html`<details class="vd-details vd-fold"${isGekozen && html` open`}><summary>${t('loket.voorstel.misschien', { n: misschien.length })}</summary><div><p class="vd-small vd-calm">${t('loket.voorstel.misschien_uitleg')}</p>
<ul class="vd-plain vd-voorstel__wie">${misschien.map((een) => organisatie(verzoek, voorstel, een))}</ul></div></details>`
}</fieldset>`
}

function organisatie(verzoek: Verzoek, voorstel: Voorstelbeeld, { organisatie: id, redenen }: Een): Html {
  const { context, form } = verzoek
  const { tekst, lang } = organisatienaam(verzoek, id)
  const naam = wieIsHet(context.spraak, { naam: tekst, lang, isOverheid: isOverheid(verzoek, id) })
  const isEigen = eisWerker(verzoek).werker.subject.organisatie === id
  const veld = `erbij-${id}`
  return html`<li class="vd-voorstel__een">${
    isEigen
      ? html`<p>${naam} <span class="vd-small vd-calm">${context.spraak.t('loket.voorstel.eigen')}</span></p>`
      : html`${vinkje({ id: `kies-${veld}`, naam: 'erbij', waarde: id, tekst: naam, isGekozen: form.getAll('erbij').includes(id) })}<input type="hidden" name="${veld}" value="${form.get(veld) ?? eisLoket(verzoek).nieuwId()}">`
  }
<ul class="vd-list vd-small">${redenzinnen(verzoek, voorstel, redenen).map((zin) => html`<li>${zin}</li>`)}</ul></li>`
}
