import type { Toeval } from '../domain/index.ts'
import type { BewijsStore } from './bewijs-store.ts'
import { type Bewijs, type Onderwerp, verzegelBewijs } from './bewijsregel.ts'
import { ldvAttributen } from './ldv.ts'
import type { Verwerkingsregister } from './register.ts'
import type { Sleutelring } from './sleutelring.ts'
import { nieuwSpoor, type Spoor, volgSpoor } from './spoor.ts'
import {
  eisBinnenDoel,
  type GenoemdeHelper,
  geefBewijs,
  type Handelende,
  onderwerpenVan,
  sluitBewijs,
  type Verwerking,
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
  readonly door: Handelende
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
  const regels = onderwerpen.map(({ onderwerp, persoon }): Bewijs => {
    const { door, gegevens, bronnen, doel, helper } = verwerking
    const inhoud: VerwerkingInhoud = {
      naam: doel,
      attributen: ldvAttributen(audit, activiteit, persoon, aanroepVan(verwerking)),
      gegevens,
      door,
      ...(bronnen !== undefined && { bronnen }),
      ...(helper !== undefined && { helper }),
    }
    const isMedewerker = door.soort === 'medewerker'
    const organisatie = isMedewerker ? door.organisatie : undefined
    return {
      onderwerp,
      soort: 'verwerking',
      tijd: begin,
      codes: {
        verwerking: doel,
        versie: activiteit.versie,
        // A role is not a person; figures per role are made of it.
        ...(isMedewerker && { rol: door.rol }),
        ...codesVan(spoor),
      },
      inhoud: { persoon, verwerking: doel, organisatie, waarde: inhoud },
    }
  })
  await audit.store.schrijf(regels.map((regel) => verzegelBewijs(audit.ring, regel, audit.toeval)))

  const bewijs = geefBewijs(verwerking, spoor)
  let status: 'Ok' | 'Error' = 'Error'
  try {
    const uitkomst = await fn(bewijs)
    status = 'Ok'
    return uitkomst
  } finally {
    sluitBewijs(bewijs)
    await sluitAf(audit, onderwerpen, spoor, status)
  }
}

function aanroepVan({ spoor, aangeroepenDoor }: Verwerking) {
  if (spoor === undefined || aangeroepenDoor === undefined) return undefined
  return { spanId: spoor.spanId, door: aangeroepenDoor }
}

function sluitAf(
  audit: AuditOnderdelen,
  onderwerpen: readonly { readonly onderwerp: Onderwerp }[],
  spoor: Spoor,
  status: 'Ok' | 'Error',
): Promise<unknown> {
  const tijd = audit.nu()
  // No message of the error: it could hold what was fetched.
  const codes = { span: spoor.spanId, status }
  const regels = onderwerpen.map(({ onderwerp }) =>
    verzegelBewijs(audit.ring, { onderwerp, soort: 'afgerond', tijd, codes }, audit.toeval),
  )
  // Lost in a crash of the database the processing stands without an end, which is honest; waiting costs as much again.
  return audit.store.schrijf(regels, 'spoedig')
}

function codesVan({ traceId, spanId, ouderSpanId }: Spoor): Record<string, string> {
  return { trace: traceId, span: spanId, ...(ouderSpanId !== undefined && { ouder: ouderSpanId }) }
}
