/**
 * Whom a signal is about, and which offer comes of it. By name and address together, with the day of birth where it is
 * known: one who fits, or nobody.
 */
import type { Audit, Sleutelring, VerzegeldBewijs } from '../../audit/index.ts'
import { maakUuid7, type PersoonId, type Toeval } from '../../domain/index.ts'
import {
  type PersoonsRegister,
  pastVoornaam,
  type Registervraag,
  type Treffer,
  type Zoekregister,
} from '../../inwoner/index.ts'
import { datumOp } from '../../kalender/index.ts'
import { wisVanaf, zone } from './bewaren.ts'
import { type Aanbodpersoon, type Gevolg, gevolgVan, type Meegeteld, uiterlijkVoor } from './hulpaanbod.ts'
import type { Ongekoppeld, VroegsignaalStore } from './hulpaanbod-store.ts'
import { vroegsignaalDoel } from './regels.ts'
import { maakRij, tellingen, vervolgRij, voorvalNu } from './rij.ts'
import type { Contactgegevens, Signaalpartner } from './vroegsignaal.ts'
import { openSignaal, openVoorvallen } from './zegel.ts'

export interface KoppelDelen {
  readonly store: VroegsignaalStore
  readonly zoekregister: Zoekregister
  readonly personen: PersoonsRegister
  readonly audit: Pick<Audit, 'metVerwerking' | 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** Why it waits for a human. What is among these says nothing to a creditor. */
export const apartredenen = [
  'zonder-geboortedatum',
  'niet-gevonden',
  'meer-gevonden',
  'ander-adres',
  'overleden',
] as const
export type Apartreden = (typeof apartredenen)[number]

type Gevonden = PersoonId | Apartreden | 'register-weg'

/** Named limits: so many in one round; so long one is in one pair of hands. */
const perRonde = 50
const handMs = 60_000

const taak = { soort: 'taak', taak: 'vroegsignalering' } as const

/**
 * One round. Gives how many were looked at; what a register did not answer comes again. What goes wrong with one keeps
 * the others from nothing: it is told after them.
 */
export async function koppelSignalen(delen: KoppelDelen): Promise<number> {
  const { store, nu } = delen
  const tot = new Date(nu().getTime() + handMs)
  const werk = await store.pak(nu(), tot, perRonde)
  const partners = new Map((await store.partners()).map((een) => [een.bron, een]))
  const fouten: unknown[] = []
  for (const signaal of werk)
    await vindEnKoppel(delen, signaal, partners.get(signaal.bron)).catch((fout: unknown) => fouten.push(fout))
  await herzieAanbiedingen(delen, fouten)
  if (fouten.length > 0) throw fouten[0]
  return werk.length
}

async function vindEnKoppel(
  delen: KoppelDelen,
  signaal: Ongekoppeld,
  partner: Signaalpartner | undefined,
): Promise<void> {
  const { store, nu, audit } = delen
  const { organisatie, soort } = signaal
  const inhoud = openSignaal(delen.ring, signaal)
  const wie = await zoek(delen, signaal, inhoud.contact, partner)
  if (wie === 'register-weg') return
  const op = nu()
  if (isReden(wie)) {
    const tot = wisVanaf('apart', datumOp(op, zone))
    const meegeteld = {
      op: datumOp(signaal.ontvangen, zone),
      ...(inhoud.dreiging && { dreiging: inhoud.dreiging }),
    }
    return store.zetApart(signaal, {
      ...{ reden: wie, wisVanaf: tot, uiterlijk: uiterlijkVoor(meegeteld) },
      tellingen: tellingen(organisatie, op, 'apart', [soort]),
    })
  }
  // They read in their log that it was received, also when nothing more comes of it (AVG art. 14).
  await audit.metVerwerking(
    { doel: vroegsignaalDoel, gegevens: ['betalingsachterstand'], betrokkenen: [wie], door: taak },
    () => koppel(delen, { signaal, persoon: wie, dreiging: inhoud.dreiging, door: { soort: 'taak' } }),
  )
}

function isReden(wie: Gevonden): wie is Apartreden {
  return (apartredenen as readonly string[]).includes(wie)
}

async function zoek(
  delen: KoppelDelen,
  { organisatie: voor }: Ongekoppeld,
  contact: Contactgegevens,
  partner: Signaalpartner | undefined,
): Promise<Gevonden> {
  const { zoekregister, personen, audit } = delen
  const vraag = registervraag(contact, partner)
  if (vraag === undefined) return 'zonder-geboortedatum'
  const doel = vroegsignaalDoel
  const gezocht = vraag.soort === 'naam' ? ['naam', 'geboortedatum'] : ['naam', 'adres']
  const uitkomst = await audit.metVerwerking(
    { doel, gegevens: gezocht, betrokkenen: [], door: { ...taak, voor } },
    (bewijs) => zoekregister.zoek(bewijs, vraag),
  )
  if (uitkomst.status === 'te-veel') return 'meer-gevonden'
  if (uitkomst.status !== 'ok') return 'register-weg'
  const { voornamen } = contact
  // Of a family of one name a first name may leave one; nothing else is weighed, and nobody is guessed.
  const [een, ...meer] = uitkomst.treffers.filter(
    ({ naam }) =>
      vraag.soort !== 'adres' || voornamen === undefined || pastVoornaam(voornamen, naam?.voornamen),
  )
  if (een === undefined) return 'niet-gevonden'
  if (meer.length > 0) return 'meer-gevonden'
  const { persoon, isOverleden }: Treffer = een
  const gegevens = await audit.metVerwerking(
    { doel, gegevens: ['naam', 'adres'], betrokkenen: [persoon], door: taak },
    (bewijs) => personen.raadpleeg(persoon, bewijs),
  )
  if (isOverleden) return 'overleden'
  if (gegevens.status !== 'ok') return 'register-weg'
  const { waarde: adres } = gegevens.gegevens.adres
  return adres.gebied === partner?.gemeente && isZelfdeAdres(contact, [adres.regel1, adres.regel2])
    ? persoon
    : 'ander-adres'
}

/** `undefined`: with what there is no register may be asked here. */
export function registervraag(
  { geboren, geslachtsnaam, voornamen, postcode, huisnummer: nummer }: Contactgegevens,
  partner: Pick<Signaalpartner, 'zoektOpAdres'> | undefined,
): Registervraag | undefined {
  if (geboren !== undefined) return { soort: 'naam', geslachtsnaam, voornamen, geboren }
  const huisnummer = Number(/^\d{1,5}/.exec(nummer)?.[0])
  if (partner?.zoektOpAdres !== true || !(huisnummer > 0)) return undefined
  return { soort: 'adres', postcode, huisnummer, geslachtsnaam }
}

/** The register writes `Voorbeeldstraat 12 A` and `3011 AB  ROTTERDAM`. */
export function isZelfdeAdres(
  { postcode, huisnummer }: Pick<Contactgegevens, 'postcode' | 'huisnummer'>,
  [regel1 = '', regel2 = '']: readonly (string | undefined)[],
): boolean {
  const kaal = (tekst: string) => tekst.toLowerCase().replace(/[^a-z0-9]/g, '')
  // `12 a` fits `12A` and `12-a`, and `12` fits no `112`.
  const delen = huisnummer.toLowerCase().match(/\d+|[a-z]+/g) ?? []
  const einde = new RegExp(`(^|[^0-9])${delen.join('[^a-z0-9]*')}[^a-z0-9]*$`)
  return delen.length > 0 && kaal(regel2).startsWith(kaal(postcode)) && einde.test(regel1.toLowerCase())
}

export interface Koppelopdracht {
  readonly signaal: Ongekoppeld
  readonly persoon: PersoonId
  readonly dreiging: Meegeteld['dreiging']
  /** A professional found out whom it is about, or we did. */
  readonly door: Aanbodpersoon
}

/** What came of it; `undefined`: it was matched, dropped, taken back or erased meanwhile. */
export async function koppel(
  delen: KoppelDelen,
  { signaal, persoon, dreiging, door }: Koppelopdracht,
): Promise<Gevolg | undefined> {
  const { store, audit, nu, ring } = delen
  const { id, bron, soort, organisatie, ontvangen } = signaal
  const op = nu()
  const meegeteld = {
    id,
    bron,
    soort,
    op: datumOp(ontvangen, zone),
    ...(dreiging !== undefined && { dreiging }),
  }
  const bewijs = (gevolg: string): VerzegeldBewijs =>
    audit.verzegel({
      onderwerp: `persoon:${persoon}`,
      soort: 'vroegsignaal-ontvangen',
      tijd: op,
      codes: { signaal: id, door: door.soort },
      // From whom and what for is erased with the rest; the chain cannot be.
      inhoud: { persoon, verwerking: vroegsignaalDoel, organisatie, waarde: { van: bron, soort, gevolg } },
    })
  let gevolg: Gevolg | undefined
  const isGeschreven = await store.koppel({
    ...{ signaal, persoon, isApart: door.soort !== 'taak' },
    besluit: (eerder) => {
      const geopend = eerder && openVoorvallen(ring, eerder)
      gevolg = gevolgVan(meegeteld, geopend?.aanbod)
      if (gevolg === 'eerder-nee')
        return { tellingen: tellingen(organisatie, op, gevolg, [soort]), bewijzen: [bewijs(gevolg)] }
      const voorval = voorvalNu(op, door, { soort: 'signaal', signaal: meegeteld } as const)
      const kop = { id: maakUuid7(op, delen.toeval), organisatie, persoon, gemaakt: op, versie: 1 }
      const aanbod =
        gevolg === 'erbij' && eerder !== undefined && geopend !== undefined
          ? vervolgRij(delen, eerder, [...geopend.voorvallen, voorval])
          : maakRij(delen, kop, [voorval])
      return { aanbod, tellingen: [], bewijzen: [bewijs(gevolg)] }
    },
  })
  return isGeschreven ? gevolg : undefined
}

const taakwerk = { soort: 'taak' } as const

/** What a creditor took back counts no more; an offer that nothing is left of ends, and nobody is asked. */
async function herzieAanbiedingen(delen: KoppelDelen, fouten: unknown[]): Promise<void> {
  for (const een of await delen.store.teHerzien(perRonde))
    await herzieEen(delen, een).catch((fout: unknown) => fouten.push(fout))
}

async function herzieEen(
  delen: KoppelDelen,
  { aanbod: rij, weg }: Awaited<ReturnType<VroegsignaalStore['teHerzien']>>[number],
): Promise<void> {
  const { store, audit, ring } = delen
  const op = delen.nu()
  const { voorvallen } = openVoorvallen(ring, rij)
  const erbij = weg.map((signaal) => voorvalNu(op, taakwerk, { soort: 'signaal-weg', signaal } as const))
  const bewijzen = weg.map((signaal) =>
    audit.verzegel({
      onderwerp: `persoon:${rij.persoon}`,
      soort: 'vroegsignaal-ingetrokken',
      tijd: op,
      codes: { signaal, aanbod: rij.id },
    }),
  )
  await store.herzie(vervolgRij(delen, rij, [...voorvallen, ...erbij]), weg, bewijzen)
}
