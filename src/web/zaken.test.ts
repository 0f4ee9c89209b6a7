import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefportaal } from './proefportaal.ts'
import type { Bezoeker } from './proefweb.ts'
import { proefdag } from './proefweb.ts'
import { klaar, maakProefzaken, proefdatum, proefuuid, proefzaak, proefzaken } from './proefzaken.ts'
import { adres, talen } from './routes.ts'

const bijstand = '/mijn/zaken/gemeente-GM0599'

async function lees(bezoeker: Bezoeker, pad: string): Promise<string> {
  const { statusCode, body } = await bezoeker.haal(pad)
  assert.equal(statusCode, 200, pad)
  return leesbaar(body)
}

test('the list and each case, in three languages, for the resident and for the professional: sound pages', async () => {
  const { inwoner, medewerker } = proefportaal(maakProefzaken())
  const ik = await inwoner()
  const { bezoeker: werker } = await medewerker()
  for (const taal of talen)
    for (const [bezoeker, lijst, zaak] of [
      [ik, 'zaken', 'zaak'],
      [werker, 'balieZaken', 'balieZaak'],
    ] as const) {
      const paden = [
        adres(taal, lijst),
        adres(taal, lijst, { filter: { stand: 'afgerond' } }),
        ...proefzaken.map(({ ref }) => adres(taal, zaak, { bron: ref.bron, zaak: ref.uuid })),
      ]
      for (const pad of paden) {
        const { statusCode, body, headers } = await bezoeker.haal(pad)
        assert.equal(statusCode, 200, pad)
        assert.deepEqual(keurPagina(body), [], pad)
        assert.equal(headers['cache-control'], 'no-store')
        assert.match(body, new RegExp(`<html lang="${taal}"`))
      }
    }
})

test('a row says all there is to say: title, who, how it stands, what comes, by when and which kind of date; what they must do is first', async () => {
  const { inwoner } = proefportaal(maakProefzaken())
  const tekst = await lees(await inwoner(), '/mijn/zaken')
  const plek = (wat: string): number => {
    assert.ok(tekst.includes(wat), wat)
    return tekst.indexOf(wat)
  }
  assert.ok(plek('U moet iets doen bij 1 zaak') < plek('Leerlingenvervoer'))
  assert.ok(plek('Leerlingenvervoer') < plek('Bijzondere bijstand Gemeente Rotterdam'))
  for (const wat of [
    'Gemeente Rotterdam',
    'De organisatie mist iets van u.',
    '6 maart 2026 (plan van de organisatie)',
    'De laatste dag was 20 februari 2026 (wettelijke termijn, door ons geteld: Awb artikel 4:13)',
    'Te laat',
    'Al lang niets gehoord',
    'De termijn staat nu stil.',
    'Fase 3b',
    '(woorden van de organisatie)',
    'Niet bekend. De termijn staat nu stil. Zolang dat duurt, is er geen datum.',
    'De organisatie zegt niet wat er daarna komt.',
    'Kwam voort uit: Bijzondere bijstand',
    'Hieruit kwam: Leerlingenvervoer',
    'Hoort bij nog 1 zaak die niet in uw lijst staat.',
    // What an organisation writes is text.
    'Ontheffing <b>venten</b> met ballonnen',
  ])
    plek(wat)
  assert.doesNotMatch(tekst, /Paspoort Gemeente/)
  assert.match(await lees(await inwoner(), '/mijn/zaken?stand=afgerond'), /Paspoort.*Uitkomst ‘?Verleend/s)
})

test('in another language the words of an organisation are marked as Dutch', async () => {
  const { inwoner } = proefportaal(maakProefzaken())
  const { body } = await (await inwoner()).haal('/en/mijn/zaken')
  assert.match(body, /<q lang="nl">Fase 3b<\/q>/)
  assert.match(body, /<span lang="nl">Ontheffing/)
  assert.match(body, /<span>Transport to school<\/span>/)
})

test('who answered and who did not: counted, named, with what was last seen, and each can be asked again', async () => {
  const zaken = maakProefzaken()
  const { inwoner, ik } = proefportaal(zaken)
  const bezoeker = await inwoner()
  const tekst = await lees(bezoeker, '/mijn/zaken')
  assert.match(tekst, /2 van de 4 organisaties hebben geantwoord\. 1 organisatie is nog bezig\./)
  assert.match(tekst, /Gemeente Haarlem .* Laatst gezien vandaag om 09:10\. Toen waren hier 2 zaken\./)
  assert.match(tekst, /Tot nu toe gevonden: 3 lopende zaken en 1 afgeronde zaak/)
  assert.match(tekst, /Vernieuw de lijst/)
  const { statusCode, headers } = await bezoeker.stuur('/mijn/zaken/opnieuw', { bron: 'gemeente-GM0392' })
  assert.equal(statusCode, 303)
  assert.equal(headers.location, '/mijn/zaken?gedaan=opnieuw#wie-antwoordde')
  const laatste = zaken.gevraagd.at(-1)
  assert.equal(laatste?.wat, 'opnieuw gemeente-GM0392')
  assert.deepEqual(laatste.kijker.persoon, ik)
  assert.equal(laatste.kijker.doel, 'zaken-tonen')
})

test('«no cases» is said only when everybody answered with everything', async () => {
  const zegt = async (bronnen: ReturnType<typeof klaar>): Promise<string> => {
    const { inwoner } = proefportaal(maakProefzaken({ zaken: [], bronnen }))
    return lees(await inwoner(), '/mijn/zaken')
  }
  const [een, twee] = klaar('gemeente-GM0599', 'duo')
  assert.ok(een && twee)
  const geen = /U heeft geen zaken bij de/
  assert.match(await zegt([een, twee]), /U heeft geen zaken bij de 2 organisaties die wij vroegen\./)
  const mislukt = { soort: 'mislukt', waarom: 'te-laat', sinds: proefdag } as const
  const half = { soort: 'geantwoord', op: proefdag, isVolledig: false } as const
  for (const stand of [mislukt, half, { soort: 'kent-hen-niet' }, { soort: 'bezig' }] as const) {
    const tekst = await zegt([een, { ...twee, stand }])
    assert.doesNotMatch(tekst, geen, stand.soort)
    assert.match(tekst, /Niet iedereen gaf antwoord|Er komen nog antwoorden/)
  }
})

test('ten or more are a table with pages; search and choices work together, and what is typed stands in no address', async () => {
  const veel = [
    ...proefzaken,
    ...Array.from({ length: 45 }, (_, i) => proefzaak(100 + i)),
    proefzaak(900, {
      titel: { van: 'bron', tekst: 'Café Zürich terrasvergunning' },
      onderwerp: 'ondernemen',
    }),
  ]
  const { inwoner } = proefportaal(maakProefzaken({ zaken: veel, bronnen: klaar('gemeente-GM0599', 'duo') }))
  const bezoeker = await inwoner()
  const eerste = (await bezoeker.haal('/mijn/zaken')).body
  assert.match(eerste, /<table class="vd-zakentabel"/)
  assert.equal(eerste.split('<th role="rowheader"').length - 1, 20)
  assert.match(eerste, /href="\/mijn\/zaken\?n=3"/)
  const laatste = (await bezoeker.haal('/mijn/zaken?n=99')).body
  assert.match(laatste, /href="\/mijn\/zaken\?n=3" aria-current="page"/)
  assert.deepEqual(keurPagina(eerste), [])
  // Cases come first; who looks for something opens it, and it stays open while it is in use.
  assert.match(eerste, /<details class="[^"]*" id="zoek-zaken">/)

  const gezocht = (await bezoeker.stuur('/mijn/zaken', { tekst: 'zurich CAFE' })).body
  assert.match(gezocht, /Café Zürich terrasvergunning/)
  assert.match(gezocht, /id="zoek-zaken" open/)
  assert.doesNotMatch(gezocht, /Bijstand 1/)
  assert.doesNotMatch(gezocht, /(href|action)="[^"]*(zurich|CAFE)/i)
  assert.deepEqual(keurPagina(gezocht), [])
  const gekozen = await lees(bezoeker, '/mijn/zaken?organisatie=duo')
  assert.match(gekozen, /Ontheffing/)
  assert.doesNotMatch(gekozen, /Bijstand 1\d/)
  assert.match(await lees(bezoeker, '/mijn/zaken?onderwerp=ondernemen'), /Café/)
  // What is no word of ours chooses nothing.
  const vals = await lees(bezoeker, '/mijn/zaken?onderwerp=__proto__&organisatie=%3Cb%3E&stand=x&n=-1')
  assert.match(vals, /Bijstand 1/)
})

test('one case: the steps, what comes, papers, the date of objection as the organisation gave it, and whom to call', async () => {
  const { inwoner } = proefportaal(maakProefzaken())
  const bezoeker = await inwoner()
  const open = await lees(bezoeker, `${bijstand}/${proefuuid(2)}`)
  for (const wat of [
    'Dit ligt nu bij Gemeente Rotterdam',
    'Zaaknummer Z-2026-2',
    'De organisatie is te laat',
    'ingebrekestelling',
    'Samen hoogstens € 1.442',
    'artikel 4:17',
    'Nu 1 februari 2026',
    'Aanvraagformulier',
    'Noem dit zaaknummer',
    'Bellen',
  ])
    assert.ok(open.includes(wat.replace('€ ', '€\u00a0')) || open.includes(wat), wat)
  const klaarZaak = await lees(bezoeker, `${bijstand}/${proefuuid(4)}`)
  assert.match(
    klaarZaak,
    /U kunt bezwaar maken tot en met 16 maart 2026\. \(deze datum gaf de organisatie door\)/,
  )
  assert.doesNotMatch(klaarZaak, /Voeg een document toe/)
})

test('a date of objection is never guessed, and one that has passed is said to have passed', async () => {
  const met = async (deel: object): Promise<string> => {
    const besluit = {
      naam: { van: 'bron', tekst: 'Besluit' },
      datum: proefdatum('2026-01-02'),
      ...deel,
    } as const
    const { inwoner } = proefportaal(maakProefzaken({ verhaal: { besluiten: [besluit] } }))
    return lees(await inwoner(), `${bijstand}/${proefuuid(4)}`)
  }
  const zonder = await met({})
  assert.match(zonder, /In de brief met het besluit staat tot wanneer/)
  assert.doesNotMatch(zonder, /bezwaar maken tot en met/)
  assert.match(
    await met({ bezwaarTot: proefdatum('2026-02-13') }),
    /Bezwaar maken kon tot en met 13 februari 2026/,
  )
  // On the last day itself it can still be done.
  assert.match(
    await met({ bezwaarTot: proefdatum('2026-03-01') }),
    /U kunt bezwaar maken tot en met 1 maart 2026/,
  )
})

test('against a decision on an objection or an appeal nobody is told to object again', async () => {
  for (const tekst of ['Beslissing op bezwaar', 'Uitspraak op bezwaar', 'Beslissing op beroep']) {
    const besluit = {
      naam: { van: 'bron', tekst },
      datum: proefdatum('2026-01-02'),
      bezwaarTot: proefdatum('2026-03-16'),
    } as const
    const { inwoner } = proefportaal(maakProefzaken({ verhaal: { besluiten: [besluit] } }))
    const pagina = await lees(await inwoner(), `${bijstand}/${proefuuid(4)}`)
    assert.match(pagina, /Reageren kan tot en met 16 maart 2026/)
    assert.match(pagina, /Dat kan een rechter zijn/)
    assert.doesNotMatch(pagina, /U kunt bezwaar maken|artikel 6:7/)
  }
})

test('parts that could not be had are named; nothing is not the same as not known', async () => {
  const leeg = { tijdlijn: [], documenten: [], besluiten: [] }
  const { inwoner } = proefportaal(
    maakProefzaken({ verhaal: { ...leeg, ontbreekt: ['tijdlijn', 'documenten', 'besluiten'] } }),
  )
  const tekst = await lees(await inwoner(), `${bijstand}/${proefuuid(2)}`)
  assert.match(tekst, /Wij konden de stappen nu niet ophalen/)
  assert.match(tekst, /Wij konden de documenten nu niet ophalen/)
  assert.match(tekst, /Wij konden de besluiten nu niet ophalen/)
  assert.doesNotMatch(tekst, /staan geen documenten/)
})

test('not there, not theirs and not shown look alike; a source that fails says so, with whom to call', async () => {
  const { inwoner } = proefportaal(maakProefzaken())
  const bezoeker = await inwoner()
  const weg = await bezoeker.haal(`${bijstand}/${proefuuid(77)}`)
  assert.equal(weg.statusCode, 404)
  assert.match(
    leesbaar(weg.body),
    /De zaak is er niet, is niet van u, of de organisatie laat hem hier niet zien/,
  )
  for (const pad of [
    `${bijstand}/x`,
    `/mijn/zaken/GEEN%20BRON/${proefuuid(1)}`,
    `${bijstand}/${proefuuid(1)}/documenten/..%2f`,
  ])
    assert.equal((await bezoeker.haal(pad)).statusCode, 404, pad)
  const stil = { status: 'fout', soort: 'te-laat', sinds: proefdag } as const
  const kapot = proefportaal(maakProefzaken({ open: () => stil, document: () => stil }))
  const ander = await kapot.inwoner()
  for (const pad of [
    `${bijstand}/${proefuuid(1)}`,
    `${bijstand}/${proefuuid(1)}/documenten/${proefuuid(501)}`,
  ]) {
    const { statusCode, body } = await ander.haal(pad)
    assert.equal(statusCode, 503)
    assert.match(leesbaar(body), /Gemeente Rotterdam : Het antwoord kwam niet op tijd\. .* Bellen/)
    assert.deepEqual(keurPagina(body), [])
  }
})

test('whether we remember where they have cases is a choice of theirs, both ways, and the page says which', async () => {
  const zaken = maakProefzaken()
  const { inwoner } = proefportaal(zaken)
  const bezoeker = await inwoner()
  assert.match(
    await lees(bezoeker, '/mijn/zaken'),
    /Wij onthouden dit nu\. Dat doen wij vanaf de eerste keer .* Nee, onthoud het niet/,
  )
  for (const [keuze, zin] of [
    ['nee', /Wij onthouden dit niet, want u zei nee\. .* Onthoud het wel/],
    ['ja', /Wij onthouden dit nu\./],
  ] as const) {
    const { statusCode, headers } = await bezoeker.stuur('/mijn/zaken/deelname', { keuze })
    assert.equal(statusCode, 303)
    assert.match(headers.location ?? '', /#onthouden$/)
    assert.match(await lees(bezoeker, '/mijn/zaken'), zin)
  }
  // Where nobody keeps it there is nothing to choose.
  const { inwoner: elders } = proefportaal(maakProefzaken({ deelname: 'onbekend' }))
  assert.doesNotMatch(await lees(await elders(), '/mijn/zaken'), /Onthouden waar u zaken heeft/)
})

test('who was passed over is counted, and can be asked all the same', async () => {
  const zaken = maakProefzaken({ overgeslagen: [proeforganisatie('svb'), proeforganisatie('uwv')] })
  const { inwoner } = proefportaal(zaken)
  const bezoeker = await inwoner()
  assert.match(
    await lees(bezoeker, '/mijn/zaken'),
    /2 organisaties vroegen wij nu niet\. Daar had u kort geleden geen zaken\./,
  )
  await bezoeker.stuur('/mijn/zaken/opnieuw', { bron: 'svb uwv <x>' })
  const gevraagd = zaken.gevraagd.map(({ wat }) => wat).filter((wat) => wat.startsWith('opnieuw'))
  assert.deepEqual(gevraagd, ['opnieuw svb', 'opnieuw uwv'])
})

test('a professional sees the cases of the resident in the words of the resident, with whose they are said about them; and adds or chooses nothing', async () => {
  const zaken = maakProefzaken()
  const { app, inwoner, medewerker, ik } = proefportaal(zaken)
  const { bezoeker: werker, grond } = await medewerker()
  const kern = (html: string): string =>
    leesbaar(html.slice(html.indexOf('data-deel="lijst"'), html.indexOf('</details></section>')))
  const bij = (await werker.haal('/balie/zaken')).body
  const zelf = (await (await inwoner()).haal('/mijn/zaken')).body
  assert.ok(kern(zelf).length > 500)
  assert.equal(kern(bij), kern(zelf))
  assert.match(leesbaar(bij), /U ziet dezelfde zaken als de inwoner/)
  assert.match(leesbaar(bij), /De inwoner moet iets doen bij/)
  assert.doesNotMatch(
    leesbaar(bij),
    /U heeft \d|zaken van u zijn|wat u nog moet doen|U moet iets doen bij|uw zaken/,
  )
  assert.match(leesbaar(zelf), /U moet iets doen bij/)
  const af = proefportaal(maakProefzaken({ bronnen: klaar('gemeente-GM0599', 'duo') }))
  const aanBalie = leesbaar((await (await af.medewerker()).bezoeker.haal('/balie/zaken')).body)
  assert.match(aanBalie, /De inwoner heeft 3 lopende zaken/)
  assert.match(
    leesbaar(bij),
    /Alleen voor medewerkers Gemeente Haarlem: onbereikbaar, sinds vandaag om 10:10/,
  )
  assert.match(leesbaar(bij), /Zaaknummers bij uw eigen organisatie/)
  const { kijker } = zaken.gevraagd[0] ?? {}
  assert.deepEqual(
    [kijker?.plek, kijker?.persoon, kijker?.doel, kijker?.door.soort],
    [grond, ik, 'inwoner-helpen', 'medewerker'],
  )
  const zaak = leesbaar((await werker.haal(`/balie/zaken/gemeente-GM0599/${proefuuid(2)}`)).body)
  assert.match(zaak, /De organisatie is te laat/)
  assert.doesNotMatch(zaak, /Voeg een document toe|Onthouden waar u zaken heeft/)
  // A form under another ground does nothing.
  const vreemd = await werker.stuur('/balie/zaken/opnieuw', { bron: 'duo', grond: proefuuid(1) })
  assert.equal(vreemd.statusCode, 403)
  assert.equal((await werker.stuur('/balie/zaken/opnieuw', { bron: 'duo', grond })).statusCode, 303)
  assert.equal((await werker.haal('/mijn/zaken')).statusCode, 401)
  assert.equal((await app.inject({ url: '/balie/zaken', headers: { accept: 'text/html' } })).statusCode, 401)
})
