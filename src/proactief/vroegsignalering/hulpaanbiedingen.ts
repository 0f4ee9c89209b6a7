/** What a municipality does with an offer of help, and what the person themselves says of it. */
import type { Afspraken, Maker } from '../../afspraken/index.ts'
import { type Audit, eisBewijs, type Sleutelring, type Verwerkingsbewijs } from '../../audit/index.ts'
import { isUuid7, type OrganisatieId, type PersoonId, type Toeval } from '../../domain/index.ts'
import { type Datum, datumOp } from '../../kalender/index.ts'
import type { Berichten, Berichtinhoud } from '../../kanalen/index.ts'
import { isSignaalOverbodig, zone } from './bewaren.ts'
import {
  type Aanbodopdracht,
  type Aanbodpersoon,
  type Aanbodvoorval,
  type Aanbodweigering,
  beslisAanbod,
  type Hulpaanbod,
} from './hulpaanbod.ts'
import type {
  AanbodRij,
  Aanbodregel,
  Aanbodvrager,
  Desk,
  HulpaanbodStore,
  Telling,
  Uitzoekregel,
} from './hulpaanbod-store.ts'
import { vroegsignaalDoel } from './regels.ts'
import { type Rijdelen, soortenIn, tellingen, vervolgRij, voorvalNu } from './rij.ts'
import type { Uitzoekwerk } from './uitzoeken.ts'
import type { Achterstand } from './vroegsignaal.ts'
import { openSignaal, openVoorvallen } from './zegel.ts'

/** A signal as who may see it reads it. */
export interface SignaalBeeld extends Achterstand {
  readonly id: string
  readonly bron: string
  readonly ontvangen: Date
}

export interface AanbodBeeld {
  readonly id: string
  readonly organisatie: OrganisatieId
  readonly gemaakt: Date
  readonly aanbod: Hulpaanbod
  /** Everything that happened, oldest first. */
  readonly voorvallen: readonly Aanbodvoorval[]
}

export interface GeopendAanbod extends AanbodBeeld {
  /** Empty when what was told is erased. */
  readonly signalen: readonly SignaalBeeld[]
  /** What each creditor is called, also when what it told is erased. */
  readonly namen: ReadonlyMap<string, string>
}

export type Aanboduitslag =
  | { readonly status: 'ok' | 'was-al-zo'; readonly aanbod: Hulpaanbod }
  | { readonly status: 'geweigerd'; readonly reden: Aanbodweigering | 'niet-gevonden' | 'vol' | 'overleden' }

export interface Gespreksboeking {
  readonly team: string
  readonly begin: Date
  /** Made with the form: sent twice it is one appointment. */
  readonly kenmerk: string
  readonly telefoon?: string
}

export interface Hulpaanbiedingen {
  readonly werklijst: (desk: Desk) => Promise<{
    readonly regels: readonly Aanbodregel[]
    readonly apart: readonly Uitzoekregel[]
  }>
  readonly wie: (desk: Desk, id: string, bewijs: Verwerkingsbewijs) => Promise<PersoonId | undefined>
  readonly open: (
    vrager: Aanbodvrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<GeopendAanbod | undefined>
  /** Newest first. */
  readonly lijst: (vrager: Aanbodvrager, bewijs: Verwerkingsbewijs) => Promise<readonly AanbodBeeld[]>
  readonly doe: (
    vrager: Aanbodvrager,
    id: string,
    opdracht: Aanbodopdracht,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Aanboduitslag>
  /** The first talk, at a time that the team has, within the term of the law. */
  readonly planGesprek: (
    vrager: Aanbodvrager,
    id: string,
    boeking: Gespreksboeking,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Aanboduitslag>
  readonly tellingen: (organisatie: OrganisatieId, vanaf: Datum) => Promise<readonly Telling[]>
  /** What fits nobody by itself. */
  readonly uitzoeken: Uitzoekwerk
}

export interface AanbodDelen extends Rijdelen {
  readonly store: HulpaanbodStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly toeval: Toeval
  readonly nu: () => Date
  readonly berichten: Pick<Berichten, 'stuur'>
  readonly uitzoeken: Uitzoekwerk
  /** As the register of persons says it now; who is not known there, or where it is silent, is not said to have died. */
  readonly isOverleden: (persoon: PersoonId) => Promise<boolean>
  /** Absent where no appointments are made. */
  readonly afspraken?: Pick<Afspraken, 'boek' | 'team' | 'zegAf'> | undefined
  /** The invitation, in all languages of the house. */
  readonly opstel: (
    beeld: AanbodBeeld,
    met: { readonly bel: string; readonly namen: ReadonlyMap<string, string> },
  ) => Berichtinhoud
}

/** Named limits: so many on one list; so often is tried again where two wrote at once. */
const maxRegels = 200
const maxKeren = 3

export function createHulpaanbiedingen(delen: AanbodDelen): Hulpaanbiedingen {
  const { store, ring } = delen
  const haal = async (vrager: Aanbodvrager, id: string, bewijs: Verwerkingsbewijs) => {
    eisBewijs(bewijs, vrager.persoon)
    const rij = isUuid7(id) ? await store.haal(vrager, id, bewijs) : undefined
    return rij && { rij, beeld: beeldVan(ring, rij) }
  }
  return {
    async werklijst(desk) {
      const [regels, apart] = await Promise.all([
        store.werklijst(desk, maxRegels),
        delen.uitzoeken.lijst(desk),
      ])
      return { regels, apart }
    },
    wie: async (desk, id, bewijs) => (isUuid7(id) ? store.wie(desk, id, bewijs) : undefined),

    async open(vrager, id, bewijs) {
      const gevonden = await haal(vrager, id, bewijs)
      if (gevonden === undefined) return undefined
      const [rijen, namen] = await Promise.all([store.signalen(vrager, id, bewijs), store.namen()])
      const signalen = rijen.map((rij) => {
        const { bron, ontvangen } = rij
        return { ...openSignaal(ring, rij), id: rij.id, bron, ontvangen }
      })
      return { ...gevonden.beeld, signalen, namen }
    },

    async lijst(vrager, bewijs) {
      eisBewijs(bewijs, vrager.persoon)
      return (await store.lijst(vrager, bewijs)).map((rij) => beeldVan(ring, rij))
    },

    async doe(vrager, id, opdracht, bewijs) {
      if (await isTeLaat(delen, vrager, opdracht)) return { status: 'geweigerd', reden: 'overleden' }
      for (let keer = 0; keer < maxKeren; keer++) {
        const gevonden = await haal(vrager, id, bewijs)
        if (gevonden === undefined) return { status: 'geweigerd', reden: 'niet-gevonden' }
        const uitslag = await voerUit(delen, vrager, gevonden, opdracht, bewijs)
        if (uitslag !== 'opnieuw') return uitslag
      }
      return { status: 'geweigerd', reden: 'kan-niet-nu' }
    },

    async planGesprek(vrager, id, boeking, bewijs) {
      const { afspraken } = delen
      const gevonden = await haal(vrager, id, bewijs)
      if (gevonden === undefined || afspraken === undefined)
        return { status: 'geweigerd', reden: 'niet-gevonden' }
      const { aanbod } = gevonden.beeld
      if (await isTeLaat(delen, vrager, { soort: 'gesprek-gepland' }))
        return { status: 'geweigerd', reden: 'overleden' }
      const team = afspraken.team(boeking.team)
      if (team?.organisatie !== gevonden.rij.organisatie)
        return { status: 'geweigerd', reden: 'niet-gevonden' }
      const wanneer = datumOp(boeking.begin, team.zone)
      const proef = beslisAanbod(aanbod, { soort: 'gesprek-gepland', afspraak: '', wanneer })
      if (proef.status === 'geweigerd') return proef
      const { telefoon, begin, kenmerk } = boeking
      const inhoud = { onderwerp: 'geld', ...(telefoon !== undefined && { telefoon }) } as const
      const door: Maker = vrager.soort === 'persoon' ? 'zelf' : 'medewerker'
      const geboekt = await afspraken.boek(vrager, { team: team.id, begin, inhoud, door, kenmerk }, bewijs)
      if (!('afspraak' in geboekt)) return { status: 'geweigerd', reden: 'vol' }
      return this.doe(
        vrager,
        id,
        { soort: 'gesprek-gepland', afspraak: geboekt.afspraak.id, wanneer },
        bewijs,
      )
    },

    tellingen: store.tellingen,
    uitzoeken: delen.uitzoeken,
  }
}

/** Of somebody who died nothing is asked and nothing is written that they would have said: it is looked at, and closed. */
async function isTeLaat(
  { isOverleden }: AanbodDelen,
  { soort, persoon }: Aanbodvrager,
  opdracht: Pick<Aanbodopdracht, 'soort'>,
): Promise<boolean> {
  if (soort !== 'medewerker' || opdracht.soort === 'bekeken' || opdracht.soort === 'gesloten') return false
  return isOverleden(persoon)
}

function beeldVan(ring: Sleutelring, rij: AanbodRij): AanbodBeeld {
  const { id, organisatie, gemaakt } = rij
  return { id, organisatie, gemaakt, ...openVoorvallen(ring, rij) }
}

interface Gevonden {
  readonly rij: AanbodRij
  readonly beeld: AanbodBeeld
}

/** `opnieuw`: somebody else wrote meanwhile. */
async function voerUit(
  delen: AanbodDelen,
  vrager: Aanbodvrager,
  { rij, beeld }: Gevonden,
  opdracht: Aanbodopdracht,
  bewijs: Verwerkingsbewijs,
): Promise<Aanboduitslag | 'opnieuw'> {
  const besluit = beslisAanbod(beeld.aanbod, opdracht)
  if (besluit.status === 'geweigerd') return besluit
  if (besluit.status === 'was-al-zo') return { status: 'was-al-zo', aanbod: beeld.aanbod }
  // Sent first: the same offer is the same message, and one that is written down was sent.
  if (opdracht.soort === 'aangeboden' && opdracht.weg === 'bericht')
    await stuurAanbod(delen, rij, beeld, opdracht.bel ?? '')
  const op = delen.nu()
  const door: Aanbodpersoon =
    vrager.soort === 'persoon' ? { soort: 'inwoner' } : { soort: 'medewerker', medewerker: vrager.medewerker }
  const voorvallen = [...beeld.voorvallen, voorvalNu(op, door, opdracht)]
  const nieuw = vervolgRij(delen, rij, voorvallen)
  const na = openVoorvallen(delen.ring, nieuw).aanbod
  const isGezet = await delen.store.zet(vrager, nieuw, {
    bewijzen: [regelVan(delen, rij, opdracht, vrager)],
    tellingen: telVan(rij, beeld, na, opdracht, op),
    wisSignalen: isSignaalOverbodig(na.stand),
  })
  if (!isGezet) return 'opnieuw'
  // Whoever says no is expected nowhere.
  const { gesprek } = beeld.aanbod
  if (gesprek !== undefined && na.gesprek === undefined)
    await delen.afspraken?.zegAf(vrager, gesprek.afspraak, bewijs)
  return { status: 'ok', aanbod: na }
}

async function stuurAanbod(
  { berichten, opstel, store }: AanbodDelen,
  rij: AanbodRij,
  beeld: AanbodBeeld,
  bel: string,
): Promise<void> {
  const eerder = beeld.voorvallen.filter(({ soort }) => soort === 'aangeboden').length
  await berichten.stuur({
    persoon: rij.persoon,
    soort: 'hulpaanbod',
    kenmerk: `hulpaanbod|${rij.id}|${eerder}`,
    inhoud: opstel(beeld, { bel, namen: await store.namen() }),
  })
}

/**
 * In the chain, which nothing can be taken out of, stands that something happened and to which offer; what it was and what
 * somebody said stands beside it, and is erased with the rest.
 */
function regelVan(
  { audit, nu }: AanbodDelen,
  { id, persoon, organisatie }: AanbodRij,
  opdracht: Aanbodopdracht,
  vrager: Aanbodvrager,
) {
  return audit.verzegel({
    onderwerp: `persoon:${persoon}`,
    soort: 'hulpaanbod',
    tijd: nu(),
    codes: { aanbod: id },
    inhoud: {
      ...{ persoon, verwerking: vroegsignaalDoel, organisatie },
      waarde: { wat: opdracht.soort, ...('weg' in opdracht && { hoe: opdracht.weg }), door: vrager.soort },
    },
  })
}

/** Each counts once for one offer, whatever somebody says later. */
function telVan(
  { organisatie }: AanbodRij,
  { aanbod, voorvallen }: AanbodBeeld,
  na: Hulpaanbod,
  { soort }: Aanbodopdracht,
  op: Date,
): readonly Telling[] {
  const was = (...soorten: readonly Aanbodvoorval['soort'][]) =>
    voorvallen.some((een) => soorten.includes(een.soort))
  const tel = (wat: Telling['wat']) => tellingen(organisatie, op, wat, soortenIn(aanbod))
  const isEerste = aanbod.aangebodenOp === undefined && na.aangebodenOp !== undefined
  const isAntwoord = soort === 'aangenomen' || soort === 'afgewezen'
  const isBereikt = (isAntwoord || soort === 'gesproken') && !was('gesproken', 'aangenomen', 'afgewezen')
  return [
    ...(isEerste ? tel('aangeboden') : []),
    ...(isEerste && datumOp(op, zone) <= aanbod.uiterlijk ? tel('aangeboden-op-tijd') : []),
    ...(isBereikt ? tel('bereikt') : []),
    ...(isAntwoord && !was('aangenomen', 'afgewezen') ? tel(soort) : []),
  ]
}
