import type { Ketenscherm } from './scherm.ts'
import type { Vorm } from './vorm.ts'
import { deelvormen } from './vormen-delen.ts'
import { regievormen } from './vormen-regie.ts'
import { stapvormen } from './vormen-stap.ts'

const alle = { ...stapvormen, ...deelvormen, ...regievormen } as const satisfies Readonly<
  Record<string, Vorm>
>
export type Vormnaam = keyof typeof alle | 'uitnodigen'

/** Which of them a resident has; the other ones are of professionals. */
const vanInwoner = new Set<Vormnaam>([
  'gedaan',
  'bezwaar',
  'bericht',
  'uitkomst',
  'ja',
  'niet-opgelost',
  'betwisten',
  'navraag',
])
const alleenInwoner = new Set<Vormnaam>(['bezwaar', 'ja', 'betwisten'])

export function vindVorm({ kant }: Pick<Ketenscherm, 'kant'>, naam: string): Vorm | undefined {
  if (!Object.hasOwn(alle, naam)) return undefined
  // A key of the table, as was just seen.
  const gezocht = naam as keyof typeof alle
  const mag = kant === 'mijn' ? vanInwoner.has(gezocht) : !alleenInwoner.has(gezocht)
  return mag ? alle[gezocht] : undefined
}

/** Whether this reader can do it now, to this thing: for the links of a page and for the form itself. */
export function kanVorm(scherm: Ketenscherm, naam: Vormnaam, over = ''): boolean {
  const { kan } = scherm.beeld.zicht
  if (naam === 'uitnodigen')
    return scherm.kant === 'balie' && kan.includes(over === '' ? 'nodig-uit' : 'nodig-opnieuw-uit')
  const vorm = vindVorm(scherm, naam)
  if (vorm === undefined || !vorm.kan.some((soort) => kan.includes(soort))) return false
  return vorm.bestaat?.(scherm, over) ?? true
}
