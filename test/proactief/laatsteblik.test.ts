import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLaatsteBlikken } from '../../src/app-laatsteblik.ts'
import { proefbewijs } from '../../src/audit/proefaudit.ts'
import { alsEigenaar } from '../../src/store/proefdatabank.ts'
import { opzet } from './proefdeelnemer.ts'
import { inschrijving } from './proefinschrijving.ts'

test('a message that was placed is asked about once more: stopped, answered, died, secret, or nobody knows', async (t) => {
  const proef = await opzet(t)
  const { ik, verdien, meld, mijn, volgen, signalen, registers, klok, databank, audit, url } = proef
  const blikken = openLaatsteBlikken({ databank }, { audit }, proef.onderdelen.registers.brp)
  let bericht = ''
  const oordeel = async (soort: 'kans' | 'kans-hersteld', opVerzoek = false) => {
    const vraag = { persoon: ik, bericht, kanaal: 'brief', opVerzoek } as const
    return blikken.get(soort)?.(vraag, proefbewijs(ik))
  }
  verdien(2_000_000)
  await meld(ik, 'a', 'inkomen-gewijzigd')
  const [rij] = await alsEigenaar({ url }, `select id from voordeur.bericht where persoon = '${ik}'`)
  bericht = String(rij?.id)
  assert.equal(await oordeel('kans'), 'juist')

  const gewoon = inschrijving(klok.nu)
  const met = async (brp: typeof gewoon, soort: 'kans' | 'kans-hersteld' = 'kans', opVerzoek = false) => {
    registers.brp.set(ik, brp)
    const uit = await oordeel(soort, opVerzoek)
    registers.brp.set(ik, gewoon)
    return uit
  }
  const geheim = inschrijving(klok.nu, { geheimhouding: 'ja' })
  assert.equal(await met(inschrijving(klok.nu, { isOverleden: true })), 'vervallen')
  assert.equal(await met(inschrijving(klok.nu, { isOverleden: true }), 'kans-hersteld'), 'vervallen')
  assert.equal(await met(geheim), 'vervallen')
  assert.equal(await met(geheim, 'kans', true), 'juist', 'a letter that they asked for themselves')
  assert.equal(await met({ status: 'onbekend', op: klok.nu }), 'vervallen')
  assert.equal(await met({ status: 'fout', soort: 'onbereikbaar', sinds: klok.nu }), 'weet-niet')

  // The event came, and the register does not say so yet; taken back it goes on.
  await meld(ik, 'dood', 'overlijden')
  assert.equal(await oordeel('kans'), 'vervallen')
  await meld(ik, 'leeft', 'ingetrokken', { intrekt: 'dood' })
  assert.equal(await oordeel('kans'), 'juist')

  // What they have arranged, or turned out not to be so, is no news.
  for (const { id, stand } of await signalen.van(ik, proefbewijs(ik)))
    if (stand === 'verteld') await signalen.antwoord(ik, id, 'geregeld', proefbewijs(ik))
  assert.ok((await mijn()).some((een) => een.endsWith('geregeld')))
  assert.deepEqual([await oordeel('kans'), await oordeel('kans-hersteld')], ['vervallen', 'juist'])

  // The same message said that something told before is not so after all: that goes, whatever they arranged of the rest.
  await alsEigenaar(
    { url },
    `update voordeur.levensloop_signaal set stand = 'hersteld', hersteld_op = now(), hersteld_bericht = '${bericht}'
      where id = (select min(id::text)::uuid from voordeur.levensloop_signaal where persoon = '${ik}')`,
  )
  assert.equal(await oordeel('kans'), 'juist')
  await volgen.stop(ik, proefbewijs(ik))
  assert.equal(await oordeel('kans-hersteld'), 'vervallen')
})
