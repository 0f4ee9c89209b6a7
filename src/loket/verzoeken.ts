/** What becomes of questions to take part as events go by, and which of them wait for an answer. */
import { type Eigen, met, pas } from './kaarten.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { Verzoek } from './verzoek.ts'
import type { Voorvalinhoud } from './voorval.ts'

export function naVerzoek(
  stand: Ketenzaak,
  inhoud: Voorvalinhoud,
  { op, eigen }: { readonly op: Date; readonly eigen: Eigen | undefined },
): Ketenzaak | undefined {
  const { verzoeken } = stand
  const wordt = (id: string, anders: Partial<Verzoek>) => ({
    ...stand,
    verzoeken: pas(verzoeken, eigen, id, (een) => ({ ...een, ...anders })),
  })
  switch (inhoud.soort) {
    case 'mee-gevraagd': {
      const { soort: _, verzoek: id, ...rest } = inhoud
      return { ...stand, verzoeken: met(verzoeken, eigen, id, { id, ...rest, op, stand: 'open' }) }
    }
    case 'verzoek-aangenomen':
      return wordt(inhoud.verzoek, { stand: 'aangenomen' })
    case 'verzoek-teruggegeven':
      return wordt(inhoud.verzoek, { stand: 'teruggegeven', antwoord: inhoud.reden })
    case 'teruggave-afgehandeld':
      return wordt(inhoud.verzoek, { stand: 'afgehandeld' })
    case 'verzoek-onbeantwoord':
      return wordt(inhoud.verzoek, { isOnbeantwoord: true })
    default:
      return undefined
  }
}

/** Who is out of a case is asked nothing in it any more. */
export function zonderVerzoeken({ verzoeken }: Ketenzaak, deelnemer: string): Ketenzaak['verzoeken'] {
  return new Map(
    [...verzoeken].map(([id, een]) => [
      id,
      een.deelnemer === deelnemer && een.stand === 'open' ? { ...een, stand: 'ingetrokken' } : een,
    ]),
  )
}

export const openVerzoeken = ({
  verzoeken,
  regie,
}: Pick<Ketenzaak, 'verzoeken' | 'regie'>): readonly Verzoek[] =>
  [...verzoeken.values()].filter(
    ({ stand, organisatie }) => stand === 'open' && organisatie !== regie.organisatie,
  )
