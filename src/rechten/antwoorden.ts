/**
 * What a visitor told us: the household as the engine reads it, which questions were answered with
 * «I do not know», and in which order questions were put. Pure; where it is kept is not known here.
 *
 * A question is named by its JSON Pointer: `/huishouden/aanvrager/geboortedatum`, `/huishouden/partner`
 * (is there one?), `/huishouden/kinderen` (how many?), `/huishouden/kinderen/0/geboortedatum`.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [naam: string]: Json }
type Knoop = { [naam: string]: Json }

export interface Antwoorden {
  readonly huishouden: { readonly [naam: string]: Json }
  /** Pointers answered with «I do not know». */
  readonly onbekend: readonly string[]
  /** Pointers in the order in which they were answered; the address of a question counts in this list. */
  readonly volgorde: readonly string[]
}

export const GEEN_ANTWOORDEN: Antwoorden = { huishouden: {}, onbekend: [], volgorde: [] }

/** People of one kind that a visitor can describe; a household of more is a matter for a desk. */
export const HOOGSTENS_PERSONEN = 12

export const PAD_PLAATS = '/huishouden/woning/gemeente'
export const PAD_WATERSCHAP = '/huishouden/woning/waterschap'

export function segmenten(pad: string): string[] {
  return pad.split('/').slice(2)
}

export function isLijst(pad: string): boolean {
  const deel = segmenten(pad)
  return (
    (deel.length === 1 && ['partner', 'kinderen', 'medebewoners'].includes(deel[0] ?? '')) ||
    deel.at(-1) === 'opvang'
  )
}

export function waardeOp(antwoorden: Antwoorden, pad: string): Json | undefined {
  let knoop: Json | undefined = antwoorden.huishouden
  for (const deel of segmenten(pad)) {
    if (knoop === null || typeof knoop !== 'object') return undefined
    knoop = Array.isArray(knoop) ? knoop[Number(deel)] : (knoop as Knoop)[deel]
  }
  return knoop
}

export function isBeantwoord(antwoorden: Antwoorden, pad: string): boolean {
  return antwoorden.volgorde.includes(pad)
}

/**
 * Whether a pointer asks about somebody who is there. It may come from a form, so anything can be in it:
 * only names and numbers, and only of people in these answers.
 */
export function isTeVragen(antwoorden: Antwoorden, pad: string): boolean {
  if (!/^\/huishouden(\/[a-z0-9_]{1,40}){1,5}$/.test(pad)) return false
  const deel = segmenten(pad)
  const groep = deel[0]
  if (groep === 'aanvrager' || groep === 'woning') return deel.length === 2
  if (isLijst(pad) && deel.length === 1) return true
  const ouder = waardeOp(antwoorden, `/huishouden/${deel.slice(0, -1).join('/')}`)
  return typeof ouder === 'object' && ouder !== null
}

/** Sets one answer. For a list the value is the number of people (for partner: 0 or 1). */
export function beantwoord(antwoorden: Antwoorden, pad: string, waarde: Json): Antwoorden {
  const huishouden = structuredClone(antwoorden.huishouden) as Knoop
  const nieuw = isLijst(pad) ? lijst(waardeOp(antwoorden, pad), pad, Number(waarde)) : waarde
  zet(huishouden, segmenten(pad), nieuw)
  return ruimOp({
    huishouden,
    onbekend: antwoorden.onbekend.filter((p) => p !== pad),
    volgorde: metPad(antwoorden.volgorde, pad),
  })
}

/** «I do not know»: the fact stays away from the household, and is not asked again. */
export function weetNiet(antwoorden: Antwoorden, pad: string): Antwoorden {
  return ruimOp({
    huishouden: zonder(antwoorden.huishouden, pad),
    onbekend: metPad(antwoorden.onbekend, pad),
    volgorde: metPad(antwoorden.volgorde, pad),
  })
}

/** Takes answers back, as if the questions had never been put. */
export function vergeet(antwoorden: Antwoorden, paden: readonly string[]): Antwoorden {
  let huishouden = antwoorden.huishouden
  for (const pad of paden) huishouden = zonder(huishouden, pad)
  return ruimOp({
    huishouden,
    onbekend: antwoorden.onbekend.filter((p) => !paden.includes(p)),
    volgorde: antwoorden.volgorde.filter((p) => !paden.includes(p)),
  })
}

function lijst(oud: Json | undefined, pad: string, aantal: number): Json {
  if (pad === '/huishouden/partner') return aantal === 0 ? null : isKnoop(oud) ? oud : {}
  const bestaand = Array.isArray(oud) ? oud : []
  return Array.from({ length: aantal }, (_, i) => bestaand[i] ?? {})
}

function zet(knoop: Knoop, deel: readonly string[], waarde: Json): void {
  const [eerste, ...rest] = deel
  if (eerste === undefined) return
  if (rest.length === 0) {
    knoop[eerste] = waarde
    return
  }
  const volgende = knoop[eerste]
  if (Array.isArray(volgende)) {
    const index = Number(rest[0])
    const kind = volgende[index]
    if (isKnoop(kind)) zet(kind, rest.slice(1), waarde)
    return
  }
  if (isKnoop(volgende)) zet(volgende, rest, waarde)
  else {
    const vers: Knoop = {}
    knoop[eerste] = vers
    zet(vers, rest, waarde)
  }
}

function zonder(huishouden: Antwoorden['huishouden'], pad: string): Antwoorden['huishouden'] {
  const kopie = structuredClone(huishouden) as Knoop
  const deel = segmenten(pad)
  const ouder = deel.slice(0, -1)
  const knoop = waardeOp({ ...GEEN_ANTWOORDEN, huishouden: kopie }, `/huishouden/${ouder.join('/')}`)
  if (ouder.length === 0) Reflect.deleteProperty(kopie, deel[0] ?? '')
  else if (isKnoop(knoop)) Reflect.deleteProperty(knoop, deel.at(-1) ?? '')
  return kopie
}

/** Drops questions about people who are no longer there. */
function ruimOp(antwoorden: Antwoorden): Antwoorden {
  const bestaat = (pad: string): boolean => {
    const deel = segmenten(pad)
    const groep = deel[0] ?? ''
    if (deel.length === 1 || groep === 'aanvrager' || groep === 'woning') return true
    const ouder = `/huishouden/${deel.slice(0, groep === 'partner' ? 1 : 2).join('/')}`
    if (!isKnoop(waardeOp(antwoorden, ouder))) return false
    if (deel[2] === 'opvang' && deel.length > 3) {
      return isKnoop(waardeOp(antwoorden, `/huishouden/${deel.slice(0, 4).join('/')}`))
    }
    return true
  }
  return {
    huishouden: antwoorden.huishouden,
    onbekend: antwoorden.onbekend.filter(bestaat),
    volgorde: antwoorden.volgorde.filter(bestaat),
  }
}

function metPad(paden: readonly string[], pad: string): readonly string[] {
  return paden.includes(pad) ? paden : [...paden, pad]
}

function isKnoop(waarde: Json | undefined): waarde is Knoop {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}
