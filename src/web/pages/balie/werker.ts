import { datumOp } from '../../../kalender/index.ts'
import {
  type Besluit,
  type GesteldeGrond,
  type GrondVrager,
  grondVan,
  hulpdoelen,
  type Sessie,
  type Subject,
} from '../../../toegang/index.ts'
import { type Medewerkereis, vanGrond } from '../../toegangseis.ts'
import type { BalieBronnen } from './bronnen.ts'

/** Which professional is at work, with what they stated. Read anew for each request. */
export interface Werker {
  readonly token: string
  readonly sessie: Sessie
  readonly subject: Extract<Subject, { soort: 'medewerker' }>
  readonly grond: GesteldeGrond | undefined
}

/** Of a token of a resident nothing comes, whatever cookie it is put in. */
export async function leesWerker({ toegang }: BalieBronnen, token: string): Promise<Werker | undefined> {
  const sessie = await toegang.sessies.vind(token)
  if (sessie === undefined || sessie.wie.soort !== 'medewerker') return undefined
  const grond = await toegang.gronden.vind(vragerVan({ sessie, subject: sessie.wie }))
  const subject = { ...sessie.wie, ...(grond && { grond: grondVan(grond) }) }
  return { token, sessie, subject, grond }
}

export function vragerVan({
  sessie,
  subject: { medewerker, organisatie },
}: {
  readonly sessie: Pick<Sessie, 'id'>
  readonly subject: Omit<Extract<Subject, { soort: 'medewerker' }>, 'grond'>
}): GrondVrager {
  return { medewerker, organisatie, sessie: sessie.id }
}

/** The table of access decides: about the person of the ground, for the organisation that stated it. */
export function beslisVoorWerker(
  { toegang }: BalieBronnen,
  { subject, grond }: Werker,
  eis: Medewerkereis,
  nu: Date,
): Besluit {
  const doel = eis.doel === vanGrond ? grond?.doel : eis.doel
  if (eis.doel === vanGrond && grond === undefined) {
    const kanStellen = hulpdoelen(subject).length > 0
    return { mag: false, regel: undefined, reden: kanStellen ? 'grond-ontbreekt' : 'rol-ontbreekt' }
  }
  return toegang.beslis({
    subject,
    voor: { soort: 'zelf' },
    handeling: eis.handeling,
    voorwerp: {
      soort: eis.voorwerp,
      organisatie: grond?.organisatie ?? subject.organisatie,
      ...(grond?.persoon !== undefined && { eigenaar: grond.persoon }),
    },
    ...(doel !== undefined && { doel }),
    nu,
    vandaag: datumOp(nu, 'Europe/Amsterdam'),
  })
}
