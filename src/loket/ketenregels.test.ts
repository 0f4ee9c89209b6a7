import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { maakPersoonId } from '../domain/index.ts'
import { datum } from '../kalender/index.ts'
import { GENODIGDE_DAGEN, isAf, WERKNOTITIE_DAGEN } from './begrippen.ts'
import { speelGeschiedenis } from './proefgeschiedenis.ts'
import {
  bank,
  duo,
  gemeente,
  geopend,
  inwoner,
  medewerker,
  proefketen,
  stapje,
  svb,
  uwv,
  woord,
} from './proefketen.ts'
import { zicht } from './zicht.ts'

test('whatever whoever does: one owner, no step without owner and term, nothing read without a share, closed is closed', (t) => {
  const alles = new Map<string, number>()
  fc.assert(
    fc.property(fc.nat(2 ** 31), (seed) => {
      const { gebeurd } = speelGeschiedenis(seed, 100)
      for (const [soort, keer] of gebeurd) alles.set(soort, (alles.get(soort) ?? 0) + keer)
    }),
    { numRuns: 90, seed: 8 },
  )
  t.diagnostic([...alles].map(([soort, keer]) => `${soort} ${keer}`).join(', '))
  // A history in which nothing happens would keep every rule.
  for (const soort of [
    'overdracht-aanvaard',
    'overdracht-geweigerd',
    'overdracht-verlopen',
    'opgeschaald',
    'doorbroken',
    'gedeeld',
    'deling-bezwaar',
    'bezwaar-beoordeeld',
    'uitnodiging-gebruikt',
    'doorzending-gemeld',
    'gesloten',
    'sluiting-betwist',
    'nabevraagd',
    'deelnemer-weg',
  ])
    assert.ok((alles.get(soort) ?? 0) > 0, `${soort} gebeurde nooit`)
})

test('a stranger sees nothing and can do nothing, and is not told that there is a case', () => {
  const keten = geopend()
  assert.ok(keten.stand)
  for (const wie of [medewerker(uwv), medewerker(bank), { soort: 'genodigde', deelnemer: 'id-1' } as const]) {
    assert.equal(zicht(keten.stand, wie, keten.nu), undefined)
    const besluit = keten.doe(wie, { soort: 'klok' })
    assert.deepEqual(besluit, { soort: 'geweigerd', weigering: { reden: 'mag-niet' } })
  }
  assert.deepEqual(
    [gemeente, svb, duo].map((een) => keten.stand && zicht(keten.stand, medewerker(een), keten.nu)?.als),
    ['regie', undefined, undefined],
  )
  assert.equal(zicht(keten.stand, inwoner, keten.nu)?.als, 'inwoner')
  assert.ok([...keten.stand.stappen.values()].every(({ stand }) => !isAf(stand)))
})

test('an outside party sees nothing before it signed, and nothing when its way in ended, whatever is shared', () => {
  const keten = geopend()
  const tot = new Date(keten.nu.getTime() + 300 * 86_400_000)
  keten.doe(medewerker(gemeente), {
    ...({
      soort: 'nodig-uit',
      partij: 'bank',
      naam: woord('naam'),
      doel: 'meedenken',
      codehash: 'c',
    } as const),
    tot: new Date(keten.nu.getTime() + 86_400_000),
  })
  const deelnemer = [...(keten.stand?.deelnemers.keys() ?? [])][0] ?? ''
  const partij = { soort: 'genodigde', deelnemer } as const
  const deel = {
    soort: 'deel',
    onderdeel: 'vraag',
    deelnemer,
    doel: 'meedenken',
    grond: 'toestemming',
    tot,
  } as const
  assert.equal(keten.doe(medewerker(gemeente), deel).soort, 'ok')
  const ziet = () => (keten.stand ? zicht(keten.stand, partij, keten.nu)?.onderdelen.map(({ id }) => id) : [])
  assert.equal(ziet(), undefined)
  const teken = (geheimhouding: string) =>
    keten.doe(partij, {
      ...({
        soort: 'gebruik-uitnodiging',
        codehash: 'c',
        ondertekenaar: woord('wie'),
        geheimhouding,
      } as const),
      toegang: { hash: 's' },
    })
  assert.equal(teken('').soort, 'geweigerd')
  assert.equal(teken('v1').soort, 'ok')
  assert.deepEqual(ziet(), ['vraag'])
  assert.deepEqual(teken('v1'), { soort: 'geweigerd', weigering: { reden: 'code-gebruikt' } })
  keten.nu = new Date(keten.nu.getTime() + GENODIGDE_DAGEN * 86_400_000)
  assert.equal(ziet(), undefined)
})

test('an invitation that names a company opens for who logged in for that one, and so does every code after it', () => {
  const keten = geopend()
  const [bedrijf, ander] = [1, 2].map(() => maakPersoonId(keten.nu, randomBytes))
  assert.ok(bedrijf && ander)
  const tot = new Date(keten.nu.getTime() + 86_400_000)
  const uitnodiging = {
    ...({ soort: 'nodig-uit', partij: 'bank', naam: woord('naam'), doel: 'meedenken' } as const),
    ...{ codehash: 'c-1', tot, bedrijf },
  }
  assert.equal(keten.doe(medewerker(gemeente), uitnodiging).soort, 'ok')
  const deelnemer = [...(keten.stand?.deelnemers.keys() ?? [])][0] ?? ''
  const gebruik = (codehash: string, als?: typeof bedrijf) =>
    keten.doe(
      { soort: 'genodigde', deelnemer },
      {
        ...({
          soort: 'gebruik-uitnodiging',
          codehash,
          ondertekenaar: woord('wie'),
          geheimhouding: 'v1',
        } as const),
        toegang: { hash: 's', ...(als && { bedrijf: als }) },
      },
    )
  assert.deepEqual(gebruik('c-1'), geweigerd('bedrijf-nodig'))
  assert.deepEqual(gebruik('c-1', ander), geweigerd('ander-bedrijf'))
  // A code that is lost is no way round the login.
  const opnieuw = { soort: 'nodig-opnieuw-uit', deelnemer, codehash: 'c-2', tot } as const
  assert.equal(keten.doe(medewerker(gemeente), opnieuw).soort, 'ok')
  assert.deepEqual(gebruik('c-1', bedrijf), geweigerd('code-onbekend'))
  assert.deepEqual(gebruik('c-2'), geweigerd('bedrijf-nodig'))
  assert.equal(gebruik('c-2', bedrijf).soort, 'ok')
  // Once more it is the way back of who logs in for that company, and of nobody else.
  assert.deepEqual(gebruik('c-2'), geweigerd('bedrijf-nodig'))
  assert.deepEqual(gebruik('c-2', ander), geweigerd('ander-bedrijf'))
  assert.equal(gebruik('c-2', bedrijf).soort, 'ok')
})

test('a library brings a question in: government owns it at once, its coordinator is asked, and whoever takes it ends that', () => {
  const keten = proefketen()
  const bibliotheek = { ...medewerker(bank), functies: [] } as const
  const tot = new Date(keten.nu.getTime() + 86_400_000)
  const open = {
    ...({ soort: 'open', ingang: 'informatiepunt', betrokkene: { soort: 'anoniem' } } as const),
    ...{ vraag: woord('vraag'), uitkomst: woord('uitkomst'), aanspreekpunt: woord('punt') },
  }
  const aanbrenger = {
    ...({ aan: gemeente, partij: 'ander', naam: woord('naam'), codehash: 'c', tot } as const),
    stap: { stap: 's-1', titel: woord('titel'), termijn: datum('2026-12-01') },
  }
  // Without a body of government nobody owns it; and who is government opens it themselves.
  assert.deepEqual(keten.doe(bibliotheek, open), geweigerd('geen-overheid'))
  assert.deepEqual(
    keten.doe(bibliotheek, { ...open, aanbrenger: { ...aanbrenger, aan: bank } }),
    geweigerd('geen-overheid'),
  )
  assert.deepEqual(keten.doe(medewerker(svb), { ...open, aanbrenger }), geweigerd('mag-niet'))
  assert.equal(keten.doe(bibliotheek, { ...open, aanbrenger }).soort, 'ok')
  const { stand } = keten
  assert.ok(stand)
  assert.equal(stand.regie.organisatie, gemeente)
  const opgeschaald = () =>
    [...(keten.stand?.opschalingen.values() ?? [])].map((een) => [een.aanleiding, een.functie, een.stand])
  assert.deepEqual(opgeschaald(), [['regisseur-afwezig', 'coordinator', 'open']])
  // They see nothing any more as who they work for, and their own step by the code alone.
  assert.equal(zicht(stand, bibliotheek, keten.nu), undefined)
  const [deelnemer = ''] = stand.deelnemers.keys()
  const partij = { soort: 'genodigde', deelnemer } as const
  assert.equal(zicht(stand, partij, keten.nu), undefined)
  const gebruik = {
    ...({
      soort: 'gebruik-uitnodiging',
      codehash: 'c',
      ondertekenaar: woord('wie'),
      geheimhouding: 'v1',
    } as const),
    toegang: { hash: 's' },
  }
  assert.equal(keten.doe(partij, gebruik).soort, 'ok')
  assert.ok(keten.stand)
  const ziet = zicht(keten.stand, partij, keten.nu)
  assert.deepEqual(
    ziet?.stappen.map((een) => een.stap),
    ['s-1'],
  )
  assert.deepEqual(ziet?.onderdelen, [])
  const over = { soort: 'neem-over', aanspreekpunt: woord('ik'), reden: woord('nu wij') } as const
  assert.equal(keten.doe(medewerker(gemeente), over).soort, 'ok')
  assert.deepEqual(opgeschaald(), [['regisseur-afwezig', 'coordinator', 'behandeld']])
})

test('what the resident objected to is not given again, by whatever way, but on their yes', () => {
  const keten = geopend()
  const baas = medewerker(gemeente)
  const tot = new Date(keten.nu.getTime() + 30 * 86_400_000)
  const plan = (stap: string, mee: readonly string[] = []) =>
    keten.doe(baas, { soort: 'plan-stappen', stappen: [stapje(stap, { mee })] })
  assert.equal(plan('s-1', ['vraag']).soort, 'ok')
  const van = (onderdeel: string) =>
    [...(keten.stand?.delingen.values() ?? [])].filter((een) => een.onderdeel === onderdeel)
  const deelnemer = van('vraag')[0]?.deelnemer ?? ''
  const deel = (grond: 'taak' | 'toestemming', doel: 'meedenken' | 'afstemmen' = 'meedenken') =>
    keten.doe(baas, { soort: 'deel', onderdeel: 'vraag', deelnemer, doel, grond, tot })
  // For two purposes; one objection is enough.
  assert.equal(deel('taak').soort, 'ok')
  const leest = () =>
    keten.stand && zicht(keten.stand, medewerker(svb), keten.nu)?.onderdelen.map(({ id }) => id)
  assert.deepEqual(leest(), ['vraag'])
  const bezwaar = { soort: 'maak-bezwaar', deling: van('vraag')[0]?.id ?? '', reden: woord('nee') } as const
  assert.equal(keten.doe(inwoner, bezwaar).soort, 'ok')
  assert.deepEqual(leest(), [])
  const nee = (stand: 'wacht' | 'gestopt') => ({
    soort: 'geweigerd',
    weigering: { reden: 'bezwaar', onderdeel: 'vraag', stand },
  })
  // While it waits nothing gives it: no other share, no new step, and no forwarding.
  for (const grond of ['taak', 'toestemming'] as const)
    assert.deepEqual(deel(grond, 'afstemmen'), nee('wacht'))
  assert.deepEqual(plan('s-2', ['vraag']), nee('wacht'))
  const door = {
    soort: 'stuur-door',
    naar: svb,
    reden: woord('r'),
    melding: woord('m'),
    hoe: 'print',
    tot,
  } as const
  assert.deepEqual(keten.doe(baas, door), nee('wacht'))
  const oordeel = (uitkomst: 'gestopt' | 'blijft') =>
    keten.doe(baas, {
      ...({ soort: 'beoordeel-bezwaar', deling: van('vraag')[1]?.id ?? '' } as const),
      ...{ uitkomst, reden: woord('omdat') },
    })
  assert.equal(oordeel('gestopt').soort, 'ok')
  assert.deepEqual(deel('taak', 'afstemmen'), nee('gestopt'))
  // Sent away and asked again they are who they were.
  keten.doe(baas, { soort: 'laat-stap-vervallen', stap: 's-1', reden: woord('r') })
  assert.equal(keten.doe(baas, { soort: 'haal-deelnemer-weg', deelnemer }).soort, 'ok')
  assert.deepEqual(plan('s-3', ['vraag']), nee('gestopt'))
  assert.equal(plan('s-4').soort, 'ok')
  const terug = van('s-4')[0]?.deelnemer ?? ''
  const opnieuw = { soort: 'deel', onderdeel: 'vraag', deelnemer: terug, doel: 'meedenken', tot } as const
  assert.deepEqual(keten.doe(baas, { ...opnieuw, grond: 'taak' }), nee('gestopt'))
  assert.deepEqual(leest(), [])
  // The yes that they took back is not said again by itself.
  assert.deepEqual(keten.doe(baas, { ...opnieuw, grond: 'toestemming' }), nee('gestopt'))
  assert.deepEqual(leest(), [])
  assert.equal(keten.doe(baas, { ...opnieuw, grond: 'toestemming', isNieuwJa: true }).soort, 'ok')
  assert.deepEqual(leest(), ['vraag'])
})

test('a work note is closed for the resident for a reason of the list until a day; they ask the coordinator, who opens it', () => {
  const keten = geopend()
  const baas = medewerker(gemeente)
  const na = (dagen: number) => new Date(keten.nu.getTime() + dagen * 86_400_000)
  const schrijf = (dagen: number) =>
    keten.doe(baas, {
      ...({ soort: 'voeg-werknotitie-toe', tekst: woord('geheim'), waarom: 'overleg' } as const),
      tot: na(dagen),
    })
  assert.deepEqual(schrijf(WERKNOTITIE_DAGEN + 1), {
    ...{ soort: 'geweigerd', weigering: { reden: 'einde-ongeldig', hoogstensDagen: WERKNOTITIE_DAGEN } },
  })
  for (const dagen of [10, 20]) assert.equal(schrijf(dagen).soort, 'ok')
  const notities = () => {
    assert.ok(keten.stand)
    return zicht(keten.stand, inwoner, keten.nu)?.onderdelen.filter(({ soort }) => soort === 'werknotitie')
  }
  assert.deepEqual(
    notities()?.map(({ tekst, waarom, tot, isDicht }) => [tekst, waarom, tot, isDicht]),
    [10, 20].map((dagen) => [undefined, 'overleg', na(dagen), true]),
  )
  const vraag = { soort: 'vraag-notities-op', reden: woord('ik wil het lezen') } as const
  assert.equal(keten.doe(inwoner, vraag).soort, 'ok')
  assert.deepEqual(keten.doe(inwoner, vraag), geweigerd('al-onderweg'))
  const [opgevraagd] = keten.stand?.opschalingen.values() ?? []
  assert.deepEqual([opgevraagd?.aanleiding, opgevraagd?.functie], ['notitie-opgevraagd', 'coordinator'])
  const toon = { soort: 'toon-werknotitie', onderdeel: notities()?.[1]?.id ?? '' } as const
  assert.deepEqual(keten.doe(inwoner, toon), geweigerd('mag-niet'))
  assert.equal(keten.doe(medewerker(gemeente, ['coordinator']), toon).soort, 'ok')
  assert.deepEqual(
    notities()?.map(({ tekst }) => tekst !== undefined),
    [false, true],
  )
  keten.nu = na(10)
  assert.deepEqual(
    notities()?.map(({ tekst }) => tekst !== undefined),
    [true, true],
  )
})

test('who gives advice reads what is shared to think along; asked to do a step they are more than that', () => {
  const keten = geopend()
  const baas = medewerker(gemeente)
  const erbij = {
    soort: 'voeg-organisatie-toe',
    organisatie: svb,
    rol: 'adviseur',
    reden: woord('r'),
  } as const
  assert.deepEqual(keten.doe(baas, { ...erbij, doel: 'beslissen' }), geweigerd('rol-past-niet'))
  assert.equal(keten.doe(baas, { ...erbij, doel: 'meedenken' }).soort, 'ok')
  const [deelnemer = ''] = keten.stand?.deelnemers.keys() ?? []
  const tot = new Date(keten.nu.getTime() + 86_400_000)
  const deel = { soort: 'deel', onderdeel: 'vraag', deelnemer, grond: 'taak', tot } as const
  assert.deepEqual(keten.doe(baas, { ...deel, doel: 'beslissen' }), geweigerd('rol-past-niet'))
  assert.equal(keten.doe(baas, { ...deel, doel: 'meedenken' }).soort, 'ok')
  const ziet = () => keten.stand && zicht(keten.stand, medewerker(svb), keten.nu)
  assert.deepEqual(
    [ziet()?.onderdelen.map(({ id }) => id), ziet()?.kan.includes('aanvaard-stap')],
    [['vraag'], false],
  )
  assert.equal(keten.doe(baas, { soort: 'plan-stappen', stappen: [stapje('s-1')] }).soort, 'ok')
  assert.deepEqual([ziet()?.deelnemers[0]?.rol, ziet()?.kan.includes('aanvaard-stap')], ['uitvoerder', true])
  assert.equal(keten.stand?.deelnemers.size, 1)
})

test('nobody says for the resident that they agree: a step that is asked anew has the ground that somebody gave', () => {
  const keten = geopend()
  const baas = medewerker(gemeente)
  const tot = new Date(keten.nu.getTime() + 86_400_000)
  const uit = {
    soort: 'nodig-uit',
    partij: 'bank',
    naam: woord('naam'),
    doel: 'stap-uitvoeren',
    codehash: 'c',
    tot,
  } as const
  keten.doe(baas, uit)
  const [deelnemer = ''] = keten.stand?.deelnemers.keys() ?? []
  const eigenaar = { soort: 'partij', deelnemer } as const
  assert.equal(keten.doe(baas, { soort: 'plan-stappen', stappen: [stapje('s-1')] }).soort, 'ok')
  const naar = { soort: 'wijzig-stap', stap: 's-1', eigenaar } as const
  assert.deepEqual(keten.doe(baas, naar), geweigerd('grond-past-niet'))
  assert.equal(keten.doe(baas, { ...naar, grond: 'toestemming' }).soort, 'ok')
  const deling = [...(keten.stand?.delingen.values() ?? [])].at(-1)
  assert.deepEqual([deling?.deelnemer, deling?.grond], [deelnemer, 'toestemming'])
})

const geweigerd = (reden: string) => ({ soort: 'geweigerd', weigering: { reden } })
