import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { type AfspraakVrager, createAfspraken, stuurHerinneringen } from '../src/afspraken/index.ts'
import { openProefaudit, proefbewijs } from '../src/audit/proefaudit.ts'
import { verwerkingsregister } from '../src/corpus/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { type Berichten, createBerichten } from '../src/kanalen/index.ts'
import { loadTeksten } from '../src/platform/i18n/index.ts'
import { bewijsOpslag } from '../src/store/bewijs.ts'
import { afspraakOpslag, berichtOpslag } from '../src/store/index.ts'
import { openProefdatabank, type Proefdatabank } from '../src/store/proefdatabank.ts'
import { maakHerinneringOpsteller } from '../src/web/index.ts'

const teksten = loadTeksten(join(import.meta.dirname, '..', 'corpus', 'teksten'))
// Nine o'clock in the Netherlands on a Monday.
const negen = new Date('2026-03-16T08:00:00Z')

function openProef({ databank, alsRol }: Proefdatabank) {
  const corpus = proefcorpus()
  const register = verwerkingsregister(corpus.verwerkingen)
  const { audit, ring, klok, persoon } = openProefaudit(
    bewijsOpslag({ databank, bewijs: alsRol('bewijs') }),
    register,
  )
  const gedeeld = { audit, ring, nu: () => klok.nu, toeval: randomBytes }
  const berichten = createBerichten({ ...gedeeld, store: berichtOpslag(databank) })
  const afspraken = createAfspraken({
    ...gedeeld,
    store: afspraakOpslag(databank),
    teams: () => corpus.afspraakteams.values(),
  })
  const opstel = maakHerinneringOpsteller(teksten, {
    naamVan: (id) => corpus.organisaties.get(id)?.naam ?? id,
    teamVan: afspraken.team,
  })
  const herinner = (wie: Pick<Berichten, 'stuur'> = berichten) =>
    stuurHerinneringen({ afspraken, berichten: wie, audit, opstel })
  const ik = persoon()
  const vrager: AfspraakVrager = { soort: 'persoon', persoon: ik }
  const boek = async (team: string, begin: Date) => {
    const inhoud = { onderwerp: 'brief' as const, telefoon: '0612345678' }
    const boeking = { team, begin, door: 'zelf' as const, kenmerk: randomBytes(8).toString('hex'), inhoud }
    const uitslag = await afspraken.boek(vrager, boeking, proefbewijs(ik))
    assert.ok('afspraak' in uitslag, uitslag.status)
    return uitslag.afspraak.id
  }
  const gekregen = async () => (await berichten.lijst(ik, proefbewijs(ik))).map(({ inhoud }) => inhoud)
  const dagenVooraf = (dagen: number) => {
    klok.nu = new Date(negen.getTime() - dagen * 86_400_000)
  }
  return { afspraken, berichten, herinner, boek, gekregen, dagenVooraf, vrager, ik }
}

test('four days before an appointment comes one message, however many servers look and whatever falls over', async (t) => {
  const { berichten, herinner, boek, gekregen, dagenVooraf } = openProef(await openProefdatabank(t))
  dagenVooraf(13)
  const id = await boek('gemeente-GM0599-balie', negen)
  dagenVooraf(4.01)
  assert.equal(await herinner(), 0)
  assert.deepEqual(await gekregen(), [])

  dagenVooraf(4)
  // The message is written, and then this server is gone before it could say so.
  const valtOm: Pick<Berichten, 'stuur'> = {
    stuur: async (nieuw) => {
      await berichten.stuur(nieuw)
      throw new Error('omgevallen')
    },
  }
  await assert.rejects(herinner(valtOm), /omgevallen/)
  await Promise.all([herinner(), herinner()])
  dagenVooraf(1)
  assert.equal(await herinner(), 0)

  const [inhoud, ...meer] = await gekregen()
  assert.deepEqual(meer, [])
  assert.deepEqual(inhoud?.verwijzing, { soort: 'afspraak', id })
  assert.equal(inhoud?.van, 'gemeente-GM0599')
  assert.equal(inhoud?.onderwerp.nl, 'Denk aan uw afspraak op 16 maart 2026 om 09:00')
  assert.equal(
    inhoud?.alineas[0]?.nl,
    'U heeft op 16 maart 2026 om 09:00 een afspraak. Waar: Voorbeeldplein 1, Rotterdam.',
  )
  assert.match(inhoud?.alineas[1]?.en ?? '', /It is about: A letter/)
  assert.match(inhoud?.alineas[2]?.pap ?? '', /sitanan/)
})

test('who cancelled, and who made or moved it a moment ago, hears nothing; a later time is another reminder', async (t) => {
  const { afspraken, herinner, boek, gekregen, dagenVooraf, vrager, ik } = openProef(
    await openProefdatabank(t),
  )
  const terugbellen = 'gemeente-GM0599-terugbellen'
  dagenVooraf(13)
  const weg = await boek(terugbellen, negen)
  const later = await boek(terugbellen, negen)
  dagenVooraf(5)
  await afspraken.zegAf(vrager, weg, proefbewijs(ik))
  dagenVooraf(3.5)
  await boek(terugbellen, negen)
  assert.equal(await herinner(), 1)
  assert.match((await gekregen())[0]?.alineas[0]?.nl ?? '', /Waar: aan de telefoon, u wordt gebeld\.$/)

  const dagLater = new Date(negen.getTime() + 86_400_000)
  const weekLater = new Date(negen.getTime() + 7 * 86_400_000)
  dagenVooraf(2)
  assert.equal(await afspraken.verzet(vrager, later, dagLater, proefbewijs(ik)), 'ok')
  assert.equal(await herinner(), 0)
  assert.equal(await afspraken.verzet(vrager, later, weekLater, proefbewijs(ik)), 'ok')
  assert.equal(await herinner(), 0)
  dagenVooraf(-4)
  assert.equal(await herinner(), 1)
  assert.deepEqual(
    (await gekregen()).map(({ onderwerp }) => onderwerp.nl),
    ['Denk aan uw afspraak op 23 maart 2026 om 09:00', 'Denk aan uw afspraak op 16 maart 2026 om 09:00'],
  )
})

test('an appointment on Bonaire is told by the clock of Bonaire', async (t) => {
  const { herinner, boek, gekregen, dagenVooraf } = openProef(await openProefdatabank(t))
  dagenVooraf(10)
  await boek('eiland-bonaire-balie', new Date('2026-03-16T13:00:00Z'))
  dagenVooraf(2)
  assert.equal(await herinner(), 1)
  assert.match((await gekregen())[0]?.onderwerp.nl ?? '', /16 maart 2026 om 09:00$/)
})
