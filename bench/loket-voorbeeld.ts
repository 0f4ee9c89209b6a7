/**
 * Chain cases to make a million of: by real commands, on a real database. Every id in them ends in the same twelve
 * digits, so that a copy is the same text with other digits (`loket-laden.ts`).
 */
import { randomBytes } from 'node:crypto'
import { openAudit, openSleutelring, type Sleutelring, type Verwerkingsregister } from '../src/audit/index.ts'
import { maakPersoonId, type OrganisatieId, type PersoonId, parseOrganisatieId } from '../src/domain/index.ts'
import { datumOp, plusDagen } from '../src/kalender/index.ts'
import {
  createConcepten,
  createLoket,
  type Loket,
  type Loketvrager,
  type Opdracht,
} from '../src/loket/index.ts'
import { bewijsOpslag } from '../src/store/bewijs.ts'
import { conceptOpslag, ketenwerkOpslag, ketenzaakOpslag, type Opslag } from '../src/store/index.ts'

/** The last digits of every id of an example; nothing else in it looks like them. */
export const MERK = 'c0ffee5afe00'
/** Whose cases the examples are, and who does steps in them. */
export const REGIE = 'gemeente-GM0363'
const anderen = ['svb', 'uwv', 'duo', 'belastingdienst', 'cjib'].map(organisatie)
export const STAPPEN = 10
/** So many different ones: other terms, and other organisations. */
export const VOORBEELDEN = 20

export interface Huis {
  readonly loket: Loket
  readonly ring: Sleutelring
  readonly vragerVan: (organisatie: OrganisatieId, medewerker: string, over?: PersoonId) => Loketvrager
}

export interface Huisopties {
  readonly register: Verwerkingsregister
  readonly isOverheid: (wie: OrganisatieId) => boolean
  readonly sleutel: string
  readonly nu: () => Date
  readonly toeval?: (aantal: number) => Uint8Array
  readonly meld?: Parameters<typeof createLoket>[0]['meld']
}

export function organisatie(naam: string): OrganisatieId {
  const gelezen = parseOrganisatieId(naam)
  if (gelezen === undefined) throw new Error(`geen organisatie: ${naam}`)
  return gelezen
}

/** The use cases as the program puts them together, without pages. */
export function openHuis(
  opslag: Pick<Opslag, 'databank' | 'bewijs'>,
  { sleutel, register, isOverheid, nu, toeval = randomBytes, meld = async () => {} }: Huisopties,
): Huis {
  const ring = openSleutelring(() => [sleutel])
  const audit = openAudit({
    store: bewijsOpslag(opslag),
    register: () => register,
    ring,
    nu,
    toeval: randomBytes,
    registerUri: 'https://voordeur.example/verwerkingen',
  })
  const loket = createLoket({
    ...{ store: ketenzaakOpslag(opslag.databank), werk: ketenwerkOpslag(opslag.databank) },
    ...{ audit, ring, nu, toeval, meld },
    concepten: createConcepten({ store: conceptOpslag(opslag.databank), ring, nu, toeval }),
    register: () => register,
    isOverheid,
    ontvangers: () => [],
    source: 'https://voordeur.example/ketenzaken',
    meldFout: (_ketenzaak, fout) => {
      throw fout
    },
  })
  return {
    loket,
    ring,
    vragerVan: (wie, medewerker, over) => ({
      subject: {
        ...({ soort: 'medewerker', medewerker, organisatie: wie } as const),
        ...{ rollen: ['balie', 'behandelaar', 'coordinator', 'doorbreker'], doelen: ['ketenzaak'] },
        ...(over && { grond: { doel: 'inwoner-helpen', persoon: over, gesteldOp: nu() } }),
      },
      voor: { soort: 'zelf' },
    }),
  }
}

/** Random, and with the mark at the end: an id made of it ends in the mark. */
export function gemerkt(aantal: number): Uint8Array {
  const bytes = randomBytes(aantal)
  if (aantal === 16) bytes.set(Buffer.from(MERK, 'hex'), 10)
  return bytes
}

const w = (woorden: string) => ({ woorden })

export interface Voorbeeld {
  readonly ketenzaak: string
  readonly persoon: PersoonId
}

/** One case: opened at a desk with ten steps over three organisations, and a few things done in it since. */
export async function maakVoorbeeld({ loket, vragerVan }: Huis, nr: number, nu: Date): Promise<Voorbeeld> {
  const ik = maakPersoonId(nu, gemerkt)
  const regie = organisatie(REGIE)
  const [een = regie, ander = regie] = [anderen[nr % 5], anderen[(nr + 1 + (nr % 3)) % 5]]
  const bij = vragerVan(regie, 'm-1', ik)
  const ketenzaak = loket.nieuwId()
  const vandaag = datumOp(nu, 'Europe/Amsterdam')
  const ids = Array.from({ length: STAPPEN }, () => loket.nieuwId())
  const eigenaars = [een, regie, ander]
  const stappen = ids.map((stap, plaats) => ({
    stap,
    titel:
      plaats % 2 === 0
        ? ({ soort: 'vrij', tekst: w(`Zoek uit wat er met stap ${plaats} aan de hand is`) } as const)
        : ({ soort: 'sjabloon', gebeurtenis: 'met-pensioen', stap: 'aow-aanvragen' } as const),
    eigenaar: { soort: 'organisatie', organisatie: eigenaars[plaats % 3] ?? regie } as const,
    termijn: plusDagen(vandaag, 14 + nr * 4 + plaats * 3),
    wachtOp: plaats < 3 ? [] : [ids[plaats - 3] ?? ''],
    ...(plaats % 5 === 0 && { mee: ['vraag'] }),
  }))
  let verwacht = 0
  const doe = async (vrager: Loketvrager, opdracht: Opdracht): Promise<void> => {
    const kop = { id: loket.nieuwId(), ketenzaak, verwacht }
    const uitslag =
      opdracht.soort === 'open'
        ? await loket.open(vrager, kop, opdracht)
        : // The others are not among these.
          await loket.doe(vrager, kop, opdracht as Parameters<Loket['doe']>[2])
    if (uitslag.status !== 'ok') throw new Error(`${opdracht.soort}: ${JSON.stringify(uitslag)}`)
    verwacht = uitslag.nr
  }
  await doe(bij, {
    soort: 'open',
    ingang: 'balie',
    vraag: w('Mijn AOW is gestopt en nu kan ik de huur niet betalen. Wie helpt mij verder?'),
    uitkomst: w('Elke maand weer geld, en geen achterstand bij de verhuurder'),
    betrokkene: { soort: 'persoon', persoon: ik, hoe: 'ingelogd' },
    aanspreekpunt: w('Fatma Yilmaz, 14 020'),
    gebeurtenis: 'met-pensioen',
    stappen,
  })
  const daar = vragerVan(een, 'm-2')
  await doe(daar, { soort: 'aanvaard-stap', stap: ids[0] ?? '' })
  await doe(bij, { soort: 'voeg-toe', wat: 'notitie', tekst: w('Gebeld: de brief komt deze week.') })
  return { ketenzaak, persoon: ik }
}
