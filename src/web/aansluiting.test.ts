import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  eigenPad,
  geheim,
  gewoon,
  opstelling,
  rotterdam,
  teksten,
  typen,
} from '../../test/proefaansluitingen.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { aansluitfoutcodes, gezondheidsredenen, proefcodes, proefonderdelen } from '../zaken/index.ts'
import { proefinvoer } from '../zaken/proefaansluiting.ts'
import { keurPagina } from './proefkeuring.ts'

test('an operator of one organisation reaches its own connection and not that of another', async () => {
  const { als, getest, gevraagd } = await opstelling()
  const eigen = await als('beheerder')
  assert.equal((await eigen.haal('/balie/bronnen')).statusCode, 200)
  assert.match((await eigen.haal('/balie/bronnen')).body, /Gemeente Rotterdam/)
  assert.equal((await eigen.haal(eigenPad)).statusCode, 200)
  const ander = await als('beheerder', 'gemeente-GM0344')
  assert.doesNotMatch((await ander.haal('/balie/bronnen')).body, /href="\/balie\/bronnen\/gemeente/)
  for (const deel of ['', '/instellen', '/regels', '/test'])
    assert.equal((await ander.haal(`${eigenPad}${deel}`)).statusCode, 403, deel)
  for (const deel of ['/instellen', '/regels', '/voorbeeld', '/test'])
    assert.equal((await ander.stuur(`${eigenPad}${deel}`, gewoon)).statusCode, 403, deel)
  // Whether another organisation is connected, nobody learns.
  assert.equal((await ander.haal('/balie/bronnen/gemeente-GM0363')).statusCode, 403)
  assert.equal((await eigen.haal('/balie/bronnen/nieuw')).statusCode, 403)
  assert.equal((await eigen.stuur('/balie/bronnen/nieuw', gewoon)).statusCode, 403)
  assert.deepEqual([getest, gevraagd], [[], []])
  const heel = await als('installatiebeheerder', 'svb')
  assert.equal((await heel.haal(eigenPad)).statusCode, 200)
  assert.equal((await heel.haal('/balie/bronnen/gemeente-GM0363')).statusCode, 404)
  assert.equal((await heel.haal('/balie/bronnen/nieuw')).statusCode, 200)
})

test('an operator of one organisation changes no address, whatever the form says', async () => {
  const { als, aansluitingen } = await opstelling()
  const eigen = await als('beheerder')
  const vorm = await eigen.haal(`${eigenPad}/instellen`)
  assert.doesNotMatch(vorm.body, /name="zrc"/)
  const antwoord = await eigen.stuur(`${eigenPad}/instellen`, {
    ...gewoon,
    zrc: 'https://dief.example.org/zaken',
    rsins: '999800115',
    soort: 'token',
    klant: 'https://dief.example.org/klant',
    'geheim-klant': 'een-ander-geheim',
  })
  assert.equal(antwoord.statusCode, 303)
  const na = await aansluitingen.vind(proeforganisatie(rotterdam))
  assert.equal(na?.aansluiting.adressen.zrc, proefinvoer().adressen.zrc)
  assert.deepEqual(na?.aansluiting.rsins, proefinvoer().rsins)
  assert.deepEqual([na?.aansluiting.aanmelden.soort, na?.aansluiting.klant], ['zgw-jwt', undefined])
  assert.deepEqual([na?.aansluiting.stand, na?.aansluiting.grenzen.totaalMs], ['proef', 9_000])
  assert.deepEqual(na?.heeftGeheim, ['register'])
  const [laatste] = await aansluitingen.versies(proeforganisatie(rotterdam))
  assert.equal(laatste?.door.soort === 'medewerker' && laatste.door.rol, 'beheerder')
})

test('a connection that fails its test stays on trial, whoever turns it on, and one that is on stays on', async () => {
  const { als, aansluitingen, getest } = await opstelling()
  const stand = async () => (await aansluitingen.vind(proeforganisatie(rotterdam)))?.aansluiting.stand
  const eigen = await als('beheerder')
  assert.equal((await eigen.stuur(`${eigenPad}/instellen`, { ...gewoon, stand: 'aan' })).statusCode, 303)
  assert.deepEqual([await stand(), getest], ['aan', []])
  assert.equal((await eigen.stuur(`${eigenPad}/instellen`, { ...gewoon, versie: '2' })).statusCode, 303)
  const antwoord = await eigen.stuur(`${eigenPad}/instellen`, { ...gewoon, stand: 'aan', versie: '3' })
  assert.equal(antwoord.statusCode, 200)
  assert.match(antwoord.body, /nog niet aan\. De aansluiting staat op Proef/)
  assert.match(antwoord.body, /Dit moet eerst goed/)
  assert.deepEqual([await stand(), getest], ['proef', [rotterdam]])
})

test('a secret is never shown again, also not to who just typed it', async () => {
  const { als } = await opstelling()
  const heel = await als('installatiebeheerder')
  for (const deel of ['', '/instellen', '/regels', '/test'])
    assert.ok(!(await heel.haal(`${eigenPad}${deel}`)).body.includes(geheim), deel)
  const fout = await heel.stuur(`${eigenPad}/instellen`, {
    ...gewoon,
    zrc: 'http://10.0.0.1/zaken',
    ztc: 'https://zaken.example.nl/catalogi/api/v1',
    rsins: '123456789',
    soort: 'zgw-jwt',
    client: 'voordeur',
    'geheim-register': 'dit-typte-ik-net',
  })
  assert.equal(fout.statusCode, 400)
  assert.ok(!fout.body.includes('dit-typte-ik-net'))
  // Every fault at once, each at its field, and what was typed stays.
  assert.match(fout.body, /id="zrc-fout"[^>]*>.*eigen netwerk/)
  assert.match(fout.body, /id="rsins-fout"[^>]*>.*elfproef/)
  assert.match(fout.body, /value="http:\/\/10\.0\.0\.1\/zaken"/)
  // In the list above, each with the name of its field.
  assert.match(fout.body, /href="#rsins">RSIN: Een RSIN heeft negen cijfers/)
  assert.match(fout.body, /href="#zrc">Zaken API: Dit adres ligt/)
})

test('a source behind an outway is connected on the page, and our key is never shown again', async () => {
  const { als, aansluitingen } = await opstelling()
  const heel = await als('installatiebeheerder')
  const pem = (naam: string) =>
    readFileSync(new URL(`../../test/fixtures/tls/${naam}.pem`, import.meta.url), 'utf8')
  const velden = {
    ...gewoon,
    zrc: proefinvoer().adressen.zrc,
    ztc: proefinvoer().adressen.ztc,
    drc: proefinvoer().adressen.drc,
    rsins: proefinvoer().rsins.join(' '),
    soort: 'zgw-jwt',
    client: 'voordeur',
    ca: pem('geldig'),
    eigenCertificaat: 'ja',
    'noemt-zrc': 'https://intern.example.nl/zaken/api/v1',
  }
  const fout = await heel.stuur(`${eigenPad}/instellen`, { ...velden, 'geheim-certificaat': pem('sleutel') })
  assert.equal(fout.statusCode, 400)
  assert.match(fout.body, /id="geheim-certificaat-fout"/)
  assert.ok(!fout.body.includes('PRIVATE KEY'))
  const goed = await heel.stuur(`${eigenPad}/instellen`, {
    ...velden,
    'geheim-certificaat': `${pem('geldig')}\n${pem('sleutel')}`,
  })
  assert.equal(goed.statusCode, 303)
  const na = await aansluitingen.vind(proeforganisatie(rotterdam))
  assert.deepEqual(na?.heeftGeheim, ['register', 'certificaat'])
  assert.equal(na?.aansluiting.noemtZich?.zrc, 'https://intern.example.nl/zaken/api/v1')
  const vorm = (await heel.haal(`${eigenPad}/instellen`)).body
  assert.ok(vorm.includes('BEGIN CERTIFICATE') && !vorm.includes('PRIVATE KEY'))
  assert.deepEqual(keurPagina(vorm), [])
})

test('who changes what somebody else has just changed looks again first', async () => {
  const { als, aansluitingen } = await opstelling()
  const eigen = await als('beheerder')
  assert.equal((await eigen.stuur(`${eigenPad}/instellen`, gewoon)).statusCode, 303)
  const tweede = await eigen.stuur(`${eigenPad}/instellen`, { ...gewoon, stand: 'uit' })
  assert.equal(tweede.statusCode, 409)
  assert.match(tweede.body, /Iemand anders heeft deze aansluiting net veranderd/)
  assert.equal((await aansluitingen.vind(proeforganisatie(rotterdam)))?.aansluiting.stand, 'proef')
})

test('of a test person nobody sees more than the end of the number, and only new numbers replace them', async () => {
  const { als, aansluitingen, gevraagd } = await opstelling()
  const eigen = await als('beheerder')
  const lees = async () => (await aansluitingen.vind(proeforganisatie(rotterdam)))?.aansluiting.proefpersonen
  const [eerste] = (await lees()) ?? []
  assert.equal(eerste?.einde, '019')
  for (const deel of ['', '/instellen', '/regels', '/test'])
    assert.doesNotMatch((await eigen.haal(`${eigenPad}${deel}`)).body, /999990019/, deel)
  assert.match((await eigen.haal(`${eigenPad}/instellen`)).body, /Nu is er 1: … 019/)
  assert.match((await eigen.haal(`${eigenPad}/regels`)).body, /<option value="0">Eindigt op 019/)

  // Left empty they stay; one that may be somebody is refused and does not come back on the page.
  assert.equal((await eigen.stuur(`${eigenPad}/instellen`, gewoon)).statusCode, 303)
  assert.deepEqual(await lees(), [eerste])
  const mis = await eigen.stuur(`${eigenPad}/instellen`, {
    ...gewoon,
    versie: '2',
    proefpersonen: '111222333',
  })
  assert.equal(mis.statusCode, 400)
  assert.doesNotMatch(mis.body, /111222333/)
  assert.match(mis.body, /Vul de nummers opnieuw in/)
  const nieuw = { ...gewoon, versie: '2', proefpersonen: '999991772, 999990019' }
  assert.equal((await eigen.stuur(`${eigenPad}/instellen`, nieuw)).statusCode, 303)
  assert.deepEqual(
    (await lees())?.map(({ einde }) => einde),
    ['772', '019'],
  )
  assert.deepEqual((await lees())?.[1], eerste)
  for (const proefpersoon of ['', '2', '999990019'])
    assert.equal(
      (
        await eigen.stuur(`${eigenPad}/voorbeeld`, {
          tonen: 'ja',
          titel: 'zaaktype',
          niveau: 'openbaar',
          proefpersoon,
        })
      ).statusCode,
      400,
    )
  assert.deepEqual(gevraagd, [])
  const weg = { ...gewoon, versie: '3', proefpersonenWeg: 'ja' }
  assert.equal((await eigen.stuur(`${eigenPad}/instellen`, weg)).statusCode, 303)
  assert.deepEqual(await lees(), [])
})

test('who looks after an organisation that brings events by itself sees what it must fill in', async () => {
  const { als, aansluitingen } = await opstelling()
  const eigen = await als('beheerder')
  const heel = await als('installatiebeheerder')
  assert.doesNotMatch((await heel.haal(eigenPad)).body, /gebeurtenisberichten/)
  // Not for the organisation itself to say.
  await eigen.stuur(`${eigenPad}/instellen`, { ...gewoon, stuurtGebeurtenissen: 'ja' })
  const lees = async () => (await aansluitingen.vind(proeforganisatie(rotterdam)))?.aansluiting
  assert.equal((await lees())?.stuurtGebeurtenissen, false)
  const { zrc, ztc, drc } = proefinvoer().adressen
  const velden = {
    ...gewoon,
    versie: '2',
    zrc,
    ztc,
    drc,
    rsins: '999800103',
    soort: 'zgw-jwt',
    client: 'voordeur',
  }
  const gezet = await heel.stuur(`${eigenPad}/instellen`, { ...velden, stuurtGebeurtenissen: 'ja' })
  assert.equal(gezet.statusCode, 303)
  assert.equal((await lees())?.stuurtGebeurtenissen, true)
  const { body } = await eigen.haal(eigenPad)
  assert.match(body, /https:\/\/voordeur\.example\/api\/v1\/gebeurtenisberichten/)
  assert.match(body, /Bearer gemeente-GM0599\.k/)
  assert.match(
    (await heel.haal(`${eigenPad}/instellen`)).body,
    /name="stuurtGebeurtenissen" value="ja" checked/,
  )
  // An empty box takes it away again.
  assert.equal((await heel.stuur(`${eigenPad}/instellen`, { ...velden, versie: '3' })).statusCode, 303)
  assert.equal((await lees())?.stuurtGebeurtenissen, false)
})

test('a key is replaced by who looks after a connection; to close it is for who connects, with what is gone said first', async () => {
  const { als, aansluitingen, vergeten } = await opstelling()
  const [eigen, ander, heel] = [
    await als('beheerder'),
    await als('beheerder', 'gemeente-GM0344'),
    await als('installatiebeheerder'),
  ]
  const lees = async () => (await aansluitingen.vind(proeforganisatie(rotterdam)))?.aansluiting
  assert.equal((await ander.stuur(`${eigenPad}/sleutel`, {})).statusCode, 403)
  const gezet = await eigen.stuur(`${eigenPad}/sleutel`, {})
  assert.equal(gezet.headers.location, `${eigenPad}?gedaan=sleutel`)
  assert.equal((await lees())?.sleutelnummer, 1)
  assert.match((await eigen.haal(`${eigenPad}?gedaan=sleutel`)).body, /De oude sleutel opent niets meer/)

  assert.doesNotMatch((await eigen.haal(eigenPad)).body, /\/sluiten"/)
  for (const wie of [eigen, ander]) {
    assert.equal((await wie.haal(`${eigenPad}/sluiten`)).statusCode, 403)
    assert.equal((await wie.stuur(`${eigenPad}/sluiten`, { versie: '2' })).statusCode, 403)
  }
  // Not by the other form either.
  const mee = await heel.stuur(`${eigenPad}/instellen`, { ...gewoon, versie: '2', stand: 'gesloten' })
  assert.notEqual(mee.statusCode, 500)
  assert.notEqual((await lees())?.stand, 'gesloten')
  const vraag = await heel.haal(`${eigenPad}/sluiten`)
  assert.match(vraag.body, /Wij vergeten welke inwoners hier zaken hebben/)
  const versie = /name="versie" value="(\d+)"/.exec(vraag.body)?.[1] ?? ''
  assert.equal((await heel.stuur(`${eigenPad}/sluiten`, { versie: '1' })).statusCode, 409)
  assert.deepEqual(vergeten, [])
  const dicht = await heel.stuur(`${eigenPad}/sluiten`, { versie })
  assert.equal(dicht.headers.location, `${eigenPad}?gedaan=gesloten`)
  assert.deepEqual([(await lees())?.stand, vergeten], ['gesloten', [rotterdam]])

  // What was is there to read; what it was connected with is not for the organisation itself to set again.
  const { body } = await eigen.haal(eigenPad)
  assert.match(body, /Wie wat heeft veranderd/)
  assert.doesNotMatch(body, /gebeurtenisberichten|\/instellen"|\/sleutel"/)
  assert.equal((await eigen.haal(`${eigenPad}/instellen`)).statusCode, 403)
  assert.equal((await eigen.stuur(`${eigenPad}/instellen`, { ...gewoon, stand: 'aan' })).statusCode, 403)
  assert.equal((await heel.haal(`${eigenPad}/instellen`)).statusCode, 200)
  assert.match((await heel.haal('/balie/bronnen')).body, /Gesloten/)
})

test('an organisation is connected by a form, once', async () => {
  const { als, aansluitingen } = await opstelling()
  const heel = await als('installatiebeheerder')
  const velden = {
    organisatie: 'gemeente-GM0344',
    rsins: '999800115',
    zrc: 'https://zaken.utrecht.example/zaken/api/v1',
    ztc: 'https://zaken.utrecht.example/catalogi/api/v1',
    soort: 'zgw-jwt',
    client: 'voordeur',
    'geheim-register': geheim,
    ...gewoon,
  }
  const keuze = (await heel.haal('/balie/bronnen/nieuw')).body
  assert.match(keuze, /<option value="gemeente-GM0344">/)
  // What stands for many has no register of its own.
  for (const id of ['gemeente', 'waterschap', 'provincie', 'eiland', 'rechtbank'])
    assert.doesNotMatch(keuze, new RegExp(`<option value="${id}"`), id)
  const eerst = await heel.stuur('/balie/bronnen/nieuw', velden)
  assert.equal(eerst.headers.location, '/balie/bronnen/gemeente-GM0344?gedaan=bewaard')
  const tweede = await heel.stuur('/balie/bronnen/nieuw', velden)
  assert.equal(tweede.statusCode, 400)
  assert.equal((await aansluitingen.alle()).length, 2)
})

test('rules per type come from the form, and only what was chosen is a rule', async () => {
  const { als, aansluitingen, gevraagd } = await opstelling()
  const eigen = await als('beheerder')
  const vorm = await eigen.haal(`${eigenPad}/regels`)
  assert.match(vorm.body, /<summary>Klacht/)
  assert.match(vorm.body, /1 soort zaak is volgens de catalogus intern/)
  const regels = {
    versie: '1',
    tonen: 'ja',
    titel: 'zaaktype',
    niveau: 'openbaar',
    vanaf: '2024-01-01',
    t0: 'ZAKEN|999800103|K1',
    't0-tonen': 'nee',
    't0-documenten': '',
    't0-titel': '',
    't0-niveau': '',
    't0-vanaf': '',
    t1: 'ZAKEN|999800103|Z9',
    't1-tonen': '',
  }
  // A date that is none brings back the rules, with what to do at the field, and nothing is asked.
  const geenDag = await eigen.stuur(`${eigenPad}/voorbeeld`, {
    ...regels,
    vanaf: 'gisteren',
    proefpersoon: '0',
  })
  assert.equal(geenDag.statusCode, 400)
  assert.match(geenDag.body, /href="#vanaf">Schrijf een datum als 2024-01-01/)
  assert.match(geenDag.body, /name="proefpersoon"/)
  assert.equal(gevraagd.length, 0)
  const bekeken = await eigen.stuur(`${eigenPad}/voorbeeld`, { ...regels, proefpersoon: '0' })
  assert.equal(bekeken.statusCode, 200)
  assert.equal(gevraagd[0]?.regels.perZaaktype[0]?.regel.tonen, false)
  // Looking saved nothing, and what was looked at goes along.
  assert.equal((await aansluitingen.vind(proeforganisatie(rotterdam)))?.versie, 1)
  assert.match(bekeken.body, /name="t0-tonen" value="nee"/)
  assert.equal(bekeken.headers['cache-control'], 'no-store')
  const bewaard = await eigen.stuur(`${eigenPad}/regels`, regels)
  assert.equal(bewaard.statusCode, 303)
  const na = (await aansluitingen.vind(proeforganisatie(rotterdam)))?.aansluiting.regels
  assert.deepEqual(na?.perZaaktype, [{ sleutel: typen[0]?.sleutel, regel: { tonen: false } }])
  assert.deepEqual(
    [na?.standaard.documenten, na?.standaard.vanaf, na?.standaard.titel],
    [false, '2024-01-01', 'zaaktype'],
  )
  const mis = await eigen.stuur(`${eigenPad}/regels`, { ...regels, versie: '2', vanaf: '1 januari' })
  assert.equal(mis.statusCode, 400)
  assert.match(mis.body, /Schrijf een datum als 2024-01-01/)
})

test('the test says in words what is red, and what to do about it', async () => {
  const { als, getest } = await opstelling()
  const eigen = await als('beheerder')
  assert.doesNotMatch((await eigen.haal(`${eigenPad}/test`)).body, /Dit moet eerst goed/)
  const { body, statusCode } = await eigen.stuur(`${eigenPad}/test`, { test: '1' })
  assert.equal(statusCode, 200)
  assert.match(body, /1 ding moet eerst goed/)
  assert.match(body, /Het certificaat van zaken\.example is verlopen/)
  assert.match(body, /Vraag de organisatie een nieuw certificaat te plaatsen/)
  assert.deepEqual(getest, [rotterdam])
})

test('every code has its words in every language, and every fault a remedy', () => {
  const nodig = [
    ...aansluitfoutcodes.map((code) => `fout.${code}`),
    ...gezondheidsredenen.map((reden) => `gezond.${reden}`),
    ...proefonderdelen.map((naam) => `proef.onderdeel.${naam}`),
    ...Object.entries(proefcodes).flatMap(([code, uitslag]) => [
      `proef.code.${code}`,
      ...(uitslag === 'fout' || uitslag === 'let-op' ? [`proef.doe.${code}`] : []),
    ]),
  ]
  for (const [taal, berichten] of Object.entries(teksten)) {
    assert.deepEqual(
      nodig.filter((sleutel) => !berichten.has(`bronnen.${sleutel}`)),
      [],
      taal,
    )
    const over = [...berichten.keys()].filter(
      (sleutel) =>
        /^bronnen\.(fout|gezond|proef\.(code|doe|onderdeel))\./.test(sleutel) &&
        !nodig.includes(sleutel.slice('bronnen.'.length)),
    )
    assert.deepEqual(over, ['bronnen.fout.sleutel-ontbreekt'], taal)
  }
})
