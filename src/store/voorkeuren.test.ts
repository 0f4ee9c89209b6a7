import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Voorkeurwijziging } from '../kanalen/index.ts'
import { stilLog } from '../platform/index.ts'
import { openDatabank } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { openProefverzending } from './proefverzending.ts'
import { alsRol } from './rollen.ts'

async function openHuis(t: Parameters<typeof openProefdatabank>[0]) {
  const huis = openProefverzending(await openProefdatabank(t))
  const an = huis.persoon()
  const als = <T>(fn: Parameters<typeof huis.als<T>>[2]) => huis.als(an, 'contactvoorkeuren', fn)
  const wijzig = (maak: Parameters<typeof huis.voorkeuren.wijzig>[1]) =>
    als((bewijs) => huis.voorkeuren.wijzig(huis.zelf(an), maak, bewijs))
  const beeld = () => als((bewijs) => huis.voorkeuren.haal(huis.zelf(an), bewijs))
  return { huis, an, als, wijzig, beeld }
}

test('two windows that change something at once lose nothing of each other', async (t) => {
  const { wijzig, beeld } = await openHuis(t)
  const zet = (deel: object) =>
    wijzig(({ regels }) => ({ keuzes: [{ bereik: {}, keuze: { ...regels[0]?.keuze, ...deel } }] }))
  await Promise.all([
    zet({ melding: 'sms' }),
    zet({ vorm: 'groot' }),
    zet({ taal: 'pap' }),
    zet({ kanaal: 'telefoon' }),
  ])
  const [regel, ...rest] = (await beeld()).regels
  assert.deepEqual(rest, [])
  assert.deepEqual(regel?.keuze, { melding: 'sms', vorm: 'groot', taal: 'pap', kanaal: 'telefoon' })
})

test('a choice that cannot be kept leaves no statement behind, and takes none away', async (t) => {
  const { wijzig, beeld } = await openHuis(t)
  const organisaties = Array.from({ length: 100 }, (_, n) => proeforganisatie(`org-${n}`))
  const vol: Voorkeurwijziging = {
    keuzes: organisaties.map((organisatie) => ({ bereik: { organisatie }, keuze: { kanaal: 'brief' } })),
    verklaar: [{ kanaal: 'berichtenbox', groep: 'zaken' }],
  }
  assert.equal((await wijzig(() => vol)).status, 'ok')
  const [eerder] = (await beeld()).verklaringen
  const uitkomst = await wijzig(() => ({
    keuzes: [{ bereik: {}, keuze: { kanaal: 'berichtenbox' } }],
    verklaar: [{ kanaal: 'berichtenbox' }],
    trekIn: [eerder?.id ?? ''],
  }))
  assert.deepEqual(uitkomst, { status: 'ongeldig', fouten: ['te-veel'] })
  const na = await beeld()
  assert.deepEqual([na.regels.length, na.verklaringen], [100, [eerder]])
  const [organisatie] = organisaties
  const wis = await wijzig(() => ({
    keuzes: [{ bereik: { ...(organisatie && { organisatie }) }, keuze: {} }],
  }))
  assert.deepEqual([wis.status, (await beeld()).regels.length], ['ok', 99])
})

test('a new address is told at the old one first, whoever gave it; what cannot be told does not change', async (t) => {
  const { huis, an, als, beeld } = await openHuis(t)
  huis.postadressen.set(an, ['Mevrouw An', 'Dorpsstraat 1', '1234 AB Dorp'])
  huis.tellen.adressen = true
  const [email, brief] = [huis.weg('email'), huis.weg('brief')]
  const oud = { soort: 'email', waarde: 'oud@voorbeeld.example' } as const
  await huis.maakBereikbaar(an, oud)
  await huis.werkAf()
  const naar = (weg: typeof email) => weg.gekregen.map(({ adres }) => adres)
  const thuis = { soort: 'post', regels: huis.postadressen.get(an) }
  assert.deepEqual([naar(email), naar(brief)], [[], [thuis]], 'the first one is told on paper')

  // A professional writes a new one down, and its code is right.
  const door = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: proeforganisatie('svb'),
    wijze: 'telefoon',
  } as const
  const balie = { persoon: an, door }
  const nieuw = await als((bewijs) =>
    huis.adressen.voegToe(balie, { soort: 'email', waarde: 'nieuw@voorbeeld.example' }, bewijs),
  )
  const id = nieuw.status === 'ok' ? nieuw.id : assert.fail()
  assert.equal(huis.gemeld.length, 1, 'an address that nobody proved is no way')
  await als((bewijs) => huis.adressen.stuurCode(balie, id, 'nl', bewijs))
  const bevestig = () => als((bewijs) => huis.adressen.bevestig(balie, id, huis.codes.at(-1) ?? '', bewijs))
  huis.stuk.meld = true
  await assert.rejects(bevestig(), /niet te vertellen/)
  assert.equal((await beeld()).adressen.find((een) => een.id === id)?.bevestigd, undefined)
  huis.stuk.meld = false
  assert.equal(await bevestig(), 'bevestigd')
  const na = email.gekregen.length
  await huis.werkAf()
  assert.deepEqual(naar(email).slice(na), [oud])
  await huis.stuur(an)
  await huis.werkAf()
  assert.deepEqual(naar(email).at(-1), { soort: 'email', waarde: 'nieuw@voorbeeld.example' })

  // A letter about another postal address goes to where they are registered, and the next one to the new address.
  const post = { soort: 'post', regels: ['Bij de buren', 'Elders 2', '4321 BA Elders'] } as const
  const brieven = brief.gekregen.length
  await als((bewijs) => huis.adressen.voegToe(huis.zelf(an), post, bewijs))
  await huis.werkAf()
  assert.deepEqual(naar(brief).slice(brieven), [thuis])
  assert.deepEqual(huis.gemeld.at(-1), ['post', { soort: 'register' }])

  // What they take away is told there as well.
  const weg = (await beeld()).adressen.find(
    ({ adres }) => adres.soort === 'email' && adres.waarde === oud.waarde,
  )
  const voor = email.gekregen.length
  await als((bewijs) => huis.adressen.wis(huis.zelf(an), weg?.id ?? '', bewijs))
  await huis.werkAf()
  assert.deepEqual(naar(email).slice(voor), [oud])
})

test('more changes at once than there are connections wait for one another, and are all told', {
  timeout: 60_000,
}, async (t) => {
  const proef = await openProefdatabank(t)
  const databank = openDatabank({ ...alsRol(proef.url, 'app'), log: stilLog })
  t.after(() => databank.destroy())
  const huis = openProefverzending({ databank, alsRol: proef.alsRol })
  huis.tellen.adressen = true
  const post = { soort: 'post', regels: ['An', 'Nieuwe Weg 2', '2222 BB Nu'] } as const
  const an = huis.persoon()
  const anderen = Array.from({ length: 14 }, () => huis.persoon())
  // One person many times, and many people once.
  const wie = [...Array.from({ length: 15 }, () => an), ...anderen]
  const uit = await Promise.all(
    wie.map((een) =>
      huis.als(een, 'contactvoorkeuren', (bewijs) => huis.adressen.voegToe(huis.zelf(een), post, bewijs)),
    ),
  )
  assert.equal(uit.filter(({ status }) => status === 'ok').length, 3 + 14)
  const lijst = huis.inbox
  assert.deepEqual(
    [(await lijst(an)).length, (await lijst(wie.at(-1) ?? an)).map(({ soort }) => soort)],
    [3, ['adres-gewijzigd']],
  )
})

test('of a code that did not arrive the page can say so, until a new one goes', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const huis = openProefverzending({ databank, alsRol })
  const sms = huis.weg('sms')
  const an = huis.persoon()
  const houder = huis.zelf(an)
  const als = <T>(fn: (bewijs: Parameters<typeof huis.voorkeuren.haal>[1]) => Promise<T>) =>
    huis.als(an, 'contactvoorkeuren', fn)
  const gegeven = await als((bewijs) =>
    huis.adressen.voegToe(houder, { soort: 'telefoon', nummer: '06 12345672' }, bewijs),
  )
  const id = gegeven.status === 'ok' ? gegeven.id : assert.fail()
  const mis = async () =>
    (await als((bewijs) => huis.voorkeuren.haal(houder, bewijs))).adressen[0]?.codeMislukt
  const stuur = () => als((bewijs) => huis.adressen.stuurCode(houder, id, 'nl', bewijs))
  assert.equal(await stuur(), 'gestuurd')
  assert.equal(await mis(), undefined)
  const op = new Date(huis.klok.nu)
  const terug = (zending: string, uitkomst: 'bezorgd' | 'mislukt') =>
    huis.bezorgdienst.neemTerug({ zending, uitkomst, op })
  const [eerste] = sms.gekregen
  assert.equal(await terug(eerste?.zending ?? '', 'bezorgd'), 'onbekend')
  assert.equal(await terug(id, 'mislukt'), 'onbekend', 'not the number of a code')
  assert.equal(await mis(), undefined)
  assert.equal(await terug(eerste?.zending ?? '', 'mislukt'), 'gewijzigd')
  assert.deepEqual(await mis(), op)
  assert.equal(await stuur(), 'gestuurd')
  assert.equal(await mis(), undefined)
  assert.equal(await terug(eerste?.zending ?? '', 'mislukt'), 'onbekend', 'of the code before')

  huis.weg('sms', async () => ({ soort: 'tijdelijk', reden: 'vol' }))
  assert.equal(await stuur(), 'mislukt')
  assert.equal(await mis(), undefined, 'it may go later')
  huis.weg('sms', async () => ({ soort: 'blijvend', reden: 'onbekend-nummer' }))
  assert.equal(await stuur(), 'mislukt')
  assert.deepEqual(await mis(), op, 'refused at once')
})
