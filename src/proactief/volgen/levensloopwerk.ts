/** Works out what changed for whom, and tells it: the worklist, a batch at a time. Several nodes share it. */
import {
  type Audit,
  type Ineens,
  onderbroken,
  type Verwerking,
  type Verwerkingsbewijs,
} from '../../audit/index.ts'
import type { Contactgronden } from '../../corpus/index.ts'
import type { PersoonId } from '../../domain/index.ts'
import type { Corpus } from '../../engine/index.ts'
import {
  type BronId,
  huishoudfeiten,
  type Inkomensgegevens,
  type Persoonsgegevens,
  type Registers,
} from '../../inwoner/index.ts'
import { datumOp, plusDagen, type Tijdzone } from '../../kalender/index.ts'
import { type Afhankelijkheid, afhankelijkheden } from './afhankelijkheid.ts'
import { beoordeel, isOverledenVolgens, teVragen } from './beoordeling.ts'
import type { Dossierinhoud, Registerfeiten } from './dossier-store.ts'
import { openDossier, openSignaal } from './dossierzegel.ts'
import type { Rekenwijze } from './herziening.ts'
import {
  type BoekingOnderdelen,
  type Inschrijving,
  maakBoeking,
  metId,
  teVertellen,
  type Uitgewerkt,
} from './levensloopboeking.ts'
import type { Boeking, Levensloopwerk, LevensloopwerkStore } from './levensloopwerk-store.ts'
import { type LopendeZaken, leesLopend, moetKijken } from './lopend.ts'
import { volgDoel } from './ontvangst.ts'
import type { Signaal } from './signaal.ts'

/** What is worked out with at this moment. */
export interface Volgwereld {
  readonly engine: Corpus
  /** A name for the texts of the law in it. */
  readonly versie: string
  readonly gronden: Contactgronden
}

export interface LevensloopwerkOnderdelen extends BoekingOnderdelen {
  readonly store: LevensloopwerkStore
  readonly audit: Pick<Audit, 'verzegel' | 'ineens'>
  readonly wereld: () => Volgwereld
  readonly registers: Registers
  /** Absent where no organisation is asked for cases. */
  readonly lopend?: LopendeZaken | undefined
  /** Of nobody by name: what went wrong, for the log. */
  readonly meldFout: (fout: unknown) => void
  /** Gives others their turn: working out one person takes milliseconds, and this process serves people as well. */
  readonly adem: () => Promise<void>
}

export interface LevensloopWerk {
  /** One batch; `false`: there was nothing to do. */
  readonly werkAf: () => Promise<boolean>
  /** Whoever was worked out with other texts of the law comes on the list. Gives how many. */
  readonly ververs: () => Promise<number>
}

/** Named limits: so many at once, for so long in one pair of hands; tried again so long after it failed, and so often. */
const perKeer = 200
const inHandenMs = 30_000
const weerMs = 60_000
const hoogstensMislukt = 5
/** Named limit: of whoever died, so long after is looked whether that was taken back without our hearing of it. */
const rustDagen = 30

/** Kinds of data of the register of processing activities, per register. */
const gegevensUit: Readonly<Record<BronId, readonly string[]>> = {
  brp: ['geboortedatum', 'adres', 'huishouden', 'partner', 'kinderen', 'geheimhouding'],
  inkomen: ['inkomen', 'maandinkomen', 'vermogen'],
}

export function createLevensloopwerk(onderdelen: LevensloopwerkOnderdelen): LevensloopWerk {
  const { store, audit, wereld, nu } = onderdelen
  const afhankelijk = onthoudAfhankelijkheid()
  return {
    ververs: () => store.andereTeksten(wereld().versie, nu()),

    async werkAf() {
      const tot = new Date(nu().getTime() + inHandenMs)
      const handen = await store.pak(nu(), tot, perKeer, (persoon, span) =>
        audit.verzegel(onderbroken(persoon, span, nu())),
      )
      if (handen.length === 0) return false
      const lijnen = handen.map((werk) => lijnVan(werk, ['gebeurtenis', 'antwoorden']))
      const nuWereld = wereld()
      await audit.ineens(({ metVerwerkingen, einden }) =>
        metVerwerkingen(lijnen, (alle) => {
          const bewijzen = new Map(
            handen.flatMap(({ persoon }, i) => {
              const bewijs = alle[i]
              return bewijs === undefined ? [] : [[persoon, bewijs] as const]
            }),
          )
          return werkAlleAf(
            { ...onderdelen, metVerwerkingen, einden, bewijzen, nuWereld, afhankelijk },
            handen,
          )
        }),
      )
      return true
    },
  }
}

interface Ronde extends LevensloopwerkOnderdelen, Ineens {
  /** Of what is done for each of them. */
  readonly bewijzen: ReadonlyMap<PersoonId, Verwerkingsbewijs>
  readonly nuWereld: Volgwereld
  readonly afhankelijk: (corpus: Corpus, dag: string) => Afhankelijkheid
}

interface Geopend {
  readonly werk: Levensloopwerk
  readonly inhoud: Dossierinhoud
  readonly signalen: readonly Signaal[]
}

async function werkAlleAf(ronde: Ronde, handen: readonly Levensloopwerk[]): Promise<void> {
  const { store, ring, nu, nuWereld } = ronde
  const mislukt: Boeking['werk'][] = []
  /** One person whom it does not work out for stops nobody else. */
  const voorElk = async <A extends { readonly werk: Levensloopwerk }, B>(
    lijst: readonly A[],
    fn: (een: A) => B | undefined,
  ): Promise<readonly B[]> => {
    const uit: B[] = []
    for (const een of lijst) {
      try {
        const gemaakt = fn(een)
        if (gemaakt === undefined) mislukt.push(een.werk)
        else uit.push(gemaakt)
      } catch (fout) {
        ronde.meldFout(fout)
        mislukt.push(een.werk)
      }
      await ronde.adem()
    }
    return uit
  }
  const open = await voorElk(
    handen.map((werk) => ({ werk })),
    ({ werk }): Geopend => ({
      werk,
      inhoud: openDossier(ring, werk.dossier),
      signalen: werk.signalen.map((rij) => openSignaal(ring, rij)),
    }),
  )
  const { antwoorden, zweeg } = await leesRegisters(ronde, open)
  const uitgewerkt = await voorElk(
    open.filter(({ werk }) => !zweeg.has(werk.persoon)),
    (een) => werkUit(ronde, een, antwoorden.get(een.werk.persoon)),
  )
  const ingeschreven = await leesInschrijvingen(ronde, uitgewerkt, antwoorden)
  const boekAlle = async (alle: readonly Uitgewerkt[]) => {
    const boekingen = await voorElk(alle, (een) => ({
      werk: een.werk,
      boeking: maakBoeking(ronde, een, nuWereld, ingeschreven.get(een.werk.persoon)),
    }))
    const gemaakt = boekingen.map(({ boeking }) => boeking)
    mislukt.push(...(await boek(ronde, gemaakt)))
  }
  // Who has cases to be asked for keeps nobody else waiting.
  const vragend = new Set(uitgewerkt.filter((een) => moetKijken(ronde, een)))
  const lopend = leesLopend(ronde, [...vragend])
  await boekAlle(uitgewerkt.filter((een) => !vragend.has(een)))
  const gelezen = await lopend
  await boekAlle([...vragend].map((een) => ({ ...een, lopend: gelezen.get(een.werk.persoon) })))
  const weer = new Date(nu().getTime() + weerMs)
  const later = open.flatMap(({ werk }) => (zweeg.has(werk.persoon) ? [werk] : []))
  if (later.length > 0) await store.later(later, weer)
  if (mislukt.length > 0) await store.mislukt(mislukt, weer, { na: hoogstensMislukt, op: nu() })
}

/** All in one act. When the database refuses that, each by themselves, so that what is wrong with one is theirs alone. */
async function boek(ronde: Ronde, boekingen: readonly Boeking[]): Promise<readonly Boeking['werk'][]> {
  const { meldFout } = ronde
  if (boekingen.length === 0) return []
  try {
    await boekMetEinde(ronde, boekingen)
    return []
  } catch (fout) {
    meldFout(fout)
  }
  const mislukt: Boeking['werk'][] = []
  for (const een of boekingen) {
    try {
      await boekMetEinde(ronde, [een])
    } catch (fout) {
      meldFout(fout)
      mislukt.push(een.werk)
    }
  }
  return mislukt
}

/** That it ended well stands in the same act: whoever falls over leaves both or neither. */
async function boekMetEinde(
  { store, einden, bewijzen }: Ronde,
  boekingen: readonly Boeking[],
): Promise<void> {
  // Of these alone: of who was booked before them it has ended.
  const { per, staan } = einden(boekingen.flatMap(({ werk }) => bewijzen.get(werk.persoon) ?? []))
  const gedaan = await store.boek(
    boekingen.map((een) => ({ ...een, bewijzen: [...een.bewijzen, ...(per.get(een.werk.persoon) ?? [])] })),
  )
  staan(gedaan)
}

function werkUit(
  ronde: Ronde,
  { werk, inhoud, signalen }: Geopend,
  antwoorden: Antwoorden | undefined,
): Uitgewerkt | undefined {
  const { nuWereld, nu, toeval, afhankelijk } = ronde
  const { engine, versie } = nuWereld
  const gelezen = antwoorden && feitenUit(ronde, inhoud, antwoorden)
  const zone = zoneVan(engine, inhoud, gelezen)
  const dag = datumOp(nu(), zone)
  const deel = { werk, zone, gelezen: new Set(signalen) }
  // Nothing is worked out for who died; that can turn out not to be so, and then everything goes on.
  if (isOverledenVolgens(werk.meldingen))
    return { ...deel, inhoud, signalen, volgende: plusDagen(dag, rustDagen) }
  const wijze: Rekenwijze = {
    corpus: engine,
    versie,
    afhankelijk: afhankelijk(engine, dag),
  }
  const { meldingen, nieuw } = werk
  const uit = beoordeel(wijze, { inhoud, signalen, meldingen, nieuw, gelezen: gelezen ?? {} }, dag)
  return (
    uit && {
      ...deel,
      inhoud: uit.inhoud,
      signalen: metId(uit.signalen, nu(), toeval),
      volgende: uit.volgende,
    }
  )
}

/**
 * Of whom a register must say what is so now. Who is in `zweeg` waits until it answers: what came in about them would be
 * put away as seen while nobody looked.
 */
async function leesRegisters(
  ronde: Ronde,
  open: readonly Geopend[],
): Promise<{
  readonly antwoorden: ReadonlyMap<PersoonId, Antwoorden>
  readonly zweeg: ReadonlySet<PersoonId>
}> {
  const vragen = open.flatMap(({ werk: { persoon, hand, meldingen, nieuw }, inhoud }) =>
    teVragen(inhoud, meldingen, nieuw).map((bron) => ({ persoon, hand, bron })),
  )
  const antwoorden = new Map<PersoonId, Antwoorden>()
  const zweeg = new Set<PersoonId>()
  await vraagRegisters(ronde, vragen, gegevensUit, async ({ persoon, bron }, bewijs) => {
    const antwoord = await ronde.registers[bron].raadpleeg(persoon, bewijs).catch((fout: unknown) => {
      ronde.meldFout(fout)
      return undefined
    })
    if (antwoord?.status === 'ok')
      antwoorden.set(persoon, { ...antwoorden.get(persoon), [bron]: antwoord.gegevens })
    // That it does not know them is an answer: what was known before stays.
    else if (antwoord?.status !== 'onbekend' && antwoord?.status !== 'geen-bsn') zweeg.add(persoon)
  })
  return { antwoorden, zweeg }
}

interface Antwoorden {
  readonly brp?: Persoonsgegevens
  readonly inkomen?: Inkomensgegevens
}

/** Whose income it is in which currency depends on where they live, which the other register may have said just now. */
function feitenUit(
  { nuWereld, nu }: Ronde,
  inhoud: Dossierinhoud,
  { brp, inkomen }: Antwoorden,
): Registerfeiten {
  const dag = datumOp(nu(), zoneVan(nuWereld.engine, inhoud, undefined))
  const persoon = brp && huishoudfeiten({ brp }, dag).huishouden
  const plaats = plaatsIn(persoon) ?? gebiedVan(inhoud)
  return {
    ...(persoon && { brp: persoon }),
    ...(inkomen && { inkomen: huishoudfeiten({ inkomen }, dag, plaats).huishouden }),
  }
}

/** Whether they live and whether their address is secret, at this moment, for whom there is something to tell. */
async function leesInschrijvingen(
  ronde: Ronde,
  uitgewerkt: readonly Uitgewerkt[],
  antwoorden: ReadonlyMap<PersoonId, Antwoorden>,
): Promise<ReadonlyMap<PersoonId, Inschrijving>> {
  const uit = new Map<PersoonId, Inschrijving>()
  const vragen = uitgewerkt.flatMap((een) => {
    const { persoon, hand, meldingen } = een.werk
    if (teVertellen(een).length === 0) return []
    const bekend = antwoorden.get(persoon)?.brp
    if (isOverledenVolgens(meldingen)) uit.set(persoon, { isOverleden: true, geheimhouding: 'onbekend' })
    else if (bekend !== undefined) uit.set(persoon, bekend)
    else return [{ persoon, hand, bron: 'brp' as const }]
    return []
  })
  await vraagRegisters(ronde, vragen, { brp: ['geheimhouding'] }, async ({ persoon }, bewijs) => {
    const antwoord = await ronde.registers.brp.raadpleeg(persoon, bewijs)
    if (antwoord.status === 'ok') {
      const { isOverleden, geheimhouding } = antwoord.gegevens
      uit.set(persoon, { isOverleden, geheimhouding })
    } else if (antwoord.status === 'onbekend' || antwoord.status === 'geen-bsn')
      uit.set(persoon, { isOverleden: false, geheimhouding: 'onbekend' })
  })
  return uit
}

/** A line for each question, before it is asked, all written together. */
async function vraagRegisters<V extends InHanden & { readonly bron: BronId }>(
  { metVerwerkingen, meldFout }: Ronde,
  vragen: readonly V[],
  gegevens: Readonly<Partial<Record<BronId, readonly string[]>>>,
  vraag: (een: V, bewijs: Verwerkingsbewijs) => Promise<void>,
): Promise<void> {
  if (vragen.length === 0) return
  const lijnen = vragen.map((een) => lijnVan(een, gegevens[een.bron] ?? []))
  await metVerwerkingen(lijnen, (bewijzen) =>
    Promise.all(
      vragen.map(async (een, i) => {
        const bewijs = bewijzen[i]
        if (bewijs === undefined) throw new Error('een vraag zonder bewijs')
        await vraag(een, bewijs).catch(meldFout)
      }),
    ),
  )
}

type InHanden = Pick<Levensloopwerk, 'persoon' | 'hand'>

/** In a trace that bears the name of the hand: whoever takes them over finds by it what was begun. */
function lijnVan({ persoon, hand }: InHanden, gegevens: readonly string[]): Verwerking {
  return {
    trace: hand.replaceAll('-', ''),
    doel: volgDoel,
    gegevens,
    betrokkenen: [persoon],
    door: { soort: 'taak', taak: 'levensloop' },
  }
}

function zoneVan({ gebieden }: Corpus, inhoud: Dossierinhoud, gelezen: Registerfeiten | undefined): Tijdzone {
  const gebied = plaatsIn(gelezen?.brp) ?? gebiedVan(inhoud)
  return gebied !== undefined && gebieden.get(gebied)?.tijdzone === 'America/Kralendijk'
    ? 'America/Kralendijk'
    : 'Europe/Amsterdam'
}

function gebiedVan({ feiten, register }: Dossierinhoud): string | undefined {
  return plaatsIn(register?.brp) ?? plaatsIn(feiten.huishouden)
}

function plaatsIn(huishouden: Dossierinhoud['feiten']['huishouden'] | undefined): string | undefined {
  const woning = huishouden?.woning
  const gemeente = woning instanceof Object && 'gemeente' in woning ? woning.gemeente : undefined
  return typeof gemeente === 'string' ? gemeente : undefined
}

/** The same for everybody on one day with the same texts. */
function onthoudAfhankelijkheid(): Ronde['afhankelijk'] {
  let vorige: { readonly corpus: Corpus; readonly dagen: Map<string, Afhankelijkheid> } | undefined
  return (corpus, dag) => {
    if (vorige?.corpus !== corpus || vorige.dagen.size > 2) vorige = { corpus, dagen: new Map() }
    const bekend = vorige.dagen.get(dag) ?? afhankelijkheden(corpus, dag)
    vorige.dagen.set(dag, bekend)
    return bekend
  }
}
