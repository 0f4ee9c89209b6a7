import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { type AfspraakVrager, createAfspraken, stuurAfspraakberichten } from '../src/afspraken/index.ts'
import { openProefaudit, proefbewijs, proeforganisatie } from '../src/audit/proefaudit.ts'
import { verwerkingsregister } from '../src/corpus/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { type Berichten, createBerichten, createPostbus } from '../src/kanalen/index.ts'
import { loadTeksten } from '../src/platform/i18n/index.ts'
import { bewijsOpslag } from '../src/store/bewijs.ts'
import { afspraakOpslag, berichtOpslag, zendingOpslag } from '../src/store/index.ts'
import { openProefdatabank, type Proefdatabank } from '../src/store/proefdatabank.ts'
import { maakAfspraakOpsteller } from '../src/web/index.ts'

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
  const opstel = maakAfspraakOpsteller(teksten, {
    naamVan: (id) => corpus.organisaties.get(id)?.naam ?? id,
    teamVan: afspraken.team,
    site: 'voordeur.example',
    nu: () => klok.nu,
  })
  const vertel = (wie: Pick<Berichten, 'stuur' | 'kent'> = berichten) =>
    stuurAfspraakberichten({ afspraken, berichten: wie, audit, opstel, nu: () => klok.nu })
  const ik = persoon()
  const vrager: AfspraakVrager = { soort: 'persoon', persoon: ik }
  const boek = async (team: string, begin: Date) => {
    const inhoud = { onderwerp: 'brief' as const, telefoon: '0612345678' }
    const boeking = { team, begin, door: 'zelf' as const, kenmerk: randomBytes(8).toString('hex'), inhoud }
    const uitslag = await afspraken.boek(vrager, boeking, proefbewijs(ik))
    assert.ok('afspraak' in uitslag, uitslag.status)
    return uitslag.afspraak.id
  }
  /** What reminds, without what confirms. */
  const gekregen = async () =>
    (await berichtlijst()).filter(({ soort }) => soort === 'afspraak-herinnering').map(({ inhoud }) => inhoud)
  const dagenVooraf = (dagen: number) => {
    klok.nu = new Date(negen.getTime() - dagen * 86_400_000)
  }
  const postbus = createPostbus({
    ...gedeeld,
    store: berichtOpslag(databank),
    zendingen: zendingOpslag(databank),
    magMeelezen: async () => false,
    heeftBriefweg: () => true,
  })
  const berichtlijst = async () =>
    (await postbus.lijst({ persoon: ik, lezer: ik }, { map: 'postvak' }, proefbewijs(ik))).berichten
  const bijlage = async (id: string) =>
    Buffer.from((await postbus.bijlage(ik, id, 0, proefbewijs(ik)))?.inhoud ?? []).toString()
  return { afspraken, berichten, vertel, boek, berichtlijst, gekregen, dagenVooraf, vrager, ik, bijlage }
}

test('four days before an appointment comes one message, however many servers look and whatever falls over', async (t) => {
  const { berichten, vertel, boek, gekregen, dagenVooraf } = openProef(await openProefdatabank(t))
  dagenVooraf(13)
  const id = await boek('gemeente-GM0599-balie', negen)
  dagenVooraf(4.01)
  assert.equal(await vertel(), 1, 'what was agreed')
  assert.deepEqual(await gekregen(), [])

  dagenVooraf(4)
  // The message is written, and then this server is gone before it could say so.
  const valtOm: Pick<Berichten, 'stuur' | 'kent'> = {
    kent: berichten.kent,
    stuur: async (nieuw) => {
      await berichten.stuur(nieuw)
      throw new Error('omgevallen')
    },
  }
  await assert.rejects(vertel(valtOm), /omgevallen/)
  dagenVooraf(3.99)
  await Promise.all([vertel(), vertel()])
  dagenVooraf(1)
  assert.equal(await vertel(), 0)

  const [inhoud, ...meer] = await gekregen()
  assert.deepEqual(meer, [])
  assert.deepEqual(inhoud?.verwijzing, { soort: 'afspraak', id })
  assert.equal(inhoud?.van, 'gemeente-GM0599')
  assert.equal(inhoud?.onderwerp.nl, 'Denk aan uw afspraak op 16 maart 2026 om 09:00')
  assert.match(
    inhoud?.doen?.nl ?? '',
    /^Kom op 16 maart 2026 om 09:00 naar Voorbeeldplein 1, Rotterdam\. .* Uw afspraaknummer is \w{3}-\w{3}\.$/,
  )
  // As much use on paper as on a screen: where to go for another time stands there.
  assert.match(
    inhoud?.alineas[1]?.nl ?? '',
    /op voordeur\.example, bij uw afspraken, of bel Gemeente Rotterdam/,
  )
  assert.match(inhoud?.alineas[0]?.en ?? '', /It is about: A letter/)
  assert.match(inhoud?.alineas[1]?.pap ?? '', /sitanan/)
})

test('who cancelled, and who made or moved it a moment ago, is not reminded; a later time is another reminder', async (t) => {
  const { afspraken, vertel, boek, gekregen, dagenVooraf, vrager, ik } = openProef(await openProefdatabank(t))
  const terugbellen = 'gemeente-GM0599-terugbellen'
  dagenVooraf(13)
  const weg = await boek(terugbellen, negen)
  const later = await boek(terugbellen, negen)
  dagenVooraf(5)
  await afspraken.zegAf(vrager, weg, proefbewijs(ik))
  dagenVooraf(3.5)
  await boek(terugbellen, negen)
  assert.equal(await vertel(), 3 + 1)
  assert.match((await gekregen())[0]?.doen?.nl ?? '', /uw telefoon bij u\. U wordt gebeld\./)

  const dagLater = new Date(negen.getTime() + 86_400_000)
  const weekLater = new Date(negen.getTime() + 7 * 86_400_000)
  dagenVooraf(2)
  assert.equal(await afspraken.verzet(vrager, later, dagLater, proefbewijs(ik)), 'ok')
  assert.equal(await vertel(), 1)
  assert.equal(await afspraken.verzet(vrager, later, weekLater, proefbewijs(ik)), 'ok')
  assert.equal(await vertel(), 1)
  assert.equal((await gekregen()).length, 1)
  dagenVooraf(-4)
  assert.equal(await vertel(), 1)
  assert.deepEqual(
    (await gekregen()).map(({ onderwerp }) => onderwerp.nl),
    ['Denk aan uw afspraak op 23 maart 2026 om 09:00', 'Denk aan uw afspraak op 16 maart 2026 om 09:00'],
  )
})

test('what was booked shortly before is near the day before, for who hears of it at once; within a day nobody is told', async (t) => {
  const { vertel, boek, gekregen, dagenVooraf } = openProef(await openProefdatabank(t))
  dagenVooraf(3)
  await boek('gemeente-GM0599-balie', negen)
  dagenVooraf(1.1)
  assert.equal(await vertel(), 1, 'what was agreed')
  assert.deepEqual(await gekregen(), [])
  dagenVooraf(0.9)
  await boek('gemeente-GM0599-terugbellen', negen)
  assert.equal(await vertel(), 2, 'the reminder, and what was agreed a moment ago')
  assert.deepEqual(
    (await gekregen()).map(({ alleenSnel, nutTot }) => [alleenSnel, nutTot]),
    [[true, negen.toISOString()]],
    'no letter that comes when it is over',
  )
  assert.equal(await vertel(), 0)
})

test('an appointment on Bonaire is told by the clock of Bonaire', async (t) => {
  const { vertel, boek, gekregen, dagenVooraf } = openProef(await openProefdatabank(t))
  dagenVooraf(10)
  await boek('eiland-bonaire-balie', new Date('2026-03-16T13:00:00Z'))
  dagenVooraf(2)
  assert.equal(await vertel(), 2)
  assert.match((await gekregen())[0]?.onderwerp.nl ?? '', /16 maart 2026 om 09:00$/)
})

test('made, moved and cancelled: each is told once, with a calendar while it stands, also when servers fall over', async (t) => {
  const { afspraken, berichten, vertel, boek, berichtlijst, dagenVooraf, vrager, ik, bijlage } = openProef(
    await openProefdatabank(t),
  )
  dagenVooraf(13)
  const valtOm: Pick<Berichten, 'stuur' | 'kent'> = {
    kent: berichten.kent,
    stuur: async (nieuw) => {
      await berichten.stuur(nieuw)
      throw new Error('omgevallen')
    },
  }
  const id = await boek('gemeente-GM0599-balie', negen)
  await assert.rejects(vertel(valtOm), /omgevallen/)
  dagenVooraf(12.99)
  await Promise.all([vertel(), vertel()])
  const anders = new Date(negen.getTime() + 7 * 86_400_000)
  for (const begin of [anders, negen]) {
    assert.equal(await afspraken.verzet(vrager, id, begin, proefbewijs(ik)), 'ok')
    dagenVooraf(begin === negen ? 12.8 : 12.9)
    await vertel()
  }
  // A professional cancels it for them: the message is theirs all the same.
  const aanBalie: AfspraakVrager = {
    soort: 'medewerker',
    persoon: ik,
    medewerker: 'm-1',
    organisatie: proeforganisatie('gemeente-GM0599'),
  }
  assert.equal(await afspraken.zegAf(aanBalie, id, proefbewijs(ik)), 'ok')
  dagenVooraf(12.7)
  await vertel()
  await vertel()

  const lijst = (await berichtlijst()).toReversed()
  assert.deepEqual(
    lijst.map(({ soort, inhoud }) => [soort, inhoud.onderwerp.nl, inhoud.bijlagen?.map(({ naam }) => naam)]),
    [
      ['afspraak', 'Uw afspraak op 16 maart 2026 om 09:00', ['afspraak.ics']],
      ['afspraak-verzet', 'Uw afspraak is nu op 23 maart 2026 om 09:00', ['afspraak.ics']],
      ['afspraak-verzet', 'Uw afspraak is nu op 16 maart 2026 om 09:00', ['afspraak.ics']],
      ['afspraak-afgezegd', 'Uw afspraak op 16 maart 2026 om 09:00 gaat niet door', undefined],
    ],
  )
  assert.deepEqual(lijst[0]?.inhoud.verwijzing, { soort: 'afspraak', id })
  const ics = await bijlage(lijst[1]?.id ?? '')
  assert.match(ics, /SEQUENCE:1\r\n/)
  assert.match(ics, /DTSTART:20260323T080000Z\r\n/)
  assert.match(ics.replaceAll('\r\n ', ''), /SUMMARY[^:]*:Gemeente Rotterdam\\, [A-Z]{3}-\d{3}/)
  assert.doesNotMatch(ics, /brief|letter|0612345678/i, 'what it is about stays here')
})

test('what a desk moves or cancels within a few days is called about too, before the first of both times; what people do themselves is not', async (t) => {
  const { afspraken, vertel, boek, berichtlijst, dagenVooraf, vrager, ik } = openProef(
    await openProefdatabank(t),
  )
  const aanBalie: AfspraakVrager = {
    soort: 'medewerker',
    persoon: ik,
    medewerker: 'm-1',
    organisatie: proeforganisatie('gemeente-GM0599'),
  }
  const laatste = async () => (await berichtlijst())[0]?.inhoud.belVoor
  const dagLater = new Date(negen.getTime() + 86_400_000)
  dagenVooraf(13)
  const id = await boek('gemeente-GM0599-balie', negen)
  await vertel()
  assert.equal(await afspraken.verzet(aanBalie, id, dagLater, proefbewijs(ik)), 'ok')
  await vertel()
  assert.equal(await laatste(), undefined, 'a letter is in time')
  dagenVooraf(2)
  assert.equal(await afspraken.verzet(aanBalie, id, negen, proefbewijs(ik)), 'ok')
  await vertel()
  assert.equal(await laatste(), negen.toISOString())
  dagenVooraf(1.9)
  assert.equal(await afspraken.verzet(vrager, id, dagLater, proefbewijs(ik)), 'ok')
  await vertel()
  assert.equal(await laatste(), undefined, 'they know')
  dagenVooraf(1.8)
  assert.equal(await afspraken.zegAf(aanBalie, id, proefbewijs(ik)), 'ok')
  await vertel()
  assert.equal(await laatste(), dagLater.toISOString())

  // Told only after the old time was over: then the new one is what they must know.
  dagenVooraf(3.9)
  const tweede = await boek('gemeente-GM0599-balie', negen)
  await vertel()
  dagenVooraf(0.01)
  assert.equal(await afspraken.verzet(aanBalie, tweede, dagLater, proefbewijs(ik)), 'ok')
  const al = new Set((await berichtlijst()).map((een) => een.id))
  dagenVooraf(-0.01)
  await vertel()
  // A reminder of the new time may go at the same moment.
  const nieuw = (await berichtlijst()).filter((een) => !al.has(een.id))
  assert.deepEqual(
    nieuw.flatMap(({ inhoud }) => inhoud.belVoor ?? []),
    [dagLater.toISOString()],
  )
})

test('what nobody heard of is not cancelled, and not called «another time»; who heard of a time hears that that one is off', async (t) => {
  const { afspraken, vertel, boek, berichtlijst, dagenVooraf, vrager, ik } = openProef(
    await openProefdatabank(t),
  )
  const weekLater = new Date(negen.getTime() + 7 * 86_400_000)
  const onderwerpen = async () =>
    (await berichtlijst()).toReversed().map(({ soort, inhoud }) => [soort, inhoud.onderwerp.nl])
  dagenVooraf(13)
  const weg = await boek('gemeente-GM0599-balie', negen)
  assert.equal(await afspraken.verzet(vrager, weg, weekLater, proefbewijs(ik)), 'ok')
  assert.equal(await afspraken.zegAf(vrager, weg, proefbewijs(ik)), 'ok')
  await vertel()
  assert.deepEqual(await onderwerpen(), [])

  const verzet = await boek('gemeente-GM0599-balie', negen)
  assert.equal(await afspraken.verzet(vrager, verzet, weekLater, proefbewijs(ik)), 'ok')
  await vertel()
  const eerste = ['afspraak', 'Uw afspraak op 23 maart 2026 om 09:00']
  assert.deepEqual(await onderwerpen(), [eerste])

  dagenVooraf(12.9)
  // Moved and cancelled before anybody was told: what they heard of is what is off.
  assert.equal(await afspraken.verzet(vrager, verzet, negen, proefbewijs(ik)), 'ok')
  assert.equal(await afspraken.zegAf(vrager, verzet, proefbewijs(ik)), 'ok')
  await vertel()
  await vertel()
  assert.deepEqual(await onderwerpen(), [
    eerste,
    ['afspraak-afgezegd', 'Uw afspraak op 23 maart 2026 om 09:00 gaat niet door'],
  ])
})
