import type { Audit } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Berichten, Berichtinhoud, NieuwBericht } from '../kanalen/index.ts'
import type { Signaal, Zaakbeeld } from './zaakbeeld.ts'
import { type Leeswijze, maakZaakbeeld } from './zaakbeeld-maken.ts'
import type { BronId, Zaakgegevens, Zaakref } from './zaakgegevens.ts'
import { type Ernaast, nieuwskenmerk, nieuwsVan, type Zaaknieuws } from './zaaknieuws.ts'
import type { Zaaksignaal, Zaaksignalen } from './zaaksignalen.ts'

export interface SignaalwachtOnderdelen {
  readonly signalen: Pick<Zaaksignalen, 'merk' | 'rond'>
  readonly berichten: Pick<Berichten, 'kent' | 'stuur'>
  readonly audit: Pick<Audit, 'metVerwerking'>
  /** In the languages of the house. */
  readonly opstel: (zaak: Zaakbeeld, signaal: Signaal) => Berichtinhoud
  readonly opstelNieuws: (zaak: Zaakbeeld, nieuws: Zaaknieuws) => Berichtinhoud
  readonly leeswijze: (zaak: Zaakgegevens) => Leeswijze
  readonly nu: () => Date
}

export interface Signaalwacht {
  /** What one connection just said about one person. The same again, in whatever order, tells nobody twice. */
  readonly neem: (
    persoon: PersoonId,
    bron: BronId,
    zaken: readonly Zaakgegevens[],
    ernaast?: Ernaast,
  ) => Promise<void>
}

/**
 * Finds what is late, silent or new among cases that were fetched anyway, tells whose case it is, and the organisation
 * what is late or silent. Who is in the background (`belanghebbende`: a fine, somebody else's application) hears nothing
 * here: they see it in the list.
 */
export function createSignaalwacht(onderdelen: SignaalwachtOnderdelen): Signaalwacht {
  const { signalen, berichten, audit, opstel, opstelNieuws, leeswijze, nu } = onderdelen
  return {
    async neem(persoon, bron, zaken, ernaast = {}) {
      const { taken = [], besluitenVan } = ernaast
      const verwerking = {
        doel: 'zaken-signalen',
        gegevens: ['zaken'],
        betrokkenen: [persoon],
        door: { soort: 'taak', taak: 'zaaksignalen' },
        bronnen: [bron],
      } as const
      const besluiten =
        besluitenVan &&
        ((ref: Zaakref) => audit.metVerwerking(verwerking, (bewijs) => besluitenVan(ref, bewijs)))
      const op = nu()
      const wachtOpHen = new Set(taken.flatMap(({ status, zaak }) => (status === 'open' ? [zaak] : [])))
      const open: Zaaksignaal[] = []
      const nieuw: NieuwBericht[] = []
      for (const zaak of zaken) {
        const wijze = leeswijze(zaak)
        const beeld = maakZaakbeeld(zaak, wijze)
        for (const nieuws of await nieuwsVan(zaak, beeld, ernaast, besluiten, wijze)) {
          const kenmerk = nieuwskenmerk(zaak, nieuws)
          if (await berichten.kent({ persoon, kenmerk })) continue
          nieuw.push({ persoon, soort: nieuws.soort, kenmerk, inhoud: opstelNieuws(beeld, nieuws) })
        }
        if (wachtOpHen.has(zaak.ref.uuid)) continue
        for (const signaal of beeld.signalen) {
          const rij = rijVan(zaak, signaal)
          open.push(rij)
          await signalen.merk(rij, op)
          if (zaak.rol === 'belanghebbende') continue
          const kenmerk = `${bron} ${zaak.ref.uuid} ${signaal.soort} ${rij.vanaf}`
          if (await berichten.kent({ persoon, kenmerk })) continue
          nieuw.push({ persoon, soort: `zaak-${signaal.soort}`, kenmerk, inhoud: opstel(beeld, signaal) })
        }
      }
      await signalen.rond(
        bron,
        zaken.map(({ ref }) => ref.uuid),
        open,
        op,
      )
      if (nieuw.length === 0) return
      await audit.metVerwerking(verwerking, async () => {
        for (const bericht of nieuw) await berichten.stuur(bericht)
      })
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
