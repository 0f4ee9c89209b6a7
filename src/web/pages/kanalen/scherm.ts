import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import type { Voorkeurbeeld, Voorkeurhouder } from '../../../kanalen/index.ts'
import type { Html } from '../../../platform/index.ts'
import { type AdresDelen, adres, type Routenaam } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { Meelezer } from '../mijn/bericht-doorsturen.ts'
import type { Kanaalbronnen } from './bronnen.ts'

export type Plek =
  | 'toon'
  | 'kies'
  | 'verklaar'
  | 'terug'
  | 'soorten'
  | 'organisaties'
  | 'wensen'
  | 'wensenZet'
  | 'print'

const routenaam = {
  mijn: {
    toon: 'kanalen',
    kies: 'kanalenKies',
    verklaar: 'kanalenVerklaar',
    terug: 'kanalenTerug',
    soorten: 'kanalenSoorten',
    organisaties: 'kanalenOrganisaties',
    wensen: 'kanalenWensen',
    wensenZet: 'kanalenWensenZet',
    print: 'kanalenPrint',
  },
  balie: {
    toon: 'balieKanalen',
    kies: 'balieKanalenKies',
    verklaar: 'balieKanalenVerklaar',
    terug: 'balieKanalenTerug',
    soorten: 'balieKanalenSoorten',
    organisaties: 'balieKanalenOrganisaties',
    wensen: 'balieKanalenWensen',
    wensenZet: 'balieKanalenWensenZet',
    print: 'balieKanalenPrint',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Plek, Routenaam>>>>

export interface Paginadelen {
  readonly titel: string
  readonly inhoud: Html
  readonly isFout?: boolean
  readonly melding?: string | undefined
  /** The page above this one is the overview; without it this is the overview. */
  readonly isOnder?: boolean
  /** On paper nothing stands around it. */
  readonly isBrief?: boolean
}

/**
 * Where somebody says how they want to be reached: they themselves, or a professional for them at a desk or on the
 * phone. Both get the same parts; only addresses, and who wrote it down, differ.
 */
export interface Kanaalscherm {
  readonly verzoek: Verzoek
  readonly kant: 'mijn' | 'balie'
  readonly houder: Voorkeurhouder
  readonly bronnen: Kanaalbronnen
  /** On the record first, then done. */
  readonly als: <T>(fn: (bewijs: Verwerkingsbewijs) => Promise<T>) => Promise<T>
  /** In each form: under which ground it was made. */
  readonly verborgen: Html | undefined
  /** A professional who does not hear it from them writes nothing down. */
  readonly kanVastleggen: boolean
  /** Who may read along; absent where that is not for whoever looks. */
  readonly meelezers: (() => Promise<readonly Meelezer[]>) | undefined
  readonly pagina: (delen: Paginadelen) => string
}

export function plekAdres(
  { verzoek, kant }: Pick<Kanaalscherm, 'verzoek' | 'kant'>,
  plek: Plek,
  delen: AdresDelen = {},
): string {
  return adres(verzoek.context.taal, routenaam[kant][plek], delen)
}

export function leesBeeld({ als, bronnen, houder }: Kanaalscherm): Promise<Voorkeurbeeld> {
  return als((bewijs) => bronnen.voorkeuren.haal(houder, bewijs))
}
