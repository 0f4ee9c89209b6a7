/** The kind of run that says what a changed law does; a text of an organisation is for that organisation alone. */
import type { OrganisatieId } from '../../domain/index.ts'
import { dagVan, type Loopbeschrijving, type Loopcorpus, type Loopplan } from './bevolkingsloop.ts'
import type { Bevolkingsloop, BevolkingsloopStore, Loopinvoer, Loopplek } from './bevolkingsloop-store.ts'
import { vergelijkDoor } from './loop.ts'
import type { Vergelijkstuk } from './vergelijkopdracht.ts'
import { telVergelijking, type Vergelijkuitslag } from './vergelijkuitslag.ts'
import { BEVOLKINGSZAAD } from './wijziging.ts'
import { openInDraad, type Werkuitslag } from './wijzigwerk.ts'

/** Named limits: so many wait per organisation; so many are kept and listed. */
export const HOOGSTENS_WACHTEND = 3
export const HOOGSTENS_VERGELIJKINGEN = 50
/** So many are looked at together by one process: each takes a thread and its memory. */
const HOOGSTENS_TEGELIJK = 2
/** A household for each municipality and more. */
const KLEINST = 1000

/** What is compared with the law as it holds: a text that somebody wrote, or the scheme as it is on another day. */
export type Vergelijkwens =
  | { readonly soort: 'tekst'; readonly bestand: string; readonly tekst: string }
  | { readonly soort: 'versie'; readonly datum: string }

export interface Vergelijkaanvraag {
  readonly organisatie: OrganisatieId
  readonly regeling: string
  /** What they call it themselves. */
  readonly naam: string
  readonly wens: Vergelijkwens
  /** `YYYY-MM-DD`: the law as it is now, and the age of people, are those of this day. */
  readonly peildatum: string
  /** The whole country without it. */
  readonly huishoudens?: number | undefined
}

export type Vergelijking = Vergelijkaanvraag & Omit<Bevolkingsloop, 'invoer' | 'tekst' | keyof Loopplek>

export type Aangevraagd =
  | { readonly status: 'ok'; readonly id: string }
  /** Too many of this organisation wait already. */
  | { readonly status: 'vol' }
  /** Others look at this moment; a little later there is room. */
  | { readonly status: 'druk' }
  | Exclude<Werkuitslag, { status: 'goed' }>

/** To ask for comparisons, and to see what came out; who works them out is `Bevolkingsloper`. */
export interface Vergelijkingen {
  /** Checks first: a text with faults, or one that changes nothing, is told at once and kept nowhere. */
  vraag(wat: Vergelijkaanvraag): Promise<Aangevraagd>
  /** The newest first, without texts. */
  lijst(organisatie: OrganisatieId): Promise<readonly Vergelijking[]>
  vind(organisatie: OrganisatieId, id: string): Promise<Vergelijking | undefined>
  uitslag(organisatie: OrganisatieId, id: string): Promise<Vergelijkuitslag | undefined>
  stop(organisatie: OrganisatieId, id: string): Promise<boolean>
  hervat(organisatie: OrganisatieId, id: string): Promise<boolean>
  wis(organisatie: OrganisatieId, id: string): Promise<boolean>
}

export const vergelijkloop: Loopbeschrijving = {
  soort: 'vergelijking',
  async plan(corpus, loop) {
    const open = await openNu(corpus, vergelijkingVan(loop))
    if (open.status !== 'goed') return undefined
    const { opdracht } = open
    const plan: Loopplan<Vergelijkstuk> = {
      opdracht,
      reken: (opties) => vergelijkDoor(opdracht, opties),
      tel: (uitkomsten) => telVergelijking(opdracht, uitkomsten),
    }
    return plan
  },
}

export function openVergelijkingen({
  store,
  corpus,
  nu,
  nieuwId,
}: {
  readonly store: BevolkingsloopStore
  readonly corpus: () => Loopcorpus
  readonly nu: () => Date
  readonly nieuwId: () => string
}): Vergelijkingen {
  const plek = (eigenaar: OrganisatieId): Loopplek => ({ soort: 'vergelijking', eigenaar })
  let bezig = 0
  return {
    lijst: async (organisatie) =>
      (await store.lijst(plek(organisatie), HOOGSTENS_VERGELIJKINGEN)).map(vergelijkingVan),
    vind: async (organisatie, id) => {
      const loop = await store.vind(plek(organisatie), id)
      return loop && vergelijkingVan(loop)
    },
    // What `vergelijkloop` counted.
    uitslag: async (organisatie, id) =>
      (await store.uitkomst(plek(organisatie), id)) as Vergelijkuitslag | undefined,
    stop: (organisatie, id) => store.stop(plek(organisatie), id, nu()),
    // Only what was refused room before it began must wait for it.
    hervat: async (organisatie, id) =>
      (await store.hervat(plek(organisatie), id, HOOGSTENS_VERGELIJKINGEN, nu())) === 'ok',
    wis: (organisatie, id) => store.wis(plek(organisatie), id),
    async vraag(wat) {
      // On a small country: whether it can be compared at all does not depend on how many people there are.
      if (bezig >= HOOGSTENS_TEGELIJK) return { status: 'druk' }
      bezig++
      const open = await openNu(corpus(), { ...wat, huishoudens: KLEINST }).finally(() => {
        bezig--
      })
      if (open.status !== 'goed') return open
      const id = nieuwId()
      const { wens } = wat
      const aanvraag = {
        ...plek(wat.organisatie),
        ...{ id, invoer: invoerVan(wat) },
        ...(wens.soort === 'tekst' && { tekst: wens.tekst }),
      }
      const grens = { wachtend: HOOGSTENS_WACHTEND, bewaard: HOOGSTENS_VERGELIJKINGEN }
      return (await store.vraag(aanvraag, grens, nu())) === 'vol' ? { status: 'vol' } : { status: 'ok', id }
    },
  }
}

function openNu(
  { bestanden }: Loopcorpus,
  { regeling, wens, peildatum, huishoudens }: Vergelijkaanvraag,
): Promise<Werkuitslag> {
  // What takes part now is one layer: a file of another party that was refused takes no part here either.
  return openInDraad({
    ...{ bestanden, peildatum, dag: dagVan(peildatum), zaad: BEVOLKINGSZAAD },
    ...(huishoudens !== undefined && { huishoudens }),
    wijziging: wens.soort === 'tekst' ? wens : { ...wens, regeling },
  })
}

function invoerVan({ regeling, naam, wens, peildatum, huishoudens }: Vergelijkaanvraag): Loopinvoer {
  const wat = wens.soort === 'versie' ? { versie: wens.datum } : { bestand: wens.bestand }
  return { regeling, naam, ...wat, peildatum, huishoudens }
}

function vergelijkingVan(loop: Bevolkingsloop): Vergelijking {
  const { invoer, tekst = '', soort: _, eigenaar, ...rest } = loop
  const { regeling, naam, versie, bestand, peildatum, huishoudens } = invoer
  const wens: Vergelijkwens | undefined =
    typeof versie === 'string'
      ? { soort: 'versie', datum: versie }
      : typeof bestand === 'string'
        ? { soort: 'tekst', bestand, tekst }
        : undefined
  if (
    eigenaar === undefined ||
    wens === undefined ||
    typeof regeling !== 'string' ||
    typeof naam !== 'string' ||
    typeof peildatum !== 'string'
  )
    throw new Error('in de databank staat iets anders dan een vergelijking')
  return {
    ...{ ...rest, organisatie: eigenaar, regeling, naam, wens, peildatum },
    huishoudens: typeof huishoudens === 'number' ? huishoudens : undefined,
  }
}
