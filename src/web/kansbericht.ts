import type { Tekst } from '../engine/index.ts'
import { type Berichtinhoud, stelBerichtOp } from '../kanalen/index.ts'
import type { Kansnieuws, Kansreden } from '../proactief/index.ts'
import { type Taal, talen } from './routes.ts'
import { maakSpraak, opsomming, type Spraak } from './ui/spraak.ts'

/** Of somebody near. */
const verlies: ReadonlySet<Kansreden> = new Set<Kansreden>(['overlijden-partner', 'overlijden-huisgenoot'])

interface Wereld {
  /** A scheme as people call it, in the languages in which it has a name. */
  readonly regelingnaam: (regeling: string) => Tekst
  /** Who decides on it, for who lives there. */
  readonly beslisser: (regeling: string, gebied: string | undefined) => string
  /** What somebody types to come to this website, also from paper: `voordeur.example`. */
  readonly site: string
}

/**
 * What may have changed for somebody, as one message in all languages. No amount and no promise: what it comes to, and
 * how sure that is, stands on their own page.
 */
export function maakKansopsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  { regelingnaam, beslisser, site }: Wereld,
): (nieuws: Kansnieuws) => Berichtinhoud {
  const spraken = maakSpraak(teksten)
  const inElk = (fn: (taal: Taal) => string): Tekst =>
    Object.fromEntries(talen.map((taal) => [taal, fn(taal)]))
  return ({ regels, waardoor, sinds, gebied }) => {
    const isTerug = regels.every(({ wat }) => wat === 'hersteld')
    const redenen = inElk((taal) =>
      opsomming(
        spraken[taal],
        waardoor.map((een) => redenwoord(spraken[taal], een)),
      ),
    )
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, isTerug ? 'kans-hersteld' : 'kans', {
      datum: { dag: sinds },
      site,
      wat: { tekst: redenen },
    })
    const [eerste, ...rest] = alineas
    if (eerste === undefined) throw new Error('een bericht zonder woorden')
    const erbij = regels.map(({ regeling, wat }) =>
      inElk((taal) => {
        const naam = regelingnaam(regeling)
        const waarden = { titel: naam[taal] ?? naam.nl ?? regeling, organisatie: beslisser(regeling, gebied) }
        return spraken[taal].t(`berichttekst.kans.regel.${wat}`, waarden)
      }),
    )
    // First that we know, in words of its own; then what may change.
    const rouw = waardoor.some((een) => verlies.has(een))
      ? [inElk((taal) => spraken[taal].t('berichttekst.kans.rouw'))]
      : []
    // Whether they applied already is not asked of anybody: see docs/adr/0030.
    const alGevraagd = regels.some(({ wat }) => wat === 'kans' || wat === 'meer')
      ? [inElk((taal) => spraken[taal].t('berichttekst.kans.al_gevraagd'))]
      : []
    return {
      onderwerp,
      ...(doen !== undefined && { doen }),
      alineas: [...rouw, eerste, ...erbij, ...alGevraagd, ...rest],
      verwijzing: { soort: 'kansen' },
    }
  }
}

function redenwoord({ t }: Spraak, reden: Kansreden): string {
  if (typeof reden === 'string') return t(`berichttekst.kans.waardoor.${reden}`)
  const { wat, leeftijd } = reden
  return t(`berichttekst.kans.dag.${wat}`, leeftijd === undefined ? {} : { leeftijd })
}
