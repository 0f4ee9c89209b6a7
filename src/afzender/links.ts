import { beoordeelVondst } from './beoordelen.ts'
import type { Afzenderregister } from './register.ts'
import { type Vondst, vind } from './vinden.ts'

/** Why a link may not go out. */
export type Linkbezwaar = 'niet-echt' | 'zonder-slot' | 'inloglink' | 'teveel'

export type Linktoets =
  | { readonly mag: true }
  | {
      readonly mag: false
      readonly bezwaren: readonly { readonly link: string; readonly waarom: Linkbezwaar }[]
    }

/**
 * What we send carries only links that we ourselves would call genuine, and none that logs somebody in: who learns to
 * log in from a message will do so from a false one too. Mail addresses and numbers are not links.
 */
export function toetsLinks(register: Afzenderregister, tekst: string): Linktoets {
  const { vondsten, isMeer } = vind(tekst, vanBericht)
  const bezwaren = vondsten.flatMap((vondst) => {
    const waarom = vondst.soort === 'adres' ? bezwaarTegen(register, vondst) : undefined
    return waarom === undefined ? [] : [{ link: vondst.tekst, waarom }]
  })
  if (isMeer) bezwaren.push({ link: '', waarom: 'teveel' })
  return bezwaren.length === 0 ? { mag: true } : { mag: false, bezwaren }
}

function bezwaarTegen(register: Afzenderregister, vondst: Vondst): Linkbezwaar | undefined {
  const { uitslag } = beoordeelVondst(register, vondst)
  if (uitslag.status !== 'echt') return 'niet-echt'
  if (uitslag.opmerkingen.includes('zonder-slot')) return 'zonder-slot'
  return inlogpad.test(vondst.tekst) ? 'inloglink' : undefined
}

/** Named limits: longer than any letter. */
const vanBericht = { tekens: 100_000, vondsten: 100, woorden: 20_000 }

const inlogpad = /\/(inloggen|login|aanmelden|signin|digid)(?=[/?#.]|$)/i
