import type { RegisterUitkomst } from '../inwoner/index.ts'
import type { Ophaling } from './ophaling.ts'
import type { Zaaklijst } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'
import type { Bezoek } from './zaakindex.ts'
import type { Bronantwoord, Deelnemer } from './zaakindex-store.ts'
import type { Kijker } from './zaken.ts'
import type { Zakenomgeving } from './zakenomgeving.ts'

const keuzeRegel = { doel: 'zaken-index', gegevens: ['keuze'] }

export async function deelname(
  { index, plekken }: Zakenomgeving,
  kijker: Kijker,
): Promise<'ja' | 'nee' | 'onbekend'> {
  if (index === undefined || !isZelf(kijker)) return 'onbekend'
  const ophaling = plekken.vind(kijker)
  // Still being read for the list: a page waits for that once, and not a second time here.
  if (ophaling?.aanloop !== undefined && !ophaling.isBegonnen) return 'onbekend'
  return ophaling?.deelnemer === undefined ? index.deelname(kijker.persoon) : 'ja'
}

/** Nobody decides this for somebody else: of whoever acts for another nothing changes. */
export async function zetDeelname(omgeving: Zakenomgeving, kijker: Kijker, meedoen: boolean): Promise<void> {
  const { index, audit, plekken } = omgeving
  if (index === undefined || !isZelf(kijker)) return
  const { door, persoon } = kijker
  await audit.metVerwerking({ ...keuzeRegel, betrokkenen: [persoon], door }, () =>
    index.zetDeelname(persoon, meedoen),
  )
  const ophaling = plekken.vind(kijker)
  if (ophaling === undefined) return
  // What is in memory was asked before: of what began since then no hint found them, so it says nothing of «no case».
  ophaling.deelnemer = meedoen ? await index.bekend(persoon) : undefined
}

/**
 * A page does not fail because the index does: then everybody is asked. Who looks at their own takes part from then;
 * what is to be written for that, `meldAan` below writes. A parent neither puts a child in it nor reads it there:
 * everybody is asked, and nothing stays behind (docs/adr/0019).
 */
export async function leesDeelnemer(
  { index, meld }: Zakenomgeving,
  kijker: Kijker,
): Promise<Bezoek | undefined> {
  if (index === undefined || isOuder(kijker)) return undefined
  try {
    if (isZelf(kijker)) return await index.bezoek(kijker.persoon)
    const deelnemer = await index.bekend(kijker.persoon)
    return deelnemer && { deelnemer, meldAan: 'niets' }
  } catch (fout) {
    meld('de index van zaken antwoordt niet', { fout })
    return undefined
  }
}

/** Of who refused in another window meanwhile nothing is kept; nor when the index fails. */
export async function meldAan(
  { index, meld }: Zakenomgeving,
  { persoon }: Kijker,
  ophaling: Ophaling,
): Promise<void> {
  ophaling.meldAan = 'niets'
  try {
    if ((await index?.meldAan(persoon)) === undefined) ophaling.deelnemer = undefined
  } catch (fout) {
    ophaling.deelnemer = undefined
    meld('de index van zaken is niet bijgewerkt', { fout })
  }
}

/** What one connection said, when it is the whole: a page that was not read, or one branch, is no whole. */
export function antwoordVoorIndex(
  bron: BronId,
  op: Date,
  uitkomst: RegisterUitkomst<Zaaklijst>,
): Bronantwoord | undefined {
  if (uitkomst.status !== 'onbekend' && uitkomst.status !== 'ok') return undefined
  const { zaken, isVolledig } = uitkomst.status === 'ok' ? uitkomst.gegevens : { zaken: [], isVolledig: true }
  if (!isVolledig || zaken.some(({ ref }) => ref.bron !== bron)) return undefined
  return { bron, uuids: zaken.map(({ ref }) => ref.uuid), op }
}

/** After a round: what it taught about where this person has cases, without what was known already. */
export async function bevestigIndex(
  { index, meld }: Zakenomgeving,
  { persoon, vestiging }: Kijker,
  deelnemer: Deelnemer,
  antwoorden: readonly Bronantwoord[],
): Promise<void> {
  if (vestiging !== undefined) return
  const nieuw = antwoorden.filter((antwoord) => !isZoBekend(deelnemer, antwoord))
  try {
    await index?.bevestig(persoon, nieuw)
  } catch (fout) {
    meld('de index van zaken is niet bijgewerkt', { bronnen: nieuw.map(({ bron }) => bron), fout })
  }
}

/** Named limit: what was confirmed this recently, and is still so, is not written again. */
const versMs = 12 * 3_600_000

function isZoBekend({ bronnen }: Deelnemer, { bron, uuids, op }: Bronantwoord): boolean {
  const bekend = bronnen.find((een) => een.bron === bron)
  if (bekend?.bevestigdOp === undefined) return false
  const isVers = op.getTime() - bekend.bevestigdOp.getTime() < versMs
  return (
    isVers &&
    new Set([...bekend.zaken, ...uuids]).size === uuids.length &&
    bekend.zaken.length === uuids.length
  )
}

function isOuder({ door }: Kijker): boolean {
  return door.soort === 'inwoner' && door.alsVertegenwoordiger === 'kind'
}

function isZelf({ door, persoon }: Kijker): boolean {
  return door.soort === 'inwoner' && door.persoon === persoon && door.alsVertegenwoordiger === undefined
}
