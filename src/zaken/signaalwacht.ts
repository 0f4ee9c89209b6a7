import type { PersoonId } from '../domain/index.ts'
import type { Berichten, Berichtinhoud } from '../kanalen/index.ts'
import type { Signaal, Zaakbeeld } from './zaakbeeld.ts'
import { type Leeswijze, maakZaakbeeld } from './zaakbeeld-maken.ts'
import type { BronId, Zaakgegevens } from './zaakgegevens.ts'
import type { Zaaksignaal, ZaaksignaalStore } from './zaaksignaal-store.ts'

export interface SignaalwachtOnderdelen {
  readonly signalen: ZaaksignaalStore
  readonly berichten: Pick<Berichten, 'stuur'>
  /** In the languages of the house. */
  readonly opstel: (zaak: Zaakbeeld, signaal: Signaal) => Berichtinhoud
  readonly leeswijze: (zaak: Zaakgegevens) => Leeswijze
  readonly nu: () => Date
}

export interface Signaalwacht {
  /** What one connection just said about one person. The same again, in whatever order, tells nobody twice. */
  readonly neem: (persoon: PersoonId, bron: BronId, zaken: readonly Zaakgegevens[]) => Promise<void>
}

/**
 * Finds what is late or silent among cases that were fetched anyway, tells whose case it is, and the organisation. Who
 * is in the background (`belanghebbende`: a fine, somebody else's application) hears nothing here: they see it in the list.
 */
export function createSignaalwacht(onderdelen: SignaalwachtOnderdelen): Signaalwacht {
  const { signalen, berichten, opstel, leeswijze, nu } = onderdelen
  return {
    async neem(persoon, bron, zaken) {
      const op = nu()
      const open: Zaaksignaal[] = []
      for (const zaak of zaken) {
        const beeld = maakZaakbeeld(zaak, leeswijze(zaak))
        for (const signaal of beeld.signalen) {
          const rij = rijVan(zaak, signaal)
          open.push(rij)
          await signalen.merk(rij, op)
          if (zaak.rol === 'belanghebbende') continue
          await berichten.stuur({
            persoon,
            soort: `zaak-${signaal.soort}`,
            kenmerk: `${bron} ${zaak.ref.uuid} ${signaal.soort} ${rij.vanaf}`,
            inhoud: opstel(beeld, signaal),
          })
        }
      }
      await signalen.rond(
        bron,
        zaken.map(({ ref }) => ref.uuid),
        open,
        op,
      )
    },
  }
}

function rijVan({ ref, organisatie, nummer, type }: Zaakgegevens, signaal: Signaal): Zaaksignaal {
  return {
    ref,
    organisatie,
    ...(nummer !== undefined && { nummer }),
    zaaktype: type.namen[0] ?? type.sleutel.identificatie,
    soort: signaal.soort,
    vanaf: signaal.soort === 'te-laat' ? signaal.termijn : signaal.sinds,
  }
}
