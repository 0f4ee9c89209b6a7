import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BETWISTEN_DAGEN, GENODIGDE_DAGEN, ONGENOMEN_DAGEN } from './begrippen.ts'
import { evolve, speelAf } from './evolve.ts'
import { vertellingVan } from './inwonerbericht.ts'
import { leesbeeld, volgendMoment } from './leesbeeld.ts'
import {
  bank,
  duo,
  gemeente,
  geopend,
  ik,
  inwoner,
  type Keten,
  medewerker,
  proefketen,
  proefzaak,
  svb,
  woord,
} from './proefketen.ts'
import { zicht } from './zicht.ts'

const dagMs = 86_400_000
const baas = medewerker(gemeente)
const doe = (keten: Keten, ...[wie, opdracht]: Parameters<Keten['doe']>) => {
  const besluit = keten.doe(wie, opdracht)
  return besluit.soort === 'geweigerd' ? besluit.weigering.reden : 'ok'
}
const later = (keten: Keten, dagen: number) => {
  keten.nu = new Date(keten.nu.getTime() + dagen * dagMs)
}
const klok = (keten: Keten) => doe(keten, { soort: 'klok' }, { soort: 'klok' })
/** What they are told of everything that happened so far, in order. */
const verteld = ({ voorvallen }: Keten) =>
  voorvallen.flatMap((voorval) => {
    const voor = speelAf(
      proefzaak,
      voorvallen.filter(({ nr }) => nr < voorval.nr),
    )
    const een = voor && vertellingVan({ voorval, voor, na: evolve(proefzaak, voor, voorval) })
    return een === undefined ? [] : [een]
  })

test('nobody says yes for who can log in unless they were asked; how and by whom it was said is kept', () => {
  const ja = { soort: 'sluit-met-ja', hoe: 'telefoon', uitleg: woord('klaar') } as const
  const keten = geopend()
  assert.equal(doe(keten, baas, ja), 'eerst-vragen')
  assert.equal(doe(keten, baas, { soort: 'vraag-sluiting', uitleg: woord('mag het dicht') }), 'ok')
  // They said it was not: then they are asked anew.
  assert.equal(doe(keten, inwoner, { soort: 'meld-niet-opgelost', reden: woord('nee') }), 'ok')
  assert.equal(doe(keten, baas, ja), 'eerst-vragen')
  assert.equal(doe(keten, baas, { soort: 'vraag-sluiting', uitleg: woord('en nu') }), 'ok')
  assert.equal(doe(keten, baas, ja), 'ok')
  const { ja: hoe, door } = keten.stand?.sluiting ?? {}
  assert.deepEqual([hoe, door?.soort === 'medewerker' && door.medewerker], ['telefoon', 'm-1'])
  assert.deepEqual(keten.stand && zicht(keten.stand, inwoner, keten.nu)?.sluiting?.door, {
    ...{ soort: 'organisatie', organisatie: gemeente },
  })
  // Who has no page of their own cannot be asked on it.
  for (const betrokkene of [
    { soort: 'anoniem' },
    { soort: 'document', document: 'paspoort', naam: woord('naam') },
  ] as const)
    assert.equal(doe(geopend({ betrokkene }), baas, ja), 'ok')
})

test('for who is not logged in the owner objects and contests, as said by them; nobody else does', () => {
  const keten = geopend({ betrokkene: { soort: 'anoniem' } })
  doe(keten, baas, {
    soort: 'voeg-organisatie-toe',
    organisatie: svb,
    rol: 'adviseur',
    doel: 'meedenken',
    reden: woord('reden'),
  })
  const [deelnemer = ''] = keten.stand?.deelnemers.keys() ?? []
  const tot = new Date(keten.nu.getTime() + 30 * dagMs)
  const deel = {
    soort: 'deel',
    onderdeel: 'vraag',
    deelnemer,
    doel: 'meedenken',
    grond: 'taak',
    tot,
  } as const
  assert.equal(doe(keten, baas, deel), 'ok')
  const [deling = ''] = keten.stand?.delingen.keys() ?? []
  const bezwaar = { soort: 'maak-bezwaar', deling, reden: woord('niet met hen'), namens: 'balie' } as const
  assert.equal(doe(keten, medewerker(svb), bezwaar), 'mag-niet')
  assert.equal(doe(keten, baas, bezwaar), 'ok')
  assert.equal(keten.stand?.delingen.get(deling)?.stand, 'bezwaar')
  assert.equal(keten.stand?.delingen.get(deling)?.bezwaar?.namens, 'balie')
  assert.equal(doe(keten, baas, { soort: 'sluit-met-reden', om: 'niet-haalbaar', uitleg: woord('u') }), 'ok')
  later(keten, BETWISTEN_DAGEN)
  const betwist = { soort: 'betwist-sluiting', reden: woord('niet waar') } as const
  assert.equal(doe(keten, baas, betwist), 'mag-niet', 'van wie is dit')
  assert.equal(doe(keten, medewerker(svb), { ...betwist, namens: 'telefoon' }), 'mag-niet')
  assert.equal(doe(keten, baas, { ...betwist, namens: 'telefoon' }), 'ok')
  // What wakes the owner comes after it.
  const betwisting = keten.voorvallen.findLast(({ inhoud }) => inhoud.soort === 'sluiting-betwist')
  assert.deepEqual(betwisting?.inhoud, {
    ...{ soort: 'sluiting-betwist', reden: woord('niet waar'), namens: 'telefoon' },
  })
})

test('of each of these the resident is told once, and of what is not about them nothing', () => {
  const keten = geopend()
  doe(keten, baas, {
    soort: 'voeg-organisatie-toe',
    organisatie: svb,
    rol: 'adviseur',
    doel: 'meedenken',
    reden: woord('reden'),
  })
  const [deelnemer = ''] = keten.stand?.deelnemers.keys() ?? []
  const tot = new Date(keten.nu.getTime() + 10 * dagMs)
  doe(keten, baas, { soort: 'deel', onderdeel: 'vraag', deelnemer, doel: 'meedenken', grond: 'taak', tot })
  const [deling = ''] = keten.stand?.delingen.keys() ?? []
  doe(keten, inwoner, { soort: 'maak-bezwaar', deling, reden: woord('b') })
  doe(keten, baas, { soort: 'voeg-werknotitie-toe', tekst: woord('w'), reden: woord('r') })
  assert.deepEqual(verteld(keten), [])
  doe(keten, baas, { soort: 'beoordeel-bezwaar', deling, uitkomst: 'blijft', reden: woord('antwoord') })
  doe(keten, baas, { soort: 'bied-overdracht-aan', aan: duo, reden: woord('r'), tot })
  const [overdracht = ''] = keten.stand?.overdrachten.keys() ?? []
  const nieuw = medewerker(duo)
  doe(keten, nieuw, { soort: 'aanvaard-overdracht', overdracht, aanspreekpunt: woord('nieuw punt') })
  doe(keten, nieuw, { soort: 'vraag-sluiting', uitleg: woord('klaar?') })
  doe(keten, nieuw, { soort: 'sluit-met-reden', om: 'onbereikbaar', uitleg: woord('u') })
  doe(keten, inwoner, { soort: 'betwist-sluiting', reden: woord('niet waar') })
  doe(keten, nieuw, { soort: 'neem-over', aanspreekpunt: woord('weer een ander'), reden: woord('ziek') })
  const rij = verteld(keten)
  assert.deepEqual(
    rij.map(({ soort, van, persoon }) => [soort, van, persoon]),
    [
      ['keten-bezwaar', gemeente, ik],
      ['keten-eigenaar', duo, ik],
      ['keten-sluiting-gevraagd', duo, ik],
      ['keten-gesloten', duo, ik],
      ['keten-heropend', duo, ik],
      ['keten-eigenaar', duo, ik],
    ],
  )
  const [bezwaar, eigenaar, , gesloten] = rij.map(({ waarden }) => waarden)
  assert.deepEqual([bezwaar?.naar, bezwaar?.reden], [{ organisatie: svb }, woord('antwoord')])
  assert.deepEqual(eigenaar?.van, woord('nieuw punt'))
  assert.deepEqual(
    [gesloten?.wat, gesloten?.reden, gesloten?.datum],
    [{ sleutel: 'loket.bericht.gesloten.onbereikbaar' }, woord('u'), { dag: '2026-04-13' }],
  )
  const niemand = geopend({ betrokkene: { soort: 'anoniem' } })
  doe(niemand, baas, { soort: 'sluit-met-reden', om: 'onbereikbaar', uitleg: woord('u') })
  assert.deepEqual(verteld(niemand), [])
})

/** Brought in by a library, with a code for it. */
function aangebracht(): Keten {
  const keten = proefketen()
  const aanbrenger = {
    ...({ aan: gemeente, partij: 'ander', naam: woord('naam'), codehash: 'c' } as const),
    tot: new Date(keten.nu.getTime() + 9 * dagMs),
  }
  const open = {
    ...({ soort: 'open', ingang: 'informatiepunt', betrokkene: { soort: 'anoniem' } } as const),
    ...{ vraag: woord('v'), uitkomst: woord('u'), aanspreekpunt: woord('p'), aanbrenger },
  }
  assert.equal(doe(keten, medewerker(bank), open), 'ok')
  return keten
}

test('a case that nobody took closes by itself after its days, without anybody being in charge; taken it stays', () => {
  const keten = aangebracht()
  const functies = () => [...(keten.stand?.opschalingen.values() ?? [])].map(({ functie }) => functie)
  assert.deepEqual(functies(), ['coordinator'], 'die is meteen gevraagd')
  for (let dag = 1; dag < ONGENOMEN_DAGEN; dag++) {
    later(keten, 1)
    klok(keten)
  }
  assert.deepEqual(functies(), ['coordinator', 'doorbreker'])
  assert.equal(keten.stand?.stand, 'open')
  const volgend = keten.stand && volgendMoment(keten.stand)
  later(keten, 1)
  assert.deepEqual(volgend, keten.nu, 'de ronde kijkt ernaar op dat moment')
  assert.equal(klok(keten), 'ok')
  assert.deepEqual([keten.stand?.stand, keten.stand?.sluiting?.om], ['gesloten', 'niet-opgepakt'])
  assert.deepEqual(keten.stand && leesbeeld(keten.stand).ingangen, [])
  // Somebody of there hears of it after all: the same time once more.
  const betwist = { soort: 'betwist-sluiting', reden: woord('r'), namens: 'balie' } as const
  assert.equal(doe(keten, baas, betwist), 'ok')
  assert.equal(klok(keten), 'ok')
  assert.equal(keten.stand?.stand, 'open')
  const genomen = aangebracht()
  doe(genomen, baas, { soort: 'neem-over', aanspreekpunt: woord('ik'), reden: woord('wij') })
  later(genomen, ONGENOMEN_DAGEN + 1)
  assert.equal(klok(genomen), 'ok')
  assert.equal(genomen.stand?.stand, 'open')
})

test('an outside party that stops is out at once; its company comes back with a login, others with a new code', () => {
  const keten = geopend()
  const nodig = (codehash: string, bedrijf?: typeof ik) =>
    doe(keten, baas, {
      ...({
        soort: 'nodig-uit',
        partij: 'bank',
        naam: woord('naam'),
        doel: 'stap-uitvoeren',
        codehash,
      } as const),
      ...{ tot: new Date(keten.nu.getTime() + 9 * dagMs), ...(bedrijf && { bedrijf }) },
    })
  assert.deepEqual([nodig('met', ik), nodig('zonder')], ['ok', 'ok'])
  const [met = '', zonder = ''] = keten.stand?.deelnemers.keys() ?? []
  const gebruik = (deelnemer: string, codehash: string, bedrijf?: typeof ik) =>
    doe(
      keten,
      { soort: 'genodigde', deelnemer },
      {
        ...({ soort: 'gebruik-uitnodiging', codehash, geheimhouding: 'v1' } as const),
        ...{
          ondertekenaar: woord('wie'),
          toegang: { hash: `s-${keten.nu.getTime()}`, ...(bedrijf && { bedrijf }) },
        },
      },
    )
  const isBinnen = (deelnemer: string) =>
    keten.stand !== undefined && zicht(keten.stand, { soort: 'genodigde', deelnemer }, keten.nu) !== undefined
  assert.deepEqual([gebruik(met, 'met', ik), gebruik(zonder, 'zonder')], ['ok', 'ok'])
  const eerst = keten.stand?.deelnemers.get(met)?.toegang
  later(keten, 20)
  for (const deelnemer of [met, zonder]) {
    assert.equal(isBinnen(deelnemer), true)
    assert.equal(doe(keten, { soort: 'genodigde', deelnemer }, { soort: 'beeindig-toegang' }), 'ok')
    assert.equal(isBinnen(deelnemer), false)
    assert.equal(doe(keten, { soort: 'genodigde', deelnemer }, { soort: 'beeindig-toegang' }), 'mag-niet')
  }
  const rij = keten.stand && leesbeeld(keten.stand).ingangen.find(({ id }) => id === `${met}/sleutel`)
  assert.deepEqual(rij?.tot, keten.nu, 'wie de sleutel overschreef komt nergens in')
  // The code alone opens nothing: it says which case, and the login says who.
  assert.deepEqual([gebruik(met, 'met'), gebruik(zonder, 'zonder')], ['bedrijf-nodig', 'code-gebruikt'])
  assert.equal(gebruik(met, 'met', ik), 'ok')
  assert.equal(isBinnen(met), true)
  const terug = keten.stand?.deelnemers.get(met)?.toegang
  assert.deepEqual(terug?.tot, eerst?.tot, 'terugkomen geeft geen dag erbij')
  assert.notEqual(terug?.wijze.hash, eerst?.wijze.hash)
  // A new code: what they had, the old code too, is over at that moment.
  const opnieuw = (deelnemer: string, codehash: string) =>
    doe(keten, baas, {
      ...({ soort: 'nodig-opnieuw-uit', deelnemer, codehash } as const),
      tot: new Date(keten.nu.getTime() + 9 * dagMs),
    })
  assert.equal(opnieuw(met, 'nieuw'), 'ok')
  assert.equal(isBinnen(met), false)
  assert.equal(gebruik(met, 'met', ik), 'code-onbekend')
  assert.equal(gebruik(met, 'nieuw', ik), 'ok')
  assert.equal(opnieuw(zonder, 'ook-nieuw'), 'ok')
  assert.equal(gebruik(zonder, 'ook-nieuw'), 'ok')
  later(keten, GENODIGDE_DAGEN)
  assert.equal(gebruik(met, 'nieuw', ik), 'code-verlopen')
})
