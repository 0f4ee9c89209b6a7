/** A command from beginning to end: load, decide on what stands, write, and once more when somebody was ahead. */
import type { Audit, Bewijs, Sleutelring } from '../audit/index.ts'
import { isUuid7, maakUuid7, type OrganisatieId, type Toeval } from '../domain/index.ts'
import { beginVan, datumOp, plusDagen, plusWerkdagen } from '../kalender/index.ts'
import { maakNummer } from '../ontvangst/index.ts'
import { OPSCHALING_WERKDAGEN } from './begrippen.ts'
import { type Doener, daderVan, type Omgeving } from './bouw.ts'
import { decide } from './decide.ts'
import { eigenNr, gemerkt } from './eigen-beeld.ts'
import { evolve, speelAf } from './evolve.ts'
import { bewijzenVan, durenVan } from './ketenbewijs.ts'
import { keurWoorden, opdrachtmerk, verzegelWoorden } from './ketentekst.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { Ketenlezer, KetenzaakStore, Opdrachtmerk, Tekstrij, Toevoeging } from './ketenzaak-store.ts'
import { type Leesbeeld, leesbeeld, verschil } from './leesbeeld.ts'
import { leringVan } from './lering.ts'
import type { Opdrachtkop, Uitslag } from './loket.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import { magDoen } from './rechten.ts'
import { botst } from './samenvoegen.ts'
import { stilTot } from './stilte.ts'
import { gebeurd } from './verloop.ts'
import type { Voorval, Voorvalinhoud } from './voorval.ts'
import { gewistDoor } from './wissen.ts'
import { type Tekstverwijzing, verwijzingenIn } from './woorden.ts'
import { zicht } from './zicht.ts'
import { inNederland, type ZoneVan, zoneBij } from './zone.ts'

export interface Uitvoerdelen {
  readonly store: KetenzaakStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly isOverheid: (organisatie: OrganisatieId) => boolean
  /** Who sees what they are asked: professionals here, or told by a connection. Absent: everybody. */
  readonly bereik?: (() => Promise<(organisatie: OrganisatieId) => boolean>) | undefined
  /** Bodies of which professionals work in this installation. Absent: all of them. */
  readonly ontvangers?: () => readonly OrganisatieId[]
  /** Absent: all of them are in the Netherlands. */
  readonly zoneVan?: ZoneVan
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** Who does it, as whom rows are read, and whether they may at all in the case as it stands. */
export interface Uitvoerder {
  readonly doener: Doener
  readonly lezer: Ketenlezer
  readonly mag: (stand: Ketenzaak | undefined) => boolean
}

/** Named limit: as often somebody else may be ahead; each time one of them got something done. */
const maxPogingen = 50

const nee = (weigering: Weigering): Uitslag => ({ status: 'geweigerd', weigering })

export async function voerUit(
  delen: Uitvoerdelen,
  uitvoerder: Uitvoerder,
  kop: Opdrachtkop,
  opdracht: Opdracht,
  /** What was read a moment ago: nobody reads it twice unless somebody else was ahead. */
  eerst?: Awaited<ReturnType<KetenzaakStore['laad']>> & { readonly stand: Ketenzaak | undefined },
): Promise<Uitslag> {
  const { store, ring } = delen
  const fout = keurIds(kop, opdracht) ?? keurWoorden(opdracht)
  if (fout !== undefined) return nee(fout)
  const isBereikbaar = await delen.bereik?.()
  const verzegeld = verzegelWoorden(delen, kop.ketenzaak, opdracht)
  for (let poging = 0; poging < maxPogingen; poging++) {
    const geladen = poging === 0 ? eerst : undefined
    const { voorvallen, eerder } = geladen ?? (await store.laad(uitvoerder.lezer, kop.ketenzaak, kop.id))
    const stand = geladen === undefined ? speelAf(kop.ketenzaak, voorvallen) : geladen.stand
    // One that is not theirs and one that does not exist are the same.
    if (!uitvoerder.mag(stand)) return nee({ reden: 'niet-gevonden' })
    if (eerder !== undefined) return herhaald(ring, kop, opdracht, { eerder, voorvallen })
    if (kop.verwacht > voorvallen.length) return nee({ reden: 'verwacht-onbekend' })
    const omgeving = { ...omgevingVan(delen, stand, uitvoerder.doener), isBereikbaar }
    // Before a word of what others did: of what is not theirs to do they are told nothing.
    if (
      stand !== undefined &&
      opdracht.soort !== 'open' &&
      !magDoen(stand, uitvoerder.doener, opdracht, omgeving.nu)
    )
      return nee({ reden: 'mag-niet' })
    const { nr, sinds } = vanAnderen({ stand, doener: uitvoerder.doener, nu: omgeving.nu }, kop, voorvallen)
    const anderen = botst(opdracht, sinds)
    if (anderen.length > 0) return { status: 'conflict', nr, anderen: anderen.map(gebeurd) }
    const besluit = decide(kop.ketenzaak, stand, verzegeld.opdracht, uitvoerder.doener, omgeving)
    if (besluit.soort === 'geweigerd') return nee(besluit.weigering)
    const wis = gewistDoor(besluit.voorvallen, voorvallen)
    if (opdracht.soort === 'wis-woorden' && wis.length === 0) return nee({ reden: 'niet-gevonden' })
    const wijze = { isHerhaald: false, isSamengevoegd: stand !== undefined && sinds.length > 0 }
    if (besluit.voorvallen.length === 0) return { status: 'ok', nr: voorvallen.length, ...wijze }
    const merk = opdrachtmerk(ring, opdracht)
    const toevoeging = maakToevoeging(
      delen,
      { kop, merk, stand, omgeving, doener: uitvoerder.doener, wis },
      besluit.voorvallen,
      verzegeld.teksten,
    )
    if ((await store.voegToe(toevoeging)) === 'ok') return { status: 'ok', nr: toevoeging.zaak.nr, ...wijze }
    // Somebody was ahead. Of a case that this reader cannot see nothing will ever change here.
    if (opdracht.soort === 'open' && poging > 0 && voorvallen.length === 0)
      return nee({ reden: 'niet-gevonden' })
  }
  throw new Error('een opdracht aan een ketenzaak kwam er niet tussen')
}

/** What came after what they saw and they notice; of what is not in their view nobody tells them by a conflict. */
function vanAnderen(
  {
    stand,
    doener,
    nu,
  }: { readonly stand: Ketenzaak | undefined; readonly doener: Doener; readonly nu: Date },
  { verwacht, na }: Opdrachtkop,
  voorvallen: readonly Voorval[],
): { readonly nr: number; readonly sinds: readonly Voorval[] } {
  const later = (rij: readonly Voorval[]) =>
    rij.filter(({ nr, opdracht }) => nr > verwacht && na?.includes(opdracht) !== true)
  const sinds = later(voorvallen)
  const ziet =
    stand === undefined || doener.soort === 'klok' || doener.soort === 'beheer' || sinds.length === 0
      ? undefined
      : zicht(stand, doener, nu)
  if (stand === undefined || doener.soort === 'klok' || doener.soort === 'beheer' || ziet === undefined)
    return { nr: voorvallen.length, sinds }
  const wie = { stand, kijker: doener, ziet }
  return { nr: eigenNr(wie, voorvallen), sinds: later(gemerkt(wie, voorvallen)) }
}

/** Ids of others come back as they are; those that are given here are of our own form. */
function keurIds({ id, ketenzaak }: Opdrachtkop, opdracht: Opdracht): Weigering | undefined {
  const nieuw = 'stappen' in opdracht ? (opdracht.stappen ?? []).map(({ stap }) => stap) : []
  return [id, ketenzaak, ...nieuw].every(isUuid7) ? undefined : { reden: 'niet-gevonden' }
}

/** The same command once more: what came of it then. Another one under the same id is none of both. */
function herhaald(
  ring: Sleutelring,
  { id }: Opdrachtkop,
  opdracht: Opdracht,
  { eerder, voorvallen }: { readonly eerder: Opdrachtmerk; readonly voorvallen: readonly Voorval[] },
): Uitslag {
  const is = opdrachtmerk(ring, opdracht, eerder.kid)
  if (!is.merk.equals(eerder.merk)) return nee({ reden: 'opdracht-anders' })
  const nr = voorvallen.findLast((een) => een.opdracht === id)?.nr ?? voorvallen.length
  return { status: 'ok', nr, isHerhaald: true, isSamengevoegd: false }
}

function omgevingVan(
  { nu, toeval, isOverheid, ontvangers, zoneVan = inNederland }: Uitvoerdelen,
  stand: Ketenzaak | undefined,
  doener: Doener,
): Omgeving {
  const hier = nu()
  // Clocks of nodes differ: what comes later in a case is never earlier in time.
  const moment = stand !== undefined && stand.laatst > hier ? stand.laatst : hier
  // Who opens one owns it.
  const regie = stand?.regie.organisatie ?? (doener.soort === 'medewerker' ? doener.organisatie : undefined)
  const zone = regie === undefined ? 'Europe/Amsterdam' : zoneVan(regie)
  const vandaag = datumOp(moment, zone)
  return {
    nu: moment,
    vandaag,
    vandaagBij: (eigenaar) =>
      regie === undefined ? vandaag : datumOp(moment, zoneBij(zoneVan, eigenaar, regie)),
    opschalingTot: beginVan(plusDagen(plusWerkdagen(vandaag, OPSCHALING_WERKDAGEN), 1), zone),
    stilTot: (sinds) => stilTot(sinds, zone),
    id: () => maakUuid7(moment, toeval),
    nummer: () => maakNummer(toeval),
    isOverheid,
    isHier: ontvangers && ((organisatie) => ontvangers().includes(organisatie)),
  }
}

interface Moment {
  readonly kop: Opdrachtkop
  readonly merk: Opdrachtmerk
  readonly stand: Ketenzaak | undefined
  readonly omgeving: Omgeving
  readonly doener: Doener
  readonly wis: readonly string[]
}

function maakToevoeging(
  { audit, zoneVan }: Uitvoerdelen,
  { kop, merk, stand, omgeving, doener, wis }: Moment,
  inhouden: readonly Voorvalinhoud[],
  teksten: ReadonlyMap<string, Tekstrij>,
): Toevoeging {
  const na = stand?.nr ?? 0
  const door = daderVan(doener)
  const voorvallen = inhouden.map(
    (inhoud, plaats): Voorval => ({ nr: na + plaats + 1, op: omgeving.nu, door, opdracht: kop.id, inhoud }),
  )
  const nieuw = voorvallen.reduce<Ketenzaak | undefined>((tot, een) => evolve(kop.ketenzaak, tot, een), stand)
  if (nieuw === undefined) throw new Error('een opdracht zonder voorvallen')
  const oud = stand === undefined ? leeg : leesbeeld(stand, zoneVan)
  const beeld = leesbeeld(nieuw, zoneVan)
  return {
    ketenzaak: kop.ketenzaak,
    na,
    opdracht: { id: kop.id, ...merk },
    voorvallen,
    teksten: tekstenVoor(inhouden, teksten),
    wis,
    zaak: beeld.zaak,
    stappen: verschil(oud.stappen, beeld.stappen),
    deelnemers: verschil(oud.deelnemers, beeld.deelnemers),
    delingen: verschil(oud.delingen, beeld.delingen),
    oproepen: verschil(oud.oproepen, beeld.oproepen),
    ingangen: verschil(oud.ingangen, beeld.ingangen),
    duren: durenVan(nieuw, voorvallen, zoneVan),
    lering: leringVan(stand, nieuw, voorvallen, zoneVan),
    bewijzen: [...bewijzenVan(kop.ketenzaak, voorvallen), ...vanElders(kop, omgeving.nu)].map(audit.verzegel),
  }
}

/** With the deed or not at all: who did it is never lost while it was done. */
function vanElders({ ketenzaak, vanElders: codes }: Opdrachtkop, tijd: Date): readonly Bewijs[] {
  if (codes === undefined) return []
  const soort = 'opdracht-van-elders'
  return [{ onderwerp: `zaak:${ketenzaak}`, soort, tijd, codes: { ...codes, uitkomst: 'ok' } }]
}

const leeg: Omit<Leesbeeld, 'zaak'> = {
  stappen: [],
  deelnemers: [],
  delingen: [],
  oproepen: [],
  ingangen: [],
}

/** Words that nothing refers to are not kept. */
function tekstenVoor(
  inhouden: readonly Voorvalinhoud[],
  teksten: ReadonlyMap<string, Tekstrij>,
): readonly Tekstrij[] {
  const ids = new Set(verwijzingenIn(inhouden).map(({ tekst }: Tekstverwijzing) => tekst))
  return [...ids].flatMap((id) => teksten.get(id) ?? [])
}
