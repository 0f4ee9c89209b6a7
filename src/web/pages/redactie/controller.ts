import { regelingstanden, regelingverbanden, voorbeeldenstand } from '../../../corpus/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { berichtenPagina } from './berichten-pagina.ts'
import { filterVan, gekozen } from './filter.ts'
import { gebeurtenisPagina } from './gebeurtenis-pagina.ts'
import { gebeurtenissenPagina } from './gebeurtenissen-pagina.ts'
import { handleidingPagina, leesHandleiding } from './handleiding.ts'
import { organisatiesPagina } from './organisaties-pagina.ts'
import type { RedactieBeeld } from './redactie-beeld.ts'
import { regelingPagina } from './regeling-pagina.ts'
import { regelingenPagina } from './regelingen-pagina.ts'
import { startPagina } from './start-pagina.ts'

export { zoekdeel } from './filter.ts'

/** Named limit: so long may a page wait for examples that are being computed; then it says how far they are. */
const MAX_WACHT_MS = 400

async function beeldVan({ context, beeld, bronnen }: Verzoek): Promise<RedactieBeeld> {
  const geheel = bronnen.geheel()
  const [standen, voorbeelden] = await Promise.all([
    regelingstanden(geheel.engine, beeld.datum),
    voorbeeldenstand(geheel, MAX_WACHT_MS),
  ])
  const verbanden = regelingverbanden(geheel.engine, geheel.gebeurtenissen)
  return { context, geheel, datum: beeld.datum, standen, voorbeelden, verbanden }
}

export async function start(verzoek: Verzoek): Promise<Antwoord> {
  return { soort: 'pagina', pagina: startPagina(await beeldVan(verzoek)) }
}

export async function regelingen(verzoek: Verzoek): Promise<Antwoord> {
  const beeld = await beeldVan(verzoek)
  const filter = filterVan(verzoek.zoek)
  return { soort: 'pagina', pagina: regelingenPagina(beeld, gekozen(beeld, filter), filter) }
}

export async function regeling(verzoek: Verzoek): Promise<Antwoord> {
  const beeld = await beeldVan(verzoek)
  const stand = beeld.standen.find(({ id }) => id === verzoek.delen.regeling)
  return stand === undefined
    ? { soort: 'niet-gevonden' }
    : { soort: 'pagina', pagina: regelingPagina(beeld, stand) }
}

export async function gebeurtenissen(verzoek: Verzoek): Promise<Antwoord> {
  return { soort: 'pagina', pagina: gebeurtenissenPagina(await beeldVan(verzoek)) }
}

export async function gebeurtenis(verzoek: Verzoek): Promise<Antwoord> {
  const beeld = await beeldVan(verzoek)
  const gevonden = beeld.geheel.gebeurtenissen.get(verzoek.delen.gebeurtenis ?? '')
  return gevonden === undefined
    ? { soort: 'niet-gevonden' }
    : { soort: 'pagina', pagina: gebeurtenisPagina(beeld, gevonden) }
}

export async function organisaties(verzoek: Verzoek): Promise<Antwoord> {
  return { soort: 'pagina', pagina: organisatiesPagina(await beeldVan(verzoek)) }
}

export function berichten({ context }: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: berichtenPagina(context) }
}

export function schrijven({ context, delen }: Verzoek): Antwoord {
  const handleiding = leesHandleiding(delen.document ?? '')
  return handleiding === undefined
    ? { soort: 'niet-gevonden' }
    : { soort: 'pagina', pagina: handleidingPagina(context, handleiding) }
}
