import { randomBytes } from 'node:crypto'
import { maakPersoonId, type OrganisatieId, type PersoonId, parseOrganisatieId } from '../domain/index.ts'
import { geefAanleiding } from './aanleiding.ts'
import { type Audit, openAudit } from './audit.ts'
import type { BewijsStore } from './bewijs-store.ts'
import type { Verwerkingsactiviteit, Verwerkingsregister } from './register.ts'
import { openSleutelring, type Sleutelring } from './sleutelring.ts'
import { nieuwSpoor } from './spoor.ts'
import { geefBewijs, type Handelende, type Verwerking, type Verwerkingsbewijs } from './verwerking.ts'

/** For tests: a ring, a register of two activities, a clock that moves when told, and people. */
export interface Proefaudit {
  readonly audit: Audit
  readonly ring: Sleutelring
  readonly register: Verwerkingsregister
  readonly klok: { nu: Date }
  readonly persoon: () => PersoonId
}

export const proefactiviteiten: readonly Verwerkingsactiviteit[] = [
  {
    id: 'gegevens-tonen',
    versie: 1,
    gegevens: ['naam', 'adres'],
    betrokkenen: ['inwoner'],
    door: ['inwoner', 'medewerker'],
    rollen: ['klantcontact'],
    bewaren: { regel: 'B1', termijn: 'P1Y' },
  },
  {
    id: 'inkomen-tonen',
    versie: 3,
    gegevens: ['inkomen'],
    betrokkenen: ['inwoner'],
    door: ['inwoner'],
    rollen: [],
    bewaren: { regel: 'B2', termijn: 'P5Y' },
  },
]

export function proefregister(
  activiteiten: readonly Verwerkingsactiviteit[] = proefactiviteiten,
): Verwerkingsregister {
  return { vind: (id) => activiteiten.find((a) => a.id === id), alle: () => activiteiten }
}

const allesVanEenPersoon = [
  'naam',
  'geboortedatum',
  'adres',
  'geheim-adres',
  'huishouden',
  'partner',
  'kinderen',
  'vertegenwoordiging',
  'inkomen',
  'maandinkomen',
  'vermogen',
]

/** For tests of what only hands a proof on: it looks like one, and the vault would refuse it. */
export function nepbewijs(
  doel = 'proef',
  gegevens: readonly string[] = allesVanEenPersoon,
): Verwerkingsbewijs {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  return { doel, gegevens, traceparent } as unknown as Verwerkingsbewijs
}

/** For tests of what asks for one: real, open, and about these people. Without anybody: as for a search. */
export function proefbewijs(
  betrokkenen: PersoonId | readonly PersoonId[],
  { doel = 'proef', gegevens = allesVanEenPersoon }: Partial<Pick<Verwerking, 'doel' | 'gegevens'>> = {},
): Verwerkingsbewijs {
  const door = { soort: 'taak', taak: 'proef' } as const
  return geefBewijs({ doel, betrokkenen: [betrokkenen].flat(), gegevens, door }, nieuwSpoor(randomBytes))
}

export function openProefaudit(
  store: BewijsStore,
  register: Verwerkingsregister = proefregister(),
): Proefaudit {
  const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
  const klok = { nu: new Date('2026-03-01T10:00:00.123Z') }
  const nu = () => klok.nu
  const audit = openAudit({
    store,
    register: () => register,
    ring,
    nu,
    toeval: randomBytes,
    registerUri: 'https://voordeur.example/verwerkingen',
  })
  return { audit, ring, register, klok, persoon: () => maakPersoonId(klok.nu, randomBytes) }
}

export function proefverwerking(persoon: PersoonId, anders: Partial<Verwerking> = {}): Verwerking {
  return {
    doel: 'gegevens-tonen',
    betrokkenen: [persoon],
    gegevens: ['naam', 'adres'],
    door: { soort: 'inwoner', persoon },
    ...anders,
  }
}

export function proefmedewerker(organisatie = 'gemeente-utrecht'): Handelende & { soort: 'medewerker' } {
  return {
    soort: 'medewerker',
    medewerker: 'm-17',
    organisatie: proeforganisatie(organisatie),
    rol: 'klantcontact',
    aanleiding: geefAanleiding('telefoon', undefined),
  }
}

export function proeforganisatie(naam: string): OrganisatieId {
  const organisatie = parseOrganisatieId(naam)
  if (organisatie === undefined) throw new Error(`geen organisatie: ${naam}`)
  return organisatie
}
