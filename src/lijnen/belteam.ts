import type { Afspraakteam } from '../corpus/index.ts'
import type { Lijnteam } from './lijnteam.ts'
import { alsTijden, HOOGSTENS_DAGEN, plaatsenVan, TERUGBEL_MINUTEN, VOORAF_MINUTEN } from './toezegging.ts'
import { gewoneInstellingen } from './wachtrij.ts'

/** Under which name a team of the guide has its places: beside teams of the corpus, and shared with its queue. */
export function belteamId(team: string): string {
  return `lijn-${team.replace(/-+/g, '-')}`
}

/**
 * A team of the guide as one with which a time can be agreed: in its lane hours, as long as a callback takes, and no more
 * at once than what the queue may promise of it.
 */
export function alsAfspraakteam({ id, organisatie, naam, rooster, capaciteit }: Lijnteam): Afspraakteam {
  const { zone, openingstijden, dichtOpFeestdagen, gesloten } = alsTijden(rooster)
  return {
    ...{ id: belteamId(id), organisatie, naam: { nl: naam }, vorm: 'samen' },
    ...{ zone, openingstijden, dichtOpFeestdagen, gesloten },
    duurMinuten: TERUGBEL_MINUTEN,
    capaciteit: plaatsenVan(capaciteit, gewoneInstellingen.plafond),
    voorafMinuten: VOORAF_MINUTEN,
    hoogstensDagen: HOOGSTENS_DAGEN,
    ...{ steun: false, vertrouwen: 'opgesteld', bron: 'de gids van directe lijnen' },
  }
}
