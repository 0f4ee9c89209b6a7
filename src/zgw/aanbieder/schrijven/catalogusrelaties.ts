import { ongeldig } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import type { Soort } from '../verzamelingen.ts'
import { fout, gelijk, lijst, nietHier, type Schrijfcontext } from './kern.ts'
import type { Type } from './typesoorten.ts'

/** Fields that name other types: by address, or by what they are called in the same catalogue. */
const verwijzingen = {
  besluittypen: { soort: 'besluittypen', naam: 'omschrijving' },
  informatieobjecttypen: { soort: 'informatieobjecttypen', naam: 'omschrijving' },
  deelzaaktypen: { soort: 'zaaktypen', naam: 'identificatie' },
} as const
type Verwijzing = (typeof verwijzingen)[keyof typeof verwijzingen]

/** Names become addresses of what has that name; of nothing, or of another catalogue (ztc-013), is refused. */
export async function metAdressen(
  context: Schrijfcontext,
  soort: Type,
  gelezen: JsonObject,
  ouder: Rij | undefined,
): Promise<JsonObject> {
  const catalogus = String(ouder?.catalogus ?? gelezen.catalogus)
  const uit: Record<string, JsonObject[string]> = { ...gelezen }
  for (const [veld, verwijzing] of Object.entries(verwijzingen)) {
    const genoemd = gelezen[veld]
    if (!Array.isArray(genoemd)) continue
    const gevonden: string[] = []
    for (const naam of genoemd.map(String)) {
      gevonden.push(...(await adressenVan(context, { veld, verwijzing, naam, catalogus })))
    }
    uit[veld] = [...new Set(gevonden)]
  }
  if (soort === 'zaaktype-informatieobjecttypen') {
    await adressenVan(context, {
      veld: 'informatieobjecttype',
      verwijzing: verwijzingen.informatieobjecttypen,
      naam: String(gelezen.informatieobjecttype),
      catalogus,
    })
    await eisStatustype(context, gelezen)
  }
  return uit
}

interface Genoemd {
  readonly veld: string
  readonly verwijzing: Verwijzing
  readonly naam: string
  readonly catalogus: string
}

async function adressenVan(context: Schrijfcontext, genoemd: Genoemd): Promise<string[]> {
  const { veld, verwijzing, naam, catalogus } = genoemd
  const isAdres = /^https?:/.test(naam)
  const voorwaarden = isAdres
    ? gelijk('url', naam)
    : [...gelijk(verwijzing.naam, naam), ...gelijk('catalogus', catalogus)]
  const { rijen } = await context.schrijver.zoek(verwijzing.soort, { voorwaarden })
  if (rijen.length === 0) throw nietHier(context, veld, verwijzing.soort, naam)
  if (rijen.some((rij) => rij.catalogus !== catalogus)) {
    const reden = 'Dit staat in een andere catalogus.'
    throw ongeldig(fout('nonFieldErrors', 'relations-incorrect-catalogus', reden))
  }
  return rijen.map(({ url }) => url)
}

async function eisStatustype(context: Schrijfcontext, { statustype, zaaktype }: JsonObject): Promise<void> {
  if (typeof statustype !== 'string') return
  const gevonden = await context.schrijver.haal('statustypen', statustype)
  if (gevonden === undefined) throw nietHier(context, 'statustype', 'statustypen', statustype)
  if (gevonden.zaaktype !== zaaktype) {
    throw ongeldig(fout('statustype', 'zaaktype-mismatch', 'Dit statustype hoort bij een ander zaaktype.'))
  }
}

/** A catalogue knows what is in it, and a type of document or decision who names it. */
export async function vulCatalogus(context: Schrijfcontext, soort: Soort, rij: Rij): Promise<void> {
  const { schrijver } = context
  const catalogus = await schrijver.haal('catalogussen', String(rij.catalogus))
  if (catalogus !== undefined) {
    await schrijver.zet('catalogussen', { ...catalogus, [soort]: [...lijst(catalogus, soort), rij.url] })
  }
  const terug =
    soort === 'zaaktypen' ? 'besluittypen' : soort === 'besluittypen' ? 'informatieobjecttypen' : undefined
  if (terug === undefined) return
  for (const url of lijst(rij, terug)) {
    const ander = await schrijver.haal(terug, url)
    if (ander !== undefined)
      await schrijver.zet(terug, { ...ander, [soort]: [...lijst(ander, soort), rij.url] })
  }
}
