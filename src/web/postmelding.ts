import type { Tijdzone } from '../kalender/index.ts'
import type { Berichtinhoud } from '../kanalen/index.ts'
import type { Gemeld, Postmelding } from '../ontvangst/index.ts'
import { momentBij, wegenTekst } from './pages/post/woorden.ts'
import { talen } from './routes.ts'
import { maakSpraak, type Spraak } from './ui/spraak.ts'

/**
 * What a sender is told about what they sent, in all languages: which one they read, they choose. An e-mail says the same
 * without anything of what they wrote (Awb 2:9).
 */
export function maakPostOpsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  wereld: {
    readonly naamVan: (organisatie: string) => string
    readonly zoneVan: (organisatie: Gemeld['organisatie']) => Tijdzone
  },
): {
  readonly opstel: (stuk: Gemeld, melding: Postmelding) => Berichtinhoud
  readonly opstelEmail: (
    stuk: Gemeld,
    melding: Postmelding,
  ) => { readonly onderwerp: string; readonly tekst: string }
} {
  const spraken = maakSpraak(teksten)
  const { naamVan, zoneVan } = wereld
  const maak = (over: 'over' | 'over_email', stuk: Gemeld, melding: Postmelding): Berichtinhoud => {
    const perTaal = (tekst: (spraak: Spraak) => string) =>
      Object.fromEntries(talen.map((taal) => [taal, tekst(spraken[taal])]))
    const zone = zoneVan(stuk.organisatie)
    const op = (spraak: Spraak, moment: Date) => momentBij({ spraak }, moment, zone)
    const delen = (spraak: Spraak) => ({
      nummer: stuk.nummer,
      onderwerp: stuk.onderwerp,
      organisatie: naamVan(stuk.bij),
      ontvangen: op(spraak, stuk.ontvangen),
    })
    const zin = (sleutel: string, meer: (spraak: Spraak) => Record<string, string> = () => ({})) =>
      perTaal((spraak) => spraak.t(`post.melding.${sleutel}`, { ...delen(spraak), ...meer(spraak) }))
    const wegen = 'wegen' in stuk.triage ? stuk.triage.wegen : undefined
    const alineas = [zin(over)]
    let gevraagd: Pick<Berichtinhoud, 'doen' | 'uiterlijk'> = {}
    switch (melding.soort) {
      case 'ontvangen':
        alineas.push(zin('ontvangen'))
        break
      case 'doorgezonden': {
        const { naar, begin } = melding
        if (naar === stuk.bij && begin?.door === 'ontvangst')
          alineas.push(zin('intern_ontvangst', ({ datum }) => ({ dag: datum(begin.dagVan) })))
        else if (naar === stuk.bij) alineas.push(zin('intern', (spraak) => ({ op: op(spraak, melding.op) })))
        else alineas.push(zin('doorgezonden', () => ({ naar: naamVan(naar) })))
        break
      }
      case 'verkeerde-weg': {
        const { termijn } = melding
        alineas.push(zin('verkeerde-weg'))
        if (wegen !== undefined) {
          const goed = { soort: 'vastgesteld', wegen, besluit: '' } as const
          gevraagd = { doen: zin('goede_weg', (spraak) => ({ weg: wegenTekst({ spraak }, goed) })) }
        }
        if (termijn !== undefined) gevraagd = { ...gevraagd, uiterlijk: termijn.wordt }
        if (termijn !== undefined)
          alineas.push(
            zin('termijn', ({ datum }) => ({ was: datum(termijn.was), wordt: datum(termijn.wordt) })),
          )
        break
      }
      case 'geweigerd':
        alineas.push(zin(melding.reden), zin('anders'))
        break
      case 'toch-aangenomen':
        alineas.push(zin('toch-aangenomen'))
        break
    }
    if (over === 'over') alineas.push(zin('terug'))
    return { onderwerp: zin(`kop_${melding.soort.replace('-', '_')}`), ...gevraagd, alineas, van: stuk.bij }
  }
  return {
    opstel: (stuk, melding) => maak('over', stuk, melding),
    // Nobody knows which language they read: all of them, the one they probably wrote in first.
    opstelEmail: (stuk, melding) => {
      const { onderwerp, doen, alineas } = maak('over_email', stuk, melding)
      const alles = [...alineas, ...(doen === undefined ? [] : [doen])]
      const tekst = talen.map((taal) => alles.map((alinea) => alinea[taal] ?? '').join('\n\n'))
      return { onderwerp: onderwerp.nl ?? '', tekst: tekst.join('\n\n— — —\n\n') }
    },
  }
}
