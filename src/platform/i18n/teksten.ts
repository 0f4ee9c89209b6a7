import { IntlMessageFormat } from 'intl-messageformat'
import { meldingVan } from '../errors.ts'
import { type Taal, taalvormen, talen } from './taalvormen.ts'

/** Every text of one language by key, `pagina.titel`, in ICU MessageFormat. */
export type Berichten = ReadonlyMap<string, string>

export type Waarden = Readonly<Record<string, string | number>>

/** Writes a text out. An unknown key is a mistake of ours; the test over all keys finds it. */
export type Vertaler = (sleutel: string, waarden?: Waarden) => string

export function createVertaler(taal: Taal, berichten: Berichten): Vertaler {
  const gelezen = new Map<string, IntlMessageFormat>()
  return (sleutel, waarden) => {
    let bericht = gelezen.get(sleutel)
    if (bericht === undefined) {
      const tekst = berichten.get(sleutel)
      if (tekst === undefined) throw new Error(`geen tekst in ${taal} voor ${sleutel}`)
      if (isLetterlijk(tekst)) return tekst
      bericht = lees(taal, tekst)
      gelezen.set(sleutel, bericht)
    }
    return eenPunt(String(bericht.format(waarden)))
  }
}

/** A name that ends with a full stop («Zandbank N.V.») ends a sentence with that one. */
function eenPunt(zin: string): string {
  return zin.includes('..') ? zin.replace(/(?<!\.)\.\.(?!\.)/g, '.') : zin
}

/** Says what it says: nothing in it that MessageFormat would read otherwise. Most texts; reading is dear. */
function isLetterlijk(tekst: string): boolean {
  return !/[{}']/.test(tekst)
}

/** Nested content of a file (`titel`, `knop: { verder }`) as flat keys: `pagina.knop.verder`. */
export function vlakTeksten(voorvoegsel: string, boom: unknown): Map<string, string> {
  if (typeof boom === 'string' || typeof boom === 'number') return new Map([[voorvoegsel, String(boom)]])
  if (typeof boom !== 'object' || boom === null) throw new Error(`${voorvoegsel}: geen tekst`)
  return new Map(
    Object.entries(boom).flatMap(([naam, tak]) => [...vlakTeksten(`${voorvoegsel}.${naam}`, tak)]),
  )
}

/**
 * What is wrong with the texts, each fault once: a key that misses in a language or that Dutch does not have,
 * a text that cannot be read, other names of values than in Dutch, a plural without `other`.
 */
export function controleerTeksten(teksten: Readonly<Record<Taal, Berichten>>): string[] {
  const fouten: string[] = []
  for (const taal of talen) {
    for (const sleutel of teksten.nl.keys()) {
      if (!teksten[taal].has(sleutel)) fouten.push(`${taal}: ${sleutel} ontbreekt`)
    }
    for (const [sleutel, tekst] of teksten[taal]) {
      const nederlands = teksten.nl.get(sleutel)
      if (nederlands === undefined) fouten.push(`${taal}: ${sleutel} bestaat niet in het Nederlands`)
      else fouten.push(...vergelijk(taal, sleutel, tekst, nederlands))
    }
  }
  return fouten
}

function vergelijk(taal: Taal, sleutel: string, tekst: string, nederlands: string): string[] {
  try {
    const eigen = waardenIn(taal, tekst)
    const gewenst = taal === 'nl' ? eigen : waardenIn('nl', nederlands)
    if (eigen.join() === gewenst.join()) return []
    return [`${taal}: ${sleutel} gebruikt {${eigen.join(', ')}} en in het Nederlands {${gewenst.join(', ')}}`]
  } catch (fout) {
    return [`${taal}: ${sleutel}: ${meldingVan(fout)}`]
  }
}

type Delen = ReturnType<IntlMessageFormat['getAst']>

function waardenIn(taal: Taal, tekst: string): string[] {
  if (isLetterlijk(tekst)) return []
  const namen = new Set<string>()
  const bezoek = (lijst: Delen) => {
    for (const deel of lijst) {
      // Types of the parser: 0 literal, 3 date, 4 time, 7 the `#` in a plural.
      if (deel.type === 3 || deel.type === 4)
        throw new Error('datums komen als tekst, want Intl kent geen Papiaments')
      if ('value' in deel && deel.type !== 0) namen.add(deel.value)
      if ('options' in deel) for (const { value } of Object.values(deel.options)) bezoek(value)
    }
  }
  bezoek(lees(taal, tekst).getAst())
  return [...namen].sort()
}

function lees(taal: Taal, tekst: string): IntlMessageFormat {
  const vormen = taalvormen(taal)
  return new IntlMessageFormat(tekst, taal, undefined, {
    // Texts hold no markup: what looks like a tag is text, and is escaped like all text.
    ignoreTag: true,
    formatters: {
      getNumberFormat: (_locale, opties) => vormen.getalvorm(opties as Intl.NumberFormatOptions | undefined),
      getPluralRules: (_locale, opties) => vormen.meervoud(opties),
      getDateTimeFormat: () => {
        throw new Error('datums komen als tekst')
      },
    },
  })
}
