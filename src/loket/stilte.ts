/** Whether somebody is at a case. Where nobody is, it is its owner's turn, and an owner who does nothing is absent. */
import { beginVan, datumOp, plusDagen, plusWerkdagen, type Tijdzone } from '../kalender/index.ts'
import { isAf, STIL_WERKDAGEN } from './begrippen.ts'
import { isGemist, type Ketenzaak } from './ketenzaak.ts'
import type { Voorval } from './voorval.ts'

/** Some step can go on, was not refused, and has a term that nobody had to be asked about. */
export function gaatDoor(stand: Pick<Ketenzaak, 'stappen' | 'opschalingen'>): boolean {
  return [...stand.stappen.values()].some(
    ({ stap, stand: hoe, vrijSinds, termijn }) =>
      !isAf(hoe) && hoe !== 'geweigerd' && vrijSinds !== undefined && !isGemist(stand, stap, termijn),
  )
}

/** The same case, with since when nobody is at it; who owns it begins that time anew by whatever they do. */
export function metStilte(stand: Ketenzaak, { inhoud, door, op }: Voorval): Ketenzaak {
  const { stilSinds, ...rest } = stand
  const raakt = inhoud.soort.startsWith('stap-') || inhoud.soort === 'opgeschaald'
  const gaat = raakt ? gaatDoor(stand) : stilSinds === undefined
  if (gaat) return stilSinds === undefined ? stand : rest
  const begintWeer =
    stilSinds === undefined ||
    inhoud.soort === 'sluiting-betwist' ||
    (door.soort === 'medewerker' && door.organisatie === stand.regie.organisatie)
  return begintWeer ? { ...stand, stilSinds: op } : stand
}

/** When that was too long. The working days are those of where the owner is. */
export function stilTot(sinds: Date, zone: Tijdzone): Date {
  return beginVan(plusDagen(plusWerkdagen(datumOp(sinds, zone), STIL_WERKDAGEN), 1), zone)
}

/** Since when the owner is waited for, when nobody was asked about it yet. */
export function wachtOpRegie({
  stand,
  stilSinds,
  opschalingen,
  regie,
}: Pick<Ketenzaak, 'stand' | 'stilSinds' | 'opschalingen' | 'regie'>): Date | undefined {
  const isGevraagd = [...opschalingen.values()].some(
    (een) => een.stand === 'open' && een.organisatie === regie.organisatie,
  )
  return stand === 'open' && !isGevraagd ? stilSinds : undefined
}
