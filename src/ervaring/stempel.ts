import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import {
  type Datum,
  type OrganisatieId,
  parseDatum,
  parseOrganisatieId,
  type Toeval,
} from '../domain/index.ts'
import { vindStap } from './reizen.ts'
import { type Gelukt, isGelukt } from './telling.ts'

/** What a form that we made is for. Its random part makes one form differ from another, and says nothing else. */
export interface Stempel {
  readonly stap: string
  readonly organisatie?: OrganisatieId | undefined
  /** Of «Wat ging er mis?»: what was answered before. Absent for «Is dit gelukt?». */
  readonly na?: Gelukt | undefined
  /** On which day the form was made. */
  readonly dag: Datum
}

export type Gelezen =
  | { readonly status: 'ok'; readonly stempel: Stempel; readonly merk: Buffer }
  | { readonly status: 'oud' }
  | { readonly status: 'ongeldig' }

const SCHEIDING = '.'
const WILLEKEUR_BYTES = 12
const HANDTEKENING_BYTES = 18
/** Named limit: much longer than any stamp of ours. */
const HOOGSTENS = 400

/** Signed, so that only a form of ours is counted, for the step that it was made for. */
export function maakStempel(
  sleutel: Buffer,
  { stap, organisatie, na, dag }: Stempel,
  toeval: Toeval,
): string {
  const willekeur = Buffer.from(toeval(WILLEKEUR_BYTES)).toString('base64url')
  const inhoud = [stap, organisatie ?? '', na ?? '', dag, willekeur].join(SCHEIDING)
  return `${inhoud}${SCHEIDING}${handtekening(sleutel, inhoud)}`
}

/** Holds on the day it was made and on the next: whoever read past midnight may still answer. */
export function leesStempel(
  sleutel: Buffer,
  tekst: string,
  { vandaag, gisteren }: { readonly vandaag: Datum; readonly gisteren: Datum },
): Gelezen {
  const grens = tekst.lastIndexOf(SCHEIDING)
  if (tekst.length > HOOGSTENS || grens < 0) return { status: 'ongeldig' }
  const inhoud = tekst.slice(0, grens)
  const gegeven = Buffer.from(tekst.slice(grens + 1))
  // As text: base64 has several ways to write the same bytes, and each would be a form of its own.
  const verwacht = Buffer.from(handtekening(sleutel, inhoud))
  if (gegeven.length !== verwacht.length || !timingSafeEqual(gegeven, verwacht)) return { status: 'ongeldig' }
  const [stap = '', organisatie = '', na = '', op = ''] = inhoud.split(SCHEIDING)
  const dag = parseDatum(op)
  // A step that is no more: an older version of ours made the form.
  if (dag === undefined || vindStap(stap) === undefined) return { status: 'oud' }
  if (dag !== vandaag && dag !== gisteren) return { status: 'oud' }
  const van = organisatie === '' ? undefined : parseOrganisatieId(organisatie)
  return {
    status: 'ok',
    stempel: { stap, dag, ...(van !== undefined && { organisatie: van }), ...(isGelukt(na) && { na }) },
    // What is remembered of a form that was used: a hash of its random part, and nothing of what it was for.
    merk: createHash('sha256').update(tekst).digest(),
  }
}

function handtekening(sleutel: Buffer, inhoud: string): string {
  return createHmac('sha256', sleutel)
    .update(inhoud)
    .digest()
    .subarray(0, HANDTEKENING_BYTES)
    .toString('base64url')
}
