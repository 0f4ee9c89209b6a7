import type { OrganisatieId } from '../domain/index.ts'
import type { Verzendweg } from './verzendweg.ts'

/**
 * The phone: a call waits with the body whose message it is, until one of its people made it. The words are written
 * when somebody opens it, so that nothing of them lies ready meanwhile.
 * @param heeftBalie Whether people of that body log in here.
 */
export function createBelweg(heeftBalie: (organisatie: OrganisatieId) => boolean): Verzendweg {
  return {
    kanaal: 'telefoon',
    bedient: (organisatie) => organisatie !== undefined && heeftBalie(organisatie),
    verzend: async () => ({ soort: 'klaar' }),
  }
}
