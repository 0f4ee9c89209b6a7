import { geenToegang } from '../fout.ts'
import { leesToken, type Tokenfout, weergaveIn } from '../jwt.ts'
import type { Vertrouwelijkheid } from '../waarden.ts'
import type { Toelating } from './opslag.ts'

/** What one application may do. Never about a citizen: who may see which case is up to that application. */
export interface Autorisatie {
  readonly component: string
  readonly scopes: readonly string[]
  /** Address of a zaaktype, informatieobjecttype or besluittype; absent: all of them. */
  readonly type?: string
  readonly maximum?: Vertrouwelijkheid
}

export interface Client {
  readonly geheim: string
  /** How people call it; in the audit trail. */
  readonly label?: string
  /** Excludes a list. */
  readonly heeftAlleAutorisaties?: boolean
  readonly autorisaties?: readonly Autorisatie[]
}

export type ZoekClient = (id: string) => Client | undefined | Promise<Client | undefined>

export interface Aangemeld {
  readonly id: string
  /** Of whom the client says that they act. */
  readonly gebruiker: string
  readonly weergave: string
  readonly client: Client
}

/** The reference answers 403 to whoever cannot show who they are, and so do we. */
export async function meldAan(kop: string | undefined, zoekClient: ZoekClient, nu: Date): Promise<Aangemeld> {
  const [, token] = /^Bearer (\S+)$/.exec(kop ?? '') ?? []
  if (token === undefined) throw geenToegang('Er is geen geldig token meegestuurd.')
  let client: Client | undefined
  const gelezen = await leesToken(
    token,
    async (id) => {
      client = await zoekClient(id)
      return client?.geheim
    },
    nu,
  )
  if ('fout' in gelezen || client === undefined) {
    const code = 'fout' in gelezen ? gelezen.fout : 'invalid-client-identifier'
    throw geenToegang(tokenuitleg(code, nu), code)
  }
  return { id: gelezen.client, gebruiker: gelezen.gebruiker, weergave: weergaveIn(token), client }
}

/** For who has to repair it; the clock here is no secret, and what usually is wrong. */
function tokenuitleg(code: Tokenfout, nu: Date): string {
  const hier = `Hier is het ${nu.toISOString()}.`
  if (code === 'jwt-not-yet-valid')
    return `Het token is van straks: een van de klokken loopt niet gelijk. ${hier}`
  if (code === 'jwt-expired') return `Het token is te oud: maak voor elke vraag een nieuw. ${hier}`
  return 'Het token is niet geldig.'
}

/**
 * With one of these scopes: everything (`undefined`), or what these lines let through. Without, 403. Zaken with a
 * type outside the lines do not exist for this client in a list, and are forbidden one by one.
 */
export function toelatingVoor(
  { client }: Aangemeld,
  component: string,
  scopes: readonly string[],
): readonly Toelating[] | undefined {
  if (client.heeftAlleAutorisaties === true) return undefined
  // Types of cases may be read with a scope of cases or documents: what a case is of is no secret to its reader.
  const vanHier = (regel: Autorisatie) => component === 'ztc' || regel.component === component
  const regels = (client.autorisaties ?? []).filter(
    (regel) => vanHier(regel) && regel.scopes.some((scope) => scopes.includes(scope)),
  )
  if (regels.length === 0) throw geenToegang(`Hiervoor is een van deze scopes nodig: ${scopes.join(', ')}.`)
  return regels.map(({ type, maximum }) => ({
    ...(type === undefined ? {} : { type }),
    ...(maximum === undefined ? {} : { maximum }),
  }))
}

/** Whether there is a line with this scope for this type: what is allowed for one type is not for another. */
export function heeftScope(
  aangemeld: Aangemeld,
  component: string,
  { scope, type }: { readonly scope: string; readonly type: string },
): boolean {
  const { heeftAlleAutorisaties, autorisaties = [] } = aangemeld.client
  return (
    heeftAlleAutorisaties === true ||
    autorisaties.some(
      (regel) =>
        regel.component === component &&
        regel.scopes.includes(scope) &&
        (regel.type === undefined || regel.type === type),
    )
  )
}
