import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Voorkeurwijziging } from '../kanalen/index.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { openProefverzending } from './proefverzending.ts'

async function openHuis(t: Parameters<typeof openProefdatabank>[0]) {
  const huis = openProefverzending(await openProefdatabank(t))
  const an = huis.persoon()
  const als = <T>(fn: Parameters<typeof huis.als<T>>[2]) => huis.als(an, 'contactvoorkeuren', fn)
  const wijzig = (maak: Parameters<typeof huis.voorkeuren.wijzig>[1]) =>
    als((bewijs) => huis.voorkeuren.wijzig(huis.zelf(an), maak, bewijs))
  const beeld = () => als((bewijs) => huis.voorkeuren.haal(huis.zelf(an), bewijs))
  return { wijzig, beeld }
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
