import { type Antwoorden, beantwoord, GEEN_ANTWOORDEN, type Json } from './antwoorden.ts'

type Velden = Readonly<Record<string, unknown>>

/**
 * A household that was kept, back to answers of a visitor, each of which can be seen and changed: where somebody lives
 * first. What is not one value (a range, what changes in time, what a source did not say) is left open, and asked.
 */
export function antwoordenUit(huishouden: Velden): Antwoorden {
  let uit = GEEN_ANTWOORDEN
  const zet = (pad: string, waarde: Json): void => {
    uit = beantwoord(uit, pad, waarde)
  }
  const zetVelden = (pad: string, velden: Velden): void => {
    for (const [naam, waarde] of metPlaatsVoorop(velden)) {
      if (isVast(waarde)) zet(`${pad}/${naam}`, waarde)
      else if (naam === 'opvang' && isLijst(waarde)) zetLijst(`${pad}/${naam}`, waarde)
    }
  }
  const zetLijst = (pad: string, leden: readonly Velden[]): void => {
    zet(pad, leden.length)
    for (const [i, een] of leden.entries()) zetVelden(`${pad}/${i}`, een)
  }
  for (const groep of ['woning', 'aanvrager'] as const) {
    const velden = huishouden[groep]
    if (isVelden(velden)) zetVelden(`/huishouden/${groep}`, velden)
  }
  const { partner } = huishouden
  if (partner === null) zet('/huishouden/partner', 0)
  else if (isVelden(partner) && isMens(partner)) {
    zet('/huishouden/partner', 1)
    zetVelden('/huishouden/partner', partner)
  }
  for (const groep of ['kinderen', 'medebewoners'] as const) {
    const leden = huishouden[groep]
    if (isLijst(leden)) zetLijst(`/huishouden/${groep}`, leden)
  }
  return uit
}

function metPlaatsVoorop(velden: Velden): readonly (readonly [string, unknown])[] {
  return Object.entries(velden).toSorted(([a], [b]) => Number(b === 'gemeente') - Number(a === 'gemeente'))
}

function isVast(waarde: unknown): waarde is string | number | boolean {
  return typeof waarde === 'string' || typeof waarde === 'number' || typeof waarde === 'boolean'
}

function isVelden(waarde: unknown): waarde is Velden {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** No range, no spell, and not that nobody knows. */
function isMens(velden: Velden): boolean {
  return !['onbekend', 'van', 'vanaf', 'waarde'].some((naam) => naam in velden)
}

function isLijst(waarde: unknown): waarde is readonly Velden[] {
  return Array.isArray(waarde) && waarde.every((een) => isVelden(een) && isMens(een))
}
