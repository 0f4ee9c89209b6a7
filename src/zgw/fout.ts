import { z } from 'zod'

export interface OngeldigVeld {
  /** Dotted path with indexes from 0: `relevanteAndereZaken.0`. `nonFieldErrors` when it is about no field. */
  readonly name: string
  readonly code: string
  readonly reason: string
}

/** Problem details as ZGW has them: `code` and `instance` are always there, 400 names every field. */
export interface Fout {
  readonly type?: string
  readonly code: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly invalidParams?: readonly OngeldigVeld[]
}

/** As it comes in. Codes are an open list; the prose of the standard says `invalid-params`, the wire `invalidParams`. */
export const foutSchema = z.object({
  type: z.string().optional(),
  code: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  invalidParams: z.array(z.object({ name: z.string(), code: z.string(), reason: z.string() })).optional(),
})

/** Thrown inside the kernel and turned into an answer there, never beyond. */
export class ZgwFout extends Error {
  readonly status: number
  readonly code: string
  readonly velden: readonly OngeldigVeld[]
  readonly koppen: Readonly<Record<string, string>>

  constructor(
    status: number,
    code: string,
    detail: string,
    meer: { velden?: readonly OngeldigVeld[]; koppen?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail)
    this.status = status
    this.code = code
    this.velden = meer.velden ?? []
    this.koppen = meer.koppen ?? {}
  }
}

export function ongeldig(...velden: OngeldigVeld[]): ZgwFout {
  return new ZgwFout(400, 'invalid', 'Een of meer gegevens zijn ongeldig.', { velden })
}

export const geenToegang = (detail: string, code = 'permission_denied') => new ZgwFout(403, code, detail)
export const nietGevonden = () => new ZgwFout(404, 'not_found', 'Niet gevonden.')

const titels: Readonly<Record<number, string>> = {
  400: 'Ongeldige invoer.',
  401: 'Niet aangemeld.',
  403: 'U hebt geen toestemming voor deze actie.',
  404: 'Niet gevonden.',
  405: 'Deze methode kan hier niet.',
  406: 'Deze vorm kan niet geleverd worden.',
  409: 'Dit past niet bij hoe het nu staat.',
  412: 'Er ontbreekt een voorwaarde.',
  413: 'Het bericht is te groot.',
  415: 'Deze vorm wordt niet begrepen.',
  429: 'Te veel vragen.',
  500: 'Interne fout.',
}

export function naarProblem({ status, code, message, velden }: ZgwFout, uuid: string): Fout {
  return {
    code,
    title: titels[status] ?? 'Fout.',
    status,
    detail: message,
    instance: `urn:uuid:${uuid}`,
    // A 400 always has the list, empty or not: that is what makes it a ValidatieFout.
    ...(status === 400 ? { invalidParams: velden } : {}),
  }
}

/** What zod found, in the codes that the reference implementation gives. */
export function alsVelden(fout: z.ZodError): OngeldigVeld[] {
  return fout.issues.map((kwestie) => {
    const name = kwestie.path.map(String).join('.') || 'nonFieldErrors'
    return { name, code: codeVan(kwestie), reason: kwestie.message }
  })
}

function codeVan(kwestie: z.core.$ZodIssue): string {
  switch (kwestie.code) {
    case 'invalid_type':
      return kwestie.message.endsWith('undefined')
        ? 'required'
        : kwestie.message.endsWith('null')
          ? 'null'
          : 'invalid'
    case 'too_big':
      return kwestie.origin === 'string' ? 'max_length' : 'invalid'
    case 'too_small':
      return kwestie.origin === 'string' ? 'blank' : 'invalid'
    case 'invalid_value':
      return 'invalid_choice'
    case 'invalid_format':
      return kwestie.format === 'url' ? 'bad-url' : 'invalid'
    default:
      return 'invalid'
  }
}
