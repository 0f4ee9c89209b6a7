import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { RegisterUitkomst } from '../inwoner/index.ts'
import type { Contactlijst, NieuweVraag } from './contactbron.ts'
import type { Inzending } from './inzending.ts'
import { leesVerstuurd, soortTaken, vraagVan } from './overzicht.ts'
import type { Ingevuld, Taak } from './taakbron.ts'
import { inZaak } from './verstuurd.ts'
import { bijBron, zonderZicht } from './zaak-openen.ts'
import type { NieuwDocument, Zaakvraag } from './zaakbron.ts'
import type { Zaakref } from './zaakgegevens.ts'
import type { Contactuitkomst, GevraagdeTaak, GevraagdeTaken, Kijker } from './zaken.ts'
import type { Zaakverbinding, Zakenomgeving } from './zakenomgeving.ts'

/** Kind of data, in the register of processing activities. */
const soortContacten = 'contactmomenten'
/** What somebody says to an organisation has a purpose of its own; a professional says nothing in their name. */
const doelAntwoorden = 'zaken-antwoorden'

/** What was said about this case; of other cases nothing, also when it stands in the same contact. */
export function contacten(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
): Promise<Contactuitkomst<Contactlijst>> {
  const regel = { doel: kijker.doel, soort: soortContacten }
  return metDeel(omgeving, kijker, ref, regel, 'contacten', async (bron, vraag) => {
    const uitkomst = await bron.contacten(vraag)
    if (uitkomst.status !== 'ok') return uitkomst
    const { contacten: alle, isVolledig } = uitkomst.gegevens
    return {
      ...uitkomst,
      gegevens: { contacten: alle.filter(({ zaken }) => zaken.includes(ref.uuid)), isVolledig },
    }
  })
}

export function stelVraag(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
  nieuw: Omit<NieuweVraag, 'zaak'>,
): Promise<Contactuitkomst<{ readonly nummer: string }>> {
  const regel = { doel: doelAntwoorden, soort: 'vraag' }
  return metDeel(omgeving, kijker, ref, regel, 'contacten', (bron, vraag) =>
    bron.stelVraag(vraag, { ...nieuw, zaak: ref.uuid }),
  )
}

/** Of this case alone, also when a source gives more than it was asked. */
export function taken(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
): Promise<Contactuitkomst<GevraagdeTaken>> {
  const regel = { doel: kijker.doel, soort: soortTaken }
  return metDeel(omgeving, kijker, ref, regel, 'taken', async (bron, vraag) => {
    const uitkomst = await bron.zoek(vraag, ref.uuid)
    if (uitkomst.status !== 'ok') return uitkomst
    const eigen = uitkomst.gegevens.taken.filter(({ zaak }) => zaak === ref.uuid)
    for (const een of eigen) onthoud(omgeving, kijker, ref, een)
    const verstuurd = await verstuurdIn(omgeving, vraag, ref)
    const gevraagd = eigen.map((een) => metVerstuurd(een, verstuurd))
    return {
      ...uitkomst,
      gegevens: { ...uitkomst.gegevens, taken: gevraagd, ...(verstuurd && { verstuurd }) },
    }
  })
}

export function taak(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
  uuid: string,
): Promise<Contactuitkomst<GevraagdeTaak>> {
  const regel = { doel: kijker.doel, soort: soortTaken }
  return metDeel(omgeving, kijker, ref, regel, 'taken', async (bron, vraag) => {
    const uitkomst = alleenVan(ref, await bron.haal(vraag, uuid))
    if (uitkomst.status !== 'ok') return uitkomst
    onthoud(omgeving, kijker, ref, uitkomst.gegevens)
    const verstuurd = await verstuurdIn(omgeving, vraag, ref)
    return { ...uitkomst, gegevens: metVerstuurd(uitkomst.gegevens, verstuurd) }
  })
}

/** What was sent in this case, also by somebody who acted for them. */
async function verstuurdIn(
  { inzendingen }: Zakenomgeving,
  { persoon, bewijs }: Zaakvraag,
  ref: Zaakref,
): Promise<readonly Inzending[] | undefined> {
  return inzendingen && inZaak(await inzendingen.lees(persoon, bewijs), ref)
}

function metVerstuurd(een: Taak, alle: readonly Inzending[] | undefined): GevraagdeTaak {
  return alle === undefined ? een : { ...een, verstuurd: alle.filter(({ taak: bij }) => bij === een.uuid) }
}

export function lever(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
  uuid: string,
  bestanden: readonly NieuwDocument[],
): Promise<Contactuitkomst<Taak>> {
  const namen = bestanden.map(({ bestandsnaam }) => bestandsnaam)
  return doeTaak(omgeving, kijker, { ref, uuid, namen }, (bron, vraag) => bron.lever(vraag, uuid, bestanden))
}

export function vulIn(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
  uuid: string,
  ingevuld: Ingevuld,
): Promise<Contactuitkomst<Taak>> {
  return doeTaak(omgeving, kijker, { ref, uuid, namen: [] }, (bron, vraag) =>
    bron.vulIn(vraag, uuid, ingevuld),
  )
}

/**
 * Only a task of this case, looked at again just before. That the organisation took it is evidence of who sent it:
 * when, and the names of files, under the seal of their own record.
 */
function doeTaak(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  { ref, uuid, namen }: { readonly ref: Zaakref; readonly uuid: string; readonly namen: readonly string[] },
  doe: (bron: NonNullable<Zaakverbinding['taken']>, vraag: Zaakvraag) => Promise<RegisterUitkomst<Taak>>,
): Promise<Contactuitkomst<Taak>> {
  const regel = { doel: doelAntwoorden, soort: 'taak' }
  return metDeel(omgeving, kijker, ref, regel, 'taken', async (bron, vraag) => {
    const eerst = alleenVan(ref, await bron.haal(vraag, uuid))
    if (eerst.status !== 'ok' || eerst.gegevens.status !== 'open') return eerst
    const gedaan = await doe(bron, vraag)
    if (gedaan.status !== 'ok') return gedaan
    onthoud(omgeving, kijker, ref, gedaan.gegevens)
    const wat = { bron: ref.bron, zaak: ref.uuid, taak: uuid, bestanden: namen }
    await omgeving.inzendingen?.leg(kijker.persoon, wat)
    const ophaling = omgeving.plekken.vind(kijker)
    if (ophaling !== undefined) await leesVerstuurd(omgeving, kijker, ophaling, vraag.bewijs)
    return gedaan
  })
}

/** The list of this place says the same as the page of the task. */
function onthoud({ plekken }: Zakenomgeving, kijker: Kijker, { bron }: Zaakref, een: Taak): void {
  plekken.vind(kijker)?.zetTaak(bron, een)
}

function alleenVan(ref: Zaakref, uitkomst: RegisterUitkomst<Taak>): RegisterUitkomst<Taak> {
  if (uitkomst.status !== 'ok' || uitkomst.gegevens.zaak === ref.uuid) return uitkomst
  return { status: 'onbekend', op: uitkomst.op }
}

/** Nothing is asked, and no line is written, where an organisation has no such thing. */
async function metDeel<D extends 'contacten' | 'taken', T>(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ref: Zaakref,
  regel: { readonly doel: string; readonly soort: string },
  deel: D,
  fn: (bron: NonNullable<Zaakverbinding[D]>, vraag: Zaakvraag) => Promise<RegisterUitkomst<T>>,
): Promise<Contactuitkomst<T>> {
  const er = omgeving.verbindingen().find(({ bron }) => bron.id === ref.bron)?.[deel]
  if (er === undefined) return { status: 'niet-aangesloten' }
  return bijBron(omgeving, kijker, ref, regel, async (verbinding, bewijs: Verwerkingsbewijs) => {
    const niet = await zonderZicht<T>(omgeving, kijker, verbinding, ref, bewijs)
    const bron = verbinding[deel]
    if (niet !== undefined) return niet
    // Disconnected between the look above and now.
    if (bron === undefined) return { status: 'onbekend', op: omgeving.nu() }
    const geheugen = omgeving.plekken.open(kijker).geheugenVan(ref.bron)
    return fn(bron, { ...vraagVan(omgeving, kijker, ref.bron, bewijs), geheugen })
  })
}
