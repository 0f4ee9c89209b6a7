/** Ports of offers of help after arrears, each asked with a proof: for `bewijs-eis.test.ts`. */
import { randomBytes } from 'node:crypto'
import { type Audit, openSleutelring, type Verwerkingsbewijs } from '../src/audit/index.ts'
import { maakUuid7, type OrganisatieId, type PersoonId } from '../src/domain/index.ts'
import { type AanbodDelen, createHulpaanbiedingen, createUitzoekwerk } from '../src/proactief/index.ts'
import { type Databank, hulpaanbodOpslag, vroegsignaalOpslag } from '../src/store/index.ts'

type Vraag = (bewijs: Verwerkingsbewijs) => Promise<unknown>

export function hulpaanbodvragen({
  databank,
  audit,
  ik,
  organisatie,
  nu,
}: {
  readonly databank: Databank
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ik: PersoonId
  readonly organisatie: OrganisatieId
  readonly nu: Date
}): {
  readonly vragen: Readonly<Record<string, Vraag>>
  readonly zonderPersoon: Readonly<Record<string, Vraag>>
} {
  const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
  const store = hulpaanbodOpslag(databank)
  const nooit = () => {
    throw new Error('niet voor een aanbod dat er niet is')
  }
  const berichten = { stuur: nooit } as AanbodDelen['berichten']
  const uitzoeken = createUitzoekwerk({
    ...{ store: vroegsignaalOpslag(databank), aanbiedingen: store, ring, nu: () => nu, toeval: randomBytes },
    ...{
      audit: { ...audit, metVerwerking: nooit },
      zoekregister: { zoek: nooit },
      personen: { raadpleeg: nooit },
    },
  })
  const delen = {
    ...{ store, audit, ring, toeval: randomBytes, nu: () => nu, berichten, opstel: nooit },
    isOverleden: async () => false,
    uitzoeken,
  }
  const aanbod = createHulpaanbiedingen(delen)
  const id = maakUuid7(nu, randomBytes)
  const desk = { medewerker: 'm', organisatie }
  const ikzelf = { soort: 'persoon', persoon: ik } as const
  const boeking = { team: 'schuldhulp', begin: nu, kenmerk: id }
  return {
    vragen: {
      'HulpaanbodStore.haal': (bewijs) => store.haal(ikzelf, id, bewijs),
      'HulpaanbodStore.lijst': (bewijs) => store.lijst(ikzelf, bewijs),
      'HulpaanbodStore.apartVan': (bewijs) => store.apartVan(desk, id, ik, bewijs),
      'Uitzoekwerk.koppel': (bewijs) => uitzoeken.koppel(desk, id, ik, bewijs),
      'HulpaanbodStore.signalen': (bewijs) => store.signalen(ikzelf, id, bewijs),
      'Hulpaanbiedingen.open': (bewijs) => aanbod.open(ikzelf, id, bewijs),
      'Hulpaanbiedingen.lijst': (bewijs) => aanbod.lijst(ikzelf, bewijs),
      'Hulpaanbiedingen.doe': (bewijs) => aanbod.doe(ikzelf, id, { soort: 'afgewezen' }, bewijs),
      'Hulpaanbiedingen.planGesprek': (bewijs) => aanbod.planGesprek(ikzelf, id, boeking, bewijs),
    },
    zonderPersoon: {
      'HulpaanbodStore.wie': (bewijs) => store.wie(desk, id, bewijs),
      'HulpaanbodStore.apartEen': (bewijs) => store.apartEen(desk, id, bewijs),
      'Uitzoekwerk.open': (bewijs) => uitzoeken.open(desk, id, bewijs),
      'Uitzoekwerk.laatLos': (bewijs) => uitzoeken.laatLos(desk, id, 'klopt-niet', bewijs),
      'Hulpaanbiedingen.wie': (bewijs) => aanbod.wie(desk, id, bewijs),
    },
  }
}
