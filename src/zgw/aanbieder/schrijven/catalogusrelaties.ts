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
  if (rijen.length === 0) throw await nietHier(context, veld, verwijzing.soort, naam)
  if (rijen.some((rij) => rij.catalogus !== catalogus)) {
    const reden = 'Dit staat in een andere catalogus.'
    throw ongeldig(fout('nonFieldErrors', 'relations-incorrect-catalogus', reden))
  }
  return rijen.map(({ url }) => url)
}

async function eisStatustype(context: Schrijfcontext, { statustype, zaaktype }: JsonObject): Promise<void> {
  if (typeof statustype !== 'string') return
  const gevonden = await context.schrijver.haal('statustypen', statustype)
  if (gevonden === undefined) throw await nietHier(context, 'statustype', 'statustypen', statustype)
  if (gevonden.zaaktype !== zaaktype) {
    throw ongeldig(fout('statustype', 'zaaktype-mismatch', 'Dit statustype hoort bij een ander zaaktype.'))
  }
}

/** A catalogue knows what is in it, and a type of document or decision who names it: as things are after a write. */
export async function werkTerugBij(
  context: Schrijfcontext,
  soort: Soort,
  { oud, nieuw }: { readonly oud?: Rij; readonly nieuw?: Rij },
): Promise<void> {
  const url = (nieuw ?? oud)?.url
  if (url === undefined) return
  await vervang(context, 'catalogussen', soort, {
    url,
    uit: oud === undefined ? [] : [String(oud.catalogus)],
    naar: nieuw === undefined ? [] : [String(nieuw.catalogus)],
  })
  const terug =
    soort === 'zaaktypen' ? 'besluittypen' : soort === 'besluittypen' ? 'informatieobjecttypen' : undefined
  if (terug === undefined) return
  await vervang(context, terug, soort, {
    url,
    uit: oud === undefined ? [] : lijst(oud, terug),
    naar: nieuw === undefined ? [] : lijst(nieuw, terug),
  })
}

/** Takes an address out of a list of some rows, and puts it in that of others. */
async function vervang(
  { schrijver }: Schrijfcontext,
  soort: Soort,
  veld: string,
  {
    url,
    uit,
    naar,
  }: { readonly url: string; readonly uit: readonly string[]; readonly naar: readonly string[] },
): Promise<void> {
  for (const adres of new Set([...uit, ...naar])) {
    const rij = await schrijver.haal(soort, adres)
    if (rij === undefined) continue
    const zonder = lijst(rij, veld).filter((deel) => deel !== url)
    await schrijver.zet(soort, { ...rij, [veld]: naar.includes(adres) ? [...zonder, url] : zonder })
  }
}

/** The types of documents that a zaaktype names through its ties: by description or by address, in its catalogue. */
export async function documentsoortenVan({ schrijver }: Schrijfcontext, zaaktype: Rij): Promise<string[]> {
  const { rijen } = await schrijver.zoek('zaaktype-informatieobjecttypen', {
    voorwaarden: gelijk('zaaktype', zaaktype.url),
  })
  const namen = rijen.map(({ informatieobjecttype }) => String(informatieobjecttype))
  const gevonden: string[] = []
  for (const veld of ['omschrijving', 'url']) {
    const { rijen: soorten } = await schrijver.zoek('informatieobjecttypen', {
      voorwaarden: [{ op: 'in', veld, waarden: namen }, ...gelijk('catalogus', String(zaaktype.catalogus))],
    })
    gevonden.push(...soorten.map(({ url }) => url))
  }
  return gevonden
}

/** After a tie came or went. */
export async function zetDocumentsoorten(context: Schrijfcontext, url: string): Promise<void> {
  const zaaktype = await context.schrijver.haal('zaaktypen', url)
  if (zaaktype === undefined) return
  const informatieobjecttypen = await documentsoortenVan(context, zaaktype)
  await context.schrijver.zet('zaaktypen', { ...zaaktype, informatieobjecttypen })
}
