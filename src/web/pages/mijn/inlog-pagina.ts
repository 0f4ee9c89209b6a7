import { type Html, html } from '../../../platform/index.ts'
import type { Inlogmiddel, Inloguitkomst } from '../../../toegang/index.ts'
import type { Inlogmee } from '../../inlogmee.ts'
import { adres, type Routenaam } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'

export interface InlogBeeld {
  /** Where they go when it is done. */
  readonly naar: Routenaam
  readonly mee?: Inlogmee | undefined
  /** What can be chosen; absent in an installation without a login service. */
  readonly middelen: readonly Inlogmiddel[] | undefined
  /** Just logged out. */
  readonly isUit?: boolean
  readonly waarom?:
    | Exclude<Inloguitkomst['status'], 'ok'>
    | 'niet-ingelogd'
    | 'niveau-te-laag'
    | 'opnieuw-inloggen'
}

export function inlogPagina(context: Context, beeld: InlogBeeld): string {
  const { t } = context.spraak
  return pagina(context, {
    stijl: ['mijn.css'],
    titel: t('mijn.inloggen.titel'),
    inhoud: html`<h1>${t('mijn.inloggen.titel')}</h1>
${beeld.waarom && html`<p class="vd-notice" role="status">${t(`mijn.inloggen.waarom.${beeld.waarom}`)}</p>`}
${beeld.isUit === true && html`<p class="vd-notice" role="status">${t('mijn.inloggen.uitgelogd')}</p>`}
${beeld.middelen ? keuzes(context, beeld, beeld.middelen) : html`<p class="vd-lead">${t('mijn.inloggen.kan_niet')}</p>`}`,
  })
}

function keuzes(
  { taal, spraak }: Context,
  { naar, mee }: InlogBeeld,
  middelen: readonly Inlogmiddel[],
): Html {
  const { t } = spraak
  return html`<p class="vd-lead">${t('mijn.inloggen.inleiding')}</p>
<ul class="vd-login">${middelen.map(
    (middel) =>
      html`<li class="vd-login__choice"><h2>${t(`mijn.inloggen.middel.${middel}.titel`)}</h2>
<p>${t(`mijn.inloggen.middel.${middel}.tekst`)}</p>
<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'inlogStart', { middel, naar, ...(mee && { filter: mee }) })}">${t(`mijn.inloggen.middel.${middel}.knop`)}</a></p></li>`,
  )}</ul>
<section class="vd-section"><h2>${t('mijn.inloggen.waarvoor.titel')}</h2>
<ul class="vd-list"><li>${t('mijn.inloggen.waarvoor.zaken')}</li><li>${t('mijn.inloggen.waarvoor.gegevens')}</li><li>${t('mijn.inloggen.waarvoor.ander')}</li><li>${t('mijn.inloggen.waarvoor.inzage')}</li></ul>
<p>${t('mijn.inloggen.hoeft_niet')} <a href="${adres(taal, 'rechten')}">${t('mijn.inloggen.zonder')}</a></p></section>`
}
