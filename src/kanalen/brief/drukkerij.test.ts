import assert from 'node:assert/strict'
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Terugbericht, Verzendstuk } from '../index.ts'
import { sorteersleutel } from './adres.ts'
import { leesBriefwoorden } from './brief.ts'
import { openDrukkerij } from './briefweg.ts'
import { manifestvorm } from './stuk.ts'
import { createZetter } from './zetter.ts'

const woorden = leesBriefwoorden(new URL('../../../corpus/teksten', import.meta.url).pathname)
const zet = createZetter()
const nu = () => new Date('2026-03-03T12:00:00Z')
const wortel = mkdtempSync(join(tmpdir(), 'vd-brieven-'))
after(() => rmSync(wortel, { recursive: true, force: true }))

function open(map = mkdtempSync(join(wortel, 'm-'))) {
  return { map, drukkerij: openDrukkerij({ map, woorden, nu, zet }) }
}

function stuk(zending: string, deel: Partial<Verzendstuk> = {}): Verzendstuk {
  const brief = {
    onderwerp: `Brief ${zending}`,
    alineas: ['Een alinea.'],
    datum: '2026-03-01',
    kenmerk: `K-${zending}`,
    afzender: { naam: 'Gemeente Rotterdam' },
    controlecode: {
      code: `C0-${zending}`,
      adres: 'https://voordeur.example/echt',
      qr: 'https://voordeur.example/echt/C0',
    },
  }
  return {
    zending,
    poging: 1,
    adres: { soort: 'post', regels: ['A. Voorbeeld', 'Straat 1', '3012 CL  Rotterdam'] },
    taal: 'nl',
    vorm: 'gewoon',
    inhoud: { soort: 'brief', brief },
    ...deel,
  }
}

const naar = (...regels: string[]) => ({ adres: { soort: 'post', regels } as const })

async function sluit(drukkerij: ReturnType<typeof open>['drukkerij']) {
  const uit = await drukkerij.sluit(0)
  return uit.soort === 'gesloten' ? uit : assert.fail(uit.soort)
}

test('a batch is sorted by country and postcode, with an address sheet and a manifest', async () => {
  const { drukkerij } = open()
  await drukkerij.weg.verzend(stuk('d', naar('A', 'Kaya Grandi 1', 'Kralendijk', 'BONAIRE')))
  await drukkerij.weg.verzend(stuk('c', naar('A', 'Straat 1', '9711 LM Groningen')))
  await drukkerij.weg.verzend(stuk('b', naar('A', 'Rue 1', '1000 Bruxelles', 'BELGIË')))
  await drukkerij.weg.verzend(
    stuk('a', { ...naar('A', 'Straat 1', '1012 JS Amsterdam', 'NEDERLAND'), vorm: 'groot' }),
  )
  await drukkerij.weg.verzend(stuk('e', { ...naar('A', 'Straat 1', '1012 JS Amsterdam'), vorm: 'braille' }))
  assert.equal(await drukkerij.open(), 5)
  const { map, manifest } = await sluit(drukkerij)
  assert.deepEqual(manifest.stukken.map(({ zending }) => zending).slice(2), ['c', 'b', 'd'])
  assert.deepEqual(new Set(manifest.stukken.slice(0, 2).map(({ zending }) => zending)), new Set(['a', 'e']))
  assert.equal(manifest.brieven, 5)
  const { bladzijden } = manifest
  assert.equal(
    bladzijden,
    manifest.stukken.reduce((som, een) => som + een.bladzijden, 0),
  )
  assert.deepEqual(
    readdirSync(map).sort(),
    [...manifest.stukken.map(({ bestand }) => bestand), 'adresblad.pdf', 'manifest.json'].sort(),
  )
  assert.deepEqual(await drukkerij.controleer(1), [])
  assert.equal(await drukkerij.open(), 0)
  assert.equal((await drukkerij.sluit()).soort, 'leeg')
  // The manifest may be kept for long: it says nothing of whom or what.
  assert.doesNotMatch(readFileSync(join(map, 'manifest.json'), 'utf8'), /Voorbeeld|Straat|Amsterdam|Brief /)
})

test('the same sending is one letter, also after its batch was closed', async () => {
  const { drukkerij } = open()
  assert.deepEqual(await drukkerij.weg.verzend(stuk('a')), { soort: 'klaar' })
  assert.deepEqual(await drukkerij.weg.verzend(stuk('a', { poging: 2 })), { soort: 'klaar' })
  assert.equal((await sluit(drukkerij)).manifest.brieven, 1)
  assert.deepEqual(await drukkerij.weg.verzend(stuk('a', { poging: 3 })), { soort: 'klaar' })
  assert.equal((await drukkerij.sluit()).soort, 'leeg')
})

test('what cannot go by post is refused for good, and a disk that is full only for now', async () => {
  const { map, drukkerij } = open()
  const tekst = { soort: 'tekst', onderwerp: 'x', tekst: 'x' } as const
  assert.deepEqual(await drukkerij.weg.verzend(stuk('a', { inhoud: tekst })), {
    soort: 'blijvend',
    reden: 'geen-brief',
  })
  assert.deepEqual(await drukkerij.weg.verzend(stuk('a', naar('alleen een naam'))), {
    soort: 'blijvend',
    reden: 'geen-postadres',
  })
  rmSync(join(map, 'open'), { recursive: true })
  writeFileSync(join(map, 'open'), 'geen map')
  assert.deepEqual(await drukkerij.weg.verzend(stuk('a')), { soort: 'tijdelijk', reden: 'schijf' })
  const zonder = openDrukkerij({ ...open(), woorden, nu, zet: async () => ({ soort: 'geen-zetter' }) })
  assert.deepEqual(await zonder.weg.verzend(stuk('a')), { soort: 'tijdelijk', reden: 'geen-zetter' })
})

test('who falls over after the rename leaves a whole batch, and the next takes its letters off the pile', async () => {
  const { map, drukkerij } = open()
  await drukkerij.weg.verzend(stuk('a'))
  const voor = mkdtempSync(join(wortel, 'kopie-'))
  cpSync(join(map, 'open'), voor, { recursive: true })
  await sluit(drukkerij)
  // As it was between the rename and the tidying up.
  for (const naam of readdirSync(join(map, 'verwerkt'))) rmSync(join(map, 'verwerkt', naam))
  cpSync(voor, join(map, 'open'), { recursive: true })
  await drukkerij.weg.verzend(stuk('b'))
  const { manifest } = await sluit(drukkerij)
  assert.deepEqual([manifest.nummer, manifest.stukken.map(({ zending }) => zending)], [2, ['b']])
})

test('half a batch of a process that is gone is no batch', async () => {
  const { map, drukkerij } = open()
  await drukkerij.weg.verzend(stuk('a'))
  const { map: dicht } = await sluit(drukkerij)
  renameSync(dicht, join(map, 'gesloten', '.bezig-0123456789ab'))
  for (const naam of readdirSync(join(map, 'verwerkt')))
    renameSync(join(map, 'verwerkt', naam), join(map, 'open', naam))
  writeFileSync(join(map, 'open', `${'0'.repeat(32)}.json.aa.deel`), '{')
  // The document was tidied away with the batch: nothing is printed that is not whole.
  assert.equal((await drukkerij.sluit()).soort, 'beschadigd')
  assert.equal(await drukkerij.controleer(1), undefined)
})

test('ten who close at once put each letter in exactly one batch', async () => {
  const { map, drukkerij } = open()
  for (let i = 0; i < 12; i += 1) await drukkerij.weg.verzend(stuk(`z${i}`))
  const anderen = Array.from({ length: 10 }, () => openDrukkerij({ map, woorden, nu, zet }))
  await Promise.all(anderen.map((een) => een.sluit()))
  const nummers = readdirSync(join(map, 'gesloten')).filter((naam) => /^\d{6}$/.test(naam))
  const zendingen = nummers.flatMap((nummer) =>
    manifestvorm
      .parse(JSON.parse(readFileSync(join(map, 'gesloten', nummer, 'manifest.json'), 'utf8')))
      .stukken.map(({ zending }) => zending),
  )
  assert.equal(zendingen.length, 12)
  assert.equal(new Set(zendingen).size, 12)
})

test('a closed batch that was changed is found, file by file', async () => {
  const { drukkerij } = open()
  for (const zending of ['a', 'b']) await drukkerij.weg.verzend(stuk(zending))
  const { map, manifest } = await sluit(drukkerij)
  const [een = '', twee = ''] = manifest.stukken.map(({ bestand }) => bestand)
  chmodSync(join(map, een), 0o600)
  writeFileSync(join(map, een), 'anders')
  rmSync(join(map, twee))
  writeFileSync(join(map, 'erbij.pdf'), 'x')
  assert.deepEqual(await drukkerij.controleer(1), [
    { bestand: een, fout: 'anders' },
    { bestand: twee, fout: 'weg' },
    { bestand: 'erbij.pdf', fout: 'te-veel' },
  ])
})

test('a letter is found by reference, code or number, printed again saying so, and told of once when it comes back', async () => {
  const { map, drukkerij } = open()
  for (const zending of ['a', 'b']) await drukkerij.weg.verzend(stuk(zending, { vorm: 'audio' }))
  await sluit(drukkerij)
  assert.equal((await drukkerij.zoek('K-zz')).soort, 'onbekend')
  for (const gezocht of ['a', 'k-a', 'C0 A']) {
    const gevonden = await drukkerij.zoek(gezocht)
    assert.ok(gevonden.soort === 'gevonden' && gevonden.stuk.zending === 'a', gezocht)
  }
  const gevonden = await drukkerij.zoek('K-a')
  if (gevonden.soort !== 'gevonden') assert.fail()
  assert.equal((await drukkerij.drukOpnieuw(gevonden.stuk)).soort, 'ligt')
  assert.equal((await drukkerij.drukOpnieuw(gevonden.stuk)).soort, 'lag-er-al')
  const { map: dicht, manifest } = await sluit(drukkerij)
  const [opnieuw] = manifest.stukken
  assert.deepEqual([manifest.brieven, opnieuw?.zending, opnieuw?.herdruk], [1, 'a', 1])
  assert.match(
    readFileSync(join(dicht, opnieuw?.bestand ?? ''), 'utf8'),
    /Dit is een nieuwe afdruk van onze brief van 1 maart 2026/,
  )

  const laatste = await drukkerij.zoek('a')
  if (laatste.soort !== 'gevonden') assert.fail()
  assert.equal(laatste.stuk.herdruk?.keer, 1)
  assert.equal(await drukkerij.retour(laatste.stuk, 'onbekend op dit adres'), 'gemeld')
  assert.equal(await drukkerij.retour(laatste.stuk), 'was-er-al')
  const gehoord: Terugbericht[] = []
  await assert.rejects(
    drukkerij.terugberichten(async () => {
      throw new Error('databank weg')
    }),
  )
  const ander = openDrukkerij({ map, woorden, nu, zet })
  const aantal = await ander.terugberichten(async (een) => void gehoord.push(een))
  assert.equal(await ander.terugberichten(async (een) => void gehoord.push(een)), 0)
  const vertrokken = gehoord.splice(0, aantal - 1)
  assert.ok(vertrokken.length > 0 && vertrokken.every(({ uitkomst }) => uitkomst === 'verzonden'))
  assert.deepEqual(gehoord, [{ zending: 'a', uitkomst: 'retour', reden: 'onbekend op dit adres', op: nu() }])
})

test('two letters with one reference: somebody must say which', async () => {
  const { drukkerij } = open()
  const zelfde = stuk('a')
  await drukkerij.weg.verzend(zelfde)
  await drukkerij.weg.verzend({ ...zelfde, zending: 'b' })
  await sluit(drukkerij)
  assert.deepEqual(await drukkerij.zoek('K-a'), { soort: 'meer', zendingen: ['a', 'b'] })
})

test('an address is read from its end', () => {
  const regels = (...r: string[]) => sorteersleutel(r)
  assert.deepEqual(regels('A', 'B 1', '1234 ab  Den Haag'), {
    land: '',
    postcode: '1234AB',
    plaats: 'DEN HAAG',
  })
  assert.deepEqual(regels('A', '1234AB X', 'Nederland'), { land: '', postcode: '1234AB', plaats: 'X' })
  assert.deepEqual(regels('A', 'Kaya 1', 'Kralendijk', 'Bonaire'), {
    land: 'BONAIRE',
    postcode: '',
    plaats: 'KRALENDIJK',
  })
  assert.deepEqual(regels('A', 'Weg 1', 'D-50667 Köln', 'Duitsland'), {
    land: 'DUITSLAND',
    postcode: 'D-50667',
    plaats: 'KÖLN',
  })
})

test('a letter that is asked about before it leaves goes with a batch only on a yes to that very question', async () => {
  const { drukkerij, map } = open()
  const { kijkNa } = drukkerij.weg
  assert.ok(kijkNa)
  for (const zending of ['leeft', 'overleden', 'zwijgt'])
    await drukkerij.weg.verzend(stuk(zending, { kijk: { soort: 'kans' } }))
  await drukkerij.weg.verzend(stuk('besluit'))
  // Nobody answers: what has to be asked about stays, and the rest goes.
  const zonder = await sluit(drukkerij)
  assert.deepEqual([zonder.manifest.stukken.map(({ zending }) => zending), zonder.blijven], [['besluit'], 3])

  const oordelen = { leeft: 'juist', overleden: 'weg', zwijgt: 'weet-niet' } as const
  const gevraagd: string[] = []
  const oordeel = async (zending: string) => {
    gevraagd.push(zending)
    return oordelen[zending as keyof typeof oordelen]
  }
  // Nothing is asked while nobody closes.
  await kijkNa(oordeel)
  assert.equal(gevraagd.length, 0)
  const sluiting = drukkerij.sluit(500)
  for (let i = 0; i < 40 && gevraagd.length < 3; i++) {
    await kijkNa(oordeel)
    await new Promise((klaar) => setTimeout(klaar, 10))
  }
  const met = await sluiting
  assert.ok(met.soort === 'gesloten')
  assert.deepEqual([met.manifest.stukken.map(({ zending }) => zending), met.blijven], [['leeft'], 1])
  assert.ok(!gevraagd.includes('besluit'))
  assert.equal(await drukkerij.open(), 1, 'of who died nothing lies there any more')
  assert.equal(readdirSync(join(map, 'open')).length, 2, 'nor the document')
  // A yes of then is none now: who closes again asks again.
  assert.deepEqual(await drukkerij.sluit(0), { soort: 'leeg', blijven: 1 })
})
