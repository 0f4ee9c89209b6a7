import type { Audit, VerzegeldBewijs } from '../audit/index.ts'
import type { Helper, Sessie } from './sessie.ts'

/** The processing activity under which it is kept who helped, and for how long. */
export const hulpDoel = 'hulp-ernaast'

/** Named limits: what somebody may write about who helps. */
export const maxHelpertekst = 60

export type Helperfout = 'te-lang' | 'nummer'

/** A number of somebody does not belong here, whoever it is of: no long row of digits is kept. */
export function helperfout(tekst: string): Helperfout | undefined {
  if (tekst.length > maxHelpertekst) return 'te-lang'
  return /\d(?:[\s.-]?\d){5}/.test(tekst) ? 'nummer' : undefined
}

/** That it began, with who it was in the part that is erased when its period is over. */
export function bewijsVanBegin(audit: Pick<Audit, 'verzegel'>, { id, wie }: Sessie, helper: Helper) {
  const { naam, organisatie, sinds } = helper
  return ieder(wie, (persoon) =>
    audit.verzegel({
      onderwerp: `persoon:${persoon}`,
      soort: 'hulp-begonnen',
      tijd: sinds,
      codes: { sessie: id },
      inhoud: {
        persoon,
        verwerking: hulpDoel,
        organisatie: undefined,
        waarde: { ...(naam && { naam }), ...(organisatie && { organisatie }) },
      },
    }),
  )
}

/** That it ended: said, logged out, or over because nobody clicked any more. */
export function bewijsVanEinde(audit: Pick<Audit, 'verzegel'>, { id, wie, helper }: Sessie, op: Date) {
  if (helper === undefined) return []
  return ieder(wie, (persoon) =>
    audit.verzegel({
      onderwerp: `persoon:${persoon}`,
      soort: 'hulp-geeindigd',
      tijd: op,
      codes: { sessie: id, sinds: helper.sinds.toISOString() },
    }),
  )
}

function ieder(
  wie: Sessie['wie'],
  maak: (persoon: Extract<Sessie['wie'], { soort: 'inwoner' }>['persoon']) => VerzegeldBewijs,
): readonly VerzegeldBewijs[] {
  return wie.soort === 'inwoner' ? [maak(wie.persoon)] : []
}
