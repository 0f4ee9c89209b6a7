/** Ports of being kept informed, each asked with a proof: for `bewijs-eis.test.ts`. */
import { randomBytes } from 'node:crypto'
import type { Audit, Verwerkingsbewijs } from '../src/audit/index.ts'
import { openSleutelring } from '../src/audit/index.ts'
import { maakUuid7, type OrganisatieId, type PersoonId } from '../src/domain/index.ts'
import { klokVanaf, stilLog } from '../src/platform/index.ts'
import { aanmeldweg } from '../src/proactief/aanmelden/aanmelden.ts'
import { createSignalen, createVolgen, type MetBsn } from '../src/proactief/index.ts'
import { type Databank, dossierOpslag, signaalOpslag } from '../src/store/index.ts'

type Vraag = (bewijs: Verwerkingsbewijs) => Promise<unknown>

export function volgvragen({
  databank,
  audit,
  metBsn,
  ik,
  organisatie,
  nu,
}: {
  readonly databank: Databank
  readonly audit: Pick<Audit, 'verzegel'>
  readonly metBsn: MetBsn
  readonly ik: PersoonId
  readonly organisatie: OrganisatieId
  readonly nu: Date
}): {
  readonly vragen: Readonly<Record<string, Vraag>>
  readonly zonderPersoon: Readonly<Record<string, Vraag>>
} {
  const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
  const delen = { audit, ring, nu: () => nu, toeval: randomBytes }
  const [dossiers, signaalStore] = [dossierOpslag(databank), signaalOpslag(databank)]
  const volgen = createVolgen({ ...delen, store: dossiers, melders: () => [] })
  const signalen = createSignalen({ ...delen, store: signaalStore })
  const helper = { medewerker: 'm', organisatie, persoon: ik }
  const id = maakUuid7(nu, randomBytes)
  const feiten = { huishouden: {}, bronnen: [] }
  // Nobody is there: that it cannot be told now is no refusal.
  const weg = aanmeldweg(metBsn, {
    ...{ klok: klokVanaf(nu), log: stilLog, toeval: randomBytes },
    berichten: () => new URL('http://localhost'),
    magNaar: () => false,
  })
  const naar = { bron: 'brp', adres: 'http://127.0.0.1:9/', geheim: undefined }
  return {
    vragen: {
      'DossierStore.haal': (bewijs) => dossiers.haal(ik, bewijs),
      'Volgen.bekijk': (bewijs) => volgen.bekijk(ik, bewijs),
      'Volgen.wijzig': (bewijs) => volgen.wijzig(ik, feiten, bewijs),
      'Volgen.stop': (bewijs) => volgen.stop(ik, bewijs),
      'SignaalStore.van': (bewijs) => signaalStore.van(ik, bewijs, 1),
      'SignaalStore.bureauOpen': (bewijs) => signaalStore.bureauOpen(helper, id, bewijs),
      'Signalen.van': (bewijs) => signalen.van(ik, bewijs),
      'Signalen.antwoord': (bewijs) => signalen.antwoord(ik, id, 'geregeld', bewijs),
      'Signalen.trekTerug': (bewijs) => signalen.trekTerug(ik, id, bewijs),
      'Signalen.bureauOpen': (bewijs) => signalen.bureauOpen(helper, id, bewijs),
      'Signalen.bureauRond': (bewijs) => signalen.bureauRond(helper, id, 'verteld', bewijs),
      'Aanmeldweg.volg': (bewijs) =>
        weg.volg(naar, { persoon: ik, naam: 'k0123456789.naam', soorten: ['geboorte'] }, bewijs),
    },
    zonderPersoon: {
      'SignaalStore.bureauWie': (bewijs) => signaalStore.bureauWie(helper, id, bewijs),
      'Signalen.bureauWie': (bewijs) => signalen.bureauWie(helper, id, bewijs),
    },
  }
}
