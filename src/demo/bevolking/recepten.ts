import type { Bouwer } from './bouwer.ts'
import { jaarVan } from './dag.ts'
import type { Huishouden, Persoon } from './persoon.ts'
import type { Plaats } from './plaatsen.ts'

/** How one kind of household is made. Each takes a place and gives the household. */
type Recept = (bouw: Bouwer, plaats: Plaats) => Huishouden

function alleenstaand(bouw: Bouwer, plaats: Plaats): Huishouden {
  const thuis = bouw.huishouden(plaats, 'alleenstaand', bouw.woning('huur'))
  bouw.geefInkomen(bouw.persoon(thuis), [bouw.zaad.kies(['loon', 'loon', 'bijstand', 'uitkering'])])
  return thuis
}

function student(bouw: Bouwer, plaats: Plaats): Huishouden {
  const thuis = bouw.huishouden(plaats, 'student', bouw.woning('huur', bouw.zaad.kans(0.3)))
  for (let i = bouw.zaad.heel(1, 3); i > 0; i--) {
    const bewoner = bouw.persoon(thuis, {
      geboren: bouw.geborenTussen(2002, 2007),
      woontSinds: '2024-09-01',
    })
    bouw.geefInkomen(bewoner, ['studie'], { vermogen: bouw.zaad.heel(0, 4_000) })
  }
  return thuis
}

function eenouder(bouw: Bouwer, plaats: Plaats): Huishouden {
  const thuis = bouw.huishouden(plaats, 'eenouder', bouw.woning('huur'))
  const ouder = bouw.persoon(thuis, { geboren: bouw.geborenTussen(1978, 1999) })
  bouw.geefInkomen(ouder, [bouw.zaad.kies(['loon', 'bijstand'])])
  kinderen(bouw, thuis, [ouder], bouw.zaad.heel(1, 3))
  return thuis
}

function gezin(bouw: Bouwer, plaats: Plaats): Huishouden {
  const { thuis, paar } = paarThuis(bouw, plaats, 'gezin', [1976, 1997])
  bouw.trouw(...paar, `${Math.min(jaarVan(jongsteVan(paar).geboren) + 25, 2025)}-06-18`)
  kinderen(bouw, thuis, paar, bouw.zaad.heel(1, 3))
  return thuis
}

/** Not married, children together: the register of persons knows no partner here. */
function samenwonend(bouw: Bouwer, plaats: Plaats): Huishouden {
  const { thuis, paar } = paarThuis(bouw, plaats, 'samenwonend', [1980, 1999])
  if (bouw.zaad.kans(0.6)) kinderen(bouw, thuis, paar, bouw.zaad.heel(1, 2))
  return thuis
}

function aowPaar(bouw: Bouwer, plaats: Plaats): Huishouden {
  const thuis = bouw.huishouden(plaats, 'aow-paar')
  const een = bouw.persoon(thuis, { geboren: bouw.geborenTussen(1940, 1957), geslacht: 'V' })
  const ander = bouw.persoon(thuis, { geboren: bouw.geborenTussen(1940, 1957), geslacht: 'M' })
  bouw.trouw(
    een,
    ander,
    `${jaarVan(jongsteVan([een, ander]).geboren) + 23}-05-16`,
    bouw.zaad.kans(0.1) ? 'partnerschap' : 'huwelijk',
  )
  const soort = plaats.land === undefined ? 'aow' : 'aov'
  for (const persoon of [een, ander]) bouw.geefInkomen(persoon, [soort, 'pensioen'])
  return thuis
}

function aowAlleen(bouw: Bouwer, plaats: Plaats): Huishouden {
  const thuis = bouw.huishouden(plaats, 'aow-alleen')
  const persoon = bouw.persoon(thuis, { geboren: bouw.geborenTussen(1938, 1957) })
  bouw.geefInkomen(persoon, [plaats.land === undefined ? 'aow' : 'aov', 'pensioen'])
  if (bouw.zaad.kans(0.6)) maakWeduwe(bouw, thuis, persoon, '2019-11-03')
  return thuis
}

/** A grown-up child still lives in, with an income of its own. */
function volwassenKind(bouw: Bouwer, plaats: Plaats): Huishouden {
  const { thuis, paar } = paarThuis(bouw, plaats, 'inwonend-volwassen-kind', [1962, 1975])
  bouw.trouw(...paar, '1998-09-04')
  const kind = bouw.kind(thuis, paar, { geboren: bouw.geborenTussen(2000, 2006) })
  bouw.geefInkomen(kind, [bouw.zaad.kies(['loon', 'studie'])], { perJaar: bouw.zaad.heel(4_000, 26_000) })
  return thuis
}

function drieGeneraties(bouw: Bouwer, plaats: Plaats): Huishouden {
  const thuis = gezin(bouw, plaats)
  const ouder = bouw.personen[(thuis.leden[0] ?? 1) - 1]
  const oma = bouw.persoon(thuis, { geboren: bouw.geborenTussen(1944, 1952), geslacht: 'V' })
  bouw.geefInkomen(oma, [plaats.land === undefined ? 'aow' : 'aov'])
  if (ouder !== undefined) {
    ouder.ouders.push(oma.nr)
    oma.kinderen.push(ouder.nr)
  }
  return thuis
}

function huisgenoten(bouw: Bouwer, plaats: Plaats): Huishouden {
  const thuis = bouw.huishouden(plaats, 'huisgenoten', bouw.woning('huur'))
  for (let i = bouw.zaad.heel(2, 4); i > 0; i--) {
    bouw.geefInkomen(bouw.persoon(thuis, { geboren: bouw.geborenTussen(1985, 2003) }), ['loon'])
  }
  return thuis
}

function ondernemer(bouw: Bouwer, plaats: Plaats): Huishouden {
  const thuis = bouw.huishouden(plaats, 'ondernemer')
  const persoon = bouw.persoon(thuis, { geboren: bouw.geborenTussen(1970, 1998) })
  bouw.geefInkomen(persoon, ['winst'])
  bouw.geefOnderneming(
    persoon,
    `${persoon.geslachtsnaam} ${bouw.zaad.kies(['Schilderwerk', 'Maaltijden', 'Advies'])}`,
  )
  return thuis
}

/** Parents who live apart; the children are registered with the first and half the week with the second. */
export function coOuders(bouw: Bouwer, plaats: Plaats, elders: Plaats): [Huishouden, Huishouden] {
  const hier = bouw.huishouden(plaats, 'co-ouder')
  const daar = bouw.huishouden(elders, 'co-ouder')
  const een = bouw.persoon(hier, { geboren: bouw.geborenTussen(1980, 1992), geslacht: 'V' })
  const ander = bouw.persoon(daar, {
    geboren: bouw.geborenTussen(1980, 1992),
    geslacht: 'M',
    woontSinds: '2023-04-01',
  })
  for (const persoon of [een, ander]) {
    persoon.gehuwdGeweest = { sinds: '2012-08-25', tot: '2023-03-14', door: 'scheiding' }
    bouw.geefInkomen(persoon, ['loon'])
  }
  kinderen(bouw, hier, [een, ander], bouw.zaad.heel(1, 2))
  hier.coOuder = { huishouden: daar.nr, dagenHier: 4 }
  daar.coOuder = { huishouden: hier.nr, dagenHier: 3 }
  return [hier, daar]
}

export function kinderen(bouw: Bouwer, thuis: Huishouden, ouders: readonly Persoon[], aantal: number): void {
  const jongste = jongsteVan(ouders)
  for (let i = 0; i < aantal; i++) {
    const kind = bouw.kind(thuis, ouders, {
      geboren: bouw.geborenNa(jongste, 26 + i * 3),
      woontSinds: '2025-01-15',
    })
    const jaar = jaarVan(kind.geboren)
    if (thuis.adres.plaats.land === undefined && jaar >= 2014 && bouw.zaad.kans(0.6)) bouw.opvang(thuis, kind)
    // From eighteen on a child has an income of its own.
    if (jaar <= 2007) bouw.geefInkomen(kind, ['studie'])
  }
}

function jongsteVan(mensen: readonly Persoon[]): Persoon {
  return mensen.reduce((een, ander) => (een.geboren > ander.geboren ? een : ander))
}

/** The one who died was married to the widow and is in the register still. */
export function maakWeduwe(bouw: Bouwer, thuis: Huishouden, achter: Persoon, op: string): Persoon {
  const overledene = bouw.persoon(thuis, {
    geboren: bouw.geborenTussen(1936, 1955),
    geslacht: achter.geslacht === 'V' ? 'M' : 'V',
    staatNietOpAdres: true,
  })
  overledene.overleden = op
  achter.gehuwdGeweest = { sinds: '1972-04-21', tot: op, door: 'overlijden' }
  return overledene
}

function paarThuis(bouw: Bouwer, plaats: Plaats, soort: string, [van, tot]: readonly [number, number]) {
  const thuis = bouw.huishouden(plaats, soort)
  const een = bouw.persoon(thuis, { geboren: bouw.geborenTussen(van, tot) })
  const geslacht = bouw.zaad.kans(0.9) ? (een.geslacht === 'V' ? 'M' : 'V') : een.geslacht
  const ander = bouw.persoon(thuis, { geboren: bouw.geborenTussen(van, tot), geslacht })
  bouw.geefInkomen(een, ['loon'])
  bouw.geefInkomen(ander, [bouw.zaad.kies(['loon', 'loon', 'winst', 'uitkering'])])
  return { thuis, paar: [een, ander] as [Persoon, Persoon] }
}

/** Eight of these for each place, in this order and round again: every place has most kinds. */
export const recepten: readonly Recept[] = [
  gezin,
  alleenstaand,
  eenouder,
  aowPaar,
  samenwonend,
  volwassenKind,
  student,
  drieGeneraties,
  gezin,
  huisgenoten,
  ondernemer,
  aowAlleen,
]
