/** The unit that a rule says it has against the one that its formula gives. */
import { CheckFout } from './bouw.ts'
import { DATUM, gelijk, leesEenheid, metValuta, toonEenheid } from './eenheid.ts'
import { isGetal, isLijst, type Knoop, type PlanRegel } from './ir.ts'
import type { RegelDef } from './wet-vorm.ts'

export function soortVan(k: Knoop): PlanRegel['soort'] {
  return isGetal(k) ? 'getal' : isLijst(k) ? 'personen' : 'ja-nee'
}

/** The declared unit of a rule must be the unit of its formula; gives the formula in that unit. */
export function metEenheid(k: Knoop, def: RegelDef, valuta: string): Knoop {
  const t = def.eenheidTekst
  const soort = soortVan(k)
  if (t === 'ja-nee' || t === 'personen') {
    if (soort !== t)
      throw new CheckFout(
        0,
        `«${def.naam}» hoort ${t} te zijn, maar de formule geeft ${soort}.`,
        'Verander eenheid: of de formule.',
      )
    return k
  }
  const e = t === 'datum' ? DATUM : leesEenheid(t)
  if (!e)
    throw new CheckFout(
      0,
      `De eenheid «${t}» van «${def.naam}» is niet bekend.`,
      'Schrijf bijvoorbeeld EUR/maand, getal, datum, ja-nee of personen.',
      t === '', // missing: told when the file was read
    )
  if (!isGetal(k))
    throw new CheckFout(
      0,
      `«${def.naam}» hoort een getal te zijn, maar de formule geeft ${soort}.`,
      'Verander eenheid: of de formule.',
    )
  const maat = metValuta(e, valuta)
  if (k.t === 'c' && k.nul) return { ...k, eenheid: maat }
  if (!gelijk(k.eenheid, maat))
    throw new CheckFout(
      0,
      `«${def.naam}» staat als ${t}, maar de formule geeft ${toonEenheid(k.eenheid)}.`,
      'Zet de juiste eenheid bij de regel, of reken om met maanden_per_jaar en dergelijke.',
    )
  return k
}
