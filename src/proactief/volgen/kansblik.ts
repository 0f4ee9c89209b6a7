/** Whether a message about a change may still leave: asked of us just before, whatever was decided when it was placed. */
import type { Audit } from '../../audit/index.ts'
import type { PersoonId } from '../../domain/index.ts'
import type { Registers } from '../../inwoner/index.ts'
import type { Laatsteblik } from '../../kanalen/index.ts'
import { volgDoel } from './ontvangst.ts'

export interface Kansstand {
  /** They asked for it, and did not stop or say no to all of it since. */
  readonly doetMee: boolean
  /** A source said that they died, and nobody took it back. */
  readonly isOverleden: boolean
  /**
   * Something that this message tells of is still so, and they did not answer it meanwhile; or it also says that what was
   * told before is not so.
   */
  readonly staatNog: boolean
}

export interface KansblikStore {
  readonly stand: (persoon: PersoonId, bericht: string) => Promise<Kansstand>
}

export interface KansblikDelen {
  readonly store: KansblikStore
  readonly brp: Registers['brp']
  readonly audit: Pick<Audit, 'metVerwerking'>
}

/**
 * The same limits as when it was placed (contact.ts), with what is so now. `naBericht`: that what was told is not so
 * after all is told, whatever became of it since.
 */
export function maakKansblik(
  { store, brp, audit }: KansblikDelen,
  { naBericht }: { readonly naBericht: boolean },
): Laatsteblik {
  return async ({ persoon, bericht, opVerzoek }) => {
    const { doetMee, isOverleden, staatNog } = await store.stand(persoon, bericht)
    if (!doetMee || isOverleden || !(naBericht || staatNog || opVerzoek)) return 'vervallen'
    const antwoord = await audit.metVerwerking(
      {
        doel: volgDoel,
        gegevens: ['geheimhouding'],
        betrokkenen: [persoon],
        door: { soort: 'taak', taak: 'levensloop' },
      },
      (bewijs) => brp.raadpleeg(persoon, bewijs),
    )
    if (antwoord.status === 'ok') {
      const { gegevens } = antwoord
      if (gegevens.isOverleden) return 'vervallen'
      // Who asked for a letter knows where it goes.
      return gegevens.geheimhouding === 'nee' || opVerzoek ? 'juist' : 'vervallen'
    }
    // Whoever it does not know may have a secret address, as when it was placed.
    return antwoord.status === 'onbekend' || antwoord.status === 'geen-bsn' ? 'vervallen' : 'weet-niet'
  }
}
