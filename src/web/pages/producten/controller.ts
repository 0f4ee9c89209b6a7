import { alleRegelingenOp, vindRegeling } from '../../../rechten/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { lijstPagina } from './lijst-pagina.ts'
import { productPagina } from './product-pagina.ts'

/** All schemes of the country and of the visitor's own place; the others by place. */
export function lijst({ context, beeld }: Verzoek): Antwoord {
  const regelingen = alleRegelingenOp(beeld.corpus, beeld.datum)
  return { soort: 'pagina', pagina: lijstPagina({ context, beeld, regelingen }) }
}

export function product({ context, beeld, delen, bronnen }: Verzoek): Antwoord {
  const { corpus, datum, plaats } = beeld
  const gevonden = vindRegeling(corpus, delen.regeling ?? '', { datum, gebied: plaats?.code })
  if (gevonden === undefined) return { soort: 'niet-gevonden' }
  return {
    soort: 'pagina',
    pagina: productPagina({ context, beeld, ...gevonden, gebeurtenissen: bronnen.gebeurtenissen() }),
  }
}
