import { plusDagen } from '../../../kalender/index.ts'
import type { VoorgesteldeStap, Voorstelreden } from '../../../loket/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import { wieIsHet } from '../../ui/organisatie.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import {
  gebeurtenisveld,
  keuzelijst,
  regievelden,
  vraagvelden,
  wieKeuzes,
  wievelden,
} from './openen-velden.ts'
import { eisLoket } from './scherm.ts'
import { type Ingevuld, toonVelden, type Veldenbeeld, vinkje } from './velden.ts'
import { isAlgemeen, type Voorstelbeeld } from './voorstel.ts'
import { dagVan, inTaal, isOverheid, organisatienaam, titeltekst } from './woorden.ts'

export { wieKeuzes }

/** Named limit: a term that the life event does not know is four weeks, for the professional to change. */
const TERMIJN_DAGEN = 28

export interface Openbeeld {
  readonly fouten: readonly Veldfout[]
  readonly voorstel: Voorstelbeeld | undefined
  readonly ingevuld: Ingevuld | undefined
  readonly weigering?: string
}

export function openpagina(verzoek: Verzoek, { fouten, voorstel, ingevuld, weigering }: Openbeeld): string {
  const { context, form } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const loket = eisLoket(verzoek)
  const beeld: Veldenbeeld = { context, ingevuld, fouten }
  const verborgen = (naam: string) =>
    html`<input type="hidden" name="${naam}" value="${form.get(naam) ?? loket.nieuwId()}">`
  const { grond } = eisWerker(verzoek).werker
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${weigering !== undefined && html`<div class="vd-note vd-note--alarm" role="alert"><h2>${t('loket.geweigerd')}</h2><p>${weigering}</p></div>`}
<p class="vd-lead">${t('loket.openen.inleiding')}</p>
<form class="vd-form vd-openen" method="post" action="${adres(taal, 'balieLoketOpen')}">${verborgen('opdracht')}${verborgen('ketenzaak')}
<section class="vd-openen__deel"><h2>${t('loket.openen.vraag')}</h2>${toonVelden(beeld, vraagvelden())}</section>
<section class="vd-openen__deel"><h2>${t('loket.openen.wie')}</h2>
${grond?.persoon === undefined && html`<p class="vd-small">${t('loket.openen.zonder_grond')} <a href="${adres(taal, 'balie')}">${t('loket.openen.zoek')}</a></p>`}
${toonVelden(beeld, wievelden(verzoek))}</section>
<section class="vd-openen__deel"><h2>${t('loket.openen.regie')}</h2><p class="vd-small vd-calm">${t('loket.openen.regie_uitleg')}</p>${toonVelden(beeld, regievelden(verzoek))}</section>
<section class="vd-openen__deel" id="plan"><h2>${t('loket.openen.plan')}</h2>${toonVelden(beeld, [gebeurtenisveld(verzoek)])}
<p><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="voorstel" formaction="${adres(taal, 'balieLoketOpen', { anker: 'plan' })}">${t('loket.openen.stel_voor')}</button></p>
${voorstel && voorstelvak(verzoek, voorstel, fouten)}</section>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action vd-button--large" type="submit" name="doe" value="open">${t('loket.openen.knop')}</button></p></form>`
  return baliePagina(verzoek, {
    titel: t('loket.openen.titel'),
    ...(grond?.persoon !== undefined && { naam: t('zaken.balie.de_inwoner') }),
    inhoud,
    isFout: fouten.length > 0 || weigering !== undefined,
    stijl: ['loket.css'],
    terug: { adres: adres(taal, 'balieLoket'), tekst: t('loket.werk.terug') },
  })
}

/** With its reasons; nothing is ticked that the professional did not tick. */
function voorstelvak(verzoek: Verzoek, voorstel: Voorstelbeeld, fouten: readonly Veldfout[]): Html {
  const { context, form } = verzoek
  const { t } = context.spraak
  const mee = form.getAll('mee')
  return html`<div class="vd-voorstel"><p>${t('loket.voorstel.hoort', { gebeurtenis: gebeurtenisnaam(verzoek, voorstel.gebeurtenis) })} ${t('loket.voorstel.uitleg', { n: voorstel.organisaties.length })}</p>
<ul class="vd-plain vd-voorstel__wie">${voorstel.organisaties.map(({ organisatie, redenen }) => {
    const naam = organisatienaam(verzoek, organisatie)
    return html`<li>${wieIsHet(context.spraak, { naam: naam.tekst, lang: naam.lang, isOverheid: isOverheid(verzoek, organisatie) })} <span class="vd-small vd-calm">${t('loket.voorstel.redenen', { n: redenen.length })}</span></li>`
  })}</ul>
<fieldset class="vd-fieldset"><legend>${t('loket.voorstel.kies')}</legend>
<ul class="vd-plain vd-voorstel__stappen">${voorstel.stappen.map((stap) => voorgesteld(verzoek, voorstel, stap, fouten))}</ul></fieldset>
<fieldset class="vd-fieldset"><legend>${t('loket.voorstel.mee')}</legend><p class="vd-small vd-calm">${t('loket.voorstel.mee_uitleg')}</p>
${keuzelijst(verzoek, 'onderdeel', ['betrokkene', 'vraag', 'uitkomst']).map(({ waarde, tekst }) => vinkje({ id: `mee-${waarde}`, naam: 'mee', waarde, tekst, isGekozen: mee.includes(waarde) }))}</fieldset></div>`
}

function voorgesteld(
  verzoek: Verzoek,
  { gebeurtenis }: Voorstelbeeld,
  stap: VoorgesteldeStap,
  fouten: readonly Veldfout[],
): Html {
  const { context, form, nu } = verzoek
  const { t } = context.spraak
  const { eigenaar, redenen, wachtOp } = stap
  const titel = titeltekst(verzoek, { soort: 'sjabloon', gebeurtenis, stap: stap.stap })
  const id = `termijn-${stap.stap}`
  const fout = fouten.find(({ veld }) => veld === id)
  const wie =
    eigenaar.soort === 'inwoner'
      ? html`<span class="vd-who vd-who--self">${t('loket.wie.inwoner')}</span>`
      : eigenaar.soort === 'organisatie'
        ? merk(verzoek, eigenaar.organisatie)
        : wieIsHet(context.spraak, { naam: eigenaar.naam, isOverheid: false })
  const bij = [
    // That it belongs to the life event is said once, above.
    ...redenen.filter(({ soort }) => soort !== 'gebeurtenis').map((reden) => redentekst(verzoek, reden)),
    wachtOp.length > 0 &&
      t('loket.voorstel.wacht', {
        stappen: wachtOp
          .map((op) => titeltekst(verzoek, { soort: 'sjabloon', gebeurtenis, stap: op }).tekst)
          .join('; '),
      }),
  ].filter((een) => een !== false)
  // Who is no government is invited first, with consent; only then can a step be theirs.
  if (eigenaar.soort === 'uit-te-nodigen')
    return html`<li class="vd-voorgesteld"><p><strong>${inTaal(titel)}</strong><br>${wie}</p><p class="vd-small">${t('loket.voorstel.nodig_uit')}</p></li>`
  if (eigenaar.soort === 'organisatie' && isAlgemeen(verzoek, eigenaar.organisatie))
    return html`<li class="vd-voorgesteld"><p><strong>${inTaal(titel)}</strong></p><p>${wie}</p><p class="vd-small">${t('loket.voorstel.algemeen')}</p></li>`
  return html`<li class="vd-voorgesteld">${vinkje({ id: `kies-${stap.stap}`, naam: 'kies', waarde: stap.stap, tekst: html`<strong>${inTaal(titel)}</strong>`, isGekozen: form.getAll('kies').includes(stap.stap) })}
<p>${wie}</p>${bij.length > 0 && html`<p class="vd-small vd-calm">${bij.join(' ')}</p>`}
<input type="hidden" name="id-${stap.stap}" value="${form.get(`id-${stap.stap}`) ?? eisLoket(verzoek).nieuwId()}">
<div class="vd-voorgesteld__dag"><label class="vd-small" for="${id}">${t('loket.veld.termijn')}<span class="vd-visually-hidden">: ${titel.tekst}</span></label>${foutregel({ fout, foutWoord: t('algemeen.fout'), id })}
<input class="utrecht-textbox utrecht-textbox--html-input vd-dagveld" type="date"${attrs({ id, name: id, value: form.get(id) ?? stap.termijn ?? plusDagen(dagVan(nu), TERMIJN_DAGEN), 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': fout ? `${id}-fout` : undefined })}></div></li>`
}

function merk(verzoek: Verzoek, organisatie: string): Html {
  const { tekst, lang } = organisatienaam(verzoek, organisatie)
  return wieIsHet(verzoek.context.spraak, { naam: tekst, lang, isOverheid: isOverheid(verzoek, organisatie) })
}

function redentekst(verzoek: Verzoek, reden: Voorstelreden): string {
  const { t } = verzoek.context.spraak
  if (reden.soort === 'lopende-zaak') return t('loket.voorstel.reden.zaak')
  if (reden.soort === 'recht') return t('loket.voorstel.reden.recht', { regeling: reden.regeling })
  return t('loket.voorstel.reden.gebeurtenis', { gebeurtenis: gebeurtenisnaam(verzoek, reden.gebeurtenis) })
}

function gebeurtenisnaam({ context, beeld }: Verzoek, id: string): string {
  const titel = beeld.gebeurtenissen.get(id)?.titel
  return titel === undefined ? '' : woorden(context.spraak, titel).tekst
}
