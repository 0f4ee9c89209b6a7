import { createHmac, timingSafeEqual } from 'node:crypto'
import { html } from '../../../platform/index.ts'
import { type Antwoord, alsObject, type Verzoek } from '../../dienst/dienst.ts'
import type { Zaakregister } from '../register.ts'
import { uuidVan, zaadVan } from '../sleutel.ts'
import { takenPad } from './paden.ts'
import { type Eigenzaak, zakenVan } from './zaken-van.ts'

const dagMs = 86_400_000

interface Taaksoort {
  readonly soort: 'upload' | 'formulier' | 'betaling'
  readonly titel: Readonly<Record<string, string>>
  readonly toelichting: Readonly<Record<string, string>>
}

const soorten = {
  upload: {
    soort: 'upload',
    titel: { nl: 'Stuur de papieren die ontbreken', en: 'Send the papers that are missing' },
    toelichting: { nl: 'Een foto of een pdf is goed.', en: 'A photo or a pdf is fine.' },
  },
  formulier: {
    soort: 'formulier',
    titel: { nl: 'Geef door wanneer u kunt voor een gesprek', en: 'Tell us when you can come for a talk' },
    toelichting: {
      nl: 'Wij bellen u daarna voor een afspraak.',
      en: 'After that we call you to make an appointment.',
    },
  },
  betaling: {
    soort: 'betaling',
    titel: { nl: 'Betaal de rekening', en: 'Pay the bill' },
    toelichting: { nl: 'U betaalt op onze eigen pagina.', en: 'You pay on our own page.' },
  },
} as const satisfies Readonly<Record<string, Taaksoort>>

/** Which step of a case asks something of the person it is about. */
const bijStap: Readonly<Record<string, Taaksoort>> = {
  'Wacht op aanvulling': soorten.upload,
  'Gesprek gepland': soorten.formulier,
  'Betaling gevraagd': soorten.betaling,
  Opgelegd: soorten.betaling,
}

/** Whoever has decided asks for no papers any more. */
const naBesluit = /besl|vastgesteld|betaling verwerkt/i

/** What a case at this step asks, if anything. */
export function soortBij({ uuid, stap }: Pick<Eigenzaak, 'uuid' | 'stap'>): Taaksoort | undefined {
  const gewoon = bijStap[stap]
  if (gewoon !== undefined || naBesluit.test(stap)) return gewoon
  return zaadVan(`${uuid}/taak`).kans(0.15) ? soorten.upload : undefined
}

interface Eigentaak {
  readonly uuid: string
  readonly zaak: Eigenzaak
  readonly soort: Taaksoort
}

/**
 * MijnTaken 0.1.0 beside the case register of a made-up organisation. Whom a question is about stands in the signed
 * token, with the pseudonym that the portal has for this organisation. What is done here stays done until the process ends.
 */
export class Takenregister {
  readonly #register: Zaakregister
  readonly #wortel: string
  readonly #urn: string
  readonly #geheim: string
  readonly #nu: () => Date
  readonly #gedaan = new Set<string>()

  constructor(
    register: Zaakregister,
    plek: { readonly wortel: string; readonly rsin: string; readonly geheim: string },
    nu: () => Date,
  ) {
    this.#register = register
    this.#wortel = plek.wortel + takenPad
    this.#urn = `urn:nld:rsin:${plek.rsin}:zaak:uuid`
    this.#geheim = plek.geheim
    this.#nu = nu
  }

  async beantwoord(verzoek: Verzoek): Promise<Antwoord | undefined> {
    if (!verzoek.pad.startsWith(`${takenPad}/`)) return undefined
    const pad = verzoek.pad.slice(takenPad.length)
    const [, deel = '', uuid = '', daad = ''] = pad.split('/')
    if (deel === 'betalen' || deel === 'doen') return this.#eigenPagina(verzoek, deel, uuid)
    const wie = this.#wieVraagt(verzoek.koppen.authorization)
    if (wie === undefined) return probleem(401, 'Niet aangemeld.')
    const taken = await this.#takenVan(wie.bsn)
    const over = [wie.bsn]
    if (verzoek.methode === 'POST' && pad === '/context/zoek') {
      if (alsObject(verzoek.json).klantId !== wie.sub)
        return probleem(400, 'klantId past niet bij het token.')
      return { ...goed({ taken: taken.map((taak) => this.#toon(taak, false)) }), over }
    }
    const taak = taken.find((een) => een.uuid === uuid)
    if (deel !== 'taken' || taak === undefined) return { ...probleem(404, 'Deze taak is er niet.'), over }
    if (verzoek.methode === 'GET' && daad === '') return { ...goed(this.#toon(taak, true)), over }
    if (verzoek.methode !== 'POST' || daad !== 'inleveren') return probleem(404, 'Niet gevonden.')
    if (!isIngeleverd(taak.soort, verzoek)) return probleem(400, 'Dit is niet wat er werd gevraagd.')
    this.#gedaan.add(taak.uuid)
    return { status: 204, inhoud: undefined, over }
  }

  async #takenVan(bsn: string): Promise<readonly Eigentaak[]> {
    const zaken = await zakenVan(this.#register, bsn)
    return zaken.flatMap((zaak): Eigentaak[] => {
      const soort = soortBij(zaak)
      return zaak.isOpen && soort !== undefined
        ? [{ uuid: uuidVan(`${zaak.uuid}/taak/${zaak.stap}`), zaak, soort }]
        : []
    })
  }

  #toon({ uuid, zaak, soort }: Eigentaak, isHeel: boolean) {
    const submitUrl = `${this.#wortel}/taken/${uuid}/inleveren`
    const bijzonder = {
      upload: {
        submitUrl,
        maxBestanden: 3,
        toegestaneFormaten: ['pdf', 'jpg', 'png'],
        maxBestandsgrootte: 5_000_000,
      },
      formulier: { submitUrl, schema: gespreksformulier },
      betaling: {},
    }[soort.soort]
    // The end of the day, two weeks from the day that somebody looks, as the contract writes a bare date.
    const dag = new Date(this.#nu().getTime() + 14 * dagMs).toISOString().slice(0, 10)
    return {
      uuid,
      titel: soort.titel,
      toelichting: soort.toelichting,
      status: this.#gedaan.has(uuid) ? 'afgerond' : 'open',
      deadline: `${dag}T22:59:59Z`,
      context: { urn: `${this.#urn}:${zaak.uuid}` },
      uitvoering: {
        type: soort.soort,
        fallbackUrl: `${this.#wortel}/${soort.soort === 'betaling' ? 'betalen' : 'doen'}/${uuid}`,
        ...(isHeel && bijzonder),
      },
    }
  }

  /** Where one pays or does it at the organisation itself, made up: a button, and the way back. */
  #eigenPagina(verzoek: Verzoek, deel: 'betalen' | 'doen', uuid: string): Antwoord {
    const terug = terugadres(new URLSearchParams(verzoek.vraag).get('returnUrl'))
    if (verzoek.methode === 'POST') {
      this.#gedaan.add(uuid)
      return {
        status: 303,
        inhoud: undefined,
        lichaam: '',
        koppen: { location: terug ?? `${this.#wortel}/${deel}/${uuid}` },
      }
    }
    const isGedaan = this.#gedaan.has(uuid)
    const lichaam = `<!doctype html>${html`<html lang="nl"><meta charset="utf-8"><title>${deel === 'betalen' ? 'Betalen' : 'Doen wat er is gevraagd'}</title>
<body style="font-family: sans-serif; max-width: 30rem; margin: 3rem auto"><h1>${isGedaan ? 'Dit is gedaan' : deel === 'betalen' ? 'Betalen' : 'Doen wat er is gevraagd'}</h1>
${!isGedaan && html`<p>Dit is de pagina van de organisatie zelf. Zij is verzonnen: er wordt niets ${deel === 'betalen' ? 'betaald' : 'verstuurd'}.</p><form method="post"><button>Nu doen</button></form>`}
${terug !== undefined && html`<p><a href="${terug}">Terug</a></p>`}</body></html>`}`
    return { status: 200, inhoud: undefined, lichaam, koppen: { 'content-type': 'text/html; charset=utf-8' } }
  }

  #wieVraagt(kop: string | undefined): { readonly sub: string; readonly bsn: string } | undefined {
    const [kopdeel = '', lading = '', teken = ''] = (kop ?? '').replace(/^Bearer /, '').split('.')
    const verwacht = createHmac('sha256', this.#geheim).update(`${kopdeel}.${lading}`).digest()
    const gegeven = Buffer.from(teken, 'base64url')
    if (gegeven.length !== verwacht.length || !timingSafeEqual(gegeven, verwacht)) return undefined
    const { sub, bsn, exp } = alsObject(JSON.parse(Buffer.from(lading, 'base64url').toString('utf8')))
    const isVers = typeof exp === 'number' && exp * 1000 > this.#nu().getTime()
    return isVers && typeof sub === 'string' && typeof bsn === 'string' ? { sub, bsn } : undefined
  }
}

const gespreksformulier = {
  type: 'object',
  required: ['dag', 'dagdeel'],
  properties: {
    dag: { type: 'string', format: 'date', title: 'Vanaf welke dag kunt u?' },
    dagdeel: {
      type: 'string',
      title: 'Welk deel van de dag is goed?',
      enum: ['ochtend', 'middag', 'maakt niet uit'],
    },
    opmerking: { type: 'string', title: 'Wilt u er iets bij zeggen?', maxLength: 500 },
  },
} as const

function isIngeleverd({ soort }: Taaksoort, { koppen, tekst, json }: Verzoek): boolean {
  const aard = koppen['content-type'] ?? ''
  if (soort === 'upload') return aard.startsWith('multipart/form-data') && tekst.includes('name="bestanden"')
  const { dag, dagdeel } = alsObject(json)
  return soort === 'formulier' && typeof dag === 'string' && typeof dagdeel === 'string'
}

/** Back to a portal on this computer, and nowhere else. */
function terugadres(adres: string | null): string | undefined {
  const url = adres === null ? null : URL.parse(adres)
  return url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) ? url.href : undefined
}

function goed(inhoud: unknown): Antwoord {
  return { status: 200, inhoud, koppen: { 'api-version': '0.1.0' } }
}

function probleem(status: number, title: string): Antwoord {
  return { status, inhoud: { title, status }, koppen: { 'api-version': '0.1.0' } }
}
