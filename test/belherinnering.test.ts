import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { proeforganisatie } from '../src/audit/proefaudit.ts'
import { maakUuid7 } from '../src/domain/index.ts'
import { DINSDAG_TIEN_UUR, proefteam } from '../src/lijnen/proeflijn.ts'
import { openProefbelafspraken } from '../src/store/proefbelafspraken.ts'
import { herinnering } from '../src/web/pages/bellen/herinnering.ts'
import type { Verzoek } from '../src/web/verzoek.ts'

const [svb, duo, uwv] = [proeforganisatie('svb'), proeforganisatie('duo'), proeforganisatie('uwv')]
const team = proefteam({ organisatie: svb })

async function opzet(t: Parameters<typeof openProefbelafspraken>[0]) {
  const { klok, belafspraken } = await openProefbelafspraken(t, { team, begin: DINSDAG_TIEN_UUR })
  const gemeld: unknown[] = []
  let isWeg = false
  /** What this part reads of a request: who begins, and what was agreed. */
  const begin = async (organisatie: typeof svb): Promise<string> => {
    const spraak = {
      t: (sleutel: string, met = {}) => `${sleutel} ${Object.values(met).join(' ')}`,
      datum: (dag: string) => dag,
    }
    const lijst = () => (isWeg ? Promise.reject(new Error('weg')) : undefined)
    const verzoek = {
      context: { spraak, taal: 'nl' },
      ...{ nu: klok.nu, bronnen: { meldFout: (_: string, fout: unknown) => gemeld.push(fout) } },
      werker: { subject: { medewerker: 'm-1', organisatie } },
      loket: { gesprekken: {}, loket: {} },
      balie: {
        belafspraken: {
          ...belafspraken,
          lijst: async (wie: never) => (await lijst()) ?? belafspraken.lijst(wie),
        },
      },
      beeld: { organisaties: new Map() },
    } as unknown as Verzoek
    return (await herinnering(verzoek))?.toString() ?? ''
  }
  const tijden = async () => {
    const rooster = (await belafspraken.team(team.id))?.rooster
    assert.ok(rooster)
    return [...(await belafspraken.vrij(rooster)).values()].flat().map((een) => een.begin)
  }
  const boek = async (op: Date | undefined) => {
    assert.ok(op)
    const id = maakUuid7(klok.nu, randomBytes)
    assert.equal(
      await belafspraken.boek({ medewerker: 'm-2', organisatie: duo }, { id, team: team.id, begin: op }),
      'ok',
    )
    return id
  }
  const raakWeg = () => {
    isWeg = true
  }
  return { klok, belafspraken, begin, boek, tijden, gemeld, raakWeg }
}

test('whoever begins at the desk sees the agreed times that come within a day, of both sides, and nobody else does', async (t) => {
  const { klok, begin, boek, tijden } = await opzet(t)
  assert.equal(await begin(svb), '')
  const vrij = await tijden()
  const [vandaag] = vrij
  const later = vrij.find((een) => een.getTime() > klok.nu.getTime() + 48 * 3_600_000)
  await boek(vandaag)
  await boek(later)
  const bijSvb = await begin(svb)
  assert.equal(bijSvb.match(/<li>/g)?.length, 1)
  assert.match(bijSvb, /u_belt/)
  assert.doesNotMatch(bijSvb, /afspraak\.nu/)
  assert.match(await begin(duo), /u_wordt_gebeld/)
  assert.equal(await begin(uwv), '')

  // When the time comes it says so, and leads to the page with the button; when it is over it is gone.
  klok.nu = new Date((vandaag?.getTime() ?? 0) + 1_000)
  const nu = await begin(svb)
  assert.match(nu, /bellen\.afspraak\.nu/)
  assert.match(nu, /href="[^"]*\/balie\/lijnen\/gesprekken"/)
  klok.nu = new Date((vandaag?.getTime() ?? 0) + 3 * 3_600_000)
  assert.doesNotMatch(await begin(svb), /<li>/)
})

test('what was cancelled is no reminder, and is said to the other side; what cannot be read leaves the page as it is', async (t) => {
  const { belafspraken, begin, boek, tijden, gemeld, raakWeg } = await opzet(t)
  const id = await boek((await tijden())[0])
  assert.match(await begin(svb), /bellen\.afspraak\.werk/)
  assert.equal(await belafspraken.zegAf({ medewerker: 'm-1', organisatie: svb }, id), 'ok')
  assert.doesNotMatch(await begin(svb), /<li>|afspraak\.werk/)
  assert.match(await begin(duo), /bellen\.afspraak\.werk/)
  raakWeg()
  assert.equal(await begin(duo), '')
  assert.equal(gemeld.length, 1)
})
