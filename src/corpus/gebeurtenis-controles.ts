import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import type { Stap } from './gebeurtenis-stap.ts'
import type { Levensgebeurtenis } from './levensgebeurtenis.ts'
import type { Organisatie } from './organisatie.ts'
import { foutOp, type Pad } from './velden.ts'
import { controleerWegen } from './weg-controles.ts'

/** Fewer than this is no life event of the whole government; an added corpus may be smaller. */
const MINSTENS_STAPPEN = 5
const MINSTENS_ORGANISATIES = 3

export interface GebeurtenisVerband {
  readonly organisaties: ReadonlyMap<string, Organisatie>
  /** Undefined as long as the schemes could not be read: then their names are not looked at. */
  readonly regelingen: ReadonlySet<string> | undefined
  readonly isMeegeleverd: boolean
}

type Meld = (pad: Pad, code: string, melding: string, remedie: string) => void

/** What one file alone cannot know: do its names exist, is nobody left without a way, does it go round in a circle? */
export function controleerGebeurtenis(
  document: CorpusDocument,
  gebeurtenis: Levensgebeurtenis,
  verband: GebeurtenisVerband,
): CorpusFout[] {
  const fouten: CorpusFout[] = []
  const meld: Meld = (pad, code, melding, remedie) => {
    fouten.push(foutOp(document, pad, { code, melding, remedie }))
  }
  controleerIds(gebeurtenis, meld)
  controleerRegelingen(gebeurtenis.regelingen, ['regelingen'], verband, meld)
  for (const [index, stap] of gebeurtenis.stappen.entries()) {
    controleerStap(stap, ['stappen', index], { gebeurtenis, verband, meld })
  }
  controleerKringen(gebeurtenis, meld)
  if (verband.isMeegeleverd) controleerOmvang(gebeurtenis, verband, meld)
  return fouten
}

function controleerIds({ stappen, vragen }: Levensgebeurtenis, meld: Meld): void {
  const lijsten: readonly (readonly [Pad, readonly { readonly id: string }[]])[] = [
    [['stappen'], stappen],
    [['vragen'], vragen],
    ...vragen.map(({ opties }, index) => [['vragen', index, 'opties'], opties] as const),
  ]
  for (const [pad, lijst] of lijsten) {
    for (const [index, { id }] of lijst.entries()) {
      const plek = [...pad, index, 'id']
      if (lijst.findIndex((ander) => ander.id === id) < index) {
        meld(
          plek,
          'gebeurtenis-dubbel',
          `Het id ${id} staat er twee keer in.`,
          'Geef een van de twee een andere naam.',
        )
      }
      if (id !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
        meld(plek, 'gebeurtenis-id', `${id} is geen id.`, 'Gebruik kleine letters, cijfers en streepjes.')
      }
    }
  }
}

interface Omgeving {
  readonly gebeurtenis: Levensgebeurtenis
  readonly verband: GebeurtenisVerband
  readonly meld: Meld
}

function controleerStap(stap: Stap, pad: Pad, { gebeurtenis, verband, meld }: Omgeving): void {
  const organisatie = verband.organisaties.get(stap.organisatie)
  if (organisatie === undefined && stap.organisatie !== '') {
    meld(
      [...pad, 'organisatie'],
      'stap-organisatie',
      `De organisatie ${stap.organisatie} kennen we niet.`,
      `Maak organisaties/${stap.organisatie}.yaml, of kies een id dat er al is.`,
    )
  }
  const opEiland = stap.organisatie === 'gemeente' && stap.gebied !== 'nederland' && stap.welke === undefined
  const wegfouten = controleerWegen({
    pad: Object.keys(stap.kanalen).length > 0 ? [...pad, 'kanalen'] : pad,
    uitvoerders: opEiland ? ['gemeente', 'eiland'] : [stap.organisatie],
    organisaties: verband.organisaties,
    eigen: stap.kanalen,
  })
  for (const fout of wegfouten) {
    const isDigitaal = fout.code === 'niet-digitaal'
    meld(
      fout.pad,
      isDigitaal ? 'stap-niet-digitaal' : fout.code,
      isDigitaal ? `Bij de stap ${stap.id} is er geen weg voor iemand zonder computer.` : fout.melding,
      fout.remedie,
    )
  }
  for (const [index, id] of stap.wachtOp.entries()) {
    if (gebeurtenis.stappen.some((s) => s.id === id)) continue
    const namen = gebeurtenis.stappen.map((s) => s.id).join(', ')
    meld([...pad, 'wacht_op', index], 'stap-wacht-op', `De stap ${id} bestaat niet.`, `Kies uit: ${namen}.`)
  }
  controleerRegelingen(stap.regelingen, [...pad, 'regelingen'], verband, meld)
  controleerAls(stap, pad, gebeurtenis, meld)
}

function controleerAls(stap: Stap, pad: Pad, { vragen }: Levensgebeurtenis, meld: Meld): void {
  for (const [id, antwoorden] of Object.entries(stap.als ?? {})) {
    const plek = [...pad, 'als', id]
    const vraag = vragen.find((v) => v.id === id)
    if (vraag === undefined) {
      const namen = vragen.map((v) => v.id).join(', ') || 'er zijn geen vragen'
      meld(plek, 'stap-als-vraag', `De vraag ${id} bestaat niet.`, `Kies uit: ${namen}.`)
      continue
    }
    for (const [index, antwoord] of antwoorden.entries()) {
      if (vraag.opties.some((optie) => optie.id === antwoord)) continue
      const namen = vraag.opties.map((optie) => optie.id).join(', ')
      meld(
        [...plek, index],
        'stap-als-antwoord',
        `Het antwoord ${antwoord} bestaat niet.`,
        `Kies uit: ${namen}.`,
      )
    }
  }
}

function controleerRegelingen(
  ids: readonly string[],
  pad: Pad,
  verband: GebeurtenisVerband,
  meld: Meld,
): void {
  for (const [index, id] of ids.entries()) {
    if (verband.regelingen === undefined || verband.regelingen.has(id)) continue
    meld(
      [...pad, index],
      'gebeurtenis-regeling',
      `De regeling ${id} kennen we niet.`,
      'Gebruik het id van een regeling in corpus/regelingen, of haal haar weg.',
    )
  }
}

/** A step that waits for itself, by way of others, would never be anybody's turn. */
function controleerKringen({ stappen }: Levensgebeurtenis, meld: Meld): void {
  const perId = new Map(stappen.map((stap) => [stap.id, stap]))
  for (const [index, stap] of stappen.entries()) {
    const gezien = new Set<string>()
    const rij = [...stap.wachtOp]
    for (let id = rij.pop(); id !== undefined; id = rij.pop()) {
      if (gezien.has(id)) continue
      gezien.add(id)
      rij.push(...(perId.get(id)?.wachtOp ?? []))
    }
    if (!gezien.has(stap.id)) continue
    meld(
      ['stappen', index, 'wacht_op'],
      'stap-kring',
      `De stap ${stap.id} wacht langs een omweg op zichzelf.`,
      'Haal een van de namen uit wacht_op weg.',
    )
  }
}

function controleerOmvang(
  { stappen }: Levensgebeurtenis,
  { organisaties }: GebeurtenisVerband,
  meld: Meld,
): void {
  if (stappen.length < MINSTENS_STAPPEN) {
    meld(
      ['stappen'],
      'gebeurtenis-stappen',
      `Er staan ${stappen.length} stappen in.`,
      `Beschrijf er minstens ${MINSTENS_STAPPEN}.`,
    )
  }
  const namen = new Set(stappen.map((stap) => stap.organisatie))
  if (namen.size < MINSTENS_ORGANISATIES) {
    meld(
      ['stappen'],
      'gebeurtenis-organisaties',
      `De stappen zijn bij ${namen.size} organisaties.`,
      `Een levensgebeurtenis raakt er minstens ${MINSTENS_ORGANISATIES}.`,
    )
  }
  if ([...namen].some((id) => organisaties.get(id)?.overheid === false)) return
  meld(
    ['stappen'],
    'gebeurtenis-niet-overheid',
    'Alle stappen zijn bij de overheid.',
    'Zet er minstens één stap bij van een organisatie die geen overheid is.',
  )
}
