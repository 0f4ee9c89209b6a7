/** For tests and proofs: codes that nobody gave out, as people who cheat would make them. */
import { leesControlecode } from './controlecode.ts'
import { maakCode, nieuweCode, proefcodes } from './proefcodes.ts'
import { dobbelVan } from './proeflijkers.ts'

const alfabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Half are real codes with one to four characters changed or put elsewhere, half are made up; of each of those half
 * again with a check that is right.
 */
export async function telValseCodes(
  aantal: number,
  echte: number,
  zaad: number,
): Promise<{ readonly geprobeerd: number; readonly aangenomen: number; readonly verschreven: number }> {
  const codes = proefcodes()
  const gegeven: string[] = []
  for (let i = 0; i < echte; i++) gegeven.push((await maakCode(codes, nieuweCode(`echt ${i}`))).code)
  const bekend = new Set(gegeven)
  const dobbel = dobbelVan(zaad)
  const teken = () => alfabet[Math.floor(dobbel() * 32)] ?? '0'
  let [geprobeerd, aangenomen, verschreven] = [0, 0, 0]
  while (geprobeerd < aantal) {
    const delen = [...(gegeven[Math.floor(dobbel() * gegeven.length)] ?? '')]
    if (dobbel() < 0.5) for (let i = 0; i < 11; i++) delen[i] = teken()
    else for (let keer = 0; keer < 1 + dobbel() * 4; keer++) delen[Math.floor(dobbel() * 11)] = teken()
    let code = delen.join('')
    if (dobbel() < 0.5) code = metGoedeControle(code)
    if (bekend.has(code)) continue
    geprobeerd++
    const gelezen = leesControlecode(code)
    if (gelezen.status !== 'goed') verschreven++
    else if ((await codes.zoek(gelezen.code)) !== undefined) aangenomen++
  }
  return { geprobeerd, aangenomen, verschreven }
}

function metGoedeControle(code: string): string {
  const eind = [...alfabet].find((teken) => leesControlecode(code.slice(0, 10) + teken).status === 'goed')
  return code.slice(0, 10) + (eind ?? '0')
}
