import { eisBewijs, type Verwerkingsbewijs } from '../audit/index.ts'
import { isUuid, type OrganisatieId, type PersoonId } from '../domain/index.ts'
import { type Bericht, organisatieVan } from './bericht.ts'
import type { Lijstvraag } from './bericht-store.ts'
import { type BerichtOnderdelen, stuurBericht } from './berichten.ts'
import { openBericht, openBijlage } from './berichtzegel.ts'
import type { Bijlage } from './bijlage.ts'
import { vervolg } from './boeking.ts'
import type { Lezer } from './lezer.ts'
import { type Verzendmoment, verzendmomentVan } from './verzendmoment.ts'
import type { Zending } from './zending.ts'
import type { ZendingStore } from './zending-store.ts'

/** What one can do in an inbox beside reading (`Berichten`). */
export interface Postbus {
  /** The latest first; `map` of this reader. */
  readonly lijst: (wie: Lezer, vraag: Bladvraag, bewijs: Verwerkingsbewijs) => Promise<Berichtenblad>
  /** All words must be in it, in any language, without looking at accents or capitals. Among the latest only. */
  readonly zoek: (wie: Lezer, woorden: string, bewijs: Verwerkingsbewijs) => Promise<readonly Bericht[]>
  /** One of them as it lies there: that somebody looks whether it is the right one opens nothing. */
  readonly bekijk: (wie: Lezer, id: string, bewijs: Verwerkingsbewijs) => Promise<Bericht | undefined>
  /** That it was opened once stays in the evidence, whatever it is marked as. */
  readonly markeer: (
    wie: Lezer,
    id: string,
    als: 'gelezen' | 'ongelezen' | 'archief' | 'postvak',
    bewijs: Verwerkingsbewijs,
  ) => Promise<boolean>
  /** `nummer`: its place in `inhoud.bijlagen`. */
  readonly bijlage: (
    persoon: PersoonId,
    id: string,
    nummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Bijlage | undefined>
  /** To who holds a mandate of theirs for this, or whom they named as their helper and who holds one. */
  readonly stuurDoor: (
    persoon: PersoonId,
    id: string,
    helper: PersoonId,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gestuurd' | 'was-er-al' | 'mag-niet' | 'onbekend'>
  /**
   * As a letter as well, beside what was sent already: it begins no term and makes no notice good. `onderweg`: one is on
   * its way; `genoeg`: as often as we print one; `geen-weg`: no letter leaves this house.
   */
  readonly vraagPapier: (
    wie: Lezer,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gevraagd' | 'onderweg' | 'genoeg' | 'geen-weg' | 'onbekend'>
  /** By which ways it went and what became of it, for who must prove it and for the owner (Awb 2:25). */
  readonly verloop: (
    persoon: PersoonId,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Verloop | undefined>
}

/** Which messages of an inbox. */
export interface Bladvraag {
  readonly map: 'postvak' | 'archief'
  /** `ons`: of this installation itself. */
  readonly van?: string
  readonly alleenNieuw?: boolean
  /** The last one that was seen: behind it. What is no id begins at the begin. */
  readonly na?: string | undefined
}

export interface Berichtenblad {
  readonly berichten: readonly Bericht[]
  /** Who sent what was looked through for it, also where that is not shown. */
  readonly afzenders: ReadonlySet<string>
  /** There may be more: behind this one. */
  readonly volgende?: string
}

export interface Verloop {
  readonly zendingen: readonly Zending[]
  readonly moment: Verzendmoment | undefined
}

/** What became of one message on every way. */
export function verloopVan(zendingen: readonly Zending[]): Verloop | undefined {
  return zendingen.length === 0 ? undefined : { zendingen, moment: verzendmomentVan(zendingen) }
}

/** Holds this helper a mandate of theirs, today, that covers this organisation? Absent: what covers everything. */
export type MagMeelezen = (
  gever: PersoonId,
  helper: PersoonId,
  organisatie: OrganisatieId | undefined,
  bewijs: Verwerkingsbewijs,
) => Promise<boolean>

export interface PostbusOnderdelen extends BerichtOnderdelen {
  readonly zendingen: Pick<ZendingStore, 'vanBericht' | 'vraagBrief'>
  readonly magMeelezen: MagMeelezen
  readonly heeftBriefweg: () => boolean
  /** So many messages are opened at a time while one searches in all of them. */
  readonly perZoekronde?: number
}

/** Named limits: so many are listed, and looked through for a page; a search opens all. */
const perBlad = 100
const maxGevonden = 200
const maxDoorzocht = 1_000
const maxWoorden = 8

export function createPostbus(onderdelen: PostbusOnderdelen): Postbus {
  const { store, ring, zendingen, perZoekronde = 250 } = onderdelen
  const haal = async (
    { persoon, lezer }: Lezer,
    hoogstens: number,
    bewijs: Verwerkingsbewijs,
    vraag: Lijstvraag = {},
  ) => {
    eisBewijs(bewijs, persoon)
    return (await store.lijst(persoon, bewijs, hoogstens, lezer, vraag)).map((rij) => openBericht(ring, rij))
  }
  return {
    lijst: (wie, { map, van, alleenNieuw = false, na }, bewijs) => {
      const welke = { isGearchiveerd: map === 'archief', alleenNieuw }
      const deel = (plaats: string | undefined) => haal(wie, perBlad + 1, bewijs, { ...welke, na: plaats })
      return leesBlad(deel, van, isUuid(na) ? na : undefined)
    },

    async zoek(wie, tekst, bewijs) {
      const woorden = woordenVan(tekst)
      if (woorden.length === 0) return []
      const gevonden: Bericht[] = []
      for (let na: string | undefined; gevonden.length < maxGevonden; ) {
        const deel = await haal(wie, perZoekronde, bewijs, { na })
        gevonden.push(...deel.filter((bericht) => bevat(bericht, woorden)))
        if (deel.length < perZoekronde) break
        na = deel.at(-1)?.id
      }
      return gevonden.slice(0, maxGevonden)
    },

    async bekijk({ persoon, lezer }, id, bewijs) {
      eisBewijs(bewijs, persoon)
      const rij = isUuid(id) ? await store.vind(persoon, id, bewijs, lezer) : undefined
      return rij && openBericht(ring, rij)
    },

    async markeer({ persoon, lezer }, id, als, bewijs) {
      eisBewijs(bewijs, persoon)
      return isUuid(id) && store.markeer(persoon, id, lezer, stand[als])
    },

    async bijlage(persoon, id, nummer, bewijs) {
      eisBewijs(bewijs, persoon)
      const rij = isUuid(id) ? await store.bijlage(persoon, id, nummer, bewijs) : undefined
      return rij && openBijlage(ring, { id, persoon }, rij)
    },

    stuurDoor: (persoon, id, helper, bewijs) =>
      stuurDoor(onderdelen, { persoon, id, helper, isGevraagd: true }, bewijs),

    vraagPapier: (wie, id, bewijs) => vraagPapier(onderdelen, wie, id, bewijs),

    async verloop(persoon, id, bewijs) {
      eisBewijs(bewijs, persoon)
      return verloopVan(isUuid(id) ? await zendingen.vanBericht(persoon, id, bewijs) : [])
    },
  }
}

/** Who sent it is sealed: so many are opened until a page is full, and from where that ended one goes on. */
async function leesBlad(
  haal: (na: string | undefined) => Promise<readonly Bericht[]>,
  van: string | undefined,
  begin: string | undefined,
): Promise<Berichtenblad> {
  const berichten: Bericht[] = []
  const afzenders = new Set<string>()
  let plaats = begin
  for (let gelezen = 0; gelezen < maxDoorzocht; ) {
    const deel = await haal(plaats)
    for (const bericht of deel) {
      const afzender = bericht.inhoud.van ?? 'ons'
      afzenders.add(afzender)
      if (van === undefined || afzender === van) {
        if (berichten.length === perBlad) return { berichten, afzenders, ...(plaats && { volgende: plaats }) }
        berichten.push(bericht)
      }
      plaats = bericht.id
    }
    if (deel.length <= perBlad) return { berichten, afzenders }
    gelezen += deel.length
  }
  return { berichten, afzenders, ...(plaats && { volgende: plaats }) }
}

const stand = {
  gelezen: { isGelezen: true },
  ongelezen: { isGelezen: false },
  archief: { isGearchiveerd: true },
  postvak: { isGearchiveerd: false },
} as const

interface Door {
  readonly persoon: PersoonId
  readonly id: string
  readonly helper: PersoonId
  /** Somebody chose to send this one on; absent: it is a copy, which goes as the message itself goes. */
  readonly isGevraagd?: boolean
}

/** A message of their own for the helper, who hears of it in their own way; the same one once. */
export async function stuurDoor(
  onderdelen: Omit<PostbusOnderdelen, 'zendingen' | 'heeftBriefweg'>,
  { persoon, id, helper, isGevraagd = false }: Door,
  bewijs: Verwerkingsbewijs,
): Promise<'gestuurd' | 'was-er-al' | 'mag-niet' | 'onbekend'> {
  const { store, audit, ring, nu, magMeelezen } = onderdelen
  eisBewijs(bewijs, persoon)
  const rij = isUuid(id) ? await store.vind(persoon, id, bewijs) : undefined
  if (rij === undefined) return 'onbekend'
  // Where the owner was reached until now is not where the helper is.
  const { oudAdres: _, belVoor: __, alleenSnel, ...inhoud } = openBericht(ring, rij).inhoud
  if (helper === persoon || !(await magMeelezen(persoon, helper, organisatieVan(inhoud), bewijs)))
    return 'mag-niet'
  const bijlagen: Bijlage[] = []
  for (const nummer of (inhoud.bijlagen ?? []).keys()) {
    const bijlage = await store.bijlage(persoon, id, nummer, bewijs)
    if (bijlage !== undefined) bijlagen.push(openBijlage(ring, { id, persoon }, bijlage))
  }
  const doorgestuurd = audit.verzegel({
    onderwerp: `persoon:${persoon}`,
    soort: 'doorgestuurd',
    tijd: nu(),
    codes: { bericht: id, helper },
  })
  const nieuw = {
    persoon: helper,
    soort: 'meegelezen',
    kenmerk: `meegelezen ${persoon} ${id}`,
    inhoud: {
      ...inhoud,
      ...(!isGevraagd && { ...(alleenSnel && { alleenSnel }), kopieVan: { id, soort: rij.soort } }),
      doorgestuurdVan: persoon,
    },
    bijlagen,
  } as const
  return stuurBericht(onderdelen, nieuw, [doorgestuurd])
}

async function vraagPapier(
  { audit, zendingen, heeftBriefweg, nu, toeval }: PostbusOnderdelen,
  { persoon, lezer }: Lezer,
  id: string,
  bewijs: Verwerkingsbewijs,
): Promise<'gevraagd' | 'onderweg' | 'genoeg' | 'geen-weg' | 'onbekend'> {
  eisBewijs(bewijs, persoon)
  const alle = isUuid(id) ? await zendingen.vanBericht(persoon, id, bewijs) : []
  const [eerste] = alle
  if (eerste === undefined) return 'onbekend'
  if (!heeftBriefweg()) return 'geen-weg'
  const brieven = alle.filter(({ kanaal }) => kanaal === 'brief')
  if (brieven.some(({ stand }) => onderweg.has(stand))) return 'onderweg'
  if (brieven.filter(({ opVerzoek }) => opVerzoek).length >= maxGevraagd) return 'genoeg'
  const op = nu()
  // The first is of the letter that follows when a notice does not arrive.
  const beurt = Math.max(1, ...brieven.map((brief) => brief.beurt)) + 1
  const zending = { ...vervolg({ toeval }, eerste, { ...papier, op, uiterlijk: undefined }), beurt }
  const gevraagd = audit.verzegel({
    onderwerp: `persoon:${persoon}`,
    soort: 'papier-gevraagd',
    tijd: op,
    codes: { bericht: id, zending: zending.id, ...(lezer !== persoon && { door: lezer }) },
  })
  return (await zendingen.vraagBrief(zending, [gevraagd])) ? 'gevraagd' : 'onderweg'
}

const papier = { kanaal: 'brief', daarna: [] } as const
const onderweg: ReadonlySet<Zending['stand']> = new Set(['gemaakt', 'bezig', 'klaar'])
/** Named limit: so many letters of one message on request. */
const maxGevraagd = 2

/** As people type: without accents and capitals. */
function woordenVan(tekst: string): readonly string[] {
  return effen(tekst.slice(0, 200))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((woord) => woord !== '')
    .slice(0, maxWoorden)
}

function bevat({ inhoud }: Bericht, woorden: readonly string[]): boolean {
  const { onderwerp, doen = {}, alineas, bijlagen = [] } = inhoud
  const teksten = [onderwerp, doen, ...alineas].flatMap((tekst) => Object.values(tekst))
  const alles = effen([...teksten, ...bijlagen.map(({ naam }) => naam)].join(' '))
  return woorden.every((woord) => alles.includes(woord))
}

function effen(tekst: string): string {
  return tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
