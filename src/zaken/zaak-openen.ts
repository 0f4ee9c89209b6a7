import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { RegisterUitkomst } from '../inwoner/index.ts'
import { datumOp } from '../kalender/index.ts'
import { maakBlik, soortZaken, vraagVan } from './overzicht.ts'
import { regelVoor } from './toonregel.ts'
import type { Zaakverhaal } from './zaakbeeld.ts'
import { type Leeswijze, maakZaakbeeld, maakZaakverhaal } from './zaakbeeld-maken.ts'
import type { Document, NieuwDocument } from './zaakbron.ts'
import type { Zaakdetail, Zaakgegevens, Zaakref } from './zaakgegevens.ts'
import type { Kijker } from './zaken.ts'
import { metVerwanten, sleutelVan } from './zakenlijst.ts'
import { levend, type Zaakverbinding, type Zakenomgeving } from './zakenomgeving.ts'
import { isTeZien } from './zicht.ts'

const soortDocument = 'zaakdocumenten'

/** Of the organisation itself, anew; what is not there, not theirs, or not for them to see, looks the same. */
export function openZaak(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
): Promise<RegisterUitkomst<Zaakverhaal>> {
  return bijBron(omgeving, kijker, ref, { doel: kijker.doel, soort: soortZaken }, async (bron, bewijs) => {
    const uitkomst = await haal(omgeving, kijker, bron, ref, bewijs)
    if (uitkomst.status !== 'ok') return uitkomst
    const verhaal = maakZaakverhaal(uitkomst.gegevens, leeswijze(omgeving, bron, uitkomst.gegevens.zaak))
    return { ...uitkomst, gegevens: metKeten(omgeving, kijker, verhaal) }
  })
}

export function document(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
  uuid: string,
): Promise<RegisterUitkomst<Document>> {
  return bijBron(omgeving, kijker, ref, metDocument(kijker), async (bron, bewijs) => {
    const niet = await zonderZicht<Document>(omgeving, kijker, bron, ref, bewijs)
    return niet ?? bron.bron.document(vraagVan(omgeving, kijker, ref.bron, bewijs), ref, uuid)
  })
}

export function voegToe(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
  nieuw: NieuwDocument,
): Promise<RegisterUitkomst<void>> {
  return bijBron(omgeving, kijker, ref, metDocument(kijker), async (bron, bewijs) => {
    const niet = await zonderZicht<void>(omgeving, kijker, bron, ref, bewijs)
    return niet ?? bron.bron.voegToe(vraagVan(omgeving, kijker, ref.bron, bewijs), ref, nieuw)
  })
}

interface Regel {
  readonly doel: string
  readonly soort: string
}

/** A resident opens a document for a purpose of its own; a professional for the one they stated. */
function metDocument({ doel }: Kijker): Regel {
  return { doel: doel === 'zaken-tonen' ? 'zaken-document' : doel, soort: soortDocument }
}

/** Line in the log, place in the row, time limit. Of a connection that is not there nobody is asked anything. */
function bijBron<T>(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
  { doel, soort }: Regel,
  stel: (bron: Zaakverbinding, bewijs: Verwerkingsbewijs) => Promise<RegisterUitkomst<T>>,
): Promise<RegisterUitkomst<T>> {
  const verbinding = levend(omgeving).find(({ bron }) => bron.id === ref.bron)
  const { zicht, persoon, door } = kijker
  const isBuitenZicht = zicht?.soort === 'organisatie' && zicht.organisatie !== ref.bron
  if (verbinding === undefined || isBuitenZicht)
    return Promise.resolve({ status: 'onbekend', op: omgeving.nu() })
  return omgeving.audit.metVerwerking(
    { doel, gegevens: [soort], betrokkenen: [persoon], door, bronnen: [ref.bron] },
    (bewijs) => omgeving.vraagbaak.vraag(ref.bron, () => stel(verbinding, bewijs)),
  )
}

async function haal(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  verbinding: Zaakverbinding,
  ref: Zaakref,
  bewijs: Verwerkingsbewijs,
): Promise<RegisterUitkomst<Zaakdetail>> {
  const uitkomst = await verbinding.bron.haal(vraagVan(omgeving, kijker, ref.bron, bewijs), ref)
  if (uitkomst.status !== 'ok') return uitkomst
  const { zaak } = uitkomst.gegevens
  // An answer about another case than was asked is no answer.
  if (sleutelVan(zaak.ref) !== sleutelVan(ref))
    return { status: 'fout', soort: 'ander-persoon', sinds: uitkomst.op }
  const mag = regelVoor(verbinding.instelling.regels, zaak.type.sleutel).tonen
  const beeld = maakZaakbeeld(zaak, leeswijze(omgeving, verbinding, zaak))
  return mag && isTeZien(kijker.zicht, beeld) ? uitkomst : { status: 'onbekend', op: uitkomst.op }
}

/** Who sees a part of the cases gets documents of that part alone, so the case is looked at first. */
async function zonderZicht<T>(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  verbinding: Zaakverbinding,
  ref: Zaakref,
  bewijs: Verwerkingsbewijs,
): Promise<Exclude<RegisterUitkomst<T>, { status: 'ok' }> | undefined> {
  if (kijker.zicht === undefined) return undefined
  const uitkomst = await haal(omgeving, kijker, verbinding, ref, bewijs)
  return uitkomst.status === 'ok' ? undefined : uitkomst
}

function leeswijze(omgeving: Zakenomgeving, { instelling }: Zaakverbinding, zaak: Zaakgegevens): Leeswijze {
  const zone = omgeving.zone(zaak.organisatie)
  const vandaag = datumOp(omgeving.nu(), zone)
  return { zaaktaal: omgeving.zaaktaal(), regels: instelling.regels, zone, vandaag }
}

/** With the cases around it that are in the list of this place. */
function metKeten(omgeving: Zakenomgeving, kijker: Kijker, verhaal: Zaakverhaal): Zaakverhaal {
  const ophaling = omgeving.plekken.vind(kijker)
  const eigen = sleutelVan(verhaal.zaak.ref)
  const anderen = ophaling === undefined ? [] : maakBlik(omgeving, kijker, ophaling).zaken
  const lijst = metVerwanten([verhaal.zaak, ...anderen.filter(({ ref }) => sleutelVan(ref) !== eigen)])
  const [zaak = verhaal.zaak] = lijst
  const keten = lijst.filter(({ ref }) => zaak.verwant.some((een) => sleutelVan(een.ref) === sleutelVan(ref)))
  return { ...verhaal, zaak, keten }
}
