import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plusDagen } from '../kalender/index.ts'
import { BETWISTEN_DAGEN } from './begrippen.ts'
import {
  duo,
  gemeente,
  geopend,
  ik,
  inwoner,
  type Keten,
  medewerker,
  stapje,
  svb,
  vandaagOp,
  woord,
} from './proefketen.ts'
import { zicht } from './zicht.ts'

const dagMs = 86_400_000
const baas = medewerker(gemeente)
const bijSvb = medewerker(svb)
const later = (keten: Keten, dagen: number) => {
  keten.nu = new Date(keten.nu.getTime() + dagen * dagMs)
}
const weigering = (besluit: ReturnType<Keten['doe']>) =>
  besluit.soort === 'geweigerd' ? besluit.weigering.reden : 'ok'
const doe = (keten: Keten, ...[wie, opdracht]: Parameters<Keten['doe']>) =>
  weigering(keten.doe(wie, opdracht))
const klok = (keten: Keten) => doe(keten, { soort: 'klok' }, { soort: 'klok' })
const opschalingen = (keten: Keten) =>
  [...(keten.stand?.opschalingen.values() ?? [])].map(({ functie, stand }) => `${functie} ${stand}`)
const metStap = () => {
  const keten = geopend()
  assert.equal(doe(keten, baas, { soort: 'plan-stappen', stappen: [stapje('a', { mee: ['vraag'] })] }), 'ok')
  return keten
}

test('an owner who is absent: a participant says so, the coordinator is asked, then who may break through, who takes it', () => {
  const keten = metStap()
  const afwezig = { soort: 'schaal-op', aanleiding: 'regisseur-afwezig', reden: woord('r') } as const
  assert.equal(doe(keten, medewerker(duo), afwezig), 'mag-niet', 'wie niet meedoet, klaagt nergens')
  assert.equal(doe(keten, bijSvb, afwezig), 'ok')
  assert.deepEqual(opschalingen(keten), ['coordinator open'])
  assert.equal(klok(keten), 'ok')
  assert.deepEqual(opschalingen(keten), ['coordinator open'], 'drie werkdagen heeft iemand')
  later(keten, 4)
  klok(keten)
  assert.deepEqual(opschalingen(keten), ['coordinator verder', 'doorbreker open'])
  later(keten, 20)
  klok(keten)
  assert.deepEqual(opschalingen(keten), ['coordinator verder', 'doorbreker open'], 'boven hem staat niemand')

  const [, open] = [...(keten.stand?.opschalingen.values() ?? [])]
  const breek = (neemtRegie: boolean) =>
    ({
      ...({ soort: 'breek-door', opschaling: open?.id ?? '', besluit: woord('besluit') } as const),
      ...(neemtRegie && { neemtRegie: { aanspreekpunt: woord('punt') } }),
      termijnen: [{ stap: 'a', termijn: plusDagen(vandaagOp(keten.nu), 5) }],
    }) as const
  assert.equal(doe(keten, medewerker(gemeente, ['coordinator']), breek(true)), 'mag-niet')
  assert.equal(
    doe(keten, medewerker(svb, ['doorbreker']), breek(true)),
    'mag-niet',
    'van de regie, niet van een ander',
  )
  const doorbreker = medewerker(gemeente, ['doorbreker'], 'm-9')
  const bied = {
    soort: 'bied-overdracht-aan',
    aan: duo,
    reden: woord('o'),
    tot: new Date(keten.nu.getTime() + dagMs),
  } as const
  assert.equal(doe(keten, baas, bied), 'ok')
  assert.equal(doe(keten, doorbreker, breek(true)), 'ok')
  const { stand } = keten
  assert.deepEqual(
    [stand?.regie.medewerker, stand?.regie.aanspreekpunt, stand?.stappen.get('a')?.termijn],
    ['m-9', woord('punt'), plusDagen(vandaagOp(keten.nu), 5)],
  )
  assert.deepEqual(opschalingen(keten), ['coordinator verder', 'doorbreker doorbroken'])
  assert.deepEqual(
    [...(stand?.overdrachten.values() ?? [])].map((een) => een.stand),
    ['ingetrokken'],
  )
  assert.equal(doe(keten, doorbreker, breek(false)), 'mag-niet', 'doorbroken wordt er één keer')
})

test('to break through with a term that is over, or of a step that is not there, changes nothing at all', () => {
  const keten = metStap()
  doe(keten, baas, { soort: 'schaal-op', aanleiding: 'anders', reden: woord('r') })
  later(keten, 4)
  klok(keten)
  const open = [...(keten.stand?.opschalingen.values() ?? [])].at(-1)
  const breek = (stap: string, dagen: number) =>
    doe(keten, medewerker(gemeente, ['doorbreker']), {
      ...({ soort: 'breek-door', opschaling: open?.id ?? '', besluit: woord('b') } as const),
      termijnen: [{ stap, termijn: plusDagen(vandaagOp(keten.nu), dagen) }],
    })
  assert.deepEqual([breek('a', -1), breek('weg', 3)], ['termijn-voorbij', 'niet-gevonden'])
  assert.deepEqual(opschalingen(keten), ['coordinator verder', 'doorbreker open'])
  assert.equal(breek('a', 3), 'ok')
})

test('who was nobody becomes known once, by the owner alone, and stays who they are', () => {
  const keten = geopend({ betrokkene: { soort: 'anoniem' } })
  doe(keten, baas, { soort: 'plan-stappen', stappen: [stapje('a')] })
  const bekend = { soort: 'maak-bekend', persoon: ik, hoe: 'document' } as const
  assert.equal(doe(keten, bijSvb, bekend), 'mag-niet')
  assert.equal(doe(keten, inwoner, bekend), 'mag-niet')
  assert.equal(doe(keten, baas, bekend), 'ok')
  assert.deepEqual(keten.stand?.betrokkene, { soort: 'persoon', persoon: ik, hoe: 'document' })
  assert.equal(doe(keten, baas, bekend), 'kan-niet-nu')
  // What others saw of the case does not become more by it.
  assert.equal(keten.stand && zicht(keten.stand, bijSvb, keten.nu)?.betrokkene, undefined)
})

test('closing is contested within six weeks, by whom it is about; then it goes on as it was, with what was still to be done', () => {
  const dicht = () => {
    const keten = metStap()
    doe(keten, baas, { soort: 'plan-stappen', stappen: [stapje('b'), stapje('c')] })
    doe(keten, baas, { soort: 'laat-stap-vervallen', stap: 'b', reden: woord('hoeft niet') })
    doe(keten, bijSvb, { soort: 'aanvaard-stap', stap: 'c' })
    doe(keten, baas, { soort: 'vraag-sluiting', uitleg: woord('bereikt') })
    const sluit = { soort: 'sluit-met-reden', om: 'niet-haalbaar', uitleg: woord('u') } as const
    assert.equal(doe(keten, baas, sluit), 'ok')
    const { sluitingGevraagd } = keten.stand ?? {}
    assert.deepEqual(sluitingGevraagd?.uitleg, woord('bereikt'), 'wat is bereikt, blijft te zien')
    return keten
  }
  const betwist = { soort: 'betwist-sluiting', reden: woord('niet waar') } as const
  const keten = dicht()
  assert.equal(doe(keten, bijSvb, betwist), 'mag-niet')
  assert.equal(doe(keten, inwoner, { soort: 'voeg-toe', wat: 'bericht', tekst: woord('x') }), 'gesloten')
  assert.equal(keten.stand && zicht(keten.stand, bijSvb, keten.nu), undefined)
  later(keten, BETWISTEN_DAGEN)
  assert.equal(doe(keten, inwoner, betwist), 'ok', 'op de laatste dag nog')
  assert.deepEqual(
    [
      keten.stand?.stand,
      keten.stand?.nietOpgelost?.reden,
      keten.stand?.sluiting,
      ['a', 'b', 'c'].map((id) => keten.stand?.stappen.get(id)?.stand),
      keten.stand?.sluitingGevraagd,
    ],
    ['open', woord('niet waar'), undefined, ['gevraagd', 'vervallen', 'aanvaard'], undefined],
  )
  assert.equal(doe(keten, inwoner, betwist), 'mag-niet', 'wat openstaat is niet te betwisten')
  // A share that still holds holds again; the step is there with it, and asked anew it goes on.
  assert.deepEqual(keten.stand && zicht(keten.stand, bijSvb, keten.nu)?.onderdelen.map(({ id }) => id), [
    'vraag',
  ])
  const telaat = dicht()
  later(telaat, BETWISTEN_DAGEN + 1)
  assert.equal(doe(telaat, inwoner, betwist), 'termijn-voorbij')
  assert.equal(telaat.stand?.stand, 'gesloten')
})

test('an objection stops the share at once, until the owner decided; consent that is taken back cannot stay', () => {
  const keten = metStap()
  const ziet = () => keten.stand && zicht(keten.stand, bijSvb, keten.nu)?.onderdelen.map(({ id }) => id)
  const deling = () =>
    [...(keten.stand?.delingen.values() ?? [])].find(({ onderdeel }) => onderdeel === 'vraag')?.id ?? ''
  const bezwaar = { soort: 'maak-bezwaar', deling: deling(), reden: woord('b') } as const
  const beslis = (uitkomst: 'blijft' | 'gestopt', wie = baas) =>
    doe(keten, wie, { soort: 'beoordeel-bezwaar', deling: deling(), uitkomst, reden: woord('a') })
  assert.deepEqual(ziet(), ['vraag'])
  assert.equal(beslis('blijft'), 'kan-niet-nu', 'niemand maakte bezwaar')
  assert.equal(doe(keten, baas, bezwaar), 'mag-niet', 'het is van de inwoner')
  assert.equal(doe(keten, inwoner, { ...bezwaar, namens: 'balie' }), 'mag-niet', 'die zegt het zelf')
  assert.equal(doe(keten, inwoner, bezwaar), 'ok')
  assert.deepEqual(ziet(), [])
  assert.equal(doe(keten, inwoner, bezwaar), 'kan-niet-nu')
  assert.equal(beslis('blijft', bijSvb), 'mag-niet', 'niet van wie het wil zien')
  assert.equal(beslis('blijft'), 'ok')
  assert.deepEqual(ziet(), ['vraag'])
  assert.deepEqual(keten.stand?.delingen.get(deling())?.bezwaar, {
    ...{ reden: woord('b'), uitkomst: 'blijft', antwoord: woord('a') },
  })
  // Once more, and now it stops for good.
  assert.equal(doe(keten, inwoner, bezwaar), 'ok')
  assert.equal(beslis('gestopt'), 'ok')
  assert.deepEqual(ziet(), [])
  assert.equal(beslis('blijft'), 'kan-niet-nu')

  const tot = new Date(keten.nu.getTime() + 30 * dagMs)
  const deelnemer = keten.stand?.delingen.get(deling())?.deelnemer ?? ''
  const deel = {
    soort: 'deel',
    onderdeel: 'uitkomst',
    deelnemer,
    doel: 'meedenken',
    grond: 'toestemming',
    tot,
  } as const
  assert.equal(doe(keten, baas, deel), 'ok')
  assert.deepEqual(ziet(), ['uitkomst'])
  const id = [...(keten.stand?.delingen.values() ?? [])].at(-1)?.id ?? ''
  doe(keten, inwoner, { soort: 'maak-bezwaar', deling: id, reden: woord('b') })
  const blijf = (uitkomst: 'blijft' | 'gestopt') =>
    doe(keten, baas, { soort: 'beoordeel-bezwaar', deling: id, uitkomst, reden: woord('a') })
  assert.deepEqual([blijf('blijft'), blijf('gestopt')], ['grond-past-niet', 'ok'])
})

test('a share ends by itself on its day, and one that would end before it begins is refused', () => {
  const keten = metStap()
  const deelnemer = [...(keten.stand?.deelnemers.keys() ?? [])][0] ?? ''
  const deel = (ms: number) =>
    doe(keten, baas, {
      ...({ soort: 'deel', onderdeel: 'uitkomst', deelnemer, doel: 'meedenken', grond: 'taak' } as const),
      tot: new Date(keten.nu.getTime() + ms),
    })
  assert.deepEqual([deel(0), deel(-1), deel(Number.NaN), deel(400 * dagMs)], Array(4).fill('einde-ongeldig'))
  assert.equal(deel(2 * dagMs), 'ok')
  const ziet = () => keten.stand && zicht(keten.stand, bijSvb, keten.nu)?.onderdelen.map(({ id }) => id)
  assert.deepEqual(ziet(), ['vraag', 'uitkomst'])
  later(keten, 2)
  assert.deepEqual(ziet(), ['vraag'])
})
