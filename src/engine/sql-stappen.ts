/** Columns in steps: each step of a query adds those that only use the steps before it. */
import type { Dialect } from './sql-dialect.ts'

/** `h` a row per household, `m` per person, `o` per care entry. */
export type Tabel = 'h' | 'm' | 'o'

interface Kolomdef {
  readonly naam: string
  readonly tabel: Tabel
  readonly t: string
  readonly stap: number
  /** Worked out on its own row, or added up over people or care entries. */
  readonly soort: 'rij' | 'som-m' | 'som-o'
}

export class Stappen {
  private readonly kolommen: Kolomdef[] = []
  private readonly vanAanvrager = new Set<string>()
  private readonly d: Dialect

  constructor(d: Dialect) {
    this.d = d
  }

  /** Adds a column one step after what it uses; answers with its name. */
  voeg(tabel: Tabel, x: { readonly t: string; readonly stap: number }, soort: Kolomdef['soort']): string {
    const naam = `k${this.kolommen.length}`
    this.kolommen.push({ naam, tabel, t: x.t, stap: x.stap + 1, soort })
    return naam
  }

  /** A fact; those of the applicant stand with the household. */
  feit(rij: 'a' | 'm' | 'o' | 'h', naam: string): string {
    if (rij !== 'a') return `${rij}.${naam}`
    this.vanAanvrager.add(naam)
    return `h.a_${naam}`
  }

  query(d: Dialect, waarde: string): string {
    const aantal = Math.max(0, ...this.kolommen.map((k) => k.stap))
    const delen = [
      `h0 as ${d.eenmaal}(select h.*${[...this.vanAanvrager].map((n) => `, a.${n} as a_${n}`).join('')} from huishouden h join mens a on a.huishouden = h.huishouden and a.rol = 0)`,
      'm0 as (select * from mens)',
    ]
    let [h, m] = ['h0', 'm0']
    for (let s = 1; s <= aantal; s++) {
      const nu = this.kolommen.filter((k) => k.stap === s)
      const [nh, nm] = [this.stapHuishouden(nu, h, m), this.stapMens(nu, h, m)]
      if (nh)
        delen.push(
          ...this.sommen(nu, h, m, 'som-m', s),
          `h${s} as ${d.eenmaal}(${nh.replaceAll('$', `${s}`)})`,
        )
      if (nm)
        delen.push(
          ...this.sommen(nu, h, m, 'som-o', s),
          `m${s} as ${d.eenmaal}(${nm.replaceAll('$', `${s}`)})`,
        )
      if (nh) h = `h${s}`
      if (nm) m = `m${s}`
    }
    return `with ${delen.join(',\n')}\nselect h.huishouden, ${waarde} as waarde from ${h} h`
  }

  private sommen(
    nu: readonly Kolomdef[],
    h: string,
    m: string,
    soort: 'som-m' | 'som-o',
    s: number,
  ): readonly string[] {
    const rij = nu.filter((k) => k.soort === soort)
    if (rij.length === 0) return []
    const kolommen = rij.map((k) => `${k.t} as ${k.naam}`).join(', ')
    return soort === 'som-m'
      ? [
          `sm${s} as (select m.huishouden, ${kolommen} from ${m} m join ${h} h on h.huishouden = m.huishouden group by m.huishouden)`,
        ]
      : [
          `so${s} as (select o.huishouden, o.nr, ${kolommen} from opvang o join ${m} m on m.huishouden = o.huishouden and m.nr = o.nr join ${h} h on h.huishouden = o.huishouden group by o.huishouden, o.nr)`,
        ]
  }

  private stapHuishouden(nu: readonly Kolomdef[], h: string, _m: string): string | undefined {
    const los = nu.filter((k) => k.tabel === 'h' && k.soort === 'rij')
    const som = nu.filter((k) => k.soort === 'som-m')
    if (los.length + som.length === 0) return undefined
    const kolommen = [...los.map((k) => `${k.t} as ${k.naam}`), ...som.map((k) => `s.${k.naam}`)].join(', ')
    return `select h.*, ${kolommen} from ${h} h${som.length > 0 ? ' join sm$ s on s.huishouden = h.huishouden' : ''}`
  }

  /** A child without care has no row to add up. */
  private stapMens(nu: readonly Kolomdef[], h: string, m: string): string | undefined {
    const los = nu.filter((k) => k.tabel === 'm' && k.soort === 'rij')
    const som = nu.filter((k) => k.soort === 'som-o')
    if (los.length + som.length === 0) return undefined
    const kolommen = [
      ...los.map((k) => `${k.t} as ${k.naam}`),
      ...som.map((k) => `coalesce(s.${k.naam}, ${this.d.getal(0n)}) as ${k.naam}`),
    ].join(', ')
    const metSom = som.length > 0 ? ' left join so$ s on s.huishouden = m.huishouden and s.nr = m.nr' : ''
    return `select m.*, ${kolommen} from ${m} m join ${h} h on h.huishouden = m.huishouden${metSom}`
  }
}
