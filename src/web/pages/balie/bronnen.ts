import type { Afspraken, NaamlozeAfspraken } from '../../../afspraken/index.ts'
import type { Verwerking } from '../../../corpus/index.ts'
import type { Hulpbehoeften, Registers, Zoekregister } from '../../../inwoner/index.ts'
import type { Herstelwerk } from '../../../kanalen/index.ts'
import type { Kennismeldingen } from '../../../kennis/index.ts'
import type { Belafspraken, Gids, Lijncijferbron, Naspeler } from '../../../lijnen/index.ts'
import type {
  Campagnes,
  Gebruikslopen,
  Hulpaanbiedingen,
  Lijstvragen,
  Vergelijkingen,
} from '../../../proactief/index.ts'
import type { Organisatielogins, Toegang } from '../../../toegang/index.ts'
import type { Bronnenbeheer, Zaaksignalen, Zaken } from '../../../zaken/index.ts'
import type { Kanaalbronnen } from '../kanalen/bronnen.ts'

/** What the pages of professionals need. Absent in an installation where none can log in. */
export interface BalieBronnen {
  readonly toegang: Pick<
    Toegang,
    'audit' | 'beslis' | 'doelenVoor' | 'gronden' | 'machtigingen' | 'sessies' | 'toezicht'
  >
  readonly logins: Organisatielogins
  readonly registers: Registers
  readonly kanalen: Kanaalbronnen
  readonly zoekregister: Zoekregister
  /** Calls and letters that people make by hand. */
  readonly herstelwerk?: Herstelwerk | undefined
  /** What people need to be helped well. */
  readonly hulpbehoeften?: Hulpbehoeften | undefined
  /** Offers of help after arrears. */
  readonly hulpaanbiedingen?: Hulpaanbiedingen | undefined
  /** Absent where none are made. */
  readonly afspraken?: Afspraken | undefined
  /** Times agreed with other organisations. */
  readonly belafspraken?: Belafspraken | undefined
  /** Of whoever walks in, and of nobody; absent where none are made. */
  readonly naamloos?: NaamlozeAfspraken | undefined
  /** «Dit klopt niet» about what colleagues read; absent where nobody can say so. */
  readonly kennismeldingen?: Kennismeldingen | undefined
  /** The guide of direct lines; absent where there is none. */
  readonly gids?: Gids | undefined
  /** Plays calls for the model; absent where only the formulas are there. */
  /** Use and non-use of a made-up population, campaigns, and the question before a list; absent where nothing runs. */
  readonly gebruik?: Gebruikbronnen | undefined
  /** How lines run; absent where nothing is counted. */
  readonly lijncijfers?: Lijncijferbron | undefined
  readonly naspeler?: Naspeler | undefined
  /** Works out what a changed law would do. */
  readonly vergelijkloper?: Vergelijkingen | undefined
  /** Absent where no organisation is asked for cases. */
  readonly zaken?: Zaken | undefined
  /** Cases of their organisation that take too long. */
  readonly zaaksignalen?: Pick<Zaaksignalen, 'open'> | undefined
  /** The register of processing activities, in words. */
  readonly verwerkingen: () => ReadonlyMap<string, Verwerking>
  /** Connections to case registers; absent where there are none. */
  readonly aansluitingen?: Bronnenbeheer | undefined
}

export interface Gebruikbronnen {
  readonly loper: Gebruikslopen
  readonly campagnes: Campagnes
  readonly lijstvragen: Lijstvragen
}
