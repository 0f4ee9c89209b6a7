import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Levenddeel } from './app-levend.ts'
import type { OrganisatieId } from './domain/index.ts'
import {
  BEWAAK_MS,
  type Belgesprek,
  type Belnummer,
  createGesprekken,
  createMediabrug,
  createSeinpost,
  type Gesprekken,
  HOOGSTENS_SEIN,
  type Losgelaten,
  leesBelnummer,
  type Mediabrug,
  maakBewaking,
  type Seinpost,
  TURN_MS,
} from './lijnen/index.ts'
import { openJanusmenger } from './lijnen/janus/menger.ts'
import { openSiplijn } from './lijnen/sip/lijn.ts'
import { openSeinen, type SeinOpties } from './platform/http/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log, systeemklok } from './platform/index.ts'
import { belgesprekOpslag, gesprekKanaal, meldOp, type Opslag, seinKanaal } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { seinPad } from './web/index.ts'

/** The part of the composition root about calls: what changes, and what browsers say, reaches every node. */
export interface Beldeel {
  readonly gesprekken: Gesprekken
  readonly seinpost: Seinpost
  /** Who dials an ordinary telephone; absent: nobody can here. */
  readonly belTelefoon: Mediabrug['bel']
  /** A number that may be dialled here; `undefined`: it is none, or not one of these countries. */
  readonly leesNummer: (getypt: string) => Belnummer | undefined
  readonly open: (server: FastifyInstance, wie: SeinOpties['wie']) => void
}

export function openBeldeel(
  {
    config,
    klok,
    log,
  }: {
    readonly config: Pick<Config, 'url' | 'turn' | 'telefoonlijn'>
    readonly klok: Klok
    readonly log: Log
  },
  {
    opslag,
    toegang,
    levend,
    naGesprek,
    organisaties,
  }: {
    readonly opslag: Pick<Opslag, 'databank' | 'luister'>
    readonly toegang: Pick<Toegang, 'bijEinde'>
    readonly levend: Pick<Levenddeel, 'meld'>
    /** What a change of a call means for the line that it came of. */
    readonly naGesprek: (gesprek: Belgesprek) => Promise<void>
    /** Of whom people can log in here. */
    readonly organisaties: readonly OrganisatieId[]
  },
  levensloop: Levensloop,
): Beldeel {
  // What this node said itself comes back to it as well, and was delivered already.
  const node = randomBytes(6).toString('base64url')
  const store = belgesprekOpslag(opslag.databank)
  const meld = (kanaal: string, wat: string) => meldOp(opslag.databank, kanaal, `${node} ${wat}`)
  const klacht = (fout: unknown) => log.waarschuwing('gesprek niet gemeld', { fout })
  const gesprekken = createGesprekken({
    store,
    gewijzigd: (gesprek, isOokLijst, los) => {
      const { id, deelnemers } = gesprek
      vertel(id, { gesprek, los }).catch(klacht)
      meld(gesprekKanaal, id).catch(klacht)
      if (!isOokLijst) return
      naGesprek(gesprek).catch(klacht)
      for (const { partij } of deelnemers)
        if (partij.soort === 'medewerker') levend.meld({ soort: 'oproepen', id: partij.organisatie })
    },
    telefoon: config.telefoonlijn,
    isHier: (organisatie) => organisaties.includes(organisatie),
    nu: klok.nu,
    toeval: randomBytes,
  })
  const { brug, sluit } = openBrug(config.telefoonlijn, gesprekken, log)
  /** Who has it before them, and what hangs on the mixer or the line here. */
  const vertel = async (
    id: string,
    bekend?: { readonly gesprek: Belgesprek; readonly los: readonly Losgelaten[] },
  ): Promise<void> => {
    await seinpost.isGewijzigd(id, bekend?.gesprek)
    if (config.telefoonlijn === undefined) return
    const gesprek = bekend?.gesprek ?? (await store.vind(id))
    if (gesprek !== undefined) brug.isGewijzigd(gesprek, bekend?.los)
  }
  const seinpost = createSeinpost({
    meng: brug.meng,
    gesprekken,
    vind: store.vind,
    turn: config.turn,
    naarAndere: (bericht) => meld(seinKanaal, bericht),
    klacht,
    nu: klok.nu,
    turnNu: systeemklok.nu,
  })
  const geef = setInterval(seinpost.geefIjs, TURN_MS / 2)
  geef.unref()
  const bewaak = maakBewaking({
    store,
    gesprekken,
    seinpost,
    brug,
    nu: klok.nu,
    tik: () => performance.now(),
  })
  const stopKijken = herhaal(BEWAAK_MS, bewaak, klacht)
  const hoor = (kanaal: string, doe: (wat: string) => void, gemist: () => void) =>
    opslag.luister(kanaal, (bericht) => {
      if (bericht === undefined) return gemist()
      const [van = '', ...rest] = bericht.split(' ')
      if (van !== node) doe(rest.join(' '))
    })
  const stops = [
    hoor(seinKanaal, seinpost.vanAndere, () => {}),
    hoor(
      gesprekKanaal,
      (id) => void vertel(id).catch(klacht),
      () => void seinpost.kijkNa().catch(klacht),
    ),
  ]
  levensloop.bijSluiten('bellen', async () => {
    clearInterval(geef)
    await Promise.all([stopKijken(), ...stops.map((stop) => stop())])
    await brug.sluit()
    await sluit()
  })
  return {
    gesprekken,
    seinpost,
    belTelefoon: brug.bel,
    leesNummer: (getypt) => leesBelnummer(getypt, config.telefoonlijn?.landen),
    open: (server, wie) => {
      const opties = { pad: seinPad, url: config.url, log, hoogstensBytes: HOOGSTENS_SEIN, wie }
      const { sluitPlek } = openSeinen(server, opties)
      toegang.bijEinde(sluitPlek)
    },
  }
}

/** From browser to browser alone, unless an operator and a mixer were named. */
function openBrug(
  instelling: Config['telefoonlijn'],
  { meldTelefoon: meld, leeftTelefoon: leeft }: Pick<Gesprekken, 'meldTelefoon' | 'leeftTelefoon'>,
  log: Log,
): { readonly brug: Mediabrug; readonly sluit: () => Promise<void> } {
  const klacht = (fout: unknown) => log.waarschuwing('telefoonlijn', { fout })
  const toeval = () => randomBytes(9).toString('hex')
  const janus =
    instelling && openJanusmenger(instelling.menger, { hier: instelling.hier.host, toeval, klacht })
  const sip =
    instelling && openSiplijn({ ...instelling, geheim: instelling.menger.geheim }, { toeval, klacht })
  const brug = createMediabrug({ menger: janus?.menger, lijn: sip?.lijn, meld, leeft, klacht })
  return {
    brug,
    sluit: async () => {
      await sip?.sluit()
      await janus?.sluit()
    },
  }
}
