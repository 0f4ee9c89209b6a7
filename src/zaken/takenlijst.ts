import type { Inzending } from './inzending.ts'
import type { Taak, Takenlijst } from './taakbron.ts'
import { inZaak, naVersturen } from './verstuurd.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import type { BronId } from './zaakgegevens.ts'
import type { Zicht } from './zicht.ts'

interface VanBron {
  readonly bron: BronId
  readonly taken: Takenlijst | 'onbekend'
}

/**
 * What is asked of somebody, with the case it belongs to: then they must act, whatever the status of that case says, and
 * the organisation, which waits for it, is not called late or silent.
 * What they sent makes it the turn of the organisation (`naVersturen`); not of one that did not say what it asks.
 * What belongs to no case that they see stands apart, and only for whoever sees everything: of a part of the cases
 * nobody can say that such a task belongs to it.
 */
export function legTakenErbij(
  zaken: readonly Zaakbeeld[],
  perBron: readonly VanBron[],
  zicht: Zicht | undefined,
  verstuurd: readonly Inzending[] = [],
): {
  readonly metTaken: readonly Zaakbeeld[]
  /** Who did not say, or said something that we could not read. */
  readonly takenOnbekend: readonly BronId[]
  readonly losseTaken: readonly { readonly bron: BronId; readonly taak: Taak }[]
  /** The open ones and those that are done, with the case or apart. */
  readonly taken: readonly { readonly bron: BronId; readonly taak: Taak }[]
} {
  const alle = perBron.flatMap(({ bron, taken }) =>
    taken === 'onbekend' ? [] : taken.taken.map((taak) => ({ bron, taak })),
  )
  const open = alle.filter(({ taak }) => taak.status === 'open')
  const perZaak = Map.groupBy(open, ({ bron, taak }) => `${bron} ${taak.zaak ?? ''}`)
  const zwijgt = new Set(perBron.flatMap(({ bron, taken }) => (taken === 'onbekend' ? [bron] : [])))
  const metTaken = zaken.map((zaak): Zaakbeeld => {
    const openTaken = perZaak.get(`${zaak.ref.bron} ${zaak.ref.uuid}`)?.length ?? 0
    if (openTaken > 0) return { ...zaak, doet: 'u', openTaken, signalen: [] }
    return zwijgt.has(zaak.ref.bron) ? zaak : naVersturen(zaak, inZaak(verstuurd, zaak.ref))
  })
  const getoond = new Set(zaken.map(({ ref }) => `${ref.bron} ${ref.uuid}`))
  const hoortErbij = ({ bron, taak }: (typeof alle)[number]): boolean =>
    getoond.has(`${bron} ${taak.zaak ?? ''}`)
  // A task that we could not read says that there is one: not to who may not see the case that it may belong to.
  const isOnbekend = (bron: BronId, taken: VanBron['taken']): boolean =>
    taken === 'onbekend' ||
    (!taken.isVolledig && (zicht === undefined || zaken.some(({ ref }) => ref.bron === bron)))
  return {
    metTaken,
    takenOnbekend: perBron.flatMap(({ bron, taken }) => (isOnbekend(bron, taken) ? [bron] : [])),
    losseTaken: zicht === undefined ? open.filter((een) => !hoortErbij(een)) : [],
    taken: alle.filter((een) => hoortErbij(een) || (zicht === undefined && een.taak.zaak === undefined)),
  }
}
