/**
 * Calls and presence on the real database, wires and notices, in a process of its own; speaks with bench/lijnen-opzetten.ts
 * only. Who somebody is stands in the address: what a session costs is measured elsewhere (`inwoner`, `loket`).
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openBeldeel } from '../src/app-bellen.ts'
import { openLevenddeel } from '../src/app-levend.ts'
import { openLijndeel } from '../src/app-lijnloop.ts'
import { type Bewijs, openSleutelring, verzegelBewijs } from '../src/audit/index.ts'
import { type OrganisatieId, parseOrganisatieId } from '../src/domain/index.ts'
import { datumOp } from '../src/kalender/index.ts'
import type { Belwerker, Lijnteam } from '../src/lijnen/index.ts'
import { createKern, openbaar } from '../src/platform/http/index.ts'
import { Levensloop, stilLog } from '../src/platform/index.ts'
import { gidsOpslag, openOpslag } from '../src/store/index.ts'
import { databankMs, meldRekentijd } from './rekentijd.ts'

/** So many at an organisation. */
const PER_ORGANISATIE = 50
const onderwerp = { soort: 'regeling', id: 'bijstand' } as const

const map = mkdtempSync(join(tmpdir(), 'voordeur-bench-'))
// The database runs as a user of its own and must be able to pass.
chmodSync(map, 0o755)
/** Messages to the database, each with one statement or more and one answer. */
let berichten = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function tel(this: pg.Client, ...args: unknown[]): never {
  berichten++
  return Reflect.apply(query, this, args) as never
}
const log = stilLog
const klok = { nu: () => new Date() }
const opslag = await openOpslag({ databaseUrl: process.env.DATABASE_URL, dataMap: map, log })
const levensloop = new Levensloop(log)
const aanwezig = Number(process.env.AANWEZIG ?? '0')
const overDeRij = process.env.OVER_DE_RIJ === 'ja'
const alle = Array.from({ length: Math.ceil(Math.max(aanwezig, 2_000) / PER_ORGANISATIE) + 1 }, (_, n) =>
  organisatieVan(n * PER_ORGANISATIE),
)
const ring = openSleutelring(() => ['een sleutel van niemand, voor deze meting'])
const verzegel = (bewijs: Bewijs) => verzegelBewijs(ring, bewijs, randomBytes)
const toegang = { bijEinde: () => {}, audit: { verzegel } }
const url = undefined
const levend = openLevenddeel({ config: { url }, log }, { opslag, toegang }, levensloop)
const { lijn, naGesprek } = openLijndeel(
  { klok, log },
  { opslag, toegang, levend, organisaties: alle, gesprekken: () => bellen.gesprekken },
  levensloop,
)
const bellen = openBeldeel(
  { config: { url, turn: undefined, telefoonlijn: undefined }, klok, log },
  { opslag, toegang, levend, naGesprek, organisaties: alle },
  levensloop,
)
const { gesprekken, seinpost } = bellen

function organisatieVan(nr: number): OrganisatieId {
  const id = parseOrganisatieId(`gemeente-GM${String(Math.floor(nr / PER_ORGANISATIE) + 1).padStart(4, '0')}`)
  if (id === undefined) throw new Error('geen organisatie')
  return id
}

function werker(nr: number): Belwerker {
  return { organisatie: organisatieVan(nr), medewerker: `m-${nr}`, magZaak: async () => true }
}

function lijnwerker(nr: number) {
  return { organisatie: organisatieVan(nr), medewerker: `m-${nr}` }
}

function teamId(organisatie: OrganisatieId): string {
  return `lijn-${organisatie.toLowerCase()}`
}

/** One team of an organisation, that knows one subject and answers at any hour. */
function teamVan(organisatie: OrganisatieId): Lijnteam {
  const gebied = organisatie.slice('gemeente-'.length)
  return {
    ...{ id: teamId(organisatie), organisatie, naam: organisatie, talen: ['nl'], niveau: 'specialist' },
    kan: [{ onderwerp, bevoegdheid: 'beslissen' }],
    gebied: { soort: 'plaatsen', eigen: [gebied], buren: [] },
    rooster: { soort: 'altijd', zone: 'Europe/Amsterdam' },
    ...{ capaciteit: PER_ORGANISATIE, bevestigdOp: datumOp(new Date(), 'Europe/Amsterdam') },
  }
}

const gids = gidsOpslag(opslag.databank)
for (const organisatie of alle.slice(0, Math.ceil(aanwezig / PER_ORGANISATIE)))
  await gids.bewaar('beheer', { team: teamVan(organisatie), vanVersie: 0 })
const plekken: string[] = []
for (let nr = 0; nr < aanwezig; nr++) {
  const organisatie = organisatieVan(nr)
  const uit = await lijn.meldAan(lijnwerker(nr), { pool: organisatie, teams: [teamId(organisatie)] })
  if (uit.status !== 'ok') throw new Error(`niet aangemeld: ${uit.reden}`)
  plekken.push(uit.uitkomst.plek)
}

const kern = createKern({ log, foutpagina: async () => '' })
const nrUit = ({ url: pad = '' }: IncomingMessage) =>
  Number(new URL(pad, 'http://x').searchParams.get('wie') ?? Number.NaN)

levend.open(kern, async (verzoek) => {
  const nr = nrUit(verzoek)
  if (!Number.isInteger(nr)) return undefined
  const wie = { organisatie: organisatieVan(nr), medewerker: `m-${nr}` }
  return {
    plek: `sessie-${nr}`,
    leeft: async () => {
      await lijn.leeft(wie, plekken[nr] ?? '', 'levend')
      return true
    },
    // A page gives a sign of life with each question, as in src/web/levenddeur.ts.
    volgt: async ({ soort, id }) => {
      if (soort === 'lijnoproep') {
        await lijn.leeftBeller(wie, id)
        return (await lijn.oproep(wie, id))?.nr
      }
      if (soort !== 'lijndienst' || id !== plekken[nr]) return undefined
      await lijn.leeft(wie, id, 'levend')
      // A call from one to another changes nothing in a shift.
      return overDeRij ? (await lijn.dienst(wie))?.nr : gesprekken.lijstnummer(wie)
    },
  }
})
bellen.open(kern, async (verzoek) => {
  const nr = nrUit(verzoek)
  const gesprek = new URL(verzoek.url ?? '', 'http://x').searchParams.get('gesprek') ?? ''
  const wie = await gesprekken.alsMedewerker(werker(nr), gesprek)
  return (
    wie && {
      plek: `sessie-${nr}`,
      leeft: async () => true,
      verbind: (draad) => seinpost.verbind(wie, { zend: (hoort) => draad.zend(hoort), sluit: draad.sluit }),
    }
  )
})

interface Doe {
  readonly wat:
    | 'bel'
    | 'neem-op'
    | 'weg'
    | 'lijn-bel'
    | 'lijn-dienst'
    | 'lijn-oproep'
    | 'lijn-vrij'
    | 'berichten'
  readonly beller?: string
  readonly wie: number
  readonly naar?: number
  readonly gesprek?: string
}

kern.post('/doe', { config: { toegang: openbaar } }, async (verzoek) => {
  // Sent by bench/lijnen-opzetten.ts.
  const { wat, wie: nr, naar = 0, gesprek = '' } = verzoek.body as Doe
  const wie = werker(nr)
  if (wat.startsWith('lijn-')) return doeLijn(verzoek.body as Doe)
  if (wat === 'berichten') return { status: 'ok', n: berichten, databankMs: await databankMs(opslag) }
  if (wat === 'bel') {
    const uit = await gesprekken.bel(wie, { organisatie: organisatieVan(naar), medewerker: `m-${naar}` })
    if (uit.status !== 'ok') return uit
    // As a line does when it puts somebody through.
    levend.meld({ soort: 'lijndienst', id: plekken[naar] ?? '' })
    return { status: 'ok', gesprek: uit.uitkomst.gesprek.id, deelnemer: uit.uitkomst.deelnemer }
  }
  if (wat === 'neem-op') {
    const uit = await gesprekken.neemOp(wie, gesprek)
    return uit.status === 'ok' ? { status: 'ok', deelnemer: uit.uitkomst.deelnemer } : uit
  }
  const eigen = await gesprekken.alsMedewerker(wie, gesprek)
  if (eigen !== undefined) await gesprekken.gaWeg(eigen)
  return { status: 'ok' }
})
/** As the pages of a line do it: call, look at one's own shift, look at one's own call, be free again. */
async function doeLijn({ wat, wie: nr, naar = 0, beller = '' }: Doe): Promise<object> {
  const wie = lijnwerker(nr)
  if (wat === 'lijn-bel') {
    const pool = organisatieVan(naar)
    const vraag = {
      onderwerp,
      nodig: 'uitleggen',
      gebied: pool.slice('gemeente-'.length),
      taal: 'nl',
    } as const
    const uit = await lijn.bel(wie, { pool, vraag, namens: 'inwoner' })
    return uit.status === 'ok' ? { status: 'ok', beller: uit.uitkomst.beller } : uit
  }
  if (wat === 'lijn-dienst') {
    const beeld = await lijn.dienst(wie)
    return {
      status: 'ok',
      beller: beeld?.plek.gesprek?.beller.id,
      gesprek: beeld?.gesprek,
      isOpgenomen: beeld?.isOpgenomen,
      nagesprek: beeld?.nagesprek,
      nr: beeld?.nr,
    }
  }
  if (wat === 'lijn-oproep') {
    const { stand, nr: op } = (await lijn.oproep(wie, beller)) ?? {}
    return { status: 'ok', nr: op, ...(stand?.soort === 'in-gesprek' && { gesprek: stand.gesprek }) }
  }
  return lijn.zetStand(wie, 'vrij')
}
const basis = await kern.listen({ port: 0, host: '127.0.0.1' })
meldRekentijd(async () => {
  await kern.close()
  await levensloop.sluit()
  await opslag.sluit()
  rmSync(map, { recursive: true, force: true })
})
process.send?.({ basis, plekken })
