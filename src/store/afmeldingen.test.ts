/** What somebody does not want to hear: kept no longer than its term, and of who takes part for as long as they do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefbewijs } from '../audit/proefaudit.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { afmeldingOpruimer } from './dossiers.ts'
import { opruimersVan } from './opruimers.ts'
import { alsEigenaar } from './proefdatabank.ts'
import { openProefvolgen } from './proefvolgen.ts'

test('a no is remembered for its term, stays with who takes part, and is an activity that people can read of', async (t) => {
  const { volgen, doetMee, persoon, klok, alsRol, url } = await openProefvolgen(t)
  const [weg, mee, leeg] = [persoon(), await doetMee(), persoon()]
  await volgen.stop(weg, proefbewijs(weg), { afmelden: true })
  await volgen.zetNietVoorMij(mee, 'zorgtoeslag', true, proefbewijs(mee))
  // Said and taken back: nothing is wanted any more.
  await volgen.zetNietVoorMij(leeg, 'zorgtoeslag', true, proefbewijs(leeg))
  await volgen.zetNietVoorMij(leeg, 'zorgtoeslag', false, proefbewijs(leeg))
  const { ruimOp, verwerking } = afmeldingOpruimer(alsRol('bewaring'))
  const rijen = async () =>
    (await alsEigenaar({ url }, 'select persoon::text from voordeur.levensloop_voorkeur')).map(
      ({ persoon: een }) => een,
    )
  assert.equal(await ruimOp(klok.nu), 1)
  assert.deepEqual((await rijen()).toSorted(), [weg, mee].toSorted())
  const na = new Date(klok.nu.getTime() + 1)
  assert.equal(await ruimOp(na), 1)
  assert.deepEqual(await rijen(), [mee])
  assert.deepEqual([...(await volgen.bekijk(mee, proefbewijs(mee))).nietVoorMij], ['zorgtoeslag'])
  // Whoever stopped is nobody who takes part.
  await volgen.stop(mee, proefbewijs(mee))
  assert.equal(await ruimOp(na), 1)
  assert.deepEqual(await rijen(), [])

  assert.ok(opruimersVan(alsRol('bewaring')).some((een) => een.verwerking === verwerking))
  const activiteit = proefcorpus().verwerkingen.get(verwerking)
  assert.equal(activiteit?.bewaren.termijn, 'P10Y')
  // On the chain it is written as what it is.
  const regels = await alsEigenaar(
    { url },
    `select codes from voordeur.bewijs_regel where soort = 'afgemeld'`,
  )
  assert.match(JSON.stringify(regels), /volgen-afmelden/)
})
