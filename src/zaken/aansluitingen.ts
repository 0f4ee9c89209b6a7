import {
  type Audit,
  ontzegel,
  SleutelOntbreekt,
  type Sleutelring,
  verzegel,
  type Zegel,
} from '../audit/index.ts'
import type { Bsn, PersoonId, Toeval } from '../domain/index.ts'
import {
  type Aansluitfout,
  type Aansluiting,
  type Geheimsoort,
  geheimsoorten,
  leesAansluiting,
} from './aansluiting.ts'
import { type Keuromgeving, keurAansluiting } from './aansluiting-keuren.ts'
import { geefAanKluis, keurProefpersonen } from './aansluiting-personen.ts'
import type { AansluitingRij, AansluitingStore, Wijziger } from './aansluiting-store.ts'
import { leesEigenCertificaat } from './aansluiting-tls.ts'
import { type Versieregel, verloopVan } from './aansluiting-verloop.ts'
import { keurEigenRsin } from './eigen-rsin.ts'
import type { BronId } from './zaakgegevens.ts'

/** A connection as it stands in the database, for people: of secrets only whether there is one. */
export interface BewaardeAansluiting {
  readonly aansluiting: Aansluiting
  readonly versie: number
  readonly heeftGeheim: readonly Geheimsoort[]
  /** What keeps it from being used now, though it stands there: an old address, a key that is gone. */
  readonly bezwaren: readonly Aansluitbezwaar[]
}

export type Aansluitbezwaar = Aansluitfout | { readonly veld: 'geheim'; readonly code: 'sleutel-ontbreekt' }

/** With its secrets in the open, for the adapter that connects and for nobody else. */
export interface Verbinding {
  readonly aansluiting: Aansluiting
  readonly versie: number
  readonly geheimen: Partial<Readonly<Record<Geheimsoort, string>>>
}

export type Bewaard =
  /** `wat`: which parts are different now; empty when nothing changed, and then there is no new version. */
  | { readonly status: 'ok'; readonly versie: number; readonly wat: readonly string[] }
  | { readonly status: 'ongeldig'; readonly fouten: readonly Aansluitfout[] }
  /** Somebody else changed it meanwhile: look again. */
  | { readonly status: 'ingehaald' }

export interface Wijziging {
  /** In the shape of `Aansluiting`, from a form or a file; new test persons by their number. */
  readonly invoer: unknown
  /** New ones; what is not named stays. Never given back. */
  readonly geheimen: Partial<Readonly<Record<Geheimsoort, string>>>
  readonly door: Wijziger
  /** What was changed; absent: whatever holds now. */
  readonly vanVersie?: number
  /** From now on another key for messages; the one that was handed out opens nothing any more. */
  readonly nieuweBerichtsleutel?: boolean
}

export interface AansluitingOnderdelen {
  readonly store: AansluitingStore
  readonly ring: Sleutelring
  readonly audit: Pick<Audit, 'verzegel'>
  readonly netwerk: Keuromgeving['netwerk']
  readonly eigenAdressen: Keuromgeving['eigenAdressen']
  readonly kentOrganisatie: Keuromgeving['kentOrganisatie']
  /** Of the vault, which keeps the numbers of test persons. */
  readonly personenBij: (wie: readonly Bsn[]) => Promise<readonly PersoonId[]>
  readonly nu: () => Date
  readonly toeval: Toeval
}

export interface Aansluitingen {
  readonly alle: () => Promise<readonly BewaardeAansluiting[]>
  readonly vind: (bron: BronId) => Promise<BewaardeAansluiting | undefined>
  /** Newest first, each with what was and what became. */
  readonly versies: (bron: BronId) => Promise<readonly Versieregel[]>
  readonly bewaar: (wijziging: Wijziging) => Promise<Bewaard>
  /** Those that can be used, with a number that rises with each change. */
  readonly verbindingen: () => Promise<{ readonly nummer: number; readonly lijst: readonly Verbinding[] }>
  readonly nummer: () => Promise<number>
  /** Those that were closed for good. */
  readonly gesloten: () => Promise<readonly BronId[]>
  /** Seals every secret under the newest key of the ring. Gives how many were rewritten. */
  readonly wisselSleutel: () => Promise<number>
}

/** Named limits. */
const maxVersies = 20
/** HS256 wants a key of at least 256 bits (RFC 7518 §3.2), but registers in use have shorter ones; this stops «geheim». */
const minGeheimTekens = 8
const maxGeheimTekens = 1_000

/** Connections to the case registers of organisations. Every change is a version, and a line of evidence. */
export function openAansluitingen(onderdelen: AansluitingOnderdelen): Aansluitingen {
  const { store, ring, nu } = onderdelen
  const lees = async () => {
    const { nummer, rijen } = await store.alle()
    const gelezen = rijen.flatMap((rij) => {
      const uitslag = leesAansluiting(rij.instelling)
      return uitslag.ok ? [{ rij, aansluiting: uitslag.aansluiting }] : []
    })
    // Where nothing is asked any more, somebody else may come.
    const anderen = gelezen.map(({ aansluiting }) => aansluiting).filter((een) => !isGesloten(een))
    return { nummer, gelezen, omgeving: { ...onderdelen, anderen } }
  }
  const alle = async () => {
    const { gelezen, omgeving } = await lees()
    return gelezen.map(
      ({ rij, aansluiting }): BewaardeAansluiting => ({
        aansluiting,
        versie: rij.versie,
        heeftGeheim: geheimsoorten.filter((soort) => rij.geheimen.has(soort)),
        bezwaren: isGesloten(aansluiting)
          ? []
          : [...keurAansluiting(aansluiting, omgeving), ...geheimbezwaren(ring, aansluiting, rij)],
      }),
    )
  }
  return {
    alle,
    vind: async (bron) => (await alle()).find(({ aansluiting }) => aansluiting.organisatie === bron),
    // One more than is shown: the oldest has one before it as well.
    versies: async (bron) => verloopVan(await store.versies(bron, maxVersies + 1)).slice(0, maxVersies),
    nummer: store.nummer,
    gesloten: async () =>
      (await lees()).gelezen.flatMap(({ rij, aansluiting }) => (isGesloten(aansluiting) ? [rij.bron] : [])),
    bewaar: async (wijziging) => {
      const { gelezen, omgeving } = await lees()
      const uitslag = leesAansluiting(wijziging.invoer)
      if (!uitslag.ok) return { status: 'ongeldig', fouten: uitslag.fouten }
      const oud = gelezen.find(({ rij }) => rij.bron === uitslag.aansluiting.organisatie)
      const vanVersie = oud?.rij.versie ?? 0
      if (wijziging.vanVersie !== undefined && wijziging.vanVersie !== vanVersie)
        return { status: 'ingehaald' }
      const fouten = [
        // To stop is possible whatever became of its addresses.
        ...(isGesloten(uitslag.aansluiting)
          ? []
          : [
              ...keurAansluiting(uitslag.aansluiting, omgeving),
              ...keurEigenRsin(uitslag.aansluiting, oud?.aansluiting, omgeving.anderen),
              ...keurGeheimen(uitslag.aansluiting, oud, wijziging.geheimen),
            ]),
        ...keurProefpersonen(
          uitslag.nummers,
          uitslag.aansluiting.proefpersonen,
          oud?.aansluiting.proefpersonen ?? [],
        ),
      ]
      if (fouten.length > 0) return { status: 'ongeldig', fouten }
      const aansluiting = metSleutelnummer(
        await metProefpersonen(uitslag, onderdelen.personenBij),
        oud?.aansluiting,
        wijziging.nieuweBerichtsleutel === true,
      )
      const geheimen = zegelsVoor(onderdelen, aansluiting, oud, wijziging.geheimen)
      const wat = verschillen(oud?.aansluiting, aansluiting, [...geheimen.keys()])
      if (wat.length === 0) return { status: 'ok', versie: vanVersie, wat }
      const op = nu()
      const { door } = wijziging
      const nieuw = {
        bron: aansluiting.organisatie,
        vanVersie,
        instelling: aansluiting,
        geheimen,
        wat,
        door,
        op,
      }
      const bewijs = onderdelen.audit.verzegel({
        onderwerp: `organisatie:${aansluiting.organisatie}`,
        soort: 'aansluiting-gewijzigd',
        tijd: op,
        // A role is not a person; who it was stands with the version.
        codes: {
          versie: vanVersie + 1,
          wat: wat.join(','),
          door: door.soort,
          ...(door.soort === 'medewerker' && { rol: door.rol, van: door.organisatie }),
        },
      })
      const uitkomst = await store.bewaar(nieuw, bewijs)
      return uitkomst === 'ok' ? { status: 'ok', versie: vanVersie + 1, wat } : { status: 'ingehaald' }
    },
    verbindingen: async () => {
      const { nummer, gelezen, omgeving } = await lees()
      const lijst = gelezen.flatMap(({ rij, aansluiting }): Verbinding[] => {
        if (isGesloten(aansluiting) || keurAansluiting(aansluiting, omgeving).length > 0) return []
        const geheimen = open(ring, rij)
        return geheimen?.register === undefined ? [] : [{ aansluiting, versie: rij.versie, geheimen }]
      })
      return { nummer, lijst }
    },
    wisselSleutel: async () => {
      let aantal = 0
      const { rijen } = await store.alle()
      for (const rij of rijen) {
        const oud = [...rij.geheimen].filter(([, { kid }]) => kid !== ring.actief())
        const nieuw = oud.map(([soort, zegel]) => {
          const tekst = ontzegel(ring, plekVan(rij.bron, soort), zegel)
          return [soort, verzegel(ring, plekVan(rij.bron, soort), tekst, onderdelen)] as const
        })
        if (nieuw.length > 0) await store.herzegel(rij.bron, new Map(nieuw))
        aantal += nieuw.length
      }
      return aantal
    },
  }
}

/** Each person once: who stays, and whose number was written down now. */
async function metProefpersonen(
  { aansluiting, nummers }: { readonly aansluiting: Aansluiting; readonly nummers: readonly string[] },
  personenBij: AansluitingOnderdelen['personenBij'],
): Promise<Aansluiting> {
  if (nummers.length === 0) return aansluiting
  const alle = [...aansluiting.proefpersonen, ...(await geefAanKluis(nummers, personenBij))]
  return { ...aansluiting, proefpersonen: [...new Map(alle.map((een) => [een.persoon, een])).values()] }
}

export function isGesloten({ stand }: Pick<Aansluiting, 'stand'>): boolean {
  return stand === 'gesloten'
}

/** It only rises, whatever was written down: what was handed out before a closing opens nothing after it. */
function metSleutelnummer(
  { sleutelnummer: _, ...aansluiting }: Aansluiting,
  oud: Aansluiting | undefined,
  isNieuw: boolean,
): Aansluiting {
  const sluitNu = isGesloten(aansluiting) && oud !== undefined && !isGesloten(oud)
  const nummer = (oud?.sleutelnummer ?? 0) + (isNieuw || sluitNu ? 1 : 0)
  return nummer === 0 ? aansluiting : { ...aansluiting, sleutelnummer: nummer }
}

const plekVan = (bron: BronId, soort: Geheimsoort) => ({ tabel: 'zaakbron_geheim', rij: bron, doel: soort })

/** `undefined` when a key of the ring is gone. */
function open(ring: Sleutelring, { bron, geheimen }: AansluitingRij): Verbinding['geheimen'] | undefined {
  try {
    return Object.fromEntries(
      [...geheimen].map(([soort, zegel]) => [soort, ontzegel(ring, plekVan(bron, soort), zegel)]),
    )
  } catch (fout) {
    if (fout instanceof SleutelOntbreekt) return undefined
    throw fout
  }
}

function geheimbezwaren(
  ring: Sleutelring,
  aansluiting: Aansluiting,
  rij: AansluitingRij,
): readonly Aansluitbezwaar[] {
  const nodig = nodigeGeheimen(aansluiting)
  const gemist = nodig.filter((soort) => !rij.geheimen.has(soort))
  const isWeg = [...rij.geheimen.values()].some(({ kid }) => !ring.heeft(kid))
  return [
    ...gemist.map((soort) => ({ veld: `geheim.${soort}`, code: 'geheim-ontbreekt' }) as const),
    ...(isWeg ? [{ veld: 'geheim', code: 'sleutel-ontbreekt' } as const] : []),
  ]
}

/** One that is of no use any more is thrown away. */
function nodigeGeheimen({ klant, tls }: Aansluiting): readonly Geheimsoort[] {
  return [
    'register',
    ...(klant === undefined ? [] : ['klant' as const]),
    ...(tls?.eigenCertificaat === true ? ['certificaat' as const] : []),
  ]
}

interface Oud {
  readonly rij: AansluitingRij
  readonly aansluiting: Aansluiting
}

/**
 * A secret that was given for one address goes to no other: whoever changes where it is sent, or as whom, gives it
 * again. Otherwise who may write an address could have any secret sent to themselves.
 */
function keurGeheimen(
  nieuw: Aansluiting,
  oud: Oud | undefined,
  gegeven: Wijziging['geheimen'],
): readonly Aansluitfout[] {
  const heeft = (soort: Geheimsoort) => oud?.rij.geheimen.has(soort) === true
  const nodig = nodigeGeheimen(nieuw)
  const isVerhuisd: Readonly<Record<Geheimsoort, boolean>> = {
    register: oud !== undefined && doelVan(oud.aansluiting) !== doelVan(nieuw),
    klant: oud?.aansluiting.klant !== nieuw.klant,
    // A key proves who we are and does not go out.
    certificaat: false,
  }
  return nodig.flatMap((soort): Aansluitfout[] => {
    const veld = `geheim.${soort}`
    const tekst = gegeven[soort]
    if (tekst !== undefined) {
      if (soort === 'certificaat')
        return leesEigenCertificaat(tekst) ? [] : [{ veld, code: 'certificaat-past-niet' }]
      const past = tekst.length >= minGeheimTekens && tekst.length <= maxGeheimTekens
      return past ? [] : [{ veld, code: 'geheim-kort' }]
    }
    if (!heeft(soort)) return [{ veld, code: 'geheim-ontbreekt' }]
    return isVerhuisd[soort] ? [{ veld, code: 'geheim-opnieuw' }] : []
  })
}

/** Where a secret goes and as whom: the places, not the paths below them. */
function doelVan({ adressen, aanmelden, taken }: Aansluiting): string {
  const plaatsen = [...Object.values(adressen), ...(taken === undefined ? [] : [taken])]
  const origins = [...new Set(plaatsen.map((adres) => new URL(adres).origin))].sort()
  return JSON.stringify([origins, aanmelden])
}

function zegelsVoor(
  onderdelen: AansluitingOnderdelen,
  aansluiting: Aansluiting,
  oud: Oud | undefined,
  gegeven: Wijziging['geheimen'],
): ReadonlyMap<Geheimsoort, Zegel | undefined> {
  const { organisatie } = aansluiting
  const nodig = nodigeGeheimen(aansluiting)
  const uit = new Map<Geheimsoort, Zegel | undefined>()
  const was = oud === undefined ? {} : open(onderdelen.ring, oud.rij)
  for (const soort of geheimsoorten) {
    // The same secret again is no change.
    const tekst = gegeven[soort] === was?.[soort] ? undefined : gegeven[soort]
    const isOverbodig = isGesloten(aansluiting) || !nodig.includes(soort)
    if (isOverbodig && oud?.rij.geheimen.has(soort)) uit.set(soort, undefined)
    if (tekst !== undefined && !isOverbodig)
      uit.set(soort, verzegel(onderdelen.ring, plekVan(organisatie, soort), tekst, onderdelen))
  }
  return uit
}

/** The names of the parts that differ; a new connection differs in all. */
function verschillen(
  oud: Aansluiting | undefined,
  nieuw: Aansluiting,
  geheimen: readonly Geheimsoort[],
): readonly string[] {
  const delen = [
    'rsins',
    'adressen',
    'stuurtGebeurtenissen',
    'aanmelden',
    'klant',
    'behandelaars',
    'taken',
    'tls',
    'noemtZich',
    'grenzen',
    'stand',
    'sleutelnummer',
    'regels',
  ] as const
  const anders = [...delen, 'proefpersonen' as const].filter(
    (deel) => stabiel(oud?.[deel]) !== stabiel(nieuw[deel]),
  )
  return [...(oud === undefined ? ['nieuw'] : []), ...anders, ...geheimen.map((soort) => `geheim-${soort}`)]
}

/** As text, with keys in one order: the database gives them back in its own. */
function stabiel(waarde: unknown): string | undefined {
  return JSON.stringify(waarde, (_sleutel, deel: unknown) =>
    typeof deel === 'object' && deel !== null && !Array.isArray(deel)
      ? Object.fromEntries(Object.entries(deel).sort(([a], [b]) => (a < b ? -1 : 1)))
      : deel,
  )
}
