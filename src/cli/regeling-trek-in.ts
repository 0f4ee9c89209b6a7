/**
 * `voordeur regeling trek-in <id> [vanaf] [gebied]`: a publication holds no longer, on all nodes at once. Its text
 * stays in the archive, so that receipts still replay. Instead of an id also the path that `regeling lijst` shows.
 */
import { beschrijfPublicatie, controleerIntrekking, foutregel, type Gepubliceerd } from '../corpus/index.ts'
import type { Corpus } from '../engine/index.ts'
import { metArchief, metHerkansing } from './archief.ts'
import type { VoerUit, Wereld } from './opdracht.ts'
import { noem } from './regeling-lijst.ts'

export const voerUit: VoerUit = ([id = '', vanaf, gebied], wereld) =>
  metArchief(wereld, ({ archief, mappen }) =>
    metHerkansing(wereld, async () => {
      const { nummer, bestanden } = await archief.gepubliceerd()
      const alle = bestanden.map(beschrijfPublicatie)
      const weg = kies(alle, { id, vanaf, gebied }, wereld)
      if (weg === undefined) return 1
      const straks = controleerIntrekking({ mappen, gepubliceerd: bestanden }, weg)
      if (!straks.ok) {
        wereld.fout(`${noem(weg)} is niet in te trekken: andere bestanden kunnen niet zonder.`)
        for (const fout of straks.fouten) wereld.fout(foutregel(fout))
        wereld.fout('Er is niets veranderd. Trek eerst die bestanden in, of publiceer ze anders.')
        return 1
      }
      const uit = await archief.trekIn([weg], nummer)
      if (uit.status === 'ingehaald') return undefined
      wereld.uit(`Ingetrokken als nummer ${uit.nummer}: ${noem(weg)}.`)
      wereld.uit(`De tekst blijft bewaard (${weg.sha256.slice(0, 12)}), om ontvangstbewijzen na te rekenen.`)
      for (const regel of watGeldt(weg, straks.corpus, straks.inPlaats)) wereld.uit(regel)
      return 0
    }),
  )

interface Gevraagd {
  readonly id: string
  readonly vanaf: string | undefined
  readonly gebied: string | undefined
}

/** The one publication that is meant; else says which there are. */
function kies(
  alle: readonly Gepubliceerd[],
  { id, vanaf, gebied }: Gevraagd,
  wereld: Wereld,
): Gepubliceerd | undefined {
  const passend = alle.filter(
    (p) =>
      (p.id === id || p.bestand === id) &&
      (vanaf === undefined || p.vanaf === vanaf) &&
      (gebied === undefined || p.gebied === gebied),
  )
  if (passend.length === 1) return passend[0]
  const gevraagd = [id, vanaf, gebied].filter((deel) => deel !== undefined).join(' ')
  if (passend.length > 1) {
    wereld.fout(`Er zijn er ${passend.length} met ${gevraagd}. Noem ook vanaf en gebied:`)
  } else if (alle.length === 0) {
    wereld.fout(`${gevraagd} is niet gepubliceerd. Er is niets gepubliceerd.`)
  } else {
    wereld.fout(`${gevraagd} is niet gepubliceerd. Gepubliceerd zijn:`)
  }
  for (const p of passend.length > 1 ? passend : alle) wereld.fout(`  ${noem(p)}`)
  return undefined
}

/** What somebody at that place gets from now on. */
function watGeldt(
  { id, gebied, bestand }: Gepubliceerd,
  corpus: Corpus,
  inPlaats: string | undefined,
): string[] {
  if (inPlaats !== undefined) {
    const wet = corpus.wetten.find((w) => w.lezing.doc.bestand === bestand)
    const versie = wet === undefined ? '' : ` versie ${wet.versie}`
    return [`Nu geldt weer${versie} van ${bestand}, uit de laag ${inPlaats}.`]
  }
  if (id === undefined || gebied === undefined) return [`Op ${bestand} staat nu niets meer.`]
  const hier = corpus.wetten.filter((w) => w.id === id && w.gebied === gebied)
  if (hier.length > 0) {
    const teksten = hier.map((w) => `${w.info.vanaf} (versie ${w.versie})`).sort()
    return [`Van ${id} in ${gebied} gelden nu nog de teksten vanaf ${teksten.join(', ')}.`]
  }
  const elders = [...new Set(corpus.wetten.filter((w) => w.id === id).map((w) => w.gebied))].sort()
  return [
    `Van ${id} in ${gebied} geldt nu niets meer: wie ernaar vraagt, krijgt de regeling niet te zien.`,
    ...(elders.length === 0 ? [] : [`Nog wel in: ${elders.join(', ')}.`]),
  ]
}
