/** Being kept informed, for whoever asked for it: what is kept of them, how they change it, and how they end it. */
import { type Audit, eisBewijs, type Sleutelring, type Verwerkingsbewijs } from '../../audit/index.ts'
import type { PersoonId, Toeval } from '../../domain/index.ts'
import { datumOp } from '../../kalender/index.ts'
import type { DossierRij, DossierStore, Gekeken, Volgfeiten, VolgvoorkeurRij } from './dossier-store.ts'
import { openDossier, openNietVoorMij, sluitDossier, sluitNietVoorMij } from './dossierzegel.ts'
import { eigenNa, type Verschilwoord, verschilwoorden } from './eigenwoord.ts'
import { onzekere } from './kijkverslag.ts'
import { afmeldDoel, naamBij, volgDoel } from './ontvangst.ts'

export interface VolgOnderdelen {
  readonly store: DossierStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
  /** Who sends events to this installation. */
  readonly melders: () => readonly string[]
}

/** What they see of it themselves. */
export interface Volgbeeld {
  /** No to all of it, since when. */
  readonly afgemeld: Date | undefined
  readonly nietVoorMij: ReadonlySet<string>
  /** Absent: nothing is kept of them. */
  readonly volgt:
    | {
        readonly sinds: Date
        readonly feiten: Volgfeiten
        /** With what was worked out last: their answers, and what registers said. Until then their answers. */
        readonly laatst: Volgfeiten['huishouden']
        /** What they corrected and a register says otherwise. */
        readonly anders: readonly Verschilwoord[]
        /** When it was looked at again without their asking, the newest first; also when nothing came of it. */
        readonly gekeken: readonly Gekeken[]
        /** Schemes of which what happened made it uncertain whether they have a right. */
        readonly onzeker: readonly string[]
        /** When it is looked at again without any event. */
        readonly kijkt: Date
        /** It did not work out again and again, and is tried once a day. */
        readonly isOpzij: boolean
      }
    | undefined
}

export interface Volgen {
  readonly bekijk: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<Volgbeeld>
  /**
   * «Keep me informed»: their own request, and the consent with it (AVG art. 6 lid 1 onder a). Keeps these answers and
   * nothing else; again is a new consent with these answers. Ends an opt-out.
   */
  readonly volg: (persoon: PersoonId, feiten: Volgfeiten, bewijs: Verwerkingsbewijs) => Promise<void>
  /** Other answers, when what is kept is not right. `false`: nothing is kept of them. */
  readonly wijzig: (persoon: PersoonId, feiten: Volgfeiten, bewijs: Verwerkingsbewijs) => Promise<boolean>
  /** Everything that was kept is gone when this answers. `afmelden`: and we never speak first again. */
  readonly stop: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    wil?: { readonly afmelden?: boolean },
  ) => Promise<boolean>
  /** Of one scheme: not for me, or after all. */
  readonly zetNietVoorMij: (
    persoon: PersoonId,
    regeling: string,
    isNiet: boolean,
    bewijs: Verwerkingsbewijs,
  ) => Promise<void>
}

/** Named limit: so often it is tried again when something else wrote in between. */
const maxPogingen = 5

export function createVolgen(onderdelen: VolgOnderdelen): Volgen {
  const { store, audit, ring, nu, toeval, melders } = onderdelen
  const regel = (persoon: PersoonId, soort: string, codes: Readonly<Record<string, string>> = {}) =>
    audit.verzegel({
      onderwerp: `persoon:${persoon}`,
      soort,
      tijd: nu(),
      codes: { verwerking: volgDoel, ...codes },
    })
  const vandaag = () => datumOp(nu(), 'Europe/Amsterdam')
  return {
    async bekijk(persoon, bewijs) {
      eisBewijs(bewijs, persoon)
      const { dossier, voorkeur, kijkt, isOpzij } = await store.haal(persoon, bewijs)
      return {
        afgemeld: voorkeur?.afgemeld,
        nietVoorMij: openNietVoorMij(ring, voorkeur),
        volgt: dossier && kijkt && { ...geopend(ring, dossier), kijkt, isOpzij },
      }
    },

    async volg(persoon, feiten, bewijs) {
      eisBewijs(bewijs, persoon)
      const wie = { persoon, sinds: nu(), versie: 1 }
      await store.begin({
        rij: sluitDossier(ring, wie, { feiten, gegeven: vandaag() }, toeval),
        namen: melders().map((bron) => ({ bron, wie: naamBij(ring, bron, persoon) })),
        bewijzen: [regel(persoon, 'toestemming-gegeven', { bronnen: feiten.bronnen.join(' ') })],
      })
    },

    async wijzig(persoon, feiten, bewijs) {
      eisBewijs(bewijs, persoon)
      for (let i = 0; i < maxPogingen; i++) {
        const { dossier } = await store.haal(persoon, bewijs)
        if (dossier === undefined) return false
        const { register, ...oud } = openDossier(ring, dossier)
        const wie = { persoon, sinds: dossier.sinds, versie: dossier.versie + 1 }
        const eigen = eigenNa(oud, feiten, vandaag())
        const wordt = {
          ...{ ...oud, feiten, eigen, gegeven: vandaag() },
          isZelfGewijzigd: true,
          // What a register said that they do not let us ask any more is not kept.
          register: Object.fromEntries(
            feiten.bronnen.flatMap((bron) => (register?.[bron] ? [[bron, register[bron]]] : [])),
          ),
        } as const
        const rij = sluitDossier(ring, wie, wordt, toeval)
        if (await store.wijzig(rij, nu(), [regel(persoon, 'volgen-gewijzigd')])) return true
      }
      throw new Error('de antwoorden blijven veranderen terwijl wij ze bewaren')
    },

    async stop(persoon, bewijs, { afmelden = false } = {}) {
      eisBewijs(bewijs, persoon)
      const bewijsregel = afmelden
        ? regel(persoon, 'afgemeld', { verwerking: afmeldDoel })
        : regel(persoon, 'toestemming-ingetrokken')
      return store.wis(persoon, afmelden ? nu() : undefined, [bewijsregel])
    },

    async zetNietVoorMij(persoon, regeling, isNiet, bewijs) {
      eisBewijs(bewijs, persoon)
      await store.zetVoorkeur(
        persoon,
        (rij) => metNietVoorMij(onderdelen, persoon, rij, regeling, isNiet),
        [],
      )
    },
  }
}

function geopend(ring: Sleutelring, rij: DossierRij) {
  const inhoud = openDossier(ring, rij)
  const { feiten, dossier } = inhoud
  const laatst = dossier?.huishouden ?? feiten.huishouden
  const { gekeken = [] } = inhoud
  const rest = { anders: verschilwoorden(inhoud), gekeken, onzeker: onzekere(inhoud) }
  return { sinds: rij.sinds, feiten, laatst, ...rest }
}

/** `undefined`: they said so already. */
export function metNietVoorMij(
  { ring, toeval, nu: klok }: Pick<VolgOnderdelen, 'ring' | 'toeval' | 'nu'>,
  persoon: PersoonId,
  rij: VolgvoorkeurRij | undefined,
  regeling: string,
  isNiet: boolean,
): VolgvoorkeurRij | undefined {
  const nu = openNietVoorMij(ring, rij)
  if (nu.has(regeling) === isNiet) return undefined
  const wordt = new Set(isNiet ? [...nu, regeling] : [...nu].filter((een) => een !== regeling))
  const nietVoorMij = sluitNietVoorMij(ring, persoon, wordt, toeval)
  return { persoon, afgemeld: rij?.afgemeld, nietVoorMij, gezet: klok() }
}
