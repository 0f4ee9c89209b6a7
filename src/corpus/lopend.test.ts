import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { bereken, controleerBewijs, parseVraag } from '../engine/index.ts'
import type { CorpusArchief } from './archief.ts'
import { type BronBestand, bronBestand } from './bestand.ts'
import { vindTeksten } from './bewijs.ts'
import type { GepubliceerdBestand } from './laden.ts'
import { type LopendCorpus, startCorpus } from './lopend.ts'
import { MEEGELEVERD } from './meegeleverd.ts'

const PAD = 'regelingen/lokaal/GM0344/proefbijdrage/2026-01-01.yaml'

const regeling = (bedrag: string, versie = 1) => `id: proefbijdrage
naam: Proefbijdrage
soort: geld
uitvoerder: gemeente
gebied: GM0344
grondslag: { wet: Verordening proefbijdrage }
vanaf: 2026-01-01
versie: ${versie}
parameters:
  bijdrage_bedrag: { waarde: ${bedrag}, eenheid: EUR/maand, bron: artikel 1 }
  hoogste_inkomen: { waarde: 25000, eenheid: EUR/jaar, bron: artikel 2 }
regels:
  inkomen_is_laag:
    artikel: "2"
    eenheid: ja-nee
    formule: aanvrager.toetsingsinkomen <= hoogste_inkomen
  bijdrage:
    artikel: "1"
    eenheid: EUR/maand
    formule: bijdrage_bedrag
uitkomst: { voorwaarden: [inkomen_is_laag], bedrag: bijdrage }
teksten:
  nl: { titel: Proef, kort: Een proef., voorwaarden: { inkomen_is_laag: Uw inkomen is laag. } }
kanalen:
  balie: { tekst: { nl: Loop binnen. } }
`

/** A database of one test: everything is kept, nothing is lost. */
function proefArchief() {
  const bewaard: GepubliceerdBestand[] = []
  let gepubliceerd: readonly GepubliceerdBestand[] = []
  let nummer = 0
  const bewaar = (bestanden: readonly BronBestand[]): void => {
    for (const b of bestanden) {
      if (!bewaard.some((a) => a.sha256 === b.sha256)) {
        bewaard.push({ bestand: b.bestand, sha256: b.sha256, tekst: b.tekst })
      }
    }
  }
  const archief: CorpusArchief = {
    nummer: async () => nummer,
    gepubliceerd: async () => ({ nummer, bestanden: gepubliceerd }),
    bewaar: async (bestanden) => bewaar(bestanden),
    laatste: async (paden) => paden.flatMap((pad) => bewaard.findLast((b) => b.bestand === pad) ?? []),
    teksten: async (hashes) => bewaard.filter((b) => hashes.includes(b.sha256)),
  }
  const publiceer = (bestand: BronBestand): void => {
    bewaar([bestand])
    gepubliceerd = [...gepubliceerd.filter((b) => b.bestand !== bestand.bestand), bestand]
    nummer += 1
  }
  return { archief, publiceer }
}

function proefmap(t: TestContext): { map: string; schrijf: (tekst: string) => void } {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-corpus-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  let tijd = 1_700_000_000
  const schrijf = (tekst: string): void => {
    const pad = join(map, PAD)
    mkdirSync(dirname(pad), { recursive: true })
    writeFileSync(pad, tekst)
    // Two writes within one tick of the clock would look like the same file.
    tijd += 10
    utimesSync(pad, tijd, tijd)
  }
  return { map, schrijf }
}

async function start(mappen: readonly string[], archief: CorpusArchief): Promise<LopendCorpus> {
  const gestart = await startCorpus({ mappen, archief })
  assert.ok(gestart.ok, gestart.ok ? '' : JSON.stringify(gestart.fouten.slice(0, 3)))
  return gestart.lopend
}

function uitkomst(lopend: LopendCorpus) {
  const { engine } = lopend.huidig()
  const vraag = parseVraag(engine, {
    datum: '2026-03-01',
    huishouden: { aanvrager: { toetsingsinkomen: 2_000_000 }, woning: { gemeente: 'GM0344' } },
    regelingen: ['proefbijdrage'],
  })
  assert.ok(vraag.ok)
  const [eerste] = bereken(engine, vraag.vraag).uitkomsten
  assert.ok(eerste)
  return eerste
}

test('what is published holds without a restart, and a receipt of before still replays', async (t) => {
  const { map, schrijf } = proefmap(t)
  schrijf(regeling('10'))
  const { archief, publiceer } = proefArchief()
  const lopend = await start([MEEGELEVERD, map], archief)
  const eerder = uitkomst(lopend)
  assert.equal(eerder.bedrag?.waarde, 1_000)
  assert.deepEqual(await lopend.ververs(), { status: 'ongewijzigd' })

  publiceer(bronBestand(PAD, regeling('20', 2)))
  // A notice and the timer at once: one swap.
  const [een, twee] = await Promise.all([lopend.ververs(), lopend.ververs()])
  assert.deepEqual([een.status, twee.status], ['gewisseld', 'ongewijzigd'])
  assert.equal(uitkomst(lopend).bedrag?.waarde, 2_000)
  assert.equal(lopend.stand().activering, 1)

  const { engine } = lopend.huidig()
  const bewijs = eerder.ontvangstbewijs
  assert.equal(controleerBewijs(engine, bewijs).status, 'bestand-onbekend')
  assert.deepEqual(controleerBewijs(engine, bewijs, await vindTeksten(archief, bewijs)), { status: 'gelijk' })
  const vervalst = { ...bewijs, uitkomst: { ...bewijs.uitkomst, bedrag: 9_900 } }
  assert.equal(controleerBewijs(engine, vervalst, await vindTeksten(archief, vervalst)).status, 'anders')
})

test('a file that becomes faulty leaves its last good text in force, while running and after a restart', async (t) => {
  const { map, schrijf } = proefmap(t)
  schrijf(regeling('10'))
  const { archief } = proefArchief()
  const lopend = await start([MEEGELEVERD, map], archief)
  schrijf(regeling('10 # euro?\nfout').replace('bron: artikel 1', 'bron: [niet dicht'))
  const verversing = await lopend.ververs()
  assert.ok(verversing.status === 'gewisseld' && verversing.waarschuwingen.length > 0)
  assert.equal(uitkomst(lopend).bedrag?.waarde, 1_000)
  const geweigerd = (l: LopendCorpus) => l.stand().geweigerd.map((g) => [g.bestand, g.inPlaats])
  assert.deepEqual(geweigerd(lopend), [[PAD, 'laatste-goede']])

  const herstart = await start([MEEGELEVERD, map], archief)
  assert.equal(uitkomst(herstart).bedrag?.waarde, 1_000)
  assert.deepEqual(geweigerd(herstart), [[PAD, 'laatste-goede']])

  schrijf(regeling('30'))
  assert.equal((await herstart.ververs()).status, 'gewisseld')
  assert.equal(uitkomst(herstart).bedrag?.waarde, 3_000)
  assert.deepEqual(geweigerd(herstart), [])
})

test('a fault in the shipped files stops the start, and while running leaves everything as it was', async (t) => {
  const { map, schrijf } = proefmap(t)
  cpSync(MEEGELEVERD, map, { recursive: true })
  const { archief } = proefArchief()
  const lopend = await start([map], archief)
  schrijf('id: [')
  const verversing = await lopend.ververs()
  assert.equal(verversing.status, 'geweigerd')
  assert.equal(lopend.stand().fouten.length > 0, true)
  assert.ok(lopend.huidig().engine.ids.has('zorgtoeslag'))
  const opnieuw = await startCorpus({ mappen: [map], archief })
  assert.ok(!opnieuw.ok)
  assert.deepEqual([...new Set(opnieuw.fouten.map((f) => f.bestand))], [PAD])
})

test('a receipt replays with the facts and places of its own time, or says which of them are not to be had', async (t) => {
  const { map } = proefmap(t)
  cpSync(MEEGELEVERD, map, { recursive: true })
  const erbij = proefmap(t)
  erbij.schrijf(regeling('10'))
  const { archief } = proefArchief()
  const lopend = await start([map, erbij.map], archief)
  const bewijs = uitkomst(lopend).ontvangstbewijs
  const genoemd = bewijs.vocabulaire.map((b) => b.bestand)
  assert.ok(genoemd.includes('feiten/basis.yaml') && genoemd.includes('gebieden/gebieden.yaml'))
  assert.ok(JSON.stringify(bewijs.vocabulaire).length < 1_000)

  // The income of the receipt is no income any more, and the place has another name.
  for (const [bestand, van, naar] of [
    ['feiten/basis.yaml', 'bereik: [-1000000, 1000000]', 'bereik: [-1000000, 1000]'],
    ['gebieden/gebieden.yaml', 'naam: Utrecht, soort: gemeente', 'naam: Nieuw-Utrecht, soort: gemeente'],
  ] as const) {
    const oud = readFileSync(join(map, bestand), 'utf8')
    assert.ok(oud.includes(van), bestand)
    writeFileSync(join(map, bestand), oud.replace(van, naar))
  }
  assert.equal((await lopend.ververs()).status, 'gewisseld')
  const { engine } = lopend.huidig()
  assert.deepEqual(controleerBewijs(engine, bewijs, await vindTeksten(archief, bewijs, engine)), {
    status: 'gelijk',
  })
  assert.deepEqual(controleerBewijs(engine, bewijs), {
    status: 'bestand-onbekend',
    bestanden: ['feiten/basis.yaml', 'gebieden/gebieden.yaml'],
  })
  // One that names no words at all is not replayed with those of now.
  const { vocabulaire: _, ...zonder } = bewijs
  assert.deepEqual(controleerBewijs(engine, zonder, await vindTeksten(archief, zonder, engine)), {
    status: 'bestand-onbekend',
    bestanden: ['feiten', 'gebieden'],
  })
})

test('texts that are in use are not fetched from the archive', async () => {
  const gevraagd: (readonly string[])[] = []
  const teksten = async (hashes: readonly string[]) => {
    gevraagd.push(hashes)
    return []
  }
  const { archief } = proefArchief()
  const lopend = await start([MEEGELEVERD], archief)
  const { engine } = lopend.huidig()
  const bestand = (sha256: string) => ({ bestand: 'x', sha256 })
  const eigen = engine.vocabulaireBestanden
  await vindTeksten({ teksten }, { bestanden: [bestand('a'.repeat(64))], vocabulaire: eigen }, engine)
  assert.deepEqual(gevraagd, [['a'.repeat(64)]])
})

test('nobody gets a text by asking for something that is no hash', async () => {
  const gevraagd: (readonly string[])[] = []
  const teksten = async (hashes: readonly string[]) => {
    gevraagd.push(hashes)
    return []
  }
  for (const bewijs of [null, 'x', {}, { bestanden: 'x' }, { bestanden: [{ sha256: "' or 1=1" }, 3] }]) {
    const zoek = await vindTeksten({ teksten }, bewijs)
    assert.equal(zoek('x'), undefined)
  }
  assert.deepEqual(gevraagd, [])
})
