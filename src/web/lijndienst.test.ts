import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Dienst, Dienstbeeld, Lijn, Plekstand, Toezegging } from '../lijnen/index.ts'
import { kantooruren, proefteam, proefvraag } from '../lijnen/proeflijn.ts'
import type { Loket } from '../loket/index.ts'
import { proefbalieZonderMensen } from './proefbalie.ts'
import { Bezoeker, proefdag, proefweb } from './proefweb.ts'

const eiland = proeforganisatie('openbaar-lichaam-bonaire')
const team = proefteam({
  ...{ id: 'eiland', organisatie: eiland, rooster: { ...kantooruren, zone: 'America/Kralendijk' } },
})
const toezegging: Toezegging = {
  ...{ team: team.id, keer: 1 },
  beginMs: Date.parse('2026-03-02T18:20:00Z'),
  uiterlijkMs: Date.parse('2026-03-02T18:35:00Z'),
}

/** Somebody of that island who answers for its teams. */
async function opDienst({
  sessies,
  app,
}: {
  readonly sessies: ReturnType<typeof proefbalieZonderMensen>['sessies']
  readonly app: ReturnType<typeof proefweb>
}): Promise<Bezoeker> {
  const wie = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: eiland,
    rollen: ['klantcontact'],
    doelen: [],
  } as const
  const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  const bezoeker = new Bezoeker(app)
  bezoeker.koekjes = `voordeur-balie=${token}`
  return bezoeker
}

/** The page of somebody on duty, whose shift stands so. */
async function dienstpagina(beeld: Partial<Dienstbeeld>, stand: Plekstand = 'vrij') {
  const { sessies, balie } = proefbalieZonderMensen()
  const dienst: Dienst = {
    ...{ plek: 'p'.repeat(22), pool: eiland, organisatie: eiland, medewerker: 'm-1', teams: [team.id] },
    ...{ begonnenMs: proefdag.getTime(), geldigTotMs: proefdag.getTime() },
  }
  const plek = {
    ...{ id: dienst.plek, teams: [team.id], stand, bezigMs: 0, pauzeMs: 0 },
    ...{ sindsMs: Date.parse('2026-03-02T17:05:00Z'), aangemeldMs: 0 },
  } as const
  const lijn = {
    dienst: async () => ({
      ...{ dienst, plek, nr: 1, wachtend: 0, inwoners: 0, isOpgenomen: false, isPubliek: false },
      beloofd: [],
      ...beeld,
    }),
    leeft: async () => {},
    gemist: async () => [],
  } as unknown as Lijn // the page of a shift asks no more of it
  const gids = { eigen: async () => [{ team, pool: eiland, versie: 1 }] }
  const app = proefweb(
    {},
    {
      balie: { ...balie, gids } as never,
      loket: { loket: {} as Loket, lijn } as never,
    },
  )
  const bezoeker = await opDienst({ sessies, app })
  const { statusCode, body } = await bezoeker.haal('/balie/lijnen/dienst')
  assert.equal(statusCode, 200)
  return body
}

test('whoever is on duty on an island reads what they promised by the clock of the island', async () => {
  const body = await dienstpagina({ beloofd: [{ toezegging, vraag: proefvraag }] })
  assert.match(body, /maandag 2 maart 2026, 14:20 uur/)
  assert.match(body, /13:05/)
})

test('whoever is given a resident is told to answer their own telephone, and no page with a call is named', async () => {
  const belt = await dienstpagina({ isPubliek: true, inwoners: 2 }, 'in-gesprek')
  assert.match(belt, /Er belt een inwoner/)
  assert.match(belt, /Neem uw telefoon op binnen 45 seconden/)
  assert.match(belt, /<p>Er wachten 2 inwoners aan de telefoon\.<\/p>/)
  assert.doesNotMatch(belt, /\/balie\/lijnen\/gesprek\//)
  const praat = await dienstpagina({ isPubliek: true, isOpgenomen: true }, 'in-gesprek')
  assert.match(praat, /U bent in gesprek met een inwoner/)
  assert.doesNotMatch(praat, /aan de telefoon\./)
})

test('when nobody of that pool can be called any more, no other organisation is: they choose again', async () => {
  const { sessies, balie } = proefbalieZonderMensen()
  const gebeld: string[] = []
  const lijn = {
    bel: async (_: unknown, { pool }: { readonly pool: string }) => {
      gebeld.push(pool)
      return { status: 'ok', uitkomst: { beller: 'b'.repeat(22) } }
    },
  } as unknown as Lijn // pressing the button asks no more of it
  const gids = {
    zoek: async () => [{ rij: { team, pool: eiland, versie: 1 }, vooruitzicht: { soort: 'niemand' } }],
  }
  const app = proefweb(
    {},
    { balie: { ...balie, gids } as never, loket: { loket: {} as Loket, lijn } as never },
  )
  const bezoeker = await opDienst({ sessies, app })
  const druk = async (pool: string) => {
    const form = { onderwerp: 'regeling-bijstand', nodig: 'uitleggen', taal: 'nl', pool, doe: 'bel-zelf' }
    return (await bezoeker.stuur('/balie/lijnen/bel', form)).headers.location
  }
  assert.equal(await druk('svb'), '/balie/lijnen?onderwerp=regeling-bijstand')
  assert.deepEqual(gebeld, [])
  assert.match(String(await druk(eiland)), /^\/balie\/lijnen\/oproep\//)
  assert.deepEqual(gebeld, [eiland])
})
