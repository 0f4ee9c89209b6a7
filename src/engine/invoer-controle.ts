/** A household against the vocabulary: names, shapes, ranges, spells, and what cannot be true together. */
import type { Corpus } from './corpus.ts'
import { leesDatum, toonDatum } from './datum.ts'
import { geschaald, isObject, isPeriodes, kort, type Obj, ontsnap, verwacht } from './invoer-vorm.ts'
import type { FeitBij, InvoerFout, Reden } from './types.ts'
import { type Feit, LIJST_MAX } from './vocabulaire.ts'

/** More faults than this are not listed; the answer says so. */
const MAX_FOUTEN = 100
const MAX_PERIODES = 60
const REDENEN: readonly Reden[] = [
  'niet-gevraagd',
  'bron-zweeg',
  'bedrag-niet-vastgesteld',
  'niet-gemodelleerd',
  'bedragen-nog-niet-bekend',
]

/** Collects every fault of one request; nothing is repaired. */
export class Controle {
  readonly fouten: InvoerFout[] = []
  private readonly corpus: Corpus

  constructor(corpus: Corpus) {
    this.corpus = corpus
  }

  fout(pointer: string, code: string, melding: string, gegeven: unknown, verwacht: string): undefined {
    if (this.fouten.length === MAX_FOUTEN)
      this.fouten.push({
        pointer: '',
        code: 'te-veel',
        melding: `Er zijn meer dan ${MAX_FOUTEN} fouten; de rest staat hier niet.`,
        verwacht: 'herstel eerst deze',
      })
    if (this.fouten.length < MAX_FOUTEN)
      this.fouten.push({
        pointer,
        code,
        melding,
        ...(gegeven === undefined ? {} : { gegeven: kort(gegeven) }),
        verwacht,
      })
    return undefined
  }

  sleutels(pointer: string, w: Obj, bekend: readonly string[]): void {
    for (const s of Object.keys(w)) {
      if (!bekend.includes(s))
        this.fout(
          `${pointer}/${ontsnap(s)}`,
          'onbekende-naam',
          `De naam «${s.slice(0, 40)}» is hier niet bekend.`,
          undefined,
          `een van: ${bekend.join(', ')}`,
        )
    }
  }

  datum(pointer: string, w: unknown): number | undefined {
    if (w === undefined)
      return this.fout(pointer, 'ontbreekt', 'Deze datum ontbreekt.', undefined, 'een datum als 2026-03-01')
    const d = typeof w === 'string' ? leesDatum(w) : undefined
    return d ?? this.fout(pointer, 'datum', 'Dit is geen bestaande datum.', w, 'een datum als 2026-03-01')
  }

  huishouden(pointer: string, w: unknown, dag: number | undefined): void {
    if (!isObject(w))
      return this.fout(
        pointer,
        w === undefined ? 'ontbreekt' : 'vorm',
        w === undefined ? 'Het huishouden ontbreekt.' : 'Het huishouden hoort een object te zijn.',
        w,
        '{ "aanvrager": { … } }',
      )
    this.sleutels(pointer, w, ['aanvrager', 'partner', 'kinderen', 'medebewoners', 'woning', 'onderneming'])
    for (const bij of ['aanvrager', 'woning', 'onderneming'] as const) {
      const x = w[bij]
      if (x === undefined) continue
      if (bij === 'woning') this.opTijd(`${pointer}/${bij}`, x, (p, y) => this.mens(p, y, bij))
      else this.mens(`${pointer}/${bij}`, x, bij)
    }
    if (w.partner !== undefined)
      this.opTijd(`${pointer}/partner`, w.partner, (p, y) =>
        y === null ? undefined : this.mens(p, y, 'partner'),
      )
    for (const bij of ['kinderen', 'medebewoners'] as const) {
      if (w[bij] !== undefined) this.opTijd(`${pointer}/${bij}`, w[bij], (p, y) => this.lijst(p, y, bij))
    }
    this.samenhang(pointer, w, dag)
  }

  /** A value, or spells of it. */
  private opTijd(pointer: string, w: unknown, een: (p: string, y: unknown) => void): void {
    if (!isPeriodes(w)) return een(pointer, w)
    if (w.length > MAX_PERIODES)
      return this.fout(pointer, 'te-veel', 'Dit zijn te veel perioden.', w, `hoogstens ${MAX_PERIODES}`)
    let vorige: number | undefined
    w.forEach((x, i) => {
      const p = `${pointer}/${i}`
      this.sleutels(p, x, ['vanaf', 'tot', 'waarde'])
      const van =
        x.vanaf === undefined || x.vanaf === null
          ? Number.NEGATIVE_INFINITY
          : this.datum(`${p}/vanaf`, x.vanaf)
      const tot =
        x.tot === undefined || x.tot === null ? Number.POSITIVE_INFINITY : this.datum(`${p}/tot`, x.tot)
      if (van !== undefined && tot !== undefined) {
        if (tot <= van)
          this.fout(
            `${p}/tot`,
            'omgekeerd',
            '«tot» ligt niet na «vanaf».',
            x.tot,
            'een latere datum; «tot» telt zelf niet mee',
          )
        if (vorige !== undefined && van < vorige)
          this.fout(
            `${p}/vanaf`,
            'overlap',
            'Deze periode overlapt de vorige.',
            x.vanaf,
            'perioden op volgorde die niet overlappen',
          )
        vorige = tot
      }
      een(`${p}/waarde`, x.waarde)
    })
  }

  private lijst(pointer: string, w: unknown, bij: FeitBij): void {
    if (!Array.isArray(w))
      return this.fout(
        pointer,
        'vorm',
        'Dit hoort een lijst te zijn.',
        w,
        '[] als er niemand is; laat weg wat u niet weet',
      )
    const max = LIJST_MAX[bij] ?? 1
    if (w.length > max)
      return this.fout(pointer, 'te-veel', `Meer dan ${max} kan hier niet.`, w, `hoogstens ${max}`)
    w.forEach((x, i) => {
      this.mens(`${pointer}/${i}`, x, bij)
    })
  }

  private mens(pointer: string, w: unknown, bij: FeitBij): void {
    const feiten = this.corpus.vocabulaire.bij[bij]
    if (!isObject(w))
      return this.fout(pointer, 'vorm', 'Dit hoort een object te zijn.', w, `{ "${feiten[0]?.id}": … }`)
    this.sleutels(pointer, w, [...feiten.map((f) => f.id), ...(bij === 'kinderen' ? ['opvang'] : [])])
    for (const f of feiten) {
      const x = w[f.id]
      if (Object.hasOwn(w, f.id) && x !== undefined)
        this.opTijd(`${pointer}/${f.id}`, x, (p, y) => this.feit(p, y, f))
    }
    if (bij === 'kinderen' && w.opvang !== undefined) this.lijst(`${pointer}/opvang`, w.opvang, 'opvang')
  }

  private feit(p: string, w: unknown, f: Feit): void {
    if (isObject(w)) {
      if (Object.hasOwn(w, 'onbekend')) {
        this.sleutels(p, w, ['onbekend'])
        if (!REDENEN.some((r) => r === w.onbekend))
          this.fout(
            `${p}/onbekend`,
            'keuze',
            'Deze reden is niet bekend.',
            w.onbekend,
            `een van: ${REDENEN.join(', ')}`,
          )
        return
      }
      if (f.type === 'ja-nee' || f.type === 'keuze' || f.type === 'gebied')
        return this.fout(p, 'vorm', `«${f.id}» kan niet tussen twee waarden liggen.`, w, verwacht(f))
      this.sleutels(p, w, ['van', 'tot'])
      const van = this.scalair(`${p}/van`, w.van, f)
      const tot = this.scalair(`${p}/tot`, w.tot, f)
      if (van !== undefined && tot !== undefined && tot < van)
        this.fout(p, 'omgekeerd', '«tot» is kleiner dan «van».', w, 'van kleiner dan of gelijk aan tot')
      return
    }
    this.scalair(p, w, f)
  }

  private scalair(p: string, w: unknown, f: Feit): number | undefined {
    const mis = (code: string, melding: string) => this.fout(p, code, melding, w, verwacht(f))
    switch (f.type) {
      case 'ja-nee':
        return typeof w === 'boolean' ? Number(w) : mis('soort', 'Dit hoort true of false te zijn.')
      case 'keuze':
        return typeof w === 'string' && f.opties.includes(w) ? 0 : mis('keuze', 'Deze keuze bestaat niet.')
      case 'gebied': {
        const g = typeof w === 'string' ? this.corpus.gebieden.get(w) : undefined
        const goed =
          g &&
          (f.id === 'waterschap' ? g.soort === 'waterschap' : g.soort === 'gemeente' || g.soort === 'eiland')
        return goed
          ? 0
          : mis(
              'gebied',
              f.id === 'waterschap'
                ? 'Dit waterschap bestaat niet.'
                : 'Deze gemeente of dit eiland bestaat niet.',
            )
      }
      case 'datum': {
        const d = typeof w === 'string' ? leesDatum(w) : undefined
        if (d === undefined) return mis('datum', 'Dit is geen bestaande datum.')
        return d < f.van || d > f.tot ? mis('bereik', 'Deze datum kan hier niet.') : d
      }
      default: {
        if (typeof w !== 'number' || !Number.isFinite(w)) return mis('soort', 'Dit hoort een getal te zijn.')
        if (!Number.isSafeInteger(f.type === 'geld' ? w : Math.trunc(w))) {
          return mis(
            f.type === 'geld' && !Number.isInteger(w) ? 'fractie' : 'te-groot',
            f.type === 'geld' && !Number.isInteger(w)
              ? 'Geld gaat in hele centen.'
              : 'Dit getal is te groot.',
          )
        }
        const n = f.type === 'geld' ? w : geschaald(w, f.decimalen)
        if (n === undefined) return mis('fractie', `Dit getal heeft te veel decimalen; ${f.decimalen} mag.`)
        return n < f.van || n > f.tot
          ? mis('bereik', w < 0 && f.van >= 0 ? 'Dit kan niet onder nul zijn.' : 'Dit getal kan hier niet.')
          : n
      }
    }
  }

  /** Facts that cannot be true together. */
  private samenhang(pointer: string, w: Obj, dag: number | undefined): void {
    const geboren = (m: unknown) =>
      isObject(m) && typeof m.geboortedatum === 'string' ? leesDatum(m.geboortedatum) : undefined
    const ouder = geboren(w.aanvrager)
    if (ouder !== undefined && dag !== undefined && ouder > dag)
      this.fout(
        `${pointer}/aanvrager/geboortedatum`,
        'nog-niet-geboren',
        'De aanvrager is dan nog niet geboren.',
        toonDatum(ouder),
        `een datum tot en met ${toonDatum(dag)}`,
      )
    const partner = geboren(w.partner)
    if (partner !== undefined && dag !== undefined && partner > dag)
      this.fout(
        `${pointer}/partner/geboortedatum`,
        'nog-niet-geboren',
        'De partner is dan nog niet geboren.',
        toonDatum(partner),
        `een datum tot en met ${toonDatum(dag)}`,
      )
    const kinderen = w.kinderen
    if (ouder === undefined || isPeriodes(kinderen) || !Array.isArray(kinderen)) return
    kinderen.slice(0, LIJST_MAX.kinderen).forEach((k: unknown, i: number) => {
      const kind = geboren(k)
      if (kind !== undefined && kind <= ouder)
        this.fout(
          `${pointer}/kinderen/${i}/geboortedatum`,
          'ouder-dan-ouder',
          'Het kind is niet jonger dan de ouder.',
          toonDatum(kind),
          `een datum na ${toonDatum(ouder)}`,
        )
    })
  }
}
