import { z } from 'zod'
import type { Bron } from './bron.ts'

type Aanmelden = () => Promise<Readonly<Record<string, string>>>

/** A key that stays the same, in the header that the source wants: `X-API-KEY`. */
export function metSleutel(kop: string, sleutel: string): Aanmelden {
  const koppen = { [kop.toLowerCase()]: sleutel }
  return async () => koppen
}

export interface TokenInstelling {
  /** The way to the token endpoint: a source like another, with its own time and its own breaker. */
  readonly bron: Pick<Bron, 'vraag'>
  readonly pad: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope?: string
  readonly nu: () => Date
}

const antwoord = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().optional(),
})

/** A token that is about to end is renewed before a source refuses it. */
const margeMs = 30_000
/** RFC 6749 §5.1 lets a server be silent about the life of a token. */
const gewoneDuurSeconden = 300

/** OAuth 2.0 client credentials (RFC 6749 §4.4). One token for all questions, asked once however many wait for it. */
export function metToken(instelling: TokenInstelling): Aanmelden {
  let token: { readonly koppen: Readonly<Record<string, string>>; readonly tot: number } | undefined
  let bezig: Promise<Readonly<Record<string, string>>> | undefined

  const haal = async () => {
    const { bron, pad, clientId, clientSecret, scope, nu } = instelling
    const uitkomst = await bron.vraag({
      handeling: 'token',
      methode: 'POST',
      pad,
      formulier: {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        ...(scope === undefined ? {} : { scope }),
      },
      isHerhaalbaar: true,
      vorm: antwoord,
    })
    if (uitkomst.status !== 'ok') throw new Error('geen token gekregen')
    const { access_token: waarde, expires_in: duur = gewoneDuurSeconden } = uitkomst.inhoud
    token = { koppen: { authorization: `Bearer ${waarde}` }, tot: nu().getTime() + duur * 1_000 - margeMs }
    return token.koppen
  }

  return () => {
    if (token !== undefined && instelling.nu().getTime() < token.tot) return Promise.resolve(token.koppen)
    bezig ??= haal().finally(() => {
      bezig = undefined
    })
    return bezig
  }
}
