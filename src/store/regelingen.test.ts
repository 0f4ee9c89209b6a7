import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { stilLog } from '../platform/index.ts'
import { luister } from './luister.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { regelingKanaal, regelingOpslag } from './regelingen.ts'
import { alsRol } from './rollen.ts'

const tekst = (bestand: string, inhoud: string) => ({
  bestand,
  tekst: inhoud,
  sha256: createHash('sha256').update(inhoud).digest('hex'),
})

test('publishing stores by hash, activates as a whole, and the last activation of a path holds', async (t) => {
  const { databank } = await openProefdatabank(t)
  const opslag = regelingOpslag(databank)
  assert.deepEqual(await opslag.gepubliceerd(), { nummer: 0, bestanden: [] })
  const een = tekst('regelingen/a/2026-01-01.yaml', 'versie: 1')
  const twee = tekst('regelingen/a/2026-01-01.yaml', 'versie: 2')
  const ander = tekst('regelingen/b/2026-01-01.yaml', 'b')
  const eerste = await opslag.activeer([een, ander], 0)
  assert.equal(eerste.status, 'geactiveerd')
  const tweede = await opslag.activeer([twee], eerste.nummer)
  assert.equal(tweede.status, 'geactiveerd')
  assert.ok(tweede.nummer > eerste.nummer)
  assert.deepEqual(await opslag.gepubliceerd(), { nummer: tweede.nummer, bestanden: [twee, ander] })
  // Nothing is lost: the first text is still found by its hash.
  assert.deepEqual(await opslag.teksten([een.sha256]), [een])
})

test('who checked against an older state is told so, and nothing is activated', async (t) => {
  const { databank } = await openProefdatabank(t)
  const opslag = regelingOpslag(databank)
  const pogingen = await Promise.all([
    opslag.activeer([tekst('regelingen/a/2026-01-01.yaml', 'a')], 0),
    opslag.activeer([tekst('regelingen/b/2026-01-01.yaml', 'b')], 0),
  ])
  assert.deepEqual(pogingen.map((p) => p.status).sort(), ['geactiveerd', 'ingehaald'])
  assert.equal((await opslag.gepubliceerd()).bestanden.length, 1)
})

test('texts that take part are kept once, and the last one of a path is found', async (t) => {
  const { databank } = await openProefdatabank(t)
  const opslag = regelingOpslag(databank)
  const oud = tekst('feiten/x.yaml', 'oud')
  await opslag.bewaar([oud])
  await opslag.bewaar([oud, tekst('feiten/y.yaml', 'y')])
  assert.deepEqual(await opslag.laatste(['feiten/x.yaml', 'feiten/z.yaml']), [oud])
  await assert.rejects(databank.deleteFrom('regeling_bestand').execute(), /permission denied/)
})

test('a listener hears a publication', async (t) => {
  const { databank, url } = await openProefdatabank(t)
  const opslag = regelingOpslag(databank)
  let keer = 0
  let wek = () => {}
  const stop = luister({
    ...alsRol(url, 'app'),
    log: stilLog,
    kanaal: regelingKanaal,
    bij: () => {
      keer += 1
      wek()
    },
  })
  t.after(stop)
  const volgende = () => new Promise<void>((klaar) => (wek = klaar))
  await volgende() // connected
  const gehoord = volgende()
  await opslag.activeer([tekst('regelingen/a/2026-01-01.yaml', 'a')], 0)
  await gehoord
  assert.equal(keer, 2)
})
