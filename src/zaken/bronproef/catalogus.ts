import { z } from 'zod'
import type { Brontype } from '../bronnenbeheer.ts'
import { lijstIn, type Stel, volgendeIn } from './vraag.ts'

export interface Broncatalogus {
  readonly typen: readonly Brontype[]
  readonly statussen: number
  readonly metTekst: number
  readonly bladeren: 'goed' | 'een-pagina' | 'vreemd-adres' | 'mislukt'
}

/** Named limit. A catalogue of a municipality has a few hundred types, and some suppliers give few on a page. */
const maxPaginas = 100

const catalogusVorm = z.object({ url: z.string(), domein: z.string(), rsin: z.string() })
const typeVorm = z.object({
  catalogus: z.string(),
  identificatie: z.coerce.string().min(1).max(50),
  omschrijving: z.string().default(''),
  omschrijvingGeneriek: z.string().default(''),
  indicatieInternOfExtern: z.string().default('intern'),
})
const statusVorm = z.object({ statustekst: z.string().nullish() })

/** Everything published that the source says of its types; `undefined` when its first page cannot be read. */
export async function leesBroncatalogus(ztc: string, stel: Stel): Promise<Broncatalogus | undefined> {
  const [catalogussen, typen, statussen] = await Promise.all(
    ['catalogussen', 'zaaktypen', 'statustypen'].map((wat) => leesLijst(`${ztc}/${wat}`, ztc, stel)),
  )
  if (catalogussen === undefined || typen === undefined || statussen === undefined) return undefined
  const perUrl = new Map(
    catalogussen.rijen.flatMap((rij) => {
      const gelezen = catalogusVorm.safeParse(rij).data
      return gelezen === undefined ? [] : [[gelezen.url, gelezen] as const]
    }),
  )
  const gevonden = typen.rijen.flatMap((rij): Brontype[] => {
    const type = typeVorm.safeParse(rij).data
    const catalogus = type && perUrl.get(type.catalogus)
    if (type === undefined || catalogus === undefined) return []
    const { domein, rsin } = catalogus
    const naam = (type.omschrijvingGeneriek || type.omschrijving || type.identificatie).slice(0, 100)
    return [
      {
        sleutel: { domein, rsin, identificatie: type.identificatie },
        naam,
        isExtern: type.indicatieInternOfExtern === 'extern',
      },
    ]
  })
  const teksten = statussen.rijen.map((rij) => statusVorm.safeParse(rij).data?.statustekst ?? '')
  const langs = [catalogussen, typen, statussen].map(({ bladeren }) => bladeren)
  const volgorde = ['mislukt', 'vreemd-adres', 'goed', 'een-pagina'] as const
  return {
    typen: zonderOud(gevonden),
    statussen: teksten.length,
    metTekst: teksten.filter((tekst) => tekst.trim() !== '').length,
    bladeren: volgorde.find((een) => langs.includes(een)) ?? 'een-pagina',
  }
}

/** A type keeps its number over its versions; the last one that the list gives tells its name. */
function zonderOud(typen: readonly Brontype[]): readonly Brontype[] {
  const perSleutel = new Map(typen.map((type) => [JSON.stringify(type.sleutel), type]))
  return [...perSleutel.values()].toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
}

interface Lijst {
  readonly rijen: readonly unknown[]
  readonly bladeren: Broncatalogus['bladeren']
}

async function leesLijst(adres: string, basis: string, stel: Stel): Promise<Lijst | undefined> {
  const rijen: unknown[] = []
  let volgende: string | undefined = adres
  for (let pagina = 0; pagina < maxPaginas && volgende !== undefined; pagina++) {
    const { bevinding, inhoud } = await stel(volgende)
    const lijst = bevinding.soort === 'antwoord' && bevinding.http === 200 ? lijstIn(inhoud) : undefined
    if (lijst === undefined) return pagina === 0 ? undefined : { rijen, bladeren: 'mislukt' }
    rijen.push(...lijst)
    volgende = volgendeIn(inhoud)
    // No token goes to an address that was not written down.
    if (volgende !== undefined && !volgende.startsWith(`${basis}/`))
      return { rijen, bladeren: 'vreemd-adres' }
    if (volgende === undefined) return { rijen, bladeren: pagina === 0 ? 'een-pagina' : 'goed' }
  }
  return { rijen, bladeren: 'mislukt' }
}
