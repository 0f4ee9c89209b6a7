import type { GemaakteCode } from '../afzender/index.ts'
import type { Verwerkingsbewijs } from '../audit/index.ts'
import { codeVoor } from './berichtcode.ts'
import { openInhoud } from './berichtzegel.ts'
import { boekingVan, vervolg } from './boeking.ts'
import { bundel } from './bundel.ts'
import { blijvend, type Inhanden, later, tijdelijk, type Verzendwerk } from './in-handen.ts'
import { planBoeking } from './plannen.ts'
import { routevraagVan } from './routevraag.ts'
import { verzendEen } from './verzend-een.ts'
import type { Verzendkanaal } from './verzendweg.ts'
import { openVoorkeuren } from './voorkeuren.ts'
import type { Gebeurtenis, Zending } from './zending.ts'
import type { Boeking, NieuweZending, Verzendgegevens } from './zending-store.ts'

/** Named limits: so many are taken at once, and so many of those sent at once. */
const perKeer: Readonly<Record<Verzendkanaal, number>> = {
  berichtenbox: 200,
  email: 100,
  sms: 100,
  brief: 100,
  telefoon: 20,
}
const tegelijk = 24
/**
 * A worker begins items this long after it took them, gets each ready within that, and then lets the way have its time.
 * Together that is how long items are of one that fell over: nobody sends what another may be sending still.
 */
const beginMs = 75_000
const klaarzetMs = 15_000
const gewoonMs = 30_000
/** Named limit: after so many in a row without one that went, the other side is left alone for a moment. */
const maxOpRij = 8
const rustMs = 30_000
/** Named limit: what was taken so often without an outcome makes workers fall over. */
const maxOngewis = 20

/** The inbox first: from there everything else is planned. */
export const kanalenMetWerk: readonly Verzendkanaal[] = ['berichtenbox', 'email', 'sms', 'brief', 'telefoon']

/** Works off what is due on one channel, once; true when there may be more. Any number of nodes at once. */
export async function werkKanaalAf(werk: Verzendwerk, kanaal: Verzendkanaal): Promise<boolean> {
  const { store, audit, nu } = werk
  const gepakt = nu()
  const langsteMs = klaarzetMs + duurVan(werk, kanaal)
  const uiterlijk = gepakt.getTime() + beginMs
  const tot = new Date(uiterlijk + langsteMs)
  const zendingen = await store.pak({ kanaal, nu: gepakt, tot, hoogstens: perKeer[kanaal] })
  if (zendingen.length === 0) return false
  const verwerking = {
    doel: 'bericht-verzenden',
    gegevens: ['bericht', 'contactvoorkeur', 'contactadres'],
    betrokkenen: [...new Set(zendingen.map(({ persoon }) => persoon))],
    door: { soort: 'taak', taak: 'verzenden' },
  } as const
  let isBegonnen = false
  try {
    await audit.metVerwerking(verwerking, async (bewijs) => {
      const gegevens = await store.lees(zendingen, bewijs)
      const codes = kanaal === 'berichtenbox' ? undefined : await codesVan(werk, zendingen, gegevens)
      isBegonnen = true
      if (codes === undefined) await planAlle(werk, zendingen, gegevens, bewijs)
      else await verzendAlle(werk, { zendingen, gegevens, codes, uiterlijk, langsteMs }, bewijs)
    })
  } catch (fout) {
    if (!isBegonnen) await legTerug(werk, zendingen)
    throw fout
  }
  return true
}

/** Nothing of these was begun: no worker fell over, and nobody can have got anything. */
async function legTerug(werk: Verzendwerk, zendingen: readonly Zending[]): Promise<void> {
  const op = werk.nu()
  const boekingen = zendingen.flatMap((zending) => boek(werk, zending, tijdelijk(zending, op)) ?? [])
  // When this fails too it is taken again when its time is over, and what went wrong first says more.
  await werk.store.boek(boekingen).catch(werk.meldFout)
}

function duurVan({ wegen }: Verzendwerk, kanaal: Verzendkanaal): number {
  return (kanaal === 'berichtenbox' ? undefined : wegen().get(kanaal)?.langsteMs) ?? gewoonMs
}

/** Of all that is in hand with one statement, and kept before anybody can see one. */
function codesVan(
  { codes }: Verzendwerk,
  zendingen: readonly Zending[],
  { berichten }: Verzendgegevens,
): Promise<Berichtcodes> {
  return codes.maakControlecodes(
    zendingen.flatMap(({ bericht, organisatie }) => {
      const rij = berichten.get(bericht)
      return rij === undefined ? [] : [codeVoor(rij, organisatie)]
    }),
  )
}

async function planAlle(
  werk: Verzendwerk,
  zendingen: readonly Zending[],
  gegevens: Verzendgegevens,
  bewijs: Verwerkingsbewijs,
): Promise<void> {
  const boekingen = await Promise.all(
    zendingen.map(async (zending): Promise<Boeking | undefined> => {
      try {
        const item = inHanden(werk, zending, gegevens)
        if (item === undefined) return boek(werk, zending, blijvend(zending, 'bericht-weg', werk.nu()))
        if (zending.beurt > 1) {
          await kopieer(werk, item, bewijs)
          return {
            was: zending,
            wordt: { ...zending, stand: 'hersteld' },
            nieuw: [],
            taken: [],
            bewijzen: [],
          }
        }
        const boeking = planBoeking(werk, item, werk.nu())
        const isGekopieerd = await kopieer(werk, item, bewijs).then(
          () => true,
          (fout: unknown) => {
            werk.meldFout(fout)
            return false
          },
        )
        return isGekopieerd ? boeking : { ...boeking, nieuw: [...boeking.nieuw, latereKopie(werk, zending)] }
      } catch (fout) {
        werk.meldFout(fout)
        return boek(werk, zending, tijdelijk(zending, werk.nu()))
      }
    }),
  )
  await werk.store.boek(boekingen.filter((boeking) => boeking !== undefined))
}

/** To the helper whom somebody wants in copy. What was sent on to a helper is not sent on again. */
async function kopieer(
  werk: Verzendwerk,
  { zending: { persoon, bericht }, vraag, inhoud }: Omit<Inhanden, 'code'>,
  bewijs: Verwerkingsbewijs,
): Promise<void> {
  const { helper } = vraag.geldend
  if (helper !== undefined && inhoud.doorgestuurdVan === undefined)
    await werk.kopieer({ persoon, bericht, helper }, bewijs)
}

/** A copy that failed keeps nobody from their own message: it is owed by itself, as a second turn of the inbox. */
function latereKopie(werk: Verzendwerk, zending: Zending): NieuweZending {
  const deel = { kanaal: 'berichtenbox', daarna: [], op: werk.nu(), uiterlijk: undefined } as const
  return { ...vervolg(werk, zending, deel), beurt: 2 }
}

type Berichtcodes = ReadonlyMap<string, GemaakteCode>

interface Greep {
  readonly zendingen: readonly Zending[]
  readonly gegevens: Verzendgegevens
  readonly codes: Berichtcodes
  /** No item is begun after it. */
  readonly uiterlijk: number
  /** So long is waited for what came of one. */
  readonly langsteMs: number
}

/** What came of an item is written at once, with what others have by then: a crash repeats as little as can be. */
async function verzendAlle(werk: Verzendwerk, greep: Greep, bewijs: Verwerkingsbewijs): Promise<void> {
  const { zendingen, uiterlijk } = greep
  const boekrij = bundel(
    async (boekingen: readonly Boeking[]) => {
      await werk.store.boek(boekingen)
      return boekingen
    },
    { hoogstens: perKeer.berichtenbox },
  )
  const rij = zendingen[Symbol.iterator]()
  let opRij = 0
  const loop = async (): Promise<void> => {
    // While one is written down the next is sent already; more than one is never open.
    let vorige: Promise<unknown> | undefined
    for (const zending of rij) {
      const nu = werk.nu()
      const gebeurtenis =
        werk.isDicht() || nu.getTime() > uiterlijk
          ? later(zending, nu)
          : opRij >= maxOpRij
            ? tijdelijk(zending, nu, { reden: 'weg-rust', nietVoor: new Date(nu.getTime() + rustMs) })
            : await verzend(werk, zending, greep, bewijs)
      if (gebeurtenis.soort === 'uitslag') opRij = gebeurtenis.uitslag.soort === 'tijdelijk' ? opRij + 1 : 0
      const boeking = boek(werk, zending, gebeurtenis)
      await vorige
      vorige = boeking && boekrij(boeking)
      // Heard of when it is waited for.
      vorige?.catch(() => {})
    }
    await vorige
  }
  await Promise.all(Array.from({ length: tegelijk }, loop))
}

async function verzend(
  werk: Verzendwerk,
  zending: Zending,
  { gegevens, codes, langsteMs }: Greep,
  bewijs: Verwerkingsbewijs,
): Promise<Gebeurtenis> {
  const gang = { isBegonnen: false, isOpgegeven: false }
  if (zending.ongewis > maxOngewis) return blijvend(zending, 'vastgelopen', werk.nu())
  try {
    const item = inHanden(werk, zending, gegevens)
    if (item === undefined) return blijvend(zending, 'bericht-weg', werk.nu())
    const metCode = { ...item, code: codes.get(zending.bericht) }
    const uitkomst = await werk.hoogstens(langsteMs, verzendEen(werk, metCode, gang, bewijs))
    if (uitkomst !== 'te-laat') return uitkomst
    gang.isOpgegeven = true
    return tijdelijk(zending, werk.nu(), {
      reden: 'te-laat',
      hoever: gang.isBegonnen ? 'ongewis' : 'niet-begonnen',
    })
  } catch (fout) {
    werk.meldFout(fout)
    return tijdelijk(zending, werk.nu(), gang.isBegonnen ? { hoever: 'ongewis' } : {})
  }
}

function inHanden(
  { ring, nu }: Verzendwerk,
  zending: Zending,
  { berichten, voorkeuren }: Verzendgegevens,
): Omit<Inhanden, 'code'> | undefined {
  const rij = berichten.get(zending.bericht)
  const keuzes = voorkeuren.get(zending.persoon)
  if (rij === undefined || keuzes === undefined) return undefined
  const inhoud = openInhoud(ring, rij)
  return {
    zending,
    rij,
    inhoud,
    vraag: routevraagVan({ soort: rij.soort, inhoud }, openVoorkeuren(ring, keuzes), nu()),
  }
}

function boek(werk: Verzendwerk, zending: Zending, gebeurtenis: Gebeurtenis): Boeking | undefined {
  return boekingVan(werk, zending, gebeurtenis, werk.nu())
}
