import type { Boeking, ZendingStore } from './zending-store.ts'

/** What is ready while a transaction runs goes into the next one, together: nobody waits for company. */
export function openBoekrij(store: Pick<ZendingStore, 'boek'>): (boeking: Boeking) => Promise<void> {
  let wachtend: Boeking[] = []
  let ronde: Promise<void> | undefined
  const schrijf = async (vorige: Promise<void> | undefined): Promise<void> => {
    // What the one before met is for who waited for that one.
    await vorige?.catch(() => {})
    const deel = wachtend
    wachtend = []
    volgende = undefined
    ronde = store.boek(deel).then(() => {})
    await ronde
  }
  let volgende: Promise<void> | undefined
  return (boeking) => {
    wachtend.push(boeking)
    volgende ??= schrijf(ronde)
    return volgende
  }
}
