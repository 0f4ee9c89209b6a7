import type { PersoonId } from '../../../domain/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import {
  type Besluit,
  persoonVan,
  type Sessie,
  type Subject,
  soortVan,
  type Voor,
  type VoorKeuze,
} from '../../../toegang/index.ts'
import type { Inwonereis } from '../../toegangseis.ts'
import type { MijnBronnen } from './bronnen.ts'

/** Who is logged in, and for whom they act. Read anew for each request. */
export interface Wie {
  readonly token: string
  readonly sessie: Sessie
  readonly subject: Extract<Subject, { soort: 'inwoner' }>
  readonly voor: Voor
  /** About whom it is. */
  readonly persoon: PersoonId
  /** What the line on every page calls that person; absent for oneself, and where the register gave no name. */
  readonly naam: string | undefined
}

export async function leesWie({ toegang }: MijnBronnen, token: string): Promise<Wie | undefined> {
  const sessie = await toegang.sessies.vind(token)
  if (sessie === undefined || sessie.wie.soort !== 'inwoner') return undefined
  const subject = sessie.wie
  const voor = await losOp(toegang, subject.persoon, sessie.voor)
  // The mandate is gone altogether: nobody goes on as somebody else without knowing it.
  if (voor === undefined) return undefined
  const naam = 'naam' in sessie.voor ? sessie.voor.naam : undefined
  return { token, sessie, subject, voor, persoon: persoonVan(subject, voor), naam }
}

async function losOp(
  { machtigingen }: MijnBronnen['toegang'],
  persoon: PersoonId,
  keuze: VoorKeuze,
): Promise<Voor | undefined> {
  if (keuze.soort !== 'machtiging') return keuze
  const machtiging = await machtigingen.vind({ soort: 'persoon', persoon }, keuze.id)
  return machtiging && { soort: 'machtiging', machtiging }
}

/** The table of access decides, about the person they act for. */
export function beslisVoor(mijn: MijnBronnen, wie: Wie, eis: Inwonereis, nu: Date): Besluit {
  const voor: Voor = eis.alsZelf === true ? { soort: 'zelf' } : wie.voor
  const machtiging = voor.soort === 'machtiging' ? voor.machtiging : undefined
  const dienst = machtiging?.diensten[0]
  return mijn.toegang.beslis({
    subject: wie.subject,
    voor,
    handeling: eis.handeling,
    voorwerp: {
      soort: eis.voorwerp,
      eigenaar: persoonVan(wie.subject, voor),
      // Seen for what the mandate is for: its own organisation and service.
      ...(machtiging && { organisatie: machtiging.organisatie }),
      ...(dienst !== undefined && { dienst }),
    },
    doel: eis.doel,
    nu,
    vandaag: datumOp(nu, 'Europe/Amsterdam'),
  })
}

/** May this be done as well, on a page that is open already? */
export function mag(mijn: MijnBronnen, wie: Wie, eis: Inwonereis, nu: Date): boolean {
  return beslisVoor(mijn, wie, eis, nu).mag
}

/** Who does it, for the record: the one who is logged in, and in which capacity. */
export function handelende({ subject, voor }: Pick<Wie, 'subject' | 'voor'>) {
  const als = soortVan(voor)
  return {
    soort: 'inwoner',
    persoon: subject.persoon,
    ...(als !== 'zelf' && { alsVertegenwoordiger: als }),
    ...(subject.metHelper === true && { metHelper: true }),
  } as const
}
