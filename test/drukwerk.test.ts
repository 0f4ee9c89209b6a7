import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openBrieven } from '../src/app-brieven.ts'
import { MEEGELEVERD } from '../src/corpus/index.ts'
import { leesBriefwoorden, openDrukkerij } from '../src/kanalen/brief/index.ts'
import type { Terugbericht } from '../src/kanalen/index.ts'
import { Levensloop, stilLog } from '../src/platform/index.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { openProefverzending } from '../src/store/proefverzending.ts'

const uurMs = 3_600_000
const woorden = leesBriefwoorden(join(MEEGELEVERD, 'teksten'))

function maakMap(t: { after: (fn: () => void) => void }): string {
  const map = mkdtempSync(join(tmpdir(), 'vd-drukwerk-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  return map
}

test('a letter counts as sent when its batch is closed, and until then somebody is warned', async (t) => {
  const huis = openProefverzending(await openProefdatabank(t))
  const drukkerij = openDrukkerij({ map: maakMap(t), woorden, nu: () => huis.klok.nu })
  huis.wegen.set('brief', { ...drukkerij.weg, gekregen: [] })
  const an = huis.persoon()
  huis.postadressen.set(an, ['Mevrouw An', 'Dorpsstraat 1', '1234 AB Dorp'])
  // As text: nothing has to be set.
  await huis.als(an, 'contactvoorkeuren', (bewijs) =>
    huis.voorkeuren.wijzig(
      huis.zelf(an),
      () => ({ keuzes: [{ bereik: {}, keuze: { vorm: 'braille' } }] }),
      bewijs,
    ),
  )
  const id = await huis.stuur(an)
  await huis.werkAf()
  const moment = async () =>
    (await huis.als(an, 'berichten-tonen', (bewijs) => huis.postbus.verloop(an, id, bewijs)))?.moment
  const brief = async () => (await huis.verloop(an, id)).find(({ kanaal }) => kanaal === 'brief')
  assert.deepEqual([await moment(), (await brief())?.stand], [undefined, 'klaar'])
  const neem = async (terug: Terugbericht) => void (await huis.bezorgdienst.neemTerug(terug))
  assert.equal(await drukkerij.terugberichten(neem), 0)

  huis.klok.nu = new Date(huis.klok.nu.getTime() + 30 * uurMs)
  const gesloten = huis.klok.nu
  assert.equal((await drukkerij.sluit()).soort, 'gesloten')
  huis.klok.nu = new Date(huis.klok.nu.getTime() + uurMs)
  assert.equal(await drukkerij.terugberichten(neem), 1)
  assert.equal(await drukkerij.terugberichten(neem), 0)
  assert.deepEqual(await moment(), { op: gesloten, kanaal: 'brief', isTweede: false })
  assert.equal((await brief())?.stand, 'verzonden')
})

test('letters that nobody prints for a day are seen in what is asked about health', async (t) => {
  const map = maakMap(t)
  let nu = new Date('2026-03-02T09:00:00Z')
  const { weg } = openDrukkerij({ map, woorden, nu: () => nu })
  const inhoud = {
    onderwerp: 'Een brief',
    alineas: ['Tekst.'],
    datum: '2026-03-02',
    afzender: { naam: 'Svb' },
  }
  await weg.verzend({
    zending: 'a',
    poging: 1,
    adres: { soort: 'post', regels: ['A. Voorbeeld', '3012 CL  Rotterdam'] },
    taal: 'nl',
    vorm: 'braille',
    inhoud: { soort: 'brief', brief: inhoud },
  })
  const stand = async () => {
    const levensloop = new Levensloop(stilLog)
    const deel = openBrieven(
      {
        config: { brieven: { map, venster: undefined, retouradres: undefined } },
        klok: { nu: () => nu },
        log: stilLog,
      },
      async () => {},
      levensloop,
    )
    const [[, controle] = []] = deel.controles
    await deel.kijk?.()
    const uit = await controle?.()
    await levensloop.sluit()
    return uit
  }
  assert.equal((await stand())?.stand, 'goed')
  nu = new Date('2026-03-03T09:01:00Z')
  assert.deepEqual(await stand(), { stand: 'beperkt', wachtenOpDruk: 1, oudsteSeconden: 86_460 })
})
