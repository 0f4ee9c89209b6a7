/** For tests: the website on the shipped corpus, without a port, a database or a clock that moves. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { type Ervaring, type ErvaringStore, openErvaring } from '../ervaring/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import type { RechtenBronnen } from './pages/rechten/beeld.ts'
import { createWeb, type WebOpties } from './register.ts'

const map = join(import.meta.dirname, '..', '..', 'corpus')

export const proefsleutel = Buffer.alloc(32, 7)
export const proefdag = new Date('2026-03-01T12:00:00Z')

/** Takes whatever is counted, and keeps none of it. */
const vergeet: ErvaringStore = {
  schrijf: async () => {},
  verbruik: async () => true,
  weken: async () => [],
  organisaties: async () => [],
  zinnen: async () => [],
}

/** «Is dit gelukt?» on every page that asks it. */
export function proefervaring(store = vergeet, nu: () => Date = () => proefdag): Ervaring {
  return openErvaring({ store, sleutel: proefsleutel, nu, toeval: randomBytes })
}

/** What pages read, of the shipped corpus. Search finds nothing unless a test gives its own. */
export function proefbronnen(deel: Partial<RechtenBronnen> = {}): RechtenBronnen {
  const corpus = proefcorpus()
  return {
    corpus: () => corpus.engine,
    geheel: () => corpus,
    organisaties: () => corpus.organisaties,
    gebeurtenissen: () => corpus.gebeurtenissen,
    zoek: async ({ taal }) => ({ treffers: [], taal, verbeterd: [] }),
    meldFout: () => {},
    nu: () => proefdag,
    steun: () => ({
      teams: [...corpus.afspraakteams.values()].filter(({ steun }) => steun),
      punten: [...corpus.informatiepunten.values()],
    }),
    ...deel,
  }
}

export function proefweb(deel: Partial<RechtenBronnen> = {}, meer: Partial<WebOpties> = {}): FastifyInstance {
  const web = createWeb({
    bronnen: proefbronnen(deel),
    ervaring: proefervaring(),
    teksten: loadTeksten(join(map, 'teksten')),
    sleutel: proefsleutel,
    isHttps: false,
    ...meer,
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  return app
}

/** A visitor that keeps cookies, as a browser does. */
export class Bezoeker {
  readonly #app: FastifyInstance
  #koekjes = new Map<string, string>()
  constructor(app: FastifyInstance) {
    this.#app = app
  }

  get koekjes(): string {
    return [...this.#koekjes].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ')
  }

  set koekjes(header: string) {
    this.#koekjes = new Map(
      header
        .split('; ')
        .map((paar) => paar.split('='))
        .flatMap(([naam, waarde]) => (naam && waarde ? [[naam, waarde] as const] : [])),
    )
  }

  async haal(url: string, headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> {
    return this.#onthoud(
      await this.#app.inject({ url, headers: { accept: 'text/html', cookie: this.koekjes, ...headers } }),
    )
  }

  async stuur(
    url: string,
    velden: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    const inhoud = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
    return this.#onthoud(
      await this.#app.inject({
        method: 'POST',
        url,
        headers: { ...inhoud, cookie: this.koekjes, ...headers },
        payload: new URLSearchParams(velden).toString(),
      }),
    )
  }

  #onthoud(antwoord: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value } of antwoord.cookies) {
      if (value === '') this.#koekjes.delete(name)
      else this.#koekjes.set(name, value)
    }
    return antwoord
  }
}

/** The pointer that the form of a question page asks about. */
export function padUit(pagina: string): string {
  return /name="pad" value="([^"]+)"/.exec(pagina)?.[1] ?? ''
}
