/** `voordeur regeling controleer <bestand.yaml>`: every fault with its place and remedy, or what is in order. No database needed. */
import {
  type Bestandscontrole,
  controleerErbovenop,
  controleerTerPlaatse,
  controleerVoorbeelden,
  leesLagen,
  leesVoorbeelden,
} from '../corpus/index.ts'
import type { Corpus, CorpusFout } from '../engine/index.ts'
import { loadConfig } from '../platform/index.ts'
import type { Eindcode, VoerUit, Wereld } from './opdracht.ts'
import { type GetyptBestand, leesGetyptBestand, MEEGELEVERD } from './regeling-bestand.ts'

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const { corpusMappen } = loadConfig(wereld.omgeving, wereld.werkmap)
  const mappen = [MEEGELEVERD, ...corpusMappen]
  const bestand = leesGetyptBestand(getypt, mappen, wereld)
  const lagen = leesLagen({ mappen })
  const { bron } = bestand
  const uit = bestand.isTerPlaatse
    ? controleerTerPlaatse(lagen, bron.bestand)
    : controleerErbovenop(lagen, bron)
  return meldControle(uit, bestand, wereld)
}

/** Says what was found; 1 when there was a fault or an example that does not come out. */
export function meldControle(uit: Bestandscontrole, bestand: GetyptBestand, wereld: Wereld): Eindcode {
  if (uit.status === 'fout') {
    for (const fout of uit.fouten) wereld.fout(regel(fout, bestand.getypt))
    for (const fout of uit.elders) wereld.fout(regel(fout, fout.bestand))
    wereld.fout(`${uit.fouten.length + uit.elders.length} fout(en).`)
    return 1
  }
  return meldInOrde(uit.corpus, bestand, wereld)
}

function regel({ regel: r, kolom, melding, remedie }: CorpusFout, naam: string): string {
  return `${naam}:${r}:${kolom} ${melding} — ${remedie}`
}

function meldInOrde(corpus: Corpus, { getypt, bron, voorbeelden }: GetyptBestand, wereld: Wereld): Eindcode {
  const wet = corpus.alleRegelingen().find((w) => bron.bestand.includes(`/${w.id}/${w.vanaf}.yaml`))
  wereld.uit(
    `${getypt}: geen fouten.${wet === undefined ? '' : ` ${wet.naam}, vertrouwen: ${wet.vertrouwen}.`}`,
  )
  if (voorbeelden === undefined) {
    wereld.uit('Er staat geen bestand met voorbeelden naast.')
    return 0
  }
  const gelezen = leesVoorbeelden(voorbeelden)
  if (!gelezen.ok) {
    for (const fout of gelezen.fouten) wereld.fout(regel(fout, fout.bestand))
    return 1
  }
  const uitslagen = controleerVoorbeelden(corpus, gelezen.voorbeelden)
  const mis = uitslagen.filter((u) => u.verschillen.length > 0)
  for (const { voorbeeld, verschillen } of mis) {
    wereld.fout(`${voorbeelden.bestand}:${voorbeeld.plek.regel} ${voorbeeld.naam}: ${verschillen.join('; ')}`)
  }
  wereld.uit(`${uitslagen.length - mis.length} van ${uitslagen.length} voorbeelden komen uit.`)
  return mis.length === 0 ? 0 : 1
}
