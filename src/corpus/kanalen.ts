import type { Kanaal, Kanaalkeuze } from '../engine/index.ts'
import { isVelden, type Pad, type VeldLezer } from './velden.ts'

/** The ways to reach somebody; the same ids everywhere in the product. */
export const KANALEN = [
  'web',
  'telefoon',
  'balie',
  'brief',
  'informatiepunt',
  'email',
  'sms',
  'berichtenbox',
] as const

/** Ways for somebody without computer or telephone screen. Each scheme has at least one. */
export const NIET_DIGITAAL = ['telefoon', 'balie', 'brief', 'informatiepunt'] as const

const VELDEN = ['url', 'met', 'nummer', 'naam', 'uren', 'adres', 'tekst', 'bron', 'vertrouwen'] as const

/** The ways to reach an organisation. */
export function leesKanalen(lezer: VeldLezer, pad: Pad): Readonly<Record<string, Kanaal>> {
  const gelezen: Record<string, Kanaal> = {}
  for (const [id, keuze] of Object.entries(leesKanaalkeuzes(lezer, pad))) {
    if (typeof keuze === 'object') gelezen[id] = keuze
    else lezer.velden([...pad, id])
  }
  return gelezen
}

/** The ways of a step or scheme: its own, and «ja» or «nee» to one of its organisation. */
export function leesKanaalkeuzes(lezer: VeldLezer, pad: Pad): Readonly<Record<string, Kanaalkeuze>> {
  const gelezen: Record<string, Kanaalkeuze> = {}
  lezer.alleen(pad, KANALEN)
  for (const [id, waarde] of Object.entries(lezer.velden(pad))) {
    const hier = [...pad, id]
    if (waarde === 'ja' || waarde === 'nee') {
      gelezen[id] = waarde
      continue
    }
    lezer.alleen(hier, VELDEN)
    if (!isVelden(waarde)) {
      lezer.meld(
        hier,
        'kanaal-keuze',
        `Bij ${id} staat geen weg.`,
        'Schrijf eronder een url, nummer, adres of tekst. Of schrijf ja of nee: via de organisatie kan het wel of niet.',
      )
      continue
    }
    const kanaal: Record<string, unknown> = {}
    for (const veld of VELDEN) {
      if (veld === 'tekst') continue
      const tekst = lezer.mogelijkeTekst([...hier, veld])
      if (tekst !== undefined) kanaal[veld] = tekst
    }
    if (Object.hasOwn(waarde, 'tekst')) kanaal.tekst = leesTeksten(lezer, [...hier, 'tekst'])
    if (Object.keys(kanaal).length === 0) {
      lezer.meld(
        hier,
        'kanaal-leeg',
        `Bij ${id} staat niets.`,
        'Zet er een url, nummer, adres of tekst bij, of haal het kanaal weg.',
      )
    }
    gelezen[id] = kanaal
  }
  return gelezen
}

/** Texts per language; Dutch is always there. */
export function leesTeksten(lezer: VeldLezer, pad: Pad): Readonly<Record<string, string>> {
  const teksten: Record<string, string> = {}
  lezer.alleen(pad, ['nl', 'en', 'pap'])
  for (const taal of Object.keys(lezer.velden(pad))) teksten[taal] = lezer.tekst([...pad, taal])
  if (teksten.nl === undefined) lezer.tekst([...pad, 'nl'])
  return teksten
}

export function heeftNietDigitaalKanaal(kanalen: Readonly<Record<string, Kanaal>>): boolean {
  return NIET_DIGITAAL.some((id) => kanalen[id] !== undefined)
}
