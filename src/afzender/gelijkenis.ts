import { letterVoorLetter } from './afstand.ts'
import type { Domeiningang } from './ingang.ts'
import { aaneen, zonderEinde } from './kernen.ts'
import type { Kunst, Uitslag } from './oordeel.ts'
import type { Afzenderregister } from './register.ts'
import { skelet } from './skelet.ts'

export interface Gelijkenis {
  readonly kunst: Kunst
  readonly ingang: Domeiningang
}

/** Named limit: a name has at most 127 parts; where the real name stands in front, it stands in the first of these. */
const maxDelen = 16
const maxLetters = 120

/**
 * Whom a name that is not theirs looks like. `beeld` is the name in the letters that people see. The order is that of
 * how surely it is meant: first what copies a whole name, then what changes a letter or two, then what has it inside.
 */
export function zoekGelijkenis({ kernen }: Afzenderregister, beeld: string): Gelijkenis | undefined {
  const naam = beeld
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '')
  const delen = naam.split('.')
  const { kern, einde } = zonderEinde(naam)
  const heel = kernen.heel.get(skelet(naam))
  if (heel !== undefined) return { kunst: kunstVan(naam, heel.domein), ingang: heel }
  const ervoor = staatErvoor(kernen.heel, delen)
  if (ervoor !== undefined) return { kunst: 'ervoor', ingang: ervoor }
  for (const deel of eigenDelen(delen, kern)) {
    const gelijk = kernen.perBeeld.get(skelet(aaneen(deel)))
    if (gelijk !== undefined) return { kunst: kunstVan(naam, gelijk.domein), ingang: gelijk }
  }
  const woord = eigenDelen(delen, kern)
    .map((deel) => kernen.alsWoord.get(skelet(aaneen(deel))))
    .find((ingang) => ingang !== undefined)
  if (woord !== undefined) return { kunst: 'streepje', ingang: woord }
  const stuk = stukIn(kernen, kern)
  if (stuk !== undefined && !stuk.isPlaatselijk) return { kunst: 'erin', ingang: stuk }
  for (const deel of eigenDelen(delen, kern)) {
    const dichtbij = kernen.dichtbij(skelet(aaneen(deel)), einde)
    if (dichtbij !== undefined) return { kunst: 'spelfout', ingang: dichtbij }
  }
  // Anywhere in a longer word.
  const erin = stuk ?? kernen.in(skelet(aaneen(kern).slice(0, maxLetters)))
  return erin && { kunst: 'erin', ingang: erin }
}

/** Which names in a text that is no name itself (before an @, behind a slash) are in the register. */
export function genoemdIn({ kernen }: Afzenderregister, tekst: string): Domeiningang | undefined {
  for (const woord of tekst
    .slice(0, 500)
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}.-]+/u)
    .slice(0, 20)) {
    const delen = woord.replace(/^www\./, '').split('.')
    const heel = kernen.heel.get(skelet(delen.join('.'))) ?? staatErvoor(kernen.heel, delen)
    if (heel !== undefined) return heel
  }
  return undefined
}

export function alsGelijkenis(
  naam: string,
  { kunst, ingang }: Gelijkenis,
  opmerkingen: Extract<Uitslag, { status: 'lijkt-op' }>['opmerkingen'],
): Uitslag {
  const toont = kunst === 'apenstaart' || kunst === 'in-pad' ? [] : letterVoorLetter(naam, ingang.domein)
  const { domein, van } = ingang
  return { status: 'lijkt-op', kunst, naam, echt: domein, van, letters: toont, opmerkingen }
}

/** The part that somebody had to register, with and without what stands before it. */
function eigenDelen(delen: readonly string[], kern: string): readonly string[] {
  const isTweetraps = delen.length > 2 && /^(co|com|org|net|gov|ac|edu)$/.test(delen.at(-2) ?? '')
  const eigen = delen.at(isTweetraps ? -3 : -2) ?? ''
  return [...new Set([eigen, kern])].filter((deel) => deel !== '')
}

/** A registered name as whole parts somewhere before the end. */
function staatErvoor(
  heel: ReadonlyMap<string, Domeiningang>,
  delen: readonly string[],
): Domeiningang | undefined {
  const eerste = delen.slice(0, maxDelen)
  for (let begin = 0; begin < eerste.length - 1; begin++)
    for (let eind = Math.min(eerste.length, begin + 5); eind > begin + 1; eind--) {
      if (eind === delen.length) continue
      const ingang = heel.get(skelet(eerste.slice(begin, eind).join('.')))
      if (ingang !== undefined) return ingang
    }
  return undefined
}

/** Between hyphens and dots; that of the whole country before that of a place. */
function stukIn({ perBeeld }: Afzenderregister['kernen'], kern: string): Domeiningang | undefined {
  const gevonden = kern
    .split(/[-.]/)
    .slice(0, maxDelen)
    .flatMap((stuk) => (stuk.length > 2 ? (perBeeld.get(skelet(stuk)) ?? []) : []))
  return gevonden.find(({ isPlaatselijk }) => !isPlaatselijk) ?? gevonden[0]
}

function kunstVan(naam: string, echt: string): Kunst {
  const [hier, daar] = [zonderEinde(naam), zonderEinde(echt)]
  if (hier.kern === daar.kern) return 'andere-uitgang'
  return aaneen(hier.kern) === aaneen(daar.kern) ? 'streepje' : 'zelfde-beeld'
}
