import { type Bsn, onthul } from '../../domain/index.ts'
import { type Bron, leesSpoor } from '../../platform/bron/index.ts'
import { bronalinea, brontekst } from '../brontekst.ts'
import {
  type Contactbron,
  type Contactlijst,
  type Contactmoment,
  maxOnderwerp,
  maxVraag,
  type NieuweVraag,
  vraagkanaal,
} from '../contactbron.ts'
import type { MetBsn, RegisterUitkomst } from '../register.ts'
import type { Zaakvraag } from '../zaakbron.ts'
import type { BronId } from '../zaakgegevens.ts'
import { mislukt, nummerVan, zoekOpNummer, zorgVoorTaak } from './gedeeld.ts'
import {
  gemaaktVorm,
  type Klantcontact,
  klantcontactenVorm,
  partijIdentificatorenVorm,
  partijVorm,
} from './vormen.ts'

export interface KlantinteractiesOnderdelen {
  readonly id: BronId
  readonly bron: Bron
  readonly metBsn: MetBsn
  /** Who answers questions there, by the uuid of an `actor`; without one nobody at the organisation gets a task. */
  readonly behandelaars?: string
}

/** Named limits: more pages than these say nothing to anybody; of a reaction no more than the standard allows. */
const maxPaginas = 5
const maxReactie = 4_000

/**
 * Contact moments at one organisation, over Klantinteracties 0.9.0. This standard finds a person by a number in the
 * address and offers no other way; we ask it once per session, and after that by the number that the register itself
 * gave the person. Every contact is shown only when the answer says that this person took part in it.
 */
export function klantinteractiesBron(onderdelen: KlantinteractiesOnderdelen): Contactbron {
  const { id, metBsn } = onderdelen
  const metNummer = async <T>(
    vraag: Zaakvraag,
    fn: (bsn: Bsn) => Promise<RegisterUitkomst<T>>,
  ): Promise<RegisterUitkomst<T>> => {
    const uitkomst = await metBsn(vraag.persoon, vraag.bewijs, fn)
    return uitkomst.status === 'ok' ? uitkomst.uitkomst : uitkomst
  }
  return {
    id,
    contacten: async (vraag) => {
      const bekend = vraag.geheugen?.get(partijNaam)
      if (bekend !== undefined) return leesContacten(onderdelen, vraag, bekend)
      return metNummer(vraag, async (bsn) => {
        const partij = await vindPartij(onderdelen, vraag, bsn)
        if (partij.status !== 'ok') return partij
        if (partij.gegevens === undefined) return leeg(partij.op)
        onthoud(vraag, partij.gegevens)
        return leesContacten(onderdelen, vraag, partij.gegevens)
      })
    },
    stelVraag: async (vraag, nieuw) => {
      const bekend = vraag.geheugen?.get(partijNaam)
      if (bekend !== undefined) return legVraagVoor(onderdelen, vraag, bekend, nieuw)
      return metNummer(vraag, async (bsn) => {
        const gevonden = await vindPartij(onderdelen, vraag, bsn)
        if (gevonden.status !== 'ok') return gevonden
        const partij = gevonden.gegevens === undefined ? await maakPartij(onderdelen, vraag, bsn) : gevonden
        if (partij.status !== 'ok') return partij
        onthoud(vraag, partij.gegevens)
        return legVraagVoor(onderdelen, vraag, partij.gegevens ?? '', nieuw)
      })
    },
  }
}

/** Under this name; a number of the register itself, of no use elsewhere. */
const partijNaam = 'partij'

function onthoud({ geheugen }: Zaakvraag, partij: string | undefined): void {
  if (partij !== undefined) geheugen?.set(partijNaam, partij)
}

function leeg(op: Date): RegisterUitkomst<Contactlijst> {
  return { status: 'ok', gegevens: { contacten: [], isVolledig: true }, op }
}

/** Who this person is there; `undefined`: the register does not know them. */
async function vindPartij(
  { bron }: KlantinteractiesOnderdelen,
  { bewijs }: Zaakvraag,
  bsn: Bsn,
): Promise<RegisterUitkomst<string | undefined>> {
  const nummer = onthul(bsn)
  const zoek = new URLSearchParams({
    partijIdentificatorCodeObjecttype: 'natuurlijk_persoon',
    partijIdentificatorCodeRegister: 'brp',
    partijIdentificatorCodeSoortObjectId: 'bsn',
    partijIdentificatorObjectId: nummer,
  })
  const gevraagd = await bron.vraag({
    handeling: 'partij zoeken',
    methode: 'GET',
    pad: `partij-identificatoren?${zoek}`,
    isHerhaalbaar: true,
    vorm: partijIdentificatorenVorm,
    // A register that ignores the filter gives everybody; nobody of those may be taken for this person.
    pastBij: ({ results }) =>
      results.every(({ partijIdentificator: { objectId, codeSoortObjectId } }) => {
        return objectId === nummer && codeSoortObjectId === 'bsn'
      }),
    spoor: leesSpoor(bewijs.traceparent),
  })
  if (gevraagd.status !== 'ok') return mislukt(gevraagd)
  const partijen = new Set(
    gevraagd.inhoud.results.flatMap(({ identificeerdePartij: een }) => een?.uuid ?? []),
  )
  return { status: 'ok', gegevens: [...partijen][0], op: gevraagd.op }
}

async function leesContacten(
  { bron }: KlantinteractiesOnderdelen,
  { bewijs }: Zaakvraag,
  partij: string,
): Promise<RegisterUitkomst<Contactlijst>> {
  const contacten: Contactmoment[] = []
  let isVolledig = true
  for (let pagina = 1; ; pagina++) {
    const zoek = new URLSearchParams({
      hadBetrokkene__wasPartij__uuid: partij,
      vertrouwelijk: 'false',
      expand: 'hadBetrokkenen,gingOverOnderwerpobjecten',
      page: String(pagina),
    })
    const gevraagd = await bron.vraag({
      handeling: 'contacten lezen',
      methode: 'GET',
      pad: `klantcontacten?${zoek}`,
      isHerhaalbaar: true,
      vorm: klantcontactenVorm,
      spoor: leesSpoor(bewijs.traceparent),
    })
    if (gevraagd.status !== 'ok') return mislukt(gevraagd)
    for (const contact of gevraagd.inhoud.results) {
      if (contact.vertrouwelijk) continue
      if (isVan(contact, partij)) contacten.push(momentVan(contact))
      else isVolledig = false
    }
    const isMeer = typeof gevraagd.inhoud.next === 'string'
    if (isMeer && pagina < maxPaginas && gevraagd.inhoud.results.length > 0) continue
    contacten.sort((a, b) => (b.op?.getTime() ?? 0) - (a.op?.getTime() ?? 0))
    return { status: 'ok', gegevens: { contacten, isVolledig: isVolledig && !isMeer }, op: gevraagd.op }
  }
}

/** What does not say who took part in it is shown to nobody. */
function isVan({ _expand }: Klantcontact, partij: string): boolean {
  return _expand?.hadBetrokkenen?.some(({ wasPartij }) => wasPartij?.uuid === partij) === true
}

function momentVan(contact: Klantcontact): Contactmoment {
  const { uuid, kanaal, onderwerp, inhoud, reactie, plaatsgevondenOp, _expand } = contact
  const vraag = bronalinea(inhoud, maxVraag)
  const antwoord = bronalinea(reactie, maxReactie)
  return {
    id: uuid,
    ...(plaatsgevondenOp != null && { op: new Date(plaatsgevondenOp) }),
    kanaal: brontekst(kanaal, 50),
    onderwerp: brontekst(onderwerp, maxOnderwerp),
    ...(vraag !== '' && { vraag }),
    ...(antwoord !== '' && { antwoord }),
    zaken: (_expand?.gingOverOnderwerpobjecten ?? []).flatMap(({ onderwerpobjectidentificator: over }) =>
      over?.codeObjecttype === 'zaak' && over.codeSoortObjectId === 'uuid' ? [over.objectId] : [],
    ),
  }
}

/** Without a name: that the organisation reads in the BRP when it needs it. */
async function maakPartij(
  { bron }: KlantinteractiesOnderdelen,
  { bewijs }: Zaakvraag,
  bsn: Bsn,
): Promise<RegisterUitkomst<string>> {
  const spoor = leesSpoor(bewijs.traceparent)
  const gemaakt = await bron.vraag({
    handeling: 'partij maken',
    methode: 'POST',
    pad: 'partijen',
    json: {
      soortPartij: 'persoon',
      indicatieActief: true,
      digitaleAdressen: null,
      voorkeursDigitaalAdres: null,
      rekeningnummers: null,
      voorkeursRekeningnummer: null,
      partijIdentificatie: { contactnaam: null },
    },
    isHerhaalbaar: false,
    vorm: partijVorm,
    spoor,
  })
  if (gemaakt.status !== 'ok') return mislukt(gemaakt)
  const { uuid } = gemaakt.inhoud
  const gemerkt = await bron.vraag({
    handeling: 'partij herkenbaar maken',
    methode: 'POST',
    pad: 'partij-identificatoren',
    json: {
      identificeerdePartij: { uuid },
      partijIdentificator: {
        codeObjecttype: 'natuurlijk_persoon',
        codeRegister: 'brp',
        codeSoortObjectId: 'bsn',
        objectId: onthul(bsn),
      },
      subIdentificatorVan: null,
    },
    isHerhaalbaar: false,
    vorm: partijVorm,
    spoor,
  })
  if (gemerkt.status !== 'ok') return mislukt(gemerkt)
  return { status: 'ok', gegevens: uuid, op: gemerkt.op }
}

/**
 * The contact first, then the task for whoever answers. The number is made of the mark, and looked for before anything
 * is made: a question that was sent again after a broken connection is the same question, and gets its task after all.
 */
async function legVraagVoor(
  onderdelen: KlantinteractiesOnderdelen,
  { bewijs }: Zaakvraag,
  partij: string,
  nieuw: NieuweVraag,
): Promise<RegisterUitkomst<{ readonly nummer: string }>> {
  const { bron, behandelaars } = onderdelen
  const spoor = leesSpoor(bewijs.traceparent)
  const nummer = nummerVan(partij, nieuw.kenmerk)
  const bekend = await zoekOpNummer(bron, nummer, { handeling: 'vraag zoeken', spoor })
  if (bekend.status !== 'ok') return bekend
  let contact = bekend.gegevens.find((een) => isVan(een, partij))?.uuid
  if (contact === undefined) {
    const gemaakt = await bron.vraag({
      handeling: 'vraag stellen',
      methode: 'POST',
      pad: 'maak-klantcontact',
      json: contactVan(partij, nummer, nieuw),
      isHerhaalbaar: false,
      vorm: gemaaktVorm,
      spoor,
    })
    if (gemaakt.status !== 'ok') return mislukt(gemaakt)
    contact = gemaakt.inhoud.klantcontact.uuid
  }
  if (behandelaars === undefined) return { status: 'ok', gegevens: { nummer }, op: bekend.op }
  const handeling = `Vraag beantwoorden: ${nieuw.onderwerp}`
  const taak = await zorgVoorTaak(bron, { contact, handeling, behandelaars }, spoor)
  return taak.status === 'ok' ? { status: 'ok', gegevens: { nummer }, op: taak.op } : taak
}

function contactVan(partij: string, nummer: string, { onderwerp, tekst, taal, zaak }: NieuweVraag) {
  return {
    klantcontact: {
      nummer,
      kanaal: vraagkanaal,
      onderwerp: onderwerp.slice(0, maxOnderwerp),
      inhoud: tekst.slice(0, maxVraag),
      indicatieContactGelukt: true,
      taal,
      vertrouwelijk: false,
    },
    betrokkene: { wasPartij: { uuid: partij }, rol: 'klant', initiator: true },
    ...(zaak !== undefined && {
      onderwerpobject: {
        wasKlantcontact: null,
        onderwerpobjectidentificator: {
          codeObjecttype: 'zaak',
          codeRegister: 'open-zaak',
          codeSoortObjectId: 'uuid',
          objectId: zaak,
        },
      },
    }),
  }
}
