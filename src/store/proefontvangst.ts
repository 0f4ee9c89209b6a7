import { randomBytes } from 'node:crypto'
import { openAudit } from '../audit/index.ts'
import { openProefaudit, proeforganisatie, proefregister } from '../audit/proefaudit.ts'
import { createBerichten } from '../kanalen/index.ts'
import {
  bezorgKennisgevingen,
  createOntvangst,
  mailKennisgevingen,
  type NieuwPoststuk,
  neemMailTerug,
  type Postlezer,
} from '../ontvangst/index.ts'
import { berichtOpslag } from './berichten.ts'
import { bewijsOpslag } from './bewijs.ts'
import { poststukOpslag } from './poststukken.ts'
import type { Proefdatabank } from './proefdatabank.ts'
import { proefinbox } from './proefinbox.ts'

const register = proefregister(
  (
    [
      ['post-ontvangen', 'poststuk', 'taak'],
      ['bericht-sturen', 'bericht', 'taak'],
    ] as const
  ).map(([id, soort, door]) => ({
    id,
    versie: 1,
    gegevens: [soort],
    betrokkenen: ['inwoner'],
    door: [door],
    rollen: [],
    bewaren: { regel: 'B1', termijn: 'P1Y' },
  })),
)
export const [svb, uwv] = [proeforganisatie('svb'), proeforganisatie('uwv')]

/** For tests: everything that takes in, over a database. */
export function openProefontvangst({ databank, alsRol }: Proefdatabank) {
  const bewijsStore = bewijsOpslag({ databank, bewijs: alsRol('bewijs') })
  const { ring, klok, persoon } = openProefaudit(bewijsStore)
  const nu = () => klok.nu
  const registerUri = 'https://voordeur.example/verwerkingen'
  const audit = openAudit({
    store: bewijsStore,
    register: () => register,
    ring,
    nu,
    toeval: randomBytes,
    registerUri,
  })
  const store = poststukOpslag(databank)
  const ontvangst = createOntvangst({
    store,
    audit,
    ring,
    // One kind has a way of its own; of the others nothing is established.
    aanwijzing: (_organisatie, soort) =>
      soort === 'zienswijze'
        ? { soort: 'vastgesteld', wegen: [{ kanaal: 'web' }], besluit: 'proef' }
        : { soort: 'niet-vastgesteld' },
    isWegErgensVoor: () => true,
    zoneVan: () => 'Europe/Amsterdam',
    werktHier: (organisatie) => organisatie === svb || organisatie === uwv,
    opstel: ({ nummer }, { soort }) => ({
      onderwerp: { nl: `${soort} ${nummer}` },
      alineas: [{ nl: 'tekst' }],
    }),
    opstelEmail: ({ nummer }, { soort }) => ({ onderwerp: `${soort} ${nummer}`, tekst: 'tekst' }),
    nu,
    toeval: randomBytes,
  })
  const delen = { store: berichtOpslag(databank), audit, ring, nu, toeval: randomBytes }
  const berichten = createBerichten(delen)
  const bezorg = () => bezorgKennisgevingen({ store, berichten, ring, nu })
  const mail = (weg: Parameters<typeof mailKennisgevingen>[0]['weg']) =>
    mailKennisgevingen({ store, weg, ring, audit, nu, loting: () => 0.5 })
  const terug = (bericht: Parameters<typeof neemMailTerug>[1]) =>
    neemMailTerug({ store, ring, audit }, bericht)
  return { ontvangst, store, inbox: proefinbox(delen), bezorg, mail, terug, klok, persoon }
}

export const proefstuk = (anders: Partial<NieuwPoststuk> = {}): NieuwPoststuk => ({
  afzender: { soort: 'onbekend' },
  organisatie: svb,
  soort: 'klacht',
  weg: 'web',
  ontvangen: new Date('2026-03-01T09:59:00Z'),
  onderwerp: 'Te lang gewacht',
  tekst: 'Ik wachtte een uur.',
  bijlagen: [],
  kenmerk: 'een',
  ...anders,
})
export const proeflezer = (organisatie = svb, persoon?: Postlezer['persoon']): Postlezer => ({
  medewerker: 'm-1',
  organisatie,
  ...(persoon !== undefined && { persoon }),
})
