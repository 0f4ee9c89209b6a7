/** What all pages of one case share, for a professional and for the resident. */
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import { levendscript, levendvak } from './levend.ts'
import type { Ketenscherm } from './scherm.ts'
import { kanVorm, type Vormnaam } from './vormen.ts'
import { deelnemernaam, onderdeelnaam, stapnummer, vindDeelnemer } from './woorden.ts'

export const stijl = ['mijn.css', 'balie.css', 'machtiging.css', 'loket.css']

/** A page below the case itself: one act, with the way back. What the case is about never stands in the title. */
export function ketenpagina(
  scherm: Ketenscherm,
  {
    titel,
    inhoud,
    isFout = false,
  }: { readonly titel: string; readonly inhoud: Html; readonly isFout?: boolean },
): string {
  const { verzoek, kant, ketenzaak, beeld } = scherm
  const { context } = verzoek
  const { t } = context.spraak
  const naar = adres(context.taal, kant === 'balie' ? 'balieKetenzaak' : 'ketenzaak', { ketenzaak })
  const delen = {
    titel,
    isFout,
    inhoud: html`<a class="vd-back" href="${naar}">${t(kant === 'mijn' ? 'loket.mijn.naar_zaak' : 'loket.naar_zaak', { nummer: beeld.zicht.nummer })}</a>
<h1>${titel}</h1>
${levendvak(scherm)}
${inhoud}`,
  }
  return pagina(context, { ...delen, stijl, script: levendscript })
}

/** The way to a form, only for who can do it now; each as a link, so that it opens without a script. */
export function ketenlink(
  scherm: Ketenscherm,
  naam: Vormnaam,
  over = '',
  sleutel = `loket.vorm.${naam}.link`,
  soort: 'link' | 'knop' | 'hoofdknop' = 'link',
): Html | undefined {
  if (!kanVorm(scherm, naam, over)) return undefined
  const { verzoek, kant, ketenzaak } = scherm
  const { taal, spraak } = verzoek.context
  const href = adres(taal, kant === 'balie' ? 'balieKetenVorm' : 'ketenVorm', {
    ketenzaak,
    vorm: naam,
    ...(over !== '' && { filter: { over } }),
  })
  const klasse =
    soort === 'link'
      ? undefined
      : `utrecht-button utrecht-button--${soort === 'knop' ? 'secondary' : 'primary'}-action`
  const waarvan = waarover(scherm, over)
  return html`<a${attrs({ class: klasse, href })}>${spraak.t(sleutel)}${waarvan && html`<span class="vd-visually-hidden">: ${waarvan}</span>`}</a>`
}

/** For who hears the links one after another: which step, which share, with whom. */
function waarover(scherm: Ketenscherm, over: string): string | undefined {
  const { stappen, delingen } = scherm.beeld.zicht
  if (stappen.some(({ stap }) => stap === over))
    return scherm.verzoek.context.spraak.t('loket.stap.nummer', { n: stapnummer(scherm, over) })
  const deling = delingen.find(({ id }) => id === over)
  const deelnemer = vindDeelnemer(scherm, deling?.deelnemer ?? over)
  const wie = deelnemer && deelnemernaam(scherm, deelnemer)
  return deling === undefined ? wie : [onderdeelnaam(scherm, deling.onderdeel), wie].join(', ')
}

/** Based on what is on the page now: after a conflict, on what the other did. */
export function verborgen({ loket, beeld }: Pick<Ketenscherm, 'loket' | 'beeld'>, over: string): Html {
  return html`<input type="hidden" name="opdracht" value="${loket.nieuwId()}"><input type="hidden" name="erbij" value="${loket.nieuwId()}"><input type="hidden" name="verwacht" value="${beeld.zicht.nr}"><input type="hidden" name="over" value="${over}">`
}
