import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { eigenAfzender, leesControlecode, openControlecodes } from '../afzender/index.ts'
import { openSleutelring } from '../audit/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { datum } from '../kalender/index.ts'
import { kanalenMetWerk, type Verzenduitslag, type Verzendwerk, werkKanaalAf } from '../kanalen/index.ts'
import { ingangen } from './context.ts'
import { controlecodeOpslag, sleutellogOpslag } from './controlecodes.ts'
import type { Databank } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { mail, openProefverzending, straat } from './proefverzending.ts'

const [oud, nieuw] = ['het oude geheim, lang genoeg voor ons', 'het nieuwe geheim, lang genoeg voor ons']
const mobiel = { soort: 'telefoon', nummer: '06 12345678' } as const
const svb = proeforganisatie('svb')

async function openHuis(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank, alsRol } = await openProefdatabank(t)
  const huis = openProefverzending({ databank, alsRol })
  const opgesteld: (readonly [string, string | undefined])[] = []
  const metRing = (geheimen: readonly string[]) =>
    openControlecodes({
      codes: controlecodeOpslag(databank),
      sleutels: sleutellogOpslag(databank),
      ring: openSleutelring(() => geheimen),
      nu: huis.werk.nu,
    })
  const werk = (codes: Verzendwerk['codes']): Verzendwerk => ({
    ...huis.werk,
    codes,
    opstel: async (vraag) => {
      opgesteld.push([vraag.kanaal, vraag.code?.geschreven])
      return huis.werk.opstel(vraag)
    },
  })
  const werkAf = async (met: Verzendwerk): Promise<void> => {
    for (let isMeer = true; isMeer; ) {
      isMeer = false
      huis.klok.nu = new Date(huis.klok.nu.getTime() + 1)
      for (const kanaal of kanalenMetWerk) if (await werkKanaalAf(met, kanaal)) isMeer = true
    }
  }
  return { ...huis, databank, metRing, nieuwWerk: werk, werkAf, opgesteld }
}

test('one code for every try and every way of a message, also when the keys changed in between', async (t) => {
  const huis = await openHuis(t)
  const uitslagen: Verzenduitslag[] = [{ soort: 'tijdelijk', reden: 'vol' }]
  const email = huis.weg('email', async () => uitslagen.shift() ?? { soort: 'verzonden' })
  const [sms, brief] = [huis.weg('sms'), huis.weg('brief')]
  const an = huis.persoon()
  await huis.maakBereikbaar(an, mail)
  await huis.maakBereikbaar(an, mobiel)
  await huis.als(an, 'contactvoorkeuren', (bewijs) => huis.adressen.voegToe(huis.zelf(an), straat, bewijs))
  const inhoud = { onderwerp: { nl: 'Besluit' }, alineas: [{ nl: 'Lees het.' }], van: svb }
  const id = await huis.stuur(an, { soort: 'besluit', inhoud })
  const eerst = huis.nieuwWerk(huis.metRing([oud]))
  await huis.werkAf(eerst)
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 3_600_000)
  await huis.werkAf(eerst)
  const mislukt = (zending = '') =>
    huis.bezorgdienst.neemTerug({ zending, uitkomst: 'mislukt', reden: '5.1.1', op: huis.klok.nu })
  await mislukt(email.gekregen[0]?.zending)
  const later = huis.nieuwWerk(huis.metRing([nieuw, oud]))
  await huis.werkAf(later)
  await mislukt(sms.gekregen[0]?.zending)
  await huis.werkAf(later)
  assert.equal(brief.gekregen.length, 1)
  assert.deepEqual(
    huis.opgesteld.map(([kanaal]) => kanaal),
    ['email', 'email', 'sms', 'brief'],
  )
  const [[, code]] = huis.opgesteld as [(typeof huis.opgesteld)[number]]
  assert.match(code ?? '', /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/)
  assert.deepEqual(new Set(huis.opgesteld.map(([, een]) => een)), new Set([code]))
  const gelezen = leesControlecode(code ?? '')
  assert.ok(gelezen.status === 'goed')
  assert.deepEqual(await huis.metRing([nieuw, oud]).zoek(gelezen.code), {
    organisatie: svb,
    datum: '2026-03-01',
    onderwerp: 'besluiten',
    bericht: id,
  })
})

test('who falls over between the code and the letter makes no second one; at once with another node neither', async (t) => {
  const huis = await openHuis(t)
  const brief = huis.weg('brief')
  const mensen = Array.from({ length: 12 }, () => huis.persoon())
  for (const een of mensen) huis.postadressen.set(een, straat.regels)
  for (const een of mensen) await huis.stuur(een)
  const codes = huis.metRing([oud])
  await werkKanaalAf(huis.nieuwWerk(codes), 'berichtenbox')
  // The code was written down; of what came after it nothing was.
  const gestrand: Verzendwerk = {
    ...huis.nieuwWerk(codes),
    codes: {
      maakControlecodes: async (vragen) => {
        await codes.maakControlecodes(vragen)
        throw new Error('kill -9')
      },
    },
  }
  await assert.rejects(werkKanaalAf(gestrand, 'brief'), /kill -9/)
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 180_000)
  await Promise.all([
    huis.werkAf(huis.nieuwWerk(huis.metRing([nieuw, oud]))),
    huis.werkAf(huis.nieuwWerk(huis.metRing([oud]))),
  ])
  assert.equal(brief.gekregen.length, 12)
  assert.equal(new Set(huis.opgesteld.map(([, code]) => code)).size, 12)
  assert.equal(await aantalCodes(huis.databank), 12)
})

test('several nodes that never saw each other make one code of each message', async (t) => {
  const huis = await openHuis(t)
  const vragen = Array.from({ length: 60 }, (_, i) => ({
    organisatie: eigenAfzender,
    datum: datum('2026-03-01'),
    onderwerp: 'zaken' as const,
    bericht: `018f2d0a-0000-7000-8000-${String(i).padStart(12, '0')}`,
  }))
  const anders = [...vragen].reverse()
  const uitkomsten = await Promise.all(
    [[oud], [nieuw, oud], [oud], [nieuw, oud]].map((geheimen, i) =>
      huis.metRing(geheimen).maakControlecodes(i % 2 === 0 ? vragen : anders),
    ),
  )
  const per = (uit: (typeof uitkomsten)[number] | undefined) =>
    vragen.map(({ bericht }) => uit?.get(bericht)?.code)
  // A node without the newer secret cannot say what was made with it, and says nothing.
  const alles = per(uitkomsten[1])
  assert.equal(new Set(alles).size, 60)
  assert.deepEqual(per(uitkomsten[3]), alles)
  for (const uit of [uitkomsten[0], uitkomsten[2]])
    for (const [i, code] of per(uit).entries()) assert.ok(code === undefined || code === alles[i])
  assert.equal(await aantalCodes(huis.databank), 60)
})

async function aantalCodes(databank: Databank): Promise<number | undefined> {
  return ingangen(databank).alsTaak('controlecodes', async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from controlecode`.execute(tx)
    return rows[0]?.n
  })
}
