/** What a client writes, as a command of its organisation. The kernel of ZGW has looked at the body by then. */
import {
  type Adressen,
  type Rij,
  type Soort,
  uuidUit,
  type ZgwOpslag,
  type ZgwSchrijver,
} from '../../zgw/aanbieder/index.ts'
import { ZgwFout } from '../../zgw/index.ts'
import { bestandssoorten, HOOGSTENS_BESTAND, leesBestandssoort, maakBestand } from '../bestand.ts'
import { bestandUit, type Concepten } from '../concept.ts'
import type { Loket, Loketvrager, Opdrachtkop, Uitslag } from '../loket.ts'
import type { Opdracht, Weigering } from '../opdracht.ts'
import { idVan } from '../vast-id.ts'
import { HOOGSTENS_WOORDEN } from '../woorden.ts'
import { leesDeel, maakDeel } from './adressen.ts'
import { type Ketentypen, standen } from './catalogus.ts'
import { metTitel } from './document.ts'
import type { Ketenopslag } from './opslag.ts'

export interface Schrijfdelen {
  readonly vrager: Loketvrager
  readonly loket: Pick<Loket, 'doe' | 'bekijk'>
  readonly concepten: Concepten
  readonly adressen: Adressen
  readonly typen: Ketentypen
  readonly opslag: Ketenopslag
  /** Of whom the command is: the same one sent by another is another. */
  readonly client: string
  /** Told where to read what was made. */
  readonly gemaakt: (url: string) => void
}

/** Rows that the kernel wants to keep: what was sent is among them, and the rest follows from the command. */
interface Geschreven {
  readonly rijen: Map<Soort, Rij>
  readonly inhoud: Map<string, Uint8Array>
}

export function alsOpdracht(delen: Schrijfdelen): ZgwOpslag {
  const { opslag } = delen
  return {
    haal: opslag.haal,
    zoek: opslag.zoek,
    inhoud: opslag.inhoud,
    samen: async (doe) => {
      const geschreven: Geschreven = { rijen: new Map(), inhoud: new Map() }
      const uit = await doe(schrijverVan(opslag, geschreven))
      await voer(delen, geschreven)
      return uit
    },
  }
}

function schrijverVan(opslag: Ketenopslag, { rijen, inhoud }: Geschreven): ZgwSchrijver {
  return {
    // How a case stands the command looks at, and says what is wrong: here it is one that can still be written to.
    haal: async (soort, url) => {
      const rij = await opslag.haal(soort, url)
      return rij && soort === 'zaken' ? { ...rij, einddatum: null, resultaat: rij.url } : rij
    },
    // A status counts from when it is written down here: what moment a client says never clashes with one of before.
    zoek: async (soort, vraag) =>
      soort === 'statussen' ? { aantal: 0, rijen: [] } : opslag.ken(soort, vraag),
    zet: async (soort, rij) => {
      if (!rijen.has(soort)) rijen.set(soort, rij)
    },
    verwijder: async () => {
      throw new ZgwFout(403, 'permission_denied', 'Dit kan bij ketenzaken niet.')
    },
    zetInhoud: async (url, bytes) => {
      inhoud.set(url, bytes)
    },
  }
}

async function voer(delen: Schrijfdelen, { rijen, inhoud }: Geschreven): Promise<void> {
  const status = rijen.get('statussen')
  const koppeling = rijen.get('zaakinformatieobjecten')
  const document = rijen.get('enkelvoudiginformatieobjecten')
  if (status !== undefined) return zetStatus(delen, status)
  if (koppeling !== undefined) return koppelDocument(delen, koppeling)
  if (document !== undefined) return bewaarDocument(delen, document, inhoud.get(document.url))
}

/** On the step of this organisation: what it asks for is the command of that name. */
async function zetStatus(delen: Schrijfdelen, status: Rij): Promise<void> {
  const { adressen, client, gemaakt } = delen
  const zaak = String(status.zaak)
  const { ketenzaak, stap } = await stapOp(delen, zaak)
  const toelichting = String(status.statustoelichting ?? '').trim()
  const opdracht = opdrachtVoor(delen, stap, String(status.statustype), toelichting)
  const wat = [zaak, String(status.statustype), String(status.datumStatusGezet), toelichting]
  const uitslag = await doe(delen, { id: idVan(client, 'status', ...wat), ketenzaak }, opdracht)
  gemaakt(adressen.van('statussen', maakDeel(ketenzaak, 'status', uitslag.nr)))
}

async function stapOp(
  { opslag, vrager, loket }: Schrijfdelen,
  zaak: string,
): Promise<{ readonly ketenzaak: string; readonly stap: string }> {
  const rij = await opslag.haal('zaken', zaak)
  const deel = leesDeel(uuidUit(zaak))
  const hoofdzaak = rij?.hoofdzaak
  if (deel?.soort !== 'stap' || typeof hoofdzaak !== 'string')
    throw new ZgwFout(
      403,
      'permission_denied',
      'Zet een status bij uw eigen stap: een deelzaak van deze zaak.',
    )
  const ketenzaak = uuidUit(hoofdzaak)
  const beeld = await loket.bekijk(vrager, ketenzaak)
  const stap = Object.entries(beeld?.herkomst.plaatsen ?? {}).find(([, { nr }]) => nr === deel.nr)?.[0]
  if (stap === undefined) throw new ZgwFout(404, 'not_found', 'Niet gevonden.')
  return { ketenzaak, stap }
}

type Stapopdracht = Extract<Opdracht, { readonly stap: string }> & Parameters<Loket['doe']>[2]

function opdrachtVoor({ typen }: Schrijfdelen, stap: string, type: string, tekst: string): Stapopdracht {
  const stand = standen.stap.find((een) => typen.statustype('stap', een) === type)
  const woorden = { woorden: tekst }
  const metReden = (): { readonly woorden: string } => {
    if (tekst === '') throw veldfout('statustoelichting', 'required', 'Schrijf erbij waarom.')
    return woorden
  }
  switch (stand) {
    case 'aanvaard':
      return { soort: 'aanvaard-stap', stap }
    case 'bezig':
      return { soort: 'begin-stap', stap }
    case 'klaar':
      return { soort: 'rond-stap-af', stap, ...(tekst !== '' && { uitkomst: woorden }) }
    case 'geweigerd':
      return { soort: 'weiger-stap', stap, reden: metReden() }
    case 'vervallen':
      return { soort: 'laat-stap-vervallen', stap, reden: metReden() }
    default:
      throw veldfout(
        'statustype',
        'invalid',
        'Deze status zet alleen de ketenregisseur, door opnieuw te vragen.',
      )
  }
}

/** Kept until it is tied to a case: the standard makes a document before anybody knows of what it is. */
async function bewaarDocument(
  delen: Schrijfdelen,
  document: Rij,
  inhoud: Uint8Array | undefined,
): Promise<void> {
  const { concepten, vrager, typen, gemaakt } = delen
  if (document.informatieobjecttype !== typen.documenttype('document'))
    throw veldfout('informatieobjecttype', 'invalid', 'Alleen een document kan zo worden toegevoegd.')
  const titel = String(document.titel)
  const soort = leesBestandssoort(String(document.formaat))
  if (soort !== undefined) {
    const bestand = inhoud && maakBestand(soort, inhoud)
    if (bestand === undefined) throw veldfout('inhoud', 'invalid', `Dit is geen ${soort}.`)
    if (bestand.omvang > HOOGSTENS_BESTAND)
      throw veldfout('inhoud', 'max_length', `Een bestand is hoogstens ${HOOGSTENS_BESTAND} bytes.`)
    if (titel.trim() === '') throw veldfout('titel', 'blank', 'Een bestand heeft een titel.')
    await concepten.bewaar(vrager, uuidUit(document.url), { titel, tekst: titel, erbij: { bestand } })
    return gemaakt(document.url)
  }
  const tekst = inhoud === undefined ? undefined : alsTekst(inhoud)
  if (tekst === undefined || !/^(|text\/plain.*)$/i.test(String(document.formaat)))
    throw veldfout(
      'inhoud',
      'invalid',
      `Stuur de inhoud meteen mee, als text/plain in UTF-8 of als ${bestandssoorten.join(', ')}.`,
    )
  if (metTitel(titel, tekst).length > HOOGSTENS_WOORDEN)
    throw veldfout('inhoud', 'max_length', `Titel en tekst zijn samen hoogstens ${HOOGSTENS_WOORDEN} tekens.`)
  if (tekst.trim() === '') throw veldfout('inhoud', 'blank', 'Er staat niets in.')
  await concepten.bewaar(vrager, uuidUit(document.url), { titel, tekst, erbij: {} })
  gemaakt(document.url)
}

/** The document becomes an item of the case, shared with its owner as everything that a participant brings in. */
async function koppelDocument(delen: Schrijfdelen, koppeling: Rij): Promise<void> {
  const { concepten, vrager, adressen, loket, gemaakt } = delen
  const zaak = String(koppeling.zaak)
  const ketenzaak = uuidUit(zaak)
  const uuid = uuidUit(String(koppeling.informatieobject))
  if (leesDeel(ketenzaak) !== undefined)
    throw veldfout('zaak', 'invalid', 'Koppel een document aan de ketenzaak zelf, niet aan een stap.')
  const concept = await concepten.haal(vrager, uuid)
  if (concept === undefined) throw veldfout('informatieobject', 'bad-url', 'Op dit adres is hier niets.')
  const bestand = bestandUit(concept)
  const tekst = { woorden: bestand === undefined ? metTitel(concept.titel, concept.tekst) : concept.titel }
  const erbij = { soort: 'voeg-toe', wat: 'document', tekst, ...(bestand && { bestand }) } as const
  await doe(delen, { id: uuid, ketenzaak }, erbij)
  const beeld = await loket.bekijk(vrager, ketenzaak)
  const plaats = Object.values(beeld?.herkomst.plaatsen ?? {}).find(({ opdracht }) => opdracht === uuid)
  // Only now: what went wrong before this is still there to be tied again.
  await concepten.verwijder(vrager, uuid)
  gemaakt(adressen.van('zaakinformatieobjecten', maakDeel(ketenzaak, 'koppeling', plaats?.nr ?? 0)))
}

function alsTekst(inhoud: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(inhoud)
  } catch {
    return undefined
  }
}

async function doe(
  { loket, vrager }: Schrijfdelen,
  { id, ketenzaak }: Pick<Opdrachtkop, 'id' | 'ketenzaak'>,
  opdracht: Parameters<Loket['doe']>[2],
): Promise<Extract<Uitslag, { status: 'ok' }>> {
  const beeld = await loket.bekijk(vrager, ketenzaak)
  if (beeld === undefined) throw new ZgwFout(404, 'not_found', 'Niet gevonden.')
  const uitslag = await loket.doe(vrager, { id, ketenzaak, verwacht: beeld.zicht.nr }, opdracht)
  if (uitslag.status === 'ok') return uitslag
  if (uitslag.status === 'conflict')
    throw new ZgwFout(409, 'conflict', 'Een ander deed hier intussen iets. Lees de zaak opnieuw.')
  throw weigering(uitslag.weigering)
}

const uitleg: Partial<Readonly<Record<Weigering['reden'], string>>> = {
  gesloten: 'De ketenzaak is gesloten.',
  'wacht-nog': 'Deze stap wacht nog op een andere.',
  'kan-niet-nu': 'Dit kan niet bij hoe de stap nu staat.',
  'opdracht-anders': 'Ditzelfde is al eens gestuurd, met iets anders erin.',
}

function weigering({ reden }: Weigering): ZgwFout {
  if (reden === 'niet-gevonden') return new ZgwFout(404, 'not_found', 'Niet gevonden.')
  if (reden === 'mag-niet')
    return new ZgwFout(403, 'permission_denied', 'Deze stap is niet van uw organisatie.')
  if (reden === 'te-lang' || reden === 'leeg') return veldfout('nonFieldErrors', reden, 'De tekst past niet.')
  return new ZgwFout(409, reden, uitleg[reden] ?? 'Dit past niet bij hoe de zaak nu staat.')
}

const veldfout = (name: string, code: string, reason: string): ZgwFout =>
  new ZgwFout(400, 'invalid', 'Een of meer gegevens zijn ongeldig.', { velden: [{ name, code, reason }] })
