import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Tijdzone } from '../kalender/index.ts'
import type { Zaakverwijzing } from './bericht.ts'
import type { Berichtgroep } from './berichtsoort.ts'
import type { Lettervorm } from './verzendweg.ts'

/** Languages in which messages are kept; the shipped texts have the same. */
export const berichttalen = ['nl', 'en', 'pap'] as const
export type Berichttaal = (typeof berichttalen)[number]

/** How the message itself comes. Paper when nobody said anything; a call where that is enough. */
export const hoofdkanalen = ['brief', 'berichtenbox', 'telefoon'] as const
export type Hoofdkanaal = (typeof hoofdkanalen)[number]

/** How one hears that something lies in the inbox. `geen`: refused (Awb 2:10 lid 1). */
export const meldingen = ['email', 'sms', 'geen'] as const
export type Melding = (typeof meldingen)[number]

/** For what a rule holds; empty: for everything. */
export interface Bereik {
  readonly groep?: Berichtgroep
  readonly organisatie?: OrganisatieId
  readonly zaak?: Pick<Zaakverwijzing, 'bron' | 'uuid'>
}

/** From one wall clock time to another, over midnight when `tot` comes first. `HH:MM`. */
export interface StilleUren {
  readonly van: string
  readonly tot: string
  readonly zone: Tijdzone
}

/** What somebody chose. What is absent they did not say, and the more general rule decides. */
export interface Keuze {
  readonly kanaal?: Hoofdkanaal
  readonly melding?: Melding
  readonly vorm?: Lettervorm
  readonly taal?: Berichttaal
  /** `geen`: none here, whatever holds in general. */
  readonly stil?: StilleUren | 'geen'
  /** Gets a copy, as long as they hold a mandate. */
  readonly helper?: PersoonId | 'geen'
}

export interface Voorkeurregel {
  readonly bereik: Bereik
  readonly keuze: Keuze
}

/** What a message is about, as far as a choice depends on it. */
export interface Waarover {
  readonly groep: Berichtgroep
  readonly organisatie?: OrganisatieId
  readonly zaak?: Pick<Zaakverwijzing, 'bron' | 'uuid'>
}

/** What holds for one message. Everything that was not chosen has its default; the law gives that of the channel. */
export interface Geldend {
  readonly kanaal: Hoofdkanaal
  /** `undefined`: not said. Then a notice goes to whichever address there is: only who refuses gets none. */
  readonly melding: Melding | undefined
  readonly vorm: Lettervorm
  readonly taal: Berichttaal
  readonly stil: StilleUren | undefined
  readonly helper: PersoonId | undefined
}

/**
 * Each choice by itself from the most specific rule that says something about it: a case before an organisation
 * before a group before the rest. Rules of one person; two for the same thing do not exist.
 */
export function geldendVoor(regels: readonly Voorkeurregel[], waarover: Waarover): Geldend {
  const opVolgorde = regels
    .filter(({ bereik }) => raakt(bereik, waarover))
    .toSorted((a, b) => gewicht(b.bereik) - gewicht(a.bereik))
  const kies = <N extends keyof Keuze>(naam: N): Keuze[N] | undefined =>
    opVolgorde.find(({ keuze }) => keuze[naam] !== undefined)?.keuze[naam]
  const [stil, helper] = [kies('stil'), kies('helper')]
  return {
    kanaal: kies('kanaal') ?? 'brief',
    melding: kies('melding'),
    vorm: kies('vorm') ?? 'gewoon',
    taal: kies('taal') ?? 'nl',
    stil: stil === 'geen' ? undefined : stil,
    helper: helper === 'geen' ? undefined : helper,
  }
}

/** Does it hold for this? A part that is not named holds for all. */
export function raakt({ groep, organisatie, zaak }: Bereik, waarover: Waarover): boolean {
  if (groep !== undefined && groep !== waarover.groep) return false
  if (organisatie !== undefined && organisatie !== waarover.organisatie) return false
  return zaak === undefined || (zaak.bron === waarover.zaak?.bron && zaak.uuid === waarover.zaak.uuid)
}

/** The same words for the same reach: what somebody says twice about one thing is one rule. */
export function bereiksleutel({ groep, organisatie, zaak }: Bereik): string {
  return [groep, organisatie, zaak && `${zaak.bron}/${zaak.uuid}`].map((deel) => deel ?? '*').join(' ')
}

function gewicht({ groep, organisatie, zaak }: Bereik): number {
  return (zaak ? 4 : 0) + (organisatie ? 2 : 0) + (groep ? 1 : 0)
}

export type KeuzeFout = 'leeg' | 'stil-onjuist' | 'stil-te-lang' | 'helper-zelf'

/** Named limit: who is never disturbed cannot be told in time (Awb 2:10). */
const maxStilMinuten = 16 * 60

/** Everything that is wrong with it; empty when it may be kept. */
export function keuzeFouten(keuze: Keuze, persoon: PersoonId): readonly KeuzeFout[] {
  const { stil, helper } = keuze
  const duur = stil === undefined || stil === 'geen' ? 1 : duurVan(stil)
  const fouten: readonly (readonly [boolean, KeuzeFout])[] = [
    [Object.values(keuze).every((deel) => deel === undefined), 'leeg'],
    [duur === undefined || duur === 0, 'stil-onjuist'],
    [(duur ?? 0) > maxStilMinuten, 'stil-te-lang'],
    [helper === persoon, 'helper-zelf'],
  ]
  return fouten.filter(([isFout]) => isFout).map(([, fout]) => fout)
}

const minutenPerDag = 24 * 60

function duurVan({ van, tot }: StilleUren): number | undefined {
  const [begin, einde] = [minuten(van), minuten(tot)]
  if (begin === undefined || einde === undefined) return undefined
  return (einde - begin + minutenPerDag) % minutenPerDag
}

/** Minutes after midnight; `undefined` for what is no time of the day. */
export function minuten(tijd: string): number | undefined {
  const [, uur, minuut] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(tijd) ?? []
  return uur === undefined ? undefined : Number(uur) * 60 + Number(minuut)
}
