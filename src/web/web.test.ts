import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Bezoeker, padUit, proefdag, proefweb } from './proefweb.ts'
import { adres, inTaal, routes, talen } from './routes.ts'

const app = proefweb()

/** An address with real names in the places of its pattern. */
function ingevuld(pad: string): string {
  return pad
    .replace(':regeling', 'zorgtoeslag')
    .replace(':gebeurtenis', 'kind-krijgen')
    .replace(':stap', 'geboorteaangifte')
    .replace(':organisatie', 'svb')
    .replace(':verwerking', 'terugmelding')
    .replace(':versie', '1')
    .replace(':soort', 'kind')
    .replace(':document', 'regelingen')
    .replace(':groep', 'zaken')
}

/** Answers a question page as one ordinary person would. */
async function beantwoord(bezoeker: Bezoeker, url: string): Promise<string> {
  const pagina = (await bezoeker.haal(url)).body
  const pad = padUit(pagina)
  const n = /name="n" value="(\d+)"/.exec(pagina)?.[1] ?? '1'
  const naam = pad.split('/').at(-1) ?? ''
  const datum = { dag: '2', maand: '4', jaar: pad.includes('kinderen') ? '2016' : '1990' }
  const vast: Readonly<Record<string, Record<string, string>>> = {
    gemeente: { gemeente: 'Utrecht' },
    geboortedatum: datum,
    partner: { waarde: 'nee' },
    kinderen: { waarde: '1' },
    medebewoners: { waarde: '0' },
    toetsingsinkomen: { waarde: '26.000' },
    zorgverzekerd: { waarde: 'ja' },
    kale_huur: { waarde: '650,50' },
    zelfstandig: { waarde: 'ja' },
  }
  const velden = vast[naam] ?? { actie: 'weet-niet' }
  const woning = pad === '/huishouden/woning/soort' ? { waarde: 'huur' } : velden
  const antwoord = await bezoeker.stuur('/rechten/vraag', { pad, n, ...woning })
  assert.equal(antwoord.statusCode, 303, `${pad}: ${antwoord.body.slice(0, 200)}`)
  return String(antwoord.headers.location)
}

async function totHetEind(bezoeker: Bezoeker): Promise<number> {
  let url = '/rechten/vraag?n=1'
  for (let vragen = 0; vragen < 60; vragen += 1) {
    url = await beantwoord(bezoeker, url)
    const volgende = await bezoeker.haal(url)
    if (volgende.statusCode !== 303) continue
    url = String(volgende.headers.location)
    if (url === '/rechten/overzicht') return vragen + 1
  }
  throw new Error('er komt geen eind aan de vragen')
}

test('nobody gets a cookie before the first answer', async () => {
  for (const taal of talen) {
    for (const [naam, { methode, pad, toegang }] of Object.entries(routes)) {
      if (methode === 'POST') continue
      const url = inTaal(taal, ingevuld(pad))
      const { headers, statusCode } = await app.inject({ url, headers: { accept: 'text/html' } })
      assert.equal(headers['set-cookie'], undefined, url)
      // Here nobody can log in: what is of one person is closed, and the way to a login service leads nowhere.
      const isOpen = toegang.soort === 'openbaar'
      if (!isOpen) assert.equal(statusCode, 401, url)
      else if (/nlog(Start|Terug)$/.test(naam)) assert.equal(statusCode, 404, url)
      else assert.ok(statusCode < 400, `${url} ${statusCode}`)
    }
  }
})

test('a resident answers until nothing is open, and sees amounts, reasons and sources', async () => {
  const bezoeker = new Bezoeker(app)
  const aantal = await totHetEind(bezoeker)
  assert.ok(aantal < 30, `${aantal} vragen`)
  const { body } = await bezoeker.haal('/rechten/overzicht')
  assert.match(body, /Zorgtoeslag/)
  assert.match(body, /€\s129/)
  assert.match(body, /Daar heeft u nu geen recht op/)
  assert.match(body, /koos u “Ik weet het niet”.* <a href="\/rechten\/antwoorden">Bekijk of verander/)
  assert.ok(!body.includes('Geen enkele vraag'))
  assert.ok(!/Bij u is (het|dat op) \d{1,2} [a-z]+ (19\d\d|20[01]\d)/.test(body), 'a day that is over')
  assert.ok(!/is dat bij u op [^<]*Verandert dit/.test(body))
  assert.match(body, /Met de regels van nu is dat bij u op \d{1,2} [a-z]+ 20\d\d\.</)
  const regeling = (await bezoeker.haal('/rechten/zorgtoeslag')).body
  assert.match(regeling, /https:\/\/wetten\.overheid\.nl\/jci1\.3:c:BWBR0018451&amp;artikel=/)
  assert.match(regeling, /bron: /)
  assert.match(regeling, /Bellen/)
  const antwoorden = (await bezoeker.haal('/rechten/antwoorden')).body
  assert.match(antwoorden, /€\s26\.000/)
})

test('an answer that cannot be read comes back with what was typed, and the summary first', async () => {
  const bezoeker = new Bezoeker(app)
  const velden = { pad: '/huishouden/aanvrager/toetsingsinkomen', n: '1', waarde: 'best veel <b>' }
  const { statusCode, body } = await bezoeker.stuur('/rechten/vraag', velden)
  assert.equal(statusCode, 422)
  assert.match(body, /<title>Fout: /)
  assert.match(body, /href="#waarde">Vul een bedrag in cijfers in/)
  assert.match(body, /value="best veel &lt;b&gt;"/)
  assert.ok(body.indexOf('vd-error-summary') < body.indexOf('<form class="vd-form"'))
})

test('a place that we do not know gives names to choose from', async () => {
  const bezoeker = new Bezoeker(app)
  const velden = { pad: '/huishouden/woning/gemeente', n: '1', gemeente: 'Enskede' }
  const fout = await bezoeker.stuur('/rechten/vraag', velden)
  assert.match(fout.body, /Bedoelt u een van deze/)
  const goed = await bezoeker.stuur('/rechten/vraag', { ...velden, plaats: 'GM0153' })
  assert.equal(goed.statusCode, 303)
})

test('a child cannot be older than its parent', async () => {
  const bezoeker = new Bezoeker(app)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', gemeente: 'Utrecht' })
  const ouder = { pad: '/huishouden/aanvrager/geboortedatum', n: '2', dag: '1', maand: '1', jaar: '1990' }
  await bezoeker.stuur('/rechten/vraag', ouder)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/kinderen', n: '3', waarde: '1' })
  const kind = { ...ouder, pad: '/huishouden/kinderen/0/geboortedatum', n: '4', jaar: '1980' }
  const { statusCode, body } = await bezoeker.stuur('/rechten/vraag', kind)
  assert.equal(statusCode, 422)
  assert.match(body, /ouder dan u/)
})

test('Back and change: a question keeps its address and its answer', async () => {
  const bezoeker = new Bezoeker(app)
  await beantwoord(bezoeker, '/rechten/vraag?n=1')
  assert.match((await bezoeker.haal('/rechten/vraag?n=1')).body, /value="Utrecht"/)
  assert.match((await bezoeker.haal('/en/rechten/vraag?n=1')).body, /value="Utrecht"/)
  const verder = await bezoeker.haal('/rechten/vraag?n=99')
  assert.equal(verder.headers.location, '/rechten/vraag?n=2')
})

test('another currency asks amounts again', async () => {
  const bezoeker = new Bezoeker(app)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', gemeente: 'Utrecht' })
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/aanvrager/vermogen', n: '2', waarde: '1000' })
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/partner', n: '3', waarde: 'nee' })
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', plaats: 'bonaire' })
  const { body } = await bezoeker.haal('/rechten/antwoorden')
  assert.match(body, /Bonaire/)
  assert.match(body, /Partner/)
  assert.doesNotMatch(body, /1\.000/)
})

test('an organisation that is a description has words in each language', async () => {
  const haal = async (pad: string) => (await app.inject({ url: pad, headers: { accept: 'text/html' } })).body
  assert.match(await haal('/en/regelingen/bijstand'), /Organisation: Your municipality\./)
  assert.match(await haal('/pap/regelingen/bijstand'), /Organisashon: Bo munisipio\./)
  assert.match(await haal('/en/regelingen/aow'), /Sociale Verzekeringsbank \(SVB\)/)
})

test('in the list of schemes a province is told apart from the municipality of the same name', async () => {
  const { body } = await app.inject({ url: '/regelingen', headers: { accept: 'text/html' } })
  assert.match(body, /<summary>Groningen \(gemeente\) /)
  assert.match(body, /<summary>Groningen \(provincie\) /)
})

test('moving to an island: what stops there is stopped at the municipality one leaves', async () => {
  const bezoeker = new Bezoeker(app)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', gemeente: 'Utrecht' })
  await bezoeker.stuur('/rechten/wat-als/verhuizen', { plaats: 'Bonaire', woning: 'huur', huur: '900' })
  const { body } = await bezoeker.haal('/rechten/wat-als/verhuizen/uitslag')
  assert.match(body, /<strong>Gemeente Utrecht<\/strong>: [^<]*Kwijtschelding gemeentelijke belastingen/)
  assert.ok(!body.includes('Gemeente Bonaire'))
})

test('what is assumed can be asked after all', async () => {
  const bezoeker = new Bezoeker(app)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', gemeente: 'Utrecht' })
  const stel = { pad: '/huishouden/aanvrager/student', actie: 'stel', naar: 'antwoorden' }
  const { headers } = await bezoeker.stuur('/rechten/vraag', stel)
  assert.equal(headers.location, '/rechten/vraag?n=2&naar=antwoorden')
  assert.match((await bezoeker.haal(String(headers.location))).body, /Volgt u een studie/)
})

test('after an hour, or with a damaged cookie, the visitor begins anew with a calm sentence', async () => {
  let nu = proefdag
  const later = proefweb({ nu: () => nu })
  const bezoeker = new Bezoeker(later)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', gemeente: 'Utrecht' })
  const goed = bezoeker.koekjes
  nu = new Date(proefdag.getTime() + 3_601_000)
  const verlopen = await bezoeker.haal('/rechten/overzicht')
  assert.equal(verlopen.headers.location, adres('nl', 'rechten', { opnieuw: 'verlopen' }))
  nu = proefdag
  bezoeker.koekjes = `${goed.slice(0, -6)}AAAAAA`
  const kapot = await bezoeker.haal('/rechten/vraag?n=2')
  assert.equal(kapot.headers.location, adres('nl', 'rechten', { opnieuw: 'onleesbaar' }))
  assert.match((await bezoeker.haal(String(kapot.headers.location))).body, /We beginnen opnieuw/)
  assert.equal(bezoeker.koekjes, '')
})

test('a form without its cookie says that the hour is over', async () => {
  const bezoeker = new Bezoeker(app)
  const { headers } = await bezoeker.stuur('/rechten/vraag', {
    pad: '/huishouden/aanvrager/vermogen',
    n: '5',
    waarde: '1',
  })
  assert.equal(headers.location, '/rechten?opnieuw=verlopen')
})

test('erasing takes the cookie away', async () => {
  const bezoeker = new Bezoeker(app)
  await beantwoord(bezoeker, '/rechten/vraag?n=1')
  assert.notEqual(bezoeker.koekjes, '')
  const { headers } = await bezoeker.stuur('/rechten/wis', {})
  assert.equal(bezoeker.koekjes, '')
  assert.match((await bezoeker.haal(String(headers.location))).body, /Uw antwoorden zijn weg/)
})

test('a form from another website does nothing, and the page says so', async () => {
  const bezoeker = new Bezoeker(app)
  const van = { origin: 'https://elders.example' }
  const { statusCode, body } = await bezoeker.stuur('/rechten/wis', {}, van)
  assert.equal(statusCode, 403)
  assert.match(body, /ergens anders vandaan/)
})

test('every error is a page in the language of its address that says what next', async () => {
  const kop = { accept: 'text/html' }
  for (const [url, patroon] of [
    ['/bestaat-niet', /Wat u nu kunt doen/],
    ['/en/nope', /What you can do now/],
    ['/pap/nada', /Kiko bo por hasi awor/],
    ['/rechten/bestaat-niet', /Wat u nu kunt doen/],
    ['/rechten/%00', /Wat u nu kunt doen/],
  ] as const) {
    const { body } = await app.inject({ url, headers: kop })
    assert.match(body, patroon, url)
  }
  const { statusCode, body } = await app.inject({ url: '/rechten/wis', headers: kop })
  assert.ok(statusCode >= 400)
  assert.match(body, /Wat u nu kunt doen/)
})

test('whatever a form sends, the answer is a page or another address, never a failure', async () => {
  const paden = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '/huishouden/kinderen/0/geboortedatum',
      '/huishouden/kinderen/99/x',
      '/huishouden/__proto__/x',
      '/huishouden/constructor',
      '/huishouden/woning/gemeente',
      '/huishouden/kinderen',
      '/huishouden/partner/vermogen',
      '/huishouden/aanvrager/geboortedatum',
      '/huishouden/aanvrager/toetsingsinkomen',
    ),
  )
  const waarden = fc.oneof(fc.string(), fc.constantFrom('ja', '-1', '999999999999', '5000', '1e9', '2'))
  await fc.assert(
    fc.asyncProperty(paden, waarden, fc.string(), async (pad, waarde, n) => {
      const bezoeker = new Bezoeker(app)
      const velden = { pad, n, waarde, dag: waarde, maand: n, jaar: waarde, gemeente: waarde, plaats: n }
      const { statusCode } = await bezoeker.stuur('/rechten/vraag', velden)
      assert.ok([303, 422].includes(statusCode), `${statusCode} ${JSON.stringify(velden)}`)
    }),
    { seed: 3, numRuns: 150 },
  )
})

test('whatever follows the question mark, there is a page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webQueryParameters(), async (vraag) => {
      for (const pad of ['/rechten', '/rechten/vraag', '/']) {
        const { statusCode } = await app.inject(`${pad}?${vraag}&n=${encodeURIComponent(vraag)}`)
        assert.ok(statusCode < 400, `${pad}?${vraag}`)
      }
    }),
    { seed: 4, numRuns: 60 },
  )
})

test('each page names its language, and Papiamentu says that a speaker has not read it yet', async () => {
  for (const taal of talen) {
    const { body } = await app.inject(adres(taal, 'rechten'))
    assert.match(body, new RegExp(`<html lang="${taal}">`))
    assert.equal(/papiadó di papiamentu/.test(body), taal === 'pap')
    assert.doesNotMatch(body, / style=| on[a-z]+="/)
  }
})

test('today is the day of the place: at 3 in the night in Amsterdam it is still yesterday on Bonaire', async () => {
  const bezoeker = new Bezoeker(proefweb({ nu: () => new Date('2026-03-02T02:00:00Z') }))
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', plaats: 'bonaire' })
  assert.match((await bezoeker.haal('/rechten/overzicht')).body, /1 maart 2026/)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', gemeente: 'Utrecht' })
  assert.match((await bezoeker.haal('/rechten/overzicht')).body, /2 maart 2026/)
})

test('where a line of the log points to stands what the data are used for, in the language of the page', async () => {
  const haal = (url: string) => app.inject({ url, headers: { accept: 'text/html' } })
  const { body } = await haal('/verwerkingen/terugmelding/1')
  assert.match(body, /<h1>Doorgeven dat iets niet klopt</)
  assert.match(body, /artikel 6 lid 1 onder e/)
  assert.match(body, /5 jaar|1 jaar/)
  assert.match((await haal('/pap/verwerkingen')).body, /Avisá ku algu no ta korekto/)
  for (const pad of ['/verwerkingen/terugmelding/9', '/verwerkingen/terugmelding/x', '/verwerkingen/niets/1'])
    assert.equal((await haal(pad)).statusCode, 404, pad)
})
