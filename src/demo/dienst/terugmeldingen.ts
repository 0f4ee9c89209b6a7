import { type Antwoord, alsObject, type Verzoek } from './dienst.ts'

export const meldingstanden = ['ontvangen', 'in-onderzoek', 'aangepast', 'niet-aangepast'] as const
export type Meldingstand = (typeof meldingstanden)[number]

interface Melding {
  readonly id: string
  readonly kenmerk: string
  readonly bsn: string
  readonly gegeven: string
  readonly ontvangenOp: string
  status: Meldingstand
  sinds: string
  uitleg?: string
}

const gewoonPad = /^\/terugmeldingen\/([0-9a-f-]{1,64})$/
const beheerPad = /^\/beheer\/terugmeldingen\/([0-9a-f-]{1,64})$/

/**
 * Corrections that were asked for, as docs/terugmelding.openapi.json describes. The same `kenmerk` twice is the
 * same report: whoever did not hear the answer may send again.
 */
export class Terugmeldingen {
  readonly #meldingen = new Map<string, Melding>()
  readonly #nu: () => Date

  constructor(nu: () => Date) {
    this.#nu = nu
  }

  /** `undefined` when the address is not about corrections. */
  doe(verzoek: Verzoek, kentPersoon: (bsn: string) => boolean): Antwoord | undefined {
    if (verzoek.pad === '/terugmeldingen' && verzoek.methode === 'POST') {
      return this.#ontvang(alsObject(verzoek.json), kentPersoon)
    }
    const [, id] = gewoonPad.exec(verzoek.pad) ?? []
    if (id === undefined || verzoek.methode !== 'GET') return undefined
    const melding = this.#meldingen.get(id)
    return melding === undefined ? nietGevonden : gevonden(200, melding)
  }

  /** `PUT /beheer/terugmeldingen/<id> {"status": "aangepast", "uitleg": "…"}`: what the source holder decides. */
  beheer(verzoek: Verzoek): Antwoord | undefined {
    const [, id = ''] = beheerPad.exec(verzoek.pad) ?? []
    const melding = this.#meldingen.get(id)
    if (melding === undefined || verzoek.methode !== 'PUT') return undefined
    const { status, uitleg } = alsObject(verzoek.json)
    const nieuw = meldingstanden.find((stand) => stand === status)
    if (nieuw === undefined) return { status: 400, inhoud: {} }
    melding.status = nieuw
    melding.sinds = this.#nu().toISOString()
    if (typeof uitleg === 'string') melding.uitleg = uitleg
    return { status: 200, inhoud: toon(melding) }
  }

  #ontvang(json: Readonly<Record<string, unknown>>, kentPersoon: (bsn: string) => boolean): Antwoord {
    const { burgerservicenummer: bsn, gegeven, toelichting, kenmerk } = json
    const isGoed =
      typeof bsn === 'string' && /^\d{9}$/.test(bsn) && isTekst(gegeven, 200) && isTekst(toelichting, 2_000)
    if (!isGoed || typeof kenmerk !== 'string' || !/^[0-9a-f-]{1,64}$/.test(kenmerk)) {
      return { status: 400, inhoud: { title: 'De terugmelding is niet volledig.', status: 400 } }
    }
    if (!kentPersoon(bsn)) return nietGevonden
    const eerder = this.#meldingen.get(kenmerk)
    if (eerder !== undefined && eerder.bsn !== bsn) return { status: 409, inhoud: { status: 409 } }
    const nu = this.#nu().toISOString()
    const melding: Melding = eerder ?? {
      id: kenmerk,
      kenmerk,
      bsn,
      gegeven: String(gegeven),
      ontvangenOp: nu,
      status: 'ontvangen',
      sinds: nu,
    }
    this.#meldingen.set(melding.id, melding)
    return gevonden(eerder === undefined ? 201 : 200, melding)
  }
}

const nietGevonden: Antwoord = { status: 404, inhoud: { title: 'Niet gevonden.', status: 404 } }

/** With, for the failure that needs it, an answer about a report of somebody else. */
function gevonden(status: number, melding: Melding): Antwoord {
  const verwisseld = () => toon({ ...melding, id: andersKenmerk, kenmerk: andersKenmerk })
  return { status, inhoud: toon(melding), over: [melding.bsn], verwisseld }
}

const andersKenmerk = '018f2d9a-0000-7000-8000-00000000ffff'

function toon({ id, kenmerk, gegeven, ontvangenOp, status, sinds, uitleg }: Melding) {
  return { id, kenmerk, gegeven, ontvangenOp, status, sinds, ...(uitleg === undefined ? {} : { uitleg }) }
}

function isTekst(waarde: unknown, max: number): boolean {
  return typeof waarde === 'string' && waarde.trim() !== '' && waarde.length <= max
}
