/** Late and silent: what it means, and what one can do about it, with the article. */
import { type Html, html } from '../../../platform/index.ts'
import { dwangsom, type Signaal, type Zaakbeeld } from '../../../zaken/index.ts'
import { artikelVanRegel, type Wetsplek } from '../../ui/wet.ts'
import type { Scherm } from './scherm.ts'
import { organisatieVan } from './woorden.ts'

/** The general law on how government decides. */
const awb = { naam: 'Algemene wet bestuursrecht', bwb: 'BWBR0005537' } as const
const awir = { naam: 'Algemene wet inkomensafhankelijke regelingen', bwb: 'BWBR0018472' } as const

/** An article of it, with the name of the law. */
export function awbArtikel(scherm: Scherm, artikel: string): Html | undefined {
  return artikelMet(scherm, awb, artikel)
}

function artikelMet({ context }: Scherm, wet: Wetsplek, artikel: string): Html | undefined {
  return artikelVanRegel(context.spraak, {}, { artikel, wet })
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
${schriftelijk(scherm, zaak, kan)}</ol></section>`
}

/**
 * The notice of default and what follows, where that is established (`zaken/ingebreke.ts`); elsewhere the page says
 * nothing of it. Dienst Toeslagen has amounts of its own (Awir 12 lid 2).
 */
function schriftelijk(
  scherm: Scherm,
  { organisatie: id }: Zaakbeeld,
  kan: Extract<Signaal, { soort: 'te-laat' }>['kan'],
): Html | undefined {
  const { t, geld } = scherm.context.spraak
  if (id === 'dienst-toeslagen')
    return html`<li>${t('zaken.laat.toeslagen', { week: geld(1000, 'EUR'), hoogstens: geld(10_000, 'EUR') })} ${artikelMet(scherm, awir, '12 lid 2')}</li>`
  if (kan !== 'ingebrekestelling') return undefined
  const [eerst = '', dan = '', daarna = ''] = dwangsom.treden.map(({ perDag }) => geld(perDag, 'EUR'))
  return html`<li>${t('zaken.laat.schrijf')} ${t('zaken.laat.aanvraag')}</li>
<li>${t('zaken.laat.twee_weken')} ${t('zaken.laat.bedragen', { eerst, dan, daarna, hoogstens: geld(dwangsom.hoogstens, 'EUR') })} ${awbArtikel(scherm, '4:17')}</li>`
}

export function isCaribisch({ beeld }: Scherm, gebied: string | undefined): boolean {
  return gebied !== undefined && beeld.corpus.gebieden.get(gebied)?.in.includes('caribisch') === true
}

function stil(
  scherm: Scherm,
  zaak: Zaakbeeld,
  { sinds, gebruikelijkDagen }: Extract<Signaal, { soort: 'stil' }>,
): Html {
  const { t, datum } = scherm.context.spraak
  return html`<section class="vd-signaal" aria-labelledby="stil"><h2 id="stil">${t('zaken.stil.titel')}</h2>
<p>${t('zaken.stil.wat', { datum: datum(sinds), organisatie: organisatieVan(scherm, zaak.organisatie).naam })} ${t('zaken.stil.gewoon', { n: gebruikelijkDagen })}</p>
<p>${t('zaken.stil.betekenis')} <a href="#contact">${t('zaken.laat.naar_contact')}</a></p></section>`
}
