import { parseBsn, parseDatum, parseEilandnummer } from '../../../domain/index.ts'
import { isGeslachtsnaam, isVoornamen, type Zoekvraag } from '../../../inwoner/index.ts'
import { leesDatum } from '../../invoer/datum-velden.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Spraak } from '../../ui/spraak.ts'

export type GelezenZoekvraag =
  | { readonly ok: true; readonly vraag: Zoekvraag }
  | { readonly ok: false; readonly fouten: readonly Veldfout[] }

/** With what somebody searches. A number is read into its envelope at once and never given back to the page. */
export function leesZoekvraag(form: URLSearchParams, { t }: Spraak): GelezenZoekvraag {
  const veld = (naam: string): string => (form.get(naam) ?? '').trim()
  if (form.get('met') === 'bsn') {
    const bsn = parseBsn(veld('bsn').replace(/[\s.-]/g, ''))
    if (bsn !== undefined) return { ok: true, vraag: { soort: 'bsn', bsn } }
    return { ok: false, fouten: [{ veld: 'bsn', tekst: t('balie.zoeken.bsn.fout') }] }
  }
  if (form.get('met') === 'eilandnummer') {
    const eilandnummer = parseEilandnummer(veld('eilandnummer').replace(/[\s.-]/g, ''))
    if (eilandnummer !== undefined) return { ok: true, vraag: { soort: 'eilandnummer', eilandnummer } }
    return { ok: false, fouten: [{ veld: 'eilandnummer', tekst: t('balie.zoeken.eiland.fout') }] }
  }
  // As the register writes it: the curly apostrophe of a telephone is the straight one there.
  const [geslachtsnaam, voornamen] = [veld('achternaam'), veld('voornamen')].map((naam) =>
    naam.replace(/[‘’]/g, "'"),
  )
  const dag = leesDatum({ dag: veld('dag'), maand: veld('maand'), jaar: veld('jaar') })
  const geboren = dag.status === 'ok' ? parseDatum(dag.datum) : undefined
  const isNaam = geslachtsnaam !== undefined && isGeslachtsnaam(geslachtsnaam)
  const isVoornaam = voornamen === undefined || voornamen === '' || isVoornamen(voornamen)
  if (isNaam && isVoornaam && geboren !== undefined)
    return {
      ok: true,
      vraag: { soort: 'naam', geslachtsnaam, voornamen: voornamen || undefined, geboren },
    }
  return {
    ok: false,
    fouten: [
      ...(isNaam ? [] : [{ veld: 'achternaam', tekst: t('balie.zoeken.naam.fout_achternaam') }]),
      ...(isVoornaam ? [] : [{ veld: 'voornamen', tekst: t('balie.zoeken.naam.fout_voornamen') }]),
      ...(geboren === undefined
        ? [{ veld: dag.status === 'ok' ? 'dag' : dag.veld, tekst: t('balie.zoeken.naam.fout_geboren') }]
        : []),
    ],
  }
}
