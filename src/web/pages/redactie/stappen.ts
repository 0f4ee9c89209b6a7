/** What an editor wants to see of the steps of an event: terms, places, ways and what is missing. */
import {
  gebeurtenisteksten,
  KANALEN,
  type Levensgebeurtenis,
  NIET_DIGITAAL,
  type Stap,
  type Staptermijn,
  type Termijnpunt,
  talenVan,
  verdeelWegen,
} from '../../../corpus/index.ts'
import { talen } from '../../routes.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { RedactieBeeld } from './redactie-beeld.ts'

export function termijnen(stappen: readonly Stap[]): { readonly wet: number; readonly meestal: number } {
  const tel = (zekerheid: Staptermijn['zekerheid']): number =>
    stappen.filter(({ termijn }) => termijn?.zekerheid === zekerheid).length
  return { wet: tel('wet'), meestal: tel('meestal') }
}

/** «19 stappen: 3 overal, 14 Europees Nederland, 2 Caribisch Nederland» */
export function perGebied({ t }: Spraak, stappen: readonly Stap[]): string {
  const groepen = Map.groupBy(stappen, ({ gebied }) => gebied ?? 'overal')
  const delen = [...groepen].map(([gebied, rij]) => `${rij.length} ${t(`redactie.stap.gebied.${gebied}`)}`)
  return `${stappen.length}: ${delen.join(', ')}`
}

/** As it stands in the file: «datum + 3 dagen». */
export function termijnregel({ vanaf, tot }: Staptermijn): string {
  return [vanaf && `vanaf ${punt(vanaf)}`, tot && `tot ${punt(tot)}`].filter(Boolean).join(', ')
}

function punt(p: Termijnpunt): string {
  if (p.richting === 'op') return 'datum'
  return `datum ${p.richting === 'voor' ? '−' : '+'} ${p.duur.aantal} ${p.duur.eenheid}`
}

/** The ways that lead to a step, in the fixed order. */
export function wegenVan({ geheel }: RedactieBeeld, stap: Stap): readonly string[] {
  const { doen } = verdeelWegen(geheel.organisaties.get(stap.organisatie)?.kanalen, stap.kanalen)
  return KANALEN.filter((id) => doen[id] !== undefined)
}

export function gebeurtenisGemis(beeld: RedactieBeeld, gebeurtenis: Levensgebeurtenis): readonly string[] {
  const { t } = beeld.context.spraak
  const teksten = gebeurtenisteksten(gebeurtenis)
  const vertalingen = teksten.reduce((som, { tekst }) => som + talen.length - talenVan(tekst).length, 0)
  const zonderWeg = gebeurtenis.stappen.filter(
    (stap) => !wegenVan(beeld, stap).some((id) => NIET_DIGITAAL.some((weg) => weg === id)),
  )
  const eenzijdig = [...beeld.verbanden.values()].filter(
    ({ alleenGebeurtenis, alleenRegeling }) =>
      alleenGebeurtenis.includes(gebeurtenis.id) || alleenRegeling.includes(gebeurtenis.id),
  )
  const tel = (sleutel: string, n: number): readonly string[] =>
    n > 0 ? [t(`redactie.gemis.kort.${sleutel}`, { n })] : []
  return [
    ...tel('vertalingen', vertalingen),
    ...tel('wegen', zonderWeg.length),
    ...tel('verband', eenzijdig.length),
  ]
}
