/** The kind of run that says who has a right and does not use it: the whole country, every scheme. */

import { dagVan, type Loopbeschrijving, type Loopplan } from './bevolkingsloop.ts'
import type { Bevolkingsloop, BevolkingsloopStore, Loopgrens, Loopplek } from './bevolkingsloop-store.ts'
import { maakOpdrachtInBeurten, type Stukuitkomst } from './doorrekening.ts'
import { type Gebruiksbeeld, gebruiksbeeld } from './gebruikmodel.ts'
import { type Bevolkingsuitkomst, perGemeente } from './gemeentetelling.ts'
import { rekenDoor } from './loop.ts'

/** Named limits: of the whole installation one waits or runs; so many are kept; so many are listed. */
const GRENS: Loopgrens = { wachtend: 1, bewaard: 50 }
const HOOGSTENS = 10
const PLEK: Loopplek = { soort: 'niet-gebruik', eigenaar: undefined }

/** What somebody asks to be worked out. */
export interface Gebruiksvraag {
  readonly zaad: number
  /** YYYY-MM-DD: on which day ages and the law count. */
  readonly datum: string
  /** How many households; the whole country without it. */
  readonly huishoudens?: number | undefined
}

export type Gebruiksloop = Gebruiksvraag & Omit<Bevolkingsloop, 'invoer' | 'tekst' | keyof Loopplek>

export interface Uitgekomen {
  readonly loop: Gebruiksloop
  readonly merk: string
  readonly beeld: Gebruiksbeeld
}

/** To ask for runs, and to see what came out; who works them out is `Bevolkingsloper`. */
export interface Gebruikslopen {
  vraag(vraag: Gebruiksvraag): Promise<'ok' | 'bezet'>
  stop(id: string): Promise<boolean>
  hervat(id: string): Promise<'ok' | 'bezet' | 'niet'>
  /** The newest first. */
  lijst(): Promise<readonly Gebruiksloop[]>
  /** Of the newest run that is done. */
  laatste(): Promise<Uitgekomen | undefined>
}

export const gebruikloop: Loopbeschrijving = {
  soort: PLEK.soort,
  async plan({ engine }, loop) {
    const { zaad, datum, huishoudens } = vraagVan(loop)
    const opdracht = await maakOpdrachtInBeurten(engine, dagVan(datum), {
      ...{ datum, zaad },
      ...(huishoudens !== undefined && { huishoudens }),
    })
    const plan: Loopplan<Stukuitkomst> = {
      opdracht,
      reken: (opties) => rekenDoor(opdracht, opties),
      tel: (uitkomsten) => perGemeente(opdracht, uitkomsten),
    }
    return plan
  },
}

export function openGebruikslopen({
  store,
  nu,
  nieuwId,
}: {
  readonly store: BevolkingsloopStore
  readonly nu: () => Date
  readonly nieuwId: () => string
}): Gebruikslopen {
  // An outcome never changes: what was worked out of it may be kept as long as it is the newest.
  let bewaard: { readonly id: string; readonly beeld: Gebruiksbeeld } | undefined
  const lijst = async () => (await store.lijst(PLEK, HOOGSTENS)).map(gebruiksloop)
  return {
    lijst,
    async vraag({ zaad, datum, huishoudens }) {
      const aanvraag = { ...PLEK, id: nieuwId(), invoer: { zaad, datum, huishoudens } }
      return (await store.vraag(aanvraag, GRENS, nu())) === 'vol' ? 'bezet' : 'ok'
    },
    stop: (id) => store.stop(PLEK, id, nu()),
    async hervat(id) {
      const uit = await store.hervat(PLEK, id, GRENS.wachtend, nu())
      return uit === 'vol' ? 'bezet' : uit
    },
    async laatste() {
      const loop = (await lijst()).find((l) => l.stand === 'klaar')
      if (loop?.merk === undefined) return undefined
      if (bewaard?.id !== loop.id) {
        // What `gebruikloop` counted.
        const uitkomst = (await store.uitkomst(PLEK, loop.id)) as Bevolkingsuitkomst | undefined
        if (uitkomst === undefined) return undefined
        bewaard = { id: loop.id, beeld: gebruiksbeeld(uitkomst, loop.zaad) }
      }
      return { loop, merk: loop.merk, beeld: bewaard.beeld }
    },
  }
}

function gebruiksloop(loop: Bevolkingsloop): Gebruiksloop {
  const { invoer: _, tekst: __, soort: ___, eigenaar: ____, ...rest } = loop
  return { ...rest, ...vraagVan(loop) }
}

function vraagVan({ invoer: { zaad, datum, huishoudens } }: Bevolkingsloop): Gebruiksvraag {
  if (typeof zaad !== 'number' || typeof datum !== 'string')
    throw new Error('in de databank staat iets anders dan een vraag naar gebruik')
  return { zaad, datum, huishoudens: typeof huishoudens === 'number' ? huishoudens : undefined }
}
