import { type Getal, KLEINSTE } from '../../../ervaring/index.ts'
import type { Lijncijfers, Teamcijfers } from '../../../lijnen/index.ts'

const geteld = ['gebeld', 'opgehangen', 'verruimd', 'nagekomen', 'gemist'] as const
const koppen = ['deel', 'id', 'gebied', 'taal', 'maat', 'waarde', 'minder_dan'] as const

/** RFC 4180, a row per number, as on the page: one that is too small is empty, with what it is below in the last column. */
export function lijncijferCsv({ teams, publiek, pools, gemist, zeldenGemist }: Lijncijfers): string {
  const van = (een: Getal) => (een.soort === 'klein' ? ['', KLEINSTE] : [een.n, ''])
  const ofNiets = (n: number | undefined) => (n === undefined ? [] : [[n, '']])
  const metingen = (deel: string, een: Teamcijfers, maten: readonly (typeof geteld)[number][]) => [
    ...maten.map((maat) => [deel, een.team, '', '', maat, ...van(een[maat])]),
    ...(['mediaanSeconden', 'p90Seconden', 'binnen20'] as const).flatMap((maat) =>
      ofNiets(een[maat]).map((cellen) => [deel, een.team, '', '', maat, ...cellen]),
    ),
  ]
  const rijen = [
    ...teams.flatMap((een) => metingen('team', een, geteld)),
    ...publiek.flatMap((een) => metingen('publiek', een, ['gebeld', 'opgehangen'])),
    ...pools.flatMap(({ pool, bezetting }) =>
      ofNiets(bezetting).map((cellen) => ['wachtrij', pool, '', '', 'bezetting', ...cellen]),
    ),
    ...gemist.map(({ onderwerp, gebied = '', taal, aantal }) => [
      ...['geen-lijn', onderwerp, gebied, taal, 'gevraagd'],
      ...van(aantal),
    ]),
    ['geen-lijn', '', '', '', 'zelden', ...van(zeldenGemist)],
  ]
  return [koppen, ...rijen].map((rij) => `${rij.join(',')}\r\n`).join('')
}
