/** Who is at the door of a case: as whom rows are read, whether they may, and what is written of it. */
import type { Handelende, Verwerkingsregister } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import { datumOp } from '../kalender/index.ts'
import {
  beslis,
  type Handeling,
  handelendeInKeten,
  persoonVan,
  rolVoor,
  type Subject,
  soortVan,
} from '../toegang/index.ts'
import { opschaalfuncties } from './begrippen.ts'
import { ketenDoel } from './doel.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { Ketenlezer } from './ketenzaak-store.ts'
import { organisatiesIn } from './leesbeeld.ts'
import type { Loketvrager } from './loket.ts'
import type { Kijker } from './zicht-vorm.ts'

/** What deciding about access needs of the world. */
export interface Toegangsdelen {
  readonly register: () => Verwerkingsregister
  readonly nu: () => Date
}

export const vandaag = (moment: Date) => datumOp(moment, 'Europe/Amsterdam')

export function functiesVan({ rollen }: Extract<Subject, { soort: 'medewerker' }>) {
  return opschaalfuncties.filter((functie) => rollen.includes(functie))
}

/** As whom they look; nobody for who is no party to any case. */
export function kijkerVan({ subject }: Loketvrager): Kijker | undefined {
  switch (subject.soort) {
    case 'inwoner':
      return { soort: 'inwoner' }
    case 'medewerker': {
      const { organisatie, medewerker } = subject
      return { soort: 'medewerker', organisatie, medewerker, functies: functiesVan(subject) }
    }
    case 'genodigde':
      return { soort: 'genodigde', deelnemer: subject.deelnemer }
    default:
      return undefined
  }
}

export function lezerVan({ subject, voor }: Loketvrager): Ketenlezer {
  if (subject.soort === 'inwoner') return { soort: 'persoon', persoon: persoonVan(subject, voor) }
  if (subject.soort !== 'medewerker') return { soort: 'taak' }
  const { soort, organisatie, medewerker } = subject
  return { soort, organisatie, medewerker }
}

interface Voorwerpfeiten {
  readonly eigenaar?: PersoonId
  readonly organisatie?: OrganisatieId
  readonly ketenzaak?: string
  readonly deelnemers?: readonly OrganisatieId[]
}

export function magVan(
  { register, nu }: Toegangsdelen,
  { subject, voor }: Loketvrager,
  handeling: Handeling,
  feiten: Voorwerpfeiten,
): boolean {
  const voorwerp = { soort: 'ketenzaak', ...feiten } as const
  const vraag = { subject, voor, handeling, voorwerp, doel: ketenDoel, nu: nu(), vandaag: vandaag(nu()) }
  return beslis(register(), vraag).mag
}

export function feitenVan(stand: Ketenzaak): Voorwerpfeiten {
  const persoon = persoonIn(stand)
  return {
    ketenzaak: stand.id,
    organisatie: stand.regie.organisatie,
    deelnemers: organisatiesIn(stand),
    ...(persoon !== undefined && { eigenaar: persoon }),
  }
}

export const persoonIn = ({ betrokkene }: Pick<Ketenzaak, 'betrokkene'>): PersoonId | undefined =>
  betrokkene.soort === 'persoon' ? betrokkene.persoon : undefined

export function verwerking(
  { register }: Toegangsdelen,
  vrager: Loketvrager,
  persoon: PersoonId,
  nummer: string,
) {
  const gegevens = ['ketenvraag', 'ketenplan', 'ketenberichten']
  return { doel: ketenDoel, gegevens, betrokkenen: [persoon], door: handelende(register(), vrager, nummer) }
}

function handelende(
  register: Verwerkingsregister,
  { subject, voor }: Loketvrager,
  nummer: string,
): Handelende {
  if (subject.soort === 'inwoner')
    return {
      soort: 'inwoner',
      persoon: subject.persoon,
      ...(voor.soort !== 'zelf' && { alsVertegenwoordiger: soortVan(voor) }),
      ...(subject.metHelper === true && { metHelper: true }),
    }
  if (subject.soort !== 'medewerker') return { soort: 'taak', taak: 'loket-genodigde' }
  const rol = rolVoor(register.vind(ketenDoel)?.rollen ?? [], subject.rollen)
  return handelendeInKeten(subject, { rol: rol ?? '', nummer })
}
