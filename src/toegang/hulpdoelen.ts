import { beleid } from './beleid.ts'
import type { Subject } from './wie.ts'

/** For which of their purposes somebody may look at a person at all, after stating why. Empty: for none. */
export function hulpdoelen({
  rollen,
  doelen,
}: Pick<Extract<Subject, { soort: 'medewerker' }>, 'rollen' | 'doelen'>): readonly string[] {
  const regels = beleid.filter(
    ({ wie, eist, rollen: van }) =>
      wie === 'medewerker' && eist.includes('grond-gesteld') && van?.some((rol) => rollen.includes(rol)),
  )
  return doelen.filter((doel) => regels.some((regel) => regel.doelen?.includes(doel) === true))
}
