import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { createNaamlozeAfspraken, vrijeDagen } from '../afspraken/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { afspraakOpruimer, afspraakOpslag } from './afspraken.ts'
import { naamlozeOpslag } from './afspraken-naamloos.ts'
import { openProefdatabank } from './proefdatabank.ts'

const nu = new Date('2026-03-02T08:00:00Z')
const bieb = { medewerker: 'm-1', organisatie: proeforganisatie('bibliotheek') }
const svb = { medewerker: 'm-2', organisatie: proeforganisatie('svb') }
const uwv = { medewerker: 'm-3', organisatie: proeforganisatie('uwv') }
const kenmerk = () => randomBytes(16).toString('hex')

test('an appointment of nobody takes a place, is seen where it is and by who made it, and holds no name', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const afspraken = createNaamlozeAfspraken({
    store: naamlozeOpslag(databank),
    teams: () => proefcorpus().afspraakteams.values(),
    nu: () => nu,
    toeval: randomBytes,
  })
  // Being called back takes a number, and that is somebody's.
  assert.ok(afspraken.teams().every(({ vorm }) => vorm !== 'terugbellen'))
  const team = afspraken.teams().find(({ id }) => id === 'svb-balie')
  assert.ok(team)
  const begin = [...vrijeDagen(team, { nu, bezet: [] }).values()][1]?.[0]?.begin
  assert.ok(begin)
  const vraag = { team: team.id, begin, onderwerp: 'brief', tolk: undefined } as const
  const mark = kenmerk()
  const eerste = await afspraken.boek(bieb, { ...vraag, kenmerk: mark })
  assert.ok(eerste.status === 'ok')
  assert.match(eerste.afspraak.nummer, /^[A-Z]{3}-\d{4}$/)
  // Sent twice it is one; when all places are taken there is none.
  const nogEens = await afspraken.boek(bieb, { ...vraag, kenmerk: mark })
  assert.deepEqual(nogEens, eerste)
  for (let n = 1; n < team.capaciteit; n++)
    assert.equal((await afspraken.boek(bieb, { ...vraag, kenmerk: kenmerk() })).status, 'ok')
  assert.equal((await afspraken.boek(bieb, { ...vraag, kenmerk: kenmerk() })).status, 'vol')
  const buiten = { ...vraag, begin: new Date('2026-03-04T03:00:00Z'), kenmerk: kenmerk() }
  assert.equal((await afspraken.boek(bieb, buiten)).status, 'niet-boekbaar')
  const terugbellen = [...proefcorpus().afspraakteams.values()].find(({ vorm }) => vorm === 'terugbellen')
  assert.ok(terugbellen)
  assert.equal(
    (await afspraken.boek(bieb, { ...vraag, team: terugbellen.id, kenmerk: kenmerk() })).status,
    'niet-boekbaar',
  )

  assert.equal((await afspraken.lijst(svb)).length, team.capaciteit)
  assert.deepEqual(await afspraken.lijst(uwv), [])
  const { nummer } = eerste.afspraak
  assert.equal(await afspraken.zegAf(uwv, nummer), false)
  assert.equal(await afspraken.zegAf(svb, nummer), true)
  assert.equal(await afspraken.zegAf(svb, nummer), false)
  // The place is free again, for an appointment of somebody as well.
  const bezet = await afspraakOpslag(databank).bezet(team.id, { begin, einde: eerste.afspraak.einde })
  assert.equal(bezet.length, team.capaciteit - 1)
  const weg = await afspraakOpruimer(alsRol('bewaring')).ruimOp(new Date('2026-06-01T00:00:00Z'))
  assert.equal(weg, team.capaciteit)
})
