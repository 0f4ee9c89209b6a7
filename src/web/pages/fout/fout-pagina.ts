import { html, type PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import { zoekveld } from '../zoeken/zoek-pagina.ts'

/** Statuses with words of their own; another one speaks as 400 or 500. */
const EIGEN = [400, 403, 404, 405, 413, 429, 500] as const

type EigenWoorden = 'geen_toegang' | 'gezag_voorbij' | 'gezag_onbekend' | 'kind_afgeschermd' | 'te_druk'

const eigenWoorden: ReadonlyMap<string, EigenWoorden> = new Map([
  ['geen-toegang', 'geen_toegang'],
  ['gezag-voorbij', 'gezag_voorbij'],
  ['gezag-onbekend', 'gezag_onbekend'],
  ['kind-afgeschermd', 'kind_afgeschermd'],
  ['te-druk', 'te_druk'],
] as const)

/** What is still safe, what to do now, and a person who helps. */
export function foutPagina(context: Context, fout: PlatformError, nummer: string): string {
  const { spraak, taal } = context
  const { t } = spraak
  const { status } = fout
  const gewoon = EIGEN.find((eigen) => eigen === status) ?? (status >= 500 ? 500 : 400)
  // Both are 403 and say something else: this page is not yours, or this form is not ours.
  const code = eigenWoorden.get(fout.code) ?? gewoon
  const isOverKind = code === 'gezag_voorbij' || code === 'gezag_onbekend' || code === 'kind_afgeschermd'
  return pagina(context, {
    titel: t(`fout.${code}.titel`),
    inhoud: html`<h1>${t(`fout.${code}.titel`)}</h1>
<p class="vd-lead">${t(`fout.${code}.tekst`)}</p>
<section class="vd-section"><h2>${t('fout.wat_nu')}</h2>
${code === 429 && html`<p>${t('fout.429.nu', { n: Math.ceil((fout.wachtSeconden ?? 60) / 60) })}${fout.isGedeeld && html` ${t('fout.429.netwerk')}`}</p>`}
${isOverKind && html`<p>${t(`fout.${code}.nu`)}</p><p><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'voorWie')}">${t('fout.voor_wie')}</a></p>`}
${(code === 500 || code === 'te_druk') && html`<p>${t(`fout.${code}.nu`)}</p>`}
${zoekveld(context, '')}
<ul class="vd-list">
<li><a href="${adres(taal, 'start')}">${t('fout.start')}</a></li>
<li><a href="${adres(taal, 'gebeurtenissen')}">${t('start.gebeurtenissen.link')}</a></li>
<li><a href="${adres(taal, 'rechten')}">${t('fout.vragen')}</a></li>
<li><a href="${adres(taal, 'overzicht')}">${t('fout.overzicht')}</a></li>
<li><a href="${adres(taal, 'hulp')}">${t('fout.hulp')}</a></li>
</ul></section>
<p class="vd-calm vd-small">${t('fout.nummer', { nummer })}</p>`,
  })
}
