/** Decisions about steps: the plan, and how far each is. */
import { plusDagen } from '../kalender/index.ts'
import {
  type Deelgrond,
  HOOGSTENS_STAPPEN,
  isAf,
  type Stapeigenaar,
  type Stapplan,
  type Stapstand,
  TERMIJN_DAGEN,
} from './begrippen.ts'
import { type Bouw, deelMet, eindigOpschalingen, stopDelingen, voeg, zorgDeelnemer } from './bouw.ts'
import { type Stap, vindOrganisatie } from './ketenzaak.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import { vindKring, wachtNogOp } from './plan.ts'
import { meldtRegie } from './rechten.ts'
import { hernieuwDelingen, stapdelingTot } from './stapdeling.ts'
import { kanMetStap } from './stapgang.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing
type Van<S extends Opdracht['soort']> = Extract<Opdracht<T>, { soort: S }>

/** All of them, or none: each has an owner and a term that is not over, and nothing waits for itself in the end. */
export function planStappen(bouw: Bouw, nieuw: readonly Stapplan<T>[]): Weigering | undefined {
  const { stappen, onderdelen } = bouw.stand
  if (nieuw.length === 0) return { reden: 'leeg' }
  // First of all: a plan of thousands is not even read.
  if (stappen.size + nieuw.length > HOOGSTENS_STAPPEN)
    return { reden: 'te-veel', wat: 'stappen', hoogstens: HOOGSTENS_STAPPEN }
  const plan = new Map<string, { readonly wachtOp: readonly string[] }>(stappen)
  for (const stap of nieuw) {
    if (plan.has(stap.stap) || onderdelen.has(stap.stap)) return { reden: 'bestaat-al' }
    plan.set(stap.stap, stap)
  }
  const fout = nieuw.map((stap) => keurTermijn(bouw, stap.termijn, stap)).find((een) => een !== undefined)
  if (fout !== undefined) return fout
  if (nieuw.some(({ wachtOp }) => wachtOp.some((id) => !plan.has(id)))) return { reden: 'niet-gevonden' }
  const kring = vindKring(plan)
  if (kring !== undefined) return { reden: 'kring', stappen: kring }
  for (const { grond, ...stap } of nieuw) {
    const { mee } = stap
    voeg(bouw, { soort: 'stap-gepland', ...stap, ...nietHier(bouw, stap.eigenaar) })
    const weigering = vraagAan(bouw, stap.stap, stap.eigenaar, {
      ...(grond && { grond }),
      ...(mee && { mee }),
    })
    if (weigering !== undefined) return weigering
  }
  return undefined
}

/** Where nobody would see it the owner of the case asks by telephone or letter, and writes down what is said. */
function nietHier({ omgeving, stand }: Bouw, eigenaar: Stapeigenaar): { readonly regieMeldt?: true } {
  if (eigenaar.soort !== 'organisatie' || eigenaar.organisatie === stand.regie.organisatie) return {}
  return omgeving.isBereikbaar?.(eigenaar.organisatie) === false ? { regieMeldt: true } : {}
}

function keurTermijn(
  { omgeving: { vandaagBij } }: Bouw,
  termijn: string,
  { stap, eigenaar }: Pick<Stap, 'stap' | 'eigenaar'>,
): Weigering | undefined {
  const vandaag = vandaagBij(eigenaar)
  if (termijn < vandaag) return { reden: 'termijn-voorbij', stap }
  return termijn > plusDagen(vandaag, TERMIJN_DAGEN)
    ? { reden: 'einde-ongeldig', hoogstensDagen: TERMIJN_DAGEN }
    : undefined
}

/** The owner is asked, and sees what they are asked to do. Who owns the case needs no asking. */
function vraagAan(
  bouw: Bouw,
  stap: string,
  eigenaar: Stapeigenaar,
  { grond, mee = [] }: Pick<Stapplan<T>, 'grond' | 'mee'>,
): Weigering | undefined {
  if (eigenaar.soort === 'inwoner') return undefined
  if (eigenaar.soort === 'organisatie' && eigenaar.organisatie === bouw.stand.regie.organisatie) {
    zet(bouw, stap, 'aanvaard')
    return undefined
  }
  const wie = deelnemerVan(bouw, eigenaar)
  if ('reden' in wie) return wie
  const tot = stapdelingTot(bouw, bouw.stand.stappen.get(stap)?.termijn ?? bouw.omgeving.vandaag)
  return deelMet(bouw, wie.deelnemer, [stap, ...mee], { doel: 'stap-uitvoeren', grond: grond ?? 'taak', tot })
}

function deelnemerVan(
  bouw: Bouw,
  eigenaar: Exclude<Stapeigenaar, { soort: 'inwoner' }>,
): { readonly deelnemer: string } | Weigering {
  if (eigenaar.soort === 'organisatie')
    return zorgDeelnemer(bouw, eigenaar.organisatie, { rol: 'uitvoerder', doel: 'stap-uitvoeren' })
  const is = bouw.stand.deelnemers.get(eigenaar.deelnemer)
  return is?.wie.soort === 'partij' ? { deelnemer: is.id } : { reden: 'niet-gevonden' }
}

export function wijzigStap(bouw: Bouw, opdracht: Van<'wijzig-stap'>): Weigering | undefined {
  const { soort: _, stap: id, eigenaar, grond, ...anders } = opdracht
  const stap = bouw.stand.stappen.get(id)
  if (stap === undefined) return { reden: 'niet-gevonden' }
  if (isAf(stap.stand)) return { reden: 'kan-niet-nu', stand: stap.stand }
  if (anders.termijn !== undefined) {
    const fout = keurTermijn(bouw, anders.termijn, { stap: id, eigenaar: eigenaar ?? stap.eigenaar })
    if (fout !== undefined) return fout
  }
  if (anders.wachtOp !== undefined) {
    if (anders.wachtOp.some((op) => !bouw.stand.stappen.has(op))) return { reden: 'niet-gevonden' }
    const kring = vindKring(new Map(bouw.stand.stappen).set(id, { ...stap, wachtOp: anders.wachtOp }))
    if (kring !== undefined) return { reden: 'kring', stappen: kring }
  }
  if (Object.keys(anders).length > 0) voeg(bouw, { soort: 'stap-gewijzigd', stap: id, ...anders })
  const weigering = eigenaar === undefined ? undefined : naarAnder(bouw, stap, eigenaar, grond)
  return weigering ?? (anders.termijn === undefined ? undefined : hernieuwDelingen(bouw, id))
}

/** Another owner is asked anew; who had it no longer sees it. */
function naarAnder(
  bouw: Bouw,
  { stap, stand, eigenaar: oud }: Stap,
  eigenaar: Stapeigenaar,
  grond: Deelgrond | undefined,
): Weigering | undefined {
  if (JSON.stringify(oud) === JSON.stringify(eigenaar)) return undefined
  const wie =
    oud.soort === 'organisatie'
      ? vindOrganisatie(bouw.stand, oud.organisatie)?.id
      : oud.soort === 'partij'
        ? oud.deelnemer
        : undefined
  if (wie !== undefined)
    stopDelingen(bouw, ({ onderdeel, deelnemer }) => onderdeel === stap && deelnemer === wie)
  voeg(bouw, { soort: 'stap-gewijzigd', stap, eigenaar, ...nietHier(bouw, eigenaar) })
  eindigOpschalingen(bouw, (een) => een.stap === stap && een.organisatie !== bouw.stand.regie.organisatie)
  if (stand !== 'gevraagd') zet(bouw, stap, 'gevraagd')
  return vraagAan(bouw, stap, eigenaar, grond === undefined ? {} : { grond })
}

export function vraagOpnieuw(bouw: Bouw, opdracht: Van<'vraag-opnieuw'>): Weigering | undefined {
  const { stap: id, termijn, eigenaar, grond } = opdracht
  const stap = bouw.stand.stappen.get(id)
  if (stap === undefined) return { reden: 'niet-gevonden' }
  if (!kanMetStap('vraag-opnieuw', { stand: stap.stand, isGemeld: false }))
    return { reden: 'kan-niet-nu', stand: stap.stand }
  const fout = keurTermijn(bouw, termijn, { stap: id, eigenaar: eigenaar ?? stap.eigenaar })
  if (fout !== undefined) return fout
  zet(bouw, id, 'gevraagd')
  voeg(bouw, { soort: 'stap-gewijzigd', stap: id, termijn })
  const nieuw = eigenaar ?? stap.eigenaar
  if (eigenaar !== undefined && JSON.stringify(eigenaar) !== JSON.stringify(stap.eigenaar))
    return naarAnder(bouw, { ...stap, stand: 'gevraagd' }, eigenaar, grond)
  const weigering = vraagAan(bouw, id, nieuw, grond === undefined ? {} : { grond })
  return weigering ?? hernieuwDelingen(bouw, id)
}

const wordt = {
  'aanvaard-stap': 'aanvaard',
  'weiger-stap': 'geweigerd',
  'begin-stap': 'bezig',
  'rond-stap-af': 'klaar',
  'laat-stap-vervallen': 'vervallen',
} as const

export function zetStap(bouw: Bouw, opdracht: Van<keyof typeof wordt>): Weigering | undefined {
  const stap = bouw.stand.stappen.get(opdracht.stap)
  if (stap === undefined) return { reden: 'niet-gevonden' }
  const isGemeld = meldtRegie(bouw.stand, stap, bouw.omgeving.nu)
  if (!kanMetStap(opdracht.soort, { stand: stap.stand, isGemeld }))
    return { reden: 'kan-niet-nu', stand: stap.stand }
  if (opdracht.soort === 'rond-stap-af') {
    const open = wachtNogOp(bouw.stand, stap)
    if (open.length > 0) return { reden: 'wacht-nog', stappen: open }
  }
  const reden =
    opdracht.soort === 'rond-stap-af' ? opdracht.uitkomst : 'reden' in opdracht ? opdracht.reden : undefined
  zet(bouw, stap.stap, wordt[opdracht.soort], reden)
  return undefined
}

export function zet(bouw: Bouw, stap: string, naar: Stapstand, reden?: T): void {
  const van = bouw.stand.stappen.get(stap)?.stand
  if (van === undefined || van === naar) return
  voeg(bouw, { soort: 'stap-stand', stap, van, naar, ...(reden && { reden }) })
  if (isAf(naar)) eindigOpschalingen(bouw, (een) => een.stap === stap)
}
