import { randomBytes } from 'node:crypto'
import type { Verwerkingsregister } from '../audit/index.ts'
import { openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import type { PersoonId } from '../domain/index.ts'
import {
  type Boeking,
  createSignalen,
  createVolgen,
  type Levensloopwerk,
  naamBij,
  openDossier,
  openLevensloop,
  type SignaalRij,
  sluitDossier,
  sluitSignaal,
  type Volgfeiten,
} from '../proactief/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { dossierOpslag } from './dossiers.ts'
import { levensloopOpslag } from './levensloop.ts'
import { levensloopwerkOpslag } from './levensloopwerk.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { signaalOpslag } from './signalen.ts'

/** For tests: a database with everything of being kept informed, as the product opens it. */
export async function openProefvolgen(
  t: Parameters<typeof openProefdatabank>[0],
  /** Absent: nothing that asks for a line in the log can be done. */
  register?: Verwerkingsregister,
) {
  const proef = await openProefdatabank(t)
  const { databank, alsRol } = proef
  const { audit, ring, klok, persoon } = openProefaudit(
    bewijsOpslag({ databank, bewijs: alsRol('bewijs') }),
    register,
  )
  const delen = { audit, ring, nu: () => klok.nu, toeval: randomBytes }
  const werk = levensloopwerkOpslag(databank)
  const levensloop = levensloopOpslag(databank)
  const melders = ['rvig', 'uwv']
  const volgen = createVolgen({ ...delen, store: dossierOpslag(databank), melders: () => melders })
  return {
    ...{ ...proef, audit, ring, klok, persoon, werk, levensloop, volgen },
    signalen: createSignalen({
      ...delen,
      store: signaalOpslag(databank),
    }),
    ontvangst: openLevensloop({ ...delen, store: levensloop }),
    naam: (bron: string, wie: PersoonId) => naamBij(ring, bron, wie),
    /** Every municipality has a desk here. */
    bureau: (gemeente: string | undefined) =>
      gemeente === undefined ? undefined : proeforganisatie(`gemeente-${gemeente}`),
    /** Takes part, and what there was to work out about them at first is done. */
    async doetMee(feiten: Volgfeiten = { huishouden: {}, bronnen: [] }): Promise<PersoonId> {
      const wie = persoon()
      await volgen.volg(wie, feiten, proefbewijs(wie))
      const handen = await werk.pak(klok.nu, klok.nu, 1_000)
      await werk.boek(handen.map((een) => boekingVan(ring, een, klok.nu)))
      return wie
    },
    boeking: (een: Levensloopwerk, anders: Partial<Boeking> = {}) => ({
      ...boekingVan(ring, een, klok.nu),
      ...anders,
    }),
    signaal: (wie: PersoonId, anders: Partial<SignaalRij> = {}) => signaalVan(ring, wie, klok.nu, anders),
  }
}

const dagMs = 86_400_000

type Ring = Parameters<typeof openDossier>[0]

/** Nothing came of it, and it is looked at again a day later. */
function boekingVan(ring: Ring, een: Levensloopwerk, nu: Date): Boeking {
  const { persoon, sinds, versie } = een.dossier
  const wie = { persoon, sinds, versie: versie + 1 }
  return {
    werk: een,
    dossier: sluitDossier(ring, wie, openDossier(ring, een.dossier), randomBytes),
    corpus: 'proef',
    op: new Date(nu.getTime() + dagMs),
    signalen: [],
    bericht: undefined,
    bewijzen: [],
  }
}

function signaalVan(ring: Ring, persoon: PersoonId, nu: Date, anders: Partial<SignaalRij>): SignaalRij {
  const wie = { id: crypto.randomUUID(), persoon }
  return {
    ...wie,
    ...{ stand: 'open', ontstaan: nu },
    ...{
      verteld: undefined,
      hersteld: undefined,
      beantwoord: undefined,
      organisatie: undefined,
      bureau: undefined,
    },
    ...sluitSignaal(
      ring,
      wie,
      {
        regeling: 'bijstand',
        soort: 'kans',
        voor: { recht: 'nee' },
        na: { recht: 'ja' },
        aanleidingen: [{ soort: 'geboorte', bron: 'rvig', melding: 'a' }],
        gegevens: ['kinderen.*'],
      },
      randomBytes,
    ),
    ...anders,
  }
}
