import { html } from '../../../platform/index.ts'
import type { Medewerkerstart, Medewerkeruitkomst } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import type { BalieBronnen } from './bronnen.ts'

export interface BalieInlogBeeld {
  /** Id and name of each organisation whose people can log in here. */
  readonly organisaties: readonly { readonly id: string; readonly naam: string }[]
  readonly isUit?: boolean
  readonly waarom?:
    | Exclude<Medewerkeruitkomst['status'] | Medewerkerstart['status'], 'ok'>
    | 'niet-ingelogd'
    | undefined
}

/** Whose people can log in here, as they are called. */
export function organisatiesVan(
  balie: Pick<BalieBronnen, 'logins'> | undefined,
  namen: ReadonlyMap<string, { readonly naam: string }>,
): BalieInlogBeeld['organisaties'] {
  return (balie?.logins.organisaties ?? []).map((id) => ({ id, naam: namen.get(id)?.naam ?? id }))
}

export function balieInlogPagina(context: Context, { organisaties, isUit, waarom }: BalieInlogBeeld): string {
  const { taal, spraak } = context
  const { t } = spraak
  return pagina(context, {
    stijl: ['mijn.css', 'balie.css'],
    titel: t('balie.inloggen.titel'),
    inhoud: html`<h1>${t('balie.inloggen.titel')}</h1>
${waarom !== undefined && html`<p class="vd-notice" role="status">${t(`balie.inloggen.waarom.${waarom}`)}</p>`}
${isUit === true && html`<p class="vd-notice" role="status">${t('balie.inloggen.uitgelogd')}</p>`}
${
  organisaties.length === 0
    ? html`<p class="vd-lead">${t('balie.inloggen.kan_niet')}</p>`
    : html`<p class="vd-lead">${t('balie.inloggen.inleiding')}</p>
<h2>${t('balie.inloggen.kies')}</h2>
<ul class="vd-rows">${organisaties.map(
        ({ id, naam }) =>
          html`<li class="vd-row"><a href="${adres(taal, 'balieInlogStart', { bij: id })}">${t('balie.inloggen.via', { organisatie: naam })}</a></li>`,
      )}</ul>`
}
<p><a href="${adres(taal, 'inloggen')}">${t('balie.inloggen.inwoner')}</a></p>`,
  })
}
