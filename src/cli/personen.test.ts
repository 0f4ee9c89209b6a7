import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openSleutelring } from '../audit/index.ts'
import { proefbewijs, proefregister, proefverwerking } from '../audit/proefaudit.ts'
import { onthul, parseBsn } from '../domain/index.ts'
import { leesSleutelgeheimen, stilLog } from '../platform/index.ts'
import { ingangen } from '../store/context.ts'
import { openDatabank } from '../store/databank.ts'
import { toegangOpslag } from '../store/index.ts'
import { openProefdatabank } from '../store/proefdatabank.ts'
import { openToegang } from '../toegang/index.ts'
import { opdrachten } from './opdrachten.ts'
import { voerOpdrachtUit } from './voer-uit.ts'

test('the vault gets a new key and the evidence is checked from the command line', async (t) => {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-cli-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const { url, databank, alsRol } = await openProefdatabank(t)
  const typ = async (opdracht: string, anders: Readonly<Record<string, string>> = {}) => {
    const regels: string[] = []
    const omgeving = { DATABASE_URL: url, VOORDEUR_DATA: map, ...anders }
    const wereld = {
      uit: (r: string) => regels.push(r),
      fout: (r: string) => regels.push(r),
      omgeving,
      werkmap: map,
    }
    const code = await voerOpdrachtUit(opdracht.split(' '), opdrachten, wereld)
    return { code, tekst: regels.join('\n') }
  }
  // A server that runs on, with the ring of before.
  const ring = openSleutelring(() => leesSleutelgeheimen({ geheim: undefined, vorige: [], map }))
  const toegang = openToegang({
    stores: toegangOpslag({ databank, bewijs: alsRol('bewijs'), bewaring: alsRol('bewaring') }),
    register: () => proefregister(),
    ring,
    nu: () => new Date('2026-03-01T10:00:00Z'),
    toeval: randomBytes,
    registerUri: 'https://x.example/verwerkingen',
  })
  const bsn = parseBsn('999990019')
  assert.ok(bsn)
  const ik = await toegang.kluis.persoonBij(bsn)
  await toegang.audit.metVerwerking(proefverwerking(ik), async () => {})
  await toegang.audit.veranker()
  const eerste = ring.actief()

  const wissel = await typ('sleutels wissel')
  assert.equal(wissel.code, 0, wissel.tekst)
  assert.match(wissel.tekst, /^1 rijen van de kluis/)
  assert.match(wissel.tekst, new RegExp(`niet meer nodig: ${eerste}`))
  assert.equal(await toegang.kluis.persoonBij(bsn), ik, 'the running server found the new key by itself')
  const uit = await toegang.metBsn(ik, proefverwerking(ik), async (open) => onthul(open))
  assert.deepEqual(uit, { status: 'ok', uitkomst: '999990019' })

  const goed = await typ('bewijs controleer')
  assert.equal(goed.code, 0, goed.tekst)
  assert.match(goed.tekst, /Alles is zoals het is geschreven/)

  const herkenning = { middel: 'digid', niveau: 'hoog', bron: 'https://x.example', op: new Date() } as const
  const wie = { soort: 'inwoner', persoon: ik, herkenning } as const
  const { token } = await toegang.sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  assert.ok(await toegang.sessies.vind(token))
  const naast = await toegang.sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  assert.ok(await toegang.sessies.begintHulp(naast.token, { naam: 'Joke' }))
  assert.match((await typ('sessies beeindig')).tekst, /^2 sessies zijn beëindigd/)
  for (const weg of [token, naast.token]) assert.equal(await toegang.sessies.vind(weg), undefined)
  const hulp = await ingangen(databank).alsPersoon(ik, (tx) =>
    sql<{
      soort: string
    }>`select soort from bewijs_regel where soort like 'hulp-%' order by volgnummer`.execute(tx),
  )
  assert.deepEqual(
    hulp.rows.map(({ soort }) => soort),
    ['hulp-begonnen', 'hulp-geeindigd'],
  )
  const kop = await toegang.leesKop(ik, proefbewijs(ik))
  const getal = kop?.hash.toString('hex') ?? ''
  const papier = await typ(`bewijs controleer ${getal}`)
  assert.equal(papier.code, 0, papier.tekst)
  assert.match(papier.tekst, new RegExp(`persoon:${ik} nummer ${kop?.volgnummer}, van 2026-03-01`))
  assert.equal((await typ(`bewijs controleer ${'0'.repeat(64)}`)).code, 1)
  assert.equal((await typ('bewijs controleer 123')).code, 2)

  // With keys in the configuration the operator brings the new one.
  const nieuw = 'a'.repeat(40)
  const vorige = leesSleutelgeheimen({ geheim: undefined, vorige: [], map }).join(' ')
  assert.equal(
    (await typ('sleutels wissel', { VOORDEUR_SLEUTEL: nieuw, VOORDEUR_SLEUTEL_VORIGE: vorige })).code,
    0,
  )
  const zelfde = await typ('sleutels wissel', { VOORDEUR_SLEUTEL: nieuw })
  assert.equal(zelfde.code, 1)
  assert.match(zelfde.tekst, /VOORDEUR_SLEUTEL_VORIGE/)
  // The server of before does not have that key: it says so and makes nobody twice.
  await assert.rejects(toegang.kluis.persoonBij(bsn), { name: 'SleutelOntbreekt' })

  const inbreker = openDatabank({ url, log: stilLog, max: 1 })
  t.after(() => inbreker.destroy())
  await sql`update bewijs_regel set codes = '{}' where onderwerp like 'persoon:%' and volgnummer = 1`.execute(
    inbreker,
  )
  const fout = await typ('bewijs controleer')
  assert.equal(fout.code, 1)
  assert.match(fout.tekst, new RegExp(`persoon:${ik} nummer 1 is gewijzigd\\.`))
  assert.match(fout.tekst, /^0 regels in het sleutellog/m)
  await ingangen(databank).alsTaak('controlecodes', (tx) =>
    sql`insert into afzendersleutel (nummer, organisatie, kid, x, sinds, vorige, hash)
      values (1, 'svb', 'k', 'x', now(), ${'0'.repeat(64)}, ${'1'.repeat(64)})`.execute(tx),
  )
  assert.match(
    (await typ('bewijs controleer')).tekst,
    /sleutellog van afzenders klopt niet meer vanaf regel 1\./,
  )
})
