import type { Berichtinhoud } from '../kanalen/index.ts'
import { stelBerichtOp } from '../kanalen/index.ts'
import type { AanbodBeeld } from '../proactief/index.ts'
import { talen } from './routes.ts'
import { maakSpraak, opsomming } from './ui/spraak.ts'

/** The invitation: what the municipality heard and from whom, what it offers, and that no is a good answer. In all languages. */
export function maakHulpaanbodOpsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  wereld: {
    readonly naamVan: (organisatie: string) => string
    /** What somebody types to come to this website, also from paper. */
    readonly site: string
  },
): (beeld: AanbodBeeld, bel: string) => Berichtinhoud {
  const spraken = maakSpraak(teksten)
  return ({ id, organisatie, aanbod }, bel) => {
    const soorten = [...new Set(aanbod.signalen.map(({ soort }) => soort))]
    const wat = Object.fromEntries(
      talen.map((taal) => {
        const spraak = spraken[taal]
        return [
          taal,
          opsomming(
            spraak,
            soorten.map((soort) => spraak.t(`vroegsignalering.voor.${soort}`)),
          ),
        ]
      }),
    )
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, 'hulpaanbod', {
      organisatie: wereld.naamVan(organisatie),
      site: wereld.site,
      van: bel,
      wat: { tekst: wat },
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
