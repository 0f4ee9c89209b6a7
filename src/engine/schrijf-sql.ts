/**
 * Writes a plan without unknowns as one query. Per household, per person and per care entry there is a table; what a
 * rule says becomes a column of one of those, in steps: each step only uses columns of the steps before it. Lists are
 * conditions on people, added up per household. Standard SQL of 64-bit whole numbers; the rest is in the dialect.
 */
import {
  AANVRAGER,
  type GetalKnoop,
  isGetal,
  isLijst,
  type JaNeeKnoop,
  type LijstKnoop,
  ONDERNEMING,
  type Wie,
  WONING,
} from './ir.ts'
import { knoopvorm } from './knoopvorm.ts'
import type { Dialect } from './sql-dialect.ts'
import { Stappen, type Tabel } from './sql-stappen.ts'
import type { Feit } from './vocabulaire.ts'
import type { Rekenplan } from './zekerheid.ts'

/** A form of law that cannot be written in SQL yet: whoever asks hears so, and uses another back-end. */
export class NietInSql extends Error {}

/** An expression, and the step after which all it uses is there. */
export interface Uitdrukking {
  readonly t: string
  readonly stap: number
}

/** Whose row each loop variable is: `a` the applicant of the household, `m` the person, `o` the care entry at hand. */
interface Plek {
  readonly tabel: Tabel
  readonly van: ReadonlyMap<number, 'a' | 'm' | 'o'>
}

/** Name of the column of a fact in the tables `mens`, `huishouden` and `opvang`. */
export function kolomnaam(f: Feit): string {
  return `${f.id}_${f.slot}`
}

/** Columns: `huishouden` and `waarde`: cents, 1 or 0, null for what is not certain. */
export function schrijfSql(p: Rekenplan, d: Dialect): string {
  const s = new Sqlschrijver(p, d)
  const h: Plek = { tabel: 'h', van: new Map() }
  const alle = (ks: readonly JaNeeKnoop[]) => s.samen(ks.map((k) => s.jaNee(k, h)))
  const kan = alle(p.kan)
  const nul = d.getal(0n)
  const cent = (k: GetalKnoop, keer: number): Uitdrukking => {
    const x = s.getal(k, h)
    return { stap: x.stap, t: d.grootste(`${x.t} * ${d.getal(BigInt(keer))}`, nul) }
  }
  const laag = p.bedrag ? cent(p.bedrag.laag, p.bedrag.naarCenten) : { t: d.getal(1n), stap: 0 }
  if (p.exact) return s.stappen.query(d, `case when ${kan.t} then ${laag.t} else ${nul} end`)
  const zeker = alle(p.zeker)
  const hoog = p.bedrag ? cent(p.bedrag.hoog, p.bedrag.naarCenten) : { t: d.getal(1n), stap: 0 }
  const onder = `case when ${zeker.t} then ${laag.t} else ${nul} end`
  return s.stappen.query(
    d,
    `case when not (${kan.t}) then ${nul} when ${onder} = ${hoog.t} then ${hoog.t} else null end`,
  )
}

class Sqlschrijver {
  readonly stappen: Stappen
  private readonly p: Rekenplan
  private readonly d: Dialect
  private readonly bekend = new Map<string, Uitdrukking>()

  constructor(p: Rekenplan, d: Dialect) {
    this.p = p
    this.d = d
    this.stappen = new Stappen(d)
  }

  samen(delen: readonly Uitdrukking[], hoe = 'and'): Uitdrukking {
    if (delen.length === 0) return { t: hoe === 'and' ? '(1 = 1)' : '(1 = 0)', stap: 0 }
    return { t: `(${delen.map((x) => x.t).join(` ${hoe} `)})`, stap: Math.max(...delen.map((x) => x.stap)) }
  }

  private uit(t: string, ...van: readonly Uitdrukking[]): Uitdrukking {
    return { t, stap: Math.max(0, ...van.map((x) => x.stap)) }
  }

  /** A column with a name: worked out once, however often it is asked. */
  private kolom(
    sleutel: string,
    tabel: Tabel,
    maak: () => Uitdrukking,
    soort: 'rij' | 'som-m' | 'som-o' = 'rij',
  ): Uitdrukking {
    const al = this.bekend.get(sleutel)
    if (al) return al
    const x = maak()
    const naam = this.stappen.voeg(tabel, x, soort)
    const uit = { t: `${tabel}.${naam}`, stap: x.stap + 1 }
    this.bekend.set(sleutel, uit)
    return uit
  }

  private regel(i: number) {
    const r = this.p.regels[i]
    if (!r) throw new Error(`rule ${i} is not in the plan`)
    return r
  }

  private rij(w: Wie, plek: Plek): 'a' | 'm' | 'o' | 'h' {
    if (w === AANVRAGER) return 'a'
    if (w === WONING || w === ONDERNEMING) return 'h'
    const rij = plek.van.get(w)
    if (!rij) throw new NietInSql(`somebody outside the list (${w})`)
    return rij
  }

  private feit(f: Feit, w: Wie, plek: Plek, gegeven = false): Uitdrukking {
    const rij = this.rij(w, plek)
    const naam = gegeven ? `gegeven_${f.slot}` : kolomnaam(f)
    return { t: this.stappen.feit(rij, naam), stap: 0 }
  }

  private roep(i: number, plek: Plek, w: Wie | undefined): Uitdrukking {
    const r = this.regel(i)
    const k = r.knoop
    if (isLijst(k)) throw new Error(`rule ${i} is a list`)
    const schrijf = (x: Plek) => (isGetal(k) ? this.getal(k, x) : this.jaNee(k, x))
    if (r.v === undefined) return this.kolom(`r${i}`, 'h', () => schrijf({ tabel: 'h', van: new Map() }))
    const rij = this.rij(w ?? AANVRAGER, plek)
    if (rij === 'h') throw new NietInSql('a rule per person about a home')
    const v = r.v
    if (rij === 'o') return schrijf({ tabel: 'o', van: new Map([...plek.van, [v, rij]]) })
    const tabel: Tabel = rij === 'a' ? 'h' : rij
    return this.kolom(`r${i} ${rij}`, tabel, () => schrijf({ tabel, van: new Map([[v, rij]]) }))
  }

  getal(k: GetalKnoop, plek: Plek): Uitdrukking {
    // Limits are proven; what a double cannot hold may still fit in 64 bits.
    if (k.lo < -(2n ** 62n) || k.hi > 2n ** 62n) throw new NietInSql('a number of more than 62 bits')
    const { d } = this
    switch (k.t) {
      case 'c':
        return { t: d.getal(k.w), stap: 0 }
      case 'feit':
        return this.feit(k.feit, k.wie, plek)
      case 'regel':
        return this.roep(k.i, plek, undefined)
      case 'pregel':
        return this.roep(k.i, plek, k.wie)
      case 'als': {
        const [c, a, b] = [this.jaNee(k.c, plek), this.getal(k.a, plek), this.getal(k.b, plek)]
        return this.uit(`case when ${c.t} then ${a.t} else ${b.t} end`, c, a, b)
      }
      case 'gegeven': {
        const [g, f, b] = [
          this.feit(k.feit, k.wie, plek, true),
          this.feit(k.feit, k.wie, plek),
          this.getal(k.anders, plek),
        ]
        return this.uit(`case when ${g.t} = 1 then ${f.t} else ${b.t} end`, g, f, b)
      }
      case 'tel':
        return this.optelling(k, k.l, plek, () => ({ t: d.getal(1n), stap: 0 }))
      case 'som':
        return this.optelling(k, k.l, plek, (x) => this.getal(k.x, x(k.v)))
      case 'zoek':
        return this.zoek(k, plek)
      case 'op': {
        const [a, b] = [this.getal(k.a, plek), this.getal(k.b, plek)]
        const t =
          k.op === 'min'
            ? d.kleinste(a.t, b.t)
            : k.op === 'max'
              ? d.grootste(a.t, b.t)
              : `(${a.t} ${k.op} ${b.t})`
        return this.uit(t, a, b)
      }
      case 'schaal': {
        const a = this.getal(k.a, plek)
        return this.uit(`(${a.t} * ${d.getal(k.f)})`, a)
      }
      case 'rond':
      case 'deel':
        return this.deling(k, plek)
      default:
        throw new NietInSql(k.t)
    }
  }

  private deling(k: GetalKnoop & { t: 'rond' | 'deel' }, plek: Plek): Uitdrukking {
    const { d } = this
    const a = this.getal(k.a, plek)
    const noemer = k.t === 'rond' ? { lo: k.f, hi: k.f } : k.b
    if (noemer.lo <= 0n) throw new NietInSql('a division by what may be zero or negative')
    const b = k.t === 'rond' ? { t: d.getal(k.f), stap: 0 } : this.getal(k.b, plek)
    const teller = k.t === 'rond' || k.f === 1n ? a.t : `(${a.t} * ${d.getal(k.f)})`
    const onder = k.a.lo < 0n
    const deel = (x: string): string => {
      if (k.hoe === 'omlaag') return d.heleDeling(x, b.t)
      if (k.hoe === 'omhoog') return d.heleDeling(`(${x} + ${b.t} - 1)`, b.t)
      return d.heleDeling(`(2 * ${x} + ${b.t})`, `(2 * ${b.t})`)
    }
    if (!onder) return this.uit(deel(teller), a, b)
    // Below zero: down becomes up and up becomes down; half is mirrored.
    const anders =
      k.hoe === 'omlaag'
        ? d.heleDeling(`(-${teller} + ${b.t} - 1)`, b.t)
        : k.hoe === 'omhoog'
          ? d.heleDeling(`(-${teller})`, b.t)
          : deel(`(-${teller})`)
    return this.uit(`case when ${teller} < 0 then -${anders} else ${deel(teller)} end`, a, b)
  }

  private zoek(k: GetalKnoop & { t: 'zoek' }, plek: Plek): Uitdrukking {
    const x = this.getal(k.x, plek)
    const rijen = k.grenzen.map((g, i) => `when ${x.t} <= ${g} then ${this.d.getal(k.waarden[i] ?? 0n)}`)
    return this.uit(`case ${rijen.join(' ')} else ${this.d.getal(k.waarden[k.grenzen.length] ?? 0n)} end`, x)
  }

  jaNee(k: JaNeeKnoop, plek: Plek): Uitdrukking {
    switch (k.t) {
      case 'b':
        return { t: k.w ? '(1 = 1)' : '(1 = 0)', stap: 0 }
      case 'bfeit': {
        const f = this.feit(k.feit, k.wie, plek)
        return this.uit(`(${f.t} = 1)`, f)
      }
      case 'bgegeven': {
        const [g, f, b] = [
          this.feit(k.feit, k.wie, plek, true),
          this.feit(k.feit, k.wie, plek),
          this.jaNee(k.anders, plek),
        ]
        return this.uit(`case when ${g.t} = 1 then ${f.t} = 1 else ${b.t} end`, g, f, b)
      }
      case 'bregel':
        return this.roep(k.i, plek, undefined)
      case 'bpregel':
        return this.roep(k.i, plek, k.wie)
      case 'vgl': {
        const [a, b] = [this.getal(k.a, plek), this.getal(k.b, plek)]
        return this.uit(`(${a.t} ${k.op} ${b.t})`, a, b)
      }
      case 'en':
        return this.samen([this.jaNee(k.a, plek), this.jaNee(k.b, plek)])
      case 'of':
        return this.samen([this.jaNee(k.a, plek), this.jaNee(k.b, plek)], 'or')
      case 'niet': {
        const a = this.jaNee(k.a, plek)
        return this.uit(`(not ${a.t})`, a)
      }
      case 'bals': {
        const [c, a, b] = [this.jaNee(k.c, plek), this.jaNee(k.a, plek), this.jaNee(k.b, plek)]
        return this.uit(`case when ${c.t} then ${a.t} else ${b.t} end`, c, a, b)
      }
      case 'kwantor': {
        // Every: nobody for whom it does not hold.
        const n = this.optelling(k, k.l, plek, (x) => {
          const w = this.jaNee(k.x, x(k.v))
          const [ja, nee] = [this.d.getal(1n), this.d.getal(0n)]
          return this.uit(
            `case when ${w.t} then ${k.soort === 'some' ? ja : nee} else ${k.soort === 'some' ? nee : ja} end`,
            w,
          )
        })
        return this.uit(k.soort === 'some' ? `(${n.t} > 0)` : `(${n.t} = 0)`, n)
      }
      case 'bparam':
        throw new Error('a figure was not worked out beforehand')
    }
  }

  /** The sum of what each person on a list brings: a column of the household, or of the child for care entries. */
  private optelling(
    k: GetalKnoop | JaNeeKnoop,
    l: LijstKnoop,
    plek: Plek,
    waarde: (met: (v: number) => Plek) => Uitdrukking,
  ): Uitdrukking {
    const zorg = zorgVan(l)
    const binnen: 'm' | 'o' = zorg === undefined ? 'm' : 'o'
    if (zorg !== undefined && plek.van.get(zorg) !== 'm') throw new NietInSql('care entries of somebody else')
    const vorm = knoopvorm(k)
    if (zorg === undefined && vorm === undefined)
      throw new NietInSql('a list that depends on somebody on another')
    const buiten: ReadonlyMap<number, 'm'> = zorg === undefined ? new Map() : new Map([[zorg, 'm']])
    const met = (v: number): Plek => ({ tabel: binnen, van: new Map([...buiten, [v, binnen]]) })
    const sleutel = vorm ?? `zorg ${this.nummer(k)}`
    return this.kolom(
      sleutel,
      zorg === undefined ? 'h' : 'm',
      () => {
        const w = waarde(met)
        const delen = this.delen(l, { tabel: binnen, van: buiten })
        const nul = this.d.getal(0n)
        const som = delen.map((x) => `case when ${x.t} then ${w.t} else ${nul} end`).join(' + ')
        return this.uit(this.d.smal(`sum(${som})`), w, ...delen)
      },
      binnen === 'm' ? 'som-m' : 'som-o',
    )
  }

  private readonly nummers = new Map<unknown, number>()

  private nummer(k: unknown): number {
    const n = this.nummers.get(k) ?? this.nummers.size
    this.nummers.set(k, n)
    return n
  }

  /** A list as conditions on the person at hand, one for each part it is put together from. */
  private delen(l: LijstKnoop, plek: Plek): readonly Uitdrukking[] {
    switch (l.t) {
      case 'leden':
        return [{ t: `(m.rol = ${ROL[l.bron]})`, stap: 0 }]
      case 'opvang':
        return [{ t: '(1 = 1)', stap: 0 }]
      case 'samen':
        return l.delen.flatMap((d) => this.delen(d, plek))
      case 'filter': {
        const x = this.jaNee(l.x, {
          tabel: plek.tabel,
          van: new Map([...plek.van, [l.v, plek.tabel === 'o' ? 'o' : 'm']]),
        })
        return this.delen(l.l, plek).map((d) => this.samen([d, x]))
      }
      case 'lregel': {
        const k = this.regel(l.i).knoop
        if (!isLijst(k)) throw new Error(`rule ${l.i} is no list`)
        const m: Plek = { tabel: 'm', van: new Map() }
        return this.delen(k, m).map((d, n) => this.kolom(`l${l.i}.${n}`, 'm', () => d))
      }
      case 'eerste':
        return [this.eerste(l)]
    }
  }

  /** Largest keys first; the first of equals stays. */
  private eerste(l: LijstKnoop & { t: 'eerste' }): Uitdrukking {
    const m: Plek = { tabel: 'm', van: new Map() }
    const op = this.samen(this.delen(l.l, m), 'or')
    const sleutels = l.sleutels.map((i) => {
      const r = this.regel(i)
      return this.getal(r.knoop as GetalKnoop, {
        tabel: 'm',
        van: new Map(r.v === undefined ? [] : [[r.v, 'm']]),
      }) // a key is a number
    })
    return this.kolom(`eerste ${this.nummer(l)}`, 'm', () =>
      this.uit(
        `(${op.t} and row_number() over (partition by m.huishouden order by case when ${op.t} then 0 else 1 end, ${sleutels.map((x) => `${x.t} desc`).join(', ')}, m.nr) = 1)`,
        op,
        ...sleutels,
      ),
    )
  }
}

const ROL = { aanvrager: 0, partner: 1, kinderen: 2, medebewoners: 3 } as const

/** The child whose care entries a list is made of. */
function zorgVan(l: LijstKnoop): number | undefined {
  return l.t === 'opvang' ? l.v : l.t === 'filter' ? zorgVan(l.l) : undefined
}
