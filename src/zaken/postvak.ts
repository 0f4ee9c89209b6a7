import type { Ontvangst, ZaakberichtStore } from './zaakbericht-store.ts'

/** Named limits: so many in one transaction, and so many waiting before a sender is asked to come back. */
const perKeer = 500
const maxWachtend = 5_000

export interface Postvak {
  /** `bewaard` comes after the commit: what was answered with it survives a crash. */
  readonly ontvang: (ontvangsten: readonly Ontvangst[]) => Promise<'bewaard' | 'vol'>
}

interface Wachtend {
  readonly ontvangsten: readonly Ontvangst[]
  readonly klaar: () => void
  readonly mis: (fout: unknown) => void
}

/** What comes in while a transaction runs goes into the next one, together: nobody waits for company. */
export function openPostvak(store: Pick<ZaakberichtStore, 'ontvang'>): Postvak {
  const wachtend: Wachtend[] = []
  let aantal = 0
  let isBezig = false

  const schrijf = async (): Promise<void> => {
    isBezig = true
    while (wachtend.length > 0) {
      const deel = neem(wachtend)
      const alles = deel.flatMap(({ ontvangsten }) => ontvangsten)
      aantal -= alles.length
      try {
        await store.ontvang(alles)
        for (const { klaar } of deel) klaar()
      } catch (fout) {
        for (const { mis } of deel) mis(fout)
      }
    }
    isBezig = false
  }

  return {
    async ontvang(ontvangsten) {
      if (ontvangsten.length === 0) return 'bewaard'
      if (aantal + ontvangsten.length > maxWachtend) return 'vol'
      aantal += ontvangsten.length
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      wachtend.push({ ontvangsten, klaar: resolve, mis: reject })
      if (!isBezig) void schrijf()
      await promise
      return 'bewaard'
    },
  }
}

/** At least one; more as long as they fit. */
function neem(wachtend: Wachtend[]): readonly Wachtend[] {
  const deel: Wachtend[] = []
  let aantal = 0
  for (let volgende = wachtend[0]; volgende !== undefined; volgende = wachtend[0]) {
    if (deel.length > 0 && aantal + volgende.ontvangsten.length > perKeer) break
    wachtend.shift()
    deel.push(volgende)
    aantal += volgende.ontvangsten.length
  }
  return deel
}
