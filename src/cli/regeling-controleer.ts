/** `voordeur regeling controleer <bestand.yaml>`: every fault with its place and remedy, or what is in order. No database needed. */
import {
  type Bestandscontrole,
  type BronBestand,
  controleerErbovenop,
  controleerTerPlaatse,
  controleerVoorbeelden,
  foutregel,
  leesLagen,
  leesVoorbeelden,
  MEEGELEVERD,
} from '../corpus/index.ts'
import type { Corpus } from '../engine/index.ts'
import { loadConfig } from '../platform/index.ts'
import type { Eindcode, VoerUit, Wereld } from './opdracht.ts'
import { type GetyptBestand, leesGetyptBestand } from './regeling-bestand.ts'

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const { corpusMappen } = loadConfig(wereld.omgeving, wereld.werkmap)
  const mappen = [MEEGELEVERD, ...corpusMappen]
  const bestand = leesGetyptBestand(getypt, mappen, wereld)
  if (bestand === undefined) return 2
  const lagen = leesLagen({ mappen })
  const { bron } = bestand
  const uit = bestand.isTerPlaatse
    ? controleerTerPlaatse(lagen, bron.bestand)
    : controleerErbovenop(lagen, bron)
  return meldControle(uit, bestand, wereld)
}

/** Says what was found; 1 when there was a fault or an example that does not come out. */
export function meldControle(uit: Bestandscontrole, bestand: GetyptBestand, wereld: Wereld): Eindcode {
  if (uit.status === 'fout') return meldFouten(uit, bestand, wereld)
  wereld.uit(`${bestand.getypt}: geen fouten.`)
  for (const regel of watErStaat(uit.corpus, bestand.bron.bestand)) wereld.uit(regel)
  return meldVoorbeelden(uit.corpus, bestand.voorbeelden, wereld)
}

/** Every fault, first those in the file itself. */
export function meldFouten(
  { fouten, elders }: Extract<Bestandscontrole, { status: 'fout' }>,
  bestand: GetyptBestand,
  wereld: Wereld,
): Eindcode {
  for (const fout of fouten) wereld.fout(foutregel(fout, bestand.getypt))
  if (elders.length > 0) {
    if (fouten.length === 0) wereld.fout(`In ${bestand.getypt} staat geen fout, maar:`)
    wereld.fout('Samen met dit bestand gaat het mis in:')
  }
  for (const fout of elders) wereld.fout(foutregel(fout))
  const aantal = fouten.length + elders.length
  wereld.fout(aantal === 1 ? '1 fout.' : `${aantal} fouten.`)
  return 1
}

/** What the file says, so that its author sees whether it was read as meant: also what it inherits. */
function watErStaat(corpus: Corpus, bestand: string): string[] {
  const wet = corpus.wetten.find((w) => w.lezing.doc.bestand === bestand)
  if (wet === undefined) return []
  const { info } = wet
  const cijfers = [...wet.parameters.values()]
  const regels = [...wet.regels.values()]
  const onbekend = cijfers.filter(({ waarde }) => waarde.k === 'onbekend').map(({ naam }) => naam)
  const talen = Object.keys(info.teksten)
  return [
    `${info.naam} (${info.id}), ${wet.gebied}, vanaf ${info.vanaf}, versie ${wet.versie}.`,
    `Cijfers: ${verdeling(cijfers)}.`,
    `Regels: ${verdeling(regels)}.`,
    ...(onbekend.length === 0 ? [] : [`Nog niet bekend: ${onbekend.join(', ')}.`]),
    ...(talen.length === 0 ? [] : [`Talen: ${talen.join(', ')}.`]),
  ]
}

/** `14, waarvan 12 nagerekend, 2 beoordeeld` */
function verdeling(delen: readonly { readonly vertrouwen: string }[]): string {
  const perStand = Map.groupBy(delen, ({ vertrouwen }) => vertrouwen)
  const standen = [...perStand].map(([stand, rij]) => `${rij.length} ${stand}`)
  return standen.length === 0 ? '0' : `${delen.length}, waarvan ${standen.join(', ')}`
}

function meldVoorbeelden(corpus: Corpus, bron: BronBestand | undefined, wereld: Wereld): Eindcode {
  if (bron === undefined) {
    wereld.uit('Er staat geen bestand met voorbeelden naast.')
    return 0
  }
  const gelezen = leesVoorbeelden(bron)
  if (!gelezen.ok) {
    for (const fout of gelezen.fouten) wereld.fout(foutregel(fout, bron.bestand))
    return 1
  }
  const uitslagen = controleerVoorbeelden(corpus, gelezen.voorbeelden)
  const mis = uitslagen.filter((u) => u.verschillen.length > 0)
  for (const { voorbeeld, verschillen } of mis) {
    wereld.fout(
      `${bron.bestand}:${voorbeeld.plek.regel}:${voorbeeld.plek.kolom} ${voorbeeld.naam}: ${verschillen.join('; ')}`,
    )
  }
  const perHerkomst = Map.groupBy(uitslagen, ({ voorbeeld }) => voorbeeld.herkomst)
  const herkomst = [...perHerkomst].map(([naam, rij]) => `${rij.length} ${naam}`).join(', ')
  wereld.uit(`${uitslagen.length - mis.length} van ${uitslagen.length} voorbeelden komen uit (${herkomst}).`)
  return mis.length === 0 ? 0 : 1
}
