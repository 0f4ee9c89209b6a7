import type { Waarde } from '../../../engine/index.ts'
import { type Json, segmenten, type Vraagstelling } from '../../../rechten/index.ts'
import { opsomming, type Spraak } from '../../ui/spraak.ts'
import type { Beeld } from './beeld.ts'
import { feittekst } from './vraagtekst.ts'

/** An answer as the visitor reads it back. */
export function antwoordtekst(
  spraak: Spraak,
  beeld: Beeld,
  vraag: Vraagstelling,
  waarde: Json | undefined,
): string {
  const { t } = spraak
  if (vraag.soort === 'partner') return t(waarde === null ? 'algemeen.nee' : 'algemeen.ja')
  if (Array.isArray(waarde)) return spraak.getal(waarde.length)
  if (typeof waarde === 'boolean') return t(waarde ? 'algemeen.ja' : 'algemeen.nee')
  if (typeof waarde === 'number') {
    return vraag.soort === 'geld' ? spraak.geld(waarde, beeld.valuta) : spraak.getal(waarde)
  }
  if (typeof waarde !== 'string') return ''
  if (vraag.soort === 'datum') return spraak.datum(waarde)
  if (vraag.soort === 'plaats' || vraag.soort === 'gebied')
    return beeld.corpus.gebieden.get(waarde)?.naam ?? waarde
  if (vraag.soort === 'geld' || vraag.soort === 'getal')
    return antwoordtekst(spraak, beeld, vraag, Number(waarde))
  return (vraag.feit && feittekst(spraak, vraag.feit).opties?.[waarde]) ?? waarde
}

/** A value of an explanation: a decimal string in a unit such as EUR/maand, jaar, procent, datum, ja-nee. */
export function waardetekst(spraak: Spraak, waarde: Waarde, eenheid: string): string {
  const { t } = spraak
  if (waarde.soort === 'onbekend') return t('regeling.uitleg.niet_bekend')
  if (waarde.soort === 'grenzen') {
    return t('regeling.uitleg.tussen', {
      van: hoeveelheid(spraak, waarde.van, eenheid),
      tot: hoeveelheid(spraak, waarde.tot, eenheid),
    })
  }
  if (eenheid === 'personen') return personen(spraak, String(waarde.waarde))
  if (typeof waarde.waarde === 'boolean') return t(waarde.waarde ? 'algemeen.ja' : 'algemeen.nee')
  return hoeveelheid(spraak, waarde.waarde, eenheid)
}

export function hoeveelheid(spraak: Spraak, tekst: string, eenheid: string): string {
  const { t } = spraak
  if (/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return spraak.datum(tekst)
  if (tekst === 'true' || tekst === 'false') return t(tekst === 'true' ? 'algemeen.ja' : 'algemeen.nee')
  if (!/^-?\d+(\.\d+)?$/.test(tekst)) return tekst
  if (EENHEDEN.includes(eenheid))
    return t(`eenheid.${eenheid}`, { n: spraak.getal(tekst), aantal: Number(tekst) })
  const [wat, per, ...meer] = eenheid.split('/')
  if (wat !== undefined && per !== undefined) {
    // A factor in jaar^2/maand/EUR cannot be said in words; its number can be compared with the source.
    if (meer.length > 0 || !PER.includes(per)) return spraak.getal(tekst)
    return `${hoeveelheid(spraak, tekst, wat)} ${t(`algemeen.per.${per}`)}`
  }
  if (eenheid === 'EUR' || eenheid === 'USD') return spraak.geld(Math.round(Number(tekst) * 100), eenheid)
  if (eenheid === 'procent') return `${spraak.getal(naarProcent(tekst))}%`
  if (eenheid === 'getal' || eenheid === '') return spraak.getal(tekst)
  return `${spraak.getal(tekst)} ${eenheid}`
}

/** A unit by itself, beside a field: «euro per jaar»; nothing for a bare number. A factor has no words: then as it is. */
export function eenheidnaam({ t }: Spraak, eenheid: string): string {
  if (eenheid === 'getal' || eenheid === '') return ''
  const [wat = '', per, ...meer] = eenheid.split('/')
  if (!LOS.includes(wat) || meer.length > 0 || (per !== undefined && !PER.includes(per))) return eenheid
  return `${t(`eenheid.los.${wat}`)}${per === undefined ? '' : ` ${t(`algemeen.per.${per}`)}`}`
}

/** Units with a word of their own in corpus/teksten. */
const EENHEDEN = [
  'jaar',
  'kwartaal',
  'maand',
  '2-weken',
  'week',
  'dag',
  'uur',
  'm2',
  'kW',
  'uur/maand',
  'dag/week',
]

const LOS = [
  ...['EUR', 'USD', 'procent', 'personen'],
  ...['jaar', 'kwartaal', 'maand', '2-weken', 'week', 'dag', 'uur', 'm2', 'kW'],
]

/** What something can be «per», also in corpus/teksten. */
const PER = ['2-weken', 'maand', 'kwartaal', 'jaar', 'week', 'uur', 'm2', 'kW']

/** 0.1373 is 13.73 percent; moved as text, so that no digit is lost. */
function naarProcent(tekst: string): string {
  const [geheel = '0', breuk = ''] = tekst.replace('-', '').split('.')
  const ruim = `${geheel}${breuk.padEnd(2, '0').slice(0, 2)}.${breuk.slice(2)}`
  const kaal = ruim.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '')
  return `${tekst.startsWith('-') ? '-' : ''}${kaal}`
}

/** Pointers of people, as an explanation names them: «uzelf, uw partner en kind 1». */
function personen(spraak: Spraak, tekst: string): string {
  const { t } = spraak
  const namen = tekst.split(/[\s,]+/).flatMap((pad) => {
    const [groep, index] = segmenten(pad)
    const n = Number(index ?? 0) + 1
    if (groep === 'aanvrager') return [t('algemeen.strip.uzelf')]
    if (groep === 'partner') return [t('vraag.wie.partner')]
    if (groep === 'kinderen') return [t('vraag.wie.kind', { n })]
    return groep === 'medebewoners' ? [t('vraag.wie.medebewoner', { n })] : []
  })
  return namen.length === 0 ? t('vraag.wie.niemand') : opsomming(spraak, namen)
}
