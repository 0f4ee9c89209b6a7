import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { test } from 'node:test'
import { loadConfig } from './config.ts'
import { PlatformError } from './errors.ts'

test('without any setting there are sound defaults', () => {
  assert.deepEqual(loadConfig({}, '/srv/voordeur'), {
    adres: 'localhost',
    poort: 3000,
    url: undefined,
    proxies: [],
    dataMap: undefined,
    sleutel: undefined,
    vorigeSleutels: [],
    databaseUrl: undefined,
    contact: undefined,
    herkomsten: [],
    demo: true,
    demoPoort: undefined,
    inwoners: undefined,
    medewerkers: [],
    medewerkersStil: undefined,
    portalen: [],
    kanalen: { smtp: undefined, notify: undefined },
    mailrand: [],
    bronnenNetwerk: [],
    govNl: false,
    brieven: undefined,
    nu: undefined,
    corpusMappen: [],
    telefoonlijn: undefined,
    turn: undefined,
    themaBestand: undefined,
  })
})

test('VOORDEUR_PORT goes before PORT, and directories are made absolute', () => {
  const config = loadConfig(
    {
      PORT: '8080',
      VOORDEUR_PORT: '3100',
      VOORDEUR_DATA: 'gegevens',
      VOORDEUR_CORPUS: ['/a', 'b'].join(delimiter),
    },
    '/srv/voordeur',
    () => true,
  )
  assert.equal(config.poort, 3100)
  assert.equal(config.dataMap, '/srv/voordeur/gegevens')
  assert.deepEqual(config.corpusMappen, ['/a', '/srv/voordeur/b'])
})

test('an empty setting counts as absent', () => {
  assert.equal(loadConfig({ PORT: '', VOORDEUR_NU: ' ' }, '/').poort, 3000)
})

test('every fault is named at once, and a password is not repeated', () => {
  const omgeving = { PORT: '70000', VOORDEUR_NU: '2026-02-30', DEMO: 'misschien', DATABASE_URL: 'geheim' }
  assert.throws(
    () => loadConfig(omgeving, '/'),
    (fout: unknown) => {
      assert.ok(fout instanceof PlatformError)
      assert.equal(fout.code, 'configuratie-ongeldig')
      assert.deepEqual(
        fout.fouten.map((f) => f.pointer),
        ['PORT', 'VOORDEUR_NU', 'DEMO', 'DATABASE_URL'],
      )
      assert.doesNotMatch(fout.message, /geheim/)
      return true
    },
  )
})

test('a directory that is not there, a proxy that is no address and a password that cannot be read are faults', () => {
  const pointers = (omgeving: Record<string, string>): string[] => {
    try {
      loadConfig(omgeving, '/', (map) => map === '/bestaat')
      return []
    } catch (fout) {
      assert.ok(fout instanceof PlatformError)
      return fout.fouten.map((f) => f.pointer)
    }
  }
  assert.deepEqual(
    pointers({
      VOORDEUR_CORPUS: ['/bestaat', '/typfout'].join(delimiter),
      VOORDEUR_PROXY: '10.0.0.5, 10.0.0.0/8, ::1/128, loopback, proxy.example, 10.0.0.0/33, 10.0.0.0/8/8',
      DATABASE_URL: 'postgres://gebruiker:100%zeker@localhost/voordeur',
    }),
    ['DATABASE_URL', 'VOORDEUR_PROXY', 'VOORDEUR_PROXY', 'VOORDEUR_PROXY', 'VOORDEUR_CORPUS'],
  )
})

test('contact and origins of the API are read', () => {
  const config = loadConfig(
    {
      VOORDEUR_CONTACT_NAAM: 'Team API',
      VOORDEUR_CONTACT_EMAIL: 'api@gemeente.example',
      VOORDEUR_CONTACT_URL: 'https://www.gemeente.example/api',
      VOORDEUR_HERKOMSTEN: 'https://www.gemeente.example, https://Elders.example:8443/',
    },
    '/',
  )
  assert.deepEqual(config.contact, {
    name: 'Team API',
    email: 'api@gemeente.example',
    url: 'https://www.gemeente.example/api',
  })
  assert.deepEqual(config.herkomsten, ['https://www.gemeente.example', 'https://elders.example:8443'])
})

test('half a contact, and an origin that no browser sends, are faults, together with the others', () => {
  const fouten = (omgeving: Record<string, string>): string[] => {
    try {
      loadConfig(omgeving, '/')
      return []
    } catch (fout) {
      assert.ok(fout instanceof PlatformError)
      return fout.fouten.map((f) => f.pointer)
    }
  }
  assert.deepEqual(fouten({ VOORDEUR_CONTACT_EMAIL: 'geen adres', VOORDEUR_HERKOMSTEN: '*', PORT: 'x' }), [
    'PORT',
    'VOORDEUR_CONTACT_NAAM',
    'VOORDEUR_CONTACT_EMAIL',
    'VOORDEUR_CONTACT_URL',
    'VOORDEUR_HERKOMSTEN',
  ])
  assert.deepEqual(fouten({ VOORDEUR_HERKOMSTEN: 'https://a.example/pad,b.example,https://c.example' }), [
    'VOORDEUR_HERKOMSTEN',
    'VOORDEUR_HERKOMSTEN',
  ])
})

test('README and docs/operations.md name every setting, and none that does not exist', () => {
  const lees = (pad: string) => readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8')
  const namen = (tekst: string, vorm: RegExp) =>
    [...new Set([...tekst.matchAll(vorm)].map(([naam]) => naam))].sort()
  const bestaat = namen(
    ['config.ts', 'config-telefoon.ts'].map((naam) => lees(`src/platform/${naam}`)).join(),
    /\b(VOORDEUR_[A-Z_]+[A-Z]|DATABASE_URL)\b/g,
  )
    .filter((naam) => naam !== 'VOORDEUR_CONTACT')
    .concat('VOORDEUR_CONTACT_EMAIL', 'VOORDEUR_CONTACT_URL')
  for (const pad of ['README.md', 'docs/operations.md'])
    assert.deepEqual(
      namen(lees(pad), /\b(VOORDEUR_[A-Z_]*[A-Z]|DATABASE_URL)\b/g),
      [...new Set(bestaat)].sort(),
      pad,
    )
})

test('logging in and the registers are set together, over https except on this computer', () => {
  const heel = {
    VOORDEUR_OIDC_URL: 'https://inloggen.example',
    VOORDEUR_OIDC_CLIENT: 'voordeur',
    VOORDEUR_OIDC_GEHEIM: 'een geheim',
    VOORDEUR_BRP_URL: 'https://brp.example/haalcentraal/api/brp',
    VOORDEUR_BRP_SLEUTEL: 'sleutel',
    VOORDEUR_INKOMEN_URL: 'http://localhost:4001',
    VOORDEUR_INKOMEN_SLEUTEL: 'sleutel',
  }
  const { inwoners } = loadConfig({ ...heel, VOORDEUR_OIDC_NIVEAUS: 'substantieel=urn:midden' }, '/')
  assert.equal(inwoners?.inlog.niveaus.substantieel, 'urn:midden')
  assert.equal(inwoners?.inlog.niveaus.hoog, 'http://eidas.europa.eu/LoA/high')
  // Not every login service knows the number of an island: only where it is named.
  assert.equal(inwoners?.inlog.claims.eilandnummer, undefined)
  assert.equal(inwoners?.inlog.claims.handelende, 'handelende')
  // Unless somebody saw that secrecy comes through, silence about it says nothing.
  assert.equal(inwoners?.brp.zwijgt, 'onbekend')
  assert.equal(loadConfig({ ...heel, VOORDEUR_BRP_ZWIJGT: 'nee' }, '/').inwoners?.brp.zwijgt, 'nee')
  const claims = { VOORDEUR_OIDC_CLAIMS: 'eilandnummer=urn:sedula,vestiging=urn:vestiging' }
  const { inwoners: meer } = loadConfig({ ...heel, ...claims }, '/')
  assert.equal(meer?.inlog.claims.eilandnummer, 'urn:sedula')
  assert.equal(meer?.inlog.claims.vestiging, 'urn:vestiging')
  const faalt = (omgeving: Readonly<Record<string, string>>) => {
    try {
      loadConfig(omgeving, '/')
    } catch (fout) {
      assert.ok(fout instanceof PlatformError)
      assert.ok(!fout.message.includes('een geheim'))
      return fout.fouten.map(({ pointer }) => pointer)
    }
    return []
  }
  const { VOORDEUR_BRP_SLEUTEL: _, ...half } = heel
  assert.deepEqual(faalt(half), ['VOORDEUR_BRP_SLEUTEL'])
  assert.deepEqual(faalt({ ...heel, VOORDEUR_OIDC_URL: 'http://inloggen.example' }), ['VOORDEUR_OIDC_URL'])
  assert.deepEqual(faalt({ ...heel, VOORDEUR_OIDC_CLAIMS: 'sofinummer=x' }), ['VOORDEUR_OIDC_CLAIMS'])
  assert.deepEqual(faalt({ ...heel, VOORDEUR_BRP_ZWIJGT: 'ja' }), ['VOORDEUR_BRP_ZWIJGT'])
  assert.deepEqual(faalt({ VOORDEUR_DEMO_POORT: '65502' }), ['VOORDEUR_DEMO_POORT'])
})

test('logins of organisations come from a file, their secrets from the environment', () => {
  const login = {
    organisatie: 'svb',
    uitgever: 'https://login.svb.example',
    client: 'voordeur',
    geheim_uit: 'SVB_GEHEIM',
    niveaus: ['urn:twee'],
    rollen: { KCC: 'klantcontact' },
  }
  const laad = (
    inhoud: unknown,
    omgeving: Readonly<Record<string, string>> = { SVB_GEHEIM: 'heel geheim' },
  ) =>
    loadConfig(
      { VOORDEUR_MEDEWERKERS: 'logins.json', ...omgeving },
      '/etc',
      () => true,
      (pad) => (pad === '/etc/logins.json' ? JSON.stringify(inhoud) : undefined),
    )
  const faalt = (...delen: Parameters<typeof laad>) => {
    try {
      laad(...delen)
    } catch (fout) {
      assert.ok(fout instanceof PlatformError)
      assert.ok(!fout.message.includes('heel geheim'))
      return fout.fouten.map(({ pointer }) => pointer)
    }
    return []
  }
  const { medewerkers, medewerkersStil } = laad([login], { SVB_GEHEIM: 'x', VOORDEUR_MEDEWERKERS_STIL: '5' })
  assert.equal(medewerkersStil, 5)
  assert.deepEqual(medewerkers[0]?.claims, {
    organisatie: 'organisatie',
    rollen: 'rollen',
    medewerker: 'sub',
    naam: 'name',
  })
  assert.equal(medewerkers[0]?.organisatiewaarde, 'svb')
  const een = ['VOORDEUR_MEDEWERKERS']
  assert.deepEqual(faalt([login], {}), een)
  assert.deepEqual(faalt([login, login]), een)
  assert.deepEqual(faalt([{ ...login, geheim: 'heel geheim' }]), een)
  assert.deepEqual(faalt([{ ...login, uitgever: 'http://login.svb.example' }]), een)
  assert.deepEqual(faalt([{ ...login, niveaus: [] }]), een)
  assert.deepEqual(faalt({}), een)
  assert.deepEqual(faalt([login], { VOORDEUR_MEDEWERKERS: 'weg.json' }), een)
  assert.deepEqual(faalt([login], { SVB_GEHEIM: 'x', VOORDEUR_MEDEWERKERS_STIL: '60' }), [
    'VOORDEUR_MEDEWERKERS_STIL',
  ])
})

test('other portals are named in a file; their secrets are not', () => {
  const een = { id: 'mijn-stad', naam: 'Mijn Stad', client: 'mijnstad', geheim_uit: 'STAD_GEHEIM' }
  const geheim = 'een geheim van minstens tweeëndertig tekens'
  const laad = (inhoud: unknown, omgeving: Readonly<Record<string, string>> = { STAD_GEHEIM: geheim }) =>
    loadConfig(
      { VOORDEUR_PORTALEN: 'portalen.json', ...omgeving },
      '/etc',
      () => true,
      (pad) => (pad === '/etc/portalen.json' ? JSON.stringify(inhoud) : undefined),
    ).portalen
  assert.deepEqual(laad([een]), [{ id: 'mijn-stad', naam: 'Mijn Stad', client: 'mijnstad', geheim }])
  const slecht: readonly Parameters<typeof laad>[] = [
    [[een], {}],
    [[een], { STAD_GEHEIM: 'te kort' }],
    [[een], { STAD_GEHEIM: geheim, VOORDEUR_PORTALEN: 'weg.json' }],
    [[een, { ...een, client: 'ander' }]],
    [[een, { ...een, id: 'ander' }]],
    [[{ ...een, geheim }]],
    [[{ ...een, id: 'Mijn Stad' }]],
    [{}],
  ]
  for (const delen of slecht)
    assert.throws(
      () => laad(...delen),
      (fout) => {
        assert.ok(fout instanceof PlatformError)
        assert.ok(!fout.message.includes(geheim) && !fout.message.includes('te kort'))
        // For who wrote the file: in Dutch, and without a pattern to read.
        assert.doesNotMatch(fout.message, /Invalid|expected|received|\^\[/)
        return fout.fouten.every(({ pointer }) => pointer === 'VOORDEUR_PORTALEN')
      },
    )
})

test('a TURN server is named with its secret, or not at all', () => {
  const lees = (meer: Record<string, string>) => loadConfig(meer, '/werk').turn
  const urls = { VOORDEUR_TURN_URLS: 'turn:turn.example:3478 turns:turn.example:443?transport=tcp' }
  const geheim = { VOORDEUR_TURN_GEHEIM: 'x'.repeat(16) }
  assert.deepEqual(lees({ ...urls, ...geheim, VOORDEUR_TURN_ALLEEN: 'true' }), {
    urls: urls.VOORDEUR_TURN_URLS.split(' '),
    geheim: 'x'.repeat(16),
    isAlleen: true,
  })
  const fout: readonly Record<string, string>[] = [
    urls,
    geheim,
    { VOORDEUR_TURN_ALLEEN: 'true' },
    { ...urls, VOORDEUR_TURN_GEHEIM: 'kort' },
    { ...geheim, VOORDEUR_TURN_URLS: 'https://turn.example' },
    { ...urls, ...geheim, VOORDEUR_TURN_ALLEEN: 'misschien' },
  ]
  for (const een of fout) assert.throws(() => lees(een), /VOORDEUR_TURN/)
})
