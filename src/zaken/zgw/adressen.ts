import { parseUuid } from '../../domain/index.ts'
import { padBinnen } from '../pad-binnen.ts'

/** The parts of ZGW that a portal reads, by the code that the standard gives them. */
export const componenten = ['zrc', 'ztc', 'drc', 'brc'] as const
export type Component = (typeof componenten)[number]

/** Where a source is. Cases and their types are always there; documents and decisions may be at nobody. */
export type ZgwUrls = Readonly<Record<'zrc' | 'ztc', URL>> & Readonly<Partial<Record<'drc' | 'brc', URL>>>

export interface Plek {
  readonly component: Component
  /** Below the base of the component, with what stands behind the question mark. */
  readonly pad: string
}

export interface Adressen {
  /** `undefined`: not at this source, and so never followed and no token for it. */
  readonly ontleed: (url: string) => Plek | undefined
  /** The uuid of a resource of this kind, when that is what the address is. */
  readonly uuidIn: (component: Component, verzameling: string, url: string) => string | undefined
  readonly heeft: (component: Component) => boolean
}

/**
 * References in ZGW are complete addresses, and an answer may hold any. Only what begins as a source was configured is
 * asked for, with the token of that source. `noemtZich`: how the source calls itself when we reach it by another road.
 */
export function maakAdressen(
  urls: ZgwUrls,
  noemtZich: Readonly<Partial<Record<Component, readonly URL[]>>> = {},
): Adressen {
  const begin = componenten.flatMap((component) => {
    const eigen = urls[component]
    const namen = [...(eigen === undefined ? [] : [eigen]), ...(noemtZich[component] ?? [])]
    return eigen === undefined ? [] : namen.map((url) => ({ component, url }))
  })
  const ontleed = (adres: string): Plek | undefined => {
    for (const { component, url } of begin) {
      const pad = padBinnen(url, adres)
      if (pad !== undefined) return { component, pad }
    }
    return undefined
  }
  return {
    ontleed,
    uuidIn: (component, verzameling, url) => {
      const plek = ontleed(url)
      if (plek?.component !== component || !plek.pad.startsWith(`${verzameling}/`)) return undefined
      return parseUuid(plek.pad.slice(verzameling.length + 1))
    },
    heeft: (component) => urls[component] !== undefined,
  }
}
