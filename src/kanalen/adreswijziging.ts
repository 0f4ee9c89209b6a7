import type { OudAdres } from './bericht.ts'
import { type Contactadres, isBruikbaar } from './contactadres.ts'
import type { Adres } from './verzendweg.ts'
import type { Voorkeurbeeld } from './voorkeuren.ts'

/** Somebody is reached elsewhere from now on: told where they were reached until now, whoever changed it. */
export interface Adreswijziging {
  /** The same change is told once. */
  readonly kenmerk: string
  readonly soort: Adres['soort']
  readonly oud: OudAdres
}

/** `undefined`: nothing was sent there, and nothing will be. */
export function adreswijziging(
  beeld: Pick<Voorkeurbeeld, 'adressen' | 'regels'>,
  wat: 'gegeven' | 'bevestigd' | 'gewist',
  { id, adres }: Pick<Contactadres, 'id' | 'adres'>,
): Adreswijziging | undefined {
  const was = beeld.adressen.find((een) => een.id === id)
  const isInGebruik = (een: Contactadres) =>
    isBruikbaar(een) || (een.adres.soort === 'telefoon' && wordtGebeld(beeld))
  const wijziging = (oud: OudAdres) => ({ kenmerk: `adres ${id} ${wat}`, soort: adres.soort, oud })
  if (wat === 'gewist') return was !== undefined && isInGebruik(was) ? wijziging(was.adres) : undefined
  // An address that still has to be proved is no way yet; one that was proved before is no new one.
  if (wat === 'gegeven' && adres.soort !== 'post' && !(adres.soort === 'telefoon' && wordtGebeld(beeld)))
    return undefined
  if (wat === 'bevestigd' && was !== undefined && isBruikbaar(was)) return undefined
  const eerder = beeld.adressen.filter((een) => een.id !== id && isInGebruik(een))
  const van = (soort: Adres['soort']) => eerder.findLast((een) => een.adres.soort === soort)?.adres
  return wijziging(
    adres.soort === 'post'
      ? (van('post') ?? { soort: 'register' })
      : (van(adres.soort) ?? van('email') ?? van('telefoon') ?? van('post') ?? { soort: 'register' }),
  )
}

function wordtGebeld({ regels }: Pick<Voorkeurbeeld, 'regels'>): boolean {
  return regels.some(({ keuze }) => keuze.kanaal === 'telefoon')
}
