import type { Verzameling } from './verzameling.ts'
import { autorisatieVerzamelingen } from './verzamelingen-autorisaties.ts'
import { besluitVerzamelingen } from './verzamelingen-besluiten.ts'
import { catalogiVerzamelingen } from './verzamelingen-catalogi.ts'
import { documentVerzamelingen } from './verzamelingen-documenten.ts'
import { zaakVerzamelingen } from './verzamelingen-zaken.ts'

/** Every collection of the standards that the kernel answers, one row each. */
export const verzamelingen = {
  ...zaakVerzamelingen,
  ...catalogiVerzamelingen,
  ...documentVerzamelingen,
  ...besluitVerzamelingen,
  ...autorisatieVerzamelingen,
} as const satisfies Readonly<Record<string, Verzameling>>

export type Soort = keyof typeof verzamelingen

export function verzamelingVan(soort: Soort): Verzameling {
  return verzamelingen[soort]
}

const opPad: ReadonlyMap<string, Soort> = new Map(
  // The keys of the table are its kinds: that is how `Soort` is made.
  (Object.keys(verzamelingen) as Soort[]).flatMap((soort) => {
    const { component, pad, isIntern } = verzamelingVan(soort)
    return isIntern === true ? [] : [[`${component} ${pad}`, soort] as const]
  }),
)

/** `undefined` for what the kernel does not answer. */
export function soortOp(component: string, pad: string): Soort | undefined {
  return opPad.get(`${component} ${pad}`)
}

export function isSoort(naam: string): naam is Soort {
  return Object.hasOwn(verzamelingen, naam)
}
