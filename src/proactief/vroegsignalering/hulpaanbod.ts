/**
 * The offer of help to one person by one municipality: what happened, and what may happen next. Pure. Nothing here weighs
 * people against each other: an offer has a rule that it follows from and a day by which it is made, and no number.
 */
import { type Datum, termijneinde } from '../../kalender/index.ts'
import { type Achterstandsoort, aanbodtermijnen, type Dreiging, gesprekstermijnen } from './regels.ts'

/** By which one speaks to somebody. A visit is by appointment: nobody stands at a door unannounced. */
export const contactwegen = ['bericht', 'telefoon', 'huisbezoek'] as const
export type Contactweg = (typeof contactwegen)[number]

/** Why it ends without an answer of theirs. */
export const sluitredenen = ['betaald', 'onterecht', 'al-geholpen', 'niet-bereikt'] as const
export type Sluitreden = (typeof sluitredenen)[number]

export interface Meegeteld {
  readonly id: string
  readonly bron: string
  readonly soort: Achterstandsoort
  readonly dreiging?: Dreiging
  /** The day on which it came. */
  readonly op: Datum
}

/** Who did it: they themselves where they log in, a professional to whom they said it, or our own work. */
export type Aanbodpersoon =
  | { readonly soort: 'inwoner' }
  | { readonly soort: 'medewerker'; readonly medewerker: string }
  | { readonly soort: 'taak' }

type Inhoud =
  | { readonly soort: 'signaal'; readonly signaal: Meegeteld }
  /** Taken back, or replaced by the next one. */
  | { readonly soort: 'signaal-weg'; readonly signaal: string }
  | { readonly soort: 'bekeken' }
  /** `bel`: whom they can call, a name and a number. */
  | { readonly soort: 'aangeboden'; readonly weg: Contactweg; readonly bel?: string }
  | { readonly soort: 'niet-bereikt'; readonly weg: Contactweg }
  | { readonly soort: 'bezoek-afgesproken'; readonly wanneer: Datum }
  | { readonly soort: 'gesproken'; readonly weg: Contactweg }
  | { readonly soort: 'aangenomen' }
  | { readonly soort: 'afgewezen' }
  /** They say that what was received is not right (AVG art. 16 and 21). */
  | { readonly soort: 'betwist' }
  | { readonly soort: 'gesprek-gepland'; readonly afspraak: string; readonly wanneer: Datum }
  | { readonly soort: 'overgedragen'; readonly ketenzaak?: string }
  | { readonly soort: 'gesloten'; readonly reden: Sluitreden }

export type Aanbodvoorval = Inhoud & { readonly op: Date; readonly dag: Datum; readonly door: Aanbodpersoon }

export const aanbodstanden = [
  /** Somebody has to make the offer. */
  'te-doen',
  'aangeboden',
  'betwist',
  'aangenomen',
  'afgewezen',
  /** The first talk was held, or a chain case is open: help goes on there. */
  'overgedragen',
  'gesloten',
] as const
export type Aanbodstand = (typeof aanbodstanden)[number]

/** Which rule it follows from. In this order: the first that holds. */
export type Aanleiding = 'dreiging' | 'achterstand'

export interface Hulpaanbod {
  readonly stand: Aanbodstand
  /** What holds now, in the order in which it came. */
  readonly signalen: readonly Meegeteld[]
  readonly aanleiding: Aanleiding
  /** The last day for the offer. */
  readonly uiterlijk: Datum
  /** The last day for the first talk (Wgs art. 4); once they said yes. */
  readonly gesprekUiterlijk?: Datum
  readonly gesprek?: { readonly afspraak: string; readonly wanneer: Datum }
  readonly aangebodenOp?: Datum
  /** Signals that were there when it was made. */
  readonly aangebodenVoor: readonly string[]
  readonly ketenzaak?: string
}

export type Aanbodopdracht = Exclude<Inhoud, { soort: 'signaal' | 'signaal-weg' }>

export type Aanbodweigering =
  /** Somebody answered, or it is over: nothing of this kind can be done any more. */
  | 'kan-niet-nu'
  /** The talk would come later than the law allows. */
  | 'te-laat'

/** Standing open: an offer is still to be made, or they did not answer yet. */
export function staatOpen(stand: Aanbodstand): boolean {
  return stand === 'te-doen' || stand === 'aangeboden' || stand === 'betwist'
}

const openstaand: readonly Aanbodstand[] = ['te-doen', 'aangeboden', 'betwist']
const antwoordbaar: readonly Aanbodstand[] = ['te-doen', 'aangeboden', 'betwist', 'aangenomen', 'afgewezen']

/** In which states something may be done. Saying no is possible wherever saying yes is. */
const magBij: Readonly<Record<Aanbodopdracht['soort'], readonly Aanbodstand[]>> = {
  bekeken: aanbodstanden,
  aangeboden: ['te-doen', 'betwist'],
  'niet-bereikt': openstaand,
  'bezoek-afgesproken': openstaand,
  gesproken: [...openstaand, 'aangenomen'],
  aangenomen: antwoordbaar,
  afgewezen: antwoordbaar,
  betwist: ['te-doen', 'aangeboden'],
  'gesprek-gepland': ['aangenomen'],
  overgedragen: ['aangenomen'],
  gesloten: openstaand,
}

export type Aanbodbesluit =
  | { readonly status: 'ok'; readonly opdracht: Aanbodopdracht }
  /** It was so already: pressed twice it is done once. */
  | { readonly status: 'was-al-zo' }
  | { readonly status: 'geweigerd'; readonly reden: Aanbodweigering }

export function beslisAanbod(aanbod: Hulpaanbod, opdracht: Aanbodopdracht): Aanbodbesluit {
  const { soort } = opdracht
  if ((soort === 'aangenomen' || soort === 'afgewezen') && aanbod.stand === soort)
    return { status: 'was-al-zo' }
  if (soort === 'aangeboden' && aanbod.stand === 'aangeboden') return { status: 'was-al-zo' }
  if (!magBij[soort].includes(aanbod.stand)) return { status: 'geweigerd', reden: 'kan-niet-nu' }
  if (
    soort === 'gesprek-gepland' &&
    aanbod.gesprekUiterlijk !== undefined &&
    opdracht.wanneer > aanbod.gesprekUiterlijk
  )
    return { status: 'geweigerd', reden: 'te-laat' }
  return { status: 'ok', opdracht }
}

/** What can be done now, for buttons: the same table. */
export function kanNu(aanbod: Hulpaanbod, soort: Aanbodopdracht['soort']): boolean {
  return magBij[soort].includes(aanbod.stand) && aanbod.stand !== soort
}

/** The whole of it, from nothing. `undefined`: no signal ever came. */
export function speelAanbodAf(voorvallen: readonly Aanbodvoorval[]): Hulpaanbod | undefined {
  let aanbod: Hulpaanbod | undefined
  for (const voorval of voorvallen) aanbod = volgAanbod(aanbod, voorval)
  return aanbod
}

export function volgAanbod(voor: Hulpaanbod | undefined, voorval: Aanbodvoorval): Hulpaanbod | undefined {
  if (voor === undefined)
    return voorval.soort === 'signaal' ? metSignalen(undefined, [voorval.signaal]) : undefined
  switch (voorval.soort) {
    case 'signaal':
      // Known already: the same signal counts once.
      return voor.signalen.some(({ id }) => id === voorval.signaal.id)
        ? voor
        : metNieuw(voor, voorval.signaal)
    case 'signaal-weg': {
      const over = voor.signalen.filter(({ id }) => id !== voorval.signaal)
      return metSignalen(voor, over)
    }
    case 'aangeboden':
      return alsAangeboden(voor, voorval.dag)
    case 'gesproken':
      // Who was spoken to was offered help, by a human.
      return voor.stand === 'te-doen' ? alsAangeboden(voor, voorval.dag) : voor
    case 'aangenomen':
      return {
        ...zonderGesprek(voor),
        stand: 'aangenomen',
        gesprekUiterlijk: termijneinde(voorval.dag, gesprekstermijnen[termijnsoort(voor.signalen)].termijn)
          .laatsteDag,
      }
    case 'afgewezen':
    case 'betwist':
    case 'gesloten':
      return { ...zonderGesprek(voor), stand: voorval.soort }
    case 'gesprek-gepland':
      return { ...voor, gesprek: { afspraak: voorval.afspraak, wanneer: voorval.wanneer } }
    case 'overgedragen':
      return {
        ...voor,
        stand: 'overgedragen',
        ...(voorval.ketenzaak !== undefined && { ketenzaak: voorval.ketenzaak }),
      }
    case 'bekeken':
    case 'niet-bereikt':
    case 'bezoek-afgesproken':
      return voor
  }
}

function alsAangeboden(voor: Hulpaanbod, dag: Datum): Hulpaanbod {
  return {
    ...voor,
    stand: 'aangeboden',
    aangebodenOp: dag,
    aangebodenVoor: voor.signalen.map(({ id }) => id),
  }
}

/**
 * Something threatens since: the offer is made once more, within the shorter term, and whoever said yes is spoken to
 * sooner. Nothing else about a signal that comes later hurries anybody.
 */
function metNieuw(voor: Hulpaanbod, signaal: Meegeteld): Hulpaanbod {
  const isErger = signaal.dreiging !== undefined && termijnsoort(voor.signalen) === 'gewoon'
  const stand = isErger && voor.stand === 'aangeboden' ? 'te-doen' : voor.stand
  const na = metSignalen({ ...voor, stand }, [...voor.signalen, signaal])
  if (!isErger || voor.stand !== 'aangenomen' || na.gesprekUiterlijk === undefined) return na
  const eerder = termijneinde(signaal.op, gesprekstermijnen.dreiging.termijn).laatsteDag
  return eerder < na.gesprekUiterlijk ? { ...na, gesprekUiterlijk: eerder } : na
}

/**
 * Signals make one offer together. The rule is which of them are there, and the term is that of the one whose term ends
 * first: how many they are, and how much is owed, changes nothing.
 */
function metSignalen(voor: Hulpaanbod | undefined, signalen: readonly Meegeteld[]): Hulpaanbod {
  const gedekt = voor?.aangebodenVoor ?? []
  const wachtend = signalen.filter(({ id }) => !gedekt.includes(id))
  const [eerste] = wachtend.map(uiterlijkVoor).sort()
  // All of them were taken back: there is nothing left to offer help for, unless they said yes meanwhile.
  if (voor !== undefined && signalen.length === 0)
    return { ...voor, signalen, stand: staatOpen(voor.stand) ? 'gesloten' : voor.stand }
  return {
    stand: 'te-doen',
    aangebodenVoor: [],
    ...voor,
    signalen,
    aanleiding: termijnsoort(signalen) === 'dreiging' ? 'dreiging' : 'achterstand',
    uiterlijk: eerste ?? voor?.uiterlijk ?? eisDag(),
  }
}

function eisDag(): never {
  throw new Error('een aanbod zonder signaal')
}

export function uiterlijkVoor(signaal: Pick<Meegeteld, 'dreiging' | 'op'>): Datum {
  return termijneinde(signaal.op, aanbodtermijnen[termijnsoort([signaal])].termijn).laatsteDag
}

function termijnsoort(signalen: readonly Pick<Meegeteld, 'dreiging'>[]): 'dreiging' | 'gewoon' {
  return signalen.some(({ dreiging }) => dreiging !== undefined) ? 'dreiging' : 'gewoon'
}

function zonderGesprek({ gesprek: _, gesprekUiterlijk: __, ...rest }: Hulpaanbod): Hulpaanbod {
  return rest
}

/** What comes of a signal about somebody of whom there is an earlier offer. */
export type Gevolg =
  /** It goes with the one that stands open, or with the help that runs. */
  | 'erbij'
  | 'nieuw'
  /** They said no, and this is the same creditor without a threat: nobody asks again, and nothing of it is kept. */
  | 'eerder-nee'

/** `eerder`: the latest one, if any. */
export function gevolgVan(
  signaal: Pick<Meegeteld, 'bron' | 'dreiging'>,
  eerder: Hulpaanbod | undefined,
): Gevolg {
  if (eerder === undefined || eerder.stand === 'gesloten') return 'nieuw'
  // Help runs elsewhere, where nobody reads this; what threatens has a term of its own (Wgs art. 4 lid 2).
  if (eerder.stand === 'overgedragen' && signaal.dreiging !== undefined) return 'nieuw'
  if (eerder.stand !== 'afgewezen') return 'erbij'
  const isZelfde = eerder.signalen.some(({ bron }) => bron === signaal.bron)
  return isZelfde && signaal.dreiging === undefined ? 'eerder-nee' : 'nieuw'
}
