import { minuutOp } from '../kalender/index.ts'
import { minuten, type StilleUren } from './voorkeur.ts'

const minuutMs = 60_000
const minutenPerDag = 24 * 60
/** Named limit: so long before the end of a term nobody is spared any more. */
const margeMs = 3_600_000

/**
 * The first moment from now on at which somebody may be disturbed. What must be out by `uiterlijk` goes at once when
 * waiting would come too near to it. The wall clock of the zone counts, also in the night in which it jumps.
 */
export function naStilleUren(nu: Date, stil: StilleUren | undefined, uiterlijk?: Date): Date {
  if (stil === undefined || !isStil(nu, stil)) return nu
  const einde = eindeVan(nu, stil)
  return uiterlijk !== undefined && einde.getTime() > uiterlijk.getTime() - margeMs ? nu : einde
}

function isStil(moment: Date, { van, tot, zone }: StilleUren): boolean {
  const [begin, einde] = [minuten(van), minuten(tot)]
  if (begin === undefined || einde === undefined) return false
  const nu = minuutOp(moment, zone)
  return begin < einde ? nu >= begin && nu < einde : nu >= begin || nu < einde
}

/** By whole minutes of the real clock, and put right once for an hour that was skipped or came twice. */
function eindeVan(nu: Date, { tot, zone }: StilleUren): Date {
  const doel = minuten(tot) ?? 0
  const heleMinuut = Math.floor(nu.getTime() / minuutMs) * minuutMs
  const gok = new Date(heleMinuut + verschil(minuutOp(nu, zone), doel) * minuutMs)
  const over = verschil(minuutOp(gok, zone), doel)
  const correctie = over > minutenPerDag / 2 ? over - minutenPerDag : over
  return new Date(gok.getTime() + correctie * minuutMs)
}

function verschil(van: number, tot: number): number {
  return (tot - van + minutenPerDag) % minutenPerDag
}
