import type { Verwerkingsregister } from '../audit/index.ts'
import type { Datum, OrganisatieId, PersoonId, Vestigingsnummer } from '../domain/index.ts'
import { beleid as geldendBeleid } from './beleid.ts'
import type { Beleidsregel, Handeling, Voorwaarde, VoorwerpSoort } from './beleidsregel.ts'
import { hulpdoelen } from './hulpdoelen.ts'
import { dekt, standVan } from './machtiging.ts'
import { type Grond, isNiveau, persoonVan, type Subject, soortVan, type Voor } from './wie.ts'

/** What it is done to. */
export interface Voorwerp {
  readonly soort: VoorwerpSoort
  /** Whose it is. */
  readonly eigenaar?: PersoonId
  /** Which organisation answers for it, and under which of its services. */
  readonly organisatie?: OrganisatieId
  readonly dienst?: string
  /** Of a company: the branch it belongs to; absent when it is of the company as a whole. */
  readonly vestiging?: Vestigingsnummer
  /** Of a chain case: which one, and which organisations take part in it now. */
  readonly ketenzaak?: string
  readonly deelnemers?: readonly OrganisatieId[]
}

export interface Toegangsvraag {
  readonly subject: Subject
  /** Only for residents; the others act for nobody. */
  readonly voor: Voor
  readonly handeling: Handeling
  readonly voorwerp: Voorwerp
  /** Activity of the register. */
  readonly doel?: string
  readonly nu: Date
  /** The day at the organisation that answers. */
  readonly vandaag: Datum
}

export type Weigering =
  | 'geen-regel'
  | 'helper-ziet-niets-alleen'
  | 'niveau-te-laag'
  | 'opnieuw-inloggen'
  | 'rol-ontbreekt'
  | 'doel-onbekend'
  | 'doel-past-niet'
  | 'doel-niet-gegeven'
  | 'niet-van-hen'
  | 'kind-is-meerderjarig'
  /** The register has to be asked again whether they have custody. */
  | 'gezag-te-oud'
  /** The register has to be asked whether the data of the child are secret. */
  | 'geheim-niet-gevraagd'
  /** They are, or the register does not say that they are not; which of the two stands in no answer. */
  | 'kind-is-afgeschermd'
  | 'machtiging-geldt-niet'
  | 'machtiging-dekt-niet'
  | 'andere-vestiging'
  | 'andere-organisatie'
  | 'grond-ontbreekt'
  | 'grond-verlopen'
  /** It is about somebody already: whoever wants to help another states why anew. */
  | 'grond-voor-ander'
  /** Not told apart from a chain case that does not exist. */
  | 'geen-deelnemer'

/** Allowed by which line, or refused at which line and why. Both can be logged: there is nothing personal in it. */
export type Besluit =
  | { readonly mag: true; readonly regel: string }
  | { readonly mag: false; readonly regel: string | undefined; readonly reden: Weigering }

/** Named limit: so long does a ground hold that a professional stated. */
export const maxGrondMinuten = 60

/**
 * Named limits: so long does it hold that the register said who has custody. A judge can take it away on any day, so
 * whoever changes something for a child does so on what the register says now.
 */
export const maxGezagMinuten = 15
export const maxGezagMinutenWijzigen = 1

/**
 * The one place where is decided who may do what. Nothing is allowed unless a line says so. Of several lines that
 * do not fit, the reason is that of the one that came furthest, so that a page can say what would help.
 */
export function beslis(
  register: Verwerkingsregister,
  vraag: Toegangsvraag,
  beleid: readonly Beleidsregel[] = geldendBeleid,
): Besluit {
  const kandidaten = regelsOver(beleid, vraag).filter((regel) => gaatOver(regel, vraag))
  if (kandidaten.length === 0) {
    const reden = vraag.subject.soort === 'helper' ? 'helper-ziet-niets-alleen' : 'geen-regel'
    return { mag: false, regel: undefined, reden }
  }
  let verst: { readonly regel: string; readonly reden: Weigering; readonly stap: number } | undefined
  for (const regel of kandidaten) {
    const stappen = eisenVan(regel, register)
    const stap = stappen.findIndex((eis) => eis(vraag) !== undefined)
    const reden = stappen[stap]?.(vraag)
    if (reden === undefined) return { mag: true, regel: regel.id }
    if (verst === undefined || stap > verst.stap) verst = { regel: regel.id, reden, stap }
  }
  return { mag: false, regel: verst?.regel, reden: verst?.reden ?? 'geen-regel' }
}

/** The lines about this act on such a thing, looked up once per table: a table does not change. */
function regelsOver(
  beleid: readonly Beleidsregel[],
  { handeling, voorwerp: { soort } }: Toegangsvraag,
): readonly Beleidsregel[] {
  const perHandeling = opgezocht.get(beleid) ?? new Map<string, Map<string, readonly Beleidsregel[]>>()
  opgezocht.set(beleid, perHandeling)
  const perSoort = perHandeling.get(handeling) ?? new Map<string, readonly Beleidsregel[]>()
  perHandeling.set(handeling, perSoort)
  const regels =
    perSoort.get(soort) ??
    beleid.filter((regel) => regel.handelingen.includes(handeling) && regel.voorwerpen.includes(soort))
  perSoort.set(soort, regels)
  return regels
}

const opgezocht = new WeakMap<readonly Beleidsregel[], Map<string, Map<string, readonly Beleidsregel[]>>>()

function gaatOver(regel: Beleidsregel, { subject, voor }: Toegangsvraag): boolean {
  if (regel.wie === 'iedereen') return true
  if (regel.wie !== subject.soort) return false
  return regel.wie !== 'inwoner' || regel.voor?.includes(soortVan(voor)) === true
}

type Eis = (vraag: Toegangsvraag) => Weigering | undefined

// In this order: first what is so of the thing, last what somebody can still do about it (log in again).
function eisenVan(regel: Beleidsregel, register: Verwerkingsregister): readonly Eis[] {
  return [
    (vraag) => eisDoel(regel, register, vraag),
    ({ subject }) => eisRol(regel, subject),
    ...regel.eist.map((naam) => voorwaarden[naam]),
    ({ subject }) => eisNiveau(regel, subject),
    ({ subject, nu }) => eisVers(regel, subject, nu),
  ]
}

function eisDoel(
  regel: Beleidsregel,
  register: Verwerkingsregister,
  vraag: Toegangsvraag,
): Weigering | undefined {
  if (regel.doelen === undefined) return undefined
  const { subject, doel } = vraag
  const activiteit = doel === undefined ? undefined : register.vind(doel)
  if (doel === undefined || activiteit === undefined) return 'doel-onbekend'
  if (!regel.doelen.includes(doel)) return 'doel-past-niet'
  if (subject.soort !== 'inwoner' && subject.soort !== 'medewerker') return 'doel-niet-gegeven'
  if (!activiteit.door.includes(subject.soort)) return 'doel-niet-gegeven'
  if (subject.soort === 'inwoner') return undefined
  const heeftRol = activiteit.rollen.some((rol) => subject.rollen.includes(rol))
  return heeftRol && subject.doelen.includes(doel) ? undefined : 'doel-niet-gegeven'
}

function eisRol(regel: Beleidsregel, subject: Subject): Weigering | undefined {
  if (regel.rollen === undefined) return undefined
  const heeft = subject.soort === 'medewerker' && regel.rollen.some((rol) => subject.rollen.includes(rol))
  return heeft ? undefined : 'rol-ontbreekt'
}

function eisNiveau({ niveau }: Beleidsregel, subject: Subject): Weigering | undefined {
  if (niveau === undefined) return undefined
  const heeft = subject.soort === 'inwoner' && isNiveau(subject.herkenning.niveau, niveau)
  return heeft ? undefined : 'niveau-te-laag'
}

function eisVers({ versMinuten }: Beleidsregel, subject: Subject, nu: Date): Weigering | undefined {
  if (versMinuten === undefined) return undefined
  const isVers = subject.soort === 'inwoner' && isBinnen(subject.herkenning.op, nu, versMinuten)
  return isVers ? undefined : 'opnieuw-inloggen'
}

const voorwaarden: Readonly<Record<Voorwaarde, Eis>> = {
  'van-hen': ({ subject, voor, voorwerp, handeling, vandaag, nu }) => {
    if (subject.soort !== 'inwoner' || voorwerp.eigenaar === undefined) return 'niet-van-hen'
    if (voorwerp.eigenaar !== persoonVan(subject, voor)) return 'niet-van-hen'
    // A company is only theirs when the login service said so, of this person and of this company.
    if (voor.soort === 'bedrijf' && subject.bedrijf?.persoon !== voor.persoon) return 'niet-van-hen'
    if (voor.soort !== 'kind') return undefined
    if (vandaag >= voor.meerderjarigOp) return 'kind-is-meerderjarig'
    const minuten = handeling === 'bekijken' ? maxGezagMinuten : maxGezagMinutenWijzigen
    return isBinnen(voor.gezagOp, nu, minuten) ? undefined : 'gezag-te-oud'
  },
  'kind-niet-afgeschermd': ({ voor }) => {
    if (voor.soort !== 'kind' || voor.geheimhouding === 'nee') return undefined
    return voor.geheimhouding === undefined ? 'geheim-niet-gevraagd' : 'kind-is-afgeschermd'
  },
  'machtiging-dekt': ({ subject, voor, voorwerp, vandaag }) => {
    if (voor.soort !== 'machtiging') return undefined
    const { machtiging } = voor
    if (subject.soort !== 'inwoner' || machtiging.gemachtigde !== subject.persoon)
      return 'machtiging-geldt-niet'
    if (standVan(machtiging, vandaag) !== 'geldig') return 'machtiging-geldt-niet'
    const { organisatie, dienst } = voorwerp
    return dekt(machtiging, organisatie, dienst) ? undefined : 'machtiging-dekt-niet'
  },
  'vestiging-dekt': ({ subject, voor, voorwerp }) => {
    if (voor.soort !== 'bedrijf') return undefined
    const beperkt = subject.soort === 'inwoner' ? subject.bedrijf?.vestiging : undefined
    // Limited to one branch they cannot choose another, nor the company as a whole.
    if (beperkt !== undefined && voor.vestiging !== beperkt) return 'andere-vestiging'
    return voor.vestiging === undefined || voor.vestiging === voorwerp.vestiging
      ? undefined
      : 'andere-vestiging'
  },
  'heel-bedrijf': ({ subject, voor }) => {
    if (voor.soort !== 'bedrijf') return undefined
    const beperkt = subject.soort === 'inwoner' ? subject.bedrijf?.vestiging : undefined
    return voor.vestiging === undefined && beperkt === undefined ? undefined : 'andere-vestiging'
  },
  'eigen-organisatie': ({ subject, voorwerp }) =>
    subject.soort === 'medewerker' && subject.organisatie === voorwerp.organisatie
      ? undefined
      : 'andere-organisatie',
  'grond-gesteld': ({ subject, voorwerp, doel, nu }) => {
    const grond = subject.soort === 'medewerker' ? subject.grond : undefined
    if (grond === undefined || grond.doel !== doel) return 'grond-ontbreekt'
    // About this person and no other.
    if (voorwerp.eigenaar === undefined || grond.persoon !== voorwerp.eigenaar) return 'grond-ontbreekt'
    return isBinnen(grond.gesteldOp, nu, maxGrondMinuten) ? undefined : 'grond-verlopen'
  },
  'grond-zoekt': ({ subject, nu }) => {
    if (subject.soort !== 'medewerker' || subject.grond === undefined) return 'grond-ontbreekt'
    const { grond } = subject
    // For what comes after the search, which must be theirs as well.
    if (!hulpdoelen(subject).includes(grond.doel)) return 'doel-niet-gegeven'
    if (!zoektNog(grond)) return 'grond-voor-ander'
    return isBinnen(grond.gesteldOp, nu, maxGrondMinuten) ? undefined : 'grond-verlopen'
  },
  'neemt-deel': ({ subject, voorwerp }) =>
    subject.soort === 'medewerker' && voorwerp.deelnemers?.includes(subject.organisatie) === true
      ? undefined
      : 'geen-deelnemer',
  'genodigd-hier': ({ subject, voorwerp }) =>
    subject.soort === 'genodigde' && subject.ketenzaak === voorwerp.ketenzaak ? undefined : 'geen-deelnemer',
}

/** One ground is about one person; only a mandate has two sides. */
function zoektNog({ doel, persoon, ander }: Grond): boolean {
  return persoon === undefined || (doel === 'machtiging-registreren' && ander === undefined)
}

/** Not later than so many minutes ago, and not in the future. */
/** Did the register say a moment ago that they have custody? After that nothing of the child is shown, nor its name. */
export function isGezagVers({ gezagOp }: Extract<Voor, { soort: 'kind' }>, nu: Date): boolean {
  return isBinnen(gezagOp, nu, maxGezagMinuten)
}

function isBinnen(moment: Date, nu: Date, minuten: number): boolean {
  const geledenMs = nu.getTime() - moment.getTime()
  return geledenMs >= 0 && geledenMs <= minuten * 60_000
}
