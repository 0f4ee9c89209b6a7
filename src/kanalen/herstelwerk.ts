/** What a human does about a message that reached nobody, or that somebody wants to hear by phone. */
import type { Controlecodes } from '../afzender/index.ts'
import { type Audit, eisBewijs, type Sleutelring, type Verwerkingsbewijs } from '../audit/index.ts'
import { isUuid, type OrganisatieId, type PersoonId } from '../domain/index.ts'
import { type Bericht, type Berichtinhoud, organisatieVan } from './bericht.ts'
import { codeVoor } from './berichtcode.ts'
import { openBijlage, openInhoud } from './berichtzegel.ts'
import type { Bijlage, Bijlagekop } from './bijlage.ts'
import { type BoekOnderdelen, boekingVan, taakVoor } from './boeking.ts'
import {
  type Herstelaar,
  type Hersteltaak,
  type Hersteluitkomst,
  type Herstelvrager,
  maxBelpogingen,
  type OpenHersteltaak,
  type Taakblad,
  type Taakplaats,
} from './hersteltaak.ts'
import { kijkVan, laatsteOordeel } from './laatste-blik.ts'
import type { Laatsteblikken } from './laatste-vraag.ts'
import type { Opsteller } from './opsteller.ts'
import { type Verloop, verloopVan } from './postbus.ts'
import { routevraagVan } from './routevraag.ts'
import type { Taaltekst } from './verzendweg.ts'
import { type Berichttaal, berichttalen } from './voorkeur.ts'
import { openVoorkeuren } from './voorkeuren.ts'
import type { Zending } from './zending.ts'
import type { Afronding, ZendingStore } from './zending-store.ts'

export interface GeopendeTaak {
  readonly taak: OpenHersteltaak
  /** The newest first, as they gave them. */
  readonly nummers: readonly string[]
  /** Where they said post reaches them; the register may have another. */
  readonly postadres: readonly string[] | undefined
  readonly taal: Berichttaal
  /** What is said or written, in their language; `undefined`: the message has no words for it. */
  readonly tekst: string | undefined
  /** The same in the other languages in which all of it exists; which of them are said, whoever shows it decides. */
  readonly ookIn: readonly Taaltekst[]
  /** Files that belong to the message, without what is in them. */
  readonly bijlagen: readonly Bijlagekop[]
  /** When it was sent and opened, and what became of it: what was done before somebody calls. */
  readonly bericht: Pick<Bericht, 'verstuurd' | 'geopend'> & {
    readonly inhoud: Pick<Berichtinhoud, 'alleenSnel'>
  }
  readonly verloop: Verloop | undefined
}

export interface Herstelwerk {
  /** The oldest term first; nothing of whom it is about. */
  readonly werklijst: (wie: Herstelvrager, na?: Taakplaats) => Promise<Taakblad>
  /** Whom it is about, for who stated a reason that is about nobody yet. */
  readonly wie: (wie: Herstelvrager, id: string, bewijs: Verwerkingsbewijs) => Promise<PersoonId | undefined>
  readonly open: (wie: Herstelaar, id: string, bewijs: Verwerkingsbewijs) => Promise<GeopendeTaak | undefined>
  /** Of a message that somebody prints by hand alone. */
  readonly bijlage: (
    wie: Herstelaar,
    id: string,
    nummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Bijlage | undefined>
  /**
   * `verder`: it goes on by another way, a letter as a rule. `niet-gevonden`: somebody did it already, or tried since:
   * `gezien` is how many tries whoever says this saw, so that one pressed twice is one.
   */
  readonly rondAf: (
    wie: Herstelaar,
    id: string,
    uitkomst: Hersteluitkomst,
    bewijs: Verwerkingsbewijs,
    gezien?: number,
  ) => Promise<'gedaan' | 'later' | 'verder' | 'niet-gevonden'>
  /** Work of no body, for whoever answers for the installation; nothing of whom it is about. */
  readonly zonderOrganisatie: () => Promise<readonly Hersteltaak[]>
  /** To a body that has a desk. `false`: somebody did or gave it already. */
  readonly geefAan: (wie: Herstelvrager, id: string, aan: OrganisatieId) => Promise<boolean>
  /** What nobody called about in time goes on by itself; gives how many. */
  readonly verlopen: () => Promise<number>
}

export interface HerstelOnderdelen extends BoekOnderdelen {
  readonly store: ZendingStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly opstel: Opsteller
  readonly laatsteBlikken: Laatsteblikken
  readonly codes: Pick<Controlecodes, 'maakControlecodes'>
}

/** Named limits: so many on one page, and so many that go on by themselves at once. */
const perBlad = 25
const perKeer = 200

export function createHerstelwerk(onderdelen: HerstelOnderdelen): Herstelwerk {
  const { store, nu } = onderdelen
  return {
    async werklijst(wie, na) {
      const gevonden = await store.herstelwerk(wie, na, perBlad + 1)
      const taken = gevonden.slice(0, perBlad)
      const volgende = gevonden.length > perBlad ? taken.at(-1) : undefined
      return { taken, ...(volgende && { volgende: { uiterlijk: volgende.uiterlijk, id: volgende.id } }) }
    },
    wie: async (wie, id, bewijs) => (isUuid(id) ? store.herstelWie(wie, id, bewijs) : undefined),
    open: (wie, id, bewijs) => open(onderdelen, wie, id, bewijs),

    async bijlage(wie, id, nummer, bewijs) {
      const { persoon } = wie
      eisBewijs(bewijs, persoon)
      const rij = isUuid(id) ? await store.herstelBijlage(wie, id, nummer, bewijs) : undefined
      return rij && openBijlage(onderdelen.ring, { id: rij.bericht, persoon }, rij)
    },

    async rondAf(wie, id, uitkomst, bewijs, gezien) {
      eisBewijs(bewijs, wie.persoon)
      let gevolg: 'gedaan' | 'later' | 'verder' = 'gedaan'
      const isGeschreven =
        isUuid(id) &&
        (await store.rondAf(id, (taak, zending) => {
          if (taak.persoon !== wie.persoon || taak.organisatie !== wie.organisatie) return undefined
          if (gezien !== undefined && gezien !== taak.pogingen) return undefined
          const wordt = afronding(onderdelen, { taak, zending, uitkomst, door: wie }, nu())
          if (wordt !== undefined) gevolg = wordt.isVerteld ? 'gedaan' : wordt.isAf ? 'verder' : 'later'
          if (wordt?.isAf && taak.soort === 'adres') gevolg = 'gedaan'
          return wordt
        }))
      return isGeschreven ? gevolg : 'niet-gevonden'
    },

    zonderOrganisatie: store.herstelZonder,

    geefAan: async ({ organisatie: bij }, id, aan) =>
      isUuid(id) &&
      store.geefTaak(id, aan, ({ persoon, bericht, soort }) =>
        onderdelen.audit.verzegel({
          onderwerp: `persoon:${persoon}`,
          soort: 'herstel-gegeven',
          tijd: nu(),
          codes: { bericht, taak: id, hoe: soort, aan, door: 'medewerker', bij },
        }),
      ),

    async verlopen() {
      const op = nu()
      let aantal = 0
      for (const id of await store.verlopenBellen(op, perKeer)) {
        const isGeschreven = await store.rondAf(id, (taak, zending) =>
          afronding(onderdelen, { taak, zending, uitkomst: 'niet-gebeld' }, op),
        )
        if (isGeschreven) aantal++
      }
      return aantal
    },
  }
}

async function open(
  onderdelen: HerstelOnderdelen,
  wie: Herstelaar,
  id: string,
  bewijs: Verwerkingsbewijs,
): Promise<GeopendeTaak | undefined> {
  const { store, ring, nu, opstel, codes } = onderdelen
  eisBewijs(bewijs, wie.persoon)
  const gevonden = isUuid(id) ? await store.herstelOpen(wie, id, bewijs) : undefined
  if (gevonden === undefined) return undefined
  const { taak, rij, voorkeuren, zendingen } = gevonden
  const inhoud = openInhoud(ring, rij)
  if (await isVervallen(onderdelen, { taak, rij, inhoud }, bewijs)) return undefined
  const beeld = openVoorkeuren(ring, voorkeuren)
  const { taal, vorm } = routevraagVan({ soort: rij.soort, inhoud }, beeld, nu()).geldend
  const code = (await codes.maakControlecodes([codeVoor(rij, organisatieVan(inhoud))])).get(rij.id)
  const { soort, verstuurd, corrigeert } = rij
  const opgemaakt = await opstel({
    bericht: { id: rij.id, soort, verstuurd, inhoud, ...(corrigeert !== undefined && { corrigeert }) },
    ...{ kanaal: 'telefoon', taal, vorm, code, gemaakt: taak.gemaakt },
    ookIn: berichttalen.filter((een) => een !== taal),
  })
  const adressen = beeld.adressen.toReversed().map(({ adres }) => adres)
  return {
    taak,
    nummers: adressen.flatMap((adres) => (adres.soort === 'telefoon' ? [adres.nummer] : [])),
    postadres: adressen.find((adres) => adres.soort === 'post')?.regels,
    taal,
    tekst: opgemaakt?.soort === 'belbriefje' ? opgemaakt.tekst : undefined,
    ookIn: opgemaakt?.soort === 'belbriefje' ? (opgemaakt.ookIn ?? []) : [],
    bijlagen: inhoud.bijlagen ?? [],
    bericht: { verstuurd, ...(rij.geopend && { geopend: rij.geopend }), inhoud },
    verloop: verloopVan(zendingen),
  }
}

/**
 * Nobody is called about what is not right any more, and the work is over. Who cannot be asked keeps no professional from
 * it: they see with whom they speak.
 */
async function isVervallen(
  onderdelen: HerstelOnderdelen,
  {
    taak: { id, persoon, bericht, soort: hoe },
    rij,
    inhoud,
  }: Pick<NonNullable<Awaited<ReturnType<ZendingStore['herstelOpen']>>>, 'taak' | 'rij'> & {
    readonly inhoud: Berichtinhoud
  },
  bewijs: Verwerkingsbewijs,
): Promise<boolean> {
  const { store, nu, audit } = onderdelen
  const van = inhoud.van === undefined ? {} : { organisatie: inhoud.van }
  const vraag = { persoon, bericht, ...van, kanaal: 'telefoon', opVerzoek: false } as const
  const oordeel = await laatsteOordeel(onderdelen, kijkVan(onderdelen, rij.soort, inhoud), vraag, bewijs)
  if (oordeel !== 'vervallen') return false
  const [op, reden] = [nu(), 'niet-meer-juist']
  const codes = { bericht, taak: id, hoe, reden, verder: 'niets' }
  await store.rondAf(id, ({ pogingen }, zending) => ({
    ...{ isAf: true, op, pogingen, isVerteld: false, taken: [] },
    boeking: zending && boekingVan(onderdelen, zending, { soort: 'vervallen', reden }, op),
    bewijzen: [audit.verzegel({ onderwerp: `persoon:${persoon}`, soort: 'niet-bezorgd', tijd: op, codes })],
  }))
  return true
}

interface Uitkomst {
  readonly taak: OpenHersteltaak
  readonly zending: Zending | undefined
  readonly uitkomst: Hersteluitkomst | 'niet-gebeld'
  /** Absent: by itself. */
  readonly door?: Pick<Herstelvrager, 'organisatie'>
}

/** `undefined`: that is no outcome of such work. */
function afronding(
  onderdelen: BoekOnderdelen,
  { taak, zending, uitkomst, door }: Uitkomst,
  op: Date,
): Afronding | undefined {
  const { id, persoon, bericht, soort } = taak
  const wie = door ? { door: 'medewerker', bij: door.organisatie } : { door: 'taak' }
  const bewijs = (wat: string) =>
    onderdelen.audit.verzegel({
      onderwerp: `persoon:${persoon}`,
      soort: wat,
      tijd: op,
      codes: { bericht, taak: id, hoe: soort, ...wie },
    })
  const boek = (terug: { readonly uitkomst: 'bezorgd' | 'mislukt'; readonly reden?: string }) =>
    zending && boekingVan(onderdelen, zending, { soort: 'terug', terug: { ...terug, op } }, op)
  const { pogingen } = taak
  if (uitkomst === 'gedaan')
    return {
      ...{ isAf: true, op, pogingen, isVerteld: soort !== 'adres', taken: [] },
      boeking: boek({ uitkomst: 'bezorgd' }),
      bewijzen: [bewijs('hersteld')],
    }
  if (soort !== 'bellen') return undefined
  const geteld = uitkomst === 'niet-bereikt' ? pogingen + 1 : pogingen
  const deel = { op, pogingen: geteld, isVerteld: false, bewijzen: [bewijs(uitkomst)] }
  if (uitkomst === 'niet-bereikt' && geteld < maxBelpogingen) return { ...deel, isAf: false, taken: [] }
  const boeking = boek({ uitkomst: 'mislukt', reden: uitkomst })
  const gaatVerder = taak.zending !== undefined || (boeking?.nieuw.length ?? 0) > 0
  const taken = gaatVerder ? [] : [taakVoor(onderdelen, taak, 'brief', uitkomst, op)]
  return { ...deel, isAf: true, taken, boeking }
}
