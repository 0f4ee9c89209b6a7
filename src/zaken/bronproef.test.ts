import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Bevindingen, beoordeel, isGeslaagd, type Proefonderdeel, proefonderdelen } from './bronproef.ts'

const ok = { soort: 'antwoord', http: 200, isLijst: true } as const
const http = (status: number, code?: string) =>
  ({ soort: 'antwoord', http: status, isLijst: false, ...(code && { code }) }) as const

const goed: Bevindingen = {
  plaatsen: [{ host: 'zaken.example', naam: 'goed', tls: 'goed', dagenOver: 200 }],
  onderdelen: (['zrc', 'ztc', 'drc', 'brc', 'nrc'] as const).map((onderdeel) => ({
    onderdeel,
    antwoord: ok,
    versie: '1.5.2',
  })),
  eigenToken: ok,
  valsToken: http(403, 'invalid-jwt-signature'),
  klokverschilS: 1,
  crs: 'goed',
  zoek: 'ja',
  contacten: 'geen',
  expand: 'ja',
  bladeren: 'goed',
  catalogus: { typen: 40, extern: 30, statussen: 100, metTekst: 90 },
  berichten: 'geabonneerd',
  proef: { zaken: { status: 'ok', aantal: 2 }, vreemd: 'geweigerd', documenten: 'goed' },
}

function codeVan(onderdeel: Proefonderdeel, over: Partial<Bevindingen>): string | undefined {
  return beoordeel({ ...goed, ...over }).find((regel) => regel.onderdeel === onderdeel)?.code
}

test('when all is right every line is green, and every part has one', () => {
  const regels = beoordeel(goed)
  assert.deepEqual(
    regels.filter(({ uitslag }) => uitslag !== 'goed'),
    [],
  )
  assert.deepEqual([...new Set(regels.map(({ onderdeel }) => onderdeel))], [...proefonderdelen])
  assert.equal(isGeslaagd(regels), true)
})

test('each thing that can be wrong has a line of its own', () => {
  const plaats = { host: 'zaken.example', naam: 'goed', tls: 'goed' } as const
  const deel = (antwoord: Bevindingen['onderdelen'][number]['antwoord']) => ({
    onderdelen: [{ onderdeel: 'zrc', antwoord }] as const,
  })
  const geweigerd = (code?: string) => ({ eigenToken: http(403, code) })
  const catalogus = { typen: 40, extern: 30, statussen: 100, metTekst: 90 }
  const proef = { zaken: { status: 'ok', aantal: 1 }, vreemd: 'geweigerd', documenten: 'goed' } as const
  const gevallen: readonly (readonly [Proefonderdeel, Partial<Bevindingen>, string])[] = [
    ['naam', { plaatsen: [{ ...plaats, naam: 'onbekend' }] }, 'naam-onbekend'],
    ['naam', { plaatsen: [{ ...plaats, naam: 'eigen-netwerk' }] }, 'naam-eigen-netwerk'],
    ['certificaat', { plaatsen: [{ ...plaats, dagenOver: 30 }] }, 'certificaat-kort'],
    ['certificaat', { plaatsen: [{ ...plaats, dagenOver: 31 }] }, 'certificaat-goed'],
    ['certificaat', { plaatsen: [{ ...plaats, tls: 'verlopen' }] }, 'certificaat-verlopen'],
    ['certificaat', { plaatsen: [{ ...plaats, tls: 'andere-naam' }] }, 'certificaat-naam'],
    ['certificaat', { plaatsen: [{ ...plaats, tls: 'vreemd' }] }, 'certificaat-vreemd'],
    ['certificaat', { plaatsen: [{ ...plaats, tls: 'geen-verbinding' }] }, 'certificaat-geen'],
    ['zrc', deel({ soort: 'geen', waarom: 'verbinding' }), 'deel-geen-verbinding'],
    ['zrc', deel({ soort: 'geen', waarom: 'te-laat' }), 'deel-traag'],
    ['zrc', deel(http(404)), 'deel-weg'],
    ['zrc', deel(http(403, 'permission_denied')), 'deel-geen-rechten'],
    ['zrc', deel(http(500)), 'deel-storing'],
    ['zrc', deel(http(429)), 'deel-storing'],
    ['zrc', deel(http(302)), 'deel-onbegrepen'],
    ['zrc', deel({ ...ok, isLijst: false }), 'deel-geen-zgw'],
    ['aanmelden', geweigerd('invalid-client-identifier'), 'aanmelden-client'],
    ['aanmelden', geweigerd('invalid-jwt-signature'), 'aanmelden-geheim'],
    ['aanmelden', geweigerd('jwt-expired'), 'aanmelden-klok'],
    ['aanmelden', { ...geweigerd(), klokverschilS: -4_000 }, 'aanmelden-klok'],
    ['aanmelden', geweigerd(), 'aanmelden-geweigerd'],
    ['aanmelden', geweigerd('permission_denied'), 'aanmelden-goed'],
    ['aanmelden', { eigenToken: http(500) }, 'onbekend'],
    ['slot', { valsToken: ok }, 'slot-open'],
    ['slot', { valsToken: http(500) }, 'onbekend'],
    ['klok', { ...geweigerd(), klokverschilS: 61 }, 'klok-fout'],
    ['klok', { klokverschilS: 3_600 }, 'klok-scheef'],
    ['klok', { klokverschilS: -11 }, 'klok-scheef'],
    ['crs', { crs: 'geweigerd' }, 'crs-geweigerd'],
    ['eigen-adres', { noemtZich: 'https://binnen.example' }, 'eigen-adres-anders'],
    ['zoek', { zoek: 'nee' }, 'zoek-nee'],
    ['expand', { expand: 'weigert' }, 'expand-nee'],
    ['expand', { expand: 'negeert' }, 'expand-nee'],
    ['bladeren', { bladeren: 'vreemd-adres' }, 'bladeren-vreemd'],
    ['bladeren', { bladeren: 'mislukt' }, 'bladeren-mislukt'],
    ['catalogus', { catalogus: { ...catalogus, typen: 0 } }, 'catalogus-leeg'],
    ['catalogus', { catalogus: { ...catalogus, extern: 0 } }, 'catalogus-intern'],
    ['statustekst', { catalogus: { ...catalogus, metTekst: 49 } }, 'statustekst-weinig'],
    ['statustekst', { catalogus: { ...catalogus, metTekst: 50 } }, 'statustekst-goed'],
    ['proefpersoon', { proef: { ...proef, zaken: { status: 'ok', aantal: 0 } } }, 'proefpersoon-niets'],
    [
      'proefpersoon',
      { proef: { ...proef, zaken: { status: 'mislukt', soort: 'storing' } } },
      'proefpersoon-mislukt',
    ],
    ['vreemd', { proef: { ...proef, vreemd: 'getoond' } }, 'vreemd-getoond'],
    ['vreemd', { proef: { ...proef, vreemd: 'geen' } }, 'vreemd-geen'],
    ['vreemd', { proef: { ...proef, vreemd: 'geen-zaak' } }, 'vreemd-geen-zaak'],
    ['vreemd', { proef: { ...proef, vreemd: 'mislukt' } }, 'vreemd-mislukt'],
    ['documenten', { proef: { ...proef, documenten: 'mislukt' } }, 'documenten-mislukt'],
    ['contacten', { contacten: 'in-adres' }, 'contacten-nummer'],
    ['berichten', { berichten: 'geen-kanaal' }, 'berichten-geen-kanaal'],
    ['berichten', { berichten: 'niet-geabonneerd' }, 'berichten-geen-abonnement'],
    ['berichten', { berichten: 'mislukt' }, 'berichten-mislukt'],
    ['berichten', { berichten: 'geen-nrc' }, 'berichten-geen'],
    ['berichten', { berichten: 'gebracht' }, 'berichten-gebracht'],
    ['berichten', { berichten: 'nog-niet-gebracht' }, 'berichten-nog-niet-gebracht'],
  ]
  for (const [onderdeel, over, code] of gevallen) assert.equal(codeVan(onderdeel, over), code, code)
})

test('a token that is refused is one fault, said first; what follows from it is not known', () => {
  const geweigerd = http(403, 'jwt-not-yet-valid')
  const regels = beoordeel({
    ...goed,
    eigenToken: geweigerd,
    onderdelen: goed.onderdelen.map((deel) => ({ ...deel, antwoord: geweigerd })),
    proef: { zaken: { status: 'mislukt', soort: 'geweigerd' }, vreemd: 'mislukt', documenten: 'geen' },
  })
  assert.deepEqual(
    regels.filter(({ uitslag }) => uitslag === 'fout').map(({ code }) => code),
    ['aanmelden-klok'],
  )
  const stand = (welk: Proefonderdeel) => regels.find(({ onderdeel }) => onderdeel === welk)?.uitslag
  for (const welk of ['zrc', 'nrc', 'slot', 'proefpersoon', 'vreemd'] as const)
    assert.equal(stand(welk), 'niet-gedaan', welk)
  const plek = (welk: Proefonderdeel) => regels.findIndex(({ onderdeel }) => onderdeel === welk)
  assert.ok(plek('aanmelden') < plek('zrc'))
  // An open door is said whatever else is wrong.
  assert.equal(codeVan('slot', { eigenToken: geweigerd, valsToken: ok }), 'slot-open')
})

test('without a test person nothing red is said of one, and a fault anywhere is a fault', () => {
  const { proef: _, ...zonder } = goed
  const regels = beoordeel(zonder)
  assert.deepEqual(
    regels.filter(({ uitslag }) => uitslag === 'niet-gedaan').map(({ onderdeel }) => onderdeel),
    ['proefpersoon', 'vreemd', 'documenten'],
  )
  assert.equal(isGeslaagd(regels), true)
  assert.equal(isGeslaagd(beoordeel({ ...goed, crs: 'geweigerd' })), false)
})
