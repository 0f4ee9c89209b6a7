import type { FeitInfo } from '../../../engine/index.ts'
import type { WatAls, WatAlsSoort } from '../../../rechten/index.ts'
import { leesBedrag } from '../../invoer/bedrag.ts'
import { leesDatum } from '../../invoer/datum-velden.ts'
import { leesGetal } from '../../invoer/getal.ts'
import { leesPlaats, woonplaatsen } from '../../invoer/plaats.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import { opsomming, type Spraak } from '../../ui/spraak.ts'
import type { Beeld } from '../rechten/beeld.ts'
import type { Veld } from './velden.ts'

type Waarde = string | number | boolean
type Uitslag =
  | { readonly soort: 'ok'; readonly waarde: Waarde }
  | { readonly soort: 'leeg' }
  | { readonly soort: 'fout'; readonly veld: string; readonly tekst: string }

export type GelezenWatAls =
  | { readonly status: 'ok'; readonly watAls: WatAls }
  | { readonly status: 'fout'; readonly fouten: readonly Veldfout[] }

/** All faults at once, in the order of the form. */
export function leesWatAls(
  spraak: Spraak,
  beeld: Beeld,
  soort: WatAlsSoort,
  velden: readonly Veld[],
  form: URLSearchParams,
): GelezenWatAls {
  const waarden: Record<string, Waarde> = {}
  const fouten: Veldfout[] = []
  for (const veld of velden) {
    const gelezen = leesVeld(spraak, beeld, veld, form)
    if (gelezen.soort === 'ok') waarden[veld.id] = gelezen.waarde
    else if (gelezen.soort === 'fout') fouten.push({ veld: gelezen.veld, tekst: gelezen.tekst })
    else if (veld.verplicht) {
      fouten.push({ veld: eersteId(veld), tekst: spraak.t(`wat-als.fout.${veld.soort}_leeg`) })
    }
  }
  return fouten.length > 0 ? { status: 'fout', fouten } : { status: 'ok', watAls: { soort, waarden } }
}

/** Where a link from the summary leads. */
export function eersteId({ id, soort }: Veld): string {
  return soort === 'datum' ? `${id}-dag` : id
}

function leesVeld(spraak: Spraak, beeld: Beeld, veld: Veld, form: URLSearchParams): Uitslag {
  const tekst = (form.get(veld.id) ?? '').trim()
  switch (veld.soort) {
    case 'geld':
      return leesGeld(spraak, beeld, veld, tekst)
    case 'getal':
      return leesTal(spraak, beeld, veld, tekst)
    case 'datum':
      return leesDag(spraak, beeld, veld, form)
    case 'ja-nee':
      return tekst === 'ja' || tekst === 'nee' ? ok(tekst === 'ja') : { soort: 'leeg' }
    case 'keuze':
      return veld.opties?.includes(tekst) ? ok(tekst) : { soort: 'leeg' }
    case 'plaats':
      return leesWoonplaats(spraak, beeld, veld, tekst)
  }
}

function leesGeld(spraak: Spraak, beeld: Beeld, veld: Veld, tekst: string): Uitslag {
  const gelezen = leesBedrag(tekst)
  if (gelezen.status === 'leeg') return { soort: 'leeg' }
  if (gelezen.status !== 'ok') return fout(spraak, veld.id, 'geld.geen-bedrag')
  const { van, tot } = grenzen(beeld, veld)
  const geld = (cents: number): string => spraak.geld(cents, beeld.valuta)
  if (gelezen.cents < van) return fout(spraak, veld.id, 'geld.te-laag', { grens: geld(van) })
  if (gelezen.cents > tot) return fout(spraak, veld.id, 'geld.te-hoog', { grens: geld(tot) })
  return ok(gelezen.cents)
}

function leesTal(spraak: Spraak, beeld: Beeld, veld: Veld, tekst: string): Uitslag {
  const gelezen = leesGetal(tekst, 0)
  if (gelezen.status === 'leeg') return { soort: 'leeg' }
  if (gelezen.status !== 'ok') return fout(spraak, veld.id, `getal.${gelezen.status}`)
  const { van, tot } = grenzen(beeld, veld)
  if (gelezen.waarde < van) return fout(spraak, veld.id, 'getal.te-laag', { grens: String(van) })
  if (gelezen.waarde > tot) return fout(spraak, veld.id, 'getal.te-hoog', { grens: String(tot) })
  return ok(gelezen.waarde)
}

function leesDag(spraak: Spraak, beeld: Beeld, veld: Veld, form: URLSearchParams): Uitslag {
  const { id } = veld
  const deel = (naam: string): string => form.get(`${id}-${naam}`) ?? ''
  const gelezen = leesDatum({ dag: deel('dag'), maand: deel('maand'), jaar: deel('jaar') })
  if (gelezen.status === 'leeg') return { soort: 'leeg' }
  if (gelezen.status !== 'ok') return fout(spraak, `${id}-${gelezen.veld}`, `datum.${gelezen.status}`)
  const { datum } = gelezen
  const jaar = Number(beeld.datum.slice(0, 4))
  const eigen = (sleutel: string): Uitslag => ({
    soort: 'fout',
    veld: `${id}-jaar`,
    tekst: spraak.t(`wat-als.fout.${sleutel}`),
  })
  if (veld.tot === 'later') {
    if (datum <= beeld.datum) return eigen('datum_voorbij')
    return datum > `${jaar + HOOGSTENS_JAREN_VOORUIT}-12-31` ? eigen('datum_te_ver') : ok(datum)
  }
  if (datum < '1900-01-01')
    return fout(spraak, `${id}-jaar`, 'datum.te-vroeg', { grens: spraak.datum('1900-01-01') })
  if (veld.tot === 'jaar' && datum > `${jaar + 1}${beeld.datum.slice(4)}`) return eigen('kind_te_ver')
  if (veld.tot === 'vandaag' && datum > beeld.datum) return fout(spraak, `${id}-jaar`, 'datum.toekomst')
  return ok(datum)
}

/** Nobody who can read this page lives longer. */
const HOOGSTENS_JAREN_VOORUIT = 60

function leesWoonplaats(spraak: Spraak, beeld: Beeld, veld: Veld, tekst: string): Uitslag {
  const gelezen = leesPlaats(tekst, woonplaatsen(beeld.corpus.gebieden))
  if (gelezen.status === 'ok') return ok(gelezen.code)
  if (gelezen.status === 'leeg') return { soort: 'leeg' }
  const namen = opsomming(
    spraak,
    gelezen.voorstellen.map((p) => p.naam),
  )
  const sleutel = gelezen.voorstellen.length > 0 ? 'plaats_lijkt' : 'plaats_onbekend'
  return {
    soort: 'fout',
    veld: veld.id,
    tekst: spraak.t(`wat-als.fout.${sleutel}`, { naam: tekst.slice(0, 60), ...(namen ? { namen } : {}) }),
  }
}

function grenzen(beeld: Beeld, veld: Veld): Pick<FeitInfo, 'van' | 'tot'> {
  return beeld.corpus.feiten.find(({ id }) => id === veld.feit) ?? { van: 0, tot: Number.MAX_SAFE_INTEGER }
}

function ok(waarde: Waarde): Uitslag {
  return { soort: 'ok', waarde }
}

function fout(
  spraak: Spraak,
  veld: string,
  sleutel: string,
  waarden: Readonly<Record<string, string>> = {},
): Uitslag {
  return { soort: 'fout', veld, tekst: spraak.t(`vraag.fout.${sleutel}`, waarden) }
}
