/**
 * Where sound goes when it does not go from browser to browser: through a mixer, with a line to the telephone network.
 * Two ports, and what happens between them. Without adapters every call is from browser to browser, and nobody is dialled.
 */
import { type Belgesprek, type Deelnemer, isGemengd, isIn } from './belgesprek.ts'

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
    hoor: (nieuws: Telefoonnieuws, spreekt?: Rtpplek) => void,
  ) => { readonly hangOp: () => void }
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
  /** Who left has no sound any more: what hangs here is let go. */
  readonly isGewijzigd: (gesprek: Belgesprek) => void
  readonly sluit: () => Promise<void>
}

export interface Brugdelen {
  readonly menger: Menger | undefined
  readonly lijn: Telefoonlijn | undefined
  readonly meld: (gesprek: string, deelnemer: string, hoe: Telefoonnieuws) => Promise<unknown>
  /** What went wrong, without a number in it. */
  readonly klacht: (fout: unknown) => void
}

/** What hangs on the mixer here, of one call. */
interface Benen {
  readonly wegen: Map<string, { readonly deelnemer: string; readonly been: Been }>
  readonly telefoons: Map<string, { readonly hangOp: () => void; readonly been: Been }>
}

export function createMediabrug({ menger, lijn, meld, klacht }: Brugdelen): Mediabrug {
  const alle = new Map<string, Benen>()
  const benenVan = (gesprek: string): Benen => {
    const benen = alle.get(gesprek) ?? { wegen: new Map(), telefoons: new Map() }
    alle.set(gesprek, benen)
    return benen
  }
  const laatLos = (been: Been): void => {
    been.weg().catch(klacht)
  }
  const laatTelefoonLos = (benen: Benen, deelnemer: string): void => {
    const telefoon = benen.telefoons.get(deelnemer)
    benen.telefoons.delete(deelnemer)
    telefoon?.hangOp()
    if (telefoon !== undefined) laatLos(telefoon.been)
  }
  const bel = async (gesprek: string, deelnemer: string, nummer: Belnummer): Promise<void> => {
    if (menger === undefined || lijn === undefined) return
    const zeg = (hoe: Telefoonnieuws) => meld(gesprek, deelnemer, hoe).then(() => {}, klacht)
    try {
      const been = await menger.neemTelefoon(gesprek, () => {
        const benen = alle.get(gesprek)
        if (benen?.telefoons.has(deelnemer)) laatTelefoonLos(benen, deelnemer)
        // Answered or not: one of the two fits, the other says nothing new.
        void zeg('opgehangen').then(() => zeg('niet-bereikt'))
      })
      const { hangOp } = lijn.bel(nummer, been.hoort, (nieuws, spreekt) => {
        if (nieuws === 'opgenomen' && spreekt !== undefined) {
          been.spreekTegen(spreekt).then(() => zeg(nieuws), klacht)
          return
        }
        if (alle.get(gesprek)?.telefoons.delete(deelnemer)) laatLos(been)
        void zeg(nieuws)
      })
      benenVan(gesprek).telefoons.set(deelnemer, { hangOp, been })
    } catch (fout) {
      klacht(fout)
      await zeg('niet-bereikt')
    }
  }
  return {
    bel: menger && lijn && bel,
    meng: async (gesprek, { deelnemer, weg }, sdp) => {
      if (menger === undefined || !isGemengd(gesprek) || !isIn(gesprek, deelnemer)) return undefined
      try {
        const { sdp: antwoord, ...been } = await menger.neemBrowser(gesprek.id, sdp)
        const { wegen } = benenVan(gesprek.id)
        const eerdere = [...wegen].filter(([, een]) => een.deelnemer === deelnemer)
        for (const [id, een] of eerdere.slice(0, Math.max(0, eerdere.length - hoogstensWegen + 1))) {
          wegen.delete(id)
          laatLos(een.been)
        }
        wegen.set(weg, { deelnemer, been })
        return antwoord
      } catch (fout) {
        klacht(fout)
        return undefined
      }
    },
    isGewijzigd: (gesprek) => {
      const benen = alle.get(gesprek.id)
      if (benen === undefined) return
      const isNog = (id: string) => gesprek.beeindigdMs === undefined && isBezig(gesprek.deelnemers, id)
      for (const deelnemer of [...benen.telefoons.keys()])
        if (!isNog(deelnemer)) laatTelefoonLos(benen, deelnemer)
      for (const [weg, { deelnemer, been }] of [...benen.wegen])
        if (!isGemengd(gesprek) || !isNog(deelnemer)) {
          benen.wegen.delete(weg)
          laatLos(been)
        }
      if (gesprek.beeindigdMs === undefined) return
      alle.delete(gesprek.id)
      menger?.ruimOp(gesprek.id).catch(klacht)
    },
    sluit: async () => {
      for (const benen of alle.values())
        for (const deelnemer of [...benen.telefoons.keys()]) laatTelefoonLos(benen, deelnemer)
      alle.clear()
    },
  }
}

function isBezig(deelnemers: readonly Deelnemer[], id: string): boolean {
  return deelnemers.some((een) => een.id === id && (een.stand === 'in-gesprek' || een.stand === 'gaat-over'))
}
