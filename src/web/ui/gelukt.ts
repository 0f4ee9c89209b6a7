/**
 * «Is dit gelukt?»: a calm box below a step of a journey. Three buttons that work without a script; then, for who wants
 * to, what went wrong. On a page in the middle of a step it is folded: nobody is asked while they are busy.
 */
import { type Gelukt, HOOGSTENS_TEKENS, redenen } from '../../ervaring/index.ts'
import { attrs, type Html, html } from '../../platform/index.ts'
import { adres } from '../routes.ts'
import type { Context } from './context.ts'
import { keuzes } from './formulier.ts'
import type { Gelukplek, Gelukstand } from './gelukplek.ts'

export function gelukvak(context: Context, isFout: boolean): Html | undefined {
  const plek = context.gelukt
  if (plek === undefined) return undefined
  const { t } = context.spraak
  const { stand } = plek
  if (stand === undefined && (!plek.isEinde || isFout))
    // A place with a name of its own, as the open box is: it stands outside the page's own text.
    return html`<section class="vd-gelukt vd-screen-only" id="gelukt" aria-label="${t('ervaring.vak.vast')}"><details class="vd-details"><summary>${t('ervaring.vak.vast')}</summary><div>
<p>${t('ervaring.vak.vast_uitleg')} <a href="#niet-digitaal">${t('ervaring.vak.hulp')}</a></p>
<p id="gelukt-vraag">${t('ervaring.vak.titel')}</p>
${knoppen(context, plek)}</div></details></section>`
  return html`<section class="vd-gelukt vd-box vd-screen-only" id="gelukt" tabindex="-1" aria-labelledby="gelukt-vraag">
<h2 class="vd-box__title" id="gelukt-vraag">${t(vraagtOpnieuw(stand) ? 'ervaring.vak.titel' : 'ervaring.vak.dank')}</h2>
${stand !== undefined && html`<p role="status">${t(`ervaring.vak.stand.${stand}`)}</p>`}
${vraagtOpnieuw(stand) && knoppen(context, plek)}
${(stand === 'deels' || stand === 'nee') && waarom(context, plek)}
</section>`
}

/** A form counts once; whoever has more to say, or came by an old one, gets another. */
function vraagtOpnieuw(stand: Gelukstand | undefined): boolean {
  return stand === undefined || stand === 'oud' || stand === 'al'
}

const volgorde: readonly Gelukt[] = ['ja', 'deels', 'nee']

function knoppen(context: Context, plek: Gelukplek): Html {
  const { t } = context.spraak
  return html`<form class="vd-gelukt__knoppen" method="post" action="${adres(context.taal, 'geluktStuur')}" data-gelukt="" aria-labelledby="gelukt-vraag">
${velden(plek)}
${volgorde.map((een) => html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="gelukt" value="${een}">${t(`ervaring.antwoord.${een}`)}</button>`)}
</form>
<p class="vd-calm vd-small">${t('ervaring.vak.tellen')} <a href="${adres(context.taal, 'privacy', { anker: 'meten' })}">${t('ervaring.vak.meer')}</a></p>`
}

function waarom(context: Context, plek: Gelukplek): Html {
  const { t } = context.spraak
  return html`<form class="vd-stack" method="post" action="${adres(context.taal, 'geluktStuur')}" data-gelukt="">
${velden(plek)}
${waaromvelden(context, 'gelukt')}
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="waarom" value="1">${t('ervaring.vak.stuur')}</button></p></form>
<p><a href="#niet-digitaal">${t('ervaring.vak.hulp')}</a></p>`
}

/** «Wat ging er mis?» and a sentence of one's own, with what not to write in it. */
export function waaromvelden({ spraak: { t } }: Context, id: string, gekozen?: string, tekst = ''): Html {
  return html`<fieldset class="vd-fieldset"><legend>${t('ervaring.waarom.titel')}</legend>
${keuzes({ id: `${id}-reden`, naam: 'reden', opties: redenen.map((een) => ({ waarde: een, tekst: t(`ervaring.reden.${een}`) })), gekozen })}</fieldset>
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="${id}-tekst">${t('ervaring.waarom.zin')}</label>
<p class="vd-calm vd-small" id="${id}-tekst-hulp">${t('ervaring.waarom.zin_hulp')}</p>
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="3"${attrs({ id: `${id}-tekst`, name: 'tekst', maxlength: HOOGSTENS_TEKENS, autocomplete: 'off', 'aria-describedby': `${id}-tekst-hulp` })}>${tekst}</textarea></div>`
}

function velden({ stempel, terug, kanaal }: Gelukplek): Html {
  return html`${kanaal && html`<input type="hidden" name="kanaal" value="${kanaal}">`}<input type="hidden" name="stempel" value="${stempel}">${terug !== undefined && html`<input type="hidden" name="terug" value="${terug}">`}`
}
