/** Late and silent: what it means, and what one can do about it, with the article. */
import { type Html, html } from '../../../platform/index.ts'
import { dwangsom, type Signaal, type Zaakbeeld } from '../../../zaken/index.ts'
import { opsomming } from '../../ui/spraak.ts'
import { artikelVanRegel } from '../../ui/wet.ts'
import type { Scherm } from './scherm.ts'
import { organisatieVan } from './woorden.ts'

/** The general law on how government decides. */
const awb = { naam: 'Algemene wet bestuursrecht', bwb: 'BWBR0005537' } as const

/** An article of it, with the name of the law. */
export function awbArtikel({ context }: Scherm, artikel: string): Html | undefined {
  return artikelVanRegel(context.spraak, {}, { artikel, wet: awb })
}

export function signalen(scherm: Scherm, zaak: Zaakbeeld): Html {
  return html`${zaak.signalen.map((signaal) => (signaal.soort === 'te-laat' ? teLaat(scherm, zaak, signaal) : stil(scherm, zaak, signaal)))}`
}

function teLaat(
  scherm: Scherm,
  zaak: Zaakbeeld,
  { termijn, volgens, kan }: Extract<Signaal, { soort: 'te-laat' }>,
): Html {
  const { t, datum } = scherm.context.spraak
  const { naam } = organisatieVan(scherm, zaak.organisatie)
  const wie = volgens === 'organisatie' ? 'zaken.laat.volgens_organisatie' : 'zaken.laat.volgens_wet'
  return html`<section class="vd-signaal vd-signaal--laat" aria-labelledby="te-laat"><h2 id="te-laat">${t('zaken.laat.titel')}</h2>
<p>${t('zaken.laat.wat', { organisatie: naam, datum: datum(termijn) })} ${t(wie)}</p>
<p>${t('zaken.laat.kan')}</p>
<ol class="vd-list"><li>${t('zaken.laat.bel')} <a href="#contact">${t('zaken.laat.naar_contact')}</a></li>
${kan === 'ingebrekestelling' && ingebrekestelling(scherm)}</ol></section>`
}

/** The notice of default and what follows, of cases alone for which that is established. */
function ingebrekestelling(scherm: Scherm): Html {
  const { t, geld } = scherm.context.spraak
  const { naWeken, treden, hoogstens } = dwangsom
  const stappen = treden.map(({ dagen, perDag }) =>
    t('zaken.laat.trede', { dagen, bedrag: geld(perDag, 'EUR') }),
  )
  return html`<li>${t('zaken.laat.schrijf')}</li>
<li>${t('zaken.laat.twee_weken', { n: naWeken })} ${t('zaken.laat.bedragen', { treden: opsomming(scherm.context.spraak, stappen), hoogstens: geld(hoogstens, 'EUR'), dagen: treden.reduce((som, { dagen }) => som + dagen, 0) })} ${awbArtikel(scherm, '4:17')}</li>`
}

/** Of bodies in the Caribbean we have not established which general law holds. */
export function isCaribisch({ beeld }: Scherm, gebied: string | undefined): boolean {
  return gebied !== undefined && beeld.corpus.gebieden.get(gebied)?.in.includes('caribisch') === true
}

/** Measured by what the organisation itself says of such a case; the page says so. */
function stil(
  scherm: Scherm,
  zaak: Zaakbeeld,
  { sinds, gebruikelijkDagen: n, volgens }: Extract<Signaal, { soort: 'stil' }>,
): Html {
  const { t, datum } = scherm.context.spraak
  return html`<section class="vd-signaal" aria-labelledby="stil"><h2 id="stil">${t('zaken.stil.titel')}</h2>
<p>${t('zaken.stil.wat', { datum: datum(sinds), organisatie: organisatieVan(scherm, zaak.organisatie).naam })} ${t(`zaken.stil.${volgens ?? 'gewoon'}`, { n })}</p>
<p>${t('zaken.stil.betekenis')} <a href="#contact">${t('zaken.laat.naar_contact')}</a></p></section>`
}
