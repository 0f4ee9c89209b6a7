import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesbeeld, volgendMoment } from './leesbeeld.ts'
import { begin, duo, gemeente, ik, inwoner, medewerker, proefketen, svb, woord } from './proefketen.ts'
import { zicht } from './zicht.ts'

const dagMs = 86_400_000
const [baas, bijSvb, bijDuo] = [medewerker(gemeente), medewerker(svb), medewerker(duo)]

function doorgestuurd() {
  const keten = proefketen()
  keten.doe(baas, {
    ...({ soort: 'open', ingang: 'brief', vraag: woord('vraag'), uitkomst: woord('uitkomst') } as const),
    ...({ betrokkene: { soort: 'persoon', persoon: ik, hoe: 'ingelogd' } } as const),
    aanspreekpunt: woord('punt'),
  })
  const uit = keten.doe(baas, {
    ...({ soort: 'stuur-door', naar: svb, reden: woord('waarom'), melding: woord('melding') } as const),
    ...({ hoe: 'bericht', tot: new Date(begin.getTime() + 90 * dagMs) } as const),
  })
  assert.equal(uit.soort, 'ok')
  const verzoek = [...(keten.stand?.verzoeken.keys() ?? [])][0] ?? ''
  const lijst = (organisatie: string) => {
    assert.ok(keten.stand)
    return leesbeeld(keten.stand)
      .oproepen.filter((een) => een.organisatie === organisatie)
      .map(({ soort }) => soort)
  }
  return { keten, verzoek, lijst }
}

test('what is forwarded lies in the work list there, with why, until somebody takes it', () => {
  const { keten, verzoek, lijst } = doorgestuurd()
  assert.deepEqual([lijst(svb), lijst(gemeente)], [['doorzending'], []])
  assert.ok(keten.stand)
  const ziet = zicht(keten.stand, bijSvb, keten.nu)
  assert.deepEqual(
    [ziet?.verzoeken.map(({ wat, reden }) => [wat, reden.tekst]), ziet?.kan.includes('neem-verzoek-aan')],
    [[['doorzending', 'waarom']], true],
  )
  for (const wie of [bijDuo, baas, inwoner])
    assert.equal(keten.doe(wie, { soort: 'neem-verzoek-aan', verzoek }).soort, 'geweigerd')
  assert.equal(keten.doe(bijSvb, { soort: 'neem-verzoek-aan', verzoek }).soort, 'ok')
  assert.deepEqual([lijst(svb), keten.stand.verzoeken.get(verzoek)?.stand], [[], 'aangenomen'])
  assert.equal(keten.doe(bijSvb, { soort: 'neem-verzoek-aan', verzoek }).soort, 'geweigerd')
})

test('what is given back tells who forwarded it, takes away what was shown for it, and stays until they did something', () => {
  const { keten, verzoek, lijst } = doorgestuurd()
  keten.doe(bijSvb, { soort: 'geef-verzoek-terug', verzoek, reden: woord('niet-van-ons') })
  assert.deepEqual([lijst(svb), lijst(gemeente)], [[], ['terug']])
  assert.ok(keten.stand)
  assert.equal(zicht(keten.stand, bijSvb, keten.nu), undefined)
  assert.equal(zicht(keten.stand, baas, keten.nu)?.verzoeken[0]?.antwoord?.tekst, 'niet-van-ons')
  keten.doe(baas, { soort: 'handel-teruggave-af', verzoek, uitkomst: woord('naar DUO') })
  assert.deepEqual(lijst(gemeente), [])
})

test('no answer in time asks a function of the owner once, and it stays with who was asked', () => {
  const { keten, lijst } = doorgestuurd()
  keten.nu = new Date(begin.getTime() + 4 * dagMs)
  keten.doe({ soort: 'klok' }, { soort: 'klok' })
  assert.deepEqual([lijst(svb), lijst(gemeente)], [['doorzending'], ['opschaling']])
  assert.ok(keten.stand)
  const volgend = volgendMoment(keten.stand)
  assert.ok(volgend !== undefined && volgend > keten.nu, 'de klok komt niet terug voor niets')
})

test('nothing is forwarded to where nobody would see it, and no message is promised to whom nobody knows', () => {
  const vraag = {
    ...({ soort: 'stuur-door', naar: svb, reden: woord('r'), melding: woord('m') } as const),
    tot: new Date(begin.getTime() + 90 * dagMs),
  }
  const anoniem = proefketen()
  anoniem.doe(baas, {
    ...({ soort: 'open', ingang: 'balie', vraag: woord('vraag'), uitkomst: woord('uitkomst') } as const),
    ...({ betrokkene: { soort: 'anoniem' } } as const),
    aanspreekpunt: woord('punt'),
  })
  assert.deepEqual(anoniem.doe(baas, { ...vraag, hoe: 'bericht' }), {
    soort: 'geweigerd',
    weigering: { reden: 'kan-niet-nu', stand: 'onbekend' },
  })
  const niemand = proefketen({ isBereikbaar: (organisatie) => organisatie === gemeente })
  niemand.doe(baas, {
    ...({ soort: 'open', ingang: 'balie', vraag: woord('vraag'), uitkomst: woord('uitkomst') } as const),
    ...({ betrokkene: { soort: 'anoniem' } } as const),
    aanspreekpunt: woord('punt'),
  })
  const erbij = {
    soort: 'voeg-organisatie-toe',
    organisatie: duo,
    rol: 'adviseur',
    doel: 'meedenken',
  } as const
  for (const opdracht of [
    { ...vraag, hoe: 'mondeling' },
    { ...erbij, reden: woord('r') },
  ] as const)
    assert.deepEqual(niemand.doe(baas, opdracht), {
      soort: 'geweigerd',
      weigering: { reden: 'niet-bereikbaar' },
    })
})
