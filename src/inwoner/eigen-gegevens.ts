import type { PersoonId } from '../domain/index.ts'
import type { Inkomensgegevens, InkomensRegister } from './inkomensregister.ts'
import { type BronId, bronIds, type Verwerk } from './kluistoegang.ts'
import type { Persoonsgegevens, PersoonsRegister } from './persoonsregister.ts'
import type { RegisterMislukt, RegisterUitkomst } from './register.ts'

export interface Registers {
  readonly brp: PersoonsRegister
  readonly inkomen: InkomensRegister
}

export interface EigenGegevens {
  readonly brp: RegisterUitkomst<Persoonsgegevens>
  readonly inkomen: RegisterUitkomst<Inkomensgegevens>
  /** What is missing, and since when. Empty: every source answered, and only then may a page say "nothing found". */
  readonly ontbreekt: readonly Ontbrekend[]
}

export interface Ontbrekend extends Omit<RegisterMislukt, 'status'> {
  readonly bron: BronId
  /** The whole source, or a part that is asked apart. */
  readonly deel: 'alles' | 'medebewoners'
}

/** Asks all registers at once. One that fails costs only its own part. */
export async function eigenGegevens(
  registers: Registers,
  persoon: PersoonId,
  verwerk: Verwerk,
): Promise<EigenGegevens> {
  const [brp, inkomen] = await Promise.all([
    verwerk('brp', (bewijs) => registers.brp.raadpleeg(persoon, bewijs)),
    verwerk('inkomen', (bewijs) => registers.inkomen.raadpleeg(persoon, bewijs)),
  ])
  return { brp, inkomen, ontbreekt: ontbreektIn({ brp, inkomen }) }
}

export function ontbreektIn(delen: Partial<Pick<EigenGegevens, BronId>>): Ontbrekend[] {
  const heel = bronIds.flatMap((bron): Ontbrekend[] => {
    const deel = delen[bron]
    return deel?.status === 'fout' ? [{ bron, deel: 'alles', soort: deel.soort, sinds: deel.sinds }] : []
  })
  const medebewoners = delen.brp?.status === 'ok' ? delen.brp.gegevens.medebewoners : undefined
  if (medebewoners === undefined || !('status' in medebewoners)) return heel
  const { soort, sinds } = medebewoners
  return [...heel, { bron: 'brp', deel: 'medebewoners', soort, sinds }]
}
