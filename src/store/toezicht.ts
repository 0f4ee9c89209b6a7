import { sql } from 'kysely'
import type { ToezichtStore } from '../toegang/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

/** Figures through the one function that counts; the rows themselves are not to be seen in this context. */
export function toezichtOpslag(databank: Databank): ToezichtStore {
  return {
    cijfers: (wie, van, tot) =>
      ingangen(databank).alsMedewerker(wie, async (tx) => {
        const { rows } = await sql<{ verwerking: string; rol: string; aantal: number }>`
          select verwerking, rol, aantal from bewijs_cijfers(${van}, ${tot})`.execute(tx)
        return rows
      }),
  }
}
