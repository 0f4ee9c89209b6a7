/** Decisions about words themselves: work notes that the resident does not read yet, and words that have to go. */
import { HOOGSTENS_ONDERDELEN, WERKNOTITIE_DAGEN } from './begrippen.ts'
import { schaalOp } from './beslis-opschaling.ts'
import { type Bouw, einde, voeg } from './bouw.ts'
import { isDicht, type Ketenzaak, type Onderdeel } from './ketenzaak.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import type { Tekstverwijzing } from './woorden.ts'

type Van<S extends Opdracht['soort']> = Extract<Opdracht<Tekstverwijzing>, { soort: S }>

export function noteer(
  bouw: Bouw,
  { tekst, waarom, tot }: Van<'voeg-werknotitie-toe'>,
): Weigering | undefined {
  if (bouw.stand.onderdelen.size >= HOOGSTENS_ONDERDELEN)
    return { reden: 'te-veel', wat: 'onderdelen', hoogstens: HOOGSTENS_ONDERDELEN }
  const fout = einde(bouw, tot, WERKNOTITIE_DAGEN)
  if (fout !== undefined) return fout
  const onderdeel = bouw.omgeving.id()
  voeg(bouw, { soort: 'onderdeel-erbij', onderdeel, wat: 'werknotitie', tekst, waarom, tot })
  return undefined
}

/** Somebody else than who wrote it looks whether the resident may read it now. */
export function vraagOp(bouw: Bouw, { reden }: Van<'vraag-notities-op'>): Weigering | undefined {
  const { onderdelen, opschalingen } = bouw.stand
  if (![...onderdelen.values()].some((een) => isDicht(een, bouw.omgeving.nu)))
    return { reden: 'niet-gevonden' }
  const isGevraagd = [...opschalingen.values()].some(
    ({ aanleiding, stand }) => aanleiding === 'notitie-opgevraagd' && stand === 'open',
  )
  return isGevraagd ? { reden: 'al-onderweg' } : schaalOp(bouw, { aanleiding: 'notitie-opgevraagd', reden })
}

export function toonNotitie(bouw: Bouw, { onderdeel }: Van<'toon-werknotitie'>): Weigering | undefined {
  const is = bouw.stand.onderdelen.get(onderdeel)
  if (is?.soort !== 'werknotitie') return { reden: 'niet-gevonden' }
  if (!isDicht(is, bouw.omgeving.nu)) return { reden: 'kan-niet-nu', stand: 'getoond' }
  voeg(bouw, { soort: 'werknotitie-getoond', onderdeel })
  return undefined
}

/**
 * The words go with this event, in the same transaction; that they were there stays, with who erased them and why. The
 * owner erases what their own organisation wrote; the administrator whatever has words.
 */
export function wis(bouw: Bouw, { onderdeel, waarom }: Van<'wis-woorden'>): Weigering | undefined {
  const { wie, stand } = bouw
  const is = stand.onderdelen.get(onderdeel)
  if (wie.soort !== 'beheer') {
    if (is === undefined) return { reden: 'niet-gevonden' }
    if (!isVanRegie(stand, is)) return { reden: 'mag-niet' }
  }
  if (is?.gewist !== undefined) return { reden: 'kan-niet-nu', stand: 'gewist' }
  voeg(bouw, { soort: 'woorden-gewist', onderdeel, waarom })
  return undefined
}

function isVanRegie({ regie }: Ketenzaak, { door }: Onderdeel): boolean {
  return door.soort === 'medewerker' && door.organisatie === regie.organisatie
}
