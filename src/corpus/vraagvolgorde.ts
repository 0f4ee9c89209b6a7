import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { leesLijst } from './gebeurtenis-lezen.ts'
import { veldLezer } from './velden.ts'

/** Groups of questions that the website asks before all others: `aanvrager.geboortedatum`, `partner`. */
export type Vraagvolgorde = readonly (readonly string[])[]

const NAAM =
  /^(partner|kinderen|medebewoners|(aanvrager|partner|kinderen|medebewoners|woning|opvang)\.[a-z0-9_]+)$/

export function leesVraagvolgorde(document: CorpusDocument): {
  readonly volgorde: Vraagvolgorde
  readonly fouten: readonly CorpusFout[]
} {
  const lezer = veldLezer(document)
  const { inhoud } = document
  lezer.alleen([], ['eerst'])
  const volgorde = leesLijst(lezer, inhoud, ['eerst']).map((groep) =>
    leesLijst(lezer, inhoud, groep).map((pad) => {
      const naam = lezer.tekst(pad)
      if (naam !== '' && !NAAM.test(naam))
        lezer.meld(
          pad,
          'vraag-naam',
          `${naam} is geen naam van een vraag.`,
          'Schrijf van wie en welk feit, bijvoorbeeld aanvrager.geboortedatum, of een lijst: partner, kinderen, medebewoners.',
        )
      return naam
    }),
  )
  return { volgorde, fouten: lezer.fouten }
}
