/** Parameters that several resources share, and the reading of them: every fault at once, unknown names too. */
import type { Corpus } from '../engine/index.ts'
import { datum, tekst } from './componenten.ts'
import { ApiProbleem, type Fout } from './problemen.ts'
import type { Parameter } from './route.ts'

export const DATUM: Parameter = {
  schema: datum,
  beschrijving: 'De dag waarop het moet gelden. Zonder: vandaag, in Nederland.',
  voorbeeld: '2026-03-01',
  verwacht: 'een datum die bestaat, als 2026-03-01',
}

export const GEBIED: Parameter = {
  schema: tekst.regex(/^[A-Za-z0-9-]{1,40}$/),
  beschrijving: 'Kenmerk van een plaats, zoals GM0363, PV27, WS0155, bonaire of nederland. Zie /gebieden.',
  voorbeeld: 'GM0363',
  verwacht: 'een kenmerk als GM0363, PV27, WS0155, bonaire of nederland',
}

/** A name that we do not know is a fault: a typing error must not pass as «no filter». */
export function leesQuery(
  gegeven: Readonly<Record<string, unknown>>,
  bekend: Readonly<Record<string, Parameter>>,
): { readonly waarden: Readonly<Record<string, string>>; readonly fouten: readonly Fout[] } {
  const waarden: Record<string, string> = Object.create(null)
  const fouten: Fout[] = []
  for (const [naam, waarde] of Object.entries(gegeven)) {
    const parameter = Object.hasOwn(bekend, naam) ? bekend[naam] : undefined
    if (parameter === undefined) {
      const namen = Object.keys(bekend).join(', ')
      fouten.push({
        in: 'query',
        parameter: kort(naam),
        code: 'onbekende-parameter',
        detail: 'Deze parameter kennen wij niet.',
        verwacht: namen === '' ? 'geen parameters' : namen,
      })
    } else if (typeof waarde !== 'string') {
      fouten.push({
        in: 'query',
        parameter: naam,
        code: 'dubbele-parameter',
        detail: 'Deze parameter staat er meer dan eens.',
        verwacht: 'elke parameter hoogstens één keer',
      })
    } else if (!parameter.schema.safeParse(waarde).success) {
      fouten.push({
        in: 'query',
        parameter: naam,
        code: 'ongeldige-parameter',
        detail: 'Deze waarde klopt niet.',
        gegeven: kort(waarde),
        verwacht: parameter.verwacht,
      })
    } else waarden[naam] = waarde
  }
  return { waarden, fouten }
}

export function gebiedBestaat(corpus: Corpus, gebied: string | undefined): void {
  if (gebied === undefined || corpus.gebieden.has(gebied)) return
  throw new ApiProbleem('verzoek-ongeldig', [
    {
      in: 'query',
      parameter: 'gebied',
      code: 'onbekend-gebied',
      detail: 'Deze plaats kennen wij niet.',
      gegeven: gebied,
      verwacht: GEBIED.verwacht,
    },
  ])
}

const dag = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })

/** The date in the European Netherlands; on the islands it can still be yesterday, so callers there name a date. */
export function vandaag(nu: Date): string {
  return dag.format(nu)
}

function kort(waarde: string): string {
  return waarde.length > 60 ? `${waarde.slice(0, 60)}…` : waarde
}
