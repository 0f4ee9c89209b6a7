import type { Bouwer } from './bouwer.ts'
import { type Huishouden, type Persoon, storingen } from './persoon.ts'
import { type Plaats, plaatsen } from './plaatsen.ts'
import { maakWeduwe } from './recepten.ts'
import { storingsverhaal, type Verhaal, type VerhaalId, verhalen } from './verhalen.ts'

/** Somebody to log in as. */
export interface Bekende {
  /** In addresses and tests; says nothing about a number. */
  readonly id: string
  readonly groep: 'verhaal' | 'storing'
  readonly persoon: Persoon
  readonly verhaal: Verhaal
}

type Gevonden = Partial<Record<VerhaalId, Persoon>>

/** Stories first, then the people for whom a source fails. Always in this order: their numbers never change. */
export function maakBekenden(bouw: Bouwer): Bekende[] {
  const gevonden: Gevonden = {
    ...gezinnen(bouw),
    ...ouderen(bouw),
    ...alleen(bouw),
    ...vertegenwoordigden(bouw),
    ...eilanders(bouw),
  }
  const lijst = (Object.keys(verhalen) as VerhaalId[]).map((id): Bekende => {
    const persoon = gevonden[id]
    if (persoon === undefined) throw new Error(`verhaal zonder persoon: ${id}`)
    return { id, groep: 'verhaal', persoon, verhaal: verhalen[id] }
  })
  return [...lijst, ...metStoring(bouw)]
}

function gezinnen(bouw: Bouwer): Gevonden {
  const fatima = woont(bouw, 'GM0599', 'eenouder', {
    voornamen: 'Fatima',
    naam: { voorvoegsel: 'el', geslachtsnaam: 'Nourani' },
    geslacht: 'V',
    geboren: '1990-05-01',
  })
  bouw.geefInkomen(fatima.persoon, ['loon'], { perJaar: 23_400, vermogen: 1_250 })
  for (const [voornamen, geboren] of [
    ['Yassin', '2016-04-02'],
    ['Lina', '2022-11-19'],
  ] as const) {
    bouw.opvang(fatima.thuis, bouw.kind(fatima.thuis, [fatima.persoon], { voornamen, geboren }))
  }

  const noor = woont(bouw, 'GM0518', 'eenouder', {
    voornamen: 'Noor',
    naam: { voorvoegsel: 'van', geslachtsnaam: 'Zonneveen' },
    geslacht: 'V',
    geboren: '1988-09-12',
    isGeheim: true,
    woontSinds: '2025-10-01',
  })
  bouw.geefInkomen(noor.persoon, ['loon'], { perJaar: 31_000, vermogen: 800 })
  bouw.kind(noor.thuis, [noor.persoon], {
    voornamen: 'Sem',
    geslacht: 'M',
    geboren: '2018-01-30',
    isGeheim: true,
  })

  const lisa = woont(bouw, 'GM0034', 'pas-gehuwd', {
    voornamen: 'Lisa',
    naam: { voorvoegsel: 'ten', geslachtsnaam: 'Regenboom' },
    geslacht: 'V',
    geboren: '1995-07-23',
    woontSinds: '2026-02-02',
  })
  const ahmed = bouw.persoon(lisa.thuis, {
    voornamen: 'Ahmed',
    naam: { voorvoegsel: '', geslachtsnaam: 'Demirbahar' },
    geslacht: 'M',
    geboren: '1993-03-08',
    woontSinds: '2026-02-02',
  })
  bouw.trouw(lisa.persoon, ahmed, '2026-02-14')
  bouw.geefInkomen(lisa.persoon, ['loon'], { perJaar: 34_500, vermogen: 9_000 })
  bouw.geefInkomen(ahmed, ['loon'], { perJaar: 29_800, vermogen: 3_500 })
  return { fatima: fatima.persoon, noor: noor.persoon, lisa: lisa.persoon, ...gescheiden(bouw) }
}

function gescheiden(bouw: Bouwer): Gevonden {
  const naam = { voorvoegsel: 'van de', geslachtsnaam: 'Kaneelberg' }
  const karin = woont(bouw, 'GM0307', 'co-ouder', {
    voornamen: 'Karin',
    geslacht: 'V',
    geboren: '1984-02-11',
  })
  const peter = woont(bouw, 'GM0200', 'co-ouder', {
    voornamen: 'Peter',
    naam,
    geslacht: 'M',
    geboren: '1982-10-05',
    woontSinds: '2025-12-01',
  })
  for (const { persoon } of [karin, peter]) {
    persoon.gehuwdGeweest = { sinds: '2011-05-20', tot: '2025-11-18', door: 'scheiding' }
    bouw.geefInkomen(persoon, ['loon'])
  }
  for (const [voornamen, geboren] of [
    ['Mees', '2013-06-14'],
    ['Julie', '2016-09-27'],
  ] as const) {
    bouw.kind(karin.thuis, [peter.persoon, karin.persoon], { voornamen, geboren })
  }
  karin.thuis.coOuder = { huishouden: peter.thuis.nr, dagenHier: 4 }
  peter.thuis.coOuder = { huishouden: karin.thuis.nr, dagenHier: 3 }
  return { karin: karin.persoon, peter: peter.persoon }
}

function ouderen(bouw: Bouwer): Gevonden {
  const ria = woont(bouw, 'GM0014', 'aow-paar', { voornamen: 'Ria', geslacht: 'V', geboren: '1952-08-17' })
  const jan = bouw.persoon(ria.thuis, { voornamen: 'Jan', geslacht: 'M', geboren: '1949-12-02' })
  bouw.trouw(ria.persoon, jan, '1974-05-10')
  bouw.geefInkomen(ria.persoon, ['aow'], { perJaar: 13_900, vermogen: 14_000 })
  bouw.geefInkomen(jan, ['aow', 'pensioen'], { perJaar: 22_700, vermogen: 14_000 })

  const greet = woont(bouw, 'GM0935', 'weduwe', { voornamen: 'Greet', geslacht: 'V', geboren: '1947-03-29' })
  maakWeduwe(bouw, greet.thuis, greet.persoon, '2026-01-20')
  bouw.geefInkomen(greet.persoon, ['aow', 'pensioen'], { perJaar: 21_100, vermogen: 38_000 })
  return { ria: ria.persoon, jan, greet: greet.persoon }
}

function alleen(bouw: Bouwer): Gevonden {
  const sanne = woont(
    bouw,
    'GM0344',
    'student',
    { voornamen: 'Sanne', geslacht: 'V', geboren: '2005-04-16' },
    false,
  )
  bouw.geefInkomen(sanne.persoon, ['studie', 'loon'], { perJaar: 5_200, vermogen: 900 })
  for (let i = 0; i < 2; i++)
    bouw.geefInkomen(bouw.persoon(sanne.thuis, { geboren: '2004-11-08' }), ['studie'])

  const dawit = woont(bouw, 'GM0153', 'alleenstaand', {
    voornamen: 'Dawit',
    naam: { voorvoegsel: '', geslachtsnaam: 'Tesfamikal' },
    geslacht: 'M',
    geboren: '1994',
    geboorteland: { code: '6065', omschrijving: 'Eritrea' },
    geboorteplaats: 'Asmara',
    nationaliteit: { code: '0082', omschrijving: 'Eritrese' },
    woontSinds: '2025-09-15',
  })
  bouw.geefInkomen(dawit.persoon, ['bijstand'], { perJaar: 16_200, vermogen: 150 })

  const bram = woont(bouw, 'GM0772', 'ondernemer', {
    voornamen: 'Bram',
    geslacht: 'M',
    geboren: '1986-06-30',
  })
  bouw.geefInkomen(bram.persoon, ['winst'], { perJaar: 38_600, vermogen: 21_000 })
  bouw.geefOnderneming(bram.persoon, 'Bakkerij De Windroos')

  const kees = woont(bouw, 'GM0855', 'alleenstaand', {
    voornamen: 'Kees',
    geslacht: 'M',
    geboren: '1979-01-07',
  })
  kees.persoon.adresInOnderzoekSinds = '2026-01-12'
  bouw.geefInkomen(kees.persoon, ['uitkering'])

  const klaus = woont(bouw, 'GM0546', 'zonder-bsn', {
    voornamen: 'Klaus',
    naam: { voorvoegsel: '', geslachtsnaam: 'Lindewaardt' },
    geslacht: 'M',
    geboren: '1981-11-25',
    zonderBsn: { eidas: 'DE/NL/7f3a-lindewaardt' },
    geboorteland: { code: '6029', omschrijving: 'Bondsrepubliek Duitsland' },
    geboorteplaats: 'Kleve',
    nationaliteit: { code: '0055', omschrijving: 'Duitse' },
  })
  return {
    sanne: sanne.persoon,
    dawit: dawit.persoon,
    bram: bram.persoon,
    kees: kees.persoon,
    klaus: klaus.persoon,
  }
}

function vertegenwoordigden(bouw: Bouwer): Gevonden {
  const marloes = woont(bouw, 'GM0202', 'alleenstaand', {
    voornamen: 'Marloes',
    geslacht: 'V',
    geboren: '1975-05-05',
  })
  bouw.geefInkomen(marloes.persoon, ['loon'])
  const willem = woont(bouw, 'GM0202', 'bewind', {
    voornamen: 'Willem',
    geslacht: 'M',
    geboren: '1968-02-20',
  })
  willem.persoon.vertegenwoordigd = { soort: 'bewind', door: marloes.persoon.nr, sinds: '2023-06-01' }
  bouw.geefInkomen(willem.persoon, ['bijstand'], { perJaar: 16_300, vermogen: 0 })

  const naam = { voorvoegsel: 'de', geslachtsnaam: 'Vlinderbeek' }
  const mentor = woont(bouw, 'GM0268', 'alleenstaand', {
    voornamen: 'Anneke',
    naam,
    geslacht: 'V',
    geboren: '1972-08-08',
  })
  const teun = woont(bouw, 'GM0268', 'mentorschap', {
    voornamen: 'Teun',
    naam,
    geslacht: 'M',
    geboren: '1978-10-13',
  })
  teun.persoon.vertegenwoordigd = { soort: 'mentorschap', door: mentor.persoon.nr, sinds: '2020-03-02' }

  const curator = woont(bouw, 'GM0546', 'alleenstaand', {
    voornamen: 'Hugo',
    geslacht: 'M',
    geboren: '1966-07-01',
  })
  const liesbeth = woont(bouw, 'GM0546', 'curatele', {
    voornamen: 'Liesbeth',
    geslacht: 'V',
    geboren: '1970-12-24',
  })
  liesbeth.persoon.vertegenwoordigd = { soort: 'curatele', door: curator.persoon.nr, sinds: '2019-09-09' }
  for (const { persoon } of [mentor, curator]) bouw.geefInkomen(persoon, ['loon'])
  for (const { persoon } of [teun, liesbeth]) bouw.geefInkomen(persoon, ['uitkering'])
  return { marloes: marloes.persoon, willem: willem.persoon, teun: teun.persoon, liesbeth: liesbeth.persoon }
}

function eilanders(bouw: Bouwer): Gevonden {
  const shurensly = woont(bouw, 'bonaire', 'eilandgezin', {
    voornamen: 'Shurensly',
    geslacht: 'V',
    geboren: '1987-06-03',
  })
  const partner = bouw.persoon(shurensly.thuis, {
    voornamen: 'Rignald',
    geslacht: 'M',
    geboren: '1985-01-22',
  })
  bouw.trouw(shurensly.persoon, partner, '2014-12-05')
  for (const geboren of ['2015-08-19', '2019-02-11']) {
    bouw.kind(shurensly.thuis, [partner, shurensly.persoon], { geboren })
  }
  bouw.geefInkomen(shurensly.persoon, ['loon'], { perJaar: 19_800, vermogen: 1_100 })
  bouw.geefInkomen(partner, ['loon'], { perJaar: 22_400, vermogen: 2_300 })

  const opEiland = { zonderBsn: 'eilandnummer' } as const
  const elaine = woont(bouw, 'saba', 'eiland-alleen', {
    voornamen: 'Elaine',
    geslacht: 'V',
    geboren: '1990-04-14',
    ...opEiland,
  })
  const curtis = woont(bouw, 'sint-eustatius', 'eiland-alleen', {
    voornamen: 'Curtis',
    geslacht: 'M',
    geboren: '1955-09-30',
    ...opEiland,
  })
  return { shurensly: shurensly.persoon, elaine: elaine.persoon, curtis: curtis.persoon }
}

/** One person for each way in which each source can fail. */
function metStoring(bouw: Bouwer): Bekende[] {
  return (['brp', 'inkomen'] as const).flatMap((bron) =>
    storingen.map((soort): Bekende => {
      const { persoon } = woont(bouw, 'GM0193', 'alleenstaand', { geboren: '1980-03-03' })
      persoon.storing = { bron, soort }
      bouw.geefInkomen(persoon, ['loon'])
      return { id: `${bron}-${soort}`, groep: 'storing', persoon, verhaal: storingsverhaal[bron][soort] }
    }),
  )
}

function woont(
  bouw: Bouwer,
  gebied: string,
  soort: string,
  wie: Parameters<Bouwer['persoon']>[1],
  isZelfstandig = true,
): { thuis: Huishouden; persoon: Persoon } {
  const thuis = bouw.huishouden(plaatsMet(gebied), soort, bouw.woning('huur', isZelfstandig))
  return { thuis, persoon: bouw.persoon(thuis, wie) }
}

function plaatsMet(gebied: string): Plaats {
  const plaats = plaatsen.find((een) => een.gebied === gebied)
  if (plaats === undefined) throw new Error(`plaats ontbreekt: ${gebied}`)
  return plaats
}
