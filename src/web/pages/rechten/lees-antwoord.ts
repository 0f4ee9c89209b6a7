import { parseHuishouden } from '../../../engine/index.ts'
import { beantwoord, HOOGSTENS_PERSONEN, type Json, type Vraagstelling } from '../../../rechten/index.ts'
import { leesBedrag } from '../../invoer/bedrag.ts'
import { leesDatum } from '../../invoer/datum-velden.ts'
import { leesGetal } from '../../invoer/getal.ts'
import { leesPlaats, woonplaatsen } from '../../invoer/plaats.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Beeld } from './beeld.ts'

/** Ids of the fields on the page of a question. */
export const VELD = {
  waarde: 'waarde',
  dag: 'dag',
  maand: 'maand',
  jaar: 'jaar',
  gemeente: 'gemeente',
  plaats: 'plaats',
  lijst: 'gemeente-lijst',
}

/** More childcare per child than anybody has. */
const HOOGSTENS_OPVANG = 4

export type Gelezen =
  | { readonly status: 'ok'; readonly waarde: Json }
  | {
      readonly status: 'fout'
      readonly fouten: readonly Veldfout[]
      readonly voorstellen?: readonly string[]
    }

export function leesAntwoord(
  spraak: Spraak,
  beeld: Beeld,
  vraag: Vraagstelling,
  form: URLSearchParams,
): Gelezen {
  const gelezen = leesVeld(spraak, beeld, vraag, form)
  if (gelezen.status === 'fout') return gelezen
  // The engine has the last word: it knows what cannot be, such as a child older than its parent.
  const { huishouden } = beantwoord(beeld.antwoorden, vraag.pad, gelezen.waarde)
  const gekeurd = parseHuishouden(beeld.corpus, huishouden)
  if (gekeurd.ok) return gelezen
  const isKind = vraag.bij === 'kinderen' && vraag.soort === 'datum'
  return fout(
    spraak,
    vraag.soort === 'datum' ? VELD.jaar : VELD.waarde,
    isKind ? 'datum.kind-ouder' : 'past-niet',
  )
}

function leesVeld(spraak: Spraak, beeld: Beeld, vraag: Vraagstelling, form: URLSearchParams): Gelezen {
  const tekst = form.get(VELD.waarde) ?? ''
  switch (vraag.soort) {
    case 'plaats':
      return leesWoonplaats(spraak, beeld, form)
    case 'gebied':
      return beeld.corpus.gebieden.has(tekst) ? ok(tekst) : fout(spraak, VELD.waarde, 'kies')
    case 'partner':
      return tekst === 'ja' || tekst === 'nee'
        ? ok(tekst === 'ja' ? 1 : 0)
        : fout(spraak, VELD.waarde, 'kies')
    case 'ja-nee':
      return tekst === 'ja' || tekst === 'nee' ? ok(tekst === 'ja') : fout(spraak, VELD.waarde, 'kies')
    case 'keuze':
      return vraag.feit?.opties.includes(tekst) ? ok(tekst) : fout(spraak, VELD.waarde, 'kies')
    case 'aantal':
      return leesAantal(spraak, vraag, tekst)
    case 'datum':
      return leesDag(spraak, beeld, vraag, form)
    case 'geld':
      return leesGeld(spraak, beeld, vraag, tekst)
    case 'getal':
      return leesTal(spraak, vraag, tekst)
  }
}

function leesWoonplaats(spraak: Spraak, beeld: Beeld, form: URLSearchParams): Gelezen {
  const gekozen = form.get(VELD.plaats) ?? ''
  const naam = (form.get(VELD.gemeente) ?? '').trim()
  const plaatsen = woonplaatsen(beeld.corpus.gebieden)
  if (gekozen !== 'gemeente' && gekozen !== '') {
    const plaats = plaatsen.find((p) => p.code === gekozen)
    if (plaats) return ok(plaats.code)
  }
  // Chosen from the list after a name that we did not know, which still stands in the field.
  const uitLijst = plaatsen.find((p) => p.code === form.get(VELD.lijst))
  if (uitLijst) return ok(uitLijst.code)
  const gelezen = leesPlaats(naam, plaatsen)
  if (gelezen.status === 'ok') return ok(gelezen.code)
  if (gelezen.status === 'leeg') return fout(spraak, VELD.gemeente, 'plaats.leeg')
  const voorstellen = gelezen.voorstellen.map((p) => p.code)
  const sleutel =
    gelezen.status === 'meer' ? 'plaats.meer' : voorstellen.length > 0 ? 'plaats.lijkt' : 'plaats.onbekend'
  return { ...fout(spraak, VELD.gemeente, sleutel, { naam: naam.slice(0, 60) }), voorstellen }
}

function leesAantal(spraak: Spraak, vraag: Vraagstelling, tekst: string): Gelezen {
  const hoogste = vraag.bij === 'opvang' ? HOOGSTENS_OPVANG : HOOGSTENS_PERSONEN
  const gelezen = leesGetal(tekst, 0)
  if (gelezen.status !== 'ok') return fout(spraak, VELD.waarde, `getal.${gelezen.status}`)
  if (gelezen.waarde < 0) return fout(spraak, VELD.waarde, 'getal.te-laag', { grens: '0' })
  if (gelezen.waarde > hoogste) return fout(spraak, VELD.waarde, 'aantal-hoog', { grens: hoogste })
  return ok(gelezen.waarde)
}

function leesDag(spraak: Spraak, beeld: Beeld, vraag: Vraagstelling, form: URLSearchParams): Gelezen {
  const [dag, maand, jaar] = [VELD.dag, VELD.maand, VELD.jaar].map((veld) => form.get(veld) ?? '')
  const gelezen = leesDatum({ dag: dag ?? '', maand: maand ?? '', jaar: jaar ?? '' })
  if (gelezen.status !== 'ok') return fout(spraak, gelezen.veld, `datum.${gelezen.status}`)
  if (gelezen.datum > beeld.datum && vraag.feit?.id === 'geboortedatum')
    return fout(spraak, VELD.jaar, 'datum.toekomst')
  const vroegste = alsDatum(vraag.feit?.van)
  if (vroegste && gelezen.datum < vroegste) {
    return fout(spraak, VELD.jaar, 'datum.te-vroeg', { grens: spraak.datum(vroegste) })
  }
  return ok(gelezen.datum)
}

function leesGeld(spraak: Spraak, beeld: Beeld, vraag: Vraagstelling, tekst: string): Gelezen {
  const gelezen = leesBedrag(tekst)
  if (gelezen.status !== 'ok') return fout(spraak, VELD.waarde, `geld.${gelezen.status}`)
  const { van = 0, tot = Number.MAX_SAFE_INTEGER } = vraag.feit ?? {}
  const { cents } = gelezen
  if (cents < van) return fout(spraak, VELD.waarde, 'geld.te-laag', { grens: spraak.geld(van, beeld.valuta) })
  if (cents > tot) return fout(spraak, VELD.waarde, 'geld.te-hoog', { grens: spraak.geld(tot, beeld.valuta) })
  return ok(cents)
}

function leesTal(spraak: Spraak, vraag: Vraagstelling, tekst: string): Gelezen {
  const { decimalen = 0, van = 0, tot = Number.MAX_SAFE_INTEGER } = vraag.feit ?? {}
  const gelezen = leesGetal(tekst, decimalen)
  if (gelezen.status !== 'ok') return fout(spraak, VELD.waarde, `getal.${gelezen.status}`)
  const schaal = 10 ** decimalen
  if (gelezen.waarde * schaal < van) {
    return fout(spraak, VELD.waarde, 'getal.te-laag', { grens: spraak.getal(van / schaal) })
  }
  if (gelezen.waarde * schaal > tot) {
    return fout(spraak, VELD.waarde, 'getal.te-hoog', { grens: spraak.getal(tot / schaal) })
  }
  return ok(gelezen.waarde)
}

/** Dates of the vocabulary are day numbers, counted from 1 January 1970. */
function alsDatum(dag: number | undefined): string | undefined {
  return dag === undefined ? undefined : new Date(dag * 86_400_000).toISOString().slice(0, 10)
}

function ok(waarde: Json): Gelezen {
  return { status: 'ok', waarde }
}

function fout(
  spraak: Spraak,
  veld: string,
  sleutel: string,
  waarden: Readonly<Record<string, string | number>> = {},
): Gelezen & { status: 'fout' } {
  return { status: 'fout', fouten: [{ veld, tekst: spraak.t(`vraag.fout.${sleutel}`, waarden) }] }
}
