/** What an outage of an electronic way of a body does to the last day to object (Awb 2:21). */
import { aanwijzingOp } from '../../../corpus/index.ts'
import { type Datum, parseOrganisatieId } from '../../../domain/index.ts'
import type { NaUitval } from '../../../kalender/index.ts'
import { type Storingkanaal, termijnNaStoringen } from '../../../ontvangst/index.ts'
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
    const { postwegen } = bronnen.geheel()
    const wegenOp = (dag: Datum): readonly Storingkanaal[] => {
      const aanwijzing = aanwijzingOp(postwegen, { organisatie, soort: 'bezwaar' }, dag)
      // Awb 2:16 lid 1: where no way is designated an objection is treated by each electronic way.
      return aanwijzing.soort === 'vastgesteld'
        ? aanwijzing.wegen.map(({ kanaal }) => kanaal)
        : ['web', 'email']
    }
    return { ...scherm, uitvallen: { storingen, zone: poststukken.zoneVan(organisatie), wegenOp } }
  } catch (fout) {
    bronnen.meldFout('storingen', fout)
    return scherm
  }
}

export interface Weguitval {
  readonly kanaal: Storingkanaal
  readonly na: NaUitval
}

/**
 * Per way that was designated at the begin of the term or since: who would have sent by it gets the time that it was out
 * of order. Not there: nothing was out of order while the term ran, or what was won is over as well.
 */
export function naUitvalVan(
  { uitvallen, nu, vandaag }: Scherm,
  { datum, bezwaarTot }: Besluitbeeld,
): readonly Weguitval[] {
  if (uitvallen === undefined || bezwaarTot === undefined) return []
  const { storingen, zone, wegenOp } = uitvallen
  const laatste = vandaag < bezwaarTot ? vandaag : bezwaarTot
  return [...new Set([...wegenOp(datum), ...wegenOp(laatste)])].flatMap((kanaal) => {
    const na = termijnNaStoringen({ dagVan: datum, laatsteDag: bezwaarTot, zone }, storingen, { kanaal, nu })
    const isOver = na.soort === 'bekend' && na.laatsteDag < vandaag
    return na.uitvalMs === 0 || isOver ? [] : [{ kanaal, na }]
  })
}

/** On paper nothing changes: that way was open. */
export function uitvalregel(scherm: Scherm, bij: string, { kanaal, na }: Weguitval): Html {
  const { t, datum } = scherm.context.spraak
  const organisatie = organisatieVan(scherm, bij).naam
  const tot: Datum = na.soort === 'bekend' ? na.laatsteDag : na.nietVoor
  const sleutel = `zaken.bezwaar.uitval_${kanaal === 'web' ? '' : 'weg_'}${na.soort === 'bekend' ? 'voorbij' : 'nu'}`
  const weg = t(`post.storing.kanaal.${kanaal}`)
  return html`<p class="vd-note">${t(sleutel, { organisatie, weg, datum: datum(tot) })} ${awbArtikel(scherm, '2:21')}</p>`
}
