import assert from 'node:assert/strict'
import { test } from 'node:test'
import decodeQR from 'qr/decode.js'
import { createVertaler, loadTeksten, talen } from '../../platform/i18n/index.ts'
import type { Briefinhoud } from '../index.ts'
import { gewoonVenster, kortAdres, schoon, zetgegevens } from './brief.ts'
import { leestekst } from './leestekst.ts'
import { leesPdf } from './proefpdf.ts'
import { qrSvg } from './qr.ts'
import { createZetter, type Zetter } from './zetter.ts'

const map = new URL('../../../corpus/teksten', import.meta.url).pathname
const teksten = loadTeksten(map)
const woorden = {
  nl: createVertaler('nl', teksten.nl),
  en: createVertaler('en', teksten.en),
  pap: createVertaler('pap', teksten.pap),
}
const gemaakt = new Date('2026-03-03T12:00:00Z')

const brief: Briefinhoud = {
  onderwerp: 'Stuur ons uw loonstrook',
  doen: 'Stuur uw loonstrook voor of op 17 maart 2026.',
  alineas: ['Wij hebben alles, behalve de loonstrook.', 'U krijgt binnen acht weken antwoord.'],
  kenmerk: 'BB-2026-004211',
  datum: '2026-03-03',
  afzender: { naam: 'Gemeente Rotterdam', team: 'het team Inkomen', telefoon: '14 010' },
  controlecode: {
    code: 'K7M2-9QTD-4XV',
    adres: 'https://voordeur.example/echt',
    qr: 'https://voordeur.example/echt/K7M29QTD4XV#kop.inhoud.handtekening',
  },
}
const adres = ['Mevrouw Ł. Şahin-Čapek', 'Lange Lijnbaansgracht 12 bis', '3012 CL  Rotterdam']

const zetter: Zetter = createZetter()

async function zet(
  inhoud: Briefinhoud,
  { taal = 'nl', groot = false }: { readonly taal?: 'nl' | 'en' | 'pap'; readonly groot?: boolean } = {},
) {
  const opmaak = { venster: gewoonVenster, retouradres: 'Retour: Postbus 1, Rotterdam' }
  const uit = await zetter('brief', zetgegevens(inhoud, adres, { taal, groot, woorden, opmaak }), gemaakt)
  assert.equal(uit.soort, 'gezet')
  return uit.soort === 'gezet' ? uit : assert.fail()
}

for (const taal of talen) {
  for (const groot of [false, true]) {
    test(`a letter in ${taal}${groot ? ', large' : ''}: PDF/UA, language, title, tags in the order of reading`, async () => {
      const { pdf, bladzijden } = await zet(brief, { taal, groot })
      const gelezen = leesPdf(pdf)
      assert.equal(gelezen.bladzijden, bladzijden)
      for (const kenmerk of [
        new RegExp(`/Lang \\(${taal}\\)`),
        /\/Marked true/,
        /\/DisplayDocTitle true/,
        /pdfuaid:part>1</,
        /\/Title \(Stuur ons uw loonstrook\)/,
        /\/Alt/,
      ])
        assert.match(gelezen.bron, kenmerk)
      const fonts = [...gelezen.bron.matchAll(/\/BaseFont \/(\S+)/g)].map(([, naam = '']) => naam)
      assert.ok(fonts.length > 0)
      for (const naam of fonts) assert.match(naam, /^[A-Z]{6}\+AtkinsonHyperlegibleNext-/)
      const koppen = gelezen.delen.filter(([soort]) => /^H\d$/.test(soort))
      assert.deepEqual(koppen, [
        ['H1', brief.onderwerp],
        ['H2', woorden[taal]('brief.doen')],
        ['H2', woorden[taal]('brief.vragen')],
        ['H2', woorden[taal]('brief.echt')],
      ])
      assert.equal(gelezen.delen.filter(([soort]) => soort === 'Figure').length, 1)
      const alles = (gelezen.delen[0]?.[1] ?? '').replace(/\s+/g, '')
      const volgorde = [
        'Gemeente Rotterdam',
        ...adres,
        'BB-2026-004211',
        brief.onderwerp,
        brief.doen ?? '',
        ...brief.alineas,
        '14 010',
        'voordeur.example/echt',
        'K7M2-9QTD-4XV',
      ]
      let plek = 0
      for (const zin of volgorde) {
        const waar = alles.indexOf(zin.replace(/\s+/g, ''), plek)
        assert.ok(waar >= plek, `${zin} staat niet op zijn plaats`)
        plek = waar + 1
      }
      // Page numbers are for the eye: a screen reader has its own.
      assert.ok(
        !alles.includes(woorden[taal]('brief.bladzijde', { n: 1, van: bladzijden }).replace(/\s+/g, '')),
      )
    })
  }
}

test('without something to do the box says so, and no heading is empty', async () => {
  const { doen: _doen, ...zonder } = brief
  assert.ok(!leesPdf((await zet(zonder)).pdf).delen.some(([, tekst]) => tekst === 'U hoeft niets te doen.'))
  const { delen } = leesPdf((await zet({ ...zonder, niets: true })).pdf)
  assert.ok(delen.some(([, tekst]) => tekst === 'U hoeft niets te doen.'))
  assert.ok(!delen.some(([soort, tekst]) => soort === 'H2' && tekst === 'Wat moet u doen?'))
})

test('more than one thing to do is a list in the box', async () => {
  const { delen } = leesPdf((await zet({ ...brief, doen: 'Bel een arts.\nStuur het contract.' })).pdf)
  for (const wat of ['Bel een arts.', 'Stuur het contract.'])
    assert.ok(
      delen.some(([soort, tekst]) => soort.startsWith('L') && tekst === wat),
      JSON.stringify(delen.slice(0, 12)),
    )
})

test('a long letter has three pages and loses no paragraph; large print takes more', async () => {
  const lang = {
    ...brief,
    alineas: Array.from({ length: 24 }, (_, i) =>
      `Dit is reden ${i + 1}. Wij leggen uit waarom wij dit zeggen. `.repeat(3),
    ),
  }
  const gewoon = await zet(lang)
  assert.equal(gewoon.bladzijden, 3)
  const alles = leesPdf(gewoon.pdf).delen[0]?.[1] ?? ''
  for (let i = 1; i <= 24; i += 1) assert.ok(alles.includes(`reden ${i}.`), `reden ${i}`)
  assert.ok((await zet(lang, { groot: true })).bladzijden > 3)
})

test('what somebody typed is text and never markup, and a sign that no letter has is refused', async () => {
  const raar = { ...brief, alineas: ['#panic("x") *vet* $x$ \\ @x <y> `z` = kop', 'a\u0007b\u202ec'] }
  const alles = leesPdf((await zet(raar)).pdf).delen[0]?.[1] ?? ''
  assert.ok(alles.includes('#panic("x")') && alles.includes('*vet*'), alles)
  const gegevens = zetgegevens({ ...brief, onderwerp: '漢字' }, adres, {
    taal: 'nl',
    groot: false,
    woorden,
    opmaak: { venster: gewoonVenster },
  })
  const uit = await zetter('brief', gegevens, gemaakt)
  // Where the machine itself has such a letter it is embedded.
  if (uit.soort === 'geweigerd') assert.equal(uit.reden, 'teken-onbekend')
  else assert.equal(uit.soort, 'gezet')
  assert.equal(schoon(' a\u0007b\u202ec '), 'a bc')
})

test('a telephone number stands on one line; a day, an amount and a time are left as they were', () => {
  const { delen } = zetgegevens(
    {
      ...brief,
      doen: 'Bel 14 010.\nStuur het contract.',
      alineas: [
        'Bel 020 656 56 56 of +31 20 656 56 56, of 010-267 16 25.',
        'Op 14 maart om 09:00 was het 1 203 euro. Nummer 12 34.',
      ],
    },
    adres,
    { taal: 'nl', groot: false, woorden, opmaak: { venster: gewoonVenster } },
  ) as {
    readonly delen: readonly { readonly doen: readonly string[]; readonly alineas: readonly string[] }[]
  }
  assert.deepEqual(delen[0]?.doen, ['Bel 14\u00a0010.', 'Stuur het contract.'])
  assert.deepEqual(delen[0]?.alineas, [
    'Bel 020\u00a0656\u00a056\u00a056 of +31\u00a020\u00a0656\u00a056\u00a056, of 010-267\u00a016\u00a025.',
    'Op 14 maart om 09:00 was het 1 203 euro. Nummer 12 34.',
  ])
})

test('a camera reads back what the sender signed, as long as it is on paper', () => {
  const jws = ['{"alg":"EdDSA","kid":"', '{"c":"K7M29QTD4XV"', 'x'].map((deel, i) =>
    Buffer.from(deel.padEnd([75, 90, 64][i] ?? 0, 'a')).toString('base64url'),
  )
  const adresInCode = `https://voordeur.example/pap/echt/K7M29QTD4XV#${jws.join('.')}`
  assert.ok(adresInCode.length > 300)
  const svg = qrSvg(adresInCode)
  const maat = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  // In 30 mm a square is wider than a third of a millimetre, which is what a telephone still tells apart.
  assert.ok(30 / maat > 1 / 3, `${maat} vakjes`)
  const schaal = 4
  const data = new Uint8Array((maat * schaal) ** 2 * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let rij = 0; rij < schaal; rij++)
      for (let kolom = 0; kolom < schaal; kolom++) {
        const plek = ((Number(y) * schaal + rij) * maat * schaal + Number(x) * schaal + kolom) * 4
        data.fill(0, plek, plek + 3)
      }
  assert.equal(decodeQR({ width: maat * schaal, height: maat * schaal, data }), adresInCode)
})

test('braille and audio get the same words in the same order, one thing at a time', () => {
  const tekst = leestekst(brief, { taal: 'nl', woorden, herdruk: { van: '2026-02-20' } })
  assert.deepEqual(tekst.trimEnd().split('\n\n'), [
    'Gemeente Rotterdam',
    'Datum: 3 maart 2026',
    'Ons kenmerk: BB-2026-004211',
    'Dit is een nieuwe afdruk van onze brief van 20 februari 2026. De tekst is dezelfde.',
    'Stuur ons uw loonstrook',
    'Wat moet u doen?',
    'Stuur uw loonstrook voor of op 17 maart 2026.',
    'Wij hebben alles, behalve de loonstrook.',
    'U krijgt binnen acht weken antwoord.',
    'Heeft u vragen?',
    'Bel 14 010. U spreekt met het team Inkomen.',
    'Is deze brief echt?',
    'Ga naar voordeur.example/echt. Vul daar deze controlecode in: K7M2-9QTD-4XV',
  ])
  assert.match(leestekst(brief, { taal: 'pap', woorden }), /Un papiadó di papiamentu ainda no a wak/)
  assert.equal(kortAdres('https://voordeur.example/'), 'voordeur.example')
})

const tweetalig: Briefinhoud = {
  ...brief,
  ookIn: [
    {
      taal: 'pap',
      onderwerp: 'Manda bo slip di salario pa nos',
      doen: 'Manda bo slip di salario no despues di 17 di mart 2026.',
      alineas: ['Nos tin tur kos, ménos e slip di salario.', 'Bo ta haña kontesta denter di ocho siman.'],
      controlecode: { ...brief.controlecode, adres: 'https://voordeur.example/pap/echt' } as NonNullable<
        Briefinhoud['controlecode']
      >,
    },
  ],
}

for (const groot of [false, true])
  test(`a letter in two languages${groot ? ', large' : ''} is whole in each, and says at once that the second comes`, async () => {
    const { pdf, bladzijden } = await zet(tweetalig, { groot })
    const { bron, delen } = leesPdf(pdf)
    assert.match(bron, /\/Lang \(pap\)/)
    assert.deepEqual(
      delen.filter(([soort]) => /^H\d$/.test(soort)),
      (['nl', 'pap'] as const).flatMap((taal, i) => [
        ['H1', i === 0 ? brief.onderwerp : tweetalig.ookIn?.[0]?.onderwerp],
        ...['brief.doen', 'brief.vragen', 'brief.echt'].map((kop) => ['H2', woorden[taal](kop)]),
      ]),
    )
    const eenTaal = (await zet(brief, { groot })).bladzijden
    assert.ok(bladzijden >= 2 * eenTaal, 'the second language begins on a page of its own')
    const alles = (delen[0]?.[1] ?? '').replace(/\s+/g, '')
    let plek = 0
    for (const zin of [
      woorden.pap('brief.ook_in'),
      brief.onderwerp,
      ...brief.alineas,
      'K7M2-9QTD-4XV',
      tweetalig.ookIn?.[0]?.onderwerp ?? '',
      tweetalig.ookIn?.[0]?.doen ?? '',
      ...(tweetalig.ookIn?.[0]?.alineas ?? []),
      'voordeur.example/pap/echt',
      'K7M2-9QTD-4XV',
    ]) {
      const waar = alles.indexOf(zin.replace(/\s+/g, ''), plek)
      assert.ok(waar >= plek, `${zin} staat niet op zijn plaats`)
      plek = waar + 1
    }
    assert.ok(alles.includes('3dimart2026'), 'the date as Papiamentu writes it')
    const tekst = leestekst(tweetalig, { taal: 'nl', woorden })
    for (const zin of [...brief.alineas, ...(tweetalig.ookIn?.[0]?.alineas ?? [])])
      assert.ok(tekst.includes(zin))
    assert.equal(tekst.split('K7M2-9QTD-4XV').length, 3)
  })
