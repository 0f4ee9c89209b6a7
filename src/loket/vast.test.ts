/** What is stuck: said only when it is so, asked where it lies as well, and not stuck for ever because somebody is not here. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plusDagen } from '../kalender/index.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import {
  begin,
  duo,
  gemeente,
  geopend,
  inwoner,
  type Keten,
  medewerker,
  proefketen,
  stapje,
  svb,
  uwv,
  vandaagOp,
  woord,
} from './proefketen.ts'
import type { Tekstverwijzing } from './woorden.ts'
import { zicht } from './zicht.ts'

type O = Opdracht<Tekstverwijzing>
const baas = medewerker(gemeente)
const klok = { soort: 'klok' } as const
const uit = (keten: Keten, wie: Parameters<Keten['doe']>[0], opdracht: O): 'ok' | Weigering['reden'] => {
  const besluit = keten.doe(wie, opdracht)
  return besluit.soort === 'ok' ? 'ok' : besluit.weigering.reden
}
const dagen = (n: number) => new Date(begin.getTime() + n * 86_400_000)
const opschalingen = (keten: Keten) =>
  [...(keten.stand?.opschalingen.values() ?? [])].map(
    ({ aanleiding, organisatie, functie, stand }) => `${aanleiding} ${organisatie} ${functie} ${stand}`,
  )

test('that a term is missed is said when it is: whoever says it sooner does not still the clock', () => {
  const keten = geopend({ stappen: [stapje('een', { termijn: plusDagen(vandaagOp(begin), 10) })] })
  const gemist = { soort: 'schaal-op', aanleiding: 'termijn-gemist', stap: 'een', reden: woord('r') } as const
  assert.equal(uit(keten, medewerker(svb), gemist), 'aanleiding-past-niet')
  assert.equal(uit(keten, baas, { ...gemist, aanleiding: 'stap-geweigerd' }), 'aanleiding-past-niet')
  // Reasons that come with another act are nobody's to say.
  for (const aanleiding of ['notitie-opgevraagd', 'verzoek-onbeantwoord', 'overdracht-verlopen'] as const)
    assert.equal(
      uit(keten, inwoner, { soort: 'schaal-op', aanleiding, reden: woord('r') }),
      'aanleiding-past-niet',
    )
  assert.deepEqual(opschalingen(keten), [])
  keten.nu = dagen(11)
  assert.equal(uit(keten, klok, { soort: 'klok' }), 'ok')
  assert.deepEqual(opschalingen(keten), [
    `termijn-gemist ${gemeente} coordinator open`,
    `termijn-gemist ${svb} coordinator open`,
  ])
  // Now it is so; it is said to who is next.
  assert.equal(uit(keten, inwoner, gemist), 'ok')
})

test('where a step lies its own functions are asked beside those of the owner, by no words, and they answer there', () => {
  const keten = geopend({
    stappen: [
      stapje('een', { termijn: plusDagen(vandaagOp(begin), 10) }),
      stapje('ander', { eigenaar: { soort: 'organisatie', organisatie: duo } }),
    ],
  })
  keten.nu = dagen(11)
  keten.doe(klok, { soort: 'klok' })
  const bijSvb = medewerker(svb, ['coordinator'])
  const [daar] = [...(keten.stand?.opschalingen.values() ?? [])].filter((een) => een.organisatie === svb)
  assert.ok(keten.stand && daar && daar.reden === undefined)
  const ziet = zicht(keten.stand, bijSvb, keten.nu)
  assert.deepEqual(
    ziet?.opschalingen.map(({ id }) => id),
    [daar.id],
  )
  assert.ok(ziet.kan.includes('behandel-opschaling'))
  // To do what the function of the owner may do they are not asked; and who is somewhere else sees none of it.
  for (const soort of ['plan-stappen', 'breek-door', 'laat-stap-vervallen', 'toon-werknotitie'] as const)
    assert.ok(!ziet.kan.includes(soort), soort)
  assert.deepEqual(zicht(keten.stand, medewerker(duo, ['coordinator']), keten.nu)?.opschalingen, [])
  assert.ok(!zicht(keten.stand, medewerker(svb), keten.nu)?.kan.includes('behandel-opschaling'))
  // Nobody acts: there as well it goes to the next function, each ladder by itself.
  keten.nu = dagen(17)
  keten.doe(klok, { soort: 'klok' })
  assert.deepEqual(
    opschalingen(keten).filter((een) => een.endsWith('open')),
    [`termijn-gemist ${gemeente} doorbreker open`, `termijn-gemist ${svb} doorbreker open`],
  )
  const [laatste] = [...keten.stand.opschalingen.values()].filter(
    (een) => een.organisatie === svb && een.stand === 'open',
  )
  const behandel = {
    soort: 'behandel-opschaling',
    opschaling: laatste?.id ?? '',
    uitkomst: woord('morgen'),
  } as const
  assert.equal(uit(keten, medewerker(gemeente, ['doorbreker']), behandel), 'mag-niet')
  const breek = {
    soort: 'breek-door',
    opschaling: laatste?.id ?? '',
    besluit: woord('b'),
    neemtRegie: { aanspreekpunt: woord('p') },
  } as const
  assert.equal(uit(keten, medewerker(svb, ['doorbreker']), breek), 'mag-niet')
  assert.equal(uit(keten, medewerker(svb, ['doorbreker']), behandel), 'ok')
  // Who owns the case is still asked, and a step that goes to somebody else asks nobody there any more.
  assert.deepEqual(
    opschalingen(keten).filter((een) => een.endsWith('open')),
    [`termijn-gemist ${gemeente} doorbreker open`],
  )
})

test('a step that goes to another organisation, or a case to another owner, leaves nobody asked who has nothing to do with it', () => {
  const keten = geopend({ stappen: [stapje('een', { termijn: plusDagen(vandaagOp(begin), 10) })] })
  keten.nu = dagen(11)
  keten.doe(klok, { soort: 'klok' })
  const naar = { soort: 'organisatie', organisatie: uwv } as const
  assert.equal(
    uit(keten, baas, {
      soort: 'wijzig-stap',
      stap: 'een',
      eigenaar: naar,
      termijn: plusDagen(vandaagOp(begin), 40),
    }),
    'ok',
  )
  assert.deepEqual(
    opschalingen(keten).filter((een) => een.endsWith('open')),
    [`termijn-gemist ${gemeente} coordinator open`],
  )
  keten.doe(baas, { soort: 'bied-overdracht-aan', aan: duo, reden: woord('r'), tot: dagen(15) })
  const overdracht = [...(keten.stand?.overdrachten.keys() ?? [])][0] ?? ''
  assert.equal(
    uit(keten, medewerker(duo), { soort: 'aanvaard-overdracht', overdracht, aanspreekpunt: woord('p') }),
    'ok',
  )
  assert.deepEqual(
    opschalingen(keten).filter((een) => een.endsWith('open')),
    [`termijn-gemist ${duo} coordinator open`],
  )
})

test('what an organisation says that nobody reads for here, the owner writes down; of who is here they do not', () => {
  const nietHier = proefketen({
    isBereikbaar: (organisatie) => organisatie !== uwv,
    isHier: (organisatie) => organisatie !== uwv,
  })
  nietHier.doe(baas, {
    soort: 'open',
    ingang: 'balie',
    vraag: woord('vraag'),
    uitkomst: woord('uitkomst'),
    betrokkene: { soort: 'anoniem' },
    aanspreekpunt: woord('aanspreekpunt'),
    stappen: [
      stapje('weg', { eigenaar: { soort: 'organisatie', organisatie: uwv } }),
      stapje('hier', { wachtOp: ['weg'] }),
    ],
  })
  const stand = (stap: string) => nietHier.stand?.stappen.get(stap)?.stand
  assert.equal(uit(nietHier, baas, { soort: 'rond-stap-af', stap: 'hier' }), 'mag-niet')
  assert.equal(uit(nietHier, baas, { soort: 'aanvaard-stap', stap: 'weg' }), 'ok')
  assert.equal(uit(nietHier, baas, { soort: 'rond-stap-af', stap: 'weg', uitkomst: woord('gebeld') }), 'ok')
  assert.equal(stand('weg'), 'klaar')
  // Nobody there is asked about a term that nobody there sees.
  nietHier.doe(baas, { soort: 'vraag-opnieuw', stap: 'weg', termijn: plusDagen(vandaagOp(begin), 5) })
  nietHier.nu = dagen(6)
  nietHier.doe(klok, { soort: 'klok' })
  assert.deepEqual(opschalingen(nietHier), [`termijn-gemist ${gemeente} coordinator open`])
  // To who cannot say yes the case is not offered; and a step that goes to who is here is theirs to answer.
  const aanbod = { soort: 'bied-overdracht-aan', reden: woord('r'), tot: dagen(8) } as const
  assert.equal(uit(nietHier, baas, { ...aanbod, aan: uwv }), 'niet-hier')
  assert.equal(
    uit(nietHier, baas, {
      soort: 'wijzig-stap',
      stap: 'weg',
      eigenaar: { soort: 'organisatie', organisatie: duo },
    }),
    'ok',
  )
  assert.equal(uit(nietHier, baas, { soort: 'rond-stap-af', stap: 'weg' }), 'mag-niet')
  assert.equal(uit(nietHier, medewerker(duo), { soort: 'aanvaard-stap', stap: 'weg' }), 'ok')
})

test('for an outside party the owner answers as long as it has no way in of its own', () => {
  const keten = geopend()
  keten.doe(baas, {
    soort: 'nodig-uit',
    partij: 'bank',
    naam: woord('De Bank'),
    doel: 'stap-uitvoeren',
    codehash: 'c',
    tot: dagen(7),
  })
  const deelnemer = [...(keten.stand?.deelnemers.keys() ?? [])][0] ?? ''
  const stap = stapje('een', { eigenaar: { soort: 'partij', deelnemer }, grond: 'toestemming' })
  assert.equal(uit(keten, baas, { soort: 'plan-stappen', stappen: [stap] }), 'ok')
  assert.equal(uit(keten, baas, { soort: 'aanvaard-stap', stap: 'een' }), 'ok')
  const wie = { soort: 'genodigde', deelnemer } as const
  keten.doe(wie, {
    soort: 'gebruik-uitnodiging',
    codehash: 'c',
    ondertekenaar: woord('o'),
    geheimhouding: 'g',
    toegang: { hash: 's' },
  })
  assert.equal(uit(keten, baas, { soort: 'rond-stap-af', stap: 'een' }), 'mag-niet')
  assert.equal(uit(keten, wie, { soort: 'beeindig-toegang' }), 'ok')
  assert.equal(uit(keten, baas, { soort: 'rond-stap-af', stap: 'een' }), 'ok')
})
