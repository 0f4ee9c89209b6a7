/** For tests: cases of somebody, of every kind that a page has a word for, without an organisation behind them. */
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type Datum, parseDatum } from '../domain/index.ts'
import type { RegisterUitkomst } from '../inwoner/index.ts'
import type {
  Bronstand,
  Document,
  GevraagdeTaak,
  Kijker,
  NieuwDocument,
  Zaakbeeld,
  Zaakref,
  Zaakverhaal,
  Zaken,
  Zakenblik,
} from '../zaken/index.ts'
import { proefdag } from './proefweb.ts'

export function proefdatum(tekst: string): Datum {
  const datum = parseDatum(tekst)
  if (datum === undefined) throw new Error(`geen datum: ${tekst}`)
  return datum
}

export const proefuuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const rotterdam = proeforganisatie('gemeente-GM0599')
const duo = proeforganisatie('duo')
export const ref = (n: number, bron = rotterdam): Zaakref => ({ bron, uuid: proefuuid(n) })

const ons = (nl: string, en: string, pap: string) => ({ van: 'ons', tekst: { nl, en, pap } }) as const
const vanBron = (tekst: string) => ({ van: 'bron', tekst }) as const

export function proefzaak(n: number, deel: Partial<Zaakbeeld> = {}): Zaakbeeld {
  return {
    ref: ref(n),
    organisatie: rotterdam,
    nummer: `Z-2026-${n}`,
    rol: 'initiator',
    titel: ons(`Bijstand ${n}`, `Social assistance ${n}`, `Bijstand ${n}`),
    onderwerp: 'geld',
    start: proefdatum('2026-01-12'),
    groep: 'in-behandeling',
    status: ons(
      'De organisatie onderzoekt uw aanvraag.',
      'The organisation looks into your application.',
      'E organisashon ta wak bo petishon.',
    ),
    straks: ons('Daarna komt het besluit.', 'After that comes the decision.', 'Despues ta bin e desishon.'),
    doet: 'organisatie',
    verwacht: [
      { soort: 'gepland', datum: proefdatum('2026-03-09') },
      { soort: 'wettelijk', datum: proefdatum('2026-03-20'), volgens: 'organisatie' },
    ],
    isOpgeschort: false,
    isVerlengd: false,
    signalen: [],
    verwant: [],
    ...deel,
  }
}

/** One of each kind. */
export const proefzaken: readonly Zaakbeeld[] = [
  proefzaak(1, {
    titel: ons('Leerlingenvervoer', 'Transport to school', 'Transporte pa skol'),
    onderwerp: 'kinderen',
    groep: 'wacht-op-u',
    doet: 'u',
    status: ons(
      'De organisatie mist iets van u.',
      'The organisation needs something from you.',
      'E organisashon mester di algu di bo.',
    ),
    straks: ons('Stuur wat er mist.', 'Send what is missing.', 'Manda loke ta falta.'),
    verwacht: [{ soort: 'gepland', datum: proefdatum('2026-03-06') }],
    verwant: [{ ref: ref(2), aard: 'vervolg' }],
  }),
  proefzaak(2, {
    titel: ons('Bijzondere bijstand', 'Special assistance', 'Bijzondere bijstand'),
    verwacht: [
      { soort: 'wettelijk', datum: proefdatum('2026-02-20'), volgens: 'wet', artikel: 'Awb artikel 4:13' },
    ],
    signalen: [
      { soort: 'te-laat', termijn: proefdatum('2026-02-20'), volgens: 'wet', kan: 'ingebrekestelling' },
    ],
    verwant: [
      { ref: ref(1), aard: 'vervolg', isOmgekeerd: true },
      { ref: ref(99), aard: 'onderwerp' },
    ],
  }),
  // The source's own words, no date, nobody knows what comes.
  proefzaak(3, {
    ref: ref(3, duo),
    organisatie: duo,
    titel: vanBron('Ontheffing <b>venten</b> met ballonnen'),
    status: vanBron('Fase 3b'),
    verwacht: [],
    signalen: [
      { soort: 'stil', sinds: proefdatum('2025-12-01'), gebruikelijkDagen: 42, volgens: 'servicenorm' },
    ],
    isOpgeschort: true,
    isVerlengd: true,
  }),
  proefzaak(4, {
    titel: ons('Paspoort', 'Passport', 'Pasport'),
    onderwerp: 'burgerzaken',
    einde: proefdatum('2026-02-02'),
    groep: 'afgerond',
    resultaat: vanBron('Verleend'),
    verwacht: [],
  }),
]
for (const zaak of proefzaken.filter(({ ref: { bron } }) => bron === duo)) {
  // Absent is not the same as undefined: these fields are not there.
  for (const veld of ['groep', 'straks', 'doet', 'onderwerp'] as const) Reflect.deleteProperty(zaak, veld)
}

export function proefverhaal(zaak: Zaakbeeld, deel: Partial<Zaakverhaal> = {}): Zaakverhaal {
  return {
    zaak,
    tijdlijn: [
      {
        op: proefdatum('2026-01-12'),
        wat: ons('Uw aanvraag is binnen.', 'Your application has arrived.', 'Nan a risibí bo petishon.'),
      },
      ...(zaak.status
        ? [{ op: proefdatum('2026-02-01'), wat: zaak.status, toelichting: 'Wij bellen u.' }]
        : []),
    ],
    daarna: zaak.straks ? [zaak.straks] : [],
    documenten: [
      {
        uuid: proefuuid(501),
        titel: 'Aanvraagformulier',
        datum: proefdatum('2026-01-12'),
        formaat: 'application/pdf',
        omvang: 48_200,
        richting: 'van-u',
      },
      { uuid: proefuuid(502), titel: 'Brief', richting: 'aan-u' },
    ],
    magToevoegen: zaak.einde === undefined,
    besluiten:
      zaak.einde === undefined
        ? []
        : [
            {
              naam: vanBron('Besluit paspoort'),
              datum: proefdatum('2026-02-02'),
              bezwaarTot: proefdatum('2026-03-16'),
            },
          ],
    ontbreekt: [],
    ...deel,
  }
}

const op = (tijd: string): Date => new Date(`2026-03-01T${tijd}:00Z`)

/** Eighteen of twenty answered, one is down, one is still busy. */
export const proefstanden: Zakenblik['bronnen'] = [
  { bron: rotterdam, stand: { soort: 'geantwoord', op: op('11:59'), isVolledig: true } },
  { bron: duo, stand: { soort: 'geantwoord', op: op('11:59'), isVolledig: true } },
  {
    bron: proeforganisatie('gemeente-GM0392'),
    stand: {
      soort: 'mislukt',
      waarom: 'onbereikbaar',
      sinds: op('09:10'),
      laatstGezien: op('08:10'),
      bekend: 2,
    },
  },
  { bron: proeforganisatie('gemeente-GM0513'), stand: { soort: 'bezig' } },
]

export const klaar = (...bronnen: readonly string[]): Zakenblik['bronnen'] =>
  bronnen.map((bron) => ({
    bron: proeforganisatie(bron),
    stand: { soort: 'geantwoord', op: proefdag, isVolledig: true } satisfies Bronstand,
  }))

export interface Proefzaken extends Zaken {
  readonly gevraagd: { readonly wat: string; readonly kijker: Kijker }[]
  readonly toegevoegd: NieuwDocument[]
  readonly vergeten: string[]
}

export interface ProefzakenDelen {
  /** Of each question, about whom it is. */
  readonly meld?: (kijker: Kijker) => void
  /** As it is at this moment, for a list that fills in. */
  readonly nu?: () => Pick<Zakenblik, 'zaken' | 'bronnen'>
  readonly zaken?: readonly Zaakbeeld[]
  readonly overgeslagen?: Zakenblik['overgeslagen']
  readonly deelname?: 'onbekend'
  readonly bronnen?: Zakenblik['bronnen']
  readonly verhaal?: Partial<Zaakverhaal>
  readonly open?: () => RegisterUitkomst<Zaakverhaal>
  readonly document?: () => RegisterUitkomst<Document>
  readonly voegToe?: () => RegisterUitkomst<void>
  readonly taken?: () => readonly GevraagdeTaak[]
  readonly lever?: () => RegisterUitkomst<GevraagdeTaak>
}

export function maakProefzaken(delen: ProefzakenDelen = {}): Proefzaken {
  const { zaken = proefzaken, bronnen = proefstanden } = delen
  const gevraagd: Proefzaken['gevraagd'] = []
  const toegevoegd: NieuwDocument[] = []
  const vergeten: string[] = []
  let deelname: 'ja' | 'nee' | 'onbekend' = delen.deelname ?? 'ja'
  const schrijf = (wat: string, kijker: Kijker): void => {
    gevraagd.push({ wat, kijker })
    delen.meld?.(kijker)
  }
  return {
    gevraagd,
    toegevoegd,
    vergeten,
    leesVooruit: () => {},
    kijk: async (kijker) => {
      schrijf('kijk', kijker)
      const blik = delen.nu?.() ?? { zaken, bronnen }
      const isKlaar = blik.bronnen.every(({ stand }) => stand.soort !== 'bezig')
      return { ...blik, isKlaar, ...(delen.overgeslagen && { overgeslagen: delen.overgeslagen }) }
    },
    opnieuw: async (kijker, bron) => schrijf(`opnieuw ${bron}`, kijker),
    open: async (kijker, waar) => {
      schrijf('open', kijker)
      if (delen.open) return delen.open()
      const zaak = zaken.find(({ ref: van }) => van.bron === waar.bron && van.uuid === waar.uuid)
      return zaak === undefined
        ? { status: 'onbekend', op: proefdag }
        : { status: 'ok', gegevens: { ...proefverhaal(zaak, delen.verhaal), keten: zaken }, op: proefdag }
    },
    document: async (kijker) => {
      schrijf('document', kijker)
      return delen.document?.() ?? { status: 'onbekend', op: proefdag }
    },
    voegToe: async (kijker, _ref, nieuw) => {
      schrijf('voegToe', kijker)
      toegevoegd.push(nieuw)
      return delen.voegToe?.() ?? { status: 'ok', gegevens: undefined, op: proefdag }
    },
    contacten: async () => ({ status: 'niet-aangesloten' }),
    stelVraag: async () => ({ status: 'niet-aangesloten' }),
    taken: async () => {
      const taken = delen.taken?.()
      if (taken === undefined) return { status: 'niet-aangesloten' }
      const verstuurd = taken.flatMap((een) => een.verstuurd ?? [])
      return { status: 'ok', gegevens: { taken, verstuurd, isVolledig: true }, op: proefdag }
    },
    taak: async (_kijker, _ref, uuid) => {
      const taak = delen.taken?.().find((een) => een.uuid === uuid)
      return taak === undefined
        ? { status: 'onbekend', op: proefdag }
        : { status: 'ok', gegevens: taak, op: proefdag }
    },
    lever: async () => delen.lever?.() ?? { status: 'niet-aangesloten' },
    vulIn: async () => ({ status: 'niet-aangesloten' }),
    deelname: async () => deelname,
    zetDeelname: async (kijker, meedoen) => {
      schrijf(`deelname ${meedoen}`, kijker)
      deelname = meedoen ? 'ja' : 'nee'
    },
    vergeet: (plek) => void vergeten.push(plek),
  }
}
