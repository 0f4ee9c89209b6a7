import type { Zaakbeeld } from './zaakbeeld.ts'

/**
 * Schemes of which a case of theirs runs: an application, or that it is paid. A case whose type nobody laid beside a scheme
 * says nothing, and neither does one that was closed.
 */
export function lopendeRegelingen(
  zaken: readonly Pick<Zaakbeeld, 'regeling' | 'einde'>[],
): ReadonlySet<string> {
  return new Set(
    zaken.flatMap(({ regeling, einde }) => (regeling === undefined || einde !== undefined ? [] : [regeling])),
  )
}
