import { DOELGROEPEN, type Levensgebeurtenis } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { woorden } from './woorden.ts'

export function lijstPagina(context: Context, gebeurtenissen: readonly Levensgebeurtenis[]): string {
  const { spraak } = context
  const { t } = spraak
  const groepen = DOELGROEPEN.map(
    (doelgroep) =>
      [
        doelgroep,
        opTitel(
          spraak,
          gebeurtenissen.filter((g) => g.doelgroep === doelgroep),
        ),
      ] as const,
  )
  return pagina(context, {
    stijl: ['start.css'],
    titel: t('gebeurtenis.lijst.titel'),
    actief: 'gebeurtenissen',
    inhoud: html`<h1>${t('gebeurtenis.lijst.titel')}</h1>
<p class="vd-lead">${t('gebeurtenis.lijst.inleiding')}</p>
${gebeurtenissen.length === 0 && html`<p>${t('gebeurtenis.lijst.leeg')}</p>`}
${groepen.map(
  ([doelgroep, lijst]) =>
    lijst.length > 0 &&
    html`<section class="vd-section" aria-labelledby="${doelgroep}"><h2 id="${doelgroep}">${t(`gebeurtenis.lijst.${doelgroep}`)}</h2>${tegels(context, lijst)}</section>`,
)}`,
  })
}

/** Large, calm tiles: the sentence a person would say, and one line about what is behind it. */
export function tegels({ spraak, taal }: Context, lijst: readonly Levensgebeurtenis[]): Html {
  return html`<ul class="vd-events">${lijst.map((gebeurtenis) => {
    const titel = woorden(spraak, gebeurtenis.titel)
    const kort = woorden(spraak, gebeurtenis.kort)
    return html`<li class="vd-event"><h3 class="vd-event__title"><a href="${adres(taal, 'gebeurtenis', { gebeurtenis: gebeurtenis.id })}"${attrs({ lang: titel.lang })}>${titel.tekst}</a></h3>
<p${attrs({ lang: kort.lang })}>${kort.tekst}</p></li>`
  })}</ul>`
}

/** By what people read, so that a list is in order in each language. */
function opTitel(spraak: Spraak, lijst: readonly Levensgebeurtenis[]): readonly Levensgebeurtenis[] {
  const titel = (g: Levensgebeurtenis): string => woorden(spraak, g.naam).tekst
  return lijst.toSorted((a, b) => titel(a).localeCompare(titel(b), 'nl'))
}
