/**
 * The server falls over, again and again (kill -9), while people log in and report that a datum is wrong. Afterwards
 * everything that was accepted is there, once, and the chains of evidence are whole.
 */
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import { type Demo, startDemo } from '../src/demo/index.ts'
import { Proefbrowser } from '../src/demo/inlog/proefbrowser.ts'
import { demoOmgeving } from './demo-omgeving.ts'
import type { Meting } from './meet.ts'
import { type Bevonden, controleer } from './omvallen-controle.ts'
import { vrijePoort, Waakhond } from './waakhond.ts'

export interface Omvalopties {
  /** Of each: logins, and reports. */
  readonly aantal: number
  /** How often the server is killed at least; it goes on until everything was accepted. */
  readonly keren: number
  readonly databaseUrl: string
}

const TEGELIJK = 6
/** Named limits: a server gives so many answers, and then dies within so long. */
const antwoorden = [2, 60] as const
const naMs = [0, 60] as const
const sleutel = 'x'.repeat(40)

/** What a person was told. */
export interface Aanvaard {
  readonly inlogs: readonly string[]
  /** The words of each report, which are different each time. */
  readonly meldingen: readonly string[]
}

export async function omvallen(opties: Omvalopties): Promise<Meting[]> {
  const demo = await startDemo({
    nu: () => new Date(),
    magTerug: ({ pathname }) => pathname === '/inloggen/terug',
  })
  const wacht = new Waakhond(
    join(import.meta.dirname, '..', 'src', 'main.ts'),
    omgevingVan(demo, opties.databaseUrl, await vrijePoort()),
  )
  try {
    const werk = new Werk(wacht, demo, opties.aantal)
    const lopers = Array.from({ length: TEGELIJK }, (_, i) => werk.loop(i))
    const klaar = Promise.all(lopers).then(() => true)
    // Heard of when it is waited for, and not while a server starts.
    klaar.catch(() => {})
    let dood = 0
    for (let isKlaar = false; !isKlaar || dood < opties.keren; dood++) {
      isKlaar = await eerst(klaar, wacht, werk)
      await wacht.dood()
    }
    await wacht.start()
    const bevonden = await controleer({
      ...opties,
      aanvaard: werk.aanvaard,
      basis: wacht.basis,
      sleutel,
      demo,
    })
    return metingen(werk, dood, bevonden)
  } finally {
    await wacht.stop()
    await demo.sluit()
  }
}

/** Starts the server and lets it live for so many answers and a moment; true when the work was finished by then. */
async function eerst(klaar: Promise<boolean>, wacht: Waakhond, werk: Werk): Promise<boolean> {
  const tot = werk.antwoorden + tussen(antwoorden)
  await wacht.start()
  const genoeg = async (): Promise<boolean> => {
    while (werk.antwoorden < tot && !werk.isKlaar) await pauze(5)
    // Not at an answer but anywhere after it.
    await pauze(tussen(naMs))
    return false
  }
  return Promise.race([klaar, genoeg()])
}

function tussen([min, max]: readonly [number, number]): number {
  return min + Math.random() * (max - min)
}

function metingen(werk: Werk, dood: number, bevonden: Bevonden): Meting[] {
  const fout = (naam: string, waarde: number): Meting => ({
    naam: `omvallen.${naam}`,
    waarde,
    eenheid: 'keer',
    grens: 0,
  })
  return [
    {
      naam: 'omvallen.gedood',
      waarde: dood,
      eenheid: `keer kill -9 (${werk.afgebroken} verzoeken zonder antwoord)`,
    },
    { naam: 'omvallen.inlogs', waarde: werk.aanvaard.inlogs.length, eenheid: 'aanvaard' },
    { naam: 'omvallen.meldingen', waarde: werk.aanvaard.meldingen.length, eenheid: 'aanvaard' },
    fout('verloren', bevonden.verloren),
    fout('dubbel', bevonden.dubbel),
    fout('niet-bij-de-bron', bevonden.nietBijBron),
    fout('zonder-bewijs', bevonden.zonderBewijs),
    { ...fout('bewijs-klopt-niet', bevonden.afwijkingen), eenheid: `van ${bevonden.regels} regels` },
  ]
}

/** People who do not give up: what broke off they do again, as somebody at a screen would. */
class Werk {
  readonly #wacht: Waakhond
  readonly #wie: readonly string[]
  readonly #aantal: number
  readonly #inlogs: string[] = []
  readonly #meldingen: string[] = []
  #begonnen = 0
  afgebroken = 0
  antwoorden = 0

  constructor(wacht: Waakhond, { bekenden }: Demo, aantal: number) {
    this.#wacht = wacht
    this.#aantal = aantal
    this.#wie = bekenden
      .filter(({ groep, persoon: { bsn } }) => groep === 'verhaal' && bsn !== undefined)
      .map(({ id }) => id)
  }

  get isKlaar(): boolean {
    return this.#meldingen.length >= this.#aantal
  }

  get aanvaard(): Aanvaard {
    return { inlogs: this.#inlogs, meldingen: this.#meldingen }
  }

  async loop(nummer: number): Promise<void> {
    for (let i = nummer; this.#begonnen < this.#aantal; i++) {
      const tekst = `melding ${this.#begonnen++}`
      const wie = this.#wie[i % this.#wie.length] ?? ''
      const token = await this.#weer(() => this.#logIn(wie))
      this.#inlogs.push(token)
      await this.#weer(() => this.#meld(token, tekst))
      this.#meldingen.push(tekst)
    }
  }

  /** Until there is an answer. */
  async #weer<T>(doe: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.#wacht.klaar
      try {
        return await doe()
      } catch (fout) {
        // Anything but a connection that broke is a fault of ours.
        if (!(fout instanceof TypeError)) throw fout
        this.afgebroken++
        await pauze(20)
      }
    }
  }

  async #logIn(wie: string): Promise<string> {
    const start = await this.#haal('/inloggen/start?middel=digid&naar=mijn')
    const naar = start.headers.get('location')
    if (naar === null) throw new Error(`inloggen: ${start.status}`)
    const terug = await new Proefbrowser().logIn(new URL(naar), { wie, niveau: 'substantieel' })
    const koekje = /voordeur-inlog=[^;]+/.exec(start.headers.getSetCookie().join('\n'))?.[0] ?? ''
    const binnen = await this.#haal(terug.pathname + terug.search, { headers: { cookie: koekje } })
    const token = /voordeur-sessie=([\w-]{43})/.exec(binnen.headers.getSetCookie().join('\n'))?.[1]
    // The code was used by a server that fell over before it answered: log in once more.
    if (token === undefined && binnen.status === 400) throw new TypeError('de code is al gebruikt')
    if (token === undefined) throw new Error(`terug van inloggen: ${binnen.status}`)
    return token
  }

  /** The same form again and again: its number is what makes it one report. */
  async #meld(token: string, toelichting: string): Promise<void> {
    const pad = '/mijn/gegevens/klopt-niet/adres'
    const headers = { cookie: `voordeur-sessie=${token}` }
    const vorm = await this.#weer(() => this.#haal(pad, { headers }).then((antwoord) => antwoord.text()))
    const kenmerk = /name="kenmerk" value="([^"]+)"/.exec(vorm)?.[1]
    if (kenmerk === undefined) throw new Error('een formulier zonder kenmerk')
    const body = new URLSearchParams({ toelichting, kenmerk })
    const { status } = await this.#weer(() => this.#haal(pad, { method: 'POST', headers, body }))
    if (status !== 303) throw new Error(`melden: ${status}`)
  }

  async #haal(pad: string, init: RequestInit = {}): Promise<Response> {
    const antwoord = await fetch(new URL(pad, this.#wacht.basis), { redirect: 'manual', ...init })
    // Falling over takes the database connection along: the page then says so, which is no acceptance.
    if (antwoord.status >= 500) throw new TypeError(`${antwoord.status}`)
    this.antwoorden++
    return antwoord
  }
}

function omgevingVan(demo: Demo, databaseUrl: string, poort: number): Record<string, string> {
  return {
    ...demoOmgeving(demo),
    DATABASE_URL: databaseUrl,
    DEMO: 'false',
    VOORDEUR_PORT: String(poort),
    VOORDEUR_SLEUTEL: sleutel,
  }
}
