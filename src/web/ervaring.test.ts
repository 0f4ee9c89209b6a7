import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type OrganisatieId, parseDatum } from '../domain/index.ts'
import { stappen, type Telling } from '../ervaring/index.ts'
import { geheugenErvaring } from '../ervaring/proefervaring.ts'
import type { Leerkijker, Leerrij, Loket } from '../loket/index.ts'
import type { Medewerkerrol } from '../toegang/index.ts'
import { nooit, proefbalieZonderMensen } from './proefbalie.ts'
import { keurPagina } from './proefkeuring.ts'
import { Bezoeker, proefervaring, proefweb } from './proefweb.ts'

const [svb, duo] = [proeforganisatie('svb'), proeforganisatie('duo')]
const dag = parseDatum('2026-02-24')
assert.ok(dag)
const plek = { dag, kanaal: 'web', taal: 'nl' } as const

function opstelling() {
  const store = geheugenErvaring()
  const ervaring = proefervaring(store)
  const { sessies, toegang, balie } = proefbalieZonderMensen()
  const geleerd: { kijker?: Leerkijker; rijen: readonly Leerrij[] } = { rijen: [] }
  const lering = async (kijker: Leerkijker) => {
    geleerd.kijker = kijker
    return geleerd.rijen
  }
  // Nothing of a case is asked on these pages.
  const loket = { loket: {} as Loket, lering: { lering }, beslis: toegang.beslis, bedrijfBij: nooit }
  const app = proefweb({}, { ervaring, balie, loket })
  const als = async (rol: Medewerkerrol, organisatie: OrganisatieId = svb) => {
    const wie = { soort: 'medewerker', medewerker: 'm-1', organisatie, rollen: [rol], doelen: [] } as const
    const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
    const bezoeker = new Bezoeker(app)
    bezoeker.koekjes = `voordeur-balie=${token}`
    return bezoeker
  }
  const zet = (tellingen: readonly Partial<Telling>[]) =>
    store.schrijf(
      tellingen.map((een) => ({ ...plek, stap: 'zaken-zaak', soort: 'begonnen', aantal: 1, ...een })),
      [
        { ...plek, stap: 'zaken-zaak', organisatie: svb, antwoord: 'nee', tekst: 'zin van svb', aantal: 1 },
        { ...plek, stap: 'zaken-zaak', organisatie: duo, antwoord: 'nee', tekst: 'zin van duo', aantal: 1 },
        { ...plek, stap: 'zaken-lijst', antwoord: 'nee', tekst: 'zin van niemand', aantal: 1 },
      ],
    )
  return { app, als, zet, store, ervaring, geleerd }
}

const reis = (body: string, id: string) =>
  new RegExp(`id="reis-${id}">[\\s\\S]*?</section>`).exec(body)?.[0] ?? ''

test('a picture per journey with its numbers beneath; small numbers are not said, and the page says what counts are', async () => {
  const { als, zet } = opstelling()
  await zet([
    { stap: 'zaken-lijst', aantal: 120 },
    { stap: 'zaken-lijst', soort: 'verder', aantal: 90 },
    { organisatie: svb, aantal: 80 },
    { organisatie: svb, soort: 'verder', aantal: 15 },
    { organisatie: svb, soort: 'antwoord-ja', aantal: 40 },
    { organisatie: svb, soort: 'antwoord-nee', aantal: 10 },
    { organisatie: svb, soort: 'antwoord-nee', aantal: 3, kanaal: 'balie' },
    { organisatie: svb, soort: 'reden-storing', aantal: 12 },
    { stap: 'zaken-vraag', organisatie: svb, aantal: 7 },
    { organisatie: duo, aantal: 4_000 },
  ])
  const beheerder = await als('beheerder')
  for (const taal of ['', '/en', '/pap']) {
    const { body, statusCode, headers } = await beheerder.haal(`${taal}/balie/ervaring`)
    assert.equal(statusCode, 200)
    assert.match(String(headers['cache-control']), /no-store/)
    assert.deepEqual(keurPagina(body), [], taal)
  }
  const { body } = await beheerder.haal('/balie/ervaring')
  assert.match(body, /tellingen, geen mensen/)
  const deel = reis(body, 'zaken')
  assert.match(deel, /<svg[^>]*role="img"[^>]*aria-labelledby="[^"]+"[^>]*aria-describedby="[^"]+"/)
  assert.match(deel, /<desc[^>]*>De lijst met zaken: 120 gekomen, 90 verder, 30 klaar of gestopt\. /)
  const rijen = [...deel.matchAll(/<tr><th scope="row">([^<]*)<\/th>(.*?)<\/tr>/g)].map(
    ([, kop, rest = '']) => [kop, ...[...rest.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cel]) => cel)],
  )
  const tabelrij = (...cellen: readonly string[]) =>
    assert.ok(
      rijen.some((een) => cellen.every((cel, i) => een[i] === cel)),
      `${cellen.join(' | ')} in\n${rijen.map((een) => een.join(' | ')).join('\n')}`,
    )
  tabelrij('De lijst met zaken', '120', '90', '30*', '0', '0')
  tabelrij('Eén zaak bekijken', '80', '15', '65*')
  tabelrij('Een vraag stellen over een zaak', 'minder dan 10', 'niet te zeggen', 'niet te zeggen')
  tabelrij('Eén zaak bekijken', 'Website', '40 (80%)', '0 (0%)', '10 (20%)', '50')
  tabelrij('Eén zaak bekijken', 'Balie', '0', '0', 'minder dan 10', 'niet te zeggen')
  tabelrij('Er ging iets stuk, of het duurde te lang', '10')
  assert.match(body, /Trek daar geen conclusie uit/)
  // Nothing that was too small stands anywhere, not even in the drawing.
  assert.doesNotMatch(deel, />7<|>3<| 7 gekomen/)
  assert.doesNotMatch(body, /4\.0[0-9]{2}/, 'of another organisation nothing')
})

test('of journeys with only small numbers there are no empty pictures, but their names with why; the warning stands once', async () => {
  const { als, zet } = opstelling()
  await zet([
    { stap: 'zaken-lijst', aantal: 120 },
    { stap: 'zaken-zaak', aantal: 12 },
    { stap: 'echt-vragen', aantal: 3 },
    { stap: 'rechten-begin', aantal: 4 },
  ])
  const { body } = await (await als('beheerder')).haal('/balie/ervaring')
  assert.match(reis(body, 'zaken'), /<svg/)
  for (const id of ['echt', 'rechten']) assert.equal(reis(body, id), '', id)
  const weinig = /bij elke stap minder dan 10 keer iemand<\/h2>(.*?)<\/ul>/s.exec(body)?.[1] ?? ''
  assert.equal(weinig.split('<li>').length - 1, 2)
  assert.equal(body.split('Trek daar geen conclusie uit').length - 1, 1)
})

test('who looks after one organisation sees theirs and what is of none; the installation sees all; sentences narrower', async () => {
  const { als, zet } = opstelling()
  await zet([{ organisatie: svb, aantal: 100 }, { organisatie: duo, aantal: 2_000 }, { aantal: 30_000 }])
  const zien = async (rol: Medewerkerrol, zoek = '') => {
    const { body } = await (await als(rol)).haal(`/balie/ervaring${zoek}`)
    const gekomen = /<desc[^>]*>[^<]*Eén zaak bekijken: ([\d.]+) gekomen/.exec(reis(body, 'zaken'))?.[1]
    return [gekomen, ...[...body.matchAll(/zin van \w+/g)].map(([zin]) => zin)]
  }
  assert.deepEqual(await zien('beheerder'), ['30.100', 'zin van svb'])
  assert.deepEqual(await zien('beheerder', '?organisatie=svb'), ['100', 'zin van svb'])
  assert.deepEqual(await zien('beheerder', '?organisatie=eigen-huis'), ['30.000'])
  // Of another one it cannot be chosen, and nothing comes of trying.
  assert.deepEqual(await zien('beheerder', '?organisatie=duo'), ['30.100', 'zin van svb'])
  assert.deepEqual(await zien('installatiebeheerder', '?organisatie=duo'), ['2.000', 'zin van duo'])
  assert.equal((await zien('installatiebeheerder'))[0], '32.100')
  assert.equal((await zien('installatiebeheerder')).length, 4)
  for (const rol of ['balie', 'toezicht', 'adviseur', 'informatiepunt'] as const)
    for (const pad of ['/balie/ervaring', '/balie/ervaring/ervaring.csv'])
      assert.equal((await (await als(rol)).haal(pad)).statusCode, 403, `${rol} ${pad}`)
})

test('choices narrow the page and the file alike, without a script; what is no choice of ours is none', async () => {
  const { als, zet } = opstelling()
  await zet([
    { organisatie: svb, aantal: 100 },
    { organisatie: svb, aantal: 20, taal: 'pap' },
    { organisatie: svb, aantal: 40, kanaal: 'balie', soort: 'antwoord-ja' },
    { organisatie: svb, aantal: 9, soort: 'fout' },
    { stap: 'echt-vragen', aantal: 11 },
  ])
  const beheerder = await als('beheerder')
  const csv = async (zoek: string) =>
    (await beheerder.haal(`/balie/ervaring/ervaring.csv${zoek}`)).body.trim().split('\r\n')
  const kop = 'week,reis,stap,nummer,kanaal,soort,aantal,minder_dan'
  assert.deepEqual(await csv(''), [
    kop,
    '2026-02-23,zaken,zaken-zaak,2,balie,antwoord-ja,40,',
    '2026-02-23,zaken,zaken-zaak,2,web,begonnen,120,',
    '2026-02-23,zaken,zaken-zaak,2,web,fout,,10',
    '2026-02-23,echt,echt-vragen,1,web,begonnen,10,',
  ])
  assert.deepEqual(await csv('?taal=pap'), [kop, '2026-02-23,zaken,zaken-zaak,2,web,begonnen,20,'])
  assert.deepEqual(await csv('?kanaal=balie&reis=zaken'), [
    kop,
    '2026-02-23,zaken,zaken-zaak,2,balie,antwoord-ja,40,',
  ])
  assert.equal((await csv('?reis=echt')).length, 2)
  assert.equal((await csv("?taal=xx&kanaal=';--&reis=__proto__&weken=9999")).length, 5)
  const { headers } = await beheerder.haal('/balie/ervaring/ervaring.csv?weken=4')
  assert.match(
    String(headers['content-disposition']),
    /attachment; filename.*ervaring-2026-02-02-2026-03-01\.csv/,
  )
  const { body } = await beheerder.haal('/balie/ervaring?taal=pap&weken=52&reis=zaken')
  assert.match(body, /<option value="pap" selected>/)
  assert.match(body, /href="\/en\/balie\/ervaring\?weken=52&amp;reis=zaken&amp;taal=pap"/)
  assert.match(body, /ervaring\.csv\?weken=52&amp;reis=zaken&amp;taal=pap/)
  assert.equal(reis(body, 'echt'), '')
})

test('a professional notes for whom they helped whether it worked: of their organisation, and of nobody', async () => {
  const { als, store, ervaring } = opstelling()
  const balie = await als('informatiepunt', duo)
  const vorm = await balie.haal('/balie/gelukt')
  assert.deepEqual(keurPagina(vorm.body), [])
  assert.equal(vorm.body.split('<option value="').length - 2, stappen.length)
  const leeg = await balie.stuur('/balie/gelukt', { tekst: 'zomaar' })
  assert.equal(leeg.statusCode, 400)
  for (const id of ['stap', 'kanaal', 'gelukt']) assert.match(leeg.body, new RegExp(`href="#${id}"`))
  assert.match(leeg.body, />zomaar</, 'what was typed is still there')
  const velden = { stap: 'post-schrijven', kanaal: 'informatiepunt', taal: 'pap', gelukt: 'nee' }
  for (const [naam, waarde] of [
    ['kanaal', 'web'],
    ['stap', 'bestaat-niet'],
    ['gelukt', 'misschien'],
  ] as const)
    assert.equal((await balie.stuur('/balie/gelukt', { ...velden, [naam]: waarde })).statusCode, 400, naam)
  const goed = await balie.stuur('/balie/gelukt', {
    ...velden,
    reden: 'niet-begrepen',
    tekst: 'bsn 111222333 werkte niet',
  })
  assert.equal(goed.headers.location, '/balie/gelukt?gedaan=genoteerd')
  await ervaring.schrijf()
  const { tellingen, zinnen } = store.rijen()
  assert.deepEqual(
    tellingen.map(({ stap, soort, kanaal, taal, organisatie }) => [stap, soort, kanaal, taal, organisatie]),
    [
      ['post-schrijven', 'antwoord-nee', 'informatiepunt', 'pap', duo],
      ['post-schrijven', 'reden-niet-begrepen', 'informatiepunt', 'pap', duo],
    ],
  )
  assert.deepEqual(
    zinnen.map(({ tekst }) => tekst),
    ['bsn […] werkte niet'],
  )
  for (const rol of ['beheerder', 'toezicht', 'adviseur'] as const)
    assert.equal((await (await als(rol)).haal('/balie/gelukt')).statusCode, 403, rol)
})

test('what chains learned: a picture per kind of chain with its numbers; of too few neither days nor numbers', async () => {
  const { als, geleerd } = opstelling()
  const rij = { keten: 'vrij', van: svb, naar: duo, soort: 'wacht', dagen: 12, aantal: 30 } as const
  geleerd.rijen = [
    rij,
    { ...rij, dagen: 41, aantal: 20 },
    { ...rij, naar: 'inwoner', dagen: 333, aantal: 4 },
    { ...rij, naar: svb, soort: 'verteld', dagen: 3, aantal: 15 },
    { ...rij, soort: 'gemist', dagen: 0, aantal: 6 },
  ]
  const beheerder = await als('beheerder')
  for (const taal of ['', '/en', '/pap']) {
    const { body, statusCode } = await beheerder.haal(`${taal}/balie/loket/leren`)
    assert.equal(statusCode, 200)
    assert.deepEqual(keurPagina(body), [], taal)
    assert.match(body, /<svg[^>]*role="img"/)
    assert.match(body, /<desc[^>]*>[^<]*12[^<]*41/)
    assert.doesNotMatch(body, /333|loket\.leren/)
  }
  assert.deepEqual(geleerd.kijker, { soort: 'organisatie', medewerker: 'm-1', organisatie: svb })
  assert.equal((await (await als('installatiebeheerder')).haal('/balie/loket/leren')).statusCode, 200)
  assert.deepEqual(geleerd.kijker, { soort: 'installatie' })
  for (const rol of ['behandelaar', 'coordinator', 'toezicht'] as const)
    assert.equal((await (await als(rol)).haal('/balie/loket/leren')).statusCode, 403, rol)
})

test('the first page of a professional leads there, each to what is theirs', async () => {
  const { als } = opstelling()
  const leidt = async (rol: Medewerkerrol) => {
    const { body } = await (await als(rol)).haal('/balie')
    return ['/balie/gelukt', '/balie/ervaring', '/balie/loket/leren'].filter((pad) =>
      body.includes(`href="${pad}"`),
    )
  }
  assert.deepEqual(await leidt('balie'), ['/balie/gelukt'])
  assert.deepEqual(await leidt('beheerder'), ['/balie/ervaring', '/balie/loket/leren'])
  assert.deepEqual(await leidt('toezicht'), [])
})
