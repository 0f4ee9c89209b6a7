/** Somebody on an ordinary telephone: whom, and at which number. */
import { type Belnummer, type Gast, gasten, leesBelnummer } from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { foutSamenvatting } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'

export function telefoonvorm({ context, form }: Verzoek, actie: string, getypt?: string): Html {
  const { t } = context.spraak
  const isFout = getypt !== undefined
  const gekozen = isFout ? form.get('als') : gasten[0]
  return html`<form class="vd-form" method="post" action="${actie}" autocomplete="off" data-terplekke><h3>${t('bellen.telefoon.kop')}</h3>
<p>${t('bellen.telefoon.uitleg')}</p>
<p class="utrecht-form-field"><label class="utrecht-form-label" for="als">${t('bellen.telefoon.als')}</label>
<select class="utrecht-textbox vd-select" id="als" name="als">${gasten.map((als) => html`<option value="${als}"${als === gekozen && html` selected`}>${t(`bellen.als.${als}`)}</option>`)}</select></p>
<p class="utrecht-form-field"><label class="utrecht-form-label" for="nummer">${t('bellen.telefoon.nummer')}</label>
${isFout && html`<span class="utrecht-form-field-error-message" id="nummer-fout"><strong>${t('algemeen.fout')}</strong> ${t('bellen.telefoon.fout')}</span>`}
<input class="utrecht-textbox" id="nummer" name="nummer" type="tel" autocomplete="off" maxlength="30" value="${getypt ?? ''}"${isFout && html` aria-invalid="true" aria-describedby="nummer-fout"`}></p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="telefoon">${t('bellen.telefoon.bel')}</button></p></form>`
}

export function telefoonfout({ context: { spraak } }: Verzoek): Html | undefined {
  const fouten = [{ veld: 'nummer', tekst: spraak.t('bellen.telefoon.fout') }]
  return foutSamenvatting(spraak.t('vraag.fout.titel'), fouten)
}

export function leesTelefoonvorm({ form, loket }: Pick<Verzoek, 'form' | 'loket'>): {
  readonly nummer: Belnummer | undefined
  readonly als: Gast
  readonly getypt: string
} {
  const getypt = form.get('nummer')?.slice(0, 30) ?? ''
  const als = gasten.find((gast) => gast === form.get('als')) ?? 'inwoner'
  return { nummer: (loket?.leesNummer ?? leesBelnummer)(getypt), als, getypt }
}
