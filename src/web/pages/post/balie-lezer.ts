import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import type { Postlezer } from '../../../ontvangst/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisGrond, eisWerker, poststukRegistreren, poststukZien } from '../balie/eis.ts'
import { beslisVoorWerker } from '../balie/werker.ts'

/** A professional with a ground that lets them see items: of its person, or of senders whom nobody recognised. */
export interface Balielezer {
  readonly lezer: Postlezer
  readonly metBewijs: <T>(fn: (bewijs: Verwerkingsbewijs) => Promise<T>) => Promise<T>
}

/** `undefined`: without such a ground; then only numbers are seen. */
export function vindLezer(verzoek: Verzoek): Balielezer | undefined {
  const { balie, werker } = eisWerker(verzoek)
  const { grond } = werker
  const eis = verzoek.isForm ? poststukRegistreren : poststukZien
  if (grond === undefined || !beslisVoorWerker(balie, werker, eis, verzoek.nu).mag) return undefined
  const { medewerker, organisatie, persoon } = grond
  return {
    lezer: { medewerker, organisatie, ...(persoon !== undefined && { persoon }) },
    metBewijs: (fn) =>
      balie.toegang.audit.metVerwerking(
        {
          doel: grond.doel,
          gegevens: ['poststuk'],
          betrokkenen: persoon === undefined ? [] : [persoon],
          door: handelendeMet(grond),
        },
        fn,
      ),
  }
}

/** A form says under which ground it was made; without one nothing is shown or done. */
export function eisLezer(verzoek: Verzoek): Balielezer {
  const lezer = vindLezer(verzoek)
  if (lezer === undefined) throw new PlatformError('grond-ontbreekt')
  eisGrond({
    ...verzoek,
    form: verzoek.bestandsformulier?.formulier.velden ?? verzoek.form,
  })
  return lezer
}
