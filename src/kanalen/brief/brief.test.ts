import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constants, inflateSync } from 'node:zlib'
import { createVertaler, loadTeksten, talen } from '../../platform/i18n/index.ts'
import type { Briefinhoud } from '../index.ts'
import { gewoonVenster, kortAdres, schoon, zetgegevens } from './brief.ts'
import { leestekst } from './leestekst.ts'
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

interface Gelezen {
  readonly bron: string
  /** In the order of the tags, which is that of reading out: kind of element and its words. */
  readonly delen: readonly (readonly [string, string])[]
  readonly bladzijden: number
}

/** The last byte of what is packed may look like the end of a line. */
const tolerant = { finishFlush: constants.Z_SYNC_FLUSH }

/** Reads a PDF of Typst back: the tree of tags, and the words that hang on it, through the tables of the fonts. */
function leesPdf(pdf: Buffer): Gelezen {
  const bron = pdf
    .toString('latin1')
    .replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (geheel, inhoud: string) => {
      try {
        return `stream\n${inflateSync(Buffer.from(inhoud, 'latin1'), tolerant).toString('latin1')}\nendstream`
      } catch {
        return geheel
      }
    })
  const objecten = new Map<number, string>()
  for (const [, nr = '', tekst = ''] of bron.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g))
    objecten.set(Number(nr), tekst)
  const object = (nr: number): string => objecten.get(nr) ?? ''
  const verwijst = (tekst: string, naam: string): number =>
    Number(new RegExp(`/${naam} (\\d+) 0 R`).exec(tekst)?.[1] ?? -1)
  const perBlad = new Map<number, ReadonlyMap<number, string>>()
  const bladen = [...objecten].filter(([, tekst]) => /\/Type \/Page\b(?!s)/.test(tekst))
  for (const [nr, blad] of bladen) perBlad.set(nr, gemerkt(blad, object, verwijst))
  const delen: [string, string][] = []
  const loop = (nr: number): string => {
    const element = object(nr)
    const soort = /\/S \/(\w+)/.exec(element)?.[1] ?? ''
    const blad = perBlad.get(verwijst(element, 'Pg'))
    const plek = delen.push([soort, '']) - 1
    const kinderen = /\/K \[([\s\S]*?)\]\s*(?:\n\s*\/|$|\n?>>)/.exec(element)?.[1] ?? ''
    let tekst = ''
    for (const [, mcrBlad, mcr, verwijzing, mcid] of kinderen.matchAll(
      /<<[^>]*?\/Pg (\d+) 0 R[^>]*?\/MCID (\d+)[^>]*>>|(\d+) 0 R|(\d+)/g,
    )) {
      if (mcr !== undefined) tekst += perBlad.get(Number(mcrBlad))?.get(Number(mcr)) ?? ''
      else if (verwijzing !== undefined) tekst += loop(Number(verwijzing))
      else if (mcid !== undefined) tekst += blad?.get(Number(mcid)) ?? ''
    }
    delen[plek] = [soort, tekst]
    return tekst
  }
  const boom = [...objecten.values()].find((tekst) => /\/Type \/StructTreeRoot/.test(tekst)) ?? ''
  loop(Number(/\/K \[?(\d+) 0 R/.exec(boom)?.[1] ?? -1))
  return { bron, delen, bladzijden: bladen.length }
}

/** The words of a page per mark (MCID). What has no mark is decoration. */
function gemerkt(
  blad: string,
  object: (nr: number) => string,
  verwijst: (tekst: string, naam: string) => number,
): ReadonlyMap<number, string> {
  const letters = new Map<string, ReadonlyMap<number, string>>()
  const bronnen = object(verwijst(blad, 'Resources')) || blad
  const fonts = /\/Font <<([\s\S]*?)>>/.exec(bronnen)?.[1] ?? object(verwijst(bronnen, 'Font'))
  for (const [, naam = '', nr = ''] of fonts.matchAll(/\/(\w+) (\d+) 0 R/g))
    letters.set(naam, tabelVan(object(verwijst(object(Number(nr)), 'ToUnicode'))))
  const uit = new Map<number, string>()
  let mcid = -1
  let tabel: ReadonlyMap<number, string> = new Map()
  const stapel: number[] = []
  for (const [, merk, eind, font, lijst] of inHex(object(verwijst(blad, 'Contents'))).matchAll(
    /(\/\w+(?: <<[\s\S]*?>>)? B[DM]C)|(\bEMC\b)|\/(\w+) [\d.]+ Tf|(\[[^\]]*\]|<[0-9a-f]*>)\s*T[Jj]/g,
  )) {
    if (merk !== undefined) {
      stapel.push(mcid)
      mcid = Number(/\/MCID (\d+)/.exec(merk)?.[1] ?? -1)
    } else if (eind !== undefined) mcid = stapel.pop() ?? -1
    else if (font !== undefined) tabel = letters.get(font) ?? new Map()
    else if (lijst !== undefined && mcid >= 0) uit.set(mcid, (uit.get(mcid) ?? '') + ontcijfer(lijst, tabel))
  }
  return uit
}

function ontcijfer(lijst: string, tabel: ReadonlyMap<number, string>): string {
  const hex = [...lijst.matchAll(/<([0-9a-f]*)>/gi)].map(([, deel = '']) => deel).join('')
  return (hex.match(/.{4}/g) ?? []).map((gid) => tabel.get(Number.parseInt(gid, 16)) ?? '\ufffd').join('')
}

/** Strings between brackets as hexadecimal: brackets inside them may stand as they are, as long as they pair. */
function inHex(inhoud: string): string {
  const kort: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  let uit = ''
  let tekst = ''
  let diep = 0
  for (let i = 0; i < inhoud.length; i += 1) {
    const teken = inhoud[i] ?? ''
    const achtste = teken === '\\' ? /^[0-7]{1,3}/.exec(inhoud.slice(i + 1, i + 4))?.[0] : undefined
    if (diep > 0 && achtste !== undefined) {
      tekst += String.fromCharCode(Number.parseInt(achtste, 8))
      i += achtste.length
    } else if (diep > 0 && teken === '\\') {
      const volgend = inhoud[i + 1] ?? ''
      tekst += kort[volgend] ?? volgend
      i += 1
    } else if (teken === '(' && diep++ === 0) tekst = ''
    else if (teken === ')' && --diep === 0) uit += `<${Buffer.from(tekst, 'latin1').toString('hex')}>`
    else if (diep > 0) tekst += teken
    else uit += teken
  }
  return uit
}

function tabelVan(cmap: string): ReadonlyMap<number, string> {
  const tekst = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  const uit = new Map<number, string>()
  for (const [, deel = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, van = '', naar = ''] of deel.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
      uit.set(Number.parseInt(van, 16), tekst(naar))
  return uit
}

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
  const { doen: _doen, ...niets } = brief
  const { delen } = leesPdf((await zet(niets)).pdf)
  assert.ok(delen.some(([, tekst]) => tekst === 'U hoeft niets te doen.'))
  assert.ok(!delen.some(([soort, tekst]) => soort === 'H2' && tekst === 'Wat moet u doen?'))
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
