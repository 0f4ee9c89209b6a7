import type { CorpusFout, Uitkomst } from '../engine/index.ts'
import { bereken, type Corpus, parseVraag } from '../engine/index.ts'
import type { BronBestand } from './bestand.ts'
import { isVelden, veldLezer, waardeOp } from './velden.ts'
import { leesYaml } from './yaml.ts'

/** Where the expected amount comes from; the difference matters when it does not come out. */
export const HERKOMSTEN = ['gepubliceerd', 'rekenvoorbeeld', 'eigen-berekening'] as const
export type Herkomst = (typeof HERKOMSTEN)[number]

export interface Voorbeeld {
  readonly naam: string
  readonly herkomst: Herkomst
  readonly bron: string | undefined
  readonly datum: string
  readonly huishouden: unknown
  readonly verwacht: Readonly<Record<string, unknown>>
  readonly plek: { readonly regel: number; readonly kolom: number }
}

export interface Voorbeelden {
  readonly bestand: string
  readonly regeling: string
  readonly voorbeelden: readonly Voorbeeld[]
}

export interface VoorbeeldUitslag {
  readonly voorbeeld: Voorbeeld
  /** Empty when it comes out as expected; else one sentence for each difference. */
  readonly verschillen: readonly string[]
}

const VELDEN = ['naam', 'herkomst', 'bron', 'datum', 'huishouden', 'verwacht', 'opmerking'] as const

export function leesVoorbeelden(
  bron: BronBestand,
):
  | { readonly ok: true; readonly voorbeelden: Voorbeelden }
  | { readonly ok: false; readonly fouten: readonly CorpusFout[] } {
  const gelezen = leesYaml(bron, 'json')
  if (!gelezen.ok) return gelezen
  const { document } = gelezen
  const lezer = veldLezer(document)
  lezer.alleen([], ['regeling', 'voorbeelden'])
  const regeling = lezer.tekst(['regeling'])
  const lijst = waardeOp(document.inhoud, ['voorbeelden'])
  if (!Array.isArray(lijst)) {
    lezer.meld(
      ['voorbeelden'],
      'veld-geen-lijst',
      'voorbeelden moet een lijst zijn.',
      'Begin elk voorbeeld met een streepje.',
    )
    return { ok: false, fouten: lezer.fouten }
  }
  const voorbeelden = lijst.map((item: unknown, index): Voorbeeld => {
    const pad = ['voorbeelden', index]
    lezer.alleen(pad, VELDEN)
    lezer.alleen([...pad, 'verwacht'], Object.keys(VERGELIJK))
    const herkomst = lezer.tekst([...pad, 'herkomst'])
    const bekend = HERKOMSTEN.find((h) => h === herkomst)
    if (bekend === undefined) {
      lezer.meld(
        [...pad, 'herkomst'],
        'voorbeeld-herkomst',
        `herkomst is ${herkomst}.`,
        `Kies uit: ${HERKOMSTEN.join(', ')}.`,
      )
    }
    return {
      naam: lezer.tekst([...pad, 'naam']),
      herkomst: bekend ?? 'eigen-berekening',
      bron: lezer.mogelijkeTekst([...pad, 'bron']),
      datum: lezer.tekst([...pad, 'datum']),
      huishouden: isVelden(item) ? item.huishouden : undefined,
      verwacht: lezer.velden([...pad, 'verwacht']),
      plek: document.plaats(pad),
    }
  })
  if (lezer.fouten.length > 0) return { ok: false, fouten: lezer.fouten }
  return { ok: true, voorbeelden: { bestand: bron.bestand, regeling, voorbeelden } }
}

/** Computes every example of a file and compares it with what was expected. */
export function controleerVoorbeelden(
  corpus: Corpus,
  { regeling, voorbeelden }: Voorbeelden,
): VoorbeeldUitslag[] {
  return voorbeelden.map((voorbeeld) => {
    const { datum, huishouden } = voorbeeld
    const vraag = parseVraag(corpus, { datum, huishouden, regelingen: [regeling] })
    if (!vraag.ok) {
      return {
        voorbeeld,
        verschillen: vraag.fouten.map((f) => `${f.pointer}: ${f.melding} (verwacht: ${f.verwacht})`),
      }
    }
    const uitkomst = bereken(corpus, vraag.vraag, {
      uitleg: 'vertrouwen' in voorbeeld.verwacht,
    }).uitkomsten.find((u) => u.regeling === regeling)
    if (uitkomst === undefined) return { voorbeeld, verschillen: [`${regeling} zit niet in de uitkomst.`] }
    return { voorbeeld, verschillen: vergelijk(voorbeeld.verwacht, uitkomst) }
  })
}

// What can be expected, and how it is found in the outcome. Both sides are compared as JSON.
const VERGELIJK: Readonly<Record<string, (uitkomst: Uitkomst, verwacht: unknown) => unknown>> = {
  recht: (u) => u.recht,
  bedrag: (u) => u.bedrag?.waarde,
  jaarbedrag: (u) => u.jaarbedrag,
  grenzen: (u) => u.grenzen && [u.grenzen.van, u.grenzen.tot],
  exact: (u) => u.grenzen?.exact,
  ontbreekt: (u) => u.ontbreekt.flatMap(({ pad }) => pad ?? []),
  // One of the reasons given; the outcome may have more.
  reden: (u, verwacht) =>
    u.ontbreekt.find(({ reden }) => reden === verwacht)?.reden ?? u.ontbreekt.map((o) => o.reden),
  vertrouwen: (u) => u.vertrouwen,
}

function vergelijk(verwacht: Readonly<Record<string, unknown>>, uitkomst: Uitkomst): string[] {
  return Object.entries(verwacht).flatMap(([naam, wil]) => {
    const is = VERGELIJK[naam]?.(uitkomst, wil)
    const gewenst = schrijf(naam, wil)
    const gevonden = schrijf(naam, is)
    return gewenst === gevonden ? [] : [`${naam} is ${gevonden}, verwacht ${gewenst}`]
  })
}

function schrijf(naam: string, waarde: unknown): string {
  if (waarde === undefined) return 'er niet'
  // The order of what is missing depends on what decides most; which things are missing does not.
  if (naam === 'ontbreekt' && Array.isArray(waarde)) return JSON.stringify([...waarde].map(String).sort())
  if (naam === 'exact' && (waarde === 'ja' || waarde === 'nee')) return JSON.stringify(waarde === 'ja')
  return JSON.stringify(waarde)
}
