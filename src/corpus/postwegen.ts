import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { type Datum, parseDatum } from '../kalender/index.ts'
import { leesKeuze, leesLijst } from './gebeurtenis-lezen.ts'
import type { Organisatie } from './organisatie.ts'
import { foutOp, isVelden, type Pad, type VeldLezer, veldLezer, waardeOp } from './velden.ts'

/** Kinds of messages to a body as Awb 2:13 parts them; `overig` is every other message (Awb 2:14). */
export const POSTSOORTEN = [
  'bezwaar',
  'aanvulling',
  'ingebrekestelling',
  'zienswijze',
  'vraag',
  'klacht',
  'wettelijk',
  'overig',
] as const
export type Postsoort = (typeof POSTSOORTEN)[number]

/** Electronic ways that can be designated. */
export const POSTKANALEN = ['web', 'email', 'sms', 'berichtenbox'] as const

export interface Postweg {
  readonly kanaal: (typeof POSTKANALEN)[number]
  /** A page, an address or a number; absent: the form of this house. */
  readonly waar?: string
}

/** What is known of the ways for one kind of message. */
export type Aanwijzing =
  | { readonly soort: 'vastgesteld'; readonly wegen: readonly Postweg[]; readonly besluit: string }
  /** Awb 2:13 lid 4: for the time being no way has to be designated. */
  | { readonly soort: 'uitzondering'; readonly tot: Datum; readonly besluit: string }
  | { readonly soort: 'niet-vastgesteld' }

/** The designated ways of one body from a day on (Awb 2:13). Another text is a higher version. */
export interface Postwegen {
  readonly organisatie: string
  readonly versie: number
  readonly vanaf: Datum
  readonly soorten: Readonly<Record<Postsoort, Aanwijzing>>
}

/** Of each body what was read, what begins last first: a later one waits for its day, and an earlier one can be asked. */
export type Postwegregister = ReadonlyMap<string, readonly Postwegen[]>

export function maakPostwegregister(alle: readonly Postwegen[]): Postwegregister {
  const opVolgorde = alle.toSorted((a, b) => (a.vanaf < b.vanaf ? 1 : -1))
  return Map.groupBy(opVolgorde, ({ organisatie }) => organisatie)
}

/** `undefined`: on that day nothing had been written down. */
export function postwegenOp(
  register: Postwegregister,
  organisatie: string,
  dag: Datum,
): Postwegen | undefined {
  return register.get(organisatie)?.find(({ vanaf }) => vanaf <= dag)
}

export function leesPostwegen(document: CorpusDocument): {
  readonly postwegen: Postwegen
  readonly fouten: readonly CorpusFout[]
} {
  const lezer = veldLezer(document)
  const { inhoud } = document
  lezer.alleen([], ['organisatie', 'versie', 'vanaf', 'soorten'])
  lezer.alleen(['soorten'], POSTSOORTEN)
  const organisatie = lezer.tekst(['organisatie'])
  const naam = document.bestand.slice(document.bestand.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
  const dagVan = lezer.tekst(['vanaf'])
  // The first one bears the name of the body; each later one also the day from which it holds.
  if (organisatie !== '' && organisatie !== naam && `${organisatie}@${dagVan}` !== naam)
    lezer.meld(
      ['organisatie'],
      'postwegen-naam',
      `De organisatie ${organisatie} en de bestandsnaam ${naam}.yaml verschillen.`,
      `Noem het bestand ${organisatie}.yaml, of ${organisatie}@${dagVan}.yaml als er een eerder is.`,
    )
  const versie = lezer.tekst(['versie'])
  if (versie !== '' && !/^[1-9]\d{0,5}$/.test(versie))
    lezer.meld(['versie'], 'postwegen-versie', `${versie} is geen versie.`, 'Schrijf een heel getal vanaf 1.')
  const soorten = Object.fromEntries(
    POSTSOORTEN.map((soort) => [soort, leesAanwijzing(lezer, inhoud, ['soorten', soort])]),
  ) as Record<Postsoort, Aanwijzing> // Every kind is in the list above.
  return {
    postwegen: { organisatie, versie: Number(versie) || 1, vanaf: leesDag(lezer, ['vanaf']), soorten },
    fouten: lezer.fouten,
  }
}

/** `niet-vastgesteld` must be written: a gap would look like somebody forgot it. */
function leesAanwijzing(lezer: VeldLezer, inhoud: unknown, pad: Pad): Aanwijzing {
  const waarde = waardeOp(inhoud, pad)
  if (waarde === 'niet-vastgesteld') return { soort: 'niet-vastgesteld' }
  if (!isVelden(waarde)) {
    lezer.meld(
      pad,
      'postwegen-soort',
      'Van elke soort bericht staat hier welke weg is aangewezen.',
      'Schrijf niet-vastgesteld, of wegen met het besluit.',
    )
    return { soort: 'niet-vastgesteld' }
  }
  const besluit = lezer.tekst([...pad, 'besluit'])
  if (waarde.uitzondering_tot !== undefined) {
    lezer.alleen(pad, ['besluit', 'uitzondering_tot'])
    return { soort: 'uitzondering', tot: leesDag(lezer, [...pad, 'uitzondering_tot']), besluit }
  }
  lezer.alleen(pad, ['besluit', 'wegen'])
  const wegen = leesLijst(lezer, inhoud, [...pad, 'wegen']).map((weg): Postweg => {
    lezer.alleen(weg, ['kanaal', 'waar'])
    const waar = lezer.tekst([...weg, 'waar'])
    return {
      kanaal: leesKeuze(lezer, [...weg, 'kanaal'], POSTKANALEN),
      ...(waar !== 'voordeur' && { waar }),
    }
  })
  if (waardeOp(inhoud, [...pad, 'wegen']) !== undefined && wegen.length === 0)
    lezer.meld(
      [...pad, 'wegen'],
      'postwegen-zonder-weg',
      'Er staat geen weg bij.',
      'Noem minstens één weg, of schrijf niet-vastgesteld.',
    )
  return { soort: 'vastgesteld', wegen, besluit }
}

function leesDag(lezer: VeldLezer, pad: Pad): Datum {
  const tekst = lezer.tekst(pad)
  const dag = parseDatum(tekst)
  if (dag === undefined && tekst !== '')
    lezer.meld(pad, 'postwegen-datum', `${tekst} is geen dag.`, 'Schrijf jaar-maand-dag: 2026-01-01.')
  // After a fault reading goes on; what comes of it is never used.
  return dag ?? geenDag
}

const geenDag = parseDatum('1800-01-01') as Datum

/** Only government designates ways, and only one that we describe; and of one day there is one text. */
export function controleerPostwegen(
  document: CorpusDocument,
  postwegen: Postwegen,
  {
    organisaties,
    register,
  }: {
    readonly organisaties: ReadonlyMap<string, Organisatie>
    readonly register: Postwegregister
  },
): readonly CorpusFout[] {
  const { organisatie, vanaf, versie } = postwegen
  const anders = (register.get(organisatie) ?? []).filter((een) => een !== postwegen)
  const botst = anders.some((een) => een.vanaf === vanaf || een.vanaf < vanaf === een.versie >= versie)
  const dubbel = foutOp(document, ['vanaf'], {
    code: 'postwegen-dubbel',
    melding: `Van ${organisatie} is er nog een bestand met dezelfde dag, of een latere dag met geen hogere versie.`,
    remedie: 'Geef elke tekst een eigen dag, en een latere een hogere versie.',
  })
  const gevonden = organisaties.get(organisatie)
  if (organisatie === '' || gevonden?.overheid === true) return botst ? [dubbel] : []
  return [
    foutOp(document, ['organisatie'], {
      code: 'postwegen-organisatie',
      melding: `${organisatie} is geen overheid die hier is beschreven.`,
      remedie: `Beschrijf eerst organisaties/${organisatie}.yaml.`,
    }),
  ]
}

/**
 * What holds on a day. A body without a file, or whose file has not begun, has designated nothing that we know of; so
 * has one whose exception is over: then Awb 2:16 lid 1 onder c holds.
 */
export function aanwijzingOp(
  postwegen: Postwegregister,
  { organisatie, soort }: { readonly organisatie: string; readonly soort: Postsoort },
  dag: Datum,
): Aanwijzing {
  const van = postwegenOp(postwegen, organisatie, dag)
  if (van === undefined) return { soort: 'niet-vastgesteld' }
  const aanwijzing = van.soorten[soort]
  return aanwijzing.soort === 'uitzondering' && dag >= aanwijzing.tot
    ? { soort: 'niet-vastgesteld' }
    : aanwijzing
}

/** Exceptions whose end has come: from then on a way must be designated, and somebody has to write which. */
export function verlopenUitzonderingen(
  postwegen: Postwegregister,
  dag: Datum,
): readonly { readonly organisatie: string; readonly soort: Postsoort; readonly tot: Datum }[] {
  return [...postwegen.keys()].flatMap((organisatie) =>
    POSTSOORTEN.flatMap((soort) => {
      const van = postwegenOp(postwegen, organisatie, dag)?.soorten[soort]
      return van?.soort === 'uitzondering' && dag >= van.tot ? [{ organisatie, soort, tot: van.tot }] : []
    }),
  )
}
