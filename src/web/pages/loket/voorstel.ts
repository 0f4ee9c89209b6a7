/**
 * Which organisations, schemes and steps may be involved: from the life event in the place of who asks, and, of somebody
 * who is helped under a ground, from their running cases and their rights. It proposes; the professional decides.
 */
import { GEEN_GEGEVENS, maakStappenplan } from '../../../gebeurtenissen/index.ts'
import { stelVoor, type Voorstel } from '../../../loket/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { organisatieVan } from '../rechten/beeld.ts'
import { grondVoorWie } from './openen-wie.ts'
import { leesDag } from './velden.ts'
import { leesPersoon, type Persoonsstuk } from './voorstel-bronnen.ts'
import { dagVan } from './woorden.ts'

export interface Voorstelbeeld extends Voorstel {
  /** Absent: none was chosen. */
  readonly gebeurtenis: string | undefined
  /** Absent: nobody who is known; then the life event is all there is. */
  readonly persoon: Persoonsstuk | undefined
}

/** `undefined`: no life event was chosen and nobody is known, so there is nothing to propose. */
export async function maakVoorstel(verzoek: Verzoek, gekozen: string): Promise<Voorstelbeeld | undefined> {
  const grond = grondVoorWie(verzoek)
  return voorstelVan(verzoek, gekozen, grond && (await leesPersoon(verzoek, grond)))
}

/** The steps alone, which are the same for everybody: nobody is asked anything. */
export function maakStapvoorstel(verzoek: Verzoek, gekozen: string): Voorstelbeeld | undefined {
  return voorstelVan(verzoek, gekozen, undefined)
}

function voorstelVan(
  verzoek: Verzoek,
  gekozen: string,
  persoon: Persoonsstuk | undefined,
): Voorstelbeeld | undefined {
  const { beeld, nu } = verzoek
  const gebeurtenis = beeld.gebeurtenissen.get(gekozen)
  if (gebeurtenis === undefined && persoon === undefined) return undefined
  const vandaag = dagVan(nu)
  const dag = leesDag(verzoek.form.get('gebeurtenisdag') ?? '')
  const plan = gebeurtenis && {
    gebeurtenis: gebeurtenis.id,
    stappenplan: maakStappenplan({
      gebeurtenis,
      gegevens: dag === undefined ? GEEN_GEGEVENS : { ...GEEN_GEGEVENS, datum: dag },
      plaats: plaatsVan(verzoek, persoon),
      organisaties: beeld.organisaties,
      vandaag,
      landBijGeenPlaats: 'nederland',
    }),
  }
  const rechten = persoon?.rechten.soort === 'gekeken' ? persoon.rechten : undefined
  const zaken = persoon?.zaken.soort === 'gekeken' ? [...persoon.zaken.zaken] : []
  const voorstel = stelVoor({
    ...(plan && { plan }),
    zaken: zaken.map(([zaak, { organisatie }]) => ({ zaak, organisatie })),
    ...(rechten && { overzicht: rechten.overzicht }),
    uitvoerderVan: (regeling) => {
      const wie = rechten?.beeld.regelingen.get(regeling)?.uitvoerder
      return wie === undefined || rechten === undefined ? undefined : organisatieVan(rechten.beeld, wie)?.id
    },
    isOverheid: (id) => beeld.organisaties.get(id)?.overheid === true,
    vandaag,
  })
  // «Uw gemeente» of a place that nobody said yet is a description: no organisation that can be asked.
  const organisaties = voorstel.organisaties.filter(({ organisatie }) => !isAlgemeen(verzoek, organisatie))
  return { ...voorstel, organisaties, gebeurtenis: gebeurtenis?.id, persoon }
}

/** Where they live, when a register said so; else where the organisation that asks is. */
function plaatsVan({ beeld, balie, werker }: Verzoek, persoon: Persoonsstuk | undefined) {
  if (persoon?.rechten.soort === 'gekeken' && persoon.rechten.beeld.plaats !== undefined)
    return persoon.rechten.beeld.plaats
  const { subject } = eisWerker({ balie, werker }).werker
  const gebied = beeld.organisaties.get(subject.organisatie)?.gebied
  return gebied === undefined ? undefined : beeld.corpus.gebieden.get(gebied)
}

export function isAlgemeen({ beeld }: Pick<Verzoek, 'beeld'>, organisatie: string): boolean {
  return beeld.organisaties.get(organisatie)?.noem !== undefined
}
