import type { RegisterUitkomst } from '../inwoner/index.ts'
import type { Zaaklijst } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'
import type { Deelnemer } from './zaakindex-store.ts'
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
  ophaling.deelnemer = meedoen ? await index.bekend(persoon) : undefined
  if (!meedoen) return
  for (const { bron, gevraagdOp, uuids } of ophaling.volledige())
    await bevestig(omgeving, kijker, bron, uuids, gevraagdOp)
}

/**
 * A page does not fail because the index does: then everybody is asked. Who looks at their own takes part from then. A
 * parent neither puts a child in it nor reads it there: everybody is asked, and nothing stays behind (docs/adr/0019).
 */
export async function leesDeelnemer(
  { index, meld }: Zakenomgeving,
  kijker: Kijker,
): Promise<Deelnemer | undefined> {
  if (index === undefined || isOuder(kijker)) return undefined
  try {
    return await (isZelf(kijker) ? index.meldAan(kijker.persoon) : index.bekend(kijker.persoon))
  } catch (fout) {
    meld('de index van zaken antwoordt niet', { fout })
    return undefined
  }
}

/** Only a whole answer says what is not there: a page that was not read, or one branch, is no whole. */
export async function bevestigIndex(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  {
    bron,
    gevraagdOp,
    deelnemer,
  }: { readonly bron: BronId; readonly gevraagdOp: Date; readonly deelnemer: Deelnemer },
  uitkomst: RegisterUitkomst<Zaaklijst>,
): Promise<void> {
  if (uitkomst.status !== 'onbekend' && uitkomst.status !== 'ok') return
  const { zaken, isVolledig } = uitkomst.status === 'ok' ? uitkomst.gegevens : { zaken: [], isVolledig: true }
  if (!isVolledig || zaken.some(({ ref }) => ref.bron !== bron)) return
  const uuids = zaken.map(({ ref }) => ref.uuid)
  if (isZoBekend(deelnemer, bron, uuids, gevraagdOp)) return
  return bevestig(omgeving, kijker, bron, uuids, gevraagdOp)
}

/** Named limit: what was confirmed this recently, and is still so, is not written again. */
const versMs = 12 * 3_600_000

function isZoBekend({ bronnen }: Deelnemer, bron: BronId, uuids: readonly string[], op: Date): boolean {
  const bekend = bronnen.find((een) => een.bron === bron)
  if (bekend?.bevestigdOp === undefined) return false
  const isVers = op.getTime() - bekend.bevestigdOp.getTime() < versMs
  return (
    isVers &&
    new Set([...bekend.zaken, ...uuids]).size === uuids.length &&
    bekend.zaken.length === uuids.length
  )
}

async function bevestig(
  { index, meld }: Zakenomgeving,
  { persoon, vestiging }: Kijker,
  bron: BronId,
  uuids: readonly string[],
  gevraagdOp: Date,
): Promise<void> {
  if (vestiging !== undefined) return
  try {
    await index?.bevestig(persoon, bron, uuids, gevraagdOp)
  } catch (fout) {
    meld('de index van zaken is niet bijgewerkt', { bron, fout })
  }
}

function isOuder({ door }: Kijker): boolean {
  return door.soort === 'inwoner' && door.alsVertegenwoordiger === 'kind'
}

function isZelf({ door, persoon }: Kijker): boolean {
  return door.soort === 'inwoner' && door.persoon === persoon && door.alsVertegenwoordiger === undefined
}
