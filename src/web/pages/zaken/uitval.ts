/** What an outage of the website of a body does to the last day to object (Awb 2:21). */
import { type Datum, parseOrganisatieId } from '../../../domain/index.ts'
import type { NaUitval } from '../../../kalender/index.ts'
import { termijnNaStoringen } from '../../../ontvangst/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Besluitbeeld } from '../../../zaken/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { Scherm } from './scherm.ts'
import { awbArtikel } from './signalen.ts'
import { organisatieVan } from './woorden.ts'

/** Nothing known, or a store that does not answer: then the page says what it said, and no day is promised. */
export async function metUitval(verzoek: Verzoek, scherm: Scherm, bij: string): Promise<Scherm> {
  const { poststukken, bronnen } = verzoek
  const organisatie = parseOrganisatieId(bij)
  if (poststukken === undefined || organisatie === undefined) return scherm
  try {
    const storingen = await poststukken.storingen.van(organisatie)
    return { ...scherm, uitvallen: { storingen, zone: poststukken.zoneVan(organisatie) } }
  } catch (fout) {
    bronnen.meldFout('storingen', fout)
    return scherm
  }
}

/** `undefined`: nothing was out of order while the term ran, or what was won is over as well. */
export function naUitvalVan(
  { uitvallen, nu, vandaag }: Scherm,
  { datum, bezwaarTot }: Besluitbeeld,
): NaUitval | undefined {
  if (uitvallen === undefined || bezwaarTot === undefined) return undefined
  const { storingen, zone } = uitvallen
  const na = termijnNaStoringen({ dagVan: datum, laatsteDag: bezwaarTot, zone }, storingen, {
    kanaal: 'web',
    nu,
  })
  if (na.uitvalMs === 0) return undefined
  return na.soort === 'bekend' && na.laatsteDag < vandaag ? undefined : na
}

/** On paper nothing changes: that way was open. */
export function uitvalregel(scherm: Scherm, bij: string, na: NaUitval): Html {
  const { t, datum } = scherm.context.spraak
  const organisatie = organisatieVan(scherm, bij).naam
  const tot: Datum = na.soort === 'bekend' ? na.laatsteDag : na.nietVoor
  return html`<p class="vd-note">${t(`zaken.bezwaar.uitval_${na.soort === 'bekend' ? 'voorbij' : 'nu'}`, { organisatie, datum: datum(tot) })} ${awbArtikel(scherm, '2:21')}</p>`
}
