/**
 * `voordeur lijnen zet <bestand>`: puts teams in the guide of direct lines, or changes them. A JSON list of rows, or a
 * CSV file with the names of the columns above them (comma or semicolon). A row has the fields of the form, its
 * `organisatie`, and if several organisations answer together the name of their `pool`. All of it is checked before
 * anything is written. Putting a team there says that it is so today.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseOrganisatieId } from '../domain/index.ts'
import { datumOp } from '../kalender/index.ts'
import { type Lijnkennis, type Lijnteam, leesLijnteam, lijnkennis, lijnvelden } from '../lijnen/index.ts'
import { gidsOpslag } from '../store/index.ts'
import { leesCsv } from './csv.ts'
import { onleesbaar } from './onleesbaar.ts'
import type { VoerUit, Wereld } from './opdracht.ts'
import { metToegang } from './toegang.ts'

interface Regel {
  readonly team: Lijnteam
  readonly pool?: string
}

const velden: ReadonlySet<string> = new Set([...lijnvelden, 'organisatie', 'pool'])

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const rijen = leesRijen(getypt, wereld)
  if (rijen === undefined) return 2
  return metToegang(wereld, async ({ opslag, corpus, klok }) => {
    const { organisaties } = corpus.huidig()
    const kennis = lijnkennis(corpus.huidig())
    const vandaag = datumOp(klok.nu(), 'Europe/Amsterdam')
    const gelezen = rijen.map((rij) =>
      leesRegel(rij, { kent: (id) => organisaties.has(id), kennis, vandaag }),
    )
    const fouten = gelezen.flatMap(({ fouten: van }, i) => van.map((fout) => `rij ${i + 1}: ${fout}`))
    for (const fout of fouten) wereld.fout(fout)
    if (fouten.length > 0) return 1
    const store = gidsOpslag(opslag.databank)
    let geweigerd = 0
    for (const { regel } of gelezen) {
      if (regel === undefined) continue
      const uit = await store.bewaar('beheer', { ...regel, vanVersie: undefined })
      if (uit === 'ok') continue
      geweigerd++
      const waarom =
        uit === 'van-ander' ? 'een andere organisatie heeft dit id al' : 'een ander wijzigde dit intussen'
      wereld.fout(`${regel.team.id}: ${waarom}`)
    }
    wereld.uit(`In de gids gezet: ${rijen.length - geweigerd}. Dit geldt meteen.`)
    return geweigerd === 0 ? 0 : 1
  })
}

type Rij = Readonly<Record<string, string>>

function leesRegel(
  rij: Rij,
  {
    kent,
    kennis,
    vandaag,
  }: {
    readonly kent: (organisatie: string) => boolean
    readonly kennis: Lijnkennis
    readonly vandaag: Lijnteam['bevestigdOp']
  },
): { readonly regel?: Regel; readonly fouten: readonly string[] } {
  const vreemd = Object.keys(rij).filter((veld) => !velden.has(veld))
  const fouten = vreemd.map((veld) => `${veld}: dit veld kennen wij niet`)
  const organisatie = parseOrganisatieId(rij.organisatie)
  if (organisatie === undefined || !kent(organisatie))
    return { fouten: [...fouten, 'organisatie: staat niet in corpus/organisaties'] }
  const gelezen = leesLijnteam(rij, { organisatie, vandaag }, kennis)
  if (!gelezen.ok)
    return {
      fouten: [
        ...fouten,
        ...gelezen.fouten.map(
          ({ veld, fout, wat }) => `${veld}: ${fout}${wat === undefined ? '' : ` (${wat})`}`,
        ),
      ],
    }
  const pool = rij.pool?.trim()
  if (pool !== undefined && pool.length > 60) fouten.push('pool: hoogstens 60 tekens')
  return { fouten, regel: { team: gelezen.team, ...(pool && { pool }) } }
}

function leesRijen(getypt: string, { werkmap, fout }: Wereld): readonly Rij[] | undefined {
  let tekst: string
  try {
    tekst = readFileSync(resolve(werkmap, getypt), 'utf8')
  } catch (reden) {
    fout(onleesbaar(getypt, reden))
    return undefined
  }
  if (/\.csv$/i.test(getypt)) {
    const rijen = leesCsv(tekst)
    if (rijen === undefined) fout(`${getypt}: Dit is geen CSV met kolomnamen en even lange rijen.`)
    return rijen
  }
  const rijen = leesJson(tekst)
  if (rijen === undefined)
    fout(`${getypt}: Hier hoort een lijst van rijen te staan, elk met velden van tekst of getallen.`)
  return rijen
}

/** Lists may be lists; they become words with a space between, as in a CSV. */
function leesJson(tekst: string): readonly Rij[] | undefined {
  let json: unknown
  try {
    json = JSON.parse(tekst)
  } catch {
    return undefined
  }
  if (!Array.isArray(json)) return undefined
  const rijen = json.map((rij: unknown) => {
    if (typeof rij !== 'object' || rij === null) return undefined
    const paren = Object.entries(rij).map(
      ([veld, waarde]: [string, unknown]) => [veld, woorden(waarde)] as const,
    )
    return paren.every(([, waarde]) => waarde !== undefined) ? (Object.fromEntries(paren) as Rij) : undefined
  })
  return rijen.every((rij) => rij !== undefined) ? rijen : undefined
}

function woorden(waarde: unknown): string | undefined {
  if (typeof waarde === 'string' || typeof waarde === 'number') return String(waarde)
  return Array.isArray(waarde) && waarde.every((een) => typeof een === 'string')
    ? waarde.join(' ')
    : undefined
}
