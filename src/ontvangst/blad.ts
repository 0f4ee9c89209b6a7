import { isUuid7 } from '../domain/index.ts'

/** The last one of a page: the next page goes on behind it, also when something came or went in between. */
export interface Bladwijzer {
  readonly ontvangen: Date
  readonly id: string
}

export interface Blad<T> {
  readonly regels: readonly T[]
  /** There is more: behind this one. */
  readonly volgende?: Bladwijzer
}

/** Of what was asked for with one more than fits on a page. */
export function maakBlad<T extends Bladwijzer>(gevonden: readonly T[], perBlad: number): Blad<T> {
  const regels = gevonden.slice(0, perBlad)
  const laatste = regels.at(-1)
  if (gevonden.length <= perBlad || laatste === undefined) return { regels }
  return { regels, volgende: { ontvangen: laatste.ontvangen, id: laatste.id } }
}

/** For an address: a moment and an id, and nothing of what somebody wrote. */
export function schrijfBladwijzer({ ontvangen, id }: Bladwijzer): string {
  return `${ontvangen.getTime()}.${id}`
}

/** What is no such mark begins at the begin. */
export function leesBladwijzer(tekst: string | null): Bladwijzer | undefined {
  const [, ms = '', id = ''] = /^(\d{1,15})\.(.{36})$/.exec(tekst ?? '') ?? []
  return isUuid7(id) ? { ontvangen: new Date(Number(ms)), id } : undefined
}
