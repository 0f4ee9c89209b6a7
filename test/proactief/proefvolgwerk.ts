import { createHash, randomBytes } from 'node:crypto'
import { proefbewijs } from '../../src/audit/proefaudit.ts'
import { type GeladenCorpus, verwerkingsregister } from '../../src/corpus/index.ts'
import { proefcorpus } from '../../src/corpus/proefcorpus.ts'
import type { OrganisatieId, PersoonId } from '../../src/domain/index.ts'
import { type Berichtinhoud, createBerichten, plaatsingVan } from '../../src/kanalen/index.ts'
import {
  createLevensloopwerk,
  type LevensloopwerkOnderdelen,
  type Volgfeiten,
} from '../../src/proactief/index.ts'
import { berichtOpslag } from '../../src/store/berichten.ts'
import { alsEigenaar } from '../../src/store/proefdatabank.ts'
import { openProefvolgen } from '../../src/store/proefvolgen.ts'

type Registers = LevensloopwerkOnderdelen['registers']
type BrpAntwoord = Awaited<ReturnType<Registers['brp']['raadpleeg']>>
type InkomenAntwoord = Awaited<ReturnType<Registers['inkomen']['raadpleeg']>>

/** What registers say in a test, per person. What is not set is known to nobody. */
export interface Proefregisters {
  readonly brp: Map<PersoonId, BrpAntwoord>
  readonly inkomen: Map<PersoonId, InkomenAntwoord>
  /** How often each was asked. */
  readonly gevraagd: Record<'brp' | 'inkomen', number>
}

/**
 * For tests: everything from an event to a message that lies in the inbox, on a database of its own. What is told is
 * read as it was composed: in marks, or with `opstel` in sentences.
 */
export async function openProefvolgwerk(
  t: Parameters<typeof openProefvolgen>[0],
  anders: { readonly opstel?: LevensloopwerkOnderdelen['opstel'] } = {},
) {
  const proef = await openProefvolgen(t, verwerkingsregister(proefcorpus().verwerkingen))
  const { databank, audit, ring, klok, werk: store, ontvangst, naam, url } = proef
  const registers: Proefregisters = {
    brp: new Map(),
    inkomen: new Map(),
    gevraagd: { brp: 0, inkomen: 0 },
  }
  const delen = { audit, ring, nu: () => klok.nu, toeval: randomBytes }
  const post = { ...delen, store: berichtOpslag(databank) }
  const fouten: unknown[] = []
  let corpus: GeladenCorpus = proefcorpus()
  const onderdelen: LevensloopwerkOnderdelen = {
    ...{ ...delen, store, adem: async () => {}, meldFout: (fout) => fouten.push(fout) },
    wereld: () => ({
      engine: corpus.engine,
      gronden: corpus.contactgronden,
      versie: createHash('sha256').update(JSON.stringify(corpus.engine.bestanden)).digest('hex').slice(0, 40),
    }),
    registers: {
      brp: {
        async raadpleeg(persoon) {
          registers.gevraagd.brp++
          return registers.brp.get(persoon) ?? { status: 'onbekend', op: klok.nu }
        },
      },
      inkomen: {
        async raadpleeg(persoon) {
          registers.gevraagd.inkomen++
          return registers.inkomen.get(persoon) ?? { status: 'onbekend', op: klok.nu }
        },
      },
    },
    bureauVoor: (_, gemeente): OrganisatieId | undefined => proef.bureau(gemeente),
    plaats: (bericht) => plaatsingVan(post, bericht),
    opstel: anders.opstel ?? inMerken,
  }
  const werker = createLevensloopwerk(onderdelen)
  const werkAf = async () => {
    while (await werker.werkAf());
  }
  const berichtenVan = async (wie: PersoonId): Promise<readonly Berichtinhoud[]> => {
    const vraag = `select id from voordeur.bericht where persoon = '${wie}' order by verstuurd, id`
    const uit: Berichtinhoud[] = []
    for (const { id } of await alsEigenaar({ url }, vraag)) {
      const lezer = { persoon: wie, lezer: wie }
      const bericht = await createBerichten(post).open(lezer, String(id), proefbewijs(wie))
      if (bericht === undefined) throw new Error('een bericht dat er niet is')
      uit.push(bericht.inhoud)
    }
    return uit
  }
  return {
    ...proef,
    ...{ registers, fouten, onderdelen, werker, werkAf },
    berichten: createBerichten(post),
    zetCorpus(ander: GeladenCorpus) {
      corpus = ander
    },
    /** Takes part with these answers, and everything was looked at once. */
    async volg(wie: PersoonId, feiten: Volgfeiten) {
      await proef.volgen.volg(wie, feiten, proefbewijs(wie))
      await werkAf()
    },
    /** One event of one source, worked off. */
    async meld(wie: PersoonId, id: string, soort: string, data: object = {}) {
      const op = klok.nu.toISOString().slice(0, 10)
      const bron = 'rvig'
      const gebeurtenis = {
        ...{ specversion: '1.0', id, source: `urn:${bron}`, type: `nl.voordeur.levensloop.${soort}` },
        ...{ subject: naam(bron, wie), time: klok.nu.toISOString(), data: { op, ...data } },
      }
      await ontvangst.ontvang(bron, gebeurtenis)
      await werkAf()
    },
    /** What lies in somebody's inbox, the oldest first. */
    berichtenVan,
    /** The same, as subjects. */
    gestuurd: async (wie: PersoonId): Promise<readonly string[]> =>
      (await berichtenVan(wie)).map(({ onderwerp }) => onderwerp.nl ?? ''),
  }
}

const inMerken: LevensloopwerkOnderdelen['opstel'] = ({ regels, waardoor }) => ({
  onderwerp: { nl: regels.map(({ regeling, wat }) => `${wat} ${regeling}`).join(', ') },
  alineas: [{ nl: waardoor.map((een) => (typeof een === 'string' ? een : een.wat)).join(', ') }],
  verwijzing: { soort: 'kansen' },
})
