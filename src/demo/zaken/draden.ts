import type { Bevolking } from '../bevolking/bevolking.ts'
import { peildatum } from '../bevolking/bevolking.ts'
import { leeftijd } from '../bevolking/dag.ts'
import type { Persoon } from '../bevolking/persoon.ts'
import type { Zaad } from '../bevolking/toeval.ts'
import type { Zaakorganisatie } from './organisaties.ts'
import { zaadVan } from './sleutel.ts'
import { soortenVan } from './soorten/van.ts'
import type { Kandidaat, Zaaksoort } from './soorten/zaaksoort.ts'
import { kinderzaken, vasteZaken } from './vaste-zaken.ts'

/**
 * A thread: one person, one type of case, again and again. When a case begins, the one of two rounds ago goes (at the
 * source deletion is for good). So there are always two of each thread, whatever the clock says.
 */
export interface Draad {
  readonly nr: number
  readonly soort: Zaaksoort
  readonly persoon: Persoon
  readonly periodeMs: number
  /** When round 0 began. */
  readonly beginMs: number
  /** Of a story: more often running than not. */
  readonly isVast: boolean
  /** Moves in minutes, so that there is something to see. */
  readonly isVlug: boolean
  /** Each time nothing happens for long, past the last day of the law. */
  readonly isStil: boolean
}

const dagMs = 86_400_000
const vlugMs = 40 * 60_000
/** Three times as long as the law gives for most of it, and in March 2026 a week past it. */
const stilMs = 168 * dagMs
const stilBegin = Date.UTC(2019, 6, 21, 9)
const epoche = Date.UTC(2020, 0, 6, 9)

export function maakDraden(organisatie: Zaakorganisatie, bevolking: Bevolking): Draad[] {
  const { id, draden } = organisatie
  const soorten = soortenVan(organisatie)
  const kandidaten = kandidatenVoor(organisatie, bevolking)
  const vast = vasteZaken
    .filter(([, waar]) => waar === id)
    .map(([wie, , wat, verloop]) => ({
      persoon: bevolking.bekenden.find((bekende) => bekende.id === wie)?.persoon,
      soort: soorten.find(({ id: naam }) => naam === wat),
      isStil: verloop === 'stil',
    }))
  const vanKinderen = kinderzaken
    .filter((een) => een.organisatie === id)
    .map((een) => ({
      persoon: kindVan(bevolking, een.ouder, een.voornamen),
      soort: soorten.find(({ id: naam }) => naam === een.soort),
    }))
  return Array.from({ length: draden }, (_, nr) => {
    const zaad = zaadVan(`${id}/${nr}`)
    const keus = vast[nr] ?? vanKinderen[nr - vast.length - 1]
    const isVlug = nr === vast.length
    const gekozen = isVlug ? vlug(soorten, kandidaten, vast[0]?.persoon ?? kandidaten[0]?.persoon) : keus
    const { soort, persoon } = volledig(gekozen) ?? kies(soorten, kandidaten, zaad)
    const isVast = keus !== undefined
    const ruimte = isVast ? 1.1 : 1.15 + zaad.breuk() * 0.75
    const isStil = !isVlug && vast[nr]?.isStil === true
    const periodeMs = isVlug ? vlugMs : isStil ? stilMs : Math.round(soort.dagen * ruimte) * dagMs
    const beginMs = isStil ? stilBegin : epoche + Math.floor(zaad.breuk() * (periodeMs / 60_000)) * 60_000
    return { nr, soort, persoon, periodeMs, beginMs, isVast, isVlug, isStil }
  })
}

/** They cannot log in themselves; a parent looks for them. */
function kindVan(bevolking: Bevolking, ouder: string, voornamen: string | undefined): Persoon | undefined {
  return bevolking.bekenden
    .find(({ id }) => id === ouder)
    ?.persoon.kinderen.map((nr) => bevolking.persoon(nr))
    .find((kind) => voornamen === undefined || kind.voornamen === voornamen)
}

/** The round that runs at this moment. */
export function rondeOp({ beginMs, periodeMs }: Draad, nuMs: number): number {
  return Math.floor((nuMs - beginMs) / periodeMs)
}

interface Keus {
  readonly soort: Zaaksoort | undefined
  readonly persoon: Persoon | undefined
}

function volledig(keus: Keus | undefined): { soort: Zaaksoort; persoon: Persoon } | undefined {
  return keus?.soort !== undefined && keus.persoon !== undefined
    ? { soort: keus.soort, persoon: keus.persoon }
    : undefined
}

/** Of a type that fits: nobody of thirty gets a pension. */
function vlug(soorten: readonly Zaaksoort[], kandidaten: readonly Wie[], persoon: Persoon | undefined): Keus {
  const kandidaat = kandidaten.find((wie) => wie.persoon.nr === persoon?.nr)?.kandidaat
  const past = (soort: Zaaksoort) => kandidaat === undefined || (soort.past?.(kandidaat) ?? true)
  return { soort: soorten.find(({ id }) => id === 'melding-openbare-ruimte') ?? soorten.find(past), persoon }
}

interface Wie {
  readonly persoon: Persoon
  readonly kandidaat: Kandidaat
}

/** Grown-ups with a number by which a case register knows people. A municipality has its own residents. */
function kandidatenVoor({ gebied }: Zaakorganisatie, bevolking: Bevolking): Wie[] {
  return bevolking.personen
    .filter((persoon) => {
      if (persoon.bsn === undefined || persoon.overleden !== undefined) return false
      if (persoon.geboren.length === 10 && leeftijd(persoon.geboren, peildatum) < 18) return false
      return gebied === undefined || bevolking.thuisVan(persoon).adres.plaats.gebied === gebied
    })
    .map((persoon) => ({
      persoon,
      kandidaat: {
        leeftijd: leeftijd(persoon.geboren.padEnd(10, '-01-01'), peildatum),
        kinderen: persoon.kinderen.length,
        isHuurder: bevolking.thuisVan(persoon).woning.soort === 'huur',
        isWeduwe: persoon.gehuwdGeweest?.door === 'overlijden',
        isGehuwd: persoon.partner !== undefined,
        heeftOnderneming: persoon.onderneming !== undefined,
        vanBuiten: persoon.geboorteland.code !== '6030',
      },
    }))
}

/** A person first, then a type that fits: everybody has about as many cases. */
function kies(soorten: readonly Zaaksoort[], kandidaten: readonly Wie[], zaad: Zaad) {
  const passend = (wie: Wie) => soorten.filter(({ past }) => past?.(wie.kandidaat) ?? true)
  const wie = zaad.kies(kandidaten.filter((een) => passend(een).length > 0))
  return { persoon: wie.persoon, soort: zaad.kies(passend(wie)) }
}
