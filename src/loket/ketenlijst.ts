/** Cases of an organisation, a page at a time, as they are without a word of anybody. */
import type { Audit } from '../audit/index.ts'
import { beslis } from '../toegang/index.ts'
import { speelAf } from './evolve.ts'
import { type Herkomst, herkomstVan } from './herkomst.ts'
import type { KetenlijstStore, Lijstplek, Lijstvraag } from './ketenlijst-store.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import type { Loketvrager } from './loket.ts'
import { feitenVan, kijkerVan, magVan, type Toegangsdelen, vandaag } from './vrager.ts'
import { type Gelezen, vervangVerwijzingen } from './woorden.ts'
import { zicht } from './zicht.ts'
import type { Zicht } from './zicht-vorm.ts'

/** What somebody sees of a case, with every text left out; that it was read stands on no record of a person. */
export interface Ketenschets {
  readonly zicht: Zicht<Gelezen>
  readonly herkomst: Herkomst
}

export interface Ketenlijst {
  readonly zoek: (
    vrager: Loketvrager,
    vraag: Lijstvraag,
  ) => Promise<{
    readonly aantal: number
    readonly zaken: readonly Ketenschets[]
    /** Where the next page goes on. */
    readonly laatste?: Lijstplek
  }>
  /** Cases with an id between these, as far as they take part. */
  readonly tussen: (vrager: Loketvrager, van: string, tot: string) => Promise<readonly string[]>
  readonly vanOpdracht: (vrager: Loketvrager, opdracht: string) => Promise<readonly string[]>
}

export interface Lijstdelen extends Toegangsdelen {
  readonly store: Pick<KetenzaakStore, 'laad'>
  readonly lijst: KetenlijstStore
  readonly audit: Pick<Audit, 'schrijf'>
}

export function createKetenlijst(delen: Lijstdelen): Ketenlijst {
  const { lijst, audit, nu } = delen
  return {
    async zoek(vrager, vraag) {
      const lezer = medewerkerVan(delen, vrager)
      if (lezer === undefined) return { aantal: 0, zaken: [] }
      const { organisatie, medewerker } = lezer
      const { zaken, ...rest } = await lijst.lijst(lezer, vraag)
      // One line for the page: who asked, and how many numbers they got.
      await audit.schrijf({
        onderwerp: `organisatie:${organisatie}`,
        soort: 'ketenlijst-gelezen',
        tijd: nu(),
        codes: { medewerker, aantal: zaken.length },
      })
      const schetsen = await Promise.all(zaken.map((id) => schets(delen, vrager, id)))
      return { ...rest, zaken: schetsen.filter((een) => een !== undefined) }
    },

    async tussen(vrager, van, tot) {
      const lezer = medewerkerVan(delen, vrager)
      return lezer === undefined ? [] : lijst.tussen(lezer, van, tot)
    },

    async vanOpdracht(vrager, opdracht) {
      const lezer = medewerkerVan(delen, vrager)
      return lezer === undefined ? [] : lijst.vanOpdracht(lezer, opdracht)
    },
  }
}

/** Numbers of their own organisation: the same line of the table as of a list of work. */
function medewerkerVan({ register, nu }: Lijstdelen, { subject, voor }: Loketvrager) {
  if (subject.soort !== 'medewerker') return undefined
  const { soort, organisatie, medewerker } = subject
  const voorwerp = { soort: 'ketenwerk', organisatie } as const
  const vraag = { subject, voor, voorwerp, handeling: 'bekijken', nu: nu(), vandaag: vandaag(nu()) } as const
  return beslis(register(), vraag).mag ? { soort, organisatie, medewerker } : undefined
}

async function schets(
  delen: Lijstdelen,
  vrager: Loketvrager,
  ketenzaak: string,
): Promise<Ketenschets | undefined> {
  const kijker = kijkerVan(vrager)
  if (kijker?.soort !== 'medewerker') return undefined
  const { organisatie, medewerker } = kijker
  const { voorvallen } = await delen.store.laad({ soort: 'medewerker', organisatie, medewerker }, ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (stand === undefined || !magVan(delen, vrager, 'bekijken', feitenVan(stand))) return undefined
  const ziet = zicht(stand, kijker, delen.nu())
  if (ziet === undefined) return undefined
  return {
    // The same view: every reference became nothing.
    zicht: vervangVerwijzingen(ziet, () => undefined) as Zicht<Gelezen>,
    herkomst: herkomstVan(ziet, voorvallen),
  }
}
