import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startDemo } from '../index.ts'

const nu = () => new Date('2026-03-01T10:00:00Z')

async function opstelling(t: TestContext) {
  const demo = await startDemo({ nu })
  t.after(demo.sluit)
  const post = async (json: unknown, koppen: Record<string, string> = {}) => {
    const antwoord = await fetch(`${demo.brp.url}/personen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': demo.brp.sleutel, ...koppen },
      body: JSON.stringify(json),
    })
    return {
      status: antwoord.status,
      soort: antwoord.headers.get('content-type'),
      json: await antwoord.json(),
    }
  }
  const bsnVan = (id: string) => demo.bekenden.find((een) => een.id === id)?.persoon.bsn ?? 'geen'
  return { demo, post, bsnVan }
}

const raadpleeg = (bsn: string, fields: readonly string[]) => ({
  type: 'RaadpleegMetBurgerservicenummer',
  burgerservicenummer: [bsn],
  fields,
})

test('a person is given with the fields that were asked and no others', async (t) => {
  const { post, bsnVan } = await opstelling(t)
  const bsn = bsnVan('fatima')
  const naam = await post(raadpleeg(bsn, ['naam.geslachtsnaam', 'naam.voorvoegsel', 'burgerservicenummer']))
  assert.deepEqual(naam.json, {
    type: 'RaadpleegMetBurgerservicenummer',
    personen: [{ burgerservicenummer: bsn, naam: { voorvoegsel: 'el', geslachtsnaam: 'Nourani' } }],
  })
  const { json } = await post(
    raadpleeg(bsn, ['geboorte.datum.jaar', 'gemeenteVanInschrijving.code', 'leeftijd']),
  )
  assert.deepEqual(pak(json, 'personen'), [
    {
      gemeenteVanInschrijving: { code: '0599', omschrijving: 'Rotterdam' },
      leeftijd: 35,
      geboorte: { datum: { type: 'Datum', datum: '1990-05-01', langFormaat: '1 mei 1990' } },
    },
  ])
})

test('children, custody and the address come as the standard says', async (t) => {
  const { post, bsnVan } = await opstelling(t)
  const { json } = await post(
    raadpleeg(bsnVan('karin'), ['kinderen.geboorte.datum', 'gezag', 'verblijfplaats', 'partners']),
  )
  const persoon = pak(json, 'personen', 0)
  assert.deepEqual(pak(persoon, 'kinderen', 0), {
    geboorte: { datum: { type: 'Datum', datum: '2013-06-14', langFormaat: '14 juni 2013' } },
  })
  assert.equal(aantal(pak(persoon, 'gezag')), 2)
  assert.equal(pak(persoon, 'gezag', 0, 'type'), 'GezamenlijkOuderlijkGezag')
  assert.equal(aantal(pak(persoon, 'gezag', 0, 'ouders')), 2)
  assert.equal(pak(persoon, 'verblijfplaats', 'type'), 'Adres')
  assert.match(String(pak(persoon, 'verblijfplaats', 'adresseerbaarObjectIdentificatie')), /^0307\d{12}$/)
  assert.match(String(pak(persoon, 'verblijfplaats', 'verblijfadres', 'postcode')), /^3811[A-Z]{2}$/)
  assert.equal(pak(persoon, 'partners', 0, 'ontbindingHuwelijkPartnerschap', 'datum', 'datum'), '2025-11-18')
})

test('secrecy, a doubtful address, a half-known birth and a death come along as they should', async (t) => {
  const { demo, post, bsnVan } = await opstelling(t)
  const noor = await post(raadpleeg(bsnVan('noor'), ['burgerservicenummer']))
  assert.equal(pak(noor.json, 'personen', 0, 'geheimhoudingPersoonsgegevens'), true)
  const kees = await post(raadpleeg(bsnVan('kees'), ['verblijfplaats.datumVan']))
  assert.equal(pak(kees.json, 'personen', 0, 'verblijfplaats', 'inOnderzoek', 'datumVan'), true)
  const dawit = await post(raadpleeg(bsnVan('dawit'), ['geboorte.datum', 'leeftijd']))
  assert.deepEqual(pak(dawit.json, 'personen', 0), {
    geboorte: { datum: { type: 'JaarDatum', jaar: 1994, langFormaat: '1994' } },
  })
  const overledene = demo.bevolking.personen.find(({ overleden }) => overleden !== undefined)
  const weg = await post(raadpleeg(overledene?.bsn ?? '', ['burgerservicenummer']))
  assert.equal(pak(weg.json, 'personen', 0, 'opschortingBijhouding', 'reden', 'code'), 'O')
})

test('who lives on an island and has a BSN stands in the register of non-residents', async (t) => {
  const { post, bsnVan } = await opstelling(t)
  const { json } = await post(
    raadpleeg(bsnVan('shurensly'), ['gemeenteVanInschrijving', 'verblijfplaats.verblijfadres.land']),
  )
  assert.deepEqual(pak(json, 'personen', 0), {
    gemeenteVanInschrijving: { code: '1999', omschrijving: 'Registratie Niet Ingezetenen (RNI)' },
    verblijfplaats: {
      type: 'VerblijfplaatsBuitenland',
      verblijfadres: { land: { code: '5106', omschrijving: 'Bonaire' } },
    },
  })
})

test('people at one address are found by the object, and searches find by name, birth, postcode and street', async (t) => {
  const { demo, post, bsnVan } = await opstelling(t)
  const lisa = demo.bevolking.opBsn(bsnVan('lisa'))
  assert.ok(lisa)
  const { adres, leden } = demo.bevolking.thuisVan(lisa)
  const fields = ['burgerservicenummer']
  const opObject = await post({
    type: 'ZoekMetAdresseerbaarObjectIdentificatie',
    adresseerbaarObjectIdentificatie: adres.object,
    fields,
  })
  assert.equal(aantal(pak(opObject.json, 'personen')), leden.length)
  for (const vraag of [
    { type: 'ZoekMetGeslachtsnaamEnGeboortedatum', geslachtsnaam: 'regenboom', geboortedatum: '1995-07-23' },
    { type: 'ZoekMetGeslachtsnaamEnGeboortedatum', geslachtsnaam: 'Regen*', geboortedatum: '1995-07-23' },
    {
      type: 'ZoekMetNaamEnGemeenteVanInschrijving',
      geslachtsnaam: 'Regenboom',
      voornamen: 'Lisa',
      gemeenteVanInschrijving: '0034',
    },
    { type: 'ZoekMetPostcodeEnHuisnummer', postcode: adres.postcode, huisnummer: adres.huisnummer },
    { type: 'ZoekMetNummeraanduidingIdentificatie', nummeraanduidingIdentificatie: adres.nummeraanduiding },
    {
      type: 'ZoekMetStraatHuisnummerEnGemeenteVanInschrijving',
      straat: adres.straat,
      huisnummer: adres.huisnummer,
      gemeenteVanInschrijving: '0034',
    },
  ]) {
    const { status, json } = await post({ ...vraag, fields })
    assert.equal(status, 200, JSON.stringify(json))
    assert.ok(JSON.stringify(json).includes(`"${lisa.bsn}"`), vraag.type)
  }
})

test('each mistake gets the problem that the specification writes out', async (t) => {
  const { post, bsnVan } = await opstelling(t)
  const bsn = bsnVan('ria')
  const goed = raadpleeg(bsn, ['naam'])
  const gevallen: [unknown, string, string, string, string][] = [
    [{}, 'paramsCombination', 'required', 'type', 'Parameter is verplicht.'],
    [{ ...goed, type: 'Zoek' }, 'paramsValidation', 'value', 'type', 'Waarde is geen geldig zoek type.'],
    [{ ...goed, fields: undefined }, 'paramsCombination', 'required', 'fields', 'Parameter is verplicht.'],
    [{ ...goed, fields: [] }, 'paramsValidation', 'minItems', 'fields', 'Array bevat minder dan 1 items.'],
    [{ ...goed, fields: 'naam' }, 'paramsValidation', 'array', 'fields', 'Parameter is geen array.'],
    [
      { ...goed, fields: Array(131).fill('naam') },
      'paramsValidation',
      'maxItems',
      'fields',
      'Array bevat meer dan 130 items.',
    ],
    [
      { ...goed, fields: ['bestaatNiet'] },
      'paramsValidation',
      'fields',
      'fields[0]',
      'Parameter bevat een niet bestaande veldnaam.',
    ],
    [
      { ...goed, fields: ['naam', 'geheimhoudingPersoonsgegevens'] },
      'paramsValidation',
      'fields',
      'fields[1]',
      'Parameter bevat een niet toegestane veldnaam.',
    ],
    [
      { ...goed, burgerservicenummer: undefined },
      'paramsCombination',
      'required',
      'burgerservicenummer',
      'Parameter is verplicht.',
    ],
    [
      { ...goed, burgerservicenummer: bsn },
      'paramsValidation',
      'array',
      'burgerservicenummer',
      'Parameter is geen array.',
    ],
    [
      { ...goed, burgerservicenummer: ['12345678'] },
      'paramsValidation',
      'pattern',
      'burgerservicenummer[0]',
      'Waarde voldoet niet aan patroon ^[0-9]{9}$.',
    ],
    [
      { ...goed, voornamen: 'Ria' },
      'paramsValidation',
      'unknownParam',
      'voornamen',
      'Parameter is niet verwacht.',
    ],
    [
      {
        type: 'ZoekMetGeslachtsnaamEnGeboortedatum',
        geslachtsnaam: 'x',
        geboortedatum: '26 mei 1983',
        fields: ['naam'],
      },
      'paramsValidation',
      'date',
      'geboortedatum',
      'Waarde is geen geldige datum.',
    ],
  ]
  for (const [vraag, code, paramCode, name, reason] of gevallen) {
    const { status, soort, json } = await post(vraag)
    assert.equal(status, 400)
    assert.equal(soort, 'application/problem+json')
    assert.equal(pak(json, 'code'), code)
    assert.equal(pak(json, 'instance'), '/haalcentraal/api/brp/personen')
    assert.deepEqual(pak(json, 'invalidParams'), [{ code: paramCode, name, reason }])
    assert.equal(pak(json, 'detail'), `De foutieve parameter(s) zijn: ${name}.`)
  }
})

test('without a key nothing, with a key or a bearer token everything; only JSON', async (t) => {
  const { demo, post, bsnVan } = await opstelling(t)
  const vraag = raadpleeg(bsnVan('ria'), ['naam'])
  const zonder = await post(vraag, { 'x-api-key': 'fout' })
  assert.equal(zonder.status, 401)
  assert.equal(pak(zonder.json, 'title'), 'Niet correct geauthenticeerd.')
  assert.equal(
    (await post(vraag, { 'x-api-key': '', authorization: `Bearer ${demo.brp.sleutel}` })).status,
    200,
  )
  assert.equal((await post(vraag, { accept: 'application/xml' })).status, 406)
  assert.equal((await post(vraag, { 'content-type': 'text/plain' })).status, 415)
})

test('a failure is put on and off by whoever manages the service, for all or for one', async (t) => {
  const { demo, post, bsnVan } = await opstelling(t)
  const zet = (json: unknown, sleutel = demo.beheersleutel) =>
    fetch(new URL('storing', demo.brp.beheerUrl), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-beheersleutel': sleutel },
      body: JSON.stringify(json),
    })
  const vraag = (id: string) => post(raadpleeg(bsnVan(id), ['naam']))
  assert.equal((await zet({ soort: 'fout-500' }, 'fout')).status, 401)
  assert.equal((await zet({ soort: 'bestaat-niet' })).status, 400)
  assert.equal((await vraag('ria')).status, 200)
  await zet({ soort: 'fout-500' })
  assert.equal((await vraag('ria')).status, 500)
  await zet({ soort: null, burgerservicenummer: bsnVan('ria') })
  assert.equal((await vraag('ria')).status, 200)
  assert.equal((await vraag('greet')).status, 500)
  await zet({ soort: null })
  assert.equal((await vraag('greet')).status, 200)
  assert.equal((await vraag('brp-fout-500')).status, 500)
})

function pak(json: unknown, ...pad: readonly (string | number)[]): unknown {
  return pad.reduce<unknown>(
    (hier, naam) => (hier instanceof Object ? Reflect.get(hier, naam) : undefined),
    json,
  )
}

function aantal(lijst: unknown): number {
  return Array.isArray(lijst) ? lijst.length : -1
}
