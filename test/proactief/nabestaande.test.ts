import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefbewijs, proeforganisatie } from '../../src/audit/proefaudit.ts'
import type { Kansnieuws } from '../../src/proactief/index.ts'
import { feiten, opzet } from './proefdeelnemer.ts'
import { inkomen, inschrijving } from './proefinschrijving.ts'

const stad = proeforganisatie('gemeente-GM0363')
const partner = {
  geboortedatum: '1988-03-03',
  gehuwd: true,
  zelfde_adres: true,
  zorgverzekerd: true,
  vermogen: 0,
}
const kind = { geboortedatum: '2020-01-01', thuiswonend: true, kinderbijslag: true }
const samen = {
  ...feiten.huishouden,
  aanvrager: { ...(feiten.huishouden.aanvrager as object), toetsingsinkomen: 2_500_000 },
  partner: { ...partner, toetsingsinkomen: 6_000_000 },
  kinderen: [kind],
}

test('a partner who dies is a change of household: the survivor is told, with care, and is not taken for dead', async (t) => {
  const proef = await opzet(t, { huishouden: samen, bronnen: [] }, 2_500_000)
  const { ik, meld, gestuurd, mijn, signalen, klok, onderdelen } = proef
  const gezegd: Kansnieuws[] = []
  const { opstel } = onderdelen
  Object.assign(onderdelen, {
    opstel: (nieuws: Kansnieuws) => {
      gezegd.push(nieuws)
      return opstel(nieuws)
    },
  })
  // The partner takes part as well: what is said under their name is about them, and silences nobody else.
  const hij = proef.persoon()
  proef.registers.brp.set(hij, inschrijving(klok.nu))
  proef.registers.inkomen.set(hij, inkomen(klok.nu, 4_000_000))
  await proef.volg(hij, { huishouden: { ...samen, partner: null }, bronnen: ['inkomen'] })
  await meld(hij, 'dood', 'overlijden')
  assert.deepEqual([await gestuurd(hij), await gestuurd(ik)], [[], []])

  await meld(ik, 'p', 'overlijden-partner')
  assert.match((await gestuurd(ik)).join(), /kans zorgtoeslag/)
  // Anw has no ground for a message: a person tells it.
  const nu = await mijn()
  assert.ok(nu.includes('anw kans open'), nu.join())
  assert.ok((await signalen.bureaulijst({ medewerker: 'm-1', organisatie: stad })).regels.length > 0)

  // Taken back: they live, and it is as it was.
  klok.nu = new Date(klok.nu.getTime() + 60_000)
  await meld(ik, 'p-weg', 'ingetrokken', { intrekt: 'p' })
  assert.match((await gestuurd(ik)).at(-1) ?? '', /hersteld zorgtoeslag/)
  for (const een of await mijn()) assert.match(een, /(hersteld|vervallen)$/)
})

test('who died in the household a register says, and without one it is not known any more', async (t) => {
  const arm = { ...samen, partner: null }
  const proef = await opzet(t, { huishouden: arm, bronnen: [] }, 2_500_000)
  const { ik, meld, gestuurd, mijn } = proef
  await meld(ik, 'k', 'overlijden-huisgenoot')
  assert.deepEqual(
    [await gestuurd(ik), await mijn()],
    [[], []],
    'nobody says that a right ended which we do not know of',
  )

  // Where they let the register be asked, it says so.
  const zij = proef.persoon()
  proef.registers.inkomen.set(zij, inkomen(proef.klok.nu, 2_500_000))
  proef.registers.brp.set(zij, inschrijving(proef.klok.nu, { kinderen: ['2020-01-01'] }))
  await proef.volg(zij, { huishouden: arm, bronnen: ['brp', 'inkomen'] })
  proef.registers.brp.set(zij, inschrijving(proef.klok.nu))
  await meld(zij, 'k', 'overlijden-huisgenoot')
  const uit = await proef.signalen.van(zij, proefbewijs(zij))
  assert.ok(
    uit.some(({ regeling, soort }) => regeling === 'kindgebonden-budget' && soort === 'einde'),
    JSON.stringify(uit.map(({ regeling, soort }) => `${regeling} ${soort}`)),
  )
  assert.deepEqual(uit[0]?.aanleidingen, [{ soort: 'overlijden-huisgenoot', bron: 'rvig', melding: 'k' }])
})
