/** The proposal on the page: who may be involved and why, and the steps to choose from. Nothing is ticked beforehand. */
import { eersteWerkdagVanaf, plusDagen } from '../../../kalender/index.ts'
import type { VoorgesteldeStap } from '../../../loket/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { foutregel, type Veldfout } from '../../ui/formulier.ts'
import { wieIsHet } from '../../ui/organisatie.ts'
import type { Verzoek } from '../../verzoek.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { kennislinks } from './kennislinks.ts'
import { keuzelijst } from './openen-velden.ts'
import { eisLoket } from './scherm.ts'
import { tochVinkje, vinkje } from './velden.ts'
import { isAlgemeen, type Voorstelbeeld } from './voorstel.ts'
import { bronzinnen, gebeurtenisnaam, redenzinnen } from './voorstel-redenen.ts'
import { betrokkenen } from './voorstel-wie.ts'
import { dagVan, inTaal, isOverheid, organisatienaam, titeltekst } from './woorden.ts'

/** Named limit: a term that the life event does not know is four weeks, for the professional to change. */
const TERMIJN_DAGEN = 28
const ERNA_DAGEN = 14

export function voorstelvak(verzoek: Verzoek, voorstel: Voorstelbeeld, fouten: readonly Veldfout[]): Html {
  return html`<div class="vd-voorstel"><input type="hidden" name="voorgesteld" value="1">${bronzinnen(verzoek, voorstel).map((zin) => html`<p class="vd-notice">${zin}</p>`)}
${betrokkenen(verzoek, voorstel)}
${voorstel.gebeurtenis !== undefined && stappenvak(verzoek, voorstel, voorstel.gebeurtenis, fouten)}</div>`
}

function stappenvak(
  verzoek: Verzoek,
  voorstel: Voorstelbeeld,
  gebeurtenis: string,
  fouten: readonly Veldfout[],
): Html {
  const { context, form } = verzoek
  const { t } = context.spraak
  const mee = form.getAll('mee')
  return html`<fieldset class="vd-fieldset"><legend>${t('loket.voorstel.kies')}</legend>
<p>${t('loket.voorstel.hoort', { gebeurtenis: gebeurtenisnaam(verzoek, gebeurtenis) })}</p>
<p>${kennislinks(verzoek, { gebeurtenis })}</p>
<ul class="vd-plain vd-voorstel__stappen">${voorstel.stappen.map((stap) => voorgesteld(verzoek, voorstel, stap, fouten))}</ul></fieldset>
<fieldset class="vd-fieldset"><legend>${t('loket.voorstel.mee')}</legend><p class="vd-small vd-calm">${t('loket.voorstel.mee_uitleg')}</p>
${keuzelijst(verzoek, 'onderdeel', ['betrokkene', 'vraag', 'uitkomst']).map(({ waarde, tekst }) => vinkje({ id: `mee-${waarde}`, naam: 'mee', waarde, tekst, isGekozen: mee.includes(waarde) }))}</fieldset>`
}

function voorgesteld(
  verzoek: Verzoek,
  voorstel: Voorstelbeeld,
  stap: VoorgesteldeStap,
  fouten: readonly Veldfout[],
): Html {
  const { context, form } = verzoek
  const { t } = context.spraak
  const { gebeurtenis, eigenaar, redenen, wachtOp } = stap
  const bron = verzoek.beeld.gebeurtenissen.get(gebeurtenis)?.stappen.find(({ id }) => id === stap.stap)
  const titel = titeltekst(verzoek, { soort: 'sjabloon', gebeurtenis, stap: stap.stap })
  const id = `termijn-${stap.stap}`
  const dag = voorgesteldeDag(verzoek, voorstel, stap)
  const fout = fouten.find(({ veld }) => veld === id)
  const wie =
    eigenaar.soort === 'inwoner'
      ? html`<span class="vd-who vd-who--self">${t('loket.wie.inwoner')}</span>`
      : eigenaar.soort === 'organisatie'
        ? merk(verzoek, eigenaar.organisatie)
        : wieIsHet(context.spraak, { naam: eigenaar.naam, isOverheid: false })
  const bij = [
    // That it belongs to the life event is said once, above.
    ...redenzinnen(
      verzoek,
      voorstel,
      // What runs at an organisation stands with it, above.
      redenen.filter(({ soort }) => soort === 'recht'),
    ),
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
    return html`<li class="vd-voorgesteld"><p><strong>${inTaal(titel)}</strong></p><p>${bron?.welke === undefined ? wie : html`<span class="vd-who vd-who--gov">${inTaal(woorden(context.spraak, bron.welke))}</span>`}</p><p class="vd-small">${t(bron?.welke === undefined ? 'loket.voorstel.algemeen' : 'loket.voorstel.welke')}</p></li>`
  return html`<li class="vd-voorgesteld">${vinkje({ id: `kies-${stap.stap}`, naam: 'kies', waarde: stap.stap, tekst: html`<strong>${inTaal(titel)}</strong>`, isGekozen: form.getAll('kies').includes(stap.stap) })}
<p>${wie}</p>${bij.length > 0 && html`<p class="vd-small vd-calm">${bij.map((een, i) => html`${i > 0 && ' '}${een}`)}</p>`}${bron !== undefined && bron.regelingen.length > 0 && html`<p>${kennislinks(verzoek, { gebeurtenis, stap: stap.stap })}</p>`}
<input type="hidden" name="id-${stap.stap}" value="${form.get(`id-${stap.stap}`) ?? eisLoket(verzoek).nieuwId()}">
<div class="vd-voorgesteld__dag"><label class="vd-small" for="${id}">${t('loket.veld.termijn')}<span class="vd-visually-hidden">: ${titel.tekst}</span></label>${foutregel({ fout, foutWoord: t('algemeen.fout'), id })}
<input class="utrecht-textbox utrecht-textbox--html-input vd-dagveld" type="date"${attrs({ id, name: id, value: gekozenDag(form, stap) ?? dag, 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': fout ? `${id}-fout` : undefined })}><input type="hidden" name="was-${stap.stap}" value="${dag}">${tochVinkje(context, id, gekozenDag(form, stap) ?? '', form.get(`${id}-toch`) ?? '')}</div></li>`
}

/** What the law or the event says; else four weeks, and two more for each step that it waits for. */
function voorgesteldeDag(
  { nu }: Verzoek,
  { stappen }: Voorstelbeeld,
  { termijn, wachtOp }: VoorgesteldeStap,
): string {
  const diepte = (op: readonly string[], over: ReadonlySet<string>): number =>
    Math.max(
      0,
      ...stappen
        .filter(({ stap }) => op.includes(stap) && !over.has(stap))
        .map((een) => 1 + diepte(een.wachtOp, new Set([...over, een.stap]))),
    )
  const erna = ERNA_DAGEN * diepte(wachtOp, new Set())
  return termijn ?? eersteWerkdagVanaf(plusDagen(dagVan(nu), TERMIJN_DAGEN + erna))
}

/** A day that was proposed and left as it was follows the next proposal; one that somebody chose stays. */
function gekozenDag(form: URLSearchParams, { stap }: VoorgesteldeStap): string | undefined {
  const gekozen = form.get(`termijn-${stap}`)
  return gekozen === null || gekozen === form.get(`was-${stap}`) ? undefined : gekozen
}

function merk(verzoek: Verzoek, organisatie: string): Html {
  const { tekst, lang } = organisatienaam(verzoek, organisatie)
  return wieIsHet(verzoek.context.spraak, { naam: tekst, lang, isOverheid: isOverheid(verzoek, organisatie) })
}
