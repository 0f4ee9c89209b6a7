import { z } from 'zod'
import { lijstIn, type Stel, volgendeIn } from './vraag.ts'

export interface Broncatalogus {
  /** Each once, however many versions it has. */
  readonly typen: number
  /** For people outside the organisation; others are never shown. */
  readonly extern: number
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
  const isExtern = new Map(
    typen.rijen.flatMap((rij) => {
      const type = typeVorm.safeParse(rij).data
      const catalogus = type && perUrl.get(type.catalogus)
      if (type === undefined || catalogus === undefined) return []
      const sleutel = JSON.stringify([catalogus.domein, catalogus.rsin, type.identificatie])
      return [[sleutel, type.indicatieInternOfExtern === 'extern'] as const]
    }),
  )
  const teksten = statussen.rijen.map((rij) => statusVorm.safeParse(rij).data?.statustekst ?? '')
  const langs = [catalogussen, typen, statussen].map(({ bladeren }) => bladeren)
  const volgorde = ['mislukt', 'vreemd-adres', 'goed', 'een-pagina'] as const
  return {
    typen: isExtern.size,
    extern: [...isExtern.values()].filter((een) => een).length,
    statussen: teksten.length,
    metTekst: teksten.filter((tekst) => tekst.trim() !== '').length,
    bladeren: volgorde.find((een) => langs.includes(een)) ?? 'een-pagina',
  }
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
