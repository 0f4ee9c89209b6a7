import type { Afspraak } from '../afspraken/index.ts'
import type { Afspraakteam } from '../corpus/index.ts'
import type { Tekst } from '../engine/index.ts'
import { datumOp, tijdOp } from '../kalender/index.ts'
import { type Berichtinhoud, stelBerichtOp } from '../kanalen/index.ts'
import { talen } from './routes.ts'
import { maakSpraak, type Spraak } from './ui/spraak.ts'

/** What somebody is reminded of, in all languages: which one they read, they choose. */
export function maakHerinneringOpsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  wereld: {
    readonly naamVan: (organisatie: string) => string
    /** May be gone: then the clock of the country is used, and the name of the organisation says where. */
    readonly teamVan: (id: string) => Afspraakteam | undefined
  },
): (afspraak: Afspraak) => Berichtinhoud {
  const spraken = maakSpraak(teksten)
  const perTaal = (tekst: (spraak: Spraak) => string): { readonly tekst: Tekst } => ({
    tekst: Object.fromEntries(talen.map((taal) => [taal, tekst(spraken[taal])])),
  })
  return ({ id, organisatie, team: teamId, vorm, begin, inhoud }) => {
    const team = wereld.teamVan(teamId)
    const zone = team?.zone ?? 'Europe/Amsterdam'
    const naam = wereld.naamVan(organisatie)
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, 'afspraak-herinnering', {
      titel: perTaal(({ t }) => t(`afspraken.onderwerp.${inhoud.onderwerp.replace('-', '_')}`)),
      organisatie: naam,
      dag: { dag: datumOp(begin, zone) },
      tijd: tijdOp(begin, zone),
      plek: perTaal(({ t }) => t(`afspraken.herinnering.${vorm}`, { plek: team?.plek ?? naam })),
    })
    return {
      onderwerp,
      alineas: [...(doen === undefined ? [] : [doen]), ...alineas],
      van: organisatie,
      verwijzing: { soort: 'afspraak', id },
    }
  }
}
