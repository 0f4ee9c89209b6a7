/** Genuine senders: how long an answer takes with a large register, and that nothing false is called genuine. */
import { beoordeel, maakRegister } from '../src/afzender/index.ts'
import { dobbelVan, hoortHerkend, maakLijker } from '../src/afzender/proeflijkers.ts'
import { telValseCodes } from '../src/afzender/proefvalscodes.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { parseDatum } from '../src/domain/index.ts'
import type { Meting } from './meet.ts'
import { rond } from './meet.ts'

const grensMs = 50
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Made-up names beside the shipped ones, as long as real ones are. */
function registerMet(aantal: number) {
  const dobbel = dobbelVan(7)
  const woord = (n: number) =>
    Array.from({ length: n }, () => letters[Math.floor(dobbel() * 26)] ?? 'a').join('')
  const domeinen = Array.from({ length: aantal }, () => ({
    domein: `${woord(4 + Math.floor(dobbel() * 14))}${dobbel() < 0.2 ? `-${woord(6)}` : ''}.nl`,
    naam: `Organisatie ${woord(6)}`,
    onder: 'onbekend' as const,
    web: 'ja' as const,
    mail: 'onbekend' as const,
  }))
  const peildatum = parseDatum('2026-01-01')
  if (peildatum === undefined) throw new Error('geen datum')
  return maakRegister({
    ...proefcorpus(),
    govNl: false,
    momentopname: { bron: 'gemaakt', peildatum, domeinen },
  })
}

/** Texts with as much in them as is looked at: links that imitate, and real ones between. */
export function afzender(): Meting[] {
  const register = registerMet(50_000)
  const domeinen = [...register.domeinen.keys()]
  const [bekend, dobbel] = [new Set(domeinen), dobbelVan(3)]
  const teksten = Array.from({ length: 2_000 }, () =>
    Array.from({ length: 10 }, () => maakLijker(domeinen, bekend, dobbel).tekst).join('\n'),
  )
  for (const tekst of teksten.slice(0, 200)) beoordeel(register, tekst)
  const tijden = teksten.map((tekst) => {
    const begin = performance.now()
    beoordeel(register, tekst)
    return performance.now() - begin
  })
  const p99 = tijden.toSorted((a, b) => a - b)[Math.floor(tijden.length * 0.99)] ?? 0
  return [{ naam: 'afzender.oordeel-p99', waarde: rond(p99), eenheid: 'ms', grens: grensMs }]
}

/** Imitations of the shipped register, and codes that nobody gave out. */
export async function afzenderproef(lijkers: number, codes: number): Promise<Meting[]> {
  const register = maakRegister({ ...proefcorpus(), govNl: false })
  const domeinen = [...register.domeinen.keys()]
  const [bekend, dobbel] = [new Set(domeinen), dobbelVan(20260301)]
  let [echt, hoort, gemist] = [0, 0, 0]
  for (let i = 0; i < lijkers; i++) {
    const { wijze, tekst } = maakLijker(domeinen, bekend, dobbel)
    const uitslagen = beoordeel(register, tekst).oordelen.map(({ uitslag }) => uitslag.status)
    if (uitslagen.includes('echt')) echt++
    if (!hoortHerkend(wijze)) continue
    hoort++
    if (uitslagen.every((status) => status === 'niet-in-register')) gemist++
  }
  const vals = await telValseCodes(codes, 1_000, 5)
  return [
    { naam: 'afzender.lijkers', waarde: lijkers, eenheid: 'namen' },
    { naam: 'afzender.lijkers-echt-genoemd', waarde: echt, eenheid: 'namen', grens: 0 },
    {
      naam: 'afzender.lijkers-niet-herkend',
      waarde: gemist,
      eenheid: `van ${hoort} die herkend horen te zijn`,
    },
    { naam: 'afzender.valse-codes', waarde: vals.geprobeerd, eenheid: 'codes' },
    { naam: 'afzender.valse-codes-aangenomen', waarde: vals.aangenomen, eenheid: 'codes', grens: 0 },
  ]
}
