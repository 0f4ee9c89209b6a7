/** A work list a page at a time: it goes on where the last line was, and says how much there is as far as it was counted. */
import { isUuid7, parseDatum } from '../domain/index.ts'
import { beslis } from '../toegang/index.ts'
import {
  type Bladvraag,
  type Loketvrager,
  type Werkblad,
  type Werkgroep,
  type Werkplek,
  type Werkregel,
  type Werkrij,
  werkgroepen,
} from './loket.ts'
import { functiesVan, type Toegangsdelen, vandaag } from './vrager.ts'
import type { WerkStore } from './werk-store.ts'

/** Named limits: so many lines on a page; so far is counted how many there are. */
export const WERK_PER_BLAD = 25
export const WERK_GETELD = 100

/** The pages that were asked for; none for who has no work in a chain. */
export async function werkbladen(
  { store, ...delen }: Toegangsdelen & { readonly store: WerkStore },
  vrager: Loketvrager,
  { groep, na }: Bladvraag,
): Promise<readonly Werkblad[]> {
  const { subject, voor } = vrager
  if (subject.soort !== 'medewerker') return []
  const { organisatie, medewerker } = subject
  const nu = delen.nu()
  const voorwerp = { soort: 'ketenwerk', organisatie } as const
  const vraag = { subject, voor, handeling: 'bekijken', voorwerp, nu, vandaag: vandaag(nu) } as const
  if (!beslis(delen.register(), vraag).mag) return []
  const vanaf = groep === undefined ? undefined : leesPlek(na)
  const uit = await store.werkbladen(
    { organisatie, medewerker, functies: functiesVan(subject) },
    {
      groepen: groep === undefined ? werkgroepen : [groep],
      // One more of each, to know whether there is more.
      ...{ aantal: WERK_PER_BLAD + 1, geteld: WERK_GETELD + 1 },
      ...(vanaf && { na: vanaf }),
    },
  )
  return uit.map(({ groep: van, rijen, aantal }) => bladVan(van, rijen, aantal))
}

/** The same pages with lines of elsewhere at their place; `elders` are all there are of them. */
export function metElders(
  bladen: readonly Werkblad[],
  elders: readonly Werkregel[],
  { groep: gevraagd, na }: Bladvraag,
): readonly Werkblad[] {
  const vanaf = gevraagd === undefined ? undefined : leesPlek(na)
  const rijen = elders.map((regel, i): Werkrij => ({ regel, plek: plekVan(regel, i) }))
  return bladen.map((blad) => {
    const alle = rijen.filter(({ regel: { soort } }) =>
      blad.groep === 'antwoord' ? soort !== 'stap' && soort !== 'regie' : soort === blad.groep,
    )
    if (alle.length === 0) return blad
    // Past the end of what was read here there may be more that comes before a line of elsewhere.
    const eind = blad.volgende === undefined ? undefined : blad.rijen.at(-1)?.plek
    const erbij = alle.filter(
      ({ plek }) =>
        (vanaf === undefined || vergelijk(plek, vanaf) > 0) &&
        (eind === undefined || vergelijk(plek, eind) < 0),
    )
    const samen = [...blad.rijen, ...erbij].toSorted((a, b) => vergelijk(a.plek, b.plek))
    const uit = bladVan(blad.groep, samen, blad.aantal + alle.length)
    const laatste = uit.rijen.at(-1)
    return {
      ...uit,
      isMeer: uit.isMeer || blad.isMeer,
      ...(blad.volgende !== undefined && laatste && { volgende: schrijfPlek(laatste.plek) }),
    }
  })
}

function bladVan(groep: Werkgroep, rijen: readonly Werkrij[], aantal: number): Werkblad {
  const op = rijen.slice(0, WERK_PER_BLAD)
  const laatste = op.at(-1)
  return {
    groep,
    rijen: op,
    aantal: Math.min(aantal, WERK_GETELD),
    isMeer: aantal > WERK_GETELD,
    ...(rijen.length > op.length && laatste && { volgende: schrijfPlek(laatste.plek) }),
  }
}

/** Of a line of elsewhere, which has no id of its own here: its place in what was read is one. */
function plekVan({ termijn, ketenzaak, stap, soort }: Werkregel, nr: number): Werkplek {
  return { ketenzaak, sleutel: stap ?? `${soort}-${nr}`, ...(termijn !== undefined && { termijn }) }
}

/** As the database orders them. */
function vergelijk(een: Werkplek, ander: Werkplek): number {
  const delen = ({ termijn, ketenzaak, sleutel }: Werkplek) => [termijn ?? '9999-99-99', ketenzaak, sleutel]
  const [a, b] = [delen(een), delen(ander)]
  const i = a.findIndex((deel, plaats) => deel !== b[plaats])
  return i === -1 ? 0 : (a[i] ?? '') < (b[i] ?? '') ? -1 : 1
}

const zonderDag = 'geen'

function schrijfPlek({ termijn, ketenzaak, sleutel }: Werkplek): string {
  return [termijn ?? zonderDag, ketenzaak, sleutel].join('_')
}

/** What stands in an address may be typed by anybody: a day, a case and an id, or nothing. */
function leesPlek(na: string | undefined): Werkplek | undefined {
  const [dag = '', ketenzaak = '', sleutel = ''] = na?.split('_') ?? []
  const termijn = parseDatum(dag)
  if ((termijn === undefined && dag !== zonderDag) || !isUuid7(ketenzaak)) return undefined
  if (!/^[a-z0-9-]{0,60}$/.test(sleutel)) return undefined
  return { ketenzaak, sleutel, ...(termijn !== undefined && { termijn }) }
}
