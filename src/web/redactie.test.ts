import assert from 'node:assert/strict'
import { test } from 'node:test'
import { voorbeeldenstand } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { markdown } from './pages/redactie/markdown.ts'
import { proefweb } from './proefweb.ts'
import { adres, talen } from './routes.ts'

const app = proefweb()

async function haal(url: string): Promise<string> {
  const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html' } })
  assert.equal(statusCode, 200, url)
  return body
}

function kaal(body: string): string {
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')
}

test('before the examples are computed a page does not wait, and says how far they are', async () => {
  const corpus = proefcorpus()
  const vers = proefweb({ geheel: () => ({ ...corpus, engine: { ...corpus.engine } }) })
  const begin = performance.now()
  const { body } = await vers.inject('/redactie')
  assert.match(body, /We rekenen ze nu na: \d+ van \d+ bestanden zijn klaar/)
  assert.ok(performance.now() - begin < 10_000)
})

test('the overview counts what is in force and what is missing; no file is refused', async () => {
  const { staat } = await voorbeeldenstand(proefcorpus(), 170_000)
  assert.equal(staat, 'klaar')
  const tekst = kaal(await haal('/redactie'))
  const [, goed, aantal] = /Voorbeelden ([\d.]+) van ([\d.]+) kloppen/.exec(tekst) ?? []
  assert.ok(goed !== undefined && Number(goed.replace('.', '')) > 1000)
  assert.equal(goed, aantal)
  assert.match(tekst, /Met een cijfer dat we niet weten: [1-9]/)
  assert.match(tekst, /Alle bestanden doen mee/)
  assert.match(tekst, /aan één kant staat: 0/)
})

test('a refused file stands there with every fault, its place and what answers instead', async () => {
  const fout = {
    code: 'x',
    bestand: 'regelingen/a/2026-01-01.yaml',
    regel: 7,
    kolom: 3,
    melding: 'Dit <b>mag</b> niet.',
    remedie: 'Haal het weg.',
  }
  const geweigerd = [
    { laag: 'eigen', bestand: fout.bestand, sha256: 'a', fouten: [fout], inPlaats: 'laatste-goede' as const },
  ]
  const { body } = await proefweb({ geheel: () => ({ ...proefcorpus(), geweigerd }) }).inject('/redactie')
  assert.match(body, /Regel 7, teken 3:.*Dit &lt;b&gt;mag&lt;\/b&gt; niet\. Haal het weg\./)
  assert.match(body, /De laatste goede tekst geldt nog/)
})

test('schemes can be chosen by place, organisation and trust, and the choice goes along to another language', async () => {
  const groningen = await haal('/redactie/regelingen?gebied=PV20')
  assert.match(kaal(groningen), /1 regeling /)
  assert.match(groningen, /href="\/redactie\/regelingen\/isolatieaanpak-groningen"/)
  assert.match(groningen, /href="\/en\/redactie\/regelingen\?gebied=PV20"/)
  assert.match(groningen, /<option value="PV20" selected>/)
  const svb = await haal('/redactie/regelingen?uitvoerder=svb&vertrouwen=nagerekend')
  assert.match(svb, /regelingen\/kinderbijslag"/)
  assert.ok(!svb.includes('regelingen/zorgtoeslag"'))
  const onbekend = kaal(await haal('/redactie/regelingen?gemis=cijfers&uitvoerder=gemeente'))
  assert.match(onbekend, /Studietoeslag/)
  assert.ok(!onbekend.includes('Bijstand voor zelfstandigen'))
  assert.match(await haal('/redactie/regelingen?gebied=bestaat-niet'), /Geen regeling past bij uw keuze/)
})

test('every page counts alike: shared rules are no schemes, and figures and rules stand apart', async () => {
  const getallen = (tekst: string) => /([\d.]+)( regelingen)? en (\d+) keer gedeelde regels/.exec(tekst)
  const [, begin, , gedeeld] = getallen(kaal(await haal('/redactie'))) ?? []
  const [, lijst, , ook] = getallen(kaal(await haal('/redactie/regelingen'))) ?? []
  assert.ok(begin !== undefined && Number(gedeeld) > 0)
  assert.deepEqual([lijst, ook], [begin, gedeeld])
  const body = kaal(await haal('/redactie/regelingen/zorgtoeslag'))
  const som = (kop: string, toon: string) => {
    const [, delen = '', n] =
      new RegExp(`${kop} ((?:\\d+ [a-z ]+,? ?)+)(?:Gebruikt .*?)? ?Toon (\\d+) ${toon}`).exec(body) ?? []
    return [delen.match(/\d+/g)?.reduce((s, g) => s + Number(g), 0), Number(n)]
  }
  for (const [geteld, getoond] of [som('Cijfers', 'cijfer'), som('Regels', 'regel')]) {
    assert.ok(getoond && getoond > 0)
    assert.equal(geteld, getoond)
  }
})

test('places with one name can be told apart in the choice', async () => {
  const opties = [...(await haal('/redactie/regelingen')).matchAll(/<option value="([^"]+)">([^<]+)/g)]
  const namen = opties.map(([, , naam]) => naam)
  assert.ok(namen.includes('Groningen (gemeente)') && namen.includes('Groningen (provincie)'))
  assert.deepEqual(
    namen.filter((naam, i) => namen.indexOf(naam) !== i),
    [],
  )
})

test('every scheme is on one of the pages, once', async () => {
  const gevonden: string[] = []
  for (let n = 1; n < 9; n += 1) {
    const body = await haal(`/redactie/regelingen?n=${n}`)
    const hier = [...body.matchAll(/vd-row__title"><a href="\/redactie\/regelingen\/([^"]+)"/g)].map(
      (m) => m[1] ?? '',
    )
    if (gevonden.includes(hier[0] ?? '')) break
    gevonden.push(...hier)
  }
  const ids = new Set(proefcorpus().engine.wetten.map(({ id }) => id))
  assert.deepEqual(gevonden.sort(), [...ids].sort())
})

test('a scheme shows versions, figures with source and trust, rules with article, examples and texts', async () => {
  await voorbeeldenstand(proefcorpus(), 170_000)
  const body = await haal('/redactie/regelingen/zorgtoeslag')
  const tekst = kaal(body)
  assert.match(
    tekst,
    /Vanaf 1 januari 2026\. Cijfers bekend tot 1 januari 2027\. Dit bestand geldt vandaag\./,
  )
  assert.match(tekst, /Van 1 januari 2024 tot 1 januari 2025/)
  assert.match(tekst, /standaardpremie 2119 EUR\/jaar bron: .* nagerekend/)
  assert.match(body, /https:\/\/wetten\.overheid\.nl\/jci1\.3:c:BWBR0018451&amp;artikel=2/)
  assert.match(tekst, /(\d+) van \1 kloppen/)
  assert.match(tekst, /gepubliceerd bedrag/)
  assert.match(tekst, /Flesch-Douma \d+,\d\. Van 60 tot 70 is gewoon/)
  assert.match(tekst, /Deze cijfers waarschuwen alleen/)
  assert.match(body, /href="\/redactie\/gebeurtenissen\/kind-krijgen"/)
  assert.ok(!/\bB1\b/.test(tekst), 'a measure may not say of which level a text is')
})

test('what is missing is said with its reason, also for shared rules and files that fill something in', async () => {
  const studie = kaal(await haal('/redactie/regelingen/studietoeslag'))
  assert.match(studie, /minimum_niet_vastgesteld: we konden dit cijfer niet vaststellen/)
  assert.match(studie, /Niet meegenomen: artikel 36b lid 2/)
  assert.match(kaal(await haal('/redactie/regelingen/aow-leeftijd')), /Dit zijn gedeelde regels/)
  assert.match(
    await haal('/redactie/regelingen/kwijtschelding-gouda'),
    /href="\/redactie\/regelingen\/kwijtschelding-gemeente"/,
  )
  const later = proefweb({ nu: () => new Date('2027-02-01T12:00:00Z') })
  assert.match(
    (await later.inject('/redactie/regelingen/zorgtoeslag')).body,
    /de cijfers gelden tot 1 januari 2027/,
  )
})

test('an event shows each step with its term, whether that is law, its article and its ways', async () => {
  const tekst = kaal(await haal('/redactie/gebeurtenissen/kind-krijgen'))
  assert.match(tekst, /tot datum \+ 3 dagen staat in de wet: Burgerlijk Wetboek boek 1 artikel 19e/)
  assert.match(tekst, /gaat meestal zo\./)
  assert.match(tekst, /Wegen [^.]*telefoon/)
  assert.match(kaal(await haal('/redactie/gebeurtenissen')), /uit de wet, \d+ zoals het meestal gaat/)
  assert.match(kaal(await haal('/redactie/organisaties')), /Sociale Verzekeringsbank.* overheid svb/)
})

test('how to write one stands there as a page, with its tables and examples', async () => {
  const body = await haal('/redactie/schrijven/regelingen')
  assert.match(body, /<h1>Een regeling schrijven<\/h1>/)
  assert.match(body, /<pre class="vd-formula" tabindex="0"><code>id: huurbijdrage/)
  assert.match(body, /<td><code>floor\(x\)<\/code>/)
  assert.match(await haal('/en/redactie/schrijven/gebeurtenissen'), /<div class="vd-document" lang="nl">/)
})

test('Markdown can put no markup on a page, whatever stands in it, and always ends', () => {
  assert.equal(
    String(markdown('# <i>\n\n<script>x</script> **vet `x`** `<b>`\n- een\n  twee\n- drie\n')),
    '<h1>&lt;i&gt;</h1><p>&lt;script&gt;x&lt;/script&gt; <strong>vet <code>x</code></strong> <code>&lt;b&gt;</code></p><ul class="vd-list"><li>een twee</li><li>drie</li></ul>',
  )
  assert.equal(
    String(markdown('```\nopen\n| a')),
    '<pre class="vd-formula" tabindex="0"><code>open\n| a</code></pre>',
  )
  for (const raar of ['|', '####### x', '-', '**', '`', '|--|', '```', '#']) assert.ok(markdown(raar))
})

test('every page for editors is there in every language, without a cookie, and light', async (t) => {
  await voorbeeldenstand(proefcorpus(), 170_000)
  const { engine, gebeurtenissen } = proefcorpus()
  const paden = talen.flatMap((taal) => [
    adres(taal, 'redactie'),
    adres(taal, 'redactieRegelingen'),
    adres(taal, 'redactieGebeurtenissen'),
    adres(taal, 'redactieOrganisaties'),
    adres(taal, 'redactieBerichten'),
    adres(taal, 'redactieSchrijven', { document: 'regelingen' }),
    ...[...new Set(engine.wetten.map(({ id }) => id))].map((regeling) =>
      adres(taal, 'redactieRegeling', { regeling }),
    ),
    ...[...gebeurtenissen.keys()].map((gebeurtenis) => adres(taal, 'redactieGebeurtenis', { gebeurtenis })),
  ])
  let zwaarste = { pad: '', bytes: 0 }
  for (const pad of paden) {
    // As a browser gets it.
    const antwoord = await app.inject({ url: pad, headers: { accept: 'text/html', 'accept-encoding': 'br' } })
    assert.equal(antwoord.statusCode, 200, pad)
    assert.equal(antwoord.headers['set-cookie'], undefined)
    const bytes = antwoord.rawPayload.length
    if (bytes > zwaarste.bytes) zwaarste = { pad, bytes }
  }
  t.diagnostic(`${paden.length} pages, heaviest ${zwaarste.pad}: ${zwaarste.bytes} bytes`)
  // Beside it come about 15 kB of styles.
  assert.ok(zwaarste.bytes < 45_000, `${zwaarste.pad}: ${zwaarste.bytes}`)
})

for (const pad of [
  '/redactie/regelingen/bestaat-niet',
  '/redactie/regelingen/__proto__',
  '/redactie/gebeurtenissen/constructor',
  '/redactie/schrijven/operations',
  '/redactie/schrijven/..%2F..%2Fpackage',
]) {
  test(`${pad} is not there`, async () => {
    assert.equal((await app.inject(pad)).statusCode, 404)
  })
}

test('any choice in the address gives a page', async () => {
  for (const vraag of ['gebied=%00', 'vertrouwen=<b>', 'n=0', 'n=999', 'n=-1', 'gebied=a&gebied=b', '%'])
    assert.equal((await app.inject(`/redactie/regelingen?${vraag}`)).statusCode, 200, vraag)
})
