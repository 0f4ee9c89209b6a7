/** Somebody with a browser, who does one thing after another: shared by the measurements behind a login. */
import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { Proefbrowser } from '../src/demo/inlog/proefbrowser.ts'
import { beginkop, stapkop } from './inwoner-meting.ts'

export interface Tijd {
  readonly wat: string
  readonly stappen: readonly { readonly stap: string; readonly ms: number }[]
}

export interface Wereld {
  readonly basis: URL
  /** Whom one can log in as. */
  readonly wie: readonly string[]
  /** What one person does, in this order, over and over: logging in, or a page. */
  readonly bezigheden: readonly Bezigheid[]
}

export interface Bezigheid {
  readonly wat: string
  /** Absent: logging in. */
  readonly pad?: string
  readonly isForm?: boolean
}

/** One person with a browser of their own, behind an address of their own. */
export class Mens {
  readonly #wereld: Wereld
  readonly #wie: string
  readonly #kop: Readonly<Record<string, string>>
  #koekje = ''
  #beurt = 0
  #vorige: Promise<unknown> = Promise.resolve()

  constructor(wereld: Wereld, nummer: number) {
    this.#wereld = wereld
    this.#wie = wereld.wie[nummer % wereld.wie.length] ?? ''
    this.#kop = { 'x-forwarded-for': `10.0.${Math.floor(nummer / 250)}.${nummer % 250}` }
  }

  /** One person does one thing at a time; what they waited for themselves counts as our time. */
  async opBeurt(): Promise<Tijd> {
    const gewild = performance.now()
    const klaar = this.#vorige.then(async (): Promise<Tijd> => {
      const wachtte = { stap: '', ms: performance.now() - gewild }
      const { wat, stappen } = await this.doe()
      return { wat, stappen: [wachtte, ...stappen] }
    })
    this.#vorige = klaar
    return klaar
  }

  async doe(): Promise<Tijd> {
    const { bezigheden } = this.#wereld
    const bezigheid = bezigheden[this.#beurt++ % bezigheden.length]
    if (bezigheid === undefined) throw new Error('niets te doen')
    const { wat, pad, isForm } = bezigheid
    return { wat, stappen: pad === undefined ? await this.#logIn() : [await this.#stap(pad, isForm)] }
  }

  /** The pages of the login service itself are between two steps and belong to nobody here. */
  async #logIn(): Promise<Tijd['stappen']> {
    const start = await this.#stap('/inloggen/start?middel=digid&naar=mijn')
    const naar = await new Proefbrowser().logIn(new URL(start.location), {
      wie: this.#wie,
      niveau: 'substantieel',
    })
    const terug = await this.#stap(naar.pathname + naar.search)
    return [start, terug, await this.#stap(terug.location)]
  }

  async #stap(pad: string, isForm = false) {
    const stap = randomUUID()
    const begonnen = String(performance.timeOrigin + performance.now())
    const koppen = { ...this.#kop, cookie: this.#koekje, [stapkop]: stap, [beginkop]: begonnen }
    const { ms, status, location, koekjes } = await haal(
      new URL(pad, this.#wereld.basis),
      koppen,
      isForm ? 'uit=1' : undefined,
    )
    if (status !== 200 && status !== 303) throw new Error(`${pad.split('?')[0]}: ${status}`)
    for (const regel of koekjes) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(regel) ?? []
      const rest = this.#koekje.split('; ').filter((een) => een !== '' && !een.startsWith(`${naam}=`))
      this.#koekje = [...rest, ...(waarde === '' ? [] : [`${naam}=${waarde}`])].join('; ')
    }
    return { stap, ms, location }
  }
}

/** Kept open between two steps; to be destroyed at the end. */
export const agent = new Agent({ keepAlive: true, maxSockets: 100 })

export async function haal(url: URL, koppen: Readonly<Record<string, string>>, form?: string) {
  const begin = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const isForm = form !== undefined
  const soort = isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const headers = { accept: 'text/html', 'accept-encoding': 'br', ...koppen, ...soort }
  const vraag = request(url, { agent, method: isForm ? 'POST' : 'GET', headers }, resolve)
  vraag.on('error', reject)
  vraag.end(form)
  const antwoord = await promise
  for await (const _ of antwoord);
  return {
    ms: performance.now() - begin,
    status: antwoord.statusCode ?? 0,
    location: antwoord.headers.location ?? '',
    koekjes: antwoord.headers['set-cookie'] ?? [],
  }
}

export function p95(waarden: readonly number[]): number {
  return waarden.toSorted((a, b) => a - b)[Math.floor(waarden.length * 0.95)] ?? 0
}
