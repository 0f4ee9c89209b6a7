import { alsVelden, nietGevonden, ongeldig, ZgwFout } from '../fout.ts'
import {
  type Abonnement,
  abonnementSchema,
  isKanaal,
  kanalen,
  type Notificatie,
  notificatieSchema,
  wilHebben,
} from '../notificaties.ts'
import { foutAntwoord, jsonAntwoord, leesJson, type ZgwAntwoord, type ZgwVerzoek } from './bericht.ts'
import { meldAan, toelatingVoor, type ZoekClient } from './rechten.ts'

export interface AbonnementenOpties {
  /** With the path: `https://notificaties.example/notificaties/api/v1`. */
  readonly basis: string
  readonly clienten: ZoekClient
  readonly nu: () => Date
  readonly uuid: () => string
  /** Delivers one message; the status that came back, `undefined` when nothing did. `auth` may be absent on purpose. */
  readonly bezorg: (
    callbackUrl: string,
    auth: string | undefined,
    bericht: Notificatie,
  ) => Promise<number | undefined>
}

const consument = ['notificaties.consumeren']
const uitgever = ['notificaties.publiceren']
const apiVersie = '1.0.0'

/** Notificaties 1.0: who wants to hear what. Subscriptions live as long as this object. */
export class Abonnementen {
  readonly #opties: AbonnementenOpties
  readonly #perUuid = new Map<string, Abonnement>()

  constructor(opties: AbonnementenOpties) {
    this.#opties = opties
  }

  get isLeeg(): boolean {
    return this.#perUuid.size === 0
  }

  /** To everybody who wants it; how many got it. One that fails is not tried again: there is no replay. */
  async verspreid(bericht: Notificatie): Promise<number> {
    const wie = [...this.#perUuid.values()].filter((abonnement) => wilHebben(abonnement, bericht))
    const uitkomsten = await Promise.all(
      wie.map(({ callbackUrl, auth }) => this.#opties.bezorg(callbackUrl, auth, bericht)),
    )
    return uitkomsten.filter((status) => status === 204).length
  }

  /** `undefined` when the address is not below the base. */
  async beantwoord(verzoek: ZgwVerzoek): Promise<ZgwAntwoord | undefined> {
    const begin = `${new URL(this.#opties.basis).pathname}/`
    if (!verzoek.adres.pathname.startsWith(begin)) return undefined
    const [soort = '', uuid, ...rest] = verzoek.adres.pathname.slice(begin.length).split('/')
    const versie = { 'api-version': apiVersie }
    try {
      if (rest.length > 0 || uuid === '') throw nietGevonden()
      const antwoord = await this.#doe(soort, uuid, verzoek)
      return { ...antwoord, koppen: { ...antwoord.koppen, ...versie } }
    } catch (fout) {
      if (!(fout instanceof ZgwFout)) throw fout
      const antwoord = foutAntwoord(fout, this.#opties.uuid())
      return { ...antwoord, koppen: { ...antwoord.koppen, ...versie } }
    }
  }

  async #doe(soort: string, uuid: string | undefined, verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
    const { clienten, nu } = this.#opties
    const aangemeld = await meldAan(verzoek.koppen.authorization, clienten, nu())
    const eis = (scopes: readonly string[]) => toelatingVoor(aangemeld, 'nrc', scopes)
    const wat = `${verzoek.methode} ${soort}${uuid === undefined ? '' : '/*'}`
    switch (wat) {
      case 'GET kanaal':
        eis([...consument, ...uitgever])
        return jsonAntwoord(200, this.#kanalen(verzoek.adres.searchParams.get('naam')))
      case 'GET abonnement':
        eis([...consument, ...uitgever])
        return jsonAntwoord(200, [...this.#perUuid].map(this.#toon))
      case 'GET abonnement/*':
        eis([...consument, ...uitgever])
        return jsonAntwoord(200, this.#toon([uuid ?? '', this.#haal(uuid)]))
      case 'POST abonnement':
      case 'PUT abonnement/*':
        eis(consument)
        return this.#zet(uuid, verzoek)
      case 'DELETE abonnement/*':
        eis(consument)
        this.#haal(uuid)
        this.#perUuid.delete(uuid ?? '')
        return { status: 204, koppen: {}, lichaam: '' }
      case 'POST notificaties':
        eis(uitgever)
        return this.#publiceer(verzoek)
      default:
        throw nietGevonden()
    }
  }

  /** Tried out before it counts: with its authorization 204, without it no entry. */
  async #zet(bestaand: string | undefined, verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
    if (bestaand !== undefined) this.#haal(bestaand)
    const gelezen = abonnementSchema.safeParse(leesJson(verzoek))
    if (!gelezen.success) throw ongeldig(...alsVelden(gelezen.error))
    const abonnement = gelezen.data
    eisKanalen(abonnement)
    const { bezorg, nu, uuid: nieuw } = this.#opties
    const proef = proefbericht(abonnement.callbackUrl, nu())
    if ((await bezorg(abonnement.callbackUrl, abonnement.auth, proef)) !== 204) {
      const reason = 'Het adres antwoordt niet met 204.'
      throw ongeldig({ name: 'callbackUrl', code: 'invalid-callback-url', reason })
    }
    const zonder = await bezorg(abonnement.callbackUrl, undefined, proef)
    if (zonder !== 401 && zonder !== 403) {
      const reason = 'Zonder autorisatie komt men er ook in.'
      throw ongeldig({ name: 'callbackUrl', code: 'no-auth-on-callback-url', reason })
    }
    const uuid = bestaand ?? nieuw()
    this.#perUuid.set(uuid, abonnement)
    const inhoud = this.#toon([uuid, abonnement])
    return bestaand === undefined
      ? jsonAntwoord(201, inhoud, { location: inhoud.url })
      : jsonAntwoord(200, inhoud)
  }

  async #publiceer(verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
    const gelezen = notificatieSchema.safeParse(leesJson(verzoek))
    if (!gelezen.success) throw ongeldig(...alsVelden(gelezen.error))
    await this.verspreid(gelezen.data)
    return jsonAntwoord(200, gelezen.data)
  }

  #kanalen(naam: string | null) {
    return Object.entries(kanalen)
      .filter(([kanaal]) => naam === null || naam === kanaal)
      .map(([kanaal, filters]) => ({ url: `${this.#opties.basis}/kanaal/${kanaal}`, naam: kanaal, filters }))
  }

  #haal(uuid: string | undefined): Abonnement {
    const gevonden = this.#perUuid.get(uuid ?? '')
    if (gevonden === undefined) throw nietGevonden()
    return gevonden
  }

  #toon = ([uuid, abonnement]: readonly [string, Abonnement]) => ({
    url: `${this.#opties.basis}/abonnement/${uuid}`,
    ...abonnement,
  })
}

function eisKanalen({ kanalen: gevraagd }: Abonnement): void {
  for (const [i, { naam, filters }] of gevraagd.entries()) {
    if (!isKanaal(naam)) {
      throw ongeldig({ name: `kanalen.${i}.naam`, code: 'kanaal_naam', reason: 'Dit kanaal is er niet.' })
    }
    const bekend: readonly string[] = kanalen[naam]
    if (Object.keys(filters).some((kenmerk) => !bekend.includes(kenmerk))) {
      throw ongeldig({ name: `kanalen.${i}.filters`, code: 'filters', reason: 'Dit kenmerk is er niet.' })
    }
  }
}

function proefbericht(url: string, nu: Date): Notificatie {
  return {
    kanaal: 'test',
    hoofdObject: url,
    resource: 'test',
    resourceUrl: url,
    actie: 'test',
    aanmaakdatum: nu.toISOString(),
    kenmerken: {},
  }
}
