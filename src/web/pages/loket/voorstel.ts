/** A proposal of steps and organisations, from the life event in the place of the organisation that asks. */
import { GEEN_GEGEVENS, maakStappenplan } from '../../../gebeurtenissen/index.ts'
import { stelVoor, type Voorstel } from '../../../loket/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { dagVan } from './woorden.ts'

export interface Voorstelbeeld extends Voorstel {
  readonly gebeurtenis: string
}

/** `undefined`: no life event was chosen, or there is none of this name. */
export function maakVoorstel(verzoek: Verzoek, gekozen: string): Voorstelbeeld | undefined {
  const { beeld, nu } = verzoek
  const gebeurtenis = beeld.gebeurtenissen.get(gekozen)
  if (gebeurtenis === undefined) return undefined
  const vandaag = dagVan(nu)
  const { organisatie } = eisWerker(verzoek).werker.subject
  const gebied = beeld.organisaties.get(organisatie)?.gebied
  const stappenplan = maakStappenplan({
    gebeurtenis,
    gegevens: GEEN_GEGEVENS,
    plaats: gebied === undefined ? undefined : beeld.corpus.gebieden.get(gebied),
    organisaties: beeld.organisaties,
    vandaag,
    landBijGeenPlaats: 'nederland',
  })
  const voorstel = stelVoor({
    plan: { gebeurtenis: gebeurtenis.id, stappenplan },
    zaken: [],
    uitvoerderVan: () => undefined,
    isOverheid: (id) => beeld.organisaties.get(id)?.overheid === true,
    vandaag,
  })
  // «Uw gemeente» of a place that nobody said yet is a description: no organisation that can be asked.
  const organisaties = voorstel.organisaties.filter(({ organisatie }) => !isAlgemeen(verzoek, organisatie))
  return { ...voorstel, organisaties, gebeurtenis: gebeurtenis.id }
}

export function isAlgemeen({ beeld }: Pick<Verzoek, 'beeld'>, organisatie: string): boolean {
  return beeld.organisaties.get(organisatie)?.noem !== undefined
}
