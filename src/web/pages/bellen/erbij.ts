/** Beside a call: whoever can be brought into it. With the script these forms are sent without leaving the call. */
import { gasten } from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { type Bekend, bekendvorm } from './bekend-nummer.ts'
import { organisatiekeuze } from './lijst.ts'
import { telefoonvorm } from './telefoon.ts'

/** As it was made, for this participant; it is shown once. */
export interface Belcode {
  readonly code: string
  readonly deelnemer: string
}

export function erbij(
  verzoek: Verzoek,
  {
    actie,
    code,
    getypt,
    ketenzaak,
    bekend,
  }: {
    readonly actie: string
    readonly code?: Belcode | undefined
    readonly getypt?: string | undefined
    /** Whose resident may be dialled at a number that is known. */
    readonly ketenzaak?: string | undefined
    readonly bekend?: Bekend
  },
): Html {
  const { t } = verzoek.context.spraak
  return html`<section class="vd-stack vd-gesprek__erbij vd-no-print" aria-labelledby="erbij" data-plek="erbij"><h2 id="erbij">${t('bellen.erbij.kop')}</h2>
<div role="status" data-deel="code">${code !== undefined && codevak(verzoek, code)}</div>
<form class="vd-form" method="post" action="${actie}" data-terplekke><p>${t('bellen.erbij.uitleg')}</p>
<p class="vd-actions">${gasten.map((als) => html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="code" value="${als}">${t(`bellen.erbij.${als}`)}</button>`)}</p></form>
<form class="vd-form" method="post" action="${actie}" data-terplekke>${organisatiekeuze(verzoek, [])}
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="roep">${t('bellen.erbij.roep')}</button></p></form>
${verzoek.loket?.belTelefoon !== undefined && html`<div data-deel="telefoon">${telefoonvorm(verzoek, actie, getypt)}${ketenzaak !== undefined && bekendvorm(verzoek, actie, bekend)}</div>`}</section>`
}

/** What is kept of it opens nothing. In the link it stands after the `#`, which no browser sends. */
function codevak({ context, post }: Verzoek, { code, deelnemer }: Belcode): Html {
  const { t } = context.spraak
  const hier = new URL(adres(context.taal, 'gesprek'), post.basis)
  const naar = new URL(adres(context.taal, 'gesprek', { anker: code }), post.basis).href
  return html`<section class="vd-codeblad" aria-labelledby="code"${attrs({ 'data-code-van': deelnemer })}><h3 id="code">${t('bellen.code.kop')}</h3>
<p class="vd-codeblad__code vd-code"><strong>${code}</strong></p>
<p>${t('bellen.code.uitleg', { adres: hier.host + hier.pathname })}</p>
<p>${t('bellen.code.link')} <span class="vd-tekst">${naar}</span></p></section>`
}
