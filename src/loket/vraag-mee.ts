/** Asking an organisation: into its work list, and only where somebody sees that. */
import { type Bouw, voeg } from './bouw.ts'
import type { Weigering } from './opdracht.ts'
import type { Verzoek, Verzoeksoort } from './verzoek.ts'
import type { Tekstverwijzing } from './woorden.ts'

/** Puts it in the work list of who is asked, with the reason; with a term, as every question has. */
export function vraagMee(
  bouw: Bouw,
  vraag: { readonly verzoek: string; readonly wat: Verzoeksoort; readonly reden: Tekstverwijzing } & Pick<
    Verzoek,
    'organisatie' | 'deelnemer'
  >,
): void {
  voeg(bouw, { soort: 'mee-gevraagd', ...vraag, tot: bouw.omgeving.opschalingTot })
}

/** A body where nobody would see it is not asked: whoever does so must send it themselves. */
export function keurBereik(bouw: Bouw, organisatie: Verzoek['organisatie']): Weigering | undefined {
  return bouw.omgeving.isBereikbaar?.(organisatie) === false ? { reden: 'niet-bereikbaar' } : undefined
}
