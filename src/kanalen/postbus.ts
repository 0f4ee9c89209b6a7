import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Bericht, Bijlage } from './bericht.ts'
import type { Verzendmoment } from './verzendmoment.ts'
import type { Zending } from './zending.ts'

/** Whose inbox, and who reads in it: they themselves, or who acts for them. */
export interface Lezer {
  readonly persoon: PersoonId
  readonly lezer: PersoonId
}

/** What one can do in an inbox beside reading (`Berichten`). */
export interface Postbus {
  /** The latest first; `map` of this reader. */
  readonly lijst: (
    wie: Lezer,
    map: 'postvak' | 'archief',
    bewijs: Verwerkingsbewijs,
  ) => Promise<readonly Bericht[]>
  /** All words must be in it, in any language, without looking at accents or capitals. Among the latest only. */
  readonly zoek: (wie: Lezer, woorden: string, bewijs: Verwerkingsbewijs) => Promise<readonly Bericht[]>
  /** That it was opened once stays in the evidence, whatever it is marked as. */
  readonly markeer: (
    wie: Lezer,
    id: string,
    als: 'gelezen' | 'ongelezen' | 'archief' | 'postvak',
    bewijs: Verwerkingsbewijs,
  ) => Promise<boolean>
  /** `nummer`: its place in `inhoud.bijlagen`. */
  readonly bijlage: (
    persoon: PersoonId,
    id: string,
    nummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Bijlage | undefined>
  /** To who holds a mandate of theirs for this, or whom they named as their helper and who holds one. */
  readonly stuurDoor: (
    persoon: PersoonId,
    id: string,
    helper: PersoonId,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gestuurd' | 'was-er-al' | 'mag-niet' | 'onbekend'>
  /** By which ways it went and what became of it, for who must prove it and for the owner (Awb 2:25). */
  readonly verloop: (
    persoon: PersoonId,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Verloop | undefined>
}

export interface Verloop {
  readonly zendingen: readonly Zending[]
  readonly moment: Verzendmoment | undefined
}
