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
export function metVerwerking<T>(
  audit: AuditOnderdelen,
  verwerking: Verwerking,
  fn: (bewijs: Verwerkingsbewijs) => Promise<T>,
): Promise<T> {
  return metVerwerkingen(audit, [verwerking], ([bewijs]) => {
    if (bewijs === undefined) throw new Error('een verwerking zonder bewijs')
    return fn(bewijs)
  })
}

/** Several at once, each on its own lines and in its own trace; written together, and they end together. */
export async function metVerwerkingen<T>(
  audit: AuditOnderdelen,
  verwerkingen: readonly Verwerking[],
  fn: (bewijzen: readonly Verwerkingsbewijs[]) => Promise<T>,
): Promise<T> {
  const begin = audit.nu()
  const lopend = verwerkingen.map((verwerking) => {
    const activiteit = eisBinnenDoel(audit.register(), verwerking)
    const { toeval } = audit
    const spoor =
      verwerking.spoor === undefined
        ? nieuwSpoor(toeval, verwerking.trace)
        : volgSpoor(verwerking.spoor, toeval)
    return { verwerking, activiteit, spoor, onderwerpen: onderwerpenVan(verwerking) }
  })
  await schrijfRegels(
    audit,
    lopend.flatMap((een) => beginregels(audit, een, begin)),
  )

  const open = lopend.map((een) => ({ ...een, bewijs: geefBewijs(een.verwerking, een.spoor) }))
  let status: 'Ok' | 'Error' = 'Error'
  try {
    const uitkomst = await fn(open.map(({ bewijs }) => bewijs))
    status = 'Ok'
    return uitkomst
  } finally {
    await sluitAf(
      audit,
      open.flatMap(({ onderwerpen, bewijs, spoor }) => {
        const mee = sluitBewijs(bewijs)
        // How it ended stands with the act itself.
        if (mee === undefined) return []
        return [...onderwerpen.map(({ onderwerp }) => onderwerp), ...mee].map((onderwerp) => ({
          onderwerp,
          spoor,
        }))
      }),
      status,
    )
  }
}

interface Lopend {
  readonly verwerking: Verwerking
  readonly activiteit: Verwerkingsactiviteit
  readonly spoor: Spoor
  readonly onderwerpen: ReturnType<typeof onderwerpenVan>
}

function beginregels(
  audit: AuditOnderdelen,
  { verwerking, activiteit, spoor, onderwerpen }: Lopend,
  tijd: Date,
): readonly Bewijs[] {
  const { door, gegevens, helper } = verwerking
  const isMedewerker = door.soort === 'medewerker'
  return onderwerpen.map(({ onderwerp, persoon }) =>
    regelVan(audit, {
      activiteit,
      onderwerp,
      persoon,
      tijd,
      organisatie: isMedewerker ? door.organisatie : undefined,
      // A role is not a person; figures per role are made of it.
      codes: { ...(isMedewerker && { rol: door.rol }), ...codesVan(spoor) },
      inhoud: { ...deelVan(verwerking), gegevens, door, ...(helper !== undefined && { helper }) },
      aanroep: aanroepVan(verwerking),
    }),
  )
}

function schrijfRegels({ store, ring, toeval }: AuditOnderdelen, regels: readonly Bewijs[]) {
  return store.schrijf(regels.map((regel) => verzegelBewijs(ring, regel, toeval)))
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
  await schrijfRegels(audit, regels)
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
  einden: readonly { readonly onderwerp: Onderwerp; readonly spoor: Spoor }[],
  status: 'Ok' | 'Error',
): Promise<unknown> {
  if (einden.length === 0) return Promise.resolve()
  const tijd = audit.nu()
  const regels = einden.map(({ onderwerp, spoor }) =>
    // No message of the error: it could hold what was fetched.
    verzegelBewijs(audit.ring, eindeVan(onderwerp, spoor.spanId, status, tijd), audit.toeval),
  )
  // Lost in a crash of the database the processing stands without an end, which is honest; waiting costs as much again.
  return audit.store.schrijf(regels, 'spoedig')
}

/** How a processing ended. */
export function eindeVan(onderwerp: Onderwerp, span: string, status: 'Ok' | 'Error', tijd: Date): Bewijs {
  return { onderwerp, soort: 'afgerond', tijd, codes: { span, status } }
}

/** Whoever began it is gone, and somebody else took the work over: it was not finished. */
export function onderbroken(persoon: PersoonId, span: string, tijd: Date): Bewijs {
  const einde = eindeVan(`persoon:${persoon}`, span, 'Error', tijd)
  return { ...einde, codes: { ...einde.codes, reden: 'onderbroken' } }
}

function codesVan({ traceId, spanId, ouderSpanId }: Spoor): Record<string, string> {
  return { trace: traceId, span: spanId, ...(ouderSpanId !== undefined && { ouder: ouderSpanId }) }
}
