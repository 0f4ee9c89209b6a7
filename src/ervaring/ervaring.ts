import type { OrganisatieId, Toeval } from '../domain/index.ts'
import { datumOp, plusDagen } from '../kalender/index.ts'
import type { ErvaringStore } from './ervaring-store.ts'
import { vindStap } from './reizen.ts'
import { maakSchoon } from './schoon.ts'
import { leesStempel, maakStempel } from './stempel.ts'
import type { Gelukt, Kanaal, Plek, Reden, Soort, Taal, Telling, Zin } from './telling.ts'

/** How somebody came by their answer. */
export interface Via {
  readonly kanaal: Kanaal
  readonly taal: Taal
}

/** What came of a form: counted, sent before, or made too long ago or not by us. */
export type Uitslag = 'geteld' | 'al' | 'oud'

export interface Waarom {
  readonly reden?: Reden | undefined
  /** As it was written; what is kept of it goes through `maakSchoon`. */
  readonly tekst: string
}

export interface Ervaring extends Pick<ErvaringStore, 'weken' | 'zinnen' | 'organisaties'> {
  /** Something happened in a step. Costs no more than adding one. */
  tel(plek: Omit<Plek, 'dag'>, soort: Soort): void
  /** For a form of «Is dit gelukt?», or of «Wat ging er mis?» after that answer. */
  stempel(stap: string, organisatie: OrganisatieId | undefined, na?: Gelukt): string
  antwoord(stempel: string, antwoord: Gelukt, via: Via): Promise<Uitslag>
  waarom(stempel: string, waarom: Waarom, via: Via): Promise<Uitslag>
  /** What a professional says for somebody they helped; they have a form of their own, so no stamp. */
  noteer(plek: Omit<Plek, 'dag'>, antwoord: Gelukt, waarom: Waarom): void
  /** Which step and organisation a form is for, so that the page knows where it goes back to. */
  lees(
    stempel: string,
  ): { readonly stap: string; readonly organisatie?: OrganisatieId | undefined } | undefined
  /** Writes what was counted since the last time; what the database refuses is written later. */
  schrijf(): Promise<void>
}

export interface ErvaringOnderdelen {
  readonly store: ErvaringStore
  readonly sleutel: Buffer
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** Named limit: so many different sentences wait in memory for the database; what comes on top is counted, not kept. */
const HOOGSTENS_WACHTEND = 500

/** Counts in memory and writes from time to time, in one order, so that a row does not say when it came. */
export function openErvaring({ store, sleutel, nu, toeval }: ErvaringOnderdelen): Ervaring {
  let tellingen = new Map<string, Telling>()
  let zinnen = new Map<string, Zin>()
  const vandaag = () => datumOp(nu(), 'Europe/Amsterdam')

  /** With its day, and without an organisation when there is none: one way to say a thing. */
  const opDag = ({ organisatie, ...rest }: Omit<Plek, 'dag'>): Plek => ({
    ...rest,
    dag: vandaag(),
    ...(organisatie !== undefined && { organisatie }),
  })
  const tel: Ervaring['tel'] = (plek, soort) => {
    if (vindStap(plek.stap) === undefined) return
    telBij(tellingen, { ...opDag(plek), soort, aantal: 1 })
  }
  const bewaarZin = (zin: Zin): void => {
    if (zinnen.size < HOOGSTENS_WACHTEND || zinnen.has(sleutelVan(zin))) telBij(zinnen, zin)
  }
  const telWaarom = (plek: Omit<Plek, 'dag'>, antwoord: Gelukt, { reden, tekst }: Waarom): void => {
    if (reden !== undefined) tel(plek, `reden-${reden}`)
    const schoon = maakSchoon(tekst)
    if (schoon !== undefined)
      bewaarZin({ ...opDag(plek), antwoord, ...(reden && { reden }), tekst: schoon, aantal: 1 })
  }
  const leesVandaag = (tekst: string) => {
    const dag = vandaag()
    return leesStempel(sleutel, tekst, { vandaag: dag, gisteren: plusDagen(dag, -1) })
  }
  /** A form counts once: it is used up before anything is added. */
  const verbruik = async (tekst: string, isWaarom: boolean) => {
    const gelezen = leesVandaag(tekst)
    if (gelezen.status !== 'ok' || (gelezen.stempel.na !== undefined) !== isWaarom) return 'oud'
    const isNieuw = await store.verbruik(gelezen.merk, gelezen.stempel.dag)
    return isNieuw ? gelezen.stempel : 'al'
  }

  return {
    tel,
    stempel: (stap, organisatie, na) =>
      maakStempel(sleutel, { stap, organisatie, na, dag: vandaag() }, toeval),
    lees: (tekst) => {
      const gelezen = leesVandaag(tekst)
      return gelezen.status === 'ok' ? gelezen.stempel : undefined
    },
    antwoord: async (tekst, antwoord, via) => {
      const stempel = await verbruik(tekst, false)
      if (typeof stempel === 'string') return stempel
      tel({ stap: stempel.stap, organisatie: stempel.organisatie, ...via }, `antwoord-${antwoord}`)
      return 'geteld'
    },
    waarom: async (tekst, waarom, via) => {
      const stempel = await verbruik(tekst, true)
      if (typeof stempel === 'string') return stempel
      const { stap, organisatie, na = 'nee' } = stempel
      telWaarom({ stap, organisatie, ...via }, na, waarom)
      return 'geteld'
    },
    noteer: (plek, antwoord, waarom) => {
      tel(plek, `antwoord-${antwoord}`)
      if (antwoord !== 'ja') telWaarom(plek, antwoord, waarom)
    },
    schrijf: async () => {
      if (tellingen.size + zinnen.size === 0) return
      const [eerder, eerdereZinnen] = [tellingen, zinnen]
      tellingen = new Map()
      zinnen = new Map()
      try {
        await store.schrijf(opVolgorde(eerder), opVolgorde(eerdereZinnen))
      } catch (fout) {
        for (const een of eerder.values()) telBij(tellingen, een)
        for (const een of eerdereZinnen.values()) bewaarZin(een)
        throw fout
      }
    },
    weken: store.weken,
    zinnen: store.zinnen,
    organisaties: store.organisaties,
  }
}

function telBij<T extends Telling | Zin>(bij: Map<string, T>, een: T): void {
  const sleutel = sleutelVan(een)
  const was = bij.get(sleutel)
  bij.set(sleutel, was === undefined ? een : { ...was, aantal: was.aantal + een.aantal })
}

function sleutelVan(een: Telling | Zin): string {
  const { dag, stap, kanaal, taal, organisatie = '' } = een
  const eigen = 'soort' in een ? [een.soort] : [een.antwoord, een.reden ?? '', een.tekst]
  return JSON.stringify([dag, stap, kanaal, taal, organisatie, ...eigen])
}

/** By what they are, never by when they came; also the order in which all nodes write, so that none waits in a circle. */
function opVolgorde<T>(van: ReadonlyMap<string, T>): readonly T[] {
  return [...van].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, een]) => een)
}
