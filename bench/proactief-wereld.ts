/** Everything from the door of events to the inbox, as the product composes it, for a measurement and a proof. */
import { openVolgwerk } from '../src/app-volgwerk.ts'
import { openAudit, openSleutelring } from '../src/audit/index.ts'
import { verwerkingsregister } from '../src/corpus/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import type { PersoonId } from '../src/domain/index.ts'
import { plaatsingVan } from '../src/kanalen/index.ts'
import { maakToeval, stilLog } from '../src/platform/index.ts'
import {
  bronsleutel,
  bronVanToken,
  createVolgen,
  type Levensloopsoort,
  naamBij,
  openLevensloop,
  type Volgfeiten,
} from '../src/proactief/index.ts'
import {
  berichtOpslag,
  dossierOpslag,
  levensloopOpslag,
  type Opslag,
  toegangOpslag,
} from '../src/store/index.ts'
import { inkomen, inschrijving, proefhuishouden } from '../test/proactief/proefinschrijving.ts'

export const bron = 'meter'
/** Named so that nobody is called so. */
export const onbekende = `k0000000000.${'niemand'.repeat(6)}`

/** What registers say of everybody. Cents a year. */
interface Registerstand {
  readonly jaarbedrag: number
  readonly kinderen: readonly string[]
}

/** Until anything happens: too much for anything; and after that. */
export const voorheen: Registerstand = { jaarbedrag: 6_000_000, kinderen: [] }
const daarna: Registerstand = { jaarbedrag: 2_000_000, kinderen: ['2025-06-01'] }

/** What registers answer, they answer from memory: how fast another organisation is, is not what is measured here. */
export function openVolgwereld(opslag: Opslag, { jaarbedrag, kinderen }: Registerstand = daarna) {
  const ring = openSleutelring(() => ['x'.repeat(40)])
  const nu = () => new Date()
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const delen = { ring, nu, toeval: maakToeval() }
  const audit = openAudit({
    ...delen,
    store: toegangOpslag(opslag).bewijs,
    register: () => register,
    registerUri: 'http://localhost/verwerkingen',
  })
  const post = { ...delen, audit, store: berichtOpslag(opslag.databank) }
  const levensloop = openLevensloop({ ...delen, audit, store: levensloopOpslag(opslag.databank) })
  const volgwerk = openVolgwerk(
    { config: { url: new URL('https://voordeur.example'), poort: 0 }, klok: { nu }, log: stilLog },
    {
      ...{ opslag, ring, heeftBalie: () => false, toegang: { audit } },
      corpus: { huidig: proefcorpus },
      registers: {
        brp: { raadpleeg: async () => inschrijving(nu(), { kinderen }) },
        inkomen: { raadpleeg: async () => inkomen(nu(), jaarbedrag) },
      },
      plaats: (bericht) => plaatsingVan(post, bericht),
    },
  )
  const volgen = createVolgen({
    ...{ ...delen, audit, store: dossierOpslag(opslag.databank), melders: () => [bron] },
  })
  return {
    ...{ audit, ring, volgwerk },
    sleutel: bronsleutel(ring, bron),
    naam: (persoon: PersoonId) => naamBij(ring, bron, persoon),
    volg: (persoon: PersoonId, bronnen: Volgfeiten['bronnen']) =>
      audit.metVerwerking(
        {
          ...{ doel: 'rechten-volgen', gegevens: ['antwoorden'], betrokkenen: [persoon] },
          door: { soort: 'inwoner', persoon },
        },
        (bewijs) => volgen.volg(persoon, { huishouden: proefhuishouden, bronnen }, bewijs),
      ),
    deur: {
      bron: (authorization: string | undefined, tekst: string) =>
        bronVanToken(ring, authorization, tekst, nu()),
      ontvang: (van: string, wat: unknown) => levensloop.ontvang(van, wat),
    },
  }
}

export type Volgwereld = ReturnType<typeof openVolgwereld>

/** As a source writes it. */
export function gebeurtenis(
  wie: string,
  id: string,
  wat: { readonly soort: Levensloopsoort } | { readonly intrekt: string } = { soort: 'inkomen-gewijzigd' },
) {
  const isTerug = 'intrekt' in wat
  return {
    ...{ specversion: '1.0', id, source: `urn:nld:${bron}`, subject: wie },
    type: `nl.voordeur.levensloop.${isTerug ? 'ingetrokken' : wat.soort}`,
    time: new Date().toISOString(),
    data: isTerug ? wat : { op: new Date().toISOString().slice(0, 10) },
  }
}
