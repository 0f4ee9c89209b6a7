import {
  type Audit,
  eisBewijs,
  type Sleutelring,
  type Verwerkingsbewijs,
  type VerzegeldBewijs,
} from '../audit/index.ts'
import { maakUuid7, type PersoonId, type Toeval } from '../domain/index.ts'
import { type Bericht, kenmerkhash, type NieuwBericht } from './bericht.ts'
import type { BerichtStore, Plaatsing } from './bericht-store.ts'
import { openBericht, sluitBijlage, sluitInhoud } from './berichtzegel.ts'
import { bijlageFouten, kopVan } from './bijlage.ts'
import { meldtermijn } from './verzendmoment.ts'

export interface BerichtOnderdelen {
  readonly store: BerichtStore
  readonly audit: Pick<Audit, 'metVerwerking' | 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

/**
 * The port of messages to people. What is sent lies in the inbox of this house at once; whether that is enough, and
 * by which other ways somebody hears of it, is found out by the work that sends (`verzendwerk.ts`).
 */
export interface Berichten {
  /** Was this sent to them already? Without a line: nothing is read that says anything. */
  readonly kent: (wat: Pick<NieuwBericht, 'persoon' | 'kenmerk'>) => Promise<boolean>
  /** Kept before this answers; twice the same is once. */
  readonly stuur: (nieuw: NieuwBericht) => Promise<'gestuurd' | 'was-er-al'>
  /** The latest first. */
  readonly lijst: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly Bericht[]>
  /** Opens it; that it was opened is evidence, the first time. `undefined`: not theirs, or not there. */
  readonly open: (persoon: PersoonId, id: string, bewijs: Verwerkingsbewijs) => Promise<Bericht | undefined>
  readonly ongelezen: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<number>
}

/** Named limit: more fit on no page. */
const maxLijst = 200

export function createBerichten(onderdelen: BerichtOnderdelen): Berichten {
  const { store, audit, ring, nu } = onderdelen
  return {
    kent: (wat) => store.kent(wat.persoon, kenmerkhash(wat)),

    stuur: (nieuw) => stuurBericht(onderdelen, nieuw),

    async lijst(persoon, bewijs) {
      eisBewijs(bewijs, persoon)
      return (await store.lijst(persoon, bewijs, maxLijst)).map((rij) => openBericht(ring, rij))
    },

    async open(persoon, id, bewijs) {
      eisBewijs(bewijs, persoon)
      const rij = isUuid(id) ? await store.vind(persoon, id, bewijs) : undefined
      if (rij === undefined) return undefined
      if (rij.geopend !== undefined) return openBericht(ring, rij)
      const tijd = nu()
      const geopend = audit.verzegel({
        onderwerp: `persoon:${persoon}`,
        soort: 'geopend',
        tijd,
        codes: { bericht: id },
      })
      await store.merkGeopend(persoon, id, tijd, [geopend])
      return openBericht(ring, { ...rij, geopend: tijd, isGelezen: true })
    },

    ongelezen: (persoon, bewijs) => {
      eisBewijs(bewijs, persoon)
      return store.ongelezen(persoon, bewijs)
    },
  }
}

/** `mee`: evidence of what this message follows from, written with it or not at all. */
export async function stuurBericht(
  onderdelen: BerichtOnderdelen,
  nieuw: NieuwBericht,
  mee: readonly VerzegeldBewijs[] = [],
): Promise<'gestuurd' | 'was-er-al'> {
  const { store, audit, nu } = onderdelen
  const { persoon, corrigeert, bijlagen = [] } = nieuw
  if (await store.kent(persoon, kenmerkhash(nieuw))) return 'was-er-al'
  const fouten = bijlageFouten(bijlagen)
  if (fouten.length > 0) throw new Error(`een bericht met bijlagen die niet kunnen: ${fouten.join(', ')}`)
  if (corrigeert !== undefined && !(await store.bestaat(persoon, corrigeert)))
    throw new Error('een correctie van een bericht dat niet van deze persoon is')
  const verwerking = {
    doel: 'bericht-sturen',
    gegevens: ['bericht'],
    betrokkenen: [persoon],
    door: { soort: 'taak', taak: 'berichten' },
  } as const
  return audit.metVerwerking(verwerking, async () => {
    const tijd = nu()
    const plaatsing = sluit(onderdelen, nieuw, tijd)
    const bewijs = audit.verzegel({
      onderwerp: `persoon:${persoon}`,
      soort: 'verzonden',
      tijd,
      codes: {
        bericht: plaatsing.rij.id,
        kanaal: 'berichtenbox',
        ...(corrigeert !== undefined && { corrigeert }),
      },
    })
    return (await store.plaats({ ...plaatsing, bewijzen: [bewijs, ...mee] })) ? 'gestuurd' : 'was-er-al'
  })
}

function sluit(
  { ring, toeval }: BerichtOnderdelen,
  nieuw: NieuwBericht,
  verstuurd: Date,
): Omit<Plaatsing, 'bewijzen'> {
  const { persoon, soort, corrigeert, bijlagen = [] } = nieuw
  const wiens = { id: maakUuid7(verstuurd, toeval), persoon }
  const inhoud = bijlagen.length === 0 ? nieuw.inhoud : { ...nieuw.inhoud, bijlagen: bijlagen.map(kopVan) }
  return {
    rij: {
      ...wiens,
      soort,
      kenmerk: kenmerkhash(nieuw),
      verstuurd,
      geopend: undefined,
      corrigeert,
      ...sluitInhoud(ring, wiens, inhoud, toeval),
    },
    bijlagen: bijlagen.map((bijlage, nummer) => sluitBijlage(ring, wiens, nummer, bijlage, toeval)),
    organisatie: inhoud.van,
    uiterlijk: meldtermijn(verstuurd),
  }
}

/** It comes from an address: what is no id is nobody's message. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}
