/** Evidence and row-level security: how fast, and whether nothing slips through. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type BewijsLezer, controleerBewijs, type Keten } from '../src/audit/index.ts'
import { openProefaudit, proefverwerking } from '../src/audit/proefaudit.ts'
import { stilLog } from '../src/platform/index.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import { bewijsLezer, type Opslag, openOpslag, toegangOpslag } from '../src/store/index.ts'
import { maakDatabank } from '../src/store/opslag.ts'
import { nieuwePersoon, vul, zichtbaar } from '../src/store/proefbevolking.ts'
import { controleerIntrekken } from '../src/toegang/proefintrekking.ts'
import { type Meting, microsecondenLater, rond } from './meet.ts'
import { omvallen } from './omvallen.ts'

const perKeten = 500

/** A processing against a bare query; and each line of a number of chains once changed or removed, to be found. */
export function bewijs(aantal: number): Promise<Meting[]> {
  return metOpslag(async (opslag) => {
    const { audit, ring } = openProefaudit(toegangOpslag(opslag).bewijs)
    const lezer = bewijsLezer(opslag.databank)
    const ik = nieuwePersoon()
    const verwerking = await microsecondenLater(() =>
      audit.metVerwerking(proefverwerking(ik), async () => {}),
    )
    const kaal = await microsecondenLater(() => sql`select 1`.execute(opslag.databank))

    for (let i = 0; i < aantal / perKeten; i++) {
      const onderwerp = `persoon:${nieuwePersoon()}` as const
      const regels = Array.from({ length: perKeten }, (_, j) => ({
        onderwerp,
        soort: 'ontvangen',
        tijd: new Date(j),
        codes: { nummer: j },
      }))
      await audit.schrijf(...regels)
    }
    while ((await audit.veranker()) !== undefined);
    const begin = performance.now()
    const schoon = await controleerBewijs(lezer, ring)
    const duurS = (performance.now() - begin) / 1000
    if (schoon.afwijkingen.length > 0) throw new Error('een schone keten wordt niet goed gevonden')

    let gemist = 0
    let gezocht = 0
    for (const onderwerp of await lezer.onderwerpen()) {
      const keten = await lezer.keten(onderwerp)
      if (onderwerp === `persoon:${ik}`) continue
      for (let plaats = 0; plaats < keten.regels.length; plaats++) {
        gezocht++
        if (!(await wordtGevonden(metFout(keten, plaats), plaats + 1))) gemist++
      }
    }
    async function wordtGevonden(stuk: Keten, nummer: number): Promise<boolean> {
      const een: BewijsLezer = {
        onderwerpen: async () => ['stuk'],
        keten: async () => stuk,
        ankers: async () => [],
        bladen: async () => [],
        sleutels: async () => [],
      }
      const { afwijkingen } = await controleerBewijs(een, ring)
      return afwijkingen.length === 1 && afwijkingen[0]?.volgnummer === nummer
    }
    return [
      {
        naam: 'bewijs.verwerking',
        waarde: rond(verwerking),
        eenheid: 'µs',
        verhouding: rond(verwerking / kaal),
        tegen: 'een kale vraag aan de databank',
      },
      { naam: 'bewijs.controle', waarde: rond(schoon.regels / duurS), eenheid: 'regels/s' },
      { naam: 'bewijs.gezocht', waarde: gezocht, eenheid: 'veranderde of verwijderde regels' },
      { naam: 'bewijs.gemist', waarde: gemist, eenheid: 'regels', grens: 0 },
    ]
  })
}

/** Even places lose their line, odd ones a character of it. */
function metFout(keten: Keten, plaats: number): Keten {
  const regels = keten.regels.flatMap((regel, i) => {
    if (i !== plaats) return [regel]
    return i % 2 === 0 ? [] : [{ ...regel, codes: regel.codes.replace('}', ' }') }]
  })
  return { ...keten, regels }
}

/** So many small populations, one after the other in one database; after each a look without context. */
export function rijen(aantal: number): Promise<Meting[]> {
  return metOpslag(async (opslag) => {
    let gezien = 0
    for (let i = 0; i < aantal; i++) {
      const huishoudens = 1 + ((randomBytes(1)[0] ?? 0) % 3)
      for (let j = 0; j < huishoudens; j++) await vul(opslag.databank, [nieuwePersoon(), nieuwePersoon()])
      gezien += Object.keys(await zichtbaar(opslag.databank)).length
    }
    return [
      { naam: 'rijen.bevolkingen', waarde: aantal, eenheid: 'bevolkingen' },
      { naam: 'rijen.zichtbaar', waarde: gezien, eenheid: 'tabellen met een rij, zonder context', grens: 0 },
    ]
  })
}

/** Throws, with the seed and the order, when a request after taking back still finds the mandate in force. */
export async function intrekken(aantal: number): Promise<Meting[]> {
  await controleerIntrekken(aantal)
  return [
    { naam: 'intrekken.volgorden', waarde: aantal, eenheid: 'volgorden' },
    { naam: 'intrekken.gemist', waarde: 0, eenheid: 'volgorden', grens: 0 },
  ]
}

export function omgevallen(aantal: number, keren: number): Promise<Meting[]> {
  return metDuurzameDatabank((databaseUrl) => omvallen({ aantal, keren, databaseUrl }))
}

/** On a database that outlives the server, as one of your own does; with `fsync`, as in earnest. */
export async function metDuurzameDatabank(
  doe: (databaseUrl: string) => Promise<Meting[]>,
): Promise<Meting[]> {
  const eigen = process.env.DATABASE_URL
  if (eigen) return doe(eigen)
  const map = mkdtempSync(join(tmpdir(), 'voordeur-meet-'))
  chmodSync(map, 0o755)
  const embedded = await startEmbedded({ dataMap: map, log: stilLog })
  try {
    return await doe(await maakDatabank(embedded.url, 'voordeur'))
  } finally {
    await embedded.stop()
    rmSync(map, { recursive: true, force: true })
  }
}

/**
 * For a proof that goes on where it was broken off: the database stays until there is an outcome. With one of your own it
 * is yours to throw away.
 */
export async function metBlijvendeDatabank(
  naam: string,
  doe: (databaseUrl: string) => Promise<Meting[] | undefined>,
): Promise<Meting[] | undefined> {
  const eigen = process.env.DATABASE_URL
  if (eigen) return doe(eigen)
  const map = join(tmpdir(), `voordeur-proef-${naam}`)
  mkdirSync(map, { recursive: true })
  chmodSync(map, 0o755)
  const embedded = await startEmbedded({ dataMap: map, log: stilLog })
  let uit: Meting[] | undefined
  try {
    uit = await doe(await maakDatabank(embedded.url, 'voordeur'))
    return uit
  } finally {
    await embedded.stop()
    if (uit !== undefined) rmSync(map, { recursive: true, force: true })
  }
}

/** A database of its own for one measurement, gone afterwards. */
export async function metOpslag(doe: (opslag: Opslag) => Promise<Meting[]>): Promise<Meting[]> {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-meet-'))
  // The user of the database must pass too.
  chmodSync(map, 0o755)
  const opslag = await openOpslag({
    databaseUrl: process.env.DATABASE_URL || undefined,
    dataMap: map,
    log: stilLog,
  })
  try {
    return await doe(opslag)
  } finally {
    await opslag.sluit()
    rmSync(map, { recursive: true, force: true })
  }
}
