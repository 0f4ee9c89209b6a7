import type { Tekst } from '../engine/index.ts'
import { leesTeksten } from './kanalen.ts'
import { type Pad, type VeldLezer, waardeOp } from './velden.ts'

/** A text in every language that this layer must speak. */
export function leesTaaltekst(lezer: VeldLezer, pad: Pad, talen: readonly string[]): Tekst {
  const tekst = leesTeksten(lezer, pad)
  for (const taal of talen) if (taal !== 'nl' && tekst[taal] === undefined) lezer.tekst([...pad, taal])
  return tekst
}

export function leesMogelijkeTaaltekst(
  lezer: VeldLezer,
  inhoud: unknown,
  pad: Pad,
  talen: readonly string[],
): Tekst | undefined {
  return waardeOp(inhoud, pad) === undefined ? undefined : leesTaaltekst(lezer, pad, talen)
}

/** The path of each item, so that whoever reads an item names its own place. */
export function leesLijst(lezer: VeldLezer, inhoud: unknown, pad: Pad, eis?: 'mag-weg'): Pad[] {
  const waarde = waardeOp(inhoud, pad)
  if (Array.isArray(waarde)) return waarde.map((_, index) => [...pad, index])
  if (waarde === undefined && eis === 'mag-weg') return []
  lezer.meld(
    pad,
    waarde === undefined ? 'veld-ontbreekt' : 'veld-geen-lijst',
    waarde === undefined ? `${pad.join('.')} ontbreekt.` : `${pad.join('.')} moet een lijst zijn.`,
    'Begin elk onderdeel met een streepje, of schrijf [een, twee].',
  )
  return []
}

/** One word of a fixed list; the first one after a fault, so that reading goes on. */
export function leesKeuze<K extends string>(lezer: VeldLezer, pad: Pad, keuzes: readonly [K, ...K[]]): K {
  const tekst = lezer.tekst(pad)
  const keuze = keuzes.find((k) => k === tekst)
  if (keuze === undefined && tekst !== '') {
    lezer.meld(pad, 'veld-keuze', `${tekst} kan hier niet staan.`, `Kies uit: ${keuzes.join(', ')}.`)
  }
  return keuze ?? keuzes[0]
}

export interface Upl {
  readonly naam: string
  readonly uri: string
}

/** A product of the Uniforme Productnamenlijst: the name that governments share. */
export function leesUpl(lezer: VeldLezer, inhoud: unknown, pad: Pad): Upl | undefined {
  if (waardeOp(inhoud, pad) === undefined) return undefined
  lezer.alleen(pad, ['naam', 'uri'])
  return { naam: lezer.tekst([...pad, 'naam']), uri: lezer.tekst([...pad, 'uri']) }
}

export function leesIdZoalsBestand(lezer: VeldLezer, bestand: string): string {
  const id = lezer.tekst(['id'])
  const naam = bestand.slice(bestand.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
  if (id !== '' && id !== naam) {
    lezer.meld(
      ['id'],
      'gebeurtenis-naam',
      `Het id ${id} en de bestandsnaam ${naam}.yaml verschillen.`,
      `Noem het bestand ${id}.yaml, of schrijf id: ${naam}.`,
    )
  }
  return id
}
