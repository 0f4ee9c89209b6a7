/** How long reading and checking the whole corpus takes, against only parsing its YAML. */
import { parse } from 'yaml'
import { leesLagen, loadCorpus, MEEGELEVERD } from '../src/corpus/index.ts'
import { type Meting, microseconden, rond } from './meet.ts'

export function laden(): Meting[] {
  const teksten = leesLagen({ mappen: [MEEGELEVERD] }).flatMap(({ bestanden }) =>
    bestanden.map(({ tekst }) => tekst),
  )
  const ontleden = microseconden(() => teksten.map((tekst) => parse(tekst)).length)
  const geladen = microseconden(() => loadCorpus({ mappen: [MEEGELEVERD] }).ok)
  return [
    { naam: 'corpus.ontleden', waarde: rond(ontleden / 1000), eenheid: `ms (${teksten.length} bestanden)` },
    {
      naam: 'corpus.laden',
      waarde: rond(geladen / 1000),
      eenheid: 'ms',
      verhouding: rond(geladen / ontleden),
      tegen: 'corpus.ontleden',
    },
  ]
}
