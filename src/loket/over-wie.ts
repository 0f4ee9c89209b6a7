/** Something about whom a case is about that does not stand in it: for who is shared who it is, and on their record. */
import type { Audit, Verwerkingsbewijs } from '../audit/index.ts'
import { isUuid7, type PersoonId } from '../domain/index.ts'
import { speelAf } from './evolve.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import type { EigenKetenzaak, Loketvrager, Waarvoor } from './loket.ts'
import {
  feitenVan,
  kijkerVan,
  lezerVan,
  magVan,
  persoonIn,
  type Toegangsdelen,
  verwerking,
} from './vrager.ts'
import { zicht } from './zicht.ts'

type Delen = Toegangsdelen & {
  readonly store: Pick<KetenzaakStore, 'laad' | 'vanPersoon'>
  readonly audit: Pick<Audit, 'metVerwerking'>
}

/**
 * What is looked at: who they are, as a register has it, so that a colleague knows whom it is about (never their number
 * there); or how they said they are reached, to have them join a call.
 */
const gegevensVoor = {
  'wie-het-is': ['naam', 'geboortedatum', 'adres'],
  bereiken: ['contactadres'],
} as const satisfies Record<Waarvoor, readonly string[]>

/** `undefined`: it is about nobody who is known, or who it is is not shared with them (any more). */
export async function overBetrokkene<T>(
  delen: Delen,
  vrager: Loketvrager,
  ketenzaak: string,
  fn: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<T>,
  waarvoor: Waarvoor = 'wie-het-is',
): Promise<T | undefined> {
  const kijker = kijkerVan(vrager)
  if (kijker?.soort !== 'medewerker' || !isUuid7(ketenzaak)) return undefined
  const { voorvallen } = await delen.store.laad(lezerVan(vrager), ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (stand === undefined || !magVan(delen, vrager, 'bekijken', feitenVan(stand))) return undefined
  const persoon = persoonIn(stand)
  if (persoon === undefined || zicht(stand, kijker, delen.nu())?.betrokkene === undefined) return undefined
  const wat = { ...verwerking(delen, vrager, persoon, stand.nummer), gegevens: gegevensVoor[waarvoor] }
  return delen.audit.metVerwerking(wat, (bewijs) => fn(persoon, bewijs))
}

/** Named limit: more fit on no page. */
const maxLijst = 100

/** Cases of who is helped now in which the organisation of this professional takes part; the database shows no other. */
export async function vanGeholpene(delen: Delen, vrager: Loketvrager): Promise<readonly EigenKetenzaak[]> {
  const { subject } = vrager
  const persoon = subject.soort === 'medewerker' ? subject.grond?.persoon : undefined
  if (subject.soort !== 'medewerker' || persoon === undefined) return []
  const { organisatie } = subject
  if (!magVan(delen, vrager, 'bekijken', { organisatie, deelnemers: [organisatie] })) return []
  const lezer = { soort: 'medewerker', organisatie, medewerker: subject.medewerker } as const
  return delen.audit.metVerwerking(verwerking(delen, vrager, persoon, '-'), (bewijs) =>
    delen.store.vanPersoon(lezer, persoon, bewijs, maxLijst),
  )
}
