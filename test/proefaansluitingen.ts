// For tests: what is needed to look after connections, without a server or a database.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openSleutelring, verzegelBewijs } from '../src/audit/index.ts'
import { proeforganisatie } from '../src/audit/proefaudit.ts'
import { verwerkingsregister } from '../src/corpus/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { maakPersoonId, onthul } from '../src/domain/index.ts'
import { createKern } from '../src/platform/http/index.ts'
import { loadTeksten } from '../src/platform/i18n/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { beslis, type Ingelogd, type Medewerkerrol, openSessies } from '../src/toegang/index.ts'
import { geheugenGronden, proefbalie } from '../src/web/proefbalie.ts'
import { geheugensessies } from '../src/web/proefinwoner.ts'
import { proefbronnen, proefdag, proefsleutel } from '../src/web/proefweb.ts'
import { proefverhaal, proefzaak } from '../src/web/proefzaken.ts'
import { createWeb } from '../src/web/register.ts'
import {
  type Bronnenbeheer,
  beoordeel,
  gebeurtenisadres,
  maakIngrepen,
  openAansluitingen,
  openBronverkeer,
  type Voorbeeldlijst,
  type Voorbeeldvraag,
} from '../src/zaken/index.ts'
import { geheugenAansluitingen, proefinvoer } from '../src/zaken/proefaansluiting.ts'

export const teksten = loadTeksten(join(import.meta.dirname, '..', 'corpus', 'teksten'))
export const geheim = 'dit-geheim-toont-niemand'
export const rotterdam = 'gemeente-GM0599'
/** One case that is shown, and one that is not. */
function voorbeeldVan({ zaak: uuid, regels }: Voorbeeldvraag): Voorbeeldlijst {
  const zaak = proefzaak(7)
  return {
    zaken: [zaak],
    isVolledig: true,
    verborgen: [{ nummer: 'Z-2026-8', soort: 'Klacht', door: 'tonen', isVanType: true }],
    losseTaken: [],
    zijnTakenOnbekend: true,
    ...(uuid === zaak.ref.uuid && {
      zaak: {
        verhaal: proefverhaal(zaak),
        op: proefdag,
        soort: 'Bijstand',
        regel: regels.standaard,
        vanType: ['documenten'],
        verborgenDocumenten: 2,
      },
    }),
  }
}

export const typen = [
  { sleutel: { domein: 'ZAKEN', rsin: '999800103', identificatie: 'K1' }, naam: 'Klacht', isIntern: false },
  {
    sleutel: { domein: 'ZAKEN', rsin: '999800103', identificatie: 'P1' },
    naam: 'Personeel',
    isIntern: true,
  },
]

/** Pages about connections with one of Rotterdam, and everything that they ask of the rest. */
export async function opstelling() {
  const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const verzegel = (bewijs: Parameters<typeof verzegelBewijs>[1]) => verzegelBewijs(ring, bewijs, randomBytes)
  const aansluitingen = openAansluitingen({
    store: geheugenAansluitingen(),
    ring,
    audit: { verzegel },
    netwerk: { isDemo: false, toegestaan: [] },
    eigenAdressen: [],
    kentOrganisatie: (id) => proefcorpus().organisaties.has(id),
    personenBij: async (wie) =>
      wie.map((bsn) => maakPersoonId(proefdag, (n) => Buffer.alloc(n, onthul(bsn)))),
    nu: () => proefdag,
    toeval: randomBytes,
  })
  const bewaard = await aansluitingen.bewaar({
    invoer: { ...proefinvoer(), stand: 'aan', proefpersonen: ['999990019'] },
    geheimen: { register: geheim },
    door: { soort: 'opdracht' },
  })
  assert.equal(bewaard.status, 'ok')
  const gevraagd: Voorbeeldvraag[] = []
  const getest: string[] = []
  const vergeten: string[] = []
  const beheer: Bronnenbeheer = {
    aansluitingen,
    verkeer: openBronverkeer({
      store: { tel: async () => {}, dagen: async () => [], verloop: async () => [] },
      nu: () => proefdag,
      dagVan: () => '2026-03-01',
    }),
    berichten: async () => [],
    gebeurtenisadres: (bron, nummer) =>
      gebeurtenisadres(ring, new URL('https://voordeur.example'), bron, nummer),
    ...maakIngrepen({ aansluitingen, vergeetBron: async (bron) => void vergeten.push(bron) }),
    test: async (bron) => {
      getest.push(bron)
      const regels = beoordeel({
        plaatsen: [{ host: 'zaken.example', naam: 'goed', tls: 'verlopen' }],
        onderdelen: [],
        eigenToken: undefined,
        valsToken: undefined,
        crs: 'goed',
        zoek: 'nee',
        contacten: 'geen',
        expand: 'ja',
        bladeren: 'goed',
        berichten: 'geen-nrc',
      })
      return { op: proefdag, regels }
    },
    typen: async () => typen,
    voorbeeld: async (_bron, vraag) => {
      gevraagd.push(vraag)
      return {
        status: 'ok',
        uitkomst: { status: 'ok', gegevens: voorbeeldVan(vraag), op: proefdag },
      }
    },
  }
  const nooit = () => Promise.reject(new Error('niet gevraagd'))
  const sessies = openSessies({
    store: geheugensessies(),
    audit: { verzegel },
    nu: () => proefdag,
    toeval: randomBytes,
  })
  const stil = { status: 'onbekend', op: proefdag } as const
  const balie = proefbalie({
    toegang: {
      beslis: (vraag) => beslis(register, vraag),
      sessies,
      machtigingen: { vind: nooit, alle: nooit, geef: nooit, trekIn: nooit },
      audit: {
        schrijf: nooit,
        verzegel,
        metVerwerking: nooit,
        metVerwerkingen: nooit,
        ineens: nooit,
        leesInzage: nooit,
        schrijfMeegekomen: nooit,
        veranker: nooit,
      },
    },
    gronden: geheugenGronden(),
    registers: { brp: { raadpleeg: async () => stil }, inkomen: { raadpleeg: async () => stil } },
  })
  const web = createWeb({
    bronnen: proefbronnen(),
    balie: { ...balie, aansluitingen: beheer },
    teksten,
    sleutel: proefsleutel,
    isHttps: false,
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const als = async (rol: Medewerkerrol, organisatie = rotterdam) => {
    const wie: Ingelogd = {
      soort: 'medewerker',
      medewerker: 'm-7',
      organisatie: proeforganisatie(organisatie),
      rollen: [rol],
      doelen: [],
    }
    const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
    const headers = { accept: 'text/html', cookie: `voordeur-balie=${token}` }
    return {
      haal: (url: string) => app.inject({ url, headers }),
      stuur: (url: string, velden: Readonly<Record<string, string>>) =>
        app.inject({
          method: 'POST',
          url,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(velden).toString(),
        }),
    }
  }
  return { als, aansluitingen, ring, gevraagd, getest, vergeten }
}

export const eigenPad = `/balie/bronnen/${rotterdam}`
export const gewoon = {
  verbindMs: '2000',
  totaalMs: '9000',
  tegelijk: '20',
  stand: 'proef',
  proefpersonen: '',
  versie: '1',
}
