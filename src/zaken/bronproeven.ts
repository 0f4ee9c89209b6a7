import type { Audit, Verwerkingsbewijs } from '../audit/index.ts'
import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Tijdzone } from '../kalender/index.ts'
import type { Wijziger } from './aansluiting-store.ts'
import type { Verbinding } from './aansluitingen.ts'
import type { Abonneeruitkomst } from './abonneren.ts'
import type { Bronnenbeheer } from './bronnenbeheer.ts'
import { type Bevindingen, beoordeel, type Proefbevinding } from './bronproef.ts'
import { kijkVoor, zonderRegels } from './bronvoorbeeld.ts'
import type { Taakbron } from './taakbron.ts'
import type { Toonregels } from './toonregel.ts'
import type { Verkenning, Zaakverkenner } from './verkenning.ts'
import type { Leeswijze } from './zaakbeeld-maken.ts'
import type { Berichtenstand } from './zaakbericht-store.ts'
import type { Zaakbron, Zaakvraag } from './zaakbron.ts'
import type { BronId, Zaakgegevens } from './zaakgegevens.ts'

/** What a test needs of the outside. */
export interface Proefonderdelen {
  /** With its secrets; also of a connection that is off. */
  readonly verbinding: (bron: BronId) => Promise<Verbinding | undefined>
  /** A client of its own, closed again: what a test finds says nothing about the one that residents use. */
  readonly maak: (verbinding: Verbinding) => {
    readonly bron: Zaakbron & Zaakverkenner
    readonly taken?: Taakbron
    readonly sluit: () => void
  }
  readonly tast: (verbinding: Verbinding) => Promise<Omit<Bevindingen, 'contacten' | keyof Verkend | 'proef'>>
  /** Makes or mends the subscription to notifications; absent where nobody can reach us, `undefined` for one that is off. */
  readonly abonneer?: (bron: BronId) => Promise<Abonneeruitkomst | undefined>
  /** What came in by itself. */
  readonly berichten: () => Promise<readonly Berichtenstand[]>
  readonly audit: Pick<Audit, 'metVerwerking' | 'schrijf'>
  readonly zaaktaal: () => Leeswijze['zaaktaal']
  readonly zone: (organisatie: OrganisatieId) => Tijdzone
  readonly nu: () => Date
  readonly vandaag: () => Datum
  /** False where somebody set the clock by hand: then theirs says nothing. */
  readonly isEchteTijd: boolean
}

type Verkend = Pick<Verkenning, 'zoek' | 'expand' | 'crs' | 'klokverschilS' | 'noemtZich'>

/** In the register of processing activities. Test persons are nobody; that they are asked about is written down all the same. */
const doel = 'aansluiting-proef'
const taak = 'aansluiting-proef'
/** Named limit: so many cases are opened to find a document. */
const maxGeopend = 5

/** Trying a connection out: the test, and what a test person would see. */
export function maakBronproeven(
  onderdelen: Proefonderdelen,
): Pick<Bronnenbeheer, 'test' | 'typen' | 'voorbeeld'> {
  const { nu, audit } = onderdelen
  const schrijf = (soort: 'aansluiting-getest' | 'aansluiting-voorbeeld', bron: BronId, door: Wijziger) =>
    audit.schrijf({
      onderwerp: `organisatie:${bron}`,
      soort,
      tijd: nu(),
      codes: {
        door: door.soort,
        ...(door.soort === 'medewerker' && { rol: door.rol, van: door.organisatie }),
      },
    })
  return {
    test: async (bron, door) => {
      const verbinding = await onderdelen.verbinding(bron)
      if (verbinding === undefined || isUit(verbinding)) return undefined
      await schrijf('aansluiting-getest', bron, door)
      const client = onderdelen.maak(verbinding)
      try {
        const [getast, verkend] = await Promise.all([onderdelen.tast(verbinding), client.bron.verken()])
        const proef = await proefMet(onderdelen, verbinding, client.bron)
        const { zoek, expand, crs, klokverschilS, noemtZich } = verkend
        const berichten = await berichtenVan(onderdelen, bron, getast.berichten)
        const regels = beoordeel({
          ...getast,
          berichten,
          zoek,
          contacten: verbinding.aansluiting.klant === undefined ? 'geen' : 'in-adres',
          expand,
          crs,
          ...(klokverschilS !== undefined && onderdelen.isEchteTijd && { klokverschilS }),
          ...(noemtZich !== undefined && { noemtZich }),
          ...(proef !== undefined && { proef }),
        })
        return { op: nu(), regels }
      } finally {
        client.sluit()
      }
    },
    typen: async (bron) => {
      const verbinding = await onderdelen.verbinding(bron)
      if (verbinding === undefined || isUit(verbinding)) return undefined
      const client = onderdelen.maak(verbinding)
      try {
        const uitkomst = await client.bron.zaaktypen()
        return uitkomst.status === 'ok' ? uitkomst.gegevens : undefined
      } finally {
        client.sluit()
      }
    },
    voorbeeld: async (bron, { persoon, regels, zaak, door }) => {
      const verbinding = await onderdelen.verbinding(bron)
      if (verbinding === undefined) return { status: 'geen-verbinding' }
      if (isUit(verbinding)) return { status: 'uit' }
      const { aansluiting } = verbinding
      // Only who this source named by a number that is handed out to nobody.
      if (!aansluiting.proefpersonen.some((een) => een.persoon === persoon))
        return { status: 'geen-proefpersoon' }
      await schrijf('aansluiting-voorbeeld', bron, door)
      const clients: ReturnType<Proefonderdelen['maak']>[] = []
      const met = (welke: Toonregels) => {
        const client = onderdelen.maak({ ...verbinding, aansluiting: { ...aansluiting, regels: welke } })
        clients.push(client)
        return client
      }
      try {
        const { bron: gezien, taken } = met(regels)
        const uitkomst = await alsProefpersoon(onderdelen, bron, persoon, (vraag) =>
          kijkVoor({
            id: bron,
            vraag,
            bron: gezien,
            taken,
            maakOpen: () => met(zonderRegels(regels)).bron,
            regels,
            wijze: wijzeMet(onderdelen, regels),
            zaak,
          }),
        )
        return { status: 'ok', uitkomst }
      } finally {
        for (const client of clients) client.sluit()
      }
    },
  }
}

/** Off is off: then nobody is asked for anything, by an operator as little as by a resident. */
function isUit({ aansluiting: { stand } }: Verbinding): boolean {
  return stand === 'uit'
}

/**
 * That there is no subscription yet is mended at once, which also shows whether the source can reach us. Of one that
 * brings events by itself only what came tells that.
 */
async function berichtenVan(
  { abonneer, berichten }: Proefonderdelen,
  bron: BronId,
  gezien: Bevindingen['berichten'],
): Promise<Bevindingen['berichten']> {
  if (gezien === 'nog-niet-gebracht') {
    const stand = (await berichten()).find((een) => een.bron === bron)
    return stand?.laatsteBericht === undefined ? gezien : 'gebracht'
  }
  if (gezien !== 'niet-geabonneerd') return gezien
  // A command does not know where the server is reached: what that found last counts.
  if (abonneer === undefined) {
    const { abonnement } = (await berichten()).find((een) => een.bron === bron) ?? {}
    if (abonnement === undefined) return gezien
    return abonnement.fout === undefined ? 'geabonneerd' : 'mislukt'
  }
  const uitkomst = await abonneer(bron)
  if (uitkomst === undefined) return gezien
  if (uitkomst.status === 'geen-loket') return 'geen-nrc'
  return uitkomst.status === 'goed' ? 'geabonneerd' : 'mislukt'
}

/** As MijnZaken does it, with rules that may not be saved yet. */
function wijzeMet({ zaaktaal, zone, vandaag }: Proefonderdelen, regels: Toonregels) {
  return (zaak: Zaakgegevens): Leeswijze => ({
    zaaktaal: zaaktaal(),
    regels,
    vandaag: vandaag(),
    zone: zone(zaak.organisatie),
  })
}

function alsProefpersoon<T>(
  { audit, vandaag }: Proefonderdelen,
  bron: BronId,
  persoon: PersoonId,
  fn: (vraag: Zaakvraag) => Promise<T>,
): Promise<T> {
  const verwerking = {
    doel,
    gegevens: ['zaken', 'taken'],
    betrokkenen: [persoon],
    door: { soort: 'taak', taak },
    bronnen: [bron],
  } as const
  return audit.metVerwerking(verwerking, (bewijs: Verwerkingsbewijs) =>
    fn({ persoon, bewijs, vandaag: vandaag() }),
  )
}

/** With the first test person who has a case, and a second one whose case the first must not get. */
async function proefMet(
  onderdelen: Proefonderdelen,
  { aansluiting: { organisatie, proefpersonen } }: Verbinding,
  bron: Zaakbron,
): Promise<Proefbevinding | undefined> {
  const als = <T>(persoon: PersoonId, fn: (vraag: Zaakvraag) => Promise<T>) =>
    alsProefpersoon(onderdelen, organisatie, persoon, fn)
  let eigen: { readonly persoon: PersoonId; readonly zaken: readonly Zaakgegevens[] } | undefined
  let andermans: Zaakgegevens | undefined
  for (const { persoon } of proefpersonen) {
    const uitkomst = await als(persoon, (vraag) => bron.zoek(vraag))
    if (uitkomst.status === 'fout')
      return { zaken: { status: 'mislukt', soort: uitkomst.soort }, vreemd: 'mislukt', documenten: 'geen' }
    const zaken = uitkomst.status === 'ok' ? uitkomst.gegevens.zaken : []
    if (eigen === undefined || eigen.zaken.length === 0) {
      eigen = { persoon, zaken }
      continue
    }
    const bekend = new Set(eigen.zaken.map(({ ref }) => ref.uuid))
    andermans = zaken.find(({ ref }) => !bekend.has(ref.uuid))
    if (andermans !== undefined) break
  }
  if (eigen === undefined) return undefined
  const { persoon, zaken } = eigen
  const gezien = andermans && (await als(persoon, (vraag) => isTeZien(bron, vraag, andermans)))
  return {
    zaken: { status: 'ok', aantal: zaken.length },
    vreemd: gezien ?? (proefpersonen.length < 2 ? 'geen' : 'geen-zaak'),
    documenten: await als(persoon, (vraag) => documentproef(bron, vraag, zaken)),
  }
}

async function isTeZien(
  bron: Zaakbron,
  vraag: Zaakvraag,
  zaak: Zaakgegevens,
): Promise<Proefbevinding['vreemd']> {
  const { status } = await bron.haal(vraag, zaak.ref)
  // A failure proves nothing.
  return status === 'ok' ? 'getoond' : status === 'onbekend' ? 'geweigerd' : 'mislukt'
}

async function documentproef(
  bron: Zaakbron,
  vraag: Zaakvraag,
  zaken: readonly Zaakgegevens[],
): Promise<Proefbevinding['documenten']> {
  for (const { ref } of zaken.slice(0, maxGeopend)) {
    const zaak = await bron.haal(vraag, ref)
    if (zaak.status !== 'ok') continue
    if (zaak.gegevens.ontbreekt.includes('documenten')) return 'mislukt'
    const [document] = zaak.gegevens.documenten
    if (document === undefined) continue
    const { status } = await bron.document(vraag, ref, document.uuid)
    return status === 'ok' ? 'goed' : 'mislukt'
  }
  return 'geen'
}
