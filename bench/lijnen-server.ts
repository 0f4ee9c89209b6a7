/**
 * Calls and presence on the real database, wires and notices, in a process of its own; speaks with bench/lijnen-opzetten.ts
 * only. Who somebody is stands in the address: what a session costs is measured elsewhere (`inwoner`, `loket`).
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBeldeel } from '../src/app-bellen.ts'
import { openLevenddeel } from '../src/app-levend.ts'
import { openSleutelring, verzegelBewijs } from '../src/audit/index.ts'
import { type OrganisatieId, parseOrganisatieId } from '../src/domain/index.ts'
import type { Belwerker } from '../src/lijnen/index.ts'
import { createKern, openbaar } from '../src/platform/http/index.ts'
import { Levensloop, stilLog } from '../src/platform/index.ts'
import { dienstOpslag, openOpslag } from '../src/store/index.ts'
import { meldRekentijd } from './rekentijd.ts'

/** So many at an organisation. */
const PER_ORGANISATIE = 50
const GELDIG_MS = 90_000

const map = mkdtempSync(join(tmpdir(), 'voordeur-bench-'))
// The database runs as a user of its own and must be able to pass.
chmodSync(map, 0o755)
const log = stilLog
const klok = { nu: () => new Date() }
const opslag = await openOpslag({ databaseUrl: process.env.DATABASE_URL, dataMap: map, log })
const levensloop = new Levensloop(log)
const aanwezig = Number(process.env.AANWEZIG ?? '0')
const alle = Array.from({ length: Math.ceil(Math.max(aanwezig, 2_000) / PER_ORGANISATIE) + 1 }, (_, n) =>
  organisatieVan(n * PER_ORGANISATIE),
)
const toegang = { bijEinde: () => {} }
const url = undefined
const levend = openLevenddeel({ config: { url }, log }, { opslag, toegang }, levensloop)
const bellen = openBeldeel(
  { config: { url, turn: undefined, telefoonlijn: undefined }, klok, log },
  { opslag, toegang, levend, naGesprek: async () => {}, organisaties: alle },
  levensloop,
)
const { gesprekken, seinpost } = bellen
const diensten = dienstOpslag(opslag.databank)

function organisatieVan(nr: number): OrganisatieId {
  const id = parseOrganisatieId(`gemeente-GM${String(Math.floor(nr / PER_ORGANISATIE) + 1).padStart(4, '0')}`)
  if (id === undefined) throw new Error('geen organisatie')
  return id
}

function werker(nr: number): Belwerker {
  return { organisatie: organisatieVan(nr), medewerker: `m-${nr}`, magZaak: async () => true }
}

/** The number of a shift is twenty-two characters of base64url. */
function plekVan(nr: number): string {
  return Buffer.from(`dienst-${String(nr).padStart(9, '0')}`).toString('base64url')
}

const ring = openSleutelring(() => ['een sleutel van niemand, voor deze meting'])
for (let nr = 0; nr < aanwezig; nr++) {
  const organisatie = organisatieVan(nr)
  await diensten.begin(
    {
      ...{ plek: plekVan(nr), pool: organisatie, organisatie, medewerker: `m-${nr}` },
      ...{ teams: ['bijstand'], begonnenMs: Date.now(), geldigTotMs: Date.now() + GELDIG_MS },
    },
    verzegelBewijs(
      ring,
      { onderwerp: `organisatie:${organisatie}`, soort: 'lijndienst-begonnen', tijd: new Date(), codes: {} },
      randomBytes,
    ),
  )
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
    // A sign of life, as a page of a shift gives it.
    leeft: async () => {
      const dienst = await diensten.bijPlek(plekVan(nr))
      if (dienst !== undefined) await diensten.verleng(dienst.plek, new Date(Date.now() + GELDIG_MS))
      return dienst !== undefined
    },
    volgt: async ({ soort, id }) =>
      soort === 'lijndienst' && id === plekVan(nr) ? gesprekken.lijstnummer(wie) : undefined,
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
  readonly wat: 'bel' | 'neem-op' | 'weg'
  readonly wie: number
  readonly naar?: number
  readonly gesprek?: string
}

kern.post('/doe', { config: { toegang: openbaar } }, async (verzoek) => {
  // Sent by bench/lijnen-opzetten.ts.
  const { wat, wie: nr, naar = 0, gesprek = '' } = verzoek.body as Doe
  const wie = werker(nr)
  if (wat === 'bel') {
    const uit = await gesprekken.bel(wie, { organisatie: organisatieVan(naar), medewerker: `m-${naar}` })
    if (uit.status !== 'ok') return uit
    // As a line does when it puts somebody through.
    levend.meld({ soort: 'lijndienst', id: plekVan(naar) })
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
const basis = await kern.listen({ port: 0, host: '127.0.0.1' })
meldRekentijd(async () => {
  await kern.close()
  await levensloop.sluit()
  await opslag.sluit()
  rmSync(map, { recursive: true, force: true })
})
process.send?.({ basis, plekken: Array.from({ length: aanwezig }, (_, nr) => plekVan(nr)) })
