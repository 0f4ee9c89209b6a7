import type { Datum } from '../domain/index.ts'
import { beginBehandeltermijn, ontvangenOp, type Tijdzone } from '../kalender/index.ts'
import type { Postgebeurtenis, Poststuk } from './poststuk.ts'
import type { Triage } from './triage.ts'

export type Termijnstuk = Pick<Poststuk, 'ontvangen' | 'bij' | 'triage' | 'gebeurd'>

export interface Termijnbegin {
  /** Awb 2:20: when it reached the body that has it. */
  readonly ontvangen: Date
  /** The day from which that body counts its term to decide, how long that is. */
  readonly dagVan: Datum
  readonly door: 'ontvangst' | 'doorzending'
}

/** On the evidence of an item, and in the zone of the body that has it. How long a term is stands in other laws. */
export function termijnbegin({ ontvangen, bij, triage, gebeurd }: Termijnstuk, zone: Tijdzone): Termijnbegin {
  const doorgezonden = gebeurd.filter((een) => een.soort === 'doorgezonden')
  const hierheen = doorgezonden.findLast(({ van, naar }) => van !== naar && naar === bij)
  const bijOrgaan = hierheen?.kennisgeving.op ?? ontvangen
  const hier = ontvangenOp('bericht', { bijOrgaan }) ?? bijOrgaan
  // What was done with it at another body says nothing about this one.
  const intern = hierheen === undefined ? doorgezonden.find(({ van, naar }) => van === naar) : undefined
  if (intern === undefined || !kwamAnders(triage))
    return { ontvangen: hier, ...beginBehandeltermijn({ ontvangen: hier }, zone) }
  const gemeld = gemeldOp(intern)
  const begin = beginBehandeltermijn(
    { ontvangen: hier, doorgezonden: intern.kennisgeving.op, ...(gemeld !== undefined && { gemeld }) },
    zone,
  )
  return { ontvangen: hier, ...begin }
}

/** Awb 2:24 is about what came by another way than the designated one. */
function kwamAnders(triage: Triage): boolean {
  if (triage.uitkomst !== 'behandel') return true
  return triage.grond === 'bezwaar' || triage.grond === 'zo-behandelbaar'
}

/** What goes by itself went out with the act; what somebody brings is told when they did. */
function gemeldOp({ kennisgeving: { hoe, op, bezorgd } }: Postgebeurtenis): Date | undefined {
  return hoe === 'adres' || hoe === 'geen-adres' ? bezorgd : op
}
