import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { Bezoeker, proefdag, proefweb } from './proefweb.ts'
import { adres, talen } from './routes.ts'

const app = proefweb()
const KIND = '/gebeurtenissen/kind-krijgen'

const ingevuld = {
  dag: '2',
  maand: 'maart',
  jaar: '2026',
  'vraag-getrouwd': 'nee',
  'vraag-eerste': 'ja',
  'vraag-werk': '',
  gemeente: 'Utrecht',
}

async function metPlan(velden: Readonly<Record<string, string>> = ingevuld, taal = ''): Promise<Bezoeker> {
  const bezoeker = new Bezoeker(app)
  const antwoord = await bezoeker.stuur(`${taal}${KIND}`, velden)
  assert.equal(antwoord.statusCode, 303, antwoord.body.slice(0, 300))
  assert.equal(antwoord.headers.location, `${taal}${KIND}#voortgang`)
  return bezoeker
}

/** One step of the chain, without markup. */
function stap(body: string, titel: string): string {
  const gevonden = body
    .split('<li class="vd-link ')
    .slice(1)
    .find((deel) => deel.includes(`>${titel}</span></h3>`))
  assert.ok(gevonden, `geen stap ${titel}`)
  return gevonden.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('every event has its page in every language, also before anything is filled in', async () => {
  for (const gebeurtenis of proefcorpus().gebeurtenissen.keys()) {
    for (const taal of talen) {
      for (const naam of ['gebeurtenis', 'gebeurtenisPrint', 'gebeurtenisBewaar'] as const) {
        const { statusCode } = await app.inject(adres(taal, naam, { gebeurtenis }))
        assert.equal(statusCode, 200, `${gebeurtenis} ${taal} ${naam}`)
      }
    }
  }
  assert.equal((await app.inject('/gebeurtenissen/bestaat-niet')).statusCode, 404)
  assert.equal((await app.inject('/gebeurtenissen/__proto__')).statusCode, 404)
})

test('the first step to do stands open, the others fold behind their term, title and organisation', async () => {
  for (const wie of [new Bezoeker(app), await metPlan()]) {
    const { body } = await wie.haal(KIND)
    const stappen = body.split('<li class="vd-link ').slice(1)
    assert.ok(stappen.length > 8)
    const open = stappen.filter((deel) => deel.includes('<details class="vd-link__fold" open>'))
    assert.equal(open.length, 1)
    const eersteTeDoen = stappen.find((deel) => /^vd-link--te-(doen|laat)"/.test(deel))
    assert.equal(open[0], eersteTeDoen)
    for (const deel of stappen) {
      const [voor = '', achter = ''] = deel.split('<div class="vd-link__inside">')
      assert.match(voor, /<h3 class="vd-link__title">[\s\S]*vd-link__who/)
      assert.match(achter, /vd-link__what[\s\S]*vd-link__more/)
    }
  }
})

test('the chain has the term first, then what, then who, then the ways', async () => {
  const { body } = await (await metPlan()).haal(KIND)
  const tekst = stap(body, 'Geef de geboorte aan')
  assert.match(
    tekst,
    /uiterlijk donderdag 5 maart .*Geef de geboorte aan .*de gemeente waar uw kind is geboren .*Langsgaan/,
  )
  assert.match(tekst, /Deze termijn staat in de wet: Burgerlijk Wetboek boek 1 artikel 19e/)
  assert.match(stap(body, 'Erken uw kind'), /Gemeente Utrecht .*Langsgaan .*Vragen of hulp nodig\? .*14 030/)
  assert.match(stap(body, 'Verzeker uw kind'), /meestal uiterlijk donderdag 2 juli/)
  assert.match(stap(body, 'Verzeker uw kind'), /geen overheid/)
  assert.match(stap(body, 'Verzeker uw kind'), /Eerst stap \d+: Geef de geboorte aan/)
})

test('a step shows the ways that lead to it; calling and writing to the desk are apart, to ask', async () => {
  const { body } = await (await metPlan()).haal(KIND)
  const [doen = '', vragen = ''] = stap(body, 'Erken uw kind').split('Vragen of hulp nodig?')
  assert.match(doen, /Langsgaan .*Burgerzaken.* Stadsplateau 1/)
  assert.doesNotMatch(doen, /DigiD|Brief|Bel |Naar de website/)
  assert.match(vragen, /14 030 .*Postbus 16200/)
  assert.match(stap(body, 'Vraag kinderbijslag aan').split('Vragen of hulp')[0] ?? '', /Met DigiD/)

  const { body: alleen } = await app.inject(`${KIND}/stappen/erkennen`)
  const [deel = '', hulp = ''] = alleen.split('id="vragen"')
  assert.equal(deel.match(/class="vd-channel"/g)?.length, 1)
  assert.match(hulp, /Vragen of hulp nodig/)
})

test('a scheme shows the ways it names, and only itself says what one logs in with', async () => {
  const { body } = await app.inject('/regelingen/volwassenenfonds-leeuwarden')
  const [aanvragen = '', vragen = ''] = body.split('id="vragen"')
  assert.equal(aanvragen.match(/class="vd-channel"/g)?.length, 1)
  assert.match(aanvragen, /dorpskamer/)
  assert.match(vragen, /14 058/)
  assert.doesNotMatch(body, /U logt in met/)
  assert.match((await app.inject('/regelingen/zorgtoeslag')).body, /U logt in met DigiD/)
})

test('without a date the terms are words, and the page asks for the date', async () => {
  const { body } = await app.inject(KIND)
  assert.match(stap(body, 'Geef de geboorte aan'), /binnen 3 dagen na de geboorte/)
  assert.match(stap(body, 'Verzeker uw kind'), /meestal binnen 4 maanden na de geboorte/)
  assert.match(body, /Vul de datum in\. Dan ziet u bij elke stap de dag\./)
  const { body: en } = await app.inject(`/en${KIND}`)
  assert.match(stap(en, 'Register the birth'), /within 3 days after the birth/)
})

test('the first term is called usual when no law sets it', async () => {
  const wet = await metPlan()
  assert.match((await wet.haal(KIND)).body, /De eerste termijn is donderdag 5 maart/)
  const later = await metPlan({ ...ingevuld, dag: '10', maand: '6' })
  assert.match((await later.haal(KIND)).body, /De eerste termijn is meestal /)
})

test('what falls away stands at the end, with why', async () => {
  const bezoeker = await metPlan({ ...ingevuld, 'vraag-getrouwd': 'ja' })
  const { body } = await bezoeker.haal(KIND)
  const [keten = '', einde = ''] = body.split('id="vervallen"')
  assert.ok(!keten.includes('Erken uw kind'))
  assert.match(einde, /Erken uw kind.*Deze stap is er alleen als u niet getrouwd bent\./s)
})

test('the sealed cookie holds it, no address does; answers about rights stay beside it', async () => {
  const bezoeker = await metPlan()
  const plaats = await bezoeker.haal('/rechten/vraag?n=1')
  assert.match(plaats.body, /value="Utrecht"/)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/partner', n: '2', waarde: 'nee' })
  const { body } = await bezoeker.haal(KIND)
  assert.match(body, /2 maart 2026 · Utrecht · 2 vragen beantwoord/)
  assert.match((await bezoeker.haal('/rechten/antwoorden')).body, /Utrecht/)
  assert.ok(!body.match(/href="[^"]*(2026-03-02|Utrecht|GM0344)/))
  await bezoeker.stuur('/rechten/wis', {})
  assert.match((await bezoeker.haal(KIND)).body, /Vul de datum in/)
})

test('a page with a plan is not kept by the browser, one without is the same for all', async () => {
  assert.equal((await (await metPlan()).haal(KIND)).headers['cache-control'], 'no-store')
  assert.ok((await app.inject(KIND)).headers.etag)
})

for (const [dag, maand, jaar, zin] of [
  ['30', '2', '2026', 'Deze dag bestaat niet'],
  ['morgen', '', '', 'Vul ook de rest van de datum in'],
  ['morgen', '3', '2026', 'Vul bij dag een getal in'],
  ['1', '3', '26', 'Schrijf het jaar met vier cijfers'],
  ['1', '3', '2999', 'Deze datum ligt te ver weg'],
] as const) {
  test(`«${dag} ${maand} ${jaar}» gives the same form, filled, with the fault first`, async () => {
    const bezoeker = new Bezoeker(app)
    const { statusCode, body } = await bezoeker.stuur(KIND, { ...ingevuld, dag, maand, jaar })
    assert.equal(statusCode, 422)
    assert.ok(body.indexOf('vd-error-summary') < body.indexOf('<h1'))
    assert.match(body, new RegExp(zin))
    assert.match(body, new RegExp(`id="dag" name="dag" value="${dag}"`))
    assert.match(body, /name="vraag-eerste" value="ja" checked/)
    assert.match(body, /<a href="\/en\/gebeurtenissen\/kind-krijgen" lang="en"/)
    assert.equal(bezoeker.koekjes, '')
  })
}

test('a place we do not know is named, with what it looks like', async () => {
  const { statusCode, body } = await new Bezoeker(app).stuur(KIND, { ...ingevuld, gemeente: 'Enskede' })
  assert.equal(statusCode, 422)
  assert.match(body, /Bedoelt u Enschede\?/)
  // The date was filled in, so nothing asks for it.
  assert.ok(!body.includes('Vul de datum in'))
})

test('the calendar has each day as a whole day, and nothing about the visitor', async () => {
  const bezoeker = await metPlan()
  const { headers, body } = await bezoeker.haal(`${KIND}/agenda.ics`)
  assert.equal(headers['content-type'], 'text/calendar; charset=utf-8')
  assert.equal(headers['content-disposition'], 'attachment; filename="kind-krijgen.ics"')
  assert.match(body, /UID:kind-krijgen\.geboorteaangifte@voordeur\r\n/)
  assert.match(body, /DTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20260306\r\n/)
  assert.match(body, /DTSTAMP:20260301T120000Z/)
  // A day alone would seem the day on which it must be done; and custom must not seem law.
  assert.match(body, /SUMMARY;LANGUAGE=nl:Laatste dag: Geef de geboorte aan\r\n/)
  assert.match(body, /SUMMARY;LANGUAGE=nl:Meestal laatste dag: Verzeker uw kind\r\n/)
  assert.equal((await app.inject(`${KIND}/agenda.ics`)).statusCode, 303)
})

test('the file to keep stands on its own, with phone numbers and boxes, without a script', async () => {
  const { headers, body } = await (await metPlan()).haal(`${KIND}/bewaar`)
  assert.equal(headers['content-disposition'], 'attachment; filename="kind-krijgen.html"')
  assert.match(body, /uiterlijk donderdag 5 maart 2026/)
  assert.match(body, /14 030/)
  assert.ok(!/<script|<link|src=/.test(body))
})

test('on Bonaire: its own steps and organisations, and today is the day there', async () => {
  const bezoeker = await metPlan({ ...ingevuld, gemeente: 'Bonaire' }, '/pap')
  const { body } = await bezoeker.haal(`/pap${KIND}`)
  assert.match(stap(body, 'Registrá e nasementu'), /Entidat Públiko Boneiru/)
  assert.match(stap(body, 'Hasi petishon pa kompensashon pa yu'), /RCN/)
  assert.ok(!body.includes('svb.nl'))
  // Four in the morning in The Hague is still yesterday evening on Bonaire.
  const nacht = proefweb({ nu: () => new Date('2026-03-06T03:00:00Z') })
  const laat = async (gemeente: string) => {
    const b = new Bezoeker(nacht)
    await b.stuur(KIND, { ...ingevuld, gemeente })
    return (await b.haal(`${KIND}/print`)).body
  }
  assert.match(await laat('Bonaire'), /Gemaakt op 5 maart 2026/)
  assert.match(await laat('Utrecht'), /Gemaakt op 6 maart 2026/)
})

test('an answer of an hour ago is gone, and the page says so', async () => {
  const bezoeker = await metPlan()
  const later = new Bezoeker(proefweb({ nu: () => new Date(proefdag.getTime() + 2 * 3_600_000) }))
  later.koekjes = bezoeker.koekjes
  const { body } = await later.haal(KIND)
  assert.match(body, /Uw antwoorden waren ouder dan een uur/)
  assert.equal((await later.stuur(KIND, ingevuld)).statusCode, 303)
})
