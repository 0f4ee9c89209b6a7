import { eisZoekbewijs, type PersoonBekend } from './kluistoegang.ts'
import type { PersonenZoekregister, Zoekregister } from './zoekregister.ts'

/**
 * Beside the register of persons: who has this island number in our vault? It makes nobody, since no register says
 * here that the number is somebody's; and it says nothing of them but that they were here before.
 */
export function metEilandnummer(register: PersonenZoekregister, persoonBekend: PersoonBekend): Zoekregister {
  return {
    async zoek(bewijs, vraag) {
      if (vraag.soort !== 'eilandnummer') return register.zoek(bewijs, vraag)
      eisZoekbewijs(bewijs)
      const persoon = await persoonBekend(vraag.eilandnummer)
      if (persoon === undefined) return { status: 'ok', treffers: [] }
      const onbekend = { naam: undefined, geboren: undefined, woonplaats: undefined }
      return { status: 'ok', treffers: [{ persoon, ...onbekend, geheim: 'onbekend', isOverleden: false }] }
    },
  }
}
