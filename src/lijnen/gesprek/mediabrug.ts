/**
 * Where sound goes when it does not go from browser to browser: through a mixer, with a line to the telephone network.
 * Two ports, and what happens between them. Without adapters every call is from browser to browser, and nobody is dialled.
 */
import { voorIeder } from '../ieder.ts'
import { type Belgesprek, type Deelnemer, isGemengd, isIn } from './belgesprek.ts'
import type { Losgelaten } from './losgelaten.ts'

/** Named limit: so many ways somebody has to the mixer; a new one comes before the old one goes. */
const hoogstensWegen = 3

/** An international number, `+` and 8 to 15 digits (ITU-T E.164). It stands in no log and no row. */
export type Belnummer = `+${string}`

/** Where one end of a telephone hears the other: plain RTP (RFC 3550), one stream of A-law (RFC 3551, number 8). */
export interface Rtpplek {
  readonly ip: string
  readonly poort: number
}

/** How it is with a telephone; after anything but `opgenomen` nothing follows. */
export type Telefoonnieuws = 'opgenomen' | 'geweigerd' | 'niet-opgenomen' | 'niet-bereikt' | 'opgehangen'

/** What mixes sound of one call: each hears all others. */
export interface Menger {
  /** A browser: its offer in, the answer out. */
  readonly neemBrowser: (gesprek: string, sdp: string) => Promise<{ readonly sdp: string } & Been>
  /** A telephone: where the mixer listens. Where it speaks to, is told when that is known; `kwijt`: it let go. */
  readonly neemTelefoon: (
    gesprek: string,
    kwijt: () => void,
  ) => Promise<{ readonly hoort: Rtpplek; readonly spreekTegen: (plek: Rtpplek) => Promise<void> } & Been>
  /** Nobody of that call any more; what it leaves behind is cleared away. */
  readonly ruimOp: (gesprek: string) => Promise<void>
}

export interface Been {
  readonly weg: () => Promise<void>
}

/** A line to the telephone network. */
export interface Telefoonlijn {
  readonly bel: (
    nummer: Belnummer,
    hoort: Rtpplek,
    hoor: (nieuws: Telefoonnieuws, spreekt?: Rtpplek, lijn?: string) => void,
  ) => { readonly hangOp: () => void }
  /** Of a telephone that any node dialled, by what its line told when it answered. One that hung up already hears nothing. */
  readonly hangOp: (lijn: string) => void
}

export interface Mediabrug {
  /** Absent: nobody can be dialled here. */
  readonly bel: ((gesprek: string, deelnemer: string, nummer: Belnummer) => Promise<void>) | undefined
  /** The answer of the mixer for a new way of somebody in the call; `undefined`: not now. */
  readonly meng: (
    gesprek: Belgesprek,
    wie: { readonly deelnemer: string; readonly weg: string },
    sdp: string,
  ) => Promise<string | undefined>
  /**
   * Who left has no sound any more: what hangs here is let go. `los`, for the node that wrote it alone: telephones that are
   * in it no more, whoever dialled them; that node may be gone, and its telephone and its room with nobody.
   */
  readonly isGewijzigd: (gesprek: Belgesprek, los?: readonly Losgelaten[]) => void
  /** Says of every telephone that hangs here that it is there, and lets go of those that nobody expects any more. */
  readonly houdVast: () => Promise<void>
  readonly sluit: () => Promise<void>
}

export interface Brugdelen {
  readonly menger: Menger | undefined
  readonly lijn: Telefoonlijn | undefined
  /** `false`: it was not to be told of them, because they are gone or because it stands so already. */
  readonly meld: (gesprek: string, deelnemer: string, hoe: Telefoonnieuws, lijn?: string) => Promise<boolean>
  /** Whether they are in the call still, or on the way; whoever holds a telephone says so that it is there. */
  readonly leeft: (gesprek: string, deelnemer: string) => Promise<boolean>
  /** What went wrong, without a number in it. */
  readonly klacht: (fout: unknown) => void
}

/** What hangs on the mixer here, of one call; a way or a telephone stands in it from the moment at which it is asked for. */
interface Benen {
  readonly wegen: Map<string, Weg>
  readonly telefoons: Map<string, Telefoon>
}

interface Weg {
  readonly deelnemer: string
  been?: Been
}

interface Telefoon {
  isOpgenomen: boolean
  laatLos: () => void
}

export function createMediabrug({ menger, lijn, meld, leeft, klacht }: Brugdelen): Mediabrug {
  const alle = new Map<string, Benen>()
  const benenVan = (gesprek: string): Benen => {
    const benen = alle.get(gesprek) ?? { wegen: new Map(), telefoons: new Map() }
    alle.set(gesprek, benen)
    return benen
  }
  const laatLos = (been: Been | undefined): void => {
    been?.weg().catch(klacht)
  }
  const laatTelefoonLos = (benen: Benen | undefined, deelnemer: string): void => {
    const telefoon = benen?.telefoons.get(deelnemer)
    benen?.telefoons.delete(deelnemer)
    telefoon?.laatLos()
  }
  /** Answered or not: one of the two fits, the other says nothing new. */
  const zegWeg = async (gesprek: string, deelnemer: string): Promise<void> => {
    await meld(gesprek, deelnemer, 'opgehangen')
    await meld(gesprek, deelnemer, 'niet-bereikt')
  }
  const bel = async (gesprek: string, deelnemer: string, nummer: Belnummer): Promise<void> => {
    if (menger === undefined || lijn === undefined) return
    const telefoon: Telefoon = { isOpgenomen: false, laatLos: () => {} }
    benenVan(gesprek).telefoons.set(deelnemer, telefoon)
    const isNog = () => alle.get(gesprek)?.telefoons.get(deelnemer) === telefoon
    const geefOp = (): void => {
      if (isNog()) laatTelefoonLos(alle.get(gesprek), deelnemer)
      zegWeg(gesprek, deelnemer).catch(klacht)
    }
    const neemOp = async (spreekt: Promise<void>, aan: string | undefined) => {
      // Their operator may move their sound later; they answer once.
      const isEerst = !telefoon.isOpgenomen
      telefoon.isOpgenomen = true
      await spreekt
      if (isEerst && !(await meld(gesprek, deelnemer, 'opgenomen', aan))) geefOp()
    }
    try {
      const been = await menger.neemTelefoon(gesprek, geefOp)
      if (!isNog()) return laatLos(been)
      telefoon.laatLos = () => laatLos(been)
      // Hung up while the mixer made room: nobody is rung for a call that is over, or in which they are not wanted.
      const isVerwacht = await leeft(gesprek, deelnemer)
      if (!isNog()) return
      if (!isVerwacht) return laatTelefoonLos(alle.get(gesprek), deelnemer)
      const { hangOp } = lijn.bel(nummer, been.hoort, (nieuws, spreekt, aan) => {
        if (nieuws === 'opgenomen' && spreekt !== undefined)
          return void neemOp(been.spreekTegen(spreekt), aan).catch((fout: unknown) => {
            klacht(fout)
            geefOp()
          })
        if (isNog()) {
          alle.get(gesprek)?.telefoons.delete(deelnemer)
          laatLos(been)
        }
        meld(gesprek, deelnemer, nieuws).catch(klacht)
      })
      telefoon.laatLos = () => {
        hangOp()
        laatLos(been)
      }
    } catch (fout) {
      klacht(fout)
      geefOp()
    }
  }
  return {
    bel: menger && lijn && bel,
    meng: async (gesprek, { deelnemer, weg }, sdp) => {
      if (menger === undefined || !isGemengd(gesprek) || !isIn(gesprek, deelnemer)) return undefined
      const { wegen } = benenVan(gesprek.id)
      const eerdere = [...wegen].filter(([id, een]) => een.deelnemer === deelnemer && id !== weg)
      for (const [id, een] of eerdere.slice(0, Math.max(0, eerdere.length - hoogstensWegen + 1))) {
        wegen.delete(id)
        laatLos(een.been)
      }
      const nieuw: Weg = { deelnemer }
      laatLos(wegen.get(weg)?.been)
      wegen.set(weg, nieuw)
      try {
        const { sdp: antwoord, ...been } = await menger.neemBrowser(gesprek.id, sdp)
        // Gone while the mixer made room.
        if (alle.get(gesprek.id)?.wegen.get(weg) !== nieuw) {
          laatLos(been)
          return undefined
        }
        nieuw.been = been
        return antwoord
      } catch (fout) {
        klacht(fout)
        if (wegen.get(weg) === nieuw) wegen.delete(weg)
        return undefined
      }
    },
    houdVast: () => {
      const telefoons = [...alle].flatMap(([gesprek, benen]) =>
        [...benen.telefoons].map(([deelnemer, telefoon]) => ({ gesprek, benen, deelnemer, telefoon })),
      )
      return voorIeder(telefoons, async ({ gesprek, benen, deelnemer, telefoon }) => {
        const isNog = await leeft(gesprek, deelnemer)
        // A notice may have been missed.
        if (!isNog && benen.telefoons.get(deelnemer) === telefoon) laatTelefoonLos(benen, deelnemer)
      })
    },
    isGewijzigd: (gesprek, los) => {
      const benen = alle.get(gesprek.id)
      for (const een of los ?? []) if (!benen?.telefoons.has(een.deelnemer)) lijn?.hangOp(een.lijn)
      const isVoorbij = gesprek.beeindigdMs !== undefined
      const hadKamer = gesprek.deelnemers.some(({ partij }) => partij.soort === 'telefoon')
      if (isVoorbij && (benen !== undefined || (los !== undefined && hadKamer)))
        menger?.ruimOp(gesprek.id).catch(klacht)
      if (benen === undefined) return
      const isNog = (id: string) => gesprek.beeindigdMs === undefined && isBezig(gesprek.deelnemers, id)
      for (const deelnemer of [...benen.telefoons.keys()])
        if (!isNog(deelnemer)) laatTelefoonLos(benen, deelnemer)
      for (const [weg, { deelnemer, been }] of [...benen.wegen])
        if (!isGemengd(gesprek) || !isNog(deelnemer)) {
          benen.wegen.delete(weg)
          laatLos(been)
        }
      if (isVoorbij) alle.delete(gesprek.id)
    },
    sluit: async () => {
      const telefoons = [...alle].flatMap(([gesprek, benen]) =>
        [...benen.telefoons.keys()].map((deelnemer) => ({ gesprek, benen, deelnemer })),
      )
      for (const { benen, deelnemer } of telefoons) laatTelefoonLos(benen, deelnemer)
      alle.clear()
      // Others stay in the call on another node: they see who is gone.
      for (const { gesprek, deelnemer } of telefoons) await zegWeg(gesprek, deelnemer).catch(klacht)
    },
  }
}

function isBezig(deelnemers: readonly Deelnemer[], id: string): boolean {
  return deelnemers.some((een) => een.id === id && (een.stand === 'in-gesprek' || een.stand === 'gaat-over'))
}
