import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { proefbewijs, proeforganisatie } from '../../src/audit/proefaudit.ts'
import { type GeladenCorpus, loadCorpus } from '../../src/corpus/index.ts'
import {
  createLevensloopwerk,
  type LevensloopwerkOnderdelen,
  type Volgfeiten,
} from '../../src/proactief/index.ts'
import { dossierOpruimer } from '../../src/store/dossiers.ts'
import { alsEigenaar } from '../../src/store/proefdatabank.ts'
import { feiten, opzet } from './proefdeelnemer.ts'
import { inkomen, inschrijving } from './proefinschrijving.ts'
import { openProefvolgwerk } from './proefvolgwerk.ts'

const dagMs = 86_400_000
const stad = proeforganisatie('gemeente-GM0363')

test('what changes a right is told once, in one message, with why; what has no ground goes to a desk', async (t) => {
  const proef = await opzet(t)
  const { ik, verdien, mijn, meld, gestuurd, signalen, ontvangst, naam, werkAf, url, fouten } = proef
  // Whoever asks to be told saw how it stands: that is no news.
  assert.deepEqual(await gestuurd(ik), [])
  verdien(2_000_000)
  await meld(ik, 'a', 'inkomen-gewijzigd')
  assert.deepEqual(fouten, [])
  assert.deepEqual(await gestuurd(ik), ['kans huurtoeslag, kans zorgtoeslag'])
  const nu = await mijn()
  assert.ok(nu.includes('zorgtoeslag kans verteld') && nu.includes('huurtoeslag kans verteld'), nu.join())
  const [een] = await signalen.van(ik, proefbewijs(ik))
  assert.deepEqual(een?.aanleidingen, [{ soort: 'inkomen-gewijzigd', bron: 'rvig', melding: 'a' }])
  assert.deepEqual(een.gegevens, ['aanvrager.toetsingsinkomen'])

  // Nothing of what has no ground went into a message: a person sees that there is work, and not of whom.
  const open = nu.filter((een) => een.endsWith('open'))
  const { regels } = await signalen.bureaulijst({ medewerker: 'm-1', organisatie: stad })
  assert.equal(regels.length, open.length)

  // Ten thousand times the same, and the same again with nothing else to say.
  const gebeurtenis = {
    ...{ specversion: '1.0', id: 'a', source: 'urn:rvig', subject: naam('rvig', ik) },
    ...{ type: 'nl.voordeur.levensloop.inkomen-gewijzigd', data: { op: '2026-03-01' } },
  }
  const duizend = Array.from({ length: 1_000 }, () => gebeurtenis)
  for (let i = 0; i < 10; i++) await ontvangst.ontvang('rvig', duizend)
  await werkAf()
  await meld(ik, 'b', 'inkomen-gewijzigd')
  assert.equal((await gestuurd(ik)).length, 1)

  const keten = `select soort, codes from voordeur.bewijs_regel where onderwerp = 'persoon:${ik}'`
  const regel = await alsEigenaar({ url }, keten)
  const soorten = regel.map(({ soort }) => String(soort))
  for (const soort of ['gebeurtenis-ontvangen', 'signaal-gezien', 'signaal-verteld', 'verwerking'])
    assert.ok(soorten.includes(soort), soort)
  // Which scheme it is about stands nowhere in the open.
  assert.doesNotMatch(JSON.stringify(regel), /toeslag|bijstand/)
  // Nor what happened: from a chain nothing can be taken when they stop.
  const gebeurd = regel.filter(({ soort }) => soort === 'gebeurtenis-ontvangen')
  assert.doesNotMatch(JSON.stringify(gebeurd), /inkomen/)
})

test('a correction undoes: what nobody heard of lapses, and who was told is told', async (t) => {
  const { ik, verdien, mijn, meld, gestuurd, registers, klok } = await opzet(t)
  // Taken back before it came: nobody is asked, and nothing happens.
  const gevraagd = registers.gevraagd.inkomen
  await meld(ik, 'weg-a', 'ingetrokken', { intrekt: 'a' })
  verdien(2_000_000)
  await meld(ik, 'a', 'inkomen-gewijzigd')
  assert.equal(registers.gevraagd.inkomen, gevraagd)
  assert.deepEqual([await gestuurd(ik), await mijn()], [[], []])

  await meld(ik, 'b', 'inkomen-gewijzigd')
  verdien(6_000_000)
  klok.nu = new Date(klok.nu.getTime() + 60_000)
  await meld(ik, 'weg-b', 'ingetrokken', { intrekt: 'b' })
  assert.deepEqual(await gestuurd(ik), [
    'kans huurtoeslag, kans zorgtoeslag',
    'hersteld huurtoeslag, hersteld zorgtoeslag',
  ])
  for (const een of await mijn()) assert.match(een, /(hersteld|vervallen)$/)
  // And that is the end of it.
  await meld(ik, 'c', 'inkomen-gewijzigd')
  assert.equal((await gestuurd(ik)).length, 2)
})

test('a child is born: what the register says is laid beside what they answered', async (t) => {
  const { ik, meld, gestuurd, registers, klok, werkAf, signalen } = await opzet(t)
  registers.brp.set(ik, inschrijving(klok.nu, { kinderen: ['2026-02-20'] }))
  await meld(ik, 'a', 'geboorte')
  assert.deepEqual(await gestuurd(ik), ['kans kindgebonden-budget'])
  // Kinderbijslag looks at the first day of a quarter: the timer knows it, also when nobody ran on that day.
  klok.nu = new Date('2026-03-31T21:00:00Z')
  await werkAf()
  assert.equal((await gestuurd(ik)).length, 1)
  klok.nu = new Date('2026-04-03T09:00:00Z')
  await werkAf()
  assert.deepEqual(await gestuurd(ik), ['kans kindgebonden-budget', 'kans kinderbijslag'])
  const bijslag = (await signalen.van(ik, proefbewijs(ik))).find(
    ({ regeling }) => regeling === 'kinderbijslag',
  )
  assert.deepEqual(bijslag?.aanleidingen, [{ soort: 'tijd' }])
})

test('a move ends what is known of the home, and a correction brings it back', async (t) => {
  const arm = {
    ...feiten.huishouden,
    aanvrager: { ...(feiten.huishouden.aanvrager as object), toetsingsinkomen: 2_000_000 },
  }
  const { ik, meld, gestuurd, registers, klok, volgen, werk } = await opzet(t, { huishouden: arm }, 2_000_000)
  registers.brp.set(ik, inschrijving(klok.nu, { gebied: 'GM0344' }))
  await meld(ik, 'a', 'verhuizing')
  // The rent there is not known: that they have no right any more, nobody says.
  assert.deepEqual(await gestuurd(ik), [])
  registers.brp.set(ik, inschrijving(klok.nu))
  await meld(ik, 'weg', 'ingetrokken', { intrekt: 'a' })
  assert.deepEqual(await gestuurd(ik), [])
  assert.deepEqual((await volgen.bekijk(ik, proefbewijs(ik))).volgt?.feiten.huishouden, arm)
  assert.equal((await werk.stand(klok.nu)).wachtend, 0)
})

test('nobody is told who died, has a secret address, said no, or has it; and what is not known waits', async (t) => {
  const proef = await openProefvolgwerk(t)
  const { klok, registers, persoon, volg, meld, gestuurd, volgen } = proef
  const wie = async (
    brp: Parameters<typeof inschrijving>[1] | 'zwijgt',
    anders: Partial<Volgfeiten> = {},
  ) => {
    const ik = persoon()
    registers.brp.set(ik, inschrijving(klok.nu, brp === 'zwijgt' ? {} : brp))
    registers.inkomen.set(ik, inkomen(klok.nu, 6_000_000))
    await volg(ik, { ...feiten, ...anders })
    registers.inkomen.set(ik, inkomen(klok.nu, 2_000_000))
    if (brp === 'zwijgt') registers.brp.set(ik, { status: 'fout', soort: 'onbereikbaar', sinds: klok.nu })
    return ik
  }
  const overleden = await wie({ isOverleden: true })
  const gemeld = await wie({})
  const geheim = await wie({ geheimhouding: 'ja' })
  const onbekend = await wie({ geheimhouding: 'onbekend' })
  const heeft = await wie({}, { ontvangt: ['zorgtoeslag'] })
  const niet = await wie({})
  const stopt = await wie({})
  const zwijgt = await wie('zwijgt')
  await volgen.zetNietVoorMij(niet, 'huurtoeslag', true, proefbewijs(niet))
  await meld(gemeld, 'dood', 'overlijden')
  await volgen.stop(stopt, proefbewijs(stopt), { afmelden: true })
  for (const ik of [overleden, gemeld, geheim, onbekend, heeft, niet, stopt, zwijgt])
    await meld(ik, 'a', 'inkomen-gewijzigd')
  const alle = await Promise.all(
    [overleden, gemeld, geheim, onbekend, heeft, niet, stopt, zwijgt].map(gestuurd),
  )
  assert.deepEqual(alle, [[], [], [], [], ['kans huurtoeslag'], ['kans zorgtoeslag'], [], []])
  // Who is in a secret place sees it where they log in.
  assert.ok((await proef.signalen.van(geheim, proefbewijs(geheim))).length > 0)
  // The register answers again, and they hear of it without anything else happening.
  registers.brp.set(zwijgt, inschrijving(klok.nu))
  klok.nu = new Date(klok.nu.getTime() + 15 * 60_000)
  await proef.werkAf()
  assert.deepEqual(await gestuurd(zwijgt), ['kans huurtoeslag, kans zorgtoeslag'])
  // It turned out that nobody died.
  await meld(gemeld, 'toch-niet', 'ingetrokken', { intrekt: 'dood' })
  await meld(gemeld, 'b', 'inkomen-gewijzigd')
  assert.deepEqual(await gestuurd(gemeld), ['kans huurtoeslag, kans zorgtoeslag'])
})

test('five things in a row are a message, and one message more when they have had their rest', async (t) => {
  const { ik, verdien, meld, gestuurd, klok, werkAf } = await opzet(t)
  verdien(2_000_000)
  await meld(ik, 'a', 'inkomen-gewijzigd')
  for (const [i, bedrag] of [1_900_000, 1_800_000, 2_900_000, 2_500_000].entries()) {
    klok.nu = new Date(klok.nu.getTime() + 60_000)
    verdien(bedrag)
    await meld(ik, `b${i}`, 'inkomen-gewijzigd')
  }
  const voor = (await gestuurd(ik)).length
  klok.nu = new Date(klok.nu.getTime() + dagMs)
  await werkAf()
  const na = await gestuurd(ik)
  assert.ok(na.length <= 3 && na.length >= voor, na.join(' | '))
})

test('what somebody changes in their own answers is no news to them, and ends what ran', async (t) => {
  const { ik, verdien, mijn, meld, gestuurd, volgen, werkAf } = await opzet(t)
  verdien(2_000_000)
  await meld(ik, 'a', 'inkomen-gewijzigd')
  assert.deepEqual(await gestuurd(ik), ['kans huurtoeslag, kans zorgtoeslag'])
  // «That is not right»: that register is not asked any more, and with their own word in its place the message is over.
  await volgen.wijzig(ik, { ...feiten, bronnen: ['brp'] }, proefbewijs(ik))
  await werkAf()
  assert.equal((await gestuurd(ik)).length, 1)
  const toeslagen = (await mijn()).filter((een) => een.includes('toeslag kans'))
  assert.ok(toeslagen.length >= 2)
  for (const een of toeslagen) assert.match(een, /vervallen$/)
})

test('another text of the law looks at everybody again, and says that a rule changed', async (t) => {
  const { ik, gestuurd, signalen, werker, werkAf, zetCorpus, berichtenVan } = await opzet(t)
  assert.equal(await werker.ververs(), 0)
  zetCorpus(metHogereGrens())
  assert.equal(await werker.ververs(), 1)
  await werkAf()
  assert.deepEqual(await gestuurd(ik), ['kans zorgtoeslag'])
  const [een] = await signalen.van(ik, proefbewijs(ik))
  assert.deepEqual(een?.aanleidingen, [{ soort: 'wet' }])
  // What the message says of it; the words of each cause are held by the test of the message.
  assert.deepEqual((await berichtenVan(ik))[0]?.alineas, [{ nl: 'wet' }])
  assert.equal(await werker.ververs(), 0)
})

test('two nodes at once, and who answers meanwhile: told once, and an answer is never overwritten', async (t) => {
  const { ik, verdien, gestuurd, naam, ontvangst, onderdelen, volgen } = await opzet(t)
  verdien(2_000_000)
  await ontvangst.ontvang('rvig', {
    ...{ specversion: '1.0', id: 'a', source: 'urn:rvig', subject: naam('rvig', ik) },
    ...{ type: 'nl.voordeur.levensloop.inkomen-gewijzigd', data: { op: '2026-03-01' } },
  })
  const een = createLevensloopwerk(onderdelen)
  const tijdens: LevensloopwerkOnderdelen = {
    ...onderdelen,
    // Between what was read and what is written they say no.
    registers: {
      ...onderdelen.registers,
      inkomen: {
        async raadpleeg(persoon, bewijs) {
          await volgen.zetNietVoorMij(persoon, 'zorgtoeslag', true, proefbewijs(persoon))
          return onderdelen.registers.inkomen.raadpleeg(persoon, bewijs)
        },
      },
    },
  }
  await createLevensloopwerk(tijdens).werkAf()
  assert.deepEqual(await gestuurd(ik), [])
  await Promise.all([een.werkAf(), createLevensloopwerk(onderdelen).werkAf()])
  assert.deepEqual(await gestuurd(ik), ['kans huurtoeslag'])
})

/** As somebody publishes it: a correction of zorgtoeslag 2026 under which nearly everybody has a right. */
function metHogereGrens(): GeladenCorpus {
  const bestand = 'regelingen/nationaal/zorgtoeslag/2026-01-01.yaml'
  const map = join(import.meta.dirname, '..', '..', 'corpus')
  const tekst = readFileSync(join(map, bestand), 'utf8')
    .replace('versie: 1', 'versie: 2')
    .replace('standaardpremie: { waarde: 2119', 'standaardpremie: { waarde: 9119')
  const geladen = loadCorpus({ mappen: [map], gepubliceerd: [{ bestand, sha256: '', tekst }] })
  assert.ok(geladen.ok && geladen.corpus.geweigerd.length === 0)
  return geladen.corpus
}

test('who stops gets nothing that is still on its way, and keeps what has arrived', async (t) => {
  const proef = await opzet(t)
  const { ik, verdien, meld, gestuurd, volgen, url } = proef
  const sql = (vraag: string) => alsEigenaar({ url }, vraag)
  const zendingen = async () =>
    (
      await sql(`select kanaal, stand from voordeur.zending where persoon = '${ik}' order by kanaal, stand`)
    ).map(({ kanaal, stand }) => `${kanaal} ${stand}`)
  /** As whoever sends planned it: on its way by this channel, as far as `stand`. */
  const onderweg = (kanaal: string, stand: string) =>
    sql(`insert into voordeur.zending (id, persoon, bericht, kanaal, stand, gemaakt, volgende)
      select gen_random_uuid(), persoon, id, '${kanaal}', '${stand}', verstuurd, verstuurd
      from voordeur.bericht where persoon = '${ik}'`)

  // A letter that nobody took in hand yet, for instance because it is night.
  verdien(2_000_000)
  await meld(ik, 'a', 'inkomen-gewijzigd')
  await onderweg('brief', 'gemaakt')
  assert.deepEqual(await zendingen(), ['berichtenbox gemaakt', 'brief gemaakt'])
  assert.equal(await volgen.stop(ik, proefbewijs(ik)), true)
  assert.deepEqual([await gestuurd(ik), await zendingen()], [[], []])

  // When the year of consent is over it goes as well, with a call that nobody made yet.
  verdien(6_000_000)
  await proef.volg(ik, feiten)
  verdien(2_000_000)
  await meld(ik, 'jaar', 'inkomen-gewijzigd')
  await onderweg('telefoon', 'klaar')
  const ruimOp = (ms: number) =>
    dossierOpruimer(proef.alsRol('bewaring')).ruimOp(new Date(proef.klok.nu.getTime() + ms))
  assert.equal(await ruimOp(0), 0)
  assert.equal((await zendingen()).length, 2)
  assert.equal(await ruimOp(dagMs), 1)
  assert.deepEqual([await gestuurd(ik), await zendingen()], [[], []])
  // And what happened since, although its own year is not over.
  const over = ['dossier', 'abonnement', 'melding', 'signaal'].map(
    (tabel) => `select '${tabel}' as tabel from voordeur.levensloop_${tabel} where persoon = '${ik}'`,
  )
  assert.deepEqual(await sql(over.join(' union all ')), [])

  // One that left stays where it is, and nothing comes after it.
  verdien(6_000_000)
  await proef.volg(ik, feiten)
  verdien(2_000_000)
  await meld(ik, 'b', 'inkomen-gewijzigd')
  await onderweg('email', 'verzonden')
  await onderweg('brief', 'gemaakt')
  await volgen.stop(ik, proefbewijs(ik), { afmelden: true })
  assert.equal((await gestuurd(ik)).length, 1)
  assert.deepEqual(await zendingen(), ['berichtenbox bezorgd', 'email verzonden'])
})

test('a message names as cause of a right only what that right hangs on', async (t) => {
  const { ik, verdien, registers, ontvangst, naam, werkAf, signalen, klok } = await opzet(t)
  verdien(2_000_000)
  registers.brp.set(ik, inschrijving(klok.nu, { kinderen: ['2025-12-20'] }))
  const van = (id: string, soort: string) => ({
    ...{ specversion: '1.0', id, source: 'urn:rvig', subject: naam('rvig', ik) },
    ...{ type: `nl.voordeur.levensloop.${soort}`, data: { op: '2026-03-01' } },
  })
  const samen = [van('a', 'inkomen-gewijzigd'), van('b', 'geboorte'), van('c', 'betalingsachterstand')]
  // Arrears are counted and dropped: their door is another one.
  assert.deepEqual(await ontvangst.ontvang('rvig', samen), {
    ...{ status: 'ontvangen', nieuw: 2, dubbel: 0, samen: 0, onbekend: 1 },
  })
  await werkAf()
  const alle = await signalen.van(ik, proefbewijs(ik))
  const bijslag = alle.find(({ regeling }) => regeling === 'kinderbijslag')
  const door = bijslag?.aanleidingen.map(({ soort }) => soort)
  assert.deepEqual(door, ['geboorte'])
  // Nor is their income among the data that it was worked out with.
  assert.deepEqual(
    bijslag?.gegevens.filter((feit) => !/^(kinderen|medebewoners|opvang)/.test(feit)),
    [],
  )
})

test('a flood of different events about one person is one message, and puts nobody aside', async (t) => {
  const { ik, verdien, gestuurd, ontvangst, naam, werkAf, signalen, fouten } = await opzet(t)
  verdien(2_000_000)
  const van = (id: number) => ({
    ...{ specversion: '1.0', id: `vloed-${id}`, source: 'urn:rvig', subject: naam('rvig', ik) },
    ...{ type: 'nl.voordeur.levensloop.inkomen-gewijzigd', data: { op: '2026-03-01' } },
  })
  const vloed = Array.from({ length: 1_000 }, (_, i) => van(i))
  await ontvangst.ontvang('rvig', vloed)
  await werkAf()
  assert.deepEqual(fouten, [])
  assert.equal((await gestuurd(ik)).length, 1)
  // A name that no database keeps is refused and says where, instead of failing for ever.
  for (const id of ['\u0000', 'a\u0007', '\ud800'])
    assert.deepEqual(await ontvangst.ontvang('rvig', [van(0), { ...van(0), id }]), {
      ...{ status: 'ongeldig', plaats: '/1' },
    })
  // Enough to say why, and no more than fits.
  for (const { aanleidingen } of await signalen.van(ik, proefbewijs(ik))) assert.ok(aanleidingen.length <= 10)
})
