/** Comparisons and `if … then … else` of a formula: both sides of one kind and one unit. */
import { CheckFout, gelijkmaken, grootste, kleinste } from './bouw.ts'
import type { Ast } from './feel.ts'
import type { Bouwer } from './functies.ts'
import { isGetal, isLijst, type JaNeeKnoop, type Knoop } from './ir.ts'

export function vergelijk(b: Bouwer, a: Ast & { k: 'vergelijk' }): JaNeeKnoop {
  if (a.a.k === 'tekst' || a.b.k === 'tekst') return vergelijkKeuze(b, a)
  const links = b.knoop(a.a)
  if (!isGetal(links)) {
    if (isLijst(links) || (a.op !== '=' && a.op !== '!='))
      throw new CheckFout(
        a.van,
        'Dit kunt u niet vergelijken.',
        'Vergelijk getallen, datums of keuzes; van een lijst telt u met count(…).',
      )
    const rechts = b.jaNee(a.b)
    const gelijkAan: JaNeeKnoop = { t: 'bals', c: links, a: rechts, b: { t: 'niet', a: rechts } }
    return a.op === '=' ? gelijkAan : { t: 'niet', a: gelijkAan }
  }
  const { a: x, b: y } = gelijkmaken(links, b.getal(a.b), a.van, 'vergelijken')
  switch (a.op) {
    case '<':
    case '<=':
    case '=':
      return { t: 'vgl', op: a.op, a: x, b: y }
    case '>':
      return { t: 'vgl', op: '<', a: y, b: x }
    case '>=':
      return { t: 'vgl', op: '<=', a: y, b: x }
    case '!=':
      return { t: 'niet', a: { t: 'vgl', op: '=', a: x, b: y } }
  }
}

function vergelijkKeuze(b: Bouwer, a: Ast & { k: 'vergelijk' }): JaNeeKnoop {
  const [tekst, ander] = a.a.k === 'tekst' ? [a.a.tekst, a.b] : [a.b.k === 'tekst' ? a.b.tekst : '', a.a]
  const k = b.knoop(ander)
  if (!isGetal(k) || k.t !== 'feit' || k.feit.type !== 'keuze' || (a.op !== '=' && a.op !== '!=')) {
    throw new CheckFout(
      a.van,
      'Tekst kan alleen gelijk zijn aan een keuze.',
      'Schrijf bijvoorbeeld woning.soort = "huur".',
    )
  }
  const i = k.feit.opties.indexOf(tekst)
  if (i < 0)
    throw new CheckFout(
      a.van,
      `«${tekst}» is geen keuze van ${k.feit.id}.`,
      `Kies uit: ${k.feit.opties.join(', ')}.`,
    )
  const is: JaNeeKnoop = {
    t: 'vgl',
    op: '=',
    a: k,
    b: { t: 'c', w: BigInt(i), schaal: 0, lo: BigInt(i), hi: BigInt(i), eenheid: k.eenheid },
  }
  return a.op === '=' ? is : { t: 'niet', a: is }
}

export function als(b: Bouwer, a: Ast & { k: 'als' }): Knoop {
  const c = b.jaNee(a.c)
  const x = b.knoop(a.a)
  const y = b.knoop(a.b)
  if (isLijst(x) || isLijst(y))
    throw new CheckFout(a.van, 'Een lijst kan niet na then of else staan.', 'Gebruik een filter: partner[…].')
  if (isGetal(x) && isGetal(y)) {
    const g = gelijkmaken(x, y, a.van, 'then en else')
    return {
      t: 'als',
      c,
      a: g.a,
      b: g.b,
      schaal: g.a.schaal,
      lo: kleinste([g.a.lo, g.b.lo]),
      hi: grootste([g.a.hi, g.b.hi]),
      eenheid: g.eenheid,
    }
  }
  if (isGetal(x) || isGetal(y))
    throw new CheckFout(
      a.van,
      'Na then en else hoort hetzelfde soort: twee getallen, of twee keer ja of nee.',
      'Maak beide kanten gelijk.',
    )
  return { t: 'bals', c, a: x, b: y }
}
