import { datumOp, plusDagen } from '../kalender/index.ts'
import { type Berichtinhoud, stelBerichtOp } from '../kanalen/index.ts'
import type { Machtiging, Machtigingnieuws } from '../toegang/index.ts'
import { talen } from './routes.ts'
import { maakSpraak } from './ui/spraak.ts'

/** Which of the two of a mandate is told. */
export type Machtigingrol = 'gever' | 'gemachtigde'

interface Wereld {
  readonly naamVan: (organisatie: string) => string
  /** What somebody types to come to this website, also from paper: `voordeur.example`. */
  readonly site: string
}

/** What both are told of a mandate, in all languages. Neither name stands in it: who it is, they see where they log in. */
export function maakMachtigingopsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  { naamVan, site }: Wereld,
): (machtiging: Machtiging, nieuws: Machtigingnieuws, rol: Machtigingrol) => Berichtinhoud {
  const spraken = maakSpraak(teksten)
  return ({ organisatie: id, geldigVanaf, geldigTot, ingetrokken }, nieuws, rol) => {
    const organisatie = naamVan(id)
    const wat = Object.fromEntries(
      talen.map((taal) => {
        const { t, datum } = spraken[taal]
        const dagen = {
          vanaf: datum(geldigVanaf),
          laatste: datum(plusDagen(geldigTot, -1)),
          op: ingetrokken === undefined ? '' : datum(datumOp(ingetrokken, 'Europe/Amsterdam')),
        }
        const sleutel = `berichttekst.machtiging.${nieuws.replace('-', '_')}.${rol}`
        return [taal, t(sleutel, { organisatie, ...dagen })]
      }),
    )
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, 'machtiging', {
      organisatie,
      site,
      wat: { tekst: wat },
    })
    return { onderwerp, ...(doen !== undefined && { doen }), alineas, over: id }
  }
}
