import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { maakProefmap, openProefdatabank } from '../store/proefdatabank.ts'
import { voerUit as adres } from './bron-adres.ts'
import { voerUit as lijst } from './bron-lijst.ts'
import { voerUit as sleutel } from './bron-sleutel.ts'
import { voerUit as sluit } from './bron-sluit.ts'
import { voerUit as proef } from './bron-test.ts'
import { voerUit as toon } from './bron-toon.ts'
import { voerUit as zet } from './bron-zet.ts'
import type { Wereld } from './opdracht.ts'

async function opstelling(t: TestContext) {
  const { url } = await openProefdatabank(t)
  const werkmap = maakProefmap()
  t.after(() => rmSync(werkmap, { recursive: true, force: true }))
  const gezegd: string[] = []
  const wereld: Wereld = {
    uit: (tekst) => void gezegd.push(tekst),
    fout: (tekst) => void gezegd.push(tekst),
    omgeving: {
      DATABASE_URL: url,
      // Addresses on this computer are allowed then; a command starts no organisation.
      DEMO: 'true',
      VOORDEUR_DATA: werkmap,
      VOORDEUR_NU: '2026-03-01',
      VOORDEUR_SLEUTEL: 'een sleutel van minstens tweeëndertig tekens',
      GEHEIM_ROTTERDAM: 'dit-geheim-toont-niemand',
    },
    werkmap,
  }
  const schrijfTekst = (tekst: string) => writeFileSync(join(werkmap, 'bron.json'), tekst)
  const schrijf = (inhoud: unknown) => schrijfTekst(JSON.stringify(inhoud))
  const stil = () => gezegd.splice(0).join('\n')
  return { wereld, schrijf, schrijfTekst, stil }
}

const bestand = {
  organisatie: 'gemeente-GM0599',
  rsins: ['999800103'],
  adressen: {
    zrc: 'http://127.0.0.1:9/zaken/api/v1',
    ztc: 'http://127.0.0.1:9/catalogi/api/v1',
  },
  aanmelden: { soort: 'zgw-jwt', client: 'voordeur' },
  geheim_uit: { register: 'GEHEIM_ROTTERDAM' },
}

test('a file connects an organisation; its secret comes from the environment and is said nowhere', async (t) => {
  const { wereld, schrijf, stil } = await opstelling(t)
  schrijf(bestand)
  assert.equal(await zet(['bron.json'], wereld), 0)
  assert.match(stil(), /Het geldt nu meteen\. Versie 1: nieuwe aansluiting/)
  // The same file again, with the same secret, changes nothing.
  assert.equal(await zet(['bron.json'], wereld), 0)
  assert.equal(stil(), 'Er was niets veranderd. Uit. Wij vragen niets.')
  // What a file leaves out stays, also inside a part.
  const drc = 'http://127.0.0.1:9/documenten/api/v1'
  schrijf({ organisatie: bestand.organisatie, adressen: { drc } })
  assert.equal(await zet(['bron.json'], wereld), 0)
  assert.match(stil(), /Versie 2: adressen\. Uit/)
  const grenzen = { verbindMs: 500, totaalMs: 4_000, tegelijk: 5 }
  schrijf({ organisatie: bestand.organisatie, stand: 'proef', grenzen })
  assert.equal(await zet(['bron.json'], wereld), 0)
  assert.match(stil(), /Versie 3: tijd en drukte, aan of uit\. Proef\./)
  // It cannot be reached, so it does not go on; that it was wanted is said.
  schrijf({ organisatie: bestand.organisatie, stand: 'aan' })
  assert.equal(await zet(['bron.json'], wereld), 1)
  assert.match(stil(), /Er was niets veranderd\. Proef\.[\s\S]+nog niet aan/)
  assert.equal(await lijst([], wereld), 0)
  const gezegd = stil()
  assert.match(gezegd, /gemeente-GM0599 \(Gemeente Rotterdam\), versie 3: Proef\./)
  assert.ok(!gezegd.includes('toont-niemand'))
  // As a file it is what holds, so that putting it back changes nothing; of secrets nothing is in it.
  assert.equal(await toon([bestand.organisatie], wereld), 0)
  const getoond = stil()
  assert.ok(!getoond.includes('toont-niemand'))
  schrijf(JSON.parse(getoond))
  assert.equal(await zet(['bron.json'], wereld), 0)
  assert.match(stil(), /^Er was niets veranderd/)
  assert.equal(await toon(['svb'], wereld), 2)
  stil()
  // Another organisation does not take its number, whether either is on or not.
  schrijf({
    ...bestand,
    organisatie: 'ciz',
    adressen: { zrc: 'http://127.0.0.1:8/zrc', ztc: 'http://127.0.0.1:8/ztc' },
  })
  assert.equal(await zet(['bron.json'], wereld), 1)
  assert.match(stil(), /^rsins: Dit is het RSIN van gemeente-GM0599\./)
  assert.equal(await proef(['gemeente-GM0599'], wereld), 1)
  assert.match(
    stil(),
    /FOUT +Zaken API: Er komt geen verbinding\.\n +→ Vraag de organisatie of dit onderdeel draait/,
  )
})

test('what an organisation that brings events by itself fills in is told, with its key', async (t) => {
  const { wereld, schrijf, stil } = await opstelling(t)
  schrijf({ ...bestand, proefpersonen: ['999990019'] })
  assert.equal(await zet(['bron.json'], wereld), 0)
  assert.equal(await adres(['gemeente-GM0599'], wereld), 1)
  assert.match(stil(), /stuurt ons geen berichten/)
  schrijf({ organisatie: bestand.organisatie, stuurtGebeurtenissen: true, proefpersonen: ['999990019'] })
  assert.equal(await zet(['bron.json'], wereld), 0)
  // The same number is the same test person.
  assert.match(stil(), /Versie 2: berichten van de organisatie zelf\./)
  assert.equal(await lijst([], wereld), 0)
  assert.match(stil(), /bron adres gemeente-GM0599/)
  // As its page says it, and that nobody else can reach that.
  assert.equal(await adres(['gemeente-GM0599'], wereld), 0)
  assert.match(
    stil(),
    /^Adres: http:\/\/localhost:3000\/api[\s\S]+alleen op deze computer\. Zet VOORDEUR_URL/,
  )
  const bereikbaar = { ...wereld, omgeving: { ...wereld.omgeving, VOORDEUR_URL: 'https://voordeur.example' } }
  assert.equal(await adres(['gemeente-GM0599'], bereikbaar), 0)
  assert.match(
    stil(),
    /^Adres: https:\/\/voordeur\.example\/api\/v1\/gebeurtenisberichten\nKopregel Authorization: Bearer gemeente-GM0599\.k/,
  )
  assert.equal(await adres(['svb'], bereikbaar), 2)
  const { adressen } = bestand
  schrijf({
    ...bestand,
    stuurtGebeurtenissen: false,
    adressen: { ...adressen, nrc: 'http://127.0.0.1:9/notificaties/api/v1' },
  })
  assert.equal(await zet(['bron.json'], wereld), 0)
  stil()
  assert.equal(await adres(['gemeente-GM0599'], wereld), 0)
  assert.match(stil(), /^U hoeft niets te doen\./)
})

test('a key is replaced and a connection closed by a command, and what was stays to read', async (t) => {
  const { wereld, schrijf, stil } = await opstelling(t)
  const bereikbaar = { ...wereld, omgeving: { ...wereld.omgeving, VOORDEUR_URL: 'https://voordeur.example' } }
  schrijf({ ...bestand, stuurtGebeurtenissen: true })
  assert.equal(await zet(['bron.json'], wereld), 0)
  stil()
  const sleutelNu = async () => {
    assert.equal(await adres(['gemeente-GM0599'], bereikbaar), 0)
    return /Bearer \S+/.exec(stil())?.[0]
  }
  const eerst = await sleutelNu()
  assert.equal(await sleutel(['gemeente-GM0599'], wereld), 0)
  assert.match(stil(), /De oude sleutel opent niets meer/)
  assert.notEqual(await sleutelNu(), eerst)
  assert.equal(await sluit(['gemeente-GM0599'], wereld), 0)
  assert.match(stil(), /Deze aansluiting is gesloten/)
  for (const opdracht of [sleutel, adres]) assert.equal(await opdracht(['gemeente-GM0599'], bereikbaar), 1)
  stil()
  assert.equal(await sluit(['gemeente-GM0599'], wereld), 0)
  assert.match(stil(), /Er was niets veranderd/)
  assert.equal(await lijst([], wereld), 0)
  assert.match(stil(), /versie 3: Gesloten\./)
  assert.equal(await sluit(['svb'], wereld), 2)
})

test('every fault in a file is named with its remedy, and nothing is kept', async (t) => {
  const { wereld, schrijf, schrijfTekst, stil } = await opstelling(t)
  schrijf({
    ...bestand,
    rsins: ['123456789'],
    adressen: { ...bestand.adressen, drc: 'https://10.0.0.1/drc' },
  })
  assert.equal(await zet(['bron.json'], wereld), 1)
  const gezegd = stil()
  assert.match(gezegd, /^rsins: Een RSIN heeft negen cijfers/m)
  assert.match(gezegd, /^adressen\.drc: Dit adres ligt in een eigen netwerk/m)
  schrijf({ ...bestand, geheim_uit: { register: 'NIET_ER' } })
  assert.equal(await zet(['bron.json'], wereld), 2)
  assert.match(stil(), /Het geheim staat niet in NIET_ER/)
  schrijf({ ...bestand, geheim_uit: { register: 'dit is het geheim zelf' } })
  assert.equal(await zet(['bron.json'], wereld), 2)
  assert.ok(!stil().includes('het geheim zelf'))
  assert.equal(await zet(['er-niet.json'], wereld), 2)
  stil()
  schrijf({ organisatie: 'ciz' })
  assert.equal(await zet(['bron.json'], wereld), 1)
  assert.match(stil(), /^adressen: Vul dit in\.$/m)
  schrijf([bestand])
  assert.equal(await zet(['bron.json'], wereld), 2)
  assert.match(stil(), /tussen \{ en \}/)
  schrijfTekst('{\n  "organisatie": "ciz"\n  "stand": "uit"\n}')
  assert.equal(await zet(['bron.json'], wereld), 2)
  assert.match(stil(), /kijk bij regel 3, teken 3\./)
  schrijfTekst('{ "organisatie"')
  assert.equal(await zet(['bron.json'], wereld), 2)
  assert.match(stil(), /geen JSON/)
  assert.equal(await proef(['gemeente-GM0599'], wereld), 2)
  assert.match(stil(), /is niet aangesloten/)
})
