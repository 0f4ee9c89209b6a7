import { parseOrganisatieId } from '../../../domain/index.ts'
import { beginVan, type Datum, eersteWerkdagVanaf, plusDagen } from '../../../kalender/index.ts'
import {
  type Gelezen,
  isAf,
  type Namenswijze,
  namenswijzen,
  type Opdracht,
  type Opdrachtsoort,
  type Stapeigenaar,
  type ZichtbareStap,
} from '../../../loket/index.ts'
import type { Keuze, Veldfout } from '../../ui/formulier.ts'
import type { Ketenscherm } from './scherm.ts'
import type { Ingevuld, Keuzegroep, Veld } from './velden.ts'
import { dagVan, deelnemernaam, eigenaarnaam, stapnaam } from './woorden.ts'

/** What a form does that is not `open`, an invitation or the clock: those have pages of their own. */
export type Vormopdracht = Exclude<
  Opdracht,
  { soort: 'open' | 'nodig-uit' | 'nodig-opnieuw-uit' | 'gebruik-uitnodiging' | 'klok' }
>
export type Uitnodiging = Extract<Opdracht, { soort: 'nodig-uit' | 'nodig-opnieuw-uit' }>

/** What is done, and what else is written down with it. */
export interface Gedaan {
  readonly opdracht: Vormopdracht
  readonly daarna?: Extract<Vormopdracht, { soort: 'voeg-toe' }>
  /** What is done outside the case, before it is written down in it; twice for one command is once. */
  readonly eerst?: (opdracht: string) => Promise<void>
}

/** One form of a chain case: a row of a table; all of them are shown and sent in the same way (`doe.ts`). */
export interface Vorm {
  /** Which command it gives: only who can give it gets the form. */
  readonly kan: readonly Opdrachtsoort[]
  readonly velden: (scherm: Ketenscherm, over: string) => readonly Veld[]
  readonly maak: (in_: Ingevuld, scherm: Ketenscherm, over: string) => Gedaan | Veldfout
  /** Whether there is such a thing to do it to; absent: it is about nothing in particular. */
  readonly bestaat?: (scherm: Ketenscherm, over: string) => boolean
  /** What it does is made of the words of the case. */
  readonly leestWoorden?: true
  /** Ends something for others: the button looks like it. */
  readonly isEinde?: true
}

/** How the resident said what is written down for them. */
export const namensveld = (scherm: Ketenscherm): Veld => ({
  ...{ soort: 'keuze', naam: 'namens', label: 'loket.veld.namens' },
  opties: keuzesVan(scherm, 'ja', namenswijzen),
})

export const namensUit = (in_: Ingevuld): { readonly namens: Namenswijze } => ({
  namens: kiesUit(namenswijzen, in_.tekst('namens')) ?? 'balie',
})

export const w = (woorden: string) => ({ woorden })
export const doe = (opdracht: Vormopdracht): Gedaan => ({ opdracht })

/** A reason that always has to be given. */
export const reden: Veld = { soort: 'tekst', naam: 'reden' }

export function keuzesVan(
  { verzoek }: Ketenscherm,
  voor: string,
  waarden: readonly string[],
): readonly Keuze[] {
  return waarden.map((waarde) => ({ waarde, tekst: verzoek.context.spraak.t(`loket.${voor}.${waarde}`) }))
}

export function kiesUit<T extends string>(waarden: readonly T[], waarde: string): T | undefined {
  return waarden.find((een) => een === waarde)
}

/** The end of the last day on which it holds. */
export function eindeVan(dag: Datum | undefined): Date {
  return beginVan(plusDagen(dag ?? ('1970-01-01' as Datum), 1), 'Europe/Amsterdam')
}

export function overDagen({ verzoek }: Pick<Ketenscherm, 'verzoek'>, dagen: number): Datum {
  return plusDagen(dagVan(verzoek.nu), dagen)
}

/** A last day for a step that nobody changed: the first working day from there. */
export function werkdagOver(scherm: Pick<Ketenscherm, 'verzoek'>, dagen: number): Datum {
  return eersteWerkdagVanaf(overDagen(scherm, dagen))
}

export function vindStap({ beeld }: Ketenscherm, over: string): ZichtbareStap<Gelezen> | undefined {
  return beeld.zicht.stappen.find(({ stap, isAfgeschermd }) => stap === over && !isAfgeschermd)
}

export function isOpen(scherm: Ketenscherm, over: string): boolean {
  const stap = vindStap(scherm, over)
  return stap !== undefined && !isAf(stap.stand)
}

/** Steps that something can wait for: all that are not done, but itself. */
export function openStappen(scherm: Ketenscherm, zonder?: string): readonly Keuze[] {
  return scherm.beeld.zicht.stappen
    .filter(({ stap, stand }) => stap !== zonder && !isAf(stand))
    .map(({ stap }) => ({ waarde: stap, tekst: stapnaam(scherm, stap) }))
}

/** Whose a step can be: the resident, who takes part already, and any other body of government. */
export function eigenaarkeuze(scherm: Ketenscherm): readonly Keuzegroep[] {
  const { zicht } = scherm.beeld
  const { t } = scherm.verzoek.context.spraak
  const { organisatie } = zicht.regie
  const deelnemers = zicht.deelnemers.flatMap((een): Keuze[] => {
    const { wie } = een
    if (wie.soort === 'organisatie' && wie.organisatie === organisatie) return []
    const waarde = wie.soort === 'organisatie' ? `o:${wie.organisatie}` : `p:${een.id}`
    return [{ waarde, tekst: deelnemernaam(scherm, een) }]
  })
  const hier = [
    { waarde: `o:${organisatie}`, tekst: eigenaarnaam(scherm, { soort: 'organisatie', organisatie }) },
    ...deelnemers,
  ]
  return [
    { opties: [{ waarde: 'inwoner', tekst: t('loket.wie.inwoner') }] },
    { kop: t('loket.kop.deelnemers'), opties: hier },
    { kop: t('loket.kop.overheid'), opties: overheden(scherm, hier, 'o:') },
  ]
}

export function overheden(
  { verzoek }: Pick<Ketenscherm, 'verzoek'>,
  zonder: readonly Keuze[] = [],
  voor = '',
): readonly Keuze[] {
  const al = new Set(zonder.map(({ waarde }) => waarde))
  return [...verzoek.beeld.organisaties.values()]
    .filter(({ id, overheid, noem }) => overheid && noem === undefined && !al.has(`${voor}${id}`))
    .map(({ id, naam }) => ({ waarde: `${voor}${id}`, tekst: naam }))
    .toSorted((a, b) => a.tekst.localeCompare(b.tekst, 'nl'))
}

/** The same, with who would see it first; of the others it is said before somebody chooses. */
export function overhedenInGroepen(scherm: Ketenscherm): readonly Keuzegroep[] {
  const opties = overheden(scherm)
  const { bereikt } = scherm
  if (bereikt === undefined) return [{ opties }]
  const { t } = scherm.verzoek.context.spraak
  const ziet = ({ waarde }: Keuze) => {
    const id = parseOrganisatieId(waarde)
    return id !== undefined && bereikt(id)
  }
  const [wel, niet] = [opties.filter(ziet), opties.filter((een) => !ziet(een))]
  return [
    ...(wel.length > 0 ? [{ kop: t('loket.kop.bereikt'), opties: wel }] : []),
    ...(niet.length > 0 ? [{ kop: t('loket.kop.niet_bereikt'), opties: niet }] : []),
  ]
}

export function leesEigenaar(waarde: string): Stapeigenaar | undefined {
  const [soort, id = ''] = waarde.split(/:(.*)/)
  if (waarde === 'inwoner') return { soort: 'inwoner' }
  if (soort === 'p') return { soort: 'partij', deelnemer: id }
  const organisatie = soort === 'o' ? parseOrganisatieId(id) : undefined
  return organisatie && { soort: 'organisatie', organisatie }
}

export function eigenaarwaarde(wie: Stapeigenaar): string {
  if (wie.soort === 'inwoner') return 'inwoner'
  return wie.soort === 'organisatie' ? `o:${wie.organisatie}` : `p:${wie.deelnemer}`
}
