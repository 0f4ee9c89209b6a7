/** Sentences about a step: its term, its day, its organisation. Words only, no markup. */
import type { Levensgebeurtenis, Termijnpunt } from '../../../corpus/index.ts'
import type { Tekst } from '../../../engine/index.ts'
import type { GeplandeStap, Stapwie } from '../../../gebeurtenissen/index.ts'
import { type Datum, jaarVan, type Termijn, weekdagVan } from '../../../kalender/index.ts'
import type { Spraak } from '../../ui/spraak.ts'

export interface Woorden {
  readonly tekst: string
  /** The language the text is really in, when it is not the one asked for. */
  readonly lang: string | undefined
}

/** Added events need only Dutch; the page then says so with `lang`. */
export function woorden({ taal }: Spraak, tekst: Tekst): Woorden {
  const eigen = tekst[taal]
  if (eigen !== undefined) return { tekst: eigen, lang: undefined }
  // What another organisation wrote may be in any language.
  const [lang, ander] = Object.entries(tekst).find(([, een]) => een !== undefined) ?? ['nl', '']
  return tekst.nl === undefined ? { tekst: ander ?? '', lang } : { tekst: tekst.nl, lang: 'nl' }
}

/** Names of organisations are Dutch, unless the name is a description: then each language has its own. */
export function organisatienaam(spraak: Spraak, { id, organisatie, eigenNaam }: Stapwie): Woorden {
  if (eigenNaam === undefined && organisatie?.noem) return woorden(spraak, organisatie.noem)
  return { tekst: eigenNaam ?? organisatie?.naam ?? id, lang: spraak.taal === 'nl' ? undefined : 'nl' }
}

/** Sources are named in Dutch, as they are called; that we have none is a sentence in the language of the page. */
export function brontekst({ t, taal }: Spraak, bron: string): Woorden {
  if (bron === 'algemeen bekend') return { tekst: t('gebeurtenis.keten.bron_algemeen'), lang: undefined }
  return { tekst: bron, lang: taal === 'nl' ? undefined : 'nl' }
}

/** «dinsdag 17 maart»; with its year when that is another one than this year. */
export function dagtekst({ t, datum }: Spraak, dag: Datum, vandaag?: Datum): string {
  const jaar = jaarVan(dag)
  const geheel = `${t(`gebeurtenis.weekdag.${weekdagVan(dag)}`)} ${datum(dag)}`
  return vandaag !== undefined && jaarVan(vandaag) === jaar ? geheel.replace(` ${jaar}`, '') : geheel
}

export interface Termijnwoorden {
  readonly spraak: Spraak
  readonly gebeurtenis: Levensgebeurtenis
  /** Absent: with the year, for what is kept or printed. */
  readonly vandaag?: Datum
}

/** When: as days when we know the date, else in words; undefined when the step says nothing about it. */
export function termijnzin(
  { stap, termijn, staat }: GeplandeStap,
  delen: Termijnwoorden,
): string | undefined {
  const { spraak, vandaag } = delen
  const { t } = spraak
  if (stap.termijn === undefined) return undefined
  const { vanaf, tot } = termijn
  const dag = (d: Datum): string => dagtekst(spraak, d, vandaag)
  if (staat === 'te-laat' && tot && stap.termijn.zekerheid === 'wet') {
    return t('gebeurtenis.termijn.was', { dag: dag(tot) })
  }
  const zin =
    vanaf && tot
      ? t('gebeurtenis.termijn.tussen', { van: dag(vanaf), tot: dag(tot) })
      : tot
        ? t('gebeurtenis.termijn.uiterlijk', { dag: dag(tot) })
        : vanaf
          ? t('gebeurtenis.termijn.vanaf', { dag: dag(vanaf) })
          : inWoorden(stap.termijn, delen)
  return stap.termijn.zekerheid === 'wet' ? zin : t('gebeurtenis.termijn.meestal', { termijn: zin })
}

type Punten = { readonly vanaf?: Termijnpunt; readonly tot?: Termijnpunt }

function inWoorden({ vanaf, tot }: Punten, { spraak, gebeurtenis }: Termijnwoorden): string {
  const naam = gebeurtenis.datum.naam
  const wat = naam ? woorden(spraak, naam).tekst : spraak.t('gebeurtenis.termijn.wat')
  const punt = (soort: 'vanaf' | 'tot', p: Termijnpunt): string => {
    const sleutel =
      soort === 'vanaf' ? `vanaf_${p.richting}` : p.richting === 'na' ? 'binnen' : `uiterlijk_${p.richting}`
    const waarden = p.richting === 'op' ? {} : { duur: duurtekst(spraak, p.duur), wat }
    return spraak.t(`gebeurtenis.termijn.${sleutel}`, waarden)
  }
  return [vanaf && punt('vanaf', vanaf), tot && punt('tot', tot)].filter(Boolean).join(', ')
}

function duurtekst({ t }: Spraak, { aantal, eenheid }: Termijn): string {
  return t(`gebeurtenis.termijn.duur.${eenheid}`, { n: aantal })
}
