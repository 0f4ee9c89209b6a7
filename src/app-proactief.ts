import { randomBytes } from 'node:crypto'
import type { Levensloopdeur } from './api/index.ts'
import type { Inwoners } from './app-inwoners.ts'
import { type Levensloopbrondeel, openLevensloopbronnendeel } from './app-levensloop.ts'
import { openVolgwerk, type Volgwerk } from './app-volgwerk.ts'
import type { Sleutelring } from './audit/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import type { OrganisatieId } from './domain/index.ts'
import type { Config, Klok, Levensloop, Log } from './platform/index.ts'
import {
  createSignalen,
  createVolgen,
  type LopendeZaken,
  openLevensloop,
  volgDoel,
} from './proactief/index.ts'
import { dossierOpslag, levensloopOpslag, type Opslag, signaalOpslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import type { WebOpties } from './web/index.ts'
import { lopendeRegelingen, type Zaken } from './zaken/index.ts'

/** The part of the composition root about what happens in people's lives, and what they hear of it. */
export interface Proactiefdeel {
  readonly levensloopdeur: Levensloopdeur
  readonly levensloopbronnen: Levensloopbrondeel
  /** For the pages of whom it is about, and of who helps them. */
  readonly kansen: NonNullable<WebOpties['proactief']>
  readonly volgcontroles: Volgwerk['controles']
  /** From here on events come in and are worked off. */
  readonly begin: (eigen: URL) => Promise<void>
}

export function openProactiefdeel(
  omgeving: { readonly config: Config; readonly klok: Klok; readonly log: Log },
  deel: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Toegang
    readonly ring: Sleutelring
    readonly demo: Demo | undefined
    readonly inwoners: Inwoners | undefined
    readonly zaken: { readonly zaken: Pick<Zaken, 'kijk' | 'vergeet'> } | undefined
    readonly organisaties: readonly OrganisatieId[]
  },
  levensloop: Levensloop,
): Proactiefdeel {
  const { toegang, ring, inwoners, organisaties, zaken } = deel
  const { databank } = deel.opslag
  const delen = { audit: toegang.audit, ring, nu: omgeving.klok.nu, toeval: randomBytes }
  const { ontvang } = openLevensloop({ ...delen, store: levensloopOpslag(databank) })
  const levensloopbronnen = openLevensloopbronnendeel(omgeving, deel, levensloop)
  const melders = () => levensloopbronnen.lopend().map(({ bron }) => bron)
  // Without residents nobody can be told, and nothing is worked out.
  const volgwerk =
    inwoners &&
    openVolgwerk(omgeving, {
      ...deel,
      registers: inwoners.mijn.registers,
      lopend: zaken && lopendUit(zaken.zaken),
      plaats: inwoners.kanalen.plaats,
      heeftBalie: (organisatie) => organisaties.includes(organisatie),
    })
  return {
    levensloopdeur: {
      bron: levensloopbronnen.bron,
      ontvang: (bron, wat) => ontvang(bron, wat, levensloopbronnen.soortenVan(bron)),
    },
    levensloopbronnen,
    volgcontroles: volgwerk?.controles ?? [],
    async begin(eigen) {
      await levensloopbronnen.begin(eigen)
      volgwerk?.begin(levensloop)
    },
    kansen: {
      volgen: createVolgen({ ...delen, store: dossierOpslag(databank), melders }),
      signalen: createSignalen({ ...delen, store: signaalOpslag(databank) }),
      bronnen: levensloopbronnen.lopend,
      gronden: () => deel.corpus.huidig().contactgronden,
      kijktZaken: zaken !== undefined,
    },
  }
}

/** Named limit: so long a message waits for what organisations say of cases; nobody looks at a page meanwhile. */
const zakenMs = 8_000

/** As the pages ask it, for nobody's session: what was fetched is let go at once. */
function lopendUit(zaken: Pick<Zaken, 'kijk' | 'vergeet'>): LopendeZaken {
  return async (persoon) => {
    const plek = `levensloop ${persoon}`
    const door = { soort: 'taak', taak: 'levensloop' } as const
    const kijker = { plek, persoon, door, doel: volgDoel, isZonderTaken: true } as const
    try {
      return lopendeRegelingen((await zaken.kijk(kijker, zakenMs)).zaken)
    } finally {
      zaken.vergeet(plek)
    }
  }
}
