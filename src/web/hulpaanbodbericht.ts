import type { Berichtinhoud } from '../kanalen/index.ts'
import { stelBerichtOp } from '../kanalen/index.ts'
import type { AanbodBeeld } from '../proactief/index.ts'
import { talen } from './routes.ts'
import { maakSpraak, opsomming, type Spraak } from './ui/spraak.ts'

/** The invitation: what the municipality heard and from whom, what it offers, and that no is a good answer. In all languages. */
export function maakHulpaanbodOpsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  wereld: {
    readonly naamVan: (organisatie: string) => string
    /** What somebody types to come to this website, also from paper. */
    readonly site: string
  },
): (
  beeld: AanbodBeeld,
  met: { readonly bel: string; readonly namen: ReadonlyMap<string, string> },
) => Berichtinhoud {
  const spraken = maakSpraak(teksten)
  return ({ id, organisatie, aanbod }, { bel, namen }) => {
    const soorten = [...new Set(aanbod.signalen.map(({ soort }) => soort))]
    // From whom it came is theirs to know, also on paper (AVG art. 14 lid 2 onder f).
    const bedrijven = [...new Set(aanbod.signalen.map(({ bron }) => namen.get(bron) ?? bron))]
    const inTalen = (delen: (spraak: Spraak) => readonly string[]) => ({
      tekst: Object.fromEntries(talen.map((taal) => [taal, opsomming(spraken[taal], delen(spraken[taal]))])),
    })
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, 'hulpaanbod', {
      organisatie: wereld.naamVan(organisatie),
      site: wereld.site,
      van: bel,
      titel: inTalen(() => bedrijven),
      wat: inTalen(({ t }) => soorten.map((soort) => t(`vroegsignalering.voor.${soort}`))),
    })
    return {
      onderwerp,
      ...(doen !== undefined && { doen }),
      alineas,
      van: organisatie,
      verwijzing: { soort: 'hulpaanbod', id },
    }
  }
}
