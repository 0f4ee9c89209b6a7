import { type Foutcode, foutcodes, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'

/** The codes that somebody outside can meet; `type` of a problem points to one of them. */
export const openbareCodes = [
  'verzoek-ongeldig',
  'geen-toegang',
  'geen-toestemming',
  'niet-ingelogd',
  'niveau-te-laag',
  'opnieuw-inloggen',
  'gezag-voorbij',
  'gezag-onbekend',
  'grond-ontbreekt',
  'grond-verlopen',
  'andere-herkomst',
  'niet-gevonden',
  'methode-onbekend',
  'te-traag',
  'te-groot',
  'adres-te-lang',
  'soort-onbekend',
  'te-vaak',
  'kind-afgeschermd',
  'kopregels-te-groot',
  'niet-gereed',
  'te-druk',
  'onverwacht',
] as const satisfies readonly Foutcode[]

export function codesPagina(context: Context): string {
  const { t } = context.spraak
  return pagina(context, {
    stijl: ['regeling.css'],
    titel: t('fout.codes.titel'),
    inhoud: html`<h1>${t('fout.codes.titel')}</h1>
<p class="vd-lead">${t('fout.codes.inleiding')}</p>
<dl class="vd-terms">${openbareCodes.map(
      (code) =>
        html`<div id="${code}"><dt><code>${code}</code> (${foutcodes[code].status})</dt><dd>${t(`fout.codes.${code}`)}</dd></div>`,
    )}</dl>`,
  })
}
