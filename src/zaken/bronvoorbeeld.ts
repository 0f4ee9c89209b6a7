import type { RegisterUitkomst } from './register.ts'
import type { Taak, Taakbron, Takenlijst } from './taakbron.ts'
import { legTakenErbij } from './takenlijst.ts'
import { isZelfdeType, regelVoor, type Toonregel, type Toonregels } from './toonregel.ts'
import type { Zaakverhaal } from './zaakbeeld.ts'
import { type Leeswijze, maakZaakbeeld, maakZaakverhaal } from './zaakbeeld-maken.ts'
import type { Zaakbron, Zaaklijst, Zaakvraag } from './zaakbron.ts'
import type { BronId, Zaakdetail, Zaakgegevens } from './zaakgegevens.ts'
import { opVolgorde } from './zakenlijst.ts'

/** In the words that residents read. */
export interface Voorbeeldlijst {
  readonly zaken: ReturnType<typeof opVolgorde>
  readonly isVolledig: boolean
  /** What this test person has there and does not see; `onbekend` when the source did not say. */
  readonly verborgen: readonly Verborgenzaak[] | 'onbekend'
  /** What is asked of them in no case that they see. */
  readonly losseTaken: readonly Taak[]
  /** The organisation did not say what it asks, or not all of it. */
  readonly zijnTakenOnbekend: boolean
  /** The one that was opened; absent: none was, or it is not shown. */
  readonly zaak?: Voorbeeldzaak
}

/** Which part of the rules decides. */
export type Regeldeel = keyof Toonregel

/** A case that stays out: of what kind, and by which rule. What is in it is not told. */
export interface Verborgenzaak {
  readonly nummer?: string
  /** As the source calls its type. */
  readonly soort: string
  readonly door: Regeldeel
  /** The rule is of this type alone. */
  readonly isVanType: boolean
}

export interface Voorbeeldzaak {
  readonly verhaal: Zaakverhaal
  /** What is asked in this case; absent: the organisation has no such thing. */
  readonly taken?: RegisterUitkomst<Takenlijst>
  /** When it was fetched. */
  readonly op: Date
  readonly soort: string
  readonly regel: Toonregel
  /** The parts that this type has of its own; the others are as for all types. */
  readonly vanType: readonly Regeldeel[]
  /** Documents that are there and stay out; `onbekend` when the source did not say. */
  readonly verborgenDocumenten: number | 'onbekend'
}

/** Everything that any rule can show: beside it one sees what the rules keep out. */
export function zonderRegels({ standaard: { vanaf: _, ...rest } }: Toonregels): Toonregels {
  return {
    standaard: {
      ...rest,
      tonen: true,
      documenten: true,
      zonderStatus: true,
      hoogsteVertrouwelijkheid: 'zeer_geheim',
    },
    perZaaktype: [],
  }
}

interface Kijk {
  readonly id: BronId
  readonly vraag: Zaakvraag
  /** With the rules that are looked at, and one with `zonderRegels`. */
  readonly bron: Pick<Zaakbron, 'zoek' | 'haal'>
  readonly maakOpen: () => Pick<Zaakbron, 'zoek' | 'haal'>
  readonly regels: Toonregels
  readonly wijze: (zaak: Zaakgegevens) => Leeswijze
  /** By uuid: the case that is opened. */
  readonly zaak?: string | undefined
  /** Absent: the organisation has no tasks. */
  readonly taken?: Pick<Taakbron, 'zoek'> | undefined
}

/** What a test person sees by these rules, and what not by which of them. */
export async function kijkVoor(kijk: Kijk): Promise<RegisterUitkomst<Voorbeeldlijst>> {
  const { vraag, bron, maakOpen, regels, wijze } = kijk
  const [uitkomst, gevraagd] = await Promise.all([bron.zoek(vraag), kijk.taken?.zoek(vraag)])
  if (uitkomst.status !== 'ok') return uitkomst
  const open = maakOpen()
  const { zaken, isVolledig } = uitkomst.gegevens
  const alles = await open.zoek(vraag)
  const gekozen = zaken.find(({ ref }) => ref.uuid === kijk.zaak)
  const zaak = gekozen && (await opengemaakt(kijk, open, gekozen))
  const beelden = zaken.map((een) => maakZaakbeeld(een, wijze(een)))
  const erbij = legTakenErbij(beelden, takenVan(kijk.id, gevraagd), undefined)
  return {
    ...uitkomst,
    gegevens: {
      zaken: opVolgorde(erbij.metTaken),
      isVolledig,
      verborgen: verborgenIn(regels, zaken, alles),
      losseTaken: erbij.losseTaken.map(({ taak }) => taak),
      zijnTakenOnbekend: erbij.takenOnbekend.length > 0,
      ...(zaak && { zaak: { ...zaak, ...(gevraagd && { taken: inEen(gevraagd, gekozen) }) } }),
    },
  }
}

type Gevraagd = RegisterUitkomst<Takenlijst>

const geenTaken: Takenlijst = { taken: [], isVolledig: true }

function takenVan(bron: BronId, gevraagd: Gevraagd | undefined): Parameters<typeof legTakenErbij>[1] {
  if (gevraagd === undefined) return []
  if (gevraagd.status === 'fout') return [{ bron, taken: 'onbekend' }]
  return [{ bron, taken: gevraagd.status === 'ok' ? gevraagd.gegevens : geenTaken }]
}

/** Of all that is asked, what belongs to this case. */
function inEen(gevraagd: Gevraagd, { ref }: Zaakgegevens): Gevraagd {
  if (gevraagd.status !== 'ok') return gevraagd
  const { taken, isVolledig } = gevraagd.gegevens
  return { ...gevraagd, gegevens: { taken: taken.filter(({ zaak }) => zaak === ref.uuid), isVolledig } }
}

function verborgenIn(
  regels: Toonregels,
  getoond: readonly Zaakgegevens[],
  alles: RegisterUitkomst<Zaaklijst>,
): Voorbeeldlijst['verborgen'] {
  if (alles.status !== 'ok') return 'onbekend'
  const gezien = new Set(getoond.map(({ ref }) => ref.uuid))
  return alles.gegevens.zaken
    .filter(({ ref }) => !gezien.has(ref.uuid))
    .map((zaak) => {
      const door = waardoor(zaak, regelVoor(regels, zaak.type.sleutel))
      return {
        ...(zaak.nummer !== undefined && { nummer: zaak.nummer }),
        soort: soortVan(zaak),
        door,
        isVanType: vanTypeIn(regels, zaak).includes(door),
      }
    })
}

/** In the order in which the adapter asks; what nothing else keeps out is too confidential. */
function waardoor({ einde, start, status }: Zaakgegevens, regel: Toonregel): Regeldeel {
  if (!regel.tonen) return 'tonen'
  if (status === undefined && !regel.zonderStatus) return 'zonderStatus'
  if (einde !== undefined && regel.vanaf !== undefined && start < regel.vanaf) return 'vanaf'
  return 'hoogsteVertrouwelijkheid'
}

async function opengemaakt(
  { vraag, bron, regels, wijze }: Kijk,
  open: Pick<Zaakbron, 'haal'>,
  zaak: Zaakgegevens,
): Promise<Voorbeeldzaak | undefined> {
  const [gezien, alles] = await Promise.all([bron.haal(vraag, zaak.ref), open.haal(vraag, zaak.ref)])
  if (gezien.status !== 'ok') return undefined
  return {
    verhaal: maakZaakverhaal(gezien.gegevens, wijze(zaak)),
    op: gezien.op,
    soort: soortVan(zaak),
    regel: regelVoor(regels, zaak.type.sleutel),
    vanType: vanTypeIn(regels, zaak),
    verborgenDocumenten: documentenBuiten(gezien.gegevens, alles),
  }
}

function documentenBuiten(
  { documenten }: Zaakdetail,
  alles: RegisterUitkomst<Zaakdetail>,
): Voorbeeldzaak['verborgenDocumenten'] {
  if (alles.status !== 'ok' || alles.gegevens.ontbreekt.includes('documenten')) return 'onbekend'
  return Math.max(0, alles.gegevens.documenten.length - documenten.length)
}

function vanTypeIn({ perZaaktype }: Toonregels, { type }: Zaakgegevens): readonly Regeldeel[] {
  const eigen = perZaaktype.find(({ sleutel }) => isZelfdeType(sleutel, type.sleutel))?.regel ?? {}
  // The keys of a rule, as it was read.
  return Object.keys(eigen) as Regeldeel[]
}

function soortVan({ type }: Zaakgegevens): string {
  return type.namen[0] ?? type.sleutel.identificatie
}
