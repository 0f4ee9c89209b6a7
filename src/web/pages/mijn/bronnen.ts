import type { Afspraken } from '../../../afspraken/index.ts'
import type { Controlecodes } from '../../../afzender/index.ts'
import type { Verwerking } from '../../../corpus/index.ts'
import type { Hulpbehoeften, Registers, TerugmeldOnderdelen } from '../../../inwoner/index.ts'
import type { Berichten, Postbus } from '../../../kanalen/index.ts'
import type { Hulpaanbiedingen } from '../../../proactief/index.ts'
import type { Inlogdienst, Toegang } from '../../../toegang/index.ts'
import type { Portalen, Zaken } from '../../../zaken/index.ts'
import type { Kanaalbronnen } from '../kanalen/bronnen.ts'

/** What the pages of a resident need. Absent in an installation where nobody can log in. */
export interface MijnBronnen {
  readonly toegang: Pick<
    Toegang,
    'aanbiedingen' | 'audit' | 'beslis' | 'leesInzage' | 'leesKeuzes' | 'leesKop' | 'machtigingen' | 'sessies'
  > & { readonly kluis: Pick<Toegang['kluis'], 'toonNummers'> }
  readonly berichten: Berichten
  readonly postbus: Postbus
  readonly kanalen: Kanaalbronnen
  /** Absent where nothing is signed: then no message shows a code. */
  readonly codes?: Pick<Controlecodes, 'maakControlecodes'> | undefined
  readonly inlog: Inlogdienst
  readonly registers: Registers
  /** What people need to be helped well. */
  readonly hulpbehoeften?: Hulpbehoeften | undefined
  /** Offers of help after arrears. */
  readonly hulpaanbiedingen?: Hulpaanbiedingen | undefined
  /** Absent where none are made. */
  readonly afspraken?: Afspraken | undefined
  /** Absent where no organisation is asked for cases. */
  readonly zaken?: Zaken | undefined
  /** Other portals that residents may let show their cases; absent where cases are. */
  readonly portalen?: Pick<Portalen, 'alle' | 'toestemmingen' | 'geef' | 'trekIn'> | undefined
  readonly terugmelden: Omit<TerugmeldOnderdelen, 'verwerk'>
  /** The register of processing activities, in words. */
  readonly verwerkingen: () => ReadonlyMap<string, Verwerking>
  readonly toeval: (aantal: number) => Uint8Array
}
