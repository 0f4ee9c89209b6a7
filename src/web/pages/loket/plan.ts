/** The plan in plain language: the line with numbered dots of the life events, and the same on paper. */
import { BETWISTEN_DAGEN, type Gelezen, isAf, type ZichtbareStap } from '../../../loket/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres, talen } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { type Kant, type Ketenscherm, leesScherm } from './scherm.ts'
import {
  aanspreekmerk,
  dagKort,
  dagVan,
  eigenaarmerk,
  eigenaarnaam,
  geschreven,
  inTaal,
  organisatienaam,
  standwoord,
  stapnummer,
  staptitel,
  stapuitleg,
  voorLezer,
} from './woorden.ts'
import { aanZet, geweigerdZin, zindelen } from './zin.ts'

type Stap = ZichtbareStap<Gelezen>

/** On paper each step that is theirs says how it goes; on a page that stands above it. */
export function planlijst(scherm: Ketenscherm, isPapier = false): Html {
  const { t } = scherm.verzoek.context.spraak
  const { stappen } = scherm.beeld.zicht
  if (stappen.length === 0) return html`<p>${t('loket.mijn.geen_plan')}</p>`
  return html`<ol class="vd-chain">${stappen.map((stap) => schakel(scherm, stap, isPapier))}</ol>`
}

function schakel(scherm: Ketenscherm, stap: Stap, isPapier: boolean): Html {
  const { t } = scherm.verzoek.context.spraak
  const n = stapnummer(scherm, stap.stap)
  const titel = staptitel(scherm, stap)
  const isKlaar = stap.stand === 'klaar'
  const isEigen = stap.eigenaar.soort === 'inwoner' && stap.stand !== 'geweigerd'
  const isWeg = stap.stand === 'vervallen'
  const soort = isKlaar ? 'klaar' : isWeg ? 'weg' : isEigen ? 'te-doen' : 'door-ander'
  return html`<li class="vd-link vd-link--${soort}" id="stap-${n}"><span class="vd-link__dot" aria-hidden="true">${isKlaar ? '✓' : isWeg ? '–' : n}</span>
<p class="vd-link__marks">${wanneer(scherm, stap)}</p>
<h3 class="vd-link__title"><span class="vd-visually-hidden">${t('loket.stap.nummer', { n })}: </span><span${attrs({ lang: titel.lang })}>${titel.tekst}</span></h3>
<p class="vd-link__who">${eigenaarmerk(scherm, stap.eigenaar)}</p>
${isPapier && isEigen && !isAf(stap.stand) && uitlegzin(scherm, stap)}
${bij(scherm, stap).map((zin) => html`<p class="vd-small vd-zinkop">${zin}</p>`)}</li>`
}

function uitlegzin({ verzoek }: Ketenscherm, { titel }: Stap): Html | undefined {
  const uitleg = titel && stapuitleg(verzoek, titel)
  return uitleg && html`<p>${inTaal(uitleg.wat)}</p>`
}

function wanneer(scherm: Ketenscherm, stap: Stap): Html {
  const { t } = scherm.verzoek.context.spraak
  const { stand, termijn } = stap
  if (isAf(stand)) return html`<span class="vd-term vd-term--self">${standwoord(scherm, stap)}</span>`
  const isLaat = termijn < dagVan(scherm.verzoek.nu)
  return html`<span class="vd-term vd-term--${isLaat ? 'late' : 'term'}">${t(isLaat ? 'loket.stap.was' : 'loket.stap.voor', { dag: dagKort(scherm.verzoek, termijn) })}</span>`
}

/** How it stands and what it waits for, as sentences. */
function bij(scherm: Ketenscherm, stap: Stap): readonly (string | Html)[] {
  const { t } = scherm.verzoek.context.spraak
  if (isAf(stap.stand))
    return stap.toelichting === undefined ? [] : [html`<q class="vd-tekst">${stap.toelichting}</q>`]
  const wacht = scherm.beeld.zin.wachten.filter((een) => een.stap === stap.stap)
  const eigen = stap.eigenaar.soort === 'inwoner'
  const isGeweigerd = stap.stand === 'geweigerd'
  return [
    ...wacht.map(({ op }) =>
      t('loket.mijn.wacht_op', {
        n: stapnummer(scherm, op.stap),
        wie: eigenaarnaam(scherm, aanZet(scherm, op)),
      }),
    ),
    ...(isGeweigerd
      ? [geweigerdZin(scherm, { wie: stap.eigenaar, wat: staptitel(scherm, stap).tekst })]
      : []),
    ...(isGeweigerd || eigen || wacht.length > 0 ? [] : [t(`loket.stand.${stap.stand}`)]),
    ...(stap.nodig === undefined
      ? []
      : [html`${t('loket.stap.nodig')} <span class="vd-tekst">${stap.nodig}</span>`]),
    ...(isGeweigerd && stap.toelichting !== undefined
      ? [html`<q class="vd-tekst">${stap.toelichting}</q>`]
      : []),
  ]
}

/** Always as the resident reads it. Only who sees all of it: of a participant's part no plan can be made for somebody else. */
export async function leesPlan(
  verzoek: Verzoek,
  kant: Exclude<Kant, 'partij'>,
): Promise<Ketenscherm | undefined> {
  const scherm = await leesScherm(verzoek, kant)
  if (scherm === undefined || !['inwoner', 'regie'].includes(scherm.beeld.zicht.als)) return undefined
  return { ...scherm, kant: 'mijn' }
}

/** On paper: the same for who opens it themselves and for who gets it at a desk; always as the resident reads it. */
export const print =
  (kant: Exclude<Kant, 'partij'>) =>
  async (verzoek: Verzoek): Promise<Antwoord> => {
    const scherm = await leesPlan(verzoek, kant)
    if (scherm === undefined) return { soort: 'niet-gevonden' }
    const { context } = verzoek
    const { t, datum } = context.spraak
    const { zicht } = scherm.beeld
    const terug = adres(context.taal, kant === 'balie' ? 'balieKetenzaak' : 'ketenzaak', {
      ketenzaak: scherm.ketenzaak,
    })
    const woord = (id: string) => geschreven(context, zicht.onderdelen.find((een) => een.id === id)?.tekst)
    const { regels } = zindelen(scherm)
    const inhoud = html`<a class="vd-back" href="${terug}">${t(kant === 'mijn' ? 'loket.mijn.naar_zaak' : 'loket.naar_zaak', { nummer: zicht.nummer })}</a>
<p class="vd-screen-only"><button class="utrecht-button utrecht-button--primary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button> <span class="vd-calm">${t('print.hoe')}</span></p>
<p class="vd-screen-only"><a href="${adres(context.taal, kant === 'balie' ? 'balieKetenPdf' : 'ketenPdf', { ketenzaak: scherm.ketenzaak })}">${t('loket.planpost.pdf')}</a>${kant === 'balie' && html` · ${t('loket.planpost.talen')} ${anderetalen(scherm)}`}</p>
<p class="vd-calm">${t('loket.papier.kop', { nummer: zicht.nummer, dag: datum(dagVan(verzoek.nu)) })}</p>
<h1>“${woord('vraag')}”</h1>
<p>${t('loket.mijn.doel')} ${woord('uitkomst')}</p>
<section class="vd-papierbel"><h2>${t('loket.mijn.bel')}</h2><p class="vd-bel"><strong>${aanspreekmerk(scherm)}</strong><br>${organisatienaam(verzoek, zicht.regie.organisatie).tekst}</p>
${zicht.stand === 'open' && html`<p>${t('loket.papier.niet_opgelost')}</p>`}</section>
${zicht.stand === 'open' && zicht.stappen.length > 0 && html`<p class="vd-zin">${regels.join(' ')}</p>`}
${planlijst(scherm, true)}
${zicht.sluiting && html`<section class="vd-section"><h2>${t('loket.mijn.gesloten')}</h2><p>${t(voorLezer(scherm, `loket.sluiten.${zicht.sluiting.om}`))} ${zicht.sluiting.uitleg !== undefined && geschreven(context, zicht.sluiting.uitleg)}</p><p>${t('loket.papier.betwisten', { dag: datum(zicht.sluiting.betwistbaarTot) })}</p></section>`}
${zicht.betrokkene?.soort !== 'persoon' && html`<p>${t('loket.papier.zonder_bericht', { nummer: zicht.nummer, dagen: BETWISTEN_DAGEN })}</p>`}
<p class="vd-calm">${t('loket.papier.inzien')}</p>`
    return {
      soort: 'pagina',
      pagina: pagina(context, {
        titel: t('loket.zaak.titel', { nummer: zicht.nummer }),
        inhoud,
        isBrief: true,
        stijl: ['mijn.css', 'gebeurtenis.css', 'loket.css'],
      }),
    }
  }

/** Who sits at the desk may read another language than who helps them. */
function anderetalen({ verzoek, ketenzaak }: Ketenscherm): Html {
  const { taal: hier, spraak } = verzoek.context
  return html`${talen
    .filter((taal) => taal !== hier)
    .map(
      (taal, i) =>
        html`${i > 0 && ', '}<a${attrs({ href: adres(taal, 'balieKetenPrint', { ketenzaak }), lang: taal, hreflang: taal })}>${spraak.t(`algemeen.taal.${taal}`)}</a>`,
    )}`
}
