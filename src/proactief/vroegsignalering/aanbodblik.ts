/** Whether an invitation may still leave: they may have died, answered, or have a home that is secret. */
import type { Audit } from '../../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../../domain/index.ts'
import type { PersoonsRegister } from '../../inwoner/index.ts'
import type { Laatsteblik } from '../../kanalen/index.ts'
import { vroegsignaalDoel } from './regels.ts'

export interface AanbodblikStore {
  /** Whether an offer to them stands open that they did not answer; without an organisation: of any. */
  readonly staatOpen: (persoon: PersoonId, organisatie: OrganisatieId | undefined) => Promise<boolean>
}

export interface AanbodblikDelen {
  readonly store: AanbodblikStore
  readonly personen: PersoonsRegister
  readonly audit: Pick<Audit, 'metVerwerking'>
}

export function maakAanbodblik({ store, personen, audit }: AanbodblikDelen): Laatsteblik {
  return async ({ persoon, organisatie, kanaal, opVerzoek }) => {
    if (!opVerzoek && !(await store.staatOpen(persoon, organisatie))) return 'vervallen'
    const antwoord = await audit.metVerwerking(
      {
        doel: vroegsignaalDoel,
        gegevens: ['inschrijving'],
        betrokkenen: [persoon],
        door: { soort: 'taak', taak: 'vroegsignalering' },
      },
      (bewijs) => personen.raadpleeg(persoon, bewijs),
    )
    // There is a term for it: who knows of the offer hears when nobody was invited.
    if (antwoord.status === 'fout') return 'weet-niet-dan-mens'
    if (antwoord.status === 'ok' && antwoord.gegevens.isOverleden) return 'vervallen'
    // What tells of arrears goes to no home that is secret, or of which that is not known: a professional sees to it.
    const isGeheim = antwoord.status !== 'ok' || antwoord.gegevens.geheimhouding !== 'nee'
    return kanaal === 'brief' && isGeheim && !opVerzoek ? 'naar-mens' : 'juist'
  }
}
