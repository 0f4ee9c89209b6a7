/** What is known of a household: what somebody answered, with what registers said of it since. */
import type { Registerfeiten, Volgfeiten } from './dossier-store.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * A register holds over an older answer, and only where it says something. `isVerhuisd`: since they answered they moved;
 * what they said of the home and of who lives there is of another one.
 */
export function huishoudenVan(
  { huishouden: antwoorden }: Pick<Volgfeiten, 'huishouden'>,
  register: Registerfeiten,
  { isVerhuisd }: { readonly isVerhuisd: boolean },
): Json {
  const basis = isVerhuisd ? zonderHuis(antwoorden) : antwoorden
  // Who they are first: what is known of an income is of whoever that is.
  return [register.brp, register.inkomen].reduce<Json>(
    (huis, deel) => (deel === undefined ? huis : metDeel(huis, deel)),
    basis,
  )
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
