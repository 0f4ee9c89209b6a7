import type { Belantwoord, Belwerker, Gesprekken, InGesprek } from '../../../lijnen/index.ts'
import type { Loket } from '../../../loket/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import type { Werker } from '../balie/werker.ts'

/** A professional as a call knows them; whether they may see a chain case is asked of the case. */
export function belwerkerVan({ subject }: Werker, loket: Pick<Loket, 'volg'>): Belwerker {
  const { medewerker, organisatie, naam } = subject
  return {
    ...{ medewerker, organisatie, naam },
    magZaak: async (ketenzaak) =>
      (await loket.volg({ subject, voor: { soort: 'zelf' } }, ketenzaak)) !== undefined,
  }
}

/** Who asks, on a page that the table of access opened; `undefined`: nobody calls here. */
export function leesBeller({
  loket,
  werker,
}: Verzoek): { readonly wie: Belwerker; readonly gesprekken: Gesprekken } | undefined {
  const gesprekken = loket?.gesprekken
  if (loket === undefined || gesprekken === undefined || werker === undefined) return undefined
  return { wie: belwerkerVan(werker, loket.loket), gesprekken }
}

export function naarGesprek({ context: { taal } }: Verzoek, uitslag: Belantwoord<InGesprek>): Antwoord {
  return {
    soort: 'ga-naar',
    adres:
      uitslag.status === 'ok'
        ? adres(taal, 'balieGesprek', { gesprek: uitslag.uitkomst.gesprek.id })
        : adres(taal, 'balieBellen', { gedaan: uitslag.reden === 'druk' ? 'druk' : 'niet' }),
  }
}
