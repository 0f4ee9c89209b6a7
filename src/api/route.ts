/** One row per operation: the routes of the server and the OpenAPI document both come from it. */
import type { z } from 'zod'
import type { Levensgebeurtenis, Organisatie, Postwegregister } from '../corpus/index.ts'
import type { Corpus, CorpusDocument } from '../engine/index.ts'
import type { Portalen } from '../zaken/index.ts'
import type { Gebeurtenisdeur } from './gebeurtenisdeur.ts'
import type { GelezenJson } from './json-lezen.ts'
import type { Levensloopdeur } from './levensloopdeur.ts'
import type { Lijnteamdeur } from './lijnteamdeur.ts'
import type { Probleemsoort } from './problemen.ts'

/** What the interface reads; a reader of its own for each, since a corpus can be replaced while we run. */
export interface ApiBronnen {
  readonly corpus: () => Corpus
  /** Finds the texts that a receipt names by their hash, also those that no longer hold. */
  readonly tekstenVanBewijs?: (bewijs: unknown) => Promise<(sha256: string) => CorpusDocument | undefined>
  readonly gebeurtenissen: () => ReadonlyMap<string, Levensgebeurtenis>
  readonly organisaties: () => ReadonlyMap<string, Organisatie>
  /** Absent: nothing is known of designated ways. */
  readonly postwegen?: () => Postwegregister
  readonly nu: () => Date
  /** Where other organisations tell us something; without it nobody is let in. */
  readonly deur?: Gebeurtenisdeur
  /** Where sources tell what happened to people; without it nobody is let in. */
  readonly levensloop?: Levensloopdeur
  /** Other portals, and what residents let them show; without it none is known. */
  readonly portalen?: Pick<Portalen, 'beller' | 'zoek' | 'taak'>
  /** Teams in the guide of direct lines; without it nobody is let in. */
  readonly lijnteams?: Lijnteamdeur
}

/** A request after its parameters were checked and its JSON was read. */
export interface Verzoek {
  readonly query: Readonly<Record<string, string>>
  readonly pad: Readonly<Record<string, string>>
  /** The body of a POST as it was read. */
  readonly json: GelezenJson
  /** The same, as it came: for who checks a signature over it. */
  readonly bytes: Buffer
  /** In lower case. */
  readonly koppen: Readonly<Record<string, string | undefined>>
}

export interface Parameter {
  readonly schema: z.ZodType
  readonly beschrijving: string
  readonly voorbeeld: string
  readonly verwacht: string
}

export interface Route {
  readonly methode: 'GET' | 'POST'
  /** Under /api/v1, with {naam} for a parameter. */
  readonly pad: string
  /** operationId */
  readonly naam: string
  readonly tag: string
  readonly samenvatting: string
  readonly beschrijving: string
  readonly query?: Readonly<Record<string, Parameter>>
  readonly padDelen?: Readonly<Record<string, Parameter>>
  /** The JSON of a POST. Checked by the handler, which names every fault; the schema is for readers. */
  readonly inhoud?: {
    readonly schema: z.ZodType
    readonly voorbeeld: (b: ApiBronnen) => unknown
    /** Kinds of content beside JSON, with what each holds. */
    readonly soorten?: Readonly<Record<string, z.ZodType>>
  }
  readonly antwoord: {
    /** 200 unless named. */
    readonly status?: 202
    readonly schema: z.ZodType
    readonly beschrijving: string
    readonly voorbeeld?: (b: ApiBronnen) => unknown
  }
  /** Problems beside those that every operation can have. */
  readonly problemen?: readonly Probleemsoort[]
  /** Readable from any website: only the description of the interface itself (/core/publish-openapi). */
  readonly isOpenbaar?: boolean
  /** Only for who shows a key of ours in Authorization. */
  readonly isMetSleutel?: boolean
  /** Whether that key is a good one here; absent: the keys of organisations that tell us something. */
  readonly kentSleutel?: (
    bronnen: ApiBronnen,
    authorization: string | undefined,
  ) => boolean | Promise<boolean>
  /** What somebody without a good key reads; absent: the sentence of all routes. */
  readonly sleuteluitleg?: string
  readonly handler: (verzoek: Verzoek, bronnen: ApiBronnen) => unknown
}
