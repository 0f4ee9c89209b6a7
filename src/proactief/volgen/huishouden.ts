/** What is known of a household: what somebody answered, with what registers said of it since. */
import type { Registerfeiten, Volgfeiten } from './dossier-store.ts'

type Json = Readonly<Record<string, unknown>>

/** What happened since they answered, and was not taken back. */
export interface Sindsdien {
  /** What they said of the home and of who lives there is of another one. */
  readonly isVerhuisd: boolean
  /** And they did not marry again since. */
  readonly isPartnerOverleden: boolean
  /** Who that was is not told: whoever they said lives there, without a register that says so, is not known any more. */
  readonly isHuisgenootOverleden: boolean
}

/** A register holds over an older answer, and only where it says something. */
export function huishoudenVan(
  { huishouden: antwoorden }: Pick<Volgfeiten, 'huishouden'>,
  register: Registerfeiten,
  { isVerhuisd, isPartnerOverleden, isHuisgenootOverleden }: Sindsdien,
): Json {
  const gezegd = isVerhuisd ? zonderHuis(antwoorden) : antwoorden
  const basis = isHuisgenootOverleden ? zonderHuisgenoten(gezegd, register.brp ?? {}) : gezegd
  // Who they are first: what is known of an income is of whoever that is.
  const huis = [register.brp, register.inkomen].reduce<Json>(
    (tot, deel) => (deel === undefined ? tot : metDeel(tot, deel)),
    basis,
  )
  return isPartnerOverleden ? alsNabestaande(huis) : huis
}

/** Also over a register that still has them as partners: the news of it is newer than that. */
function alsNabestaande(huis: Json): Json {
  const aanvrager = isVelden(huis.aanvrager) ? huis.aanvrager : {}
  return { ...huis, partner: null, aanvrager: { ...aanvrager, partner_overleden: true } }
}

function zonderHuisgenoten(huis: Json, register: Json): Json {
  const weg = ['kinderen', 'medebewoners'].filter((groep) => !(groep in register))
  return Object.fromEntries(Object.entries(huis).filter(([groep]) => !weg.includes(groep)))
}

/** Whoever is married takes that along; whether they live together is asked of the register. */
function zonderHuis({ woning: _, medebewoners: __, partner, ...rest }: Json): Json {
  const isGehuwd = isVelden(partner) && partner.gehuwd === true
  return isGehuwd ? { ...rest, partner } : rest
}

function metDeel(huis: Json, deel: Json): Json {
  const erbij = Object.entries(deel).map(([groep, waarde]) => [groep, samen(huis[groep], waarde)] as const)
  return { ...huis, ...Object.fromEntries(erbij) }
}

function samen(oud: unknown, nieuw: unknown): unknown {
  if (Array.isArray(nieuw)) return nieuw.map((een) => samen(zelfdeMens(oud, een), een))
  if (!isVelden(nieuw)) return nieuw
  const gezegd = Object.entries(nieuw).filter(([, waarde]) => !isOnbekend(waarde))
  const zelfde = isVelden(oud) && isDezelfde(oud, nieuw) ? oud : {}
  const zwijgt = Object.entries(nieuw).filter(([naam]) => !(naam in zelfde))
  return { ...zelfde, ...Object.fromEntries([...zwijgt, ...gezegd]) }
}

/** Registers give no names here: somebody born on the same day in the same household is the same. */
function zelfdeMens(oud: unknown, een: unknown): unknown {
  if (!Array.isArray(oud) || !isVelden(een)) return undefined
  return oud.find((ander) => isVelden(ander) && isDezelfde(ander, een))
}

/** Where nobody has a date of birth, as of a home, it is one and the same. */
function isDezelfde(a: Json, b: Json): boolean {
  const [x, y] = [a.geboortedatum, b.geboortedatum]
  return x === undefined || y === undefined || x === y
}

function isOnbekend(waarde: unknown): boolean {
  return isVelden(waarde) && 'onbekend' in waarde
}

function isVelden(waarde: unknown): waarde is Json {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}
