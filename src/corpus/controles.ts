import type { CorpusFout, RegelingInfo } from '../engine/index.ts'
import { leesKanaalkeuzes } from './kanalen.ts'
import type { Deelnemer } from './laag.ts'
import type { Levensgebeurtenis } from './levensgebeurtenis.ts'
import type { Organisatie } from './organisatie.ts'
import { foutOp, isVelden, type Pad, veldLezer, waardeOp } from './velden.ts'
import { controleerWegen, PLAATSELIJKE_UITVOERDERS } from './weg-controles.ts'
import type { Kanaalkeuzes } from './wegen.ts'

export interface Verband {
  readonly regelingen: readonly RegelingInfo[]
  readonly deelnemers: readonly Deelnemer[]
  readonly organisaties: ReadonlyMap<string, Organisatie>
  readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
  /** Does this place lie in the Caribbean Netherlands? Then a shipped scheme also speaks Papiamentu. */
  isCaribisch(gebied: string): boolean
}

/** What no formula can see: does every scheme say who, how, and in which languages? */
export function controleerVerband(verband: Verband): CorpusFout[] {
  const fouten: CorpusFout[] = []
  const bestanden = verband.deelnemers.filter((d) => d.soort === 'regeling')
  for (const info of verband.regelingen) {
    const deelnemer = bestanden.find((d) => hoortBij(d, info))
    if (deelnemer === undefined) continue
    const meld: Meld = (pad, code, melding, remedie) => {
      fouten.push(foutOp(deelnemer.document, pad, { code, melding, remedie }))
    }
    controleerUitvoerder(info, verband, meld)
    // What has no shape at all was named by tekst-controle.ts.
    const heeftVorm = (veld: string): boolean => {
      const waarde = waardeOp(deelnemer.document.inhoud, [veld])
      return waarde === undefined || isVelden(waarde)
    }
    if (heeftVorm('kanalen')) controleerKanalen({ deelnemer, bestanden, verband, info }, meld)
    controleerGebeurtenissen(info, verband, meld)
    if (!heeftVorm('teksten')) continue
    const voorwaarden = voorwaardenVan(deelnemer, bestanden)
    for (const taal of verplichteTalen(info, deelnemer, verband)) {
      controleerTekst(taal, info.teksten[taal], voorwaarden, meld)
    }
  }
  for (const deelnemer of bestanden) {
    const vult = waardeOp(deelnemer.document.inhoud, ['vult_in'])
    const info = verband.regelingen.find(({ id }) => id === vult)
    if (info === undefined || !isVelden(waardeOp(deelnemer.document.inhoud, ['kanalen']))) continue
    controleerKanalen({ deelnemer, bestanden, verband, info }, (pad, code, melding, remedie) => {
      fouten.push(foutOp(deelnemer.document, pad, { code, melding, remedie }))
    })
  }
  return fouten
}

type Meld = (pad: Pad, code: string, melding: string, remedie: string) => void

function hoortBij({ document }: Deelnemer, info: RegelingInfo): boolean {
  const gebied = waardeOp(document.inhoud, ['gebied'])
  return (
    waardeOp(document.inhoud, ['id']) === info.id &&
    (waardeOp(document.inhoud, ['vanaf']) ?? '') === info.vanaf &&
    (gebied === undefined || gebied === info.gebied)
  )
}

function verplichteTalen(info: RegelingInfo, { laag }: Deelnemer, verband: Verband): string[] {
  if (laag.soort !== 'meegeleverd') return ['nl']
  return verband.isCaribisch(info.gebied) ? ['nl', 'en', 'pap'] : ['nl', 'en']
}

function controleerUitvoerder(info: RegelingInfo, verband: Verband, meld: Meld): void {
  const plaatselijk: readonly string[] = PLAATSELIJKE_UITVOERDERS
  // Absent: the engine named it.
  if (info.uitvoerder === '') return
  if (plaatselijk.includes(info.uitvoerder) || verband.organisaties.has(info.uitvoerder)) return
  meld(
    ['uitvoerder'],
    'uitvoerder-onbekend',
    `De organisatie ${info.uitvoerder} kennen we niet.`,
    `Maak organisaties/${info.uitvoerder}.yaml, of kies een bestaand id, of ${plaatselijk.join(', ')}.`,
  )
}

interface Kanaalplek {
  readonly deelnemer: Deelnemer
  readonly bestanden: readonly Deelnemer[]
  readonly verband: Verband
  /** The scheme itself, or the one that this file fills in for a place. */
  readonly info: RegelingInfo
}

function controleerKanalen({ deelnemer, bestanden, verband, info }: Kanaalplek, meld: Meld): void {
  const [eigen = {}, ...ouders] = bouwketen(deelnemer, bestanden).map(keuzesVan)
  const uitvoerder = waardeOp(deelnemer.document.inhoud, ['uitvoerder'])
  const isInvulling = waardeOp(deelnemer.document.inhoud, ['vult_in']) !== undefined
  const fouten = controleerWegen({
    pad: ['kanalen'],
    uitvoerders: [typeof uitvoerder === 'string' ? uitvoerder : info.uitvoerder],
    organisaties: verband.organisaties,
    eigen,
    basis: Object.assign({}, isInvulling ? info.kanalen : {}, ...ouders.reverse()),
  })
  for (const { pad, code, melding, remedie } of fouten) {
    meld(pad, code === 'niet-digitaal' ? 'kanaal-niet-digitaal' : code, melding, remedie)
  }
}

/** What has no shape was named by tekst-controle.ts, so its faults are not gathered here. */
function keuzesVan({ document }: Deelnemer): Kanaalkeuzes {
  return isVelden(waardeOp(document.inhoud, ['kanalen']))
    ? leesKanaalkeuzes(veldLezer(document), ['kanalen'])
    : {}
}

function controleerGebeurtenissen(info: RegelingInfo, verband: Verband, meld: Meld): void {
  for (const [index, id] of info.gebeurtenissen.entries()) {
    if (verband.gebeurtenissen.has(id)) continue
    meld(
      ['gebeurtenissen', index],
      'gebeurtenis-onbekend',
      `De levensgebeurtenis ${id} kennen we niet.`,
      `Kies uit: ${[...verband.gebeurtenissen.keys()].join(', ')}.`,
    )
  }
}

/** Only what is absent: a text that is there and is none (a number, an empty line) was named by tekst-controle.ts. */
function controleerTekst(taal: string, tekst: unknown, voorwaarden: readonly string[], meld: Meld): void {
  if (tekst === undefined) {
    meld(
      ['teksten'],
      'tekst-ontbreekt',
      `De teksten in de taal ${taal} ontbreken.`,
      `Zet onder teksten een deel ${taal}: met titel, kort en voorwaarden.`,
    )
    return
  }
  if (!isVelden(tekst)) return
  for (const veld of ['titel', 'kort']) {
    if (tekst[veld] !== undefined) continue
    const melding = `${veld} ontbreekt in de taal ${taal}.`
    meld(['teksten', taal], 'tekst-ontbreekt', melding, `Zet ${veld}: erbij.`)
  }
  for (const naam of voorwaarden) {
    if (waardeOp(tekst, ['voorwaarden', naam]) !== undefined) continue
    meld(
      ['teksten', taal, 'voorwaarden'],
      'tekst-voorwaarde',
      `Voor de voorwaarde ${naam} ontbreekt een zin in de taal ${taal}.`,
      `Zet onder voorwaarden: ${naam}: met één korte zin.`,
    )
  }
}

/** The conditions of a file, or of the file it builds on. */
function voorwaardenVan(deelnemer: Deelnemer, alle: readonly Deelnemer[]): readonly string[] {
  for (const { document } of bouwketen(deelnemer, alle)) {
    const eigen = waardeOp(document.inhoud, ['uitkomst', 'voorwaarden'])
    if (Array.isArray(eigen)) return eigen.filter((v) => typeof v === 'string')
  }
  return []
}

/** A file, the file it builds on, and so on. */
function bouwketen(deelnemer: Deelnemer, alle: readonly Deelnemer[]): readonly Deelnemer[] {
  const keten = new Set<Deelnemer>()
  let hier: Deelnemer | undefined = deelnemer
  while (hier !== undefined && !keten.has(hier)) {
    keten.add(hier)
    const { inhoud }: Deelnemer['document'] = hier.document
    const id = waardeOp(inhoud, ['id'])
    const ouder = waardeOp(inhoud, ['bouwt_voort_op'])
    hier = alle.find(
      (d) => waardeOp(d.document.inhoud, ['id']) === id && waardeOp(d.document.inhoud, ['vanaf']) === ouder,
    )
  }
  return [...keten]
}
