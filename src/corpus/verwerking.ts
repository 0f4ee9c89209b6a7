import type { CorpusDocument, CorpusFout, Tekst } from '../engine/index.ts'
import { leesTeksten } from './kanalen.ts'
import { isVelden, leesBestandsid, type Pad, type VeldLezer, veldLezer, waardeOp } from './velden.ts'

/** One activity of the register of processing activities (AVG art. 30). */
export interface Verwerking {
  readonly id: string
  /** The log points to this version of it. */
  readonly versie: number
  readonly naam: Tekst
  readonly doel: Tekst
  /** `installatie`, or the id of an organisation. */
  readonly verantwoordelijke: string
  readonly grondslag: Grondslag
  /** Kinds of data with what they are called; for this purpose no others. */
  readonly soorten: Readonly<Record<string, Tekst>>
  /** Their names alone. */
  readonly gegevens: readonly string[]
  readonly betrokkenen: readonly string[]
  readonly door: readonly VerwerkingDoor[]
  readonly rollen: readonly string[]
  readonly ontvangers: readonly string[]
  readonly bewaren: {
    readonly regel: string
    readonly termijn: string
    readonly bron: string
    readonly vertrouwen: string
  }
}

export interface Grondslag {
  readonly avg: string
  readonly uitleg: Tekst
  readonly wetten: readonly { readonly wet: string; readonly artikel: string; readonly vertrouwen: string }[]
}

const DOOR = ['inwoner', 'medewerker', 'taak', 'portaal'] as const
export type VerwerkingDoor = (typeof DOOR)[number]

const BETROKKENEN = ['inwoner', 'gezinslid', 'partner', 'vertegenwoordiger', 'medewerker'] as const
const VERTROUWEN = ['alleen-tekst', 'opgesteld', 'beoordeeld', 'nagerekend'] as const
const VELDEN = [
  'id',
  'versie',
  'naam',
  'doel',
  'verantwoordelijke',
  'grondslag',
  'gegevens',
  'betrokkenen',
  'door',
  'rollen',
  'ontvangers',
  'bewaren',
] as const

export function leesVerwerking(
  document: CorpusDocument,
  eis: { readonly talen: readonly string[] },
): { readonly verwerking: Verwerking; readonly fouten: readonly CorpusFout[] } {
  const lezer = veldLezer(document)
  lezer.alleen([], VELDEN)
  const teksten = (pad: Pad): Tekst => {
    const gelezen = leesTeksten(lezer, pad)
    for (const taal of eis.talen)
      if (taal !== 'nl' && gelezen[taal] === undefined) lezer.tekst([...pad, taal])
    return gelezen
  }
  const lijst = (veld: string, uit?: readonly string[]) => leesLijst(lezer, document, veld, uit)
  const namen = Object.keys(lezer.velden(['gegevens']))
  if (namen.length === 0)
    lezer.meld(
      ['gegevens'],
      'verwerking-zonder-gegevens',
      'Er staan geen gegevens bij.',
      'Noem minstens één soort.',
    )
  const door = lijst('door', DOOR).filter(isDoor)
  const rollen = lijst('rollen')
  if (door.includes('medewerker') !== rollen.length > 0)
    lezer.meld(
      ['rollen'],
      'verwerking-rollen',
      'Een medewerker heeft hier een rol nodig, en een ander niet.',
      'Noem rollen als medewerker onder door staat; anders rollen: [].',
    )
  const verwerking: Verwerking = {
    id: leesBestandsid(lezer, document.bestand, 'verwerking-naam'),
    versie: leesVersie(lezer),
    naam: teksten(['naam']),
    doel: teksten(['doel']),
    verantwoordelijke: lezer.tekst(['verantwoordelijke']),
    grondslag: leesGrondslag(lezer, document, teksten),
    soorten: Object.fromEntries(namen.map((naam) => [naam, teksten(['gegevens', naam])])),
    gegevens: namen,
    betrokkenen: lijst('betrokkenen', BETROKKENEN),
    door,
    rollen,
    ontvangers: lijst('ontvangers'),
    bewaren: leesBewaren(lezer),
  }
  return { verwerking, fouten: lezer.fouten }
}

/** The register as audit and toegang ask it. One rule of retention belongs to one activity. */
export function verwerkingsregister(verwerkingen: ReadonlyMap<string, Verwerking>) {
  return {
    vind: (id: string): Verwerking | undefined => verwerkingen.get(id),
    alle: (): readonly Verwerking[] => [...verwerkingen.values()],
  }
}

function leesGrondslag(lezer: VeldLezer, document: CorpusDocument, teksten: (pad: Pad) => Tekst): Grondslag {
  lezer.alleen(['grondslag'], ['avg', 'uitleg', 'wetten'])
  const avg = lezer.tekst(['grondslag', 'avg'])
  if (avg !== '' && !/^artikel 6 lid 1 onder [a-f]$/.test(avg))
    lezer.meld(
      ['grondslag', 'avg'],
      'verwerking-grondslag',
      `${avg} is geen grondslag uit de AVG.`,
      'Schrijf bijvoorbeeld: artikel 6 lid 1 onder e.',
    )
  const wetten = waardeOp(document.inhoud, ['grondslag', 'wetten'])
  return {
    avg,
    uitleg: teksten(['grondslag', 'uitleg']),
    wetten: (Array.isArray(wetten) ? wetten : []).map((_, index) => {
      const pad = ['grondslag', 'wetten', index]
      lezer.alleen(pad, ['wet', 'artikel', 'vertrouwen'])
      return {
        wet: lezer.tekst([...pad, 'wet']),
        artikel: lezer.tekst([...pad, 'artikel']),
        vertrouwen: leesUit(lezer, [...pad, 'vertrouwen'], VERTROUWEN),
      }
    }),
  }
}

function leesBewaren(lezer: VeldLezer): Verwerking['bewaren'] {
  lezer.alleen(['bewaren'], ['regel', 'termijn', 'bron', 'vertrouwen'])
  const termijn = lezer.tekst(['bewaren', 'termijn'])
  if (termijn !== '' && !(/^P(?=\d)(\d+Y)?(\d+M)?(\d+D)?$/.test(termijn) && /[1-9]/.test(termijn)))
    lezer.meld(
      ['bewaren', 'termijn'],
      'verwerking-termijn',
      `${termijn} is geen bewaartermijn.`,
      'Schrijf jaren, maanden of dagen: P5Y, P6M, P90D.',
    )
  return {
    regel: lezer.tekst(['bewaren', 'regel']),
    termijn,
    bron: lezer.tekst(['bewaren', 'bron']),
    vertrouwen: leesUit(lezer, ['bewaren', 'vertrouwen'], VERTROUWEN),
  }
}

function leesVersie(lezer: VeldLezer): number {
  const tekst = lezer.tekst(['versie'])
  if (/^[1-9]\d{0,5}$/.test(tekst)) return Number(tekst)
  if (tekst !== '')
    lezer.meld(['versie'], 'verwerking-versie', `${tekst} is geen versie.`, 'Schrijf een heel getal vanaf 1.')
  return 1
}

function leesUit(lezer: VeldLezer, pad: Pad, uit: readonly string[]): string {
  const tekst = lezer.tekst(pad)
  if (tekst !== '' && !uit.includes(tekst))
    lezer.meld(pad, 'waarde-onbekend', `${tekst} kennen we hier niet.`, `Kies uit: ${uit.join(', ')}.`)
  return tekst
}

function leesLijst(
  lezer: VeldLezer,
  document: CorpusDocument,
  veld: string,
  uit?: readonly string[],
): string[] {
  const waarde = waardeOp(document.inhoud, [veld])
  if (!Array.isArray(waarde) || isVelden(waarde)) {
    lezer.meld(
      [veld],
      'veld-geen-lijst',
      `${veld} moet een lijst zijn.`,
      `Schrijf ${veld}: [een, twee] of ${veld}: [].`,
    )
    return []
  }
  return waarde.map((_, index) =>
    uit === undefined ? lezer.tekst([veld, index]) : leesUit(lezer, [veld, index], uit),
  )
}

function isDoor(waarde: string): waarde is VerwerkingDoor {
  return (DOOR as readonly string[]).includes(waarde)
}
