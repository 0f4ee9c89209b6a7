import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { HULPVERTROUWEN, type Hulpvertrouwen } from './afspraakteam.ts'
import { leesKeuze, leesLijst } from './gebeurtenis-lezen.ts'
import type { Levensgebeurtenis } from './levensgebeurtenis.ts'
import type { Organisatie } from './organisatie.ts'
import { foutOp, isVelden, type Pad, type VeldLezer, veldLezer, waardeOp } from './velden.ts'

/** What a sheet is about: a scheme or a life event, by its id. */
export interface Kennisonderwerp {
  readonly soort: 'regeling' | 'gebeurtenis'
  readonly id: string
}

/** Where it comes from, and how sure it is. */
interface Herkomst {
  /** Of the law that the sentence tells; absent where no article says it. */
  readonly artikel?: string
  readonly bron: string
  readonly vertrouwen: Hulpvertrouwen
}

export interface Kenniszin extends Herkomst {
  readonly wat: string
  /** What a colleague does about it. */
  readonly doe?: string
}

export interface Kennisvraag extends Herkomst {
  readonly vraag: string
  /** What hangs on the answer. */
  readonly omdat: string
}

/** Who tells a colleague how it works, and by which way; a way that nobody established is absent. */
export interface Uitlegger {
  readonly organisatie: string
  readonly weg?: Herkomst & { readonly tekst: string; readonly nummer?: string }
}

/** What a professional of another organisation should know. Dutch: it speaks to colleagues. */
export interface Kennisblad {
  readonly id: string
  readonly over: Kennisonderwerp
  /** Who keeps it right and answers «dit klopt niet»; absent: who carries the scheme out. */
  readonly eigenaar?: string
  readonly beslist?: string
  readonly legtUit?: Uitlegger
  readonly struikelblokken: readonly Kenniszin[]
  readonly vragen: readonly Kennisvraag[]
  readonly uitzonderingen: readonly Kenniszin[]
  /** Hardship clauses: where the law lets somebody decide otherwise because it would be too hard. */
  readonly hardheid: readonly Kenniszin[]
}

const HERKOMST = ['artikel', 'bron', 'vertrouwen'] as const
const LIJSTEN = ['struikelblokken', 'uitzonderingen', 'hardheid'] as const

export function leesKennisblad(document: CorpusDocument): {
  readonly blad: Kennisblad
  readonly fouten: readonly CorpusFout[]
} {
  const lezer = veldLezer(document)
  const { inhoud } = document
  lezer.alleen([], ['over', 'eigenaar', 'beslist', 'legt_uit', 'vragen', ...LIJSTEN])
  const over = leesOnderwerp(lezer, inhoud)
  const id = idVan(over)
  const naam = document.bestand.slice(document.bestand.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
  if (over.id !== '' && naam !== id)
    lezer.meld(
      ['over'],
      'kennis-naam',
      `Dit blad gaat over ${over.soort} ${over.id}, en het bestand heet ${naam}.yaml.`,
      `Noem het bestand ${id}.yaml.`,
    )
  const eigenaar = lezer.mogelijkeTekst(['eigenaar'])
  const beslist = lezer.mogelijkeTekst(['beslist'])
  const legtUit = leesUitlegger(lezer, inhoud)
  const [struikelblokken, uitzonderingen, hardheid] = LIJSTEN.map((lijst) =>
    leesLijst(lezer, inhoud, [lijst], 'mag-weg').map((pad) => leesZin(lezer, pad)),
  ) as [Kenniszin[], Kenniszin[], Kenniszin[]] // One for each of the three names above.
  const vragen = leesLijst(lezer, inhoud, ['vragen'], 'mag-weg').map((pad): Kennisvraag => {
    lezer.alleen(pad, ['vraag', 'omdat', ...HERKOMST])
    return {
      vraag: lezer.tekst([...pad, 'vraag']),
      omdat: lezer.tekst([...pad, 'omdat']),
      ...leesHerkomst(lezer, pad),
    }
  })
  const blad: Kennisblad = {
    id,
    over,
    ...(eigenaar !== undefined && { eigenaar }),
    ...(beslist !== undefined && { beslist }),
    ...(legtUit && { legtUit }),
    struikelblokken,
    vragen,
    uitzonderingen,
    hardheid,
  }
  return { blad, fouten: lezer.fouten }
}

/** `regeling-zorgtoeslag`: the name of its file, and how a report names it. */
export function idVan({ soort, id }: Kennisonderwerp): string {
  return `${soort}-${id}`
}

function leesOnderwerp(lezer: VeldLezer, inhoud: unknown): Kennisonderwerp {
  lezer.alleen(['over'], ['regeling', 'gebeurtenis'])
  const over = waardeOp(inhoud, ['over'])
  const namen = isVelden(over) ? Object.keys(over) : []
  if (namen.length !== 1)
    lezer.meld(
      ['over'],
      'kennis-over',
      'Een blad gaat over 1 regeling of 1 levensgebeurtenis.',
      'Schrijf over: { regeling: zorgtoeslag }.',
    )
  const soort = namen[0] === 'gebeurtenis' ? 'gebeurtenis' : 'regeling'
  return { soort, id: namen.length === 1 ? lezer.tekst(['over', soort]) : '' }
}

function leesHerkomst(lezer: VeldLezer, pad: Pad): Herkomst {
  const artikel = lezer.mogelijkeTekst([...pad, 'artikel'])
  return {
    ...(artikel !== undefined && { artikel }),
    bron: lezer.tekst([...pad, 'bron']),
    vertrouwen: leesKeuze(lezer, [...pad, 'vertrouwen'], HULPVERTROUWEN),
  }
}

function leesZin(lezer: VeldLezer, pad: Pad): Kenniszin {
  lezer.alleen(pad, ['wat', 'doe', ...HERKOMST])
  const doe = lezer.mogelijkeTekst([...pad, 'doe'])
  // Where the law makes an exception, it says so somewhere: without an article a colleague cannot look it up.
  if (pad[0] !== 'struikelblokken') lezer.tekst([...pad, 'artikel'])
  return {
    wat: lezer.tekst([...pad, 'wat']),
    ...(doe !== undefined && { doe }),
    ...leesHerkomst(lezer, pad),
  }
}

function leesUitlegger(lezer: VeldLezer, inhoud: unknown): Uitlegger | undefined {
  if (waardeOp(inhoud, ['legt_uit']) === undefined) return undefined
  lezer.alleen(['legt_uit'], ['organisatie', 'weg'])
  const organisatie = lezer.tekst(['legt_uit', 'organisatie'])
  const pad = ['legt_uit', 'weg']
  if (waardeOp(inhoud, pad) === undefined) return { organisatie }
  lezer.alleen(pad, ['tekst', 'nummer', ...HERKOMST])
  const nummer = lezer.mogelijkeTekst([...pad, 'nummer'])
  const tekst = lezer.tekst([...pad, 'tekst'])
  return { organisatie, weg: { tekst, ...(nummer !== undefined && { nummer }), ...leesHerkomst(lezer, pad) } }
}

/** What one file alone cannot know: does its subject exist, and do we describe who it names? */
export function controleerKennisblad(
  document: CorpusDocument,
  { over, eigenaar, beslist, legtUit }: Kennisblad,
  verband: {
    readonly organisaties: ReadonlyMap<string, Organisatie>
    readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
    /** Undefined as long as the schemes could not be read. */
    readonly regelingen: ReadonlySet<string> | undefined
  },
): readonly CorpusFout[] {
  const genoemd: readonly (readonly [Pad, string | undefined])[] = [
    [['eigenaar'], eigenaar],
    [['beslist'], beslist],
    [['legt_uit', 'organisatie'], legtUit?.organisatie],
  ]
  const onbekend = genoemd.filter(([, id]) => id !== undefined && !verband.organisaties.has(id))
  const kent = over.soort === 'regeling' ? verband.regelingen : verband.gebeurtenissen
  return [
    ...(over.id === '' || kent === undefined || kent.has(over.id)
      ? []
      : [
          foutOp(document, ['over', over.soort], {
            code: 'kennis-onderwerp',
            melding: `Er is geen ${over.soort} ${over.id}.`,
            remedie: 'Kijk welke er zijn in corpus/regelingen en corpus/gebeurtenissen.',
          }),
        ]),
    ...onbekend.map(([pad, id]) =>
      foutOp(document, pad, {
        code: 'kennis-organisatie',
        melding: `De organisatie ${id} is hier niet beschreven.`,
        remedie: `Beschrijf eerst organisaties/${id}.yaml.`,
      }),
    ),
  ]
}
