/** Lists of people in generated JavaScript: no arrays, but rows to walk over and bits for who counts. */
import { type GetalKnoop, isLijst, type JaNeeKnoop, type LijstKnoop } from './ir.ts'
import { Blok, type Knoopschrijver, type Rijen } from './schrijf-blok.ts'

/** One row that may be there (-1 when not), or rows from here up to there, of which those count whose bit is set. */
interface Deel {
  readonly soort: 'zeker' | 'misschien' | 'reeks'
  readonly van: string
  readonly tot: string
  readonly bits?: string
  /** Who counts, still to be asked: condition, with the loop variable that stands for the person. */
  readonly eisen: readonly { readonly v: number; readonly x: JaNeeKnoop; readonly rijen: Rijen }[]
}

export class Lijstschrijver {
  private readonly s: Knoopschrijver

  constructor(s: Knoopschrijver) {
    this.s = s
  }

  tel(l: LijstKnoop, b: Blok, rijen: Rijen): string {
    const delen = this.delen(l, b, rijen)
    const los: string[] = []
    const lopen: Deel[] = []
    for (const d of delen) {
      if (d.eisen.length > 0 || d.bits !== undefined) lopen.push(d)
      else
        los.push(
          d.soort === 'zeker' ? '1' : d.soort === 'reeks' ? `${d.tot} - ${d.van}` : `(${d.van} >= 0 ? 1 : 0)`,
        )
    }
    if (lopen.length > 0) {
      const n = this.s.naam('n')
      b.schrijf(`let ${n} = 0;`)
      for (const d of lopen) this.loop(d, b, (_, x) => x.schrijf(`${n}++;`))
      los.push(n)
    }
    return los.length === 0 ? '0' : `(${los.join(' + ')})`
  }

  /** `count(list) = 0` and `0 < count(list)` need no count where bits or a row say it. */
  isLeeg(k: JaNeeKnoop & { t: 'vgl' }, b: Blok, rijen: Rijen): string | undefined {
    const isNul = (x: GetalKnoop) => x.t === 'c' && x.w === 0n
    const l =
      k.op === '=' && k.a.t === 'tel' && isNul(k.b)
        ? k.a.l
        : k.op === '<' && isNul(k.a) && k.b.t === 'tel'
          ? k.b.l
          : undefined
    if (!l) return undefined
    const er = this.delen(l, b, rijen).map((d) => {
      if (d.eisen.length > 0) return undefined
      if (d.soort === 'zeker') return 'true'
      return d.soort === 'misschien'
        ? `${d.van} >= 0`
        : d.bits === undefined
          ? `${d.tot} > ${d.van}`
          : `${d.bits} !== 0`
    })
    if (er.some((x) => x === undefined)) return undefined
    const t = `(${er.join(' || ') || 'false'})`
    return k.op === '=' ? `!${t}` : t
  }

  som(k: GetalKnoop & { t: 'som' }, groot: boolean, b: Blok, rijen: Rijen): string {
    const n = this.s.naam('s')
    const delen = this.delen(k.l, b, rijen)
    b.schrijf(`let ${n} = ${groot ? '0n' : '0'};`)
    for (const d of delen)
      this.loop(d, b, (rij, x) => {
        const w = this.s.naar(k.x, groot, x, met(rijen, k.v, rij))
        x.schrijf(`${n} += ${w};`)
      })
    return n
  }

  uiterste(k: GetalKnoop & { t: 'uiterste' }, groot: boolean, b: Blok, rijen: Rijen): string {
    const [n, er] = [this.s.naam('u'), this.s.naam('e')]
    const delen = this.delen(k.l, b, rijen)
    b.schrijf(`let ${n} = ${groot ? '0n' : '0'}, ${er} = false;`)
    for (const d of delen)
      this.loop(d, b, (rij, x) => {
        const w = this.s.naam('w')
        const waarde = this.s.naar(k.x, groot, x, met(rijen, k.v, rij))
        x.schrijf(`const ${w} = ${waarde};`)
        x.schrijf(`if (!${er} || ${w} ${k.hoe === 'max' ? '>' : '<'} ${n}) { ${n} = ${w}; ${er} = true; }`)
      })
    return `(${er} ? ${n} : ${this.s.naar(k.leeg, groot, b, rijen)})`
  }

  kwantor(k: JaNeeKnoop & { t: 'kwantor' }, b: Blok, rijen: Rijen): string {
    const n = this.s.naam('k')
    const delen = this.delen(k.l, b, rijen)
    const gevonden = k.soort === 'some'
    b.schrijf(`let ${n} = ${!gevonden};`)
    delen.forEach((d, i) => {
      const blok = i === 0 ? b : new Blok('tak', b)
      this.loop(d, blok, (rij, x) => {
        const t = this.s.jaNee(k.x, x, met(rijen, k.v, rij))
        const verder = d.soort === 'reeks' ? ' break;' : ''
        x.schrijf(`if (${gevonden ? '' : '!'}${t}) { ${n} = ${gevonden};${verder} }`)
      })
      if (blok !== b && !blok.isLeeg) b.schrijf(`if (${gevonden ? '!' : ''}${n}) {`, ...blok.regels, '}')
    })
    return n
  }

  /** What is done for each person who counts: the row, and the block to write in. */
  private loop(d: Deel, b: Blok, doe: (rij: string, b: Blok) => void): void {
    const reeks = d.soort === 'reeks'
    const rij = reeks ? this.s.naam('i') : d.van
    const blok = new Blok(reeks ? 'lus' : 'tak', b)
    if (d.bits !== undefined) blok.schrijf(`if ((${d.bits} >> (${rij} - ${d.van}) & 1) === 0) continue;`)
    let diepte = 0
    for (const { v, x, rijen } of d.eisen) {
      const t = this.s.jaNee(x, blok, met(rijen, v, rij))
      if (reeks) blok.schrijf(`if (!${t}) continue;`)
      else {
        blok.schrijf(`if (${t}) {`)
        diepte++
      }
    }
    doe(rij, blok)
    blok.schrijf('}'.repeat(diepte))
    const kop = reeks
      ? `for (let ${rij} = ${d.van}; ${rij} < ${d.tot}; ${rij}++) {`
      : d.soort === 'misschien'
        ? `if (${rij} >= 0) {`
        : '{'
    b.schrijf(kop, ...blok.regels, '}')
  }

  private delen(l: LijstKnoop, b: Blok, rijen: Rijen): readonly Deel[] {
    switch (l.t) {
      case 'leden':
        if (this.s.onbekenden && l.bron !== 'aanvrager') eisZeker(b, `${ZEKER[l.bron]}[h]`)
        return [LEDEN[l.bron]]
      case 'opvang': {
        const rij = this.s.rij(l.v, rijen)
        if (this.s.onbekenden) eisZeker(b, `ZO[${rij}]`)
        return [{ soort: 'reeks', van: `OPVANG[${rij}]`, tot: `OPVANG[${rij} + 1]`, eisen: [] }]
      }
      case 'samen':
        return l.delen.flatMap((d) => this.delen(d, b, rijen))
      case 'filter':
        return this.delen(l.l, b, rijen).map((d) => ({
          ...d,
          eisen: [...d.eisen, { v: l.v, x: l.x, rijen }],
        }))
      case 'lregel':
        return this.lijstregel(l.i, b)
      case 'eerste':
        return [this.eerste(l, b, rijen)]
    }
  }

  /** A list with a name is asked more than once: who is on it is found out once, and kept in bits. */
  private lijstregel(i: number, b: Blok): readonly Deel[] {
    const k = this.s.regel(i).knoop
    if (!isLijst(k)) throw new Error(`rule ${i} is no list`)
    if (this.s.onbekenden) return this.delen(k, b, GEEN)
    const blok = this.s.isVaker(i) ? b.wortel() : b.buitenLus()
    const delen = this.delen(k, blok, GEEN)
    if (!this.s.isVaker(i)) return delen
    return delen.map((d, n) => {
      if (d.eisen.length === 0) return d
      const sleutel = `l${i}.${n}`
      const al = blok.zoek(sleutel)
      const naam = al ?? blok.onthoud(sleutel, this.bewaar(d, blok))
      return d.soort === 'reeks'
        ? { ...d, bits: naam, eisen: [] }
        : { soort: 'misschien', van: naam, tot: '', eisen: [] }
    })
  }

  private bewaar(d: Deel, b: Blok): string {
    const naam = this.s.naam(d.soort === 'reeks' ? 'b' : 'p')
    b.schrijf(`let ${naam} = ${d.soort === 'reeks' ? 0 : -1};`)
    this.loop(d, b, (rij, x) =>
      x.schrijf(d.soort === 'reeks' ? `${naam} |= 1 << (${rij} - ${d.van});` : `${naam} = ${rij};`),
    )
    return naam
  }

  /** Largest keys first; the first of equals stays. */
  private eerste(l: LijstKnoop & { t: 'eerste' }, b: Blok, rijen: Rijen): Deel {
    const beste = this.s.naam('p')
    const sleutels = l.sleutels.map(() => this.s.naam('w'))
    const delen = this.delen(l.l, b, rijen)
    b.schrijf(`let ${beste} = -1, ${sleutels.map((n) => `${n} = 0`).join(', ')};`)
    for (const d of delen)
      this.loop(d, b, (rij, x) => {
        const nu = l.sleutels.map((i, n) => {
          const r = this.s.regel(i)
          const naam = this.s.naam('v')
          const t = this.s.alsGetal(
            r.knoop as GetalKnoop,
            x,
            r.v === undefined ? GEEN : new Map([[r.v, rij]]),
          ) // a key is a number
          x.schrijf(`const ${naam} = ${t};`)
          return { naam, oud: sleutels[n] ?? '' }
        })
        const meer = nu.reduceRight(
          (rest, { naam, oud }) => `${naam} > ${oud} || (${naam} === ${oud} && (${rest}))`,
          'false',
        )
        x.schrijf(
          `if (${beste} < 0 || ${meer}) { ${beste} = ${rij}; ${nu.map(({ naam, oud }) => `${oud} = ${naam};`).join(' ')} }`,
        )
      })
    return { soort: 'misschien', van: beste, tot: '', eisen: [] }
  }
}

const ZEKER = { partner: 'ZP', kinderen: 'ZK', medebewoners: 'ZM' } as const

/** Who is on a list that is read here has to be known; said once where it stands. */
function eisZeker(b: Blok, zeker: string): void {
  if (b.zoek(zeker) !== undefined) return
  b.onthoud(zeker, zeker)
  b.schrijf(`if (${zeker} === 0) throw ONB;`)
}

const LEDEN: Readonly<Record<(LijstKnoop & { t: 'leden' })['bron'], Deel>> = {
  aanvrager: { soort: 'zeker', van: 'A', tot: '', eisen: [] },
  partner: { soort: 'misschien', van: 'P', tot: '', eisen: [] },
  kinderen: { soort: 'reeks', van: 'K0', tot: 'M0', eisen: [] },
  medebewoners: { soort: 'reeks', van: 'M0', tot: 'E', eisen: [] },
}

const GEEN: Rijen = new Map()

function met(rijen: Rijen, v: number, rij: string): Rijen {
  return new Map([...rijen, [v, rij]])
}
