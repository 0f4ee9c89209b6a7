/** For tests: early signalling on a real database, with registers that say what a test lets them say. */
import { randomBytes } from 'node:crypto'
import { openSleutelring } from '../audit/index.ts'
import { openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId, type PersoonId, parseDatum } from '../domain/index.ts'
import { isZelfdeGeslachtsnaam, type PersoonsRegister, type Zoekregister } from '../inwoner/index.ts'
import {
  type AanbodDelen,
  createHulpaanbiedingen,
  createUitzoekwerk,
  koppelSignalen,
  maakAanbodblik,
  openVroegontvangst,
  plichten,
  type Signaalpartner,
  signaalvoorvoegsel,
} from '../proactief/index.ts'
import { hulpaanbodOpslag } from './hulpaanbiedingen.ts'
import { aanbodblikOpslag } from './laatsteblik.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'
import { vroegsignaalOpslag } from './vroegsignalen.ts'

const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
export const organisatie = proeforganisatie('gemeente-GM0599')
export const ander = proeforganisatie('gemeente-GM0363')

export const partner = (
  bron: string,
  soort: Signaalpartner['soort'],
  meer: Partial<Signaalpartner> = {},
) => ({
  ...{ bron, soort, naam: `Bedrijf ${bron}`, organisatie, gemeente: 'GM0599', ...meer },
})

/** Who lives where, as the register would say it. */
interface Mens {
  readonly persoon: PersoonId
  readonly geboren: string
  readonly straat: string
  readonly gebied?: string
  /** Absent: as of everybody here. */
  readonly naam: { readonly geslachtsnaam?: string; readonly voornamen?: string }
  /** Said after they were found. */
  overleden?: true
  geheim?: 'ja' | 'onbekend'
}

export async function openProefvroeg(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank, alsRol, url } = await openProefdatabank(t)
  const klok = { nu: new Date('2026-03-02T10:00:00Z') }
  const nu = () => klok.nu
  const { audit } = openProefaudit({
    schrijf: async (bewijzen) => bewijzen.map(() => ({ onderwerp: 'persoon:x', volgnummer: 1 })),
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const mensen: Mens[] = []
  const register: { staat: 'goed' | 'weg' | 'stuk' } = { staat: 'goed' }
  const metVerwerking: typeof audit.metVerwerking = ({ betrokkenen }, fn) => fn(proefbewijs(betrokkenen))
  const zoekregister: Zoekregister = {
    zoek: async (_, vraag) => ({
      status: 'ok',
      treffers: mensen
        .filter(({ geboren, straat, naam: { geslachtsnaam = 'Nourani' } }) =>
          vraag.soort === 'naam'
            ? vraag.geboren === geboren
            : vraag.soort === 'adres' &&
              straat.includes(` ${vraag.huisnummer}`) &&
              isZelfdeGeslachtsnaam(geslachtsnaam, vraag.geslachtsnaam),
        )
        .map(({ persoon, naam }) => ({
          ...{ persoon, geboren: undefined, woonplaats: undefined },
          naam: {
            ...{ voornamen: naam.voornamen ?? 'Fatima', geslachtsnaam: naam.geslachtsnaam ?? 'Nourani' },
            ...{ voorvoegsel: undefined, aanschrijfnaam: undefined },
          },
          ...{ geheim: 'nee' as const, isOverleden: false },
        })),
    }),
  }
  const personen = {
    raadpleeg: async (persoon: PersoonId) => {
      if (register.staat === 'weg') return { status: 'fout', soort: 'onbereikbaar', sinds: nu() }
      if (register.staat === 'stuk' && persoon === mensen[0]?.persoon) throw new Error('stuk')
      const wie = mensen.find((een) => een.persoon === persoon)
      const adres = { regel1: wie?.straat, regel2: '3011 AB  ROTTERDAM', gebied: wie?.gebied ?? 'GM0599' }
      return {
        status: 'ok',
        gegevens: {
          adres: { waarde: adres },
          isOverleden: wie?.overleden === true,
          geheimhouding: wie?.geheim ?? 'nee',
        },
      }
    },
    // The matcher reads the address and nothing else.
  } as unknown as PersoonsRegister
  const store = vroegsignaalOpslag(databank)
  for (const een of [partner('woonstad', 'huur'), partner('stroom', 'energie'), partner('water', 'water')])
    await store.zetPartner(een)
  const koppelDelen = {
    store,
    zoekregister,
    personen,
    audit: { ...audit, metVerwerking },
    ring,
    nu,
    toeval: randomBytes,
  }
  const aanbiedingen = hulpaanbodOpslag(databank)
  const gestuurd: string[] = []
  const delen: AanbodDelen = {
    ...{ ring, nu, toeval: randomBytes, audit },
    store: aanbiedingen,
    uitzoeken: createUitzoekwerk({ ...koppelDelen, aanbiedingen }),
    berichten: {
      stuur: async ({ kenmerk }) => {
        const is = gestuurd.includes(kenmerk)
        if (!is) gestuurd.push(kenmerk)
        return is ? 'was-er-al' : 'gestuurd'
      },
    },
    isOverleden: async (persoon) => mensen.find((een) => een.persoon === persoon)?.overleden === true,
    opstel: () => ({ onderwerp: { nl: 'x' }, alineas: [] }),
  }
  const mens = (geboren: string, straat = 'Voorbeeldstraat 12', naam: Mens['naam'] = {}) => {
    const persoon = maakPersoonId(klok.nu, randomBytes)
    mensen.push({ persoon, geboren, straat, naam })
    return persoon
  }
  const { ontvang } = openVroegontvangst({ store, ring, nu, toeval: randomBytes })
  return {
    ...{ databank, alsRol, url, klok, store, ontvang, mens, mensen, gestuurd, register },
    blik: maakAanbodblik({
      store: aanbodblikOpslag(databank),
      personen,
      audit: { metVerwerking },
    }),
    koppel: () => koppelSignalen(koppelDelen),
    /** What stands on a chain, the oldest first. */
    gezien: async (onderwerp: string) => {
      const vraag = `select soort, codes from voordeur.bewijs_regel where onderwerp = '${onderwerp}' order by volgnummer`
      const rijen = await alsEigenaar({ url }, vraag)
      return rijen.map(({ soort, codes }) => ({
        soort: String(soort),
        codes: JSON.parse(String(codes)) as Record<string, string>,
      }))
    },
    aanbod: createHulpaanbiedingen(delen),
    tel: async () => {
      const vanaf = parseDatum('2026-01-01')
      const rijen = vanaf ? await delen.store.tellingen(organisatie, vanaf) : []
      return Object.fromEntries(rijen.map(({ soort, wat, aantal }) => [`${soort} ${wat}`, aantal]))
    },
  }
}

export const bericht = (id: string, geboren: string | undefined, meer: object = {}, wat = 'achterstand') => ({
  ...{ specversion: '1.0', id, source: 'urn:x', type: `${signaalvoorvoegsel}${wat}` },
  data: {
    ...{ gemeente: 'GM0599', bedrag: 120_000, plichten: [...plichten] },
    contact: {
      ...{ geslachtsnaam: 'Nourani', postcode: '3011AB', huisnummer: '12' },
      ...(geboren !== undefined && { geboren }),
    },
    ...meer,
  },
})
export const intrekken = (id: string, intrekt: string) => ({
  ...bericht(id, undefined, {}, 'ingetrokken'),
  data: { intrekt },
})

export const desk = { medewerker: 'joost', organisatie }
export const zelf = (persoon: PersoonId) => ({ soort: 'persoon', persoon }) as const
export const balie = (persoon: PersoonId, bij = organisatie) =>
  ({ soort: 'medewerker', persoon, medewerker: 'joost', organisatie: bij }) as const
