/**
 * An entry of the guide as people write it: one flat row of words, the same in a form, a file (JSON or CSV) and the API.
 * Lists are words with spaces or commas between them.
 *
 *     naam: Bijstand Rotterdam      uitleggen: gebeurtenis-werkloos      beslissen: regeling-bijstand
 *     gebied: GM0599                buren: GM0502                        talen: nl en
 *     uren: ma-do 09:00-12:00, ma-vr 13:00-17:00                         capaciteit: 4
 */
import { type Openingstijd, WEEKDAGEN } from '../corpus/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import { type Datum, parseDatum } from '../kalender/index.ts'
import {
  keurLijnteam,
  type Lijngebied,
  type Lijnonderwerp,
  type Lijnrooster,
  type Lijnteam,
  type Lijnteamfout,
  lijnniveaus,
} from './lijnteam.ts'

export const lijnvelden = [
  'id',
  'naam',
  'uitleggen',
  'beslissen',
  'gebied',
  'buren',
  'talen',
  'niveau',
  'uren',
  'tijdzone',
  'feestdagen',
  'gesloten',
  'capaciteit',
] as const
export type Lijnveld = (typeof lijnvelden)[number]

export type Lijnrij = Readonly<Record<Lijnveld, string>>

export type Lijnvormfout =
  | Lijnteamfout
  | 'id'
  | 'naam-te-lang'
  | 'onderwerp-onbekend'
  | 'plaats-onbekend'
  | 'taal-onbekend'
  | 'keuze'
  | 'dag'

/** `wat`: the word that is not right. */
export interface Lijnrijfout {
  readonly veld: Lijnveld
  readonly fout: Lijnvormfout
  readonly wat?: string
}

export type GelezenLijnteam =
  | { readonly ok: true; readonly team: Lijnteam }
  | { readonly ok: false; readonly fouten: readonly Lijnrijfout[] }

/** What exists in the corpus. */
export interface Lijnkennis {
  readonly isOnderwerp: (onderwerp: Lijnonderwerp) => boolean
  readonly isPlaats: (code: string) => boolean
}

/** Named limit, of a name that has to fit on a phone. */
export const HOOGSTENS_NAAM = 80
const HEEL_HET_LAND = 'nederland'
const zones = ['Europe/Amsterdam', 'America/Kralendijk'] as const
const veldVan: Readonly<Record<Lijnteamfout, Lijnveld>> = {
  'naam-leeg': 'naam',
  'geen-onderwerp': 'beslissen',
  'te-veel-onderwerpen': 'beslissen',
  'geen-plaats': 'gebied',
  'te-veel-plaatsen': 'gebied',
  'geen-taal': 'talen',
  'geen-uren': 'uren',
  'uren-kloppen-niet': 'uren',
  capaciteit: 'capaciteit',
}

/** Every fault at once. Who says it, says by that that it is so today. */
export function leesLijnteam(
  rij: Partial<Lijnrij>,
  { organisatie, vandaag }: { readonly organisatie: OrganisatieId; readonly vandaag: Datum },
  kennis: Lijnkennis,
): GelezenLijnteam {
  const fouten: Lijnrijfout[] = []
  const veld = (naam: Lijnveld, zonder = ''): string => rij[naam]?.trim() || zonder
  const lijst = (naam: Lijnveld): readonly string[] => [
    ...new Set(
      veld(naam)
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  const meld = (naam: Lijnveld, fout: Lijnvormfout, wat?: string): void => {
    fouten.push({ veld: naam, fout, ...(wat !== undefined && { wat: wat.slice(0, 60) }) })
  }
  const gekozen = <T extends string>(naam: Lijnveld, uit: readonly [T, ...T[]]): T => {
    const wat = veld(naam, uit[0])
    const een = uit.find((keus) => keus === wat)
    if (een === undefined) meld(naam, 'keuze', wat)
    return een ?? uit[0]
  }
  const plaatsen = (naam: 'gebied' | 'buren'): readonly string[] =>
    lijst(naam).filter((code) => {
      if (code === HEEL_HET_LAND && naam === 'gebied') return false
      if (!kennis.isPlaats(code)) meld(naam, 'plaats-onbekend', code)
      return true
    })
  const onderwerpen = (naam: 'uitleggen' | 'beslissen'): Lijnteam['kan'] =>
    lijst(naam).flatMap((wat) => {
      const onderwerp = leesLijnonderwerp(wat)
      if (onderwerp !== undefined && kennis.isOnderwerp(onderwerp)) return [{ onderwerp, bevoegdheid: naam }]
      meld(naam, 'onderwerp-onbekend', wat)
      return []
    })
  const [id, naam] = [veld('id'), veld('naam')]
  if (!isLijnteamId(id)) meld('id', 'id')
  if (naam.length > HOOGSTENS_NAAM) meld('naam', 'naam-te-lang')
  for (const taal of lijst('talen')) if (!/^[a-z]{2,3}$/.test(taal)) meld('talen', 'taal-onbekend', taal)
  const gebied: Lijngebied = lijst('gebied').includes(HEEL_HET_LAND)
    ? { soort: 'heel-het-land', ook: plaatsen('gebied') }
    : { soort: 'plaatsen', eigen: plaatsen('gebied'), buren: plaatsen('buren') }
  const gesloten = lijst('gesloten').flatMap((wat) => {
    const dag = parseDatum(wat)
    if (dag === undefined) meld('gesloten', 'dag', wat)
    return dag ?? []
  })
  const team: Lijnteam = {
    ...{ id, organisatie, naam, gebied },
    kan: [...onderwerpen('uitleggen'), ...onderwerpen('beslissen')],
    talen: lijst('talen'),
    niveau: gekozen('niveau', lijnniveaus),
    rooster: leesRooster(veld('uren'), {
      zone: gekozen('tijdzone', zones),
      dichtOpFeestdagen: gekozen('feestdagen', ['dicht', 'open']) === 'dicht',
      gesloten,
    }),
    capaciteit: /^\d{1,5}$/.test(veld('capaciteit')) ? Number(veld('capaciteit')) : 0,
    bevestigdOp: vandaag,
  }
  // An unknown word was named already: that nothing is left says no more.
  for (const fout of keurLijnteam(team))
    if (!fouten.some(({ veld: een }) => een === veldVan[fout])) meld(veldVan[fout], fout)
  return fouten.length === 0 ? { ok: true, team } : { ok: false, fouten }
}

/** The same row back. */
export function schrijfLijnteam({
  id,
  naam,
  kan,
  gebied,
  talen,
  niveau,
  rooster,
  capaciteit,
}: Lijnteam): Lijnrij {
  const van = (hoe: string) =>
    kan
      .filter(({ bevoegdheid }) => bevoegdheid === hoe)
      .map(({ onderwerp }) => lijnonderwerpId(onderwerp))
      .join(' ')
  const isHeel = gebied.soort === 'heel-het-land'
  return {
    ...{ id, naam, niveau },
    uitleggen: van('uitleggen'),
    beslissen: van('beslissen'),
    gebied: (isHeel ? [HEEL_HET_LAND, ...gebied.ook] : gebied.eigen).join(' '),
    buren: isHeel ? '' : gebied.buren.join(' '),
    talen: talen.join(' '),
    uren: rooster.soort === 'altijd' ? 'altijd' : schrijfUren(rooster.openingstijden),
    tijdzone: rooster.zone,
    feestdagen: rooster.soort === 'altijd' || !rooster.dichtOpFeestdagen ? 'open' : 'dicht',
    gesloten: rooster.soort === 'altijd' ? '' : rooster.gesloten.join(' '),
    capaciteit: String(capaciteit),
  }
}

export function isLijnteamId(id: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(id)
}

/** `regeling-bijstand`, as in the addresses of sheets for colleagues. */
export function leesLijnonderwerp(wat: string): Lijnonderwerp | undefined {
  const [, soort, id] = /^(regeling|gebeurtenis)-([a-z0-9][a-z0-9-]{0,80})$/.exec(wat) ?? []
  if (id === undefined) return undefined
  return { soort: soort === 'regeling' ? 'regeling' : 'gebeurtenis', id }
}

export function lijnonderwerpId({ soort, id }: Lijnonderwerp): string {
  return `${soort}-${id}`
}

type Uren = Omit<Extract<Lijnrooster, { soort: 'uren' }>, 'soort' | 'openingstijden'>

function leesRooster(tekst: string, rest: Uren): Lijnrooster {
  if (tekst === 'altijd') return { soort: 'altijd', zone: rest.zone }
  const delen = tekst.split(/[,;\n]+/).filter((deel) => deel.trim() !== '')
  return { soort: 'uren', ...rest, openingstijden: delen.flatMap(leesUren) }
}

/** `ma-vr 09:00-17:00`; what cannot be read becomes hours that `keurLijnteam` refuses. */
function leesUren(deel: string): readonly Openingstijd[] {
  const vorm = /^\s*([a-z]{2})(?:-([a-z]{2}))?\s+(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})\s*$/.exec(deel)
  const [, van = '', tot = van, ...tijd] = vorm ?? []
  const [u1 = 0, m1 = 0, u2 = 0, m2 = 0] = tijd.map(Number)
  const [eerste, laatste] = [van, tot].map((dag) => (WEEKDAGEN as readonly string[]).indexOf(dag) + 1)
  const klopt = vorm !== null && eerste && laatste && eerste <= laatste && m1 < 60 && m2 < 60
  if (!klopt) return [{ weekdag: 0, vanMinuut: 0, totMinuut: 0 }]
  return Array.from({ length: laatste - eerste + 1 }, (_, i) => ({
    weekdag: eerste + i,
    vanMinuut: u1 * 60 + m1,
    totMinuut: u2 * 60 + m2,
  }))
}

/** As somebody would write it: days that follow each other with the same hours are one part. */
function schrijfUren(tijden: readonly Openingstijd[]): string {
  const klok = (minuut: number) =>
    `${String(Math.floor(minuut / 60)).padStart(2, '0')}:${String(minuut % 60).padStart(2, '0')}`
  const reeksen: { van: number; tot: number; uren: string }[] = []
  for (const { weekdag, vanMinuut, totMinuut } of tijden) {
    const uren = `${klok(vanMinuut)}-${klok(totMinuut)}`
    const laatste = reeksen.at(-1)
    if (laatste?.uren === uren && laatste.tot === weekdag - 1) laatste.tot = weekdag
    else reeksen.push({ van: weekdag, tot: weekdag, uren })
  }
  const dag = (nr: number) => WEEKDAGEN[nr - 1] ?? ''
  return reeksen
    .map(({ van, tot, uren }) => `${van === tot ? dag(van) : `${dag(van)}-${dag(tot)}`} ${uren}`)
    .join(', ')
}
