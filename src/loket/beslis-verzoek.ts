/** Decisions about being asked: to take part, or to decide on what was forwarded. */
import { isAf } from './begrippen.ts'
import { schaalOp } from './beslis-opschaling.ts'
import { type Bouw, stopDelingen, voeg } from './bouw.ts'
import { openOverdracht } from './ketenzaak.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import type { Verzoek } from './verzoek.ts'
import { openVerzoeken } from './verzoeken.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing
type Van<S extends Opdracht['soort']> = Extract<Opdracht<T>, { soort: S }>

function vind(bouw: Bouw, id: string, stand: 'open' | 'teruggegeven'): Verzoek | Weigering {
  const is = bouw.stand.verzoeken.get(id)
  if (is === undefined) return { reden: 'niet-gevonden' }
  return is.stand === stand ? is : { reden: 'kan-niet-nu', stand: is.stand }
}

function vanHen(bouw: Bouw, id: string): Verzoek | Weigering {
  const is = vind(bouw, id, 'open')
  if (!('deelnemer' in is)) return is
  const { wie } = bouw
  return wie.soort === 'medewerker' && wie.organisatie === is.organisatie ? is : { reden: 'mag-niet' }
}

export function neemAan(bouw: Bouw, { verzoek }: Van<'neem-verzoek-aan'>): Weigering | undefined {
  const is = vanHen(bouw, verzoek)
  if (!('deelnemer' in is)) return is
  voeg(bouw, { soort: 'verzoek-aangenomen', verzoek })
  return undefined
}

/** Who asked is told in their work list; what was shown for it is shown no longer. */
export function geefTerug(bouw: Bouw, { verzoek, reden }: Van<'geef-verzoek-terug'>): Weigering | undefined {
  const is = vanHen(bouw, verzoek)
  if (!('deelnemer' in is)) return is
  voeg(bouw, { soort: 'verzoek-teruggegeven', verzoek, reden })
  const { deelnemer, organisatie } = is
  stopDelingen(bouw, (deling) => deling.deelnemer === deelnemer && deling.doel === 'doorsturen')
  const { stappen, delingen } = bouw.stand
  const heeftStap = [...stappen.values()].some(
    ({ stand, eigenaar }) =>
      !isAf(stand) && eigenaar.soort === 'organisatie' && eigenaar.organisatie === organisatie,
  )
  const ziet = [...delingen.values()].some(
    (een) => een.deelnemer === deelnemer && een.stand !== 'gestopt' && een.tot > bouw.omgeving.nu,
  )
  const isGevraagd = openVerzoeken(bouw.stand).some((een) => een.deelnemer === deelnemer)
  const isAangeboden = openOverdracht(bouw.stand)?.aan === organisatie
  // With nothing left for them in it they are out of it.
  if (!heeftStap && !ziet && !isGevraagd && !isAangeboden) voeg(bouw, { soort: 'deelnemer-weg', deelnemer })
  return undefined
}

export function handelAf(
  bouw: Bouw,
  { verzoek, uitkomst }: Van<'handel-teruggave-af'>,
): Weigering | undefined {
  const is = vind(bouw, verzoek, 'teruggegeven')
  if (!('deelnemer' in is)) return is
  voeg(bouw, { soort: 'teruggave-afgehandeld', verzoek, uitkomst })
  return undefined
}

/** Nobody answered in time: a function of the owner is asked, and it stays with who was asked first. */
export function klok(bouw: Bouw): Weigering | undefined {
  for (const { id: verzoek, tot, isOnbeantwoord } of openVerzoeken(bouw.stand)) {
    if (isOnbeantwoord || tot > bouw.omgeving.nu) continue
    voeg(bouw, { soort: 'verzoek-onbeantwoord', verzoek })
    schaalOp(bouw, { aanleiding: 'verzoek-onbeantwoord' })
  }
  return undefined
}
