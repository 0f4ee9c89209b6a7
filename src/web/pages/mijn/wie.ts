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
  type Weigering,
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
  const subject = sessie.helper === undefined ? sessie.wie : { ...sessie.wie, metHelper: true }
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
  if (keuze.soort === 'kind') return kindVan(keuze)
  if (keuze.soort !== 'machtiging') return keuze
  const machtiging = await machtigingen.vind({ soort: 'persoon', persoon }, keuze.id)
  if (machtiging === undefined) return undefined
  // A mandate for one service is chosen with it; of several one was chosen, or none yet and then none holds.
  const [eerste, ...meer] = machtiging.diensten
  const dienst = keuze.dienst ?? (meer.length === 0 ? eerste : undefined)
  return { soort: 'machtiging', machtiging, ...(dienst !== undefined && { dienst }) }
}

/** A choice from before it was kept when the register was asked is too old. */
function kindVan(keuze: Extract<VoorKeuze, { soort: 'kind' }>): Voor {
  const { naam: _, gezagOp, ...kind } = keuze
  return { ...kind, gezagOp: new Date(gezagOp ?? 0) }
}

/** The same person, for a child of which the register said a moment ago that they have custody. */
export function metKeuze(wie: Wie, keuze: Extract<VoorKeuze, { soort: 'kind' }>): Wie {
  return { ...wie, sessie: { ...wie.sessie, voor: keuze }, voor: kindVan(keuze), naam: keuze.naam }
}

/** The table of access decides, about the person they act for. */
export function beslisVoor(mijn: MijnBronnen, wie: Wie, eis: Inwonereis, nu: Date): Besluit {
  const voor: Voor = eis.alsZelf === true ? { soort: 'zelf' } : wie.voor
  return mijn.toegang.beslis({
    subject: wie.subject,
    voor,
    handeling: eis.handeling,
    voorwerp: {
      soort: eis.voorwerp,
      eigenaar: persoonVan(wie.subject, voor),
      // Seen for what it was chosen for: one organisation and service of a mandate, one branch of a company.
      ...(voor.soort === 'machtiging' && waarvoorVan(voor)),
      ...(voor.soort === 'bedrijf' && voor.vestiging !== undefined && { vestiging: voor.vestiging }),
    },
    doel: eis.doel,
    nu,
    vandaag: datumOp(nu, 'Europe/Amsterdam'),
  })
}

/** One organisation, and one of its services when that was chosen. */
export function waarvoorVan({ machtiging, dienst }: Extract<Voor, { soort: 'machtiging' }>) {
  return { organisatie: machtiging.organisatie, ...(dienst !== undefined && { dienst }) }
}

/** May this be done as well, on a page that is open already? */
export function mag(mijn: MijnBronnen, wie: Wie, eis: Inwonereis, nu: Date): boolean {
  return beslisVoor(mijn, wie, eis, nu).mag
}

/** What is asked, or said, behind a link: a link that is not there would say it as well. */
const daarGevraagd: ReadonlySet<string> = new Set<Weigering>([
  'gezag-te-oud',
  'geheim-niet-gevraagd',
  'kind-is-afgeschermd',
])

/** May a link or a button to it stand on a page? As `mag`, but who has to be asked after behind it is asked there. */
export function magHeen(mijn: MijnBronnen, wie: Wie, eis: Inwonereis, nu: Date): boolean {
  const besluit = beslisVoor(mijn, wie, eis, nu)
  return besluit.mag || daarGevraagd.has(besluit.reden)
}

/** Who does it, for the record: the one who is logged in, and in which capacity. */
export function handelende({ subject, voor }: Pick<Wie, 'subject' | 'voor'>) {
  const als = soortVan(voor)
  return {
    soort: 'inwoner',
    persoon: subject.persoon,
    ...(als !== 'zelf' && { alsVertegenwoordiger: als }),
    ...(voor.soort === 'machtiging' && { waarvoor: waarvoorVan(voor) }),
    ...(voor.soort === 'bedrijf' && voor.vestiging !== undefined && { vestiging: voor.vestiging }),
    ...(subject.metHelper === true && { metHelper: true }),
  } as const
}
