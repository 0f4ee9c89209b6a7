import type { Afspraak } from '../afspraken/index.ts'
import type { Afspraakteam } from '../corpus/index.ts'
import { schrijfAgenda } from '../gebeurtenissen/index.ts'
import { datumOp, type Tijdzone } from '../kalender/index.ts'
import type { Taal } from './routes.ts'
import type { Spraak } from './ui/spraak.ts'

/** For their own calendar: when, with whom and the number; not what it is about. The same file replaces an older one. */
export function schrijfAfspraakagenda(
  { id, begin, einde, vorm, nummer, keer }: Afspraak,
  {
    taal,
    spraken,
    organisatie,
    team,
    nu,
  }: {
    readonly taal: Taal
    /** In which it is written: one, or each of them where nobody knows which the reader has. */
    readonly spraken: readonly Spraak[]
    /** Its name. */
    readonly organisatie: string
    readonly team: Afspraakteam | undefined
    readonly nu: Date
  },
): string {
  const [eerste] = spraken
  if (eerste === undefined) throw new Error('een agenda in geen enkele taal')
  const plek = vorm === 'balie' ? team?.plek : undefined
  const zone: Tijdzone = team?.zone ?? 'Europe/Amsterdam'
  const zin = ({ t }: Spraak) => `${t(`afspraken.vorm.${vorm}`)}. ${t('afspraken.nummer')}: ${nummer}`
  return schrijfAgenda({
    taal,
    naam: eerste.t('afspraken.titel'),
    nu,
    afspraken: [
      {
        id: `afspraak-${id}`,
        dag: datumOp(begin, zone),
        tussen: { begin, einde },
        versie: keer - 1,
        titel:
          spraken.length === 1 ? eerste.t('afspraken.agenda', { organisatie }) : `${organisatie}, ${nummer}`,
        tekst: spraken.map(zin).join('\n'),
        ...(plek !== undefined && { plek }),
      },
    ],
  })
}
