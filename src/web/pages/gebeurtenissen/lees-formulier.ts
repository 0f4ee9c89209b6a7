import type { Levensgebeurtenis } from '../../../corpus/index.ts'
import type { Gegevens } from '../../../gebeurtenissen/index.ts'
import { jaarVan, parseDatum } from '../../../kalender/index.ts'
import { leesDatum } from '../../invoer/datum-velden.ts'
import { leesPlaats, woonplaatsen } from '../../invoer/plaats.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Beeld } from '../rechten/beeld.ts'

/** Ids and names of the fields. A question is `vraag-` and its id. */
export const VELD = { dag: 'dag', maand: 'maand', jaar: 'jaar', plaats: 'gemeente' } as const

/** Nobody plans further; a term of forty years still ends within the calendar. */
const EERSTE_JAAR = 1900
const LAATSTE_JAAR = 2120
const HOOGSTENS_NAMEN = 3

export type Gelezen =
  | {
      readonly status: 'ok'
      readonly gegevens: Gegevens
      /** Undefined when the field was left empty: then the place stays what it was. */
      readonly plaats: string | undefined
    }
  | { readonly status: 'fout'; readonly fouten: readonly Veldfout[] }

/** Everything may stay empty. What is filled in must be right, and every fault is named at once. */
export function leesFormulier(
  spraak: Spraak,
  beeld: Beeld,
  gebeurtenis: Levensgebeurtenis,
  form: URLSearchParams,
): Gelezen {
  const fouten: Veldfout[] = []
  const datum = leesDag(spraak, form, fouten)
  const antwoorden: Record<string, string> = {}
  for (const { id, opties } of gebeurtenis.vragen) {
    const gekozen = form.get(`vraag-${id}`) ?? ''
    // Anything else than one of the options, «I do not know» too, is no answer.
    if (opties.some((optie) => optie.id === gekozen)) antwoorden[id] = gekozen
  }
  const plaats = leesWoonplaats(spraak, beeld, form, fouten)
  if (fouten.length > 0) return { status: 'fout', fouten }
  return { status: 'ok', gegevens: { ...(datum && { datum }), antwoorden }, plaats }
}

function leesDag(spraak: Spraak, form: URLSearchParams, fouten: Veldfout[]): Gegevens['datum'] {
  const [dag = '', maand = '', jaar = ''] = [VELD.dag, VELD.maand, VELD.jaar].map((v) => form.get(v) ?? '')
  const gelezen = leesDatum({ dag, maand, jaar })
  if (gelezen.status !== 'ok') {
    if (gelezen.status !== 'leeg') fouten.push(fout(gelezen.veld, gelezen.status))
    return undefined
  }
  const datum = parseDatum(gelezen.datum)
  if (datum !== undefined && jaarVan(datum) >= EERSTE_JAAR && jaarVan(datum) <= LAATSTE_JAAR) return datum
  fouten.push(fout(VELD.jaar, 'te-ver'))
  return undefined

  function fout(veld: string, soort: string): Veldfout {
    return { veld, tekst: spraak.t(`gebeurtenis.fout.datum.${soort}`) }
  }
}

function leesWoonplaats(
  { t }: Spraak,
  beeld: Beeld,
  form: URLSearchParams,
  fouten: Veldfout[],
): string | undefined {
  const naam = (form.get(VELD.plaats) ?? '').trim()
  const gelezen = leesPlaats(naam, woonplaatsen(beeld.corpus.gebieden))
  if (gelezen.status === 'ok') return gelezen.code
  if (gelezen.status === 'leeg') return undefined
  const namen = gelezen.voorstellen.slice(0, HOOGSTENS_NAMEN).map((plaats) => plaats.naam)
  const tekst =
    namen.length > 0
      ? t('gebeurtenis.fout.plaats.lijkt', { namen: namen.join(' / ') })
      : t('gebeurtenis.fout.plaats.onbekend', { naam: naam.slice(0, 60) })
  fouten.push({ veld: VELD.plaats, tekst })
  return undefined
}
