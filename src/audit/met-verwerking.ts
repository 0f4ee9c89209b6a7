import type { PersoonId, Toeval } from '../domain/index.ts'
import type { BewijsStore } from './bewijs-store.ts'
import { type Bewijs, type Onderwerp, verzegelBewijs } from './bewijsregel.ts'
import { ldvAttributen } from './ldv.ts'
import { type Meegekomen, type Meegekomene, type ViaHuishouden, viaHuishouden } from './meegekomen.ts'
import type { Verwerkingsactiviteit, Verwerkingsregister } from './register.ts'
import type { Sleutelring } from './sleutelring.ts'
import { nieuwSpoor, type Spoor, volgSpoor } from './spoor.ts'
import {
  eisBinnenDoel,
  eisHandelende,
  eisSoorten,
  type GenoemdeHelper,
  geefBewijs,
  type Handelende,
  onderwerpenVan,
  openVerwerking,
  sluitBewijs,
  type Verwerking,
  VerwerkingGeweigerd,
  type Verwerkingsbewijs,
} from './verwerking.ts'

export interface AuditOnderdelen {
  readonly store: BewijsStore
  readonly register: () => Verwerkingsregister
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
  /** In front of the id of an activity, to make it a URI: `https://voordeur.example/verwerkingen`. */
  readonly registerUri: string
}

/** What stands in the payload of a processing line; opened again for `Wie zag mijn gegevens` and for the export. */
export interface VerwerkingInhoud {
  readonly naam: string
  readonly attributen: Readonly<Record<string, string>>
  readonly gegevens: readonly string[]
  /** Who did it; on the record of who came along, what that person may know of it. */
  readonly door: Handelende | ViaHuishouden
  /** Organisations that were asked. */
  readonly bronnen?: readonly string[]
  readonly helper?: GenoemdeHelper
}

/**
 * The only way to do something with a person's data: first one line per person in the log, acknowledged by the
 * database, then `fn`, then how it ended. When the log cannot be written, nothing is fetched.
 */
export async function metVerwerking<T>(
  audit: AuditOnderdelen,
  verwerking: Verwerking,
  fn: (bewijs: Verwerkingsbewijs) => Promise<T>,
): Promise<T> {
  const activiteit = eisBinnenDoel(audit.register(), verwerking)
  const spoor =
    verwerking.spoor === undefined ? nieuwSpoor(audit.toeval) : volgSpoor(verwerking.spoor, audit.toeval)
  const onderwerpen = onderwerpenVan(verwerking)
  const begin = audit.nu()
  const { door, gegevens, helper } = verwerking
  const isMedewerker = door.soort === 'medewerker'
  const regels = onderwerpen.map(({ onderwerp, persoon }) =>
    regelVan(audit, {
      activiteit,
      onderwerp,
      persoon,
      tijd: begin,
      organisatie: isMedewerker ? door.organisatie : undefined,
      // A role is not a person; figures per role are made of it.
      codes: { ...(isMedewerker && { rol: door.rol }), ...codesVan(spoor) },
      inhoud: { ...deelVan(verwerking), gegevens, door, ...(helper !== undefined && { helper }) },
      aanroep: aanroepVan(verwerking),
    }),
  )
  await audit.store.schrijf(regels.map((regel) => verzegelBewijs(audit.ring, regel, audit.toeval)))

  const bewijs = geefBewijs(verwerking, spoor)
  let status: 'Ok' | 'Error' = 'Error'
  try {
    const uitkomst = await fn(bewijs)
    status = 'Ok'
    return uitkomst
  } finally {
    const mee = sluitBewijs(bewijs)
    await sluitAf(audit, [...onderwerpen.map(({ onderwerp }) => onderwerp), ...mee], spoor, status)
  }
}

/**
 * Others than the person it is about came along in the answer of a source. A line on the record of each, all at once,
 * acknowledged before this gives back: whoever fetched them calls it before anything is handed on. The proof does not
 * become about them, so that nothing more of theirs can be fetched with it.
 */
export async function schrijfMeegekomen(
  audit: AuditOnderdelen,
  bewijs: Verwerkingsbewijs,
  { doel, wie }: Meegekomen,
): Promise<void> {
  const { verwerking, betrokkenen, mee } = openVerwerking(bewijs)
  const activiteit = audit.register().vind(doel)
  if (activiteit === undefined) throw new VerwerkingGeweigerd('doel-onbekend', doel)
  eisHandelende(activiteit, verwerking.door)
  // Who it is about has a line already, and one line is enough for who came along twice.
  const anderen = new Map(wie.toReversed().map((een) => [een.persoon, een]))
  for (const persoon of betrokkenen) anderen.delete(persoon)
  const tijd = audit.nu()
  const regels = [...anderen.values()].map((een) => {
    const { persoon, gegevens } = een
    eisSoorten(activiteit, gegevens)
    return regelVan(audit, {
      activiteit,
      onderwerp: `persoon:${persoon}`,
      persoon,
      tijd,
      // In the figures of an organisation one look at a household is one look.
      organisatie: undefined,
      codes: codesVan(bewijs.spoor),
      inhoud: { naam: doel, gegevens, ...meegekomenDeel(verwerking, een) },
      aanroep: undefined,
    })
  })
  if (regels.length === 0) return
  await audit.store.schrijf(regels.map((regel) => verzegelBewijs(audit.ring, regel, audit.toeval)))
  for (const { onderwerp } of regels) mee.add(onderwerp)
}

function regelVan(
  audit: AuditOnderdelen,
  {
    activiteit,
    onderwerp,
    persoon,
    tijd,
    organisatie,
    codes,
    inhoud,
    aanroep,
  }: {
    readonly activiteit: Verwerkingsactiviteit
    readonly onderwerp: Onderwerp
    readonly persoon: PersoonId | undefined
    readonly tijd: Date
    readonly organisatie: string | undefined
    readonly codes: Readonly<Record<string, string>>
    readonly inhoud: Omit<VerwerkingInhoud, 'attributen'>
    readonly aanroep: ReturnType<typeof aanroepVan>
  },
): Bewijs {
  const { id, versie } = activiteit
  const { naam, ...rest } = inhoud
  const waarde: VerwerkingInhoud = {
    naam,
    attributen: ldvAttributen(audit, activiteit, persoon, aanroep),
    ...rest,
  }
  return {
    onderwerp,
    soort: 'verwerking',
    tijd,
    codes: { verwerking: id, versie, ...codes },
    inhoud: { persoon, verwerking: id, organisatie, waarde },
  }
}

/** Which organisations were asked says as much as what it was about, and is for the same readers. */
function meegekomenDeel(verwerking: Verwerking, wie: Meegekomene) {
  const door = viaHuishouden(verwerking, wie)
  const { bronnen } = verwerking
  const isBekend = door.relatie !== 'afgeschermd' && door.bekend !== undefined
  return { door, ...(isBekend && bronnen !== undefined && { bronnen }) }
}

function deelVan({ doel, bronnen }: Verwerking) {
  return { naam: doel, ...(bronnen !== undefined && { bronnen }) }
}

function aanroepVan({ spoor, aangeroepenDoor }: Verwerking) {
  if (spoor === undefined || aangeroepenDoor === undefined) return undefined
  return { spanId: spoor.spanId, door: aangeroepenDoor }
}

function sluitAf(
  audit: AuditOnderdelen,
  onderwerpen: readonly Onderwerp[],
  spoor: Spoor,
  status: 'Ok' | 'Error',
): Promise<unknown> {
  const tijd = audit.nu()
  // No message of the error: it could hold what was fetched.
  const codes = { span: spoor.spanId, status }
  const regels = onderwerpen.map((onderwerp) =>
    verzegelBewijs(audit.ring, { onderwerp, soort: 'afgerond', tijd, codes }, audit.toeval),
  )
  // Lost in a crash of the database the processing stands without an end, which is honest; waiting costs as much again.
  return audit.store.schrijf(regels, 'spoedig')
}

function codesVan({ traceId, spanId, ouderSpanId }: Spoor): Record<string, string> {
  return { trace: traceId, span: spanId, ...(ouderSpanId !== undefined && { ouder: ouderSpanId }) }
}
