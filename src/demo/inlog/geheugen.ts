import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Bewaard {
  readonly tot: number
  readonly payload: AdapterPayload
}

/** Named limit: the oldest goes first. */
const maxRijen = 5_000

/** What a provider remembers, for as long as this process lives: a login takes a minute. */
export function maakGeheugen(nuMs: () => number): (naam: string) => Adapter {
  const rijen = new Map<string, Bewaard>()
  const vind = (sleutel: string): AdapterPayload | undefined => {
    const rij = rijen.get(sleutel)
    return rij !== undefined && rij.tot > nuMs() ? rij.payload : undefined
  }
  return (naam) => {
    const sleutelVan = (id: string): string => `${naam}:${id}`
    return {
      async upsert(id, payload, expiresIn) {
        rijen.delete(sleutelVan(id))
        rijen.set(sleutelVan(id), { payload, tot: nuMs() + expiresIn * 1000 })
        const [oudste] = rijen.keys()
        if (rijen.size > maxRijen && oudste !== undefined) rijen.delete(oudste)
      },
      find: async (id) => vind(sleutelVan(id)),
      findByUid: async (uid) => {
        const eigen = [...rijen].find(
          ([sleutel, { payload }]) => sleutel.startsWith(`${naam}:`) && payload.uid === uid,
        )
        return eigen && vind(eigen[0])
      },
      // For devices without a browser, which are not served.
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = vind(sleutelVan(id))
        // Marked and not removed: who comes with it again is recognised.
        if (payload !== undefined) payload.consumed = Math.floor(nuMs() / 1000)
      },
      async destroy(id) {
        rijen.delete(sleutelVan(id))
      },
      async revokeByGrantId(grantId) {
        for (const [sleutel, { payload }] of rijen) if (payload.grantId === grantId) rijen.delete(sleutel)
      },
    }
  }
}
