import type { Audit, Sleutelring } from '../audit/index.ts'
import type { Datum, PersoonId } from '../domain/index.ts'
import type { Contactbron } from './contactbron.ts'
import { indexdoel, indexgegevens, indextaak } from './hint.ts'
import { kidVan, openNaam } from './indexnaam.ts'
import type { Signaalwacht } from './signaalwacht.ts'
import type { Taakbron } from './taakbron.ts'
import type { Zaakbron } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'
import type { Genoemd, ZaakindexStore, ZaakindexwerkStore } from './zaakindex-store.ts'
import type { Ernaast } from './zaaknieuws.ts'

/** A connection, as far as the index asks it. */
export interface Indexvraagbron {
  readonly bron: Pick<Zaakbron, 'id' | 'zoek' | 'haal'>
  /** Where it asks something of people: an organisation that waits for somebody is not late. */
  readonly taken?: Pick<Taakbron, 'zoek'> | undefined
  /** Where it says what it answered. */
  readonly contacten?: Pick<Contactbron, 'contacten'> | undefined
  /** It tells us of changes; what does not is asked more often. */
  readonly meldt: boolean
}

export interface Herbevestiging {
  readonly index: ZaakindexStore
  readonly werk: Pick<ZaakindexwerkStore, 'teVragen' | 'teBekijken' | 'zetBekeken' | 'vergeet'>
  readonly audit: Pick<Audit, 'metVerwerking'>
  readonly bronnen: () => readonly Indexvraagbron[]
  readonly ring: Sleutelring
  readonly nu: () => Date
  /** In the zone of the competent body. */
  readonly vandaag: () => Datum
  /** What was fetched anyway: late and silent cases are found in it. */
  readonly wacht?: Pick<Signaalwacht, 'neem'>
  readonly meldFout: (fout: unknown) => void
}

const dagMs = 24 * 3_600_000
/** Named limits: how old a confirmation may become, how long between two questions about the same, how many in a round. */
const oudMs = { meldt: 7 * dagMs, zwijgt: dagMs }
const pauzeMs = 6 * 3_600_000
const perRonde = 60
const tegelijk = 4

/**
 * Asks again where the index may be wrong: never confirmed, confirmed too long ago, or before a moment at which news
 * may have been missed. Each question is a processing with a line of its own. Gives how many were asked.
 */
export async function herbevestig(onderdelen: Herbevestiging): Promise<number> {
  const perBron = new Map(onderdelen.bronnen().map((een) => [een.bron.id, een] as const))
  if (perBron.size === 0) return 0
  const nu = onderdelen.nu()
  const paren = await onderdelen.werk.teVragen({
    bronnen: [...perBron].map(([bron, { meldt }]) => ({
      bron,
      bevestigdVoor: new Date(nu.getTime() - (meldt ? oudMs.meldt : oudMs.zwijgt)),
    })),
    nu,
    pauzeMs,
    aantal: perRonde,
  })
  await metHoogstens(tegelijk, paren, (paar) => vraagOpnieuw(onderdelen, paar, perBron.get(paar.bron)))
  return paren.length
}

/** Named limit: a case that takes too long is found within this time, also at a source that tells of every change. */
const bekijkMs = dagMs
/** Named limit: when that failed it is done again after this time. A source that keeps failing rests longer by itself. */
const opnieuwMs = 3_600_000

/**
 * Looks where people have cases whether one takes too long. That nothing happens, no source tells: it has to be looked
 * for. Gives how many were asked.
 */
export async function bekijk(onderdelen: Herbevestiging): Promise<number> {
  if (onderdelen.wacht === undefined) return 0
  const perBron = new Map(onderdelen.bronnen().map((een) => [een.bron.id, een] as const))
  if (perBron.size === 0) return 0
  const nu = onderdelen.nu()
  const paren = await onderdelen.werk.teBekijken({
    bronnen: [...perBron.keys()],
    nu,
    bekekenVoor: new Date(nu.getTime() - bekijkMs),
    aantal: perRonde,
  })
  await metHoogstens(tegelijk, paren, (paar) => vraagOpnieuw(onderdelen, paar, perBron.get(paar.bron)))
  return paren.length
}

async function vraagOpnieuw(
  onderdelen: Herbevestiging,
  paar: Genoemd & { readonly bron: BronId },
  bron: Indexvraagbron | undefined,
): Promise<void> {
  const { werk, ring, meldFout } = onderdelen
  if (bron === undefined || paar.zegel === undefined) return
  try {
    // Without its key a row is of no use to anybody; at their next visit they are asked about anew.
    if (!ring.heeft(kidVan(paar.wie))) return await werk.vergeet(paar.wie)
    const isGezien = await vraag(onderdelen, paar, openNaam(ring, paar.wie, paar.zegel), bron)
    if (!isGezien) await bekijkEerder(onderdelen, paar)
  } catch (fout) {
    meldFout(fout)
    await bekijkEerder(onderdelen, paar).catch(meldFout)
  }
}

function bekijkEerder(
  { werk, nu }: Herbevestiging,
  { wie, bron }: Genoemd & { readonly bron: BronId },
): Promise<void> {
  return werk.zetBekeken(wie, bron, new Date(nu().getTime() - bekijkMs + opnieuwMs))
}

/** False: it failed, and nobody looked whether something takes too long. */
async function vraag(
  onderdelen: Herbevestiging,
  { wie, bron: id }: Genoemd & { readonly bron: BronId },
  persoon: PersoonId,
  indexbron: Indexvraagbron,
): Promise<boolean> {
  const { index, audit, nu, vandaag, wacht } = onderdelen
  const { bron, taken } = indexbron
  const begin = nu()
  const verwerking = {
    doel: indexdoel,
    betrokkenen: [persoon],
    gegevens: wacht && taken ? [...indexgegevens, 'taken'] : indexgegevens,
    door: { soort: 'taak', taak: indextaak },
    bronnen: [id],
  } as const
  const [uitkomst, gevraagd] = await audit.metVerwerking(verwerking, (bewijs) => {
    const vraag = { persoon, bewijs, vandaag: vandaag() }
    return Promise.all([bron.zoek(vraag), wacht && taken?.zoek(vraag)])
  })
  switch (uitkomst.status) {
    case 'ok': {
      const { zaken, isVolledig } = uitkomst.gegevens
      const uuids = zaken.map(({ ref }) => ref.uuid)
      if (isVolledig) await index.bevestig(wie, [{ bron: id, uuids, op: begin }])
      // Not the whole of it: what is there is theirs, of what is missing we know nothing.
      else for (const uuid of uuids) await index.merk(wie, { bron: id, uuid }, true, begin)
      // Who does not say what it asks may be waiting: then nobody is told that it is late.
      if (gevraagd?.status === 'fout') return false
      const lijst = gevraagd?.status === 'ok' ? gevraagd.gegevens : undefined
      if (wacht === undefined || lijst?.isVolledig === false) return true
      const ernaast = await leesErnaast(onderdelen, persoon, indexbron, zaken.length > 0)
      await wacht.neem(persoon, id, zaken, { ...ernaast, ...(lijst && { taken: lijst.taken }) })
      return true
    }
    case 'onbekend':
    case 'geen-bsn':
      await index.bevestig(wie, [{ bron: id, uuids: [], op: begin }])
      return true
    // It stays as it was, and is asked again after a pause.
    case 'fout':
      return false
  }
}

/**
 * What was answered, and how a decision of one case reads. Both say what is in a case and not only where it is, so that
 * is a purpose of its own. What fails is not known now.
 */
async function leesErnaast(
  { audit, vandaag }: Herbevestiging,
  persoon: PersoonId,
  { bron, contacten }: Indexvraagbron,
  heeftZaken: boolean,
): Promise<Ernaast> {
  const verwerking = {
    doel: 'zaken-signalen',
    gegevens: ['contactmomenten'],
    betrokkenen: [persoon],
    door: { soort: 'taak', taak: 'zaaksignalen' },
    bronnen: [bron.id],
  } as const
  const gezegd =
    contacten && heeftZaken
      ? await audit.metVerwerking(verwerking, (bewijs) =>
          contacten.contacten({ persoon, bewijs, vandaag: vandaag() }),
        )
      : undefined
  return {
    ...(gezegd?.status === 'ok' && { contacten: gezegd.gegevens.contacten }),
    async besluitenVan(ref, bewijs) {
      const uitkomst = await bron.haal({ persoon, bewijs, vandaag: vandaag() }, ref)
      if (uitkomst.status !== 'ok' || uitkomst.gegevens.ontbreekt.includes('besluiten')) return undefined
      return uitkomst.gegevens.besluiten
    },
  }
}

async function metHoogstens<T>(
  aantal: number,
  dingen: readonly T[],
  doe: (ding: T) => Promise<void>,
): Promise<void> {
  const rij = dingen[Symbol.iterator]()
  const loop = async (): Promise<void> => {
    for (const ding of rij) await doe(ding)
  }
  await Promise.all(Array.from({ length: Math.min(aantal, dingen.length) }, loop))
}
