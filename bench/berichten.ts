/**
 * Many messages about cases that change meanwhile, by notification and by CloudEvent, twice and out of order, while
 * the server that takes them is killed again and again (kill -9). Afterwards the index is as the sources are, without
 * anybody having been asked, and of cases of others nothing is left.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { Agent, createServer, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import { openSleutelring } from '../src/audit/index.ts'
import { maakPersoonId, type OrganisatieId, type PersoonId } from '../src/domain/index.ts'
import { stilLog } from '../src/platform/index.ts'
import {
  openOpslag,
  zaakberichtOpslag,
  zaakindexOpslag,
  zaakindexwerkOpslag,
  zaakweigeringOpslag,
} from '../src/store/index.ts'
import { berichtsleutel, openZaakindex } from '../src/zaken/index.ts'
import type { Meting } from './meet.ts'
import { vrijePoort, Waakhond } from './waakhond.ts'

const bronnen = ['gemeente-GM0599', 'svb'] as readonly string[] as readonly OrganisatieId[]
const sleutel = 'x'.repeat(40)
const tegelijk = 48
const deelnemers = 40
/** Beside those who take part: known here, and not in the index. */
const anderen = 40

export interface Berichtenproef {
  readonly aantal: number
  readonly keren: number
  readonly databaseUrl: string
}

export async function berichtenproef({ aantal, keren, databaseUrl }: Berichtenproef): Promise<Meting[]> {
  const wereld = new Wereld(Math.max(50, Math.floor(aantal / 20)))
  const waarheid = createServer((vraag, antwoord) => {
    const [, bron = '', , uuid = ''] = (vraag.url ?? '').split('/')
    const wie = wereld.houders(bron, uuid)
    antwoord.writeHead(wie === undefined ? 404 : 200, { 'content-type': 'application/json' })
    antwoord.end(JSON.stringify([...(wie ?? [])]))
  })
  await new Promise<void>((klaar) => waarheid.listen(0, '127.0.0.1', klaar))
  const adres = waarheid.address()
  const wortel = `http://127.0.0.1:${typeof adres === 'object' && adres !== null ? adres.port : 0}/`
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  const ring = openSleutelring(() => [sleutel])
  const nu = () => new Date()
  const index = openZaakindex({
    store: zaakindexOpslag(opslag.databank, nu),
    werk: zaakindexwerkOpslag(opslag.databank),
    weigeringen: zaakweigeringOpslag(opslag.databank),
    ring,
    nu,
    toeval: randomBytes,
  })
  const wacht = new Waakhond(join(import.meta.dirname, 'berichten-server.ts'), {
    DATABASE_URL: databaseUrl,
    DEMO: 'false',
    VOORDEUR_ADRES: '127.0.0.1',
    VOORDEUR_PORT: String(await vrijePoort()),
    VOORDEUR_SLEUTEL: sleutel,
    BRONNEN: bronnen.join(','),
    WAARHEID: wortel,
  })
  const agent = new Agent({ keepAlive: true, maxSockets: tegelijk })
  try {
    for (const persoon of wereld.doenMee) await index.meldAan(persoon)
    const bode = new Bode(wereld, wortel, wacht, agent, aantal, (bron) => berichtsleutel(ring, bron))
    let dood = 0
    await wacht.start()
    const begin = performance.now()
    const klaar = Promise.all(Array.from({ length: tegelijk }, () => bode.loop()))
    klaar.catch(() => {})
    while (dood < keren) {
      const tot = ((dood + 1) * aantal) / (keren + 1)
      while (bode.aanvaard < tot && bode.aanvaard < aantal) await pauze(5)
      await pauze(randomInt(60))
      await wacht.dood()
      dood += 1
      await wacht.start()
    }
    await klaar
    const perSeconde = Math.round(aantal / ((performance.now() - begin) / 1000))
    const inbox = zaakberichtOpslag(opslag.databank)
    await tot(async () => (await inbox.standen()).every(({ wachtend }) => wachtend === 0))
    const achterS = Math.round((performance.now() - begin) / 1000 - aantal / perSeconde)

    let anders = 0
    for (const persoon of wereld.doenMee) {
      const bekend = (await index.bekend(persoon))?.bronnen.flatMap(({ bron, zaken }) =>
        zaken.map((zaak) => `${bron} ${zaak}`),
      )
      const hoort = wereld.zakenVan(persoon)
      anders += [...hoort].filter((zaak) => !bekend?.includes(zaak)).length
      anders += (bekend ?? []).filter((zaak) => !hoort.has(zaak)).length
    }
    const standen = await inbox.standen()
    const som = (veld: 'ontvangen' | 'mislukt' | 'verwerkt') =>
      standen.reduce((tel, stand) => tel + stand[veld], 0)
    return [
      {
        naam: 'berichten.bezorgd',
        waarde: bode.aanvaard,
        eenheid: `berichten (${som('verwerkt')} keer gelezen bij de bron)`,
      },
      {
        naam: 'berichten.per-seconde',
        waarde: perSeconde,
        eenheid: 'berichten, met omvallen en opnieuw starten',
      },
      { naam: 'berichten.achterstand', waarde: achterS, eenheid: 's na het laatste bericht' },
      {
        naam: 'berichten.gedood',
        waarde: dood,
        eenheid: `keer kill -9 (${bode.afgebroken} verzoeken zonder antwoord)`,
      },
      {
        naam: 'berichten.niet-geteld',
        waarde: Math.max(0, bode.aanvaard - som('ontvangen')),
        eenheid: 'berichten',
        grens: 0,
      },
      { naam: 'berichten.opgegeven', waarde: som('mislukt'), eenheid: 'berichten', grens: 0 },
      { naam: 'berichten.index-anders', waarde: anders, eenheid: 'zaken', grens: 0 },
    ]
  } finally {
    agent.destroy()
    await wacht.stop()
    await opslag.sluit()
    waarheid.closeAllConnections()
    await new Promise((klaar) => waarheid.close(klaar))
  }
}

/** Cases at two sources, of people who take part and of others. */
class Wereld {
  readonly doenMee: readonly PersoonId[]
  readonly #mensen: readonly PersoonId[]
  readonly #zaken: readonly { readonly bron: OrganisatieId; readonly uuid: string }[]
  readonly #houders = new Map<string, ReadonlySet<PersoonId>>()

  constructor(zaken: number) {
    this.#mensen = Array.from({ length: deelnemers + anderen }, () => maakPersoonId(new Date(), randomBytes))
    this.doenMee = this.#mensen.slice(0, deelnemers)
    this.#zaken = Array.from({ length: zaken }, (_, i) => ({ bron: kies(bronnen, i), uuid: randomUUID() }))
  }

  houders(bron: string, uuid: string): ReadonlySet<PersoonId> | undefined {
    return this.#houders.get(`${bron} ${uuid}`)
  }

  zakenVan(persoon: PersoonId): ReadonlySet<string> {
    return new Set([...this.#houders].flatMap(([zaak, wie]) => (wie.has(persoon) ? [zaak] : [])))
  }

  /** A case changes hands, or goes. */
  verander(): { readonly bron: OrganisatieId; readonly uuid: string } {
    const zaak = kies(this.#zaken, randomInt(this.#zaken.length))
    const sleutelVanZaak = `${zaak.bron} ${zaak.uuid}`
    if (randomInt(20) === 0) this.#houders.delete(sleutelVanZaak)
    else {
      const wie = [kies(this.#mensen, randomInt(this.#mensen.length))]
      if (randomInt(4) === 0) wie.push(kies(this.#mensen, randomInt(this.#mensen.length)))
      this.#houders.set(sleutelVanZaak, new Set(wie))
    }
    return zaak
  }
}

/** Brings each message until it was taken, as a notification component does; some of them twice. */
class Bode {
  readonly #wereld: Wereld
  readonly #wortel: string
  readonly #wacht: Waakhond
  readonly #agent: Agent
  readonly #aantal: number
  readonly #sleutel: (bron: OrganisatieId) => string
  #begonnen = 0
  aanvaard = 0
  afgebroken = 0

  constructor(
    wereld: Wereld,
    wortel: string,
    wacht: Waakhond,
    agent: Agent,
    aantal: number,
    sleutelVoor: (bron: OrganisatieId) => string,
  ) {
    this.#wereld = wereld
    this.#wortel = wortel
    this.#wacht = wacht
    this.#agent = agent
    this.#aantal = aantal
    this.#sleutel = sleutelVoor
  }

  async loop(): Promise<void> {
    while (this.#begonnen < this.#aantal) {
      this.#begonnen += 1
      const { bron, uuid } = this.#wereld.verander()
      const bericht = this.#begonnen % 3 === 0 ? this.#gebeurtenis(uuid) : this.#notificatie(bron, uuid)
      await this.#tot(bron, bericht)
      this.aanvaard += 1
      if (this.#begonnen % 10 === 0) await this.#tot(bron, bericht)
    }
  }

  #notificatie(bron: OrganisatieId, uuid: string) {
    const hoofdObject = `${this.#wortel}${bron}/zaken/${uuid}`
    const aanmaakdatum = new Date().toISOString()
    const inhoud = {
      kanaal: 'zaken',
      hoofdObject,
      resource: 'rol',
      resourceUrl: hoofdObject,
      actie: 'create',
      aanmaakdatum,
    }
    return { pad: `/zgw/berichten/${bron}`, soort: 'application/json', inhoud: JSON.stringify(inhoud) }
  }

  #gebeurtenis(uuid: string) {
    const inhoud = {
      specversion: '1.0',
      id: randomUUID(),
      source: 'urn:nld:oin:00000001999800003000:zaken',
      type: 'nl.overheid.zaken.zaak-gemuteerd',
      subject: uuid,
      time: new Date().toISOString(),
    }
    const soort = 'application/cloudevents+json'
    return { pad: '/api/v1/gebeurtenisberichten', soort, inhoud: JSON.stringify(inhoud) }
  }

  /** Until there is an answer that says that it was taken. */
  async #tot(
    bron: OrganisatieId,
    { pad, soort, inhoud }: { pad: string; soort: string; inhoud: string },
  ): Promise<void> {
    for (;;) {
      await this.#wacht.klaar
      const status = await this.#breng(pad, inhoud, {
        'content-type': soort,
        authorization: this.#sleutel(bron),
      })
      if (status === 204 || status === 202) return
      // Anything but falling over is a fault of ours.
      if (status !== undefined && status < 500) throw new Error(`${pad}: ${status}`)
      this.afgebroken += 1
      await pauze(20)
    }
  }

  #breng(pad: string, inhoud: string, headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((klaar) => {
      const vraag = request(
        new URL(pad, this.#wacht.basis),
        {
          method: 'POST',
          agent: this.#agent,
          headers: { ...headers, 'content-length': Buffer.byteLength(inhoud) },
        },
        (antwoord) => {
          antwoord.resume()
          antwoord.on('end', () => klaar(antwoord.statusCode))
          antwoord.on('error', () => klaar(undefined))
        },
      )
      vraag.on('error', () => klaar(undefined))
      vraag.end(inhoud)
    })
  }
}

/** Named limit: longer than this is standing still. What a killed node had taken comes back after two minutes. */
const hoogstensMs = 1_800_000

async function tot(isZo: () => Promise<boolean>): Promise<void> {
  const grens = performance.now() + hoogstensMs
  while (!(await isZo())) {
    if (performance.now() > grens) throw new Error('het postvak raakt niet leeg')
    await pauze(200)
  }
}

function kies<T>(lijst: readonly T[], nr: number): T {
  const gekozen = lijst[nr % lijst.length]
  if (gekozen === undefined) throw new Error('een lege lijst')
  return gekozen
}
