import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as adem } from 'node:timers/promises'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, MEEGELEVERD, vindOrganisatie } from './corpus/index.ts'
import { type OrganisatieId, parseOrganisatieId } from './domain/index.ts'
import type { Corpus, Tekst } from './engine/index.ts'
import type { Registers } from './inwoner/index.ts'
import type { Berichtinhoud, NieuwBericht, Plaatsing } from './kanalen/index.ts'
import type { Controle } from './platform/http/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log, maakToeval } from './platform/index.ts'
import {
  createLevensloopwerk,
  type Kansopsteller,
  type LopendeZaken,
  type Volgwereld,
  type Werkstand,
} from './proactief/index.ts'
import { levensloopwerkOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { maakKansopsteller } from './web/index.ts'

interface Omgeving {
  readonly config: Pick<Config, 'url' | 'poort'>
  readonly klok: Klok
  readonly log: Log
}

export interface Volgwerkdelen {
  readonly opslag: Pick<Opslag, 'databank'>
  readonly corpus: Pick<LopendCorpus, 'huidig'>
  readonly toegang: Pick<Toegang, 'audit'>
  readonly ring: Sleutelring
  readonly registers: Registers
  /** Absent where no organisation is asked for cases. */
  readonly lopend?: LopendeZaken | undefined
  /** A message, for who writes it in one act with what it tells of. */
  readonly plaats: (bericht: Omit<NieuwBericht, 'bijlagen' | 'corrigeert'>) => Plaatsing
  readonly heeftBalie: (organisatie: OrganisatieId) => boolean
}

/** The work that looks again at what changed for somebody, and tells it. */
export interface Volgwerk {
  /** Works off what there is to do now, and gives back when there is nothing. */
  readonly ronde: () => Promise<void>
  readonly controles: readonly (readonly [string, Controle])[]
  /** From here on it goes on by itself. */
  readonly begin: (levensloop: Levensloop) => void
}

/** Named limits: so often is looked for work; for whom another text of the law holds. */
const werkMs = 500
const tekstMs = 60_000
/** Named limit: what waits longer than this is a sign that nobody works it off. */
const langWachtenMs = 15 * 60_000

export function openVolgwerk({ config, klok, log }: Omgeving, delen: Volgwerkdelen): Volgwerk {
  const { opslag, corpus, toegang, heeftBalie } = delen
  const store = levensloopwerkOpslag(opslag.databank)
  const { url, poort } = config
  const beslisser = (regeling: string, gebied: string | undefined) => {
    const { engine, organisaties } = corpus.huidig()
    const uitvoerder = engine.alleRegelingen().findLast(({ id }) => id === regeling)?.uitvoerder
    return uitvoerder === undefined
      ? undefined
      : vindOrganisatie(
          organisaties,
          uitvoerder,
          [gebied].flatMap((een) => een ?? []),
        )
  }
  const opstel = onthoudOpsteller(
    corpus.huidig,
    maakKansopsteller(loadTeksten(join(MEEGELEVERD, 'teksten')), {
      regelingnaam: (id) => naamVan(corpus.huidig().engine, id),
      beslisser: (id, gebied) => beslisser(id, gebied)?.naam ?? id,
      site: url?.host ?? `localhost:${poort}`,
    }),
  )
  const { ring, registers, lopend, plaats } = delen
  const werk = createLevensloopwerk({
    ...{ store, ring, registers, lopend, plaats, opstel, adem: omDeZoveel() },
    audit: toegang.audit,
    nu: klok.nu,
    toeval: maakToeval(),
    wereld: maakWereld(corpus),
    // Of the body that decides, and where that has no desk here of the place where somebody lives.
    bureauVoor: (regeling, gemeente) =>
      [beslisser(regeling, gemeente)?.id, gemeente && `gemeente-${gemeente}`]
        .map((id) => parseOrganisatieId(id ?? ''))
        .find((id) => id !== undefined && heeftBalie(id)),
    meldFout: (fout) => log.waarschuwing('wat er voor iemand veranderde is niet uit te rekenen', { fout }),
  })
  let isDicht = false
  const ronde = async (): Promise<void> => {
    while (!isDicht && (await werk.werkAf()));
  }
  return {
    ronde,
    controles: [['volgen', async () => volgstand(await store.stand(klok.nu()), klok.nu())]],
    begin(levensloop) {
      const meld = (wat: string) => (fout: unknown) => log.waarschuwing(wat, { fout })
      const lopend = [
        herhaal(werkMs, ronde, meld('kijken wat er veranderde mislukt')),
        // Also at the start: what was published while nobody ran.
        herhaal(tekstMs, werk.ververs, meld('kijken welke regels er veranderden mislukt'), { meteen: true }),
      ]
      levensloop.bijSluiten('volgen', async () => {
        isDicht = true
        await Promise.all(lopend.map((stop) => stop()))
      })
    },
  }
}

function volgstand({ wachtend, sinds, opzij }: Werkstand, nu: Date): Awaited<ReturnType<Controle>> {
  const wachtMs = sinds === undefined ? 0 : nu.getTime() - sinds.getTime()
  return {
    stand: opzij > 0 || wachtMs > langWachtenMs ? 'beperkt' : 'goed',
    wachtend,
    oudsteSeconden: Math.max(0, Math.floor(wachtMs / 1000)),
    opzij,
  }
}

/** Named limit: for so long others wait for their turn. */
const ademMs = 5

/** Gives others their turn once in so long: to ask it after each person costs as much as working somebody out. */
function omDeZoveel(): () => Promise<void> {
  let vorige = 0
  return async () => {
    if (performance.now() - vorige < ademMs) return
    await adem()
    vorige = performance.now()
  }
}

/** Named limit: so many messages are remembered. */
const hoogstensOnthouden = 500

/** To many people the same is told, in three languages; none of them is named in it. */
function onthoudOpsteller(huidig: LopendCorpus['huidig'], opstel: Kansopsteller): Kansopsteller {
  let [van, bekend] = [huidig(), new Map<string, Berichtinhoud>()]
  return (nieuws) => {
    if (van !== huidig() || bekend.size >= hoogstensOnthouden) [van, bekend] = [huidig(), new Map()]
    const sleutel = JSON.stringify(nieuws)
    const inhoud = bekend.get(sleutel) ?? opstel(nieuws)
    bekend.set(sleutel, inhoud)
    return inhoud
  }
}

/** As people call it; in a language in which nobody wrote it, in Dutch. */
function naamVan(engine: Corpus, id: string): Tekst {
  const regeling = engine.alleRegelingen().findLast((een) => een.id === id)
  const titels = Object.entries(regeling?.teksten ?? {}).map(([taal, { titel }]) => [taal, titel] as const)
  return { nl: regeling?.naam ?? id, ...Object.fromEntries(titels) }
}

/** Only the texts of the law and the words of the facts count: another text of a page changes nobody's right. */
function maakWereld(corpus: Pick<LopendCorpus, 'huidig'>): () => Volgwereld {
  let vorige: Volgwereld | undefined
  return () => {
    const { engine, contactgronden: gronden } = corpus.huidig()
    if (vorige?.engine === engine && vorige.gronden === gronden) return vorige
    const hash = createHash('sha256')
    for (const { bestand, sha256 } of [...engine.bestanden, ...engine.vocabulaireBestanden])
      hash.update(`${bestand} ${sha256}\n`)
    vorige = { engine, gronden, versie: hash.digest('hex').slice(0, 40) }
    return vorige
  }
}
