import {
  type Audit,
  eisBewijs,
  type Sleutelring,
  type Verwerkingsbewijs,
  type VerzegeldBewijs,
} from '../audit/index.ts'
import { isUuid, maakUuid7, type PersoonId, type Toeval } from '../domain/index.ts'
import { type Bericht, kenmerkhash, type NieuwBericht, organisatieVan } from './bericht.ts'
import type { BerichtStore, Plaatsing } from './bericht-store.ts'
import { openBericht, sluitBijlage, sluitInhoud } from './berichtzegel.ts'
import { bijlageFouten, kopVan } from './bijlage.ts'
import { bundel } from './bundel.ts'
import { isGeadresseerde, type Lezer } from './lezer.ts'
import { type Linkkeuring, zonderVreemdeLinks } from './linktoets.ts'
import { meldtermijn } from './verzendmoment.ts'

export interface BerichtOnderdelen {
  readonly store: BerichtStore
  readonly audit: Pick<Audit, 'metVerwerking' | 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
  /** Which links may go out; absent: texts are sent as they are. */
  readonly links?: Linkkeuring
}

/**
 * The port of messages to people. What is sent lies in the inbox of this house at once; whether that is enough, and
 * by which other ways somebody hears of it, is found out by the work that sends (`verzendwerk.ts`).
 */
export interface Berichten {
  /** Was this sent to them already? Without a line: nothing is read that says anything. */
  readonly kent: (wat: Pick<NieuwBericht, 'persoon' | 'kenmerk'>) => Promise<boolean>
  /** Is this one of their messages? Says nothing of what it says. */
  readonly isVan: (persoon: PersoonId, id: string) => Promise<boolean>
  /** Kept before this answers; twice the same is once. */
  readonly stuur: (nieuw: NieuwBericht) => Promise<'gestuurd' | 'was-er-al'>
  /**
   * Opens it for this reader, and marks it as read for them. That the addressee opened it is evidence, the first time;
   * that somebody else did is evidence of another kind, and proves nothing about the addressee (Awb 2:25).
   * `undefined`: not theirs, or not there.
   */
  readonly open: (wie: Lezer, id: string, bewijs: Verwerkingsbewijs) => Promise<Bericht | undefined>
}

/** Named limit: so many are written in one act. */
const perKeer = 100

export function createBerichten(onderdelen: BerichtOnderdelen): Berichten {
  const { store, audit, ring, nu } = onderdelen
  // Files go by themselves: they are large.
  const samen = bundel((brieven: readonly Brief[]) => stuurAlle(onderdelen, brieven), { hoogstens: perKeer })
  return {
    kent: (wat) => store.kent(wat.persoon, kenmerkhash(wat)),

    isVan: async (persoon, id) => isUuid(id) && store.bestaat(persoon, id),

    async stuur(gegeven) {
      const { links } = onderdelen
      const nieuw = links ? { ...gegeven, inhoud: zonderVreemdeLinks(gegeven.inhoud, links) } : gegeven
      await eisGoed(onderdelen, nieuw)
      return nieuw.bijlagen === undefined ? samen({ nieuw, mee: [] }) : stuurBericht(onderdelen, nieuw)
    },

    async open(wie, id, bewijs) {
      const { persoon, lezer } = wie
      eisBewijs(bewijs, persoon)
      // It comes from an address: what is no id is nobody's message.
      const rij = isUuid(id) ? await store.vind(persoon, id, bewijs, lezer) : undefined
      if (rij === undefined) return undefined
      const tijd = nu()
      const isEigen = isGeadresseerde(wie)
      const regel = audit.verzegel({
        onderwerp: `persoon:${persoon}`,
        soort: isEigen ? 'geopend' : 'gelezen-namens',
        tijd,
        codes: { bericht: id, ...(lezer !== persoon && { door: lezer }) },
      })
      if (isEigen && rij.geopend === undefined) await store.merkGeopend(persoon, id, tijd, [regel])
      // Who reads for somebody else has a mark of their own, and so has what was marked as new again.
      if (lezer !== persoon || !rij.isGelezen)
        await store.merkGelezen({ persoon, lezer }, id, isEigen ? [] : [regel])
      return openBericht(ring, { ...rij, ...(isEigen && { geopend: rij.geopend ?? tijd }), isGelezen: true })
    },
  }
}

/** A message on its way in, with evidence of what it follows from: written together or not at all. */
interface Brief {
  readonly nieuw: NieuwBericht
  readonly mee: readonly VerzegeldBewijs[]
}

type Gestuurd = 'gestuurd' | 'was-er-al'

export async function stuurBericht(
  onderdelen: BerichtOnderdelen,
  nieuw: NieuwBericht,
  mee: readonly VerzegeldBewijs[] = [],
): Promise<Gestuurd> {
  const [uitkomst] = await stuurAlle(onderdelen, [{ nieuw, mee }])
  return uitkomst ?? 'was-er-al'
}

/** In the order in which they came. Of what was sent before nothing is written, not even that somebody tried. */
async function stuurAlle(
  onderdelen: BerichtOnderdelen,
  brieven: readonly Brief[],
): Promise<readonly Gestuurd[]> {
  const { store, audit, nu } = onderdelen
  const sleutels = brieven.map(({ nieuw }) => kenmerkhash(nieuw))
  const bekend = await store.bekend(sleutels)
  const over = brieven.filter((_, i) => !bekend.has(sleutels[i]?.toString('hex') ?? ''))
  if (over.length === 0) return brieven.map(() => 'was-er-al')
  const verwerking = {
    doel: 'bericht-sturen',
    gegevens: ['bericht'],
    betrokkenen: [...new Set(over.map(({ nieuw }) => nieuw.persoon))],
    door: { soort: 'taak', taak: 'berichten' },
  } as const
  return audit.metVerwerking(verwerking, async () => {
    const tijd = nu()
    const plaatsingen = over.map((brief) => ({ brief, plaatsing: maakPlaatsing(onderdelen, brief, tijd) }))
    const geplaatst = await store.plaats(plaatsingen.map(({ plaatsing }) => plaatsing))
    const nieuw = new Set(
      plaatsingen.flatMap(({ brief, plaatsing }) => (geplaatst.has(plaatsing.rij.id) ? [brief] : [])),
    )
    return brieven.map((brief) => (nieuw.has(brief) ? 'gestuurd' : 'was-er-al'))
  })
}

/** A message for who writes it in one act with what it tells of, on the line of that. */
export function plaatsingVan(
  onderdelen: BerichtOnderdelen,
  nieuw: Omit<NieuwBericht, 'bijlagen' | 'corrigeert'>,
): Plaatsing {
  const { links, nu } = onderdelen
  const inhoud = links ? zonderVreemdeLinks(nieuw.inhoud, links) : nieuw.inhoud
  return maakPlaatsing(onderdelen, { nieuw: { ...nieuw, inhoud }, mee: [] }, nu())
}

function maakPlaatsing(onderdelen: BerichtOnderdelen, { nieuw, mee }: Brief, tijd: Date): Plaatsing {
  const { persoon, corrigeert } = nieuw
  const plaatsing = sluit(onderdelen, nieuw, tijd)
  const bewijs = onderdelen.audit.verzegel({
    onderwerp: `persoon:${persoon}`,
    soort: 'verzonden',
    tijd,
    codes: {
      bericht: plaatsing.rij.id,
      kanaal: 'berichtenbox',
      ...(corrigeert !== undefined && { corrigeert }),
    },
  })
  return { ...plaatsing, bewijzen: [bewijs, ...mee] }
}

/** What cannot be is a mistake of whoever sends. */
async function eisGoed({ store }: BerichtOnderdelen, { persoon, corrigeert, bijlagen = [] }: NieuwBericht) {
  const fouten = bijlageFouten(bijlagen)
  if (fouten.length > 0) throw new Error(`een bericht met bijlagen die niet kunnen: ${fouten.join(', ')}`)
  if (corrigeert !== undefined && !(await store.bestaat(persoon, corrigeert)))
    throw new Error('een correctie van een bericht dat niet van deze persoon is')
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
    organisatie: organisatieVan(inhoud),
    uiterlijk: meldtermijn(verstuurd),
  }
}
