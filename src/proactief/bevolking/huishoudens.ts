/** Who lives in a household, how old they are, what they earn and own, and in which home: what hangs together. */

import { BRUTO, type Huishoudsoort, MARGES, SOORTEN, type Verdeling } from './marges.ts'
import type { Bevolkingsstuk, Ruimte } from './ruimte.ts'
import type { Stuk } from './stukken.ts'
import { begin, STAPPEN, stroom, tabel } from './toeval.ts'

/** Facts that are decided here, in columns of people and of homes. */
export const SAMENHANG = [
  'aanvrager.geboortedatum',
  'aanvrager.toetsingsinkomen',
  'aanvrager.vermogen',
  'aanvrager.netto_maandinkomen',
  'aanvrager.student',
  'aanvrager.aow_opbouwjaren',
  'aanvrager.werkt',
  'aanvrager.werkt_of_studeert',
  'aanvrager.inkomen_uit_werk',
  'aanvrager.maanden_laag_inkomen',
  'aanvrager.studiefinanciering',
  'partner.gehuwd',
  'partner.zelfde_adres',
  'partner.gezamenlijk_kind',
  'kinderen.thuiswonend',
  'kinderen.kinderbijslag',
  'kinderen.student',
  'woning.soort',
  'woning.kale_huur',
  'woning.overwaarde',
  'opvang.soort',
  'opvang.uren',
  'opvang.uurtarief',
] as const

const JAAR = 365.25
const AOW_LEEFTIJD = 67
/** Euros per year for whoever lives alone: 12 × 1.637,57 (SVB, January 2026), rounded. */
const AOW_ALLEEN = 19_651
const AOW_SAMEN = 13_465
const [HUUR, KOOP, INWONEND_OF_GEEN] = [0, 1, 3]

const TABELLEN = maakTabellen()

/** Fills the columns that hang together, and the rows of people, children and care. */
export function maakHuishoudens(r: Ruimte, zaad: number, datum: number, stuk: Stuk): Bevolkingsstuk {
  r.leeg(SAMENHANG)
  const k = new Huishoudens(r, stroom(begin(zaad, stuk.nr, 'huishoudens')), datum, stuk)
  for (let h = 0; h < stuk.huishoudens; h++) k.huishouden(h)
  return k.klaar()
}

class Huishoudens {
  private readonly r: Ruimte
  private readonly toeval: () => number
  private readonly datum: number
  private readonly stuk: Stuk
  private readonly huur: number
  private readonly soorten: readonly number[]
  private rij = 0
  private zorgrij = 0
  private readonly f: ReturnType<typeof kolommenVan>

  constructor(r: Ruimte, toeval: () => number, datum: number, stuk: Stuk) {
    this.r = r
    this.toeval = toeval
    this.datum = datum
    this.stuk = stuk
    this.huur = huurfactor(stuk.huur, stuk.soorten)
    this.soorten = opgeteld(stuk.soorten)
    this.f = kolommenVan(r)
  }

  klaar(): Bevolkingsstuk {
    const { r, stuk } = this
    r.begin[stuk.huishoudens] = this.rij
    r.opvang[this.rij] = this.zorgrij
    r.gebruikt = Math.max(this.rij, this.zorgrij)
    const { begin, kinderen, medebewoners, opvang, soort } = r
    return { aantal: stuk.huishoudens, begin, kinderen, medebewoners, opvang, soort, ...r.kolommen }
  }

  private uit(t: Float64Array): number {
    return t[(this.toeval() * STAPPEN) | 0] ?? 0
  }

  huishouden(h: number): void {
    const { r, toeval } = this
    const s = uitKansen(this.soorten, toeval())
    const a = this.rij
    r.begin[h] = a
    r.soort[h] = s
    const leeftijd = this.uit(TABELLEN.leeftijd[s] ?? TABELLEN.vermogen)
    const samen = s >= 1 && s <= 3
    const rang = this.inkomensrang(s)
    const bruto = (TABELLEN.bruto[(rang * STAPPEN) | 0] ?? 0) * MARGES.toetsingsdeel.waarde
    const student = s === 0 && leeftijd < 26 && toeval() < MARGES.studenten.waarde
    const inkomen = student ? Math.min(bruto, 14_000 * toeval()) : bruto
    const deel = samen ? 0.5 + 0.5 * toeval() : 1
    const vermogen = (this.uit(TABELLEN.vermogen) * (0.4 + 1.2 * rang) * Math.min(1, leeftijd / 60)) | 0
    this.volwassene(a, leeftijd, inkomen * deel, vermogen * deel, samen, student)
    this.rij++
    if (samen) this.partner(s, leeftijd, inkomen * (1 - deel), vermogen * (1 - deel))
    r.kinderen[h] = this.rij
    if (s >= 2 && s <= 4) this.gezin(s, leeftijd, a)
    r.medebewoners[h] = this.rij
    if (s === 5) this.overigen(1 + ((toeval() * 2) | 0))
    else if (s < 5 && toeval() < TABELLEN.inwonend) this.overigen(1)
    this.woning(h, s, rang)
  }

  /** Where the household stands among all: the kinds shift, the whole stays even between 0 and 1. */
  private inkomensrang(s: number): number {
    return rangVan(s, this.toeval())
  }

  /** Amounts in euros; the columns hold cents. */
  private volwassene(
    i: number,
    leeftijd: number,
    inkomen: number,
    vermogen: number,
    samen: boolean,
    student: boolean,
  ): void {
    const { f, toeval } = this
    const oud = leeftijd >= AOW_LEEFTIJD
    const jaren = toeval() < MARGES.volledigeAow.waarde ? 50 : (15 + 34 * toeval()) | 0
    const aow = oud ? ((samen ? AOW_SAMEN : AOW_ALLEEN) * jaren) / 50 : 0
    const toets = Math.max(inkomen, aow) | 0
    const werkt = !oud && toets > 9000 && toeval() < 0.92
    f.geboren[i] = this.geboren(leeftijd)
    f.toets[i] = toets * 100
    f.netto[i] = nettoMaand(toets)
    f.vermogen[i] = Math.min(1_000_000_000, vermogen * 100)
    f.student[i] = student ? 1 : 0
    f.studiefinanciering[i] = student && toeval() < 0.7 ? 1 : 0
    f.opbouw[i] = jaren
    f.werkt[i] = werkt ? 1 : 0
    f.werktOfStudeert[i] = werkt || student ? 1 : 0
    f.uitWerk[i] = werkt ? toets * 100 : 0
    f.maandenLaag[i] = toets < 20_000 && !student ? (toeval() * toeval() * 160) | 0 : 0
  }

  private geboren(leeftijd: number): number {
    return this.datum - ((leeftijd * JAAR) | 0)
  }

  private partner(s: number, leeftijd: number, inkomen: number, vermogen: number): void {
    const { f, toeval } = this
    const i = this.rij++
    this.volwassene(i, Math.max(18, leeftijd - 2 + (toeval() - 0.5) * 8), inkomen, vermogen, true, false)
    f.gehuwd[i] = s === 3 || (s === 1 && toeval() < MARGES.gehuwdZonderKinderen.waarde) ? 1 : 0
    f.zelfdeAdres[i] = 1
    f.gezamenlijkKind[i] = s === 1 ? 0 : 1
  }

  private gezin(s: number, ouder: number, a: number): void {
    const { f, r, toeval } = this
    const n = uitKansen(TABELLEN.kindertal[s - 2] ?? [], toeval())
    const aantal = n < 2 ? n + 1 : 3 + uitKansen(TABELLEN.drieOfMeer, toeval())
    const jong = toeval() < (TABELLEN.jong[s - 2]?.[n] ?? 0)
    let leeftijd = jong ? 6 * toeval() : 6 + Math.min(18, (ouder - 26) * 0.6) * toeval()
    if (leeftijd < 6 && !jong) leeftijd = 6 + 3 * toeval()
    const werken = f.werkt[a] === 1 && (s === 4 || f.werkt[a + 1] === 1)
    for (let j = 0; j < aantal; j++) {
      const i = this.rij++
      f.geboren[i] = this.geboren(leeftijd)
      f.toets[i] = leeftijd > 15 ? (toeval() * Math.max(0, leeftijd - 14) * 90_000) | 0 : 0
      f.vermogen[i] = (toeval() * leeftijd * 20_000) | 0
      f.thuis[i] = 1
      f.kindStudent[i] = leeftijd >= 18 && toeval() < 0.5 ? 1 : 0
      r.opvang[i] = this.zorgrij
      if (werken && leeftijd < 12 && toeval() < MARGES.opvang.waarde) this.zorg(leeftijd)
      r.opvang[i + 1] = this.zorgrij
      leeftijd += 1 + 3.5 * toeval()
    }
  }

  private zorg(leeftijd: number): void {
    const { f, toeval } = this
    const o = this.zorgrij++
    const gastouder = toeval() < 0.1
    f.soortOpvang[o] = gastouder ? 2 : leeftijd < 4 ? 0 : 1
    f.uren[o] = ((leeftijd < 4 ? 60 + 130 * toeval() : 25 + 60 * toeval()) * 100) | 0
    f.tarief[o] = ((gastouder ? 7.2 : 9.4) * 100 + 300 * toeval()) | 0
  }

  private overigen(n: number): void {
    for (let j = 0; j < n; j++) {
      const leeftijd = 19 + 50 * this.toeval()
      const student = leeftijd < 26 && this.toeval() < 0.3
      this.volwassene(this.rij++, leeftijd, 45_000 * this.toeval(), 20_000 * this.toeval(), false, student)
    }
  }

  /** Rented most often at the bottom of the incomes, never at the top: over all as often as the municipality rents. */
  private woning(h: number, s: number, rang: number): void {
    const { f, toeval } = this
    const huurt = toeval() < this.huur * (1 - rang)
    f.soortWoning[h] = s === 6 ? INWONEND_OF_GEEN : huurt ? HUUR : KOOP
    const vanCorporatie = toeval() < MARGES.corporatie.waarde
    f.huur[h] = huurt
      ? (this.uit(vanCorporatie ? TABELLEN.huurCorporatie : TABELLEN.huurOverig) * 100) | 0
      : 0
    f.overwaarde[h] = huurt ? 0 : Math.min(1_000_000_000, (toeval() * (0.3 + rang) * 300_000 * 100) | 0)
  }
}

function rangVan(s: number, toeval: number): number {
  const q = Math.min(0.9999, Math.max(0.0001, toeval))
  const x = (TABELLEN.plaats[s] ?? 0) + Math.log(q / (1 - q))
  const i = ((x + 12) / 24) * STAPPEN
  return Math.min(0.99999, TABELLEN.rang[Math.min(STAPPEN - 1, Math.max(0, i | 0))] ?? 0)
}

/** Named limit: so many points of each kind's incomes, and so many halvings. */
const [PUNTEN, HALVERINGEN] = [64, 30]

/**
 * The factor f for which min(1, f × (1 − rank)) is `huur` on average, over the kinds of household that live there:
 * who lives alone stands lower, and rents more often.
 */
function huurfactor(huur: number, soorten: readonly number[]): number {
  const particulier = soorten.slice(0, -1)
  const heel = particulier.reduce((a, b) => a + b, 0)
  const punten = particulier.map((deel, s) => ({
    deel: deel / (heel * PUNTEN),
    onder: Array.from({ length: PUNTEN }, (_, i) => 1 - rangVan(s, (i + 0.5) / PUNTEN)),
  }))
  const bij = (f: number) =>
    punten.reduce((n, { deel, onder }) => n + deel * onder.reduce((m, o) => m + Math.min(1, f * o), 0), 0)
  let [laag, hoog] = [0, 64]
  for (let i = 0; i < HALVERINGEN; i++) {
    const f = (laag + hoog) / 2
    if (bij(f) < huur) laag = f
    else hoog = f
  }
  return hoog
}

function kolommenVan(r: Ruimte) {
  const a = (id: string) => r.kolom('aanvrager', id)
  return {
    geboren: a('geboortedatum'),
    toets: a('toetsingsinkomen'),
    netto: a('netto_maandinkomen'),
    vermogen: a('vermogen'),
    student: a('student'),
    studiefinanciering: a('studiefinanciering'),
    opbouw: a('aow_opbouwjaren'),
    werkt: a('werkt'),
    werktOfStudeert: a('werkt_of_studeert'),
    uitWerk: a('inkomen_uit_werk'),
    maandenLaag: a('maanden_laag_inkomen'),
    gehuwd: r.kolom('partner', 'gehuwd'),
    zelfdeAdres: r.kolom('partner', 'zelfde_adres'),
    gezamenlijkKind: r.kolom('partner', 'gezamenlijk_kind'),
    thuis: r.kolom('kinderen', 'thuiswonend'),
    kindStudent: r.kolom('kinderen', 'student'),
    soortWoning: r.kolom('woning', 'soort'),
    huur: r.kolom('woning', 'kale_huur'),
    overwaarde: r.kolom('woning', 'overwaarde'),
    soortOpvang: r.kolom('opvang', 'soort'),
    uren: r.kolom('opvang', 'uren'),
    tarief: r.kolom('opvang', 'uurtarief'),
  }
}

/** Cents a month that are left of a toetsingsinkomen in euros a year, after tax: a guess (MARGES.netto). */
export function nettoMaand(toets: number): number {
  const [laag, hoog] = MARGES.netto.waarde
  const netto = hoog + (laag - hoog) * Math.min(1, Math.max(0, (100_000 - toets) / 80_000))
  return Math.min(10_000_000, ((toets * netto * 100) / 12) | 0)
}

/** Number of the chance within which q falls; the chances add up to one. */
function uitKansen(opgeteld: readonly number[], q: number): number {
  let i = 0
  while (i < opgeteld.length - 1 && q >= (opgeteld[i] ?? 1)) i++
  return i
}

function opgeteld(aantallen: readonly number[]): readonly number[] {
  const som = aantallen.reduce((a, b) => a + b, 0)
  let tot = 0
  return aantallen.map((n) => {
    tot += n
    return tot / som
  })
}

function maakTabellen() {
  const perSoort = <T>(van: Readonly<Record<Huishoudsoort, T>>) => SOORTEN.map((s) => van[s])
  const aantallen = perSoort(MARGES.huishoudens.waarde)
  const plaats = perSoort(MARGES.inkomensplaats.waarde)
  const totaal = aantallen.reduce((a, b) => a + b, 0)
  const metKinderen = SOORTEN.slice(2, 5)
  const rang = Float64Array.from({ length: STAPPEN }, (_, i) => {
    const x = ((i + 0.5) / STAPPEN) * 24 - 12
    return plaats.reduce((s, p, n) => s + (aantallen[n] ?? 0) / totaal / (1 + Math.exp(p - x)), 0)
  })
  return {
    leeftijd: perSoort<Verdeling>(MARGES.leeftijd.waarde).map((v) => tabel(v)),
    plaats,
    rang,
    bruto: tabel(BRUTO),
    vermogen: tabel(MARGES.vermogen.waarde),
    kindertal: metKinderen.map((s) => opgeteld(MARGES.kindertal.waarde[s] ?? [])),
    jong: metKinderen.map((s) =>
      (MARGES.jongsteOnder6.waarde[s] ?? []).map((n, i) => n / (MARGES.kindertal.waarde[s]?.[i] ?? 1)),
    ),
    inwonend: inwonend(),
    drieOfMeer: opgeteld(MARGES.drieOfMeer.waarde),
    huurCorporatie: tabel(MARGES.huurCorporatie.waarde),
    huurOverig: tabel(MARGES.huurOverig.waarde),
  }
}

/** Of households of another kind, how many have somebody else living in: so that all others together are as many as CBS counts. */
function inwonend(): number {
  const { overig, instelling, ...rest } = MARGES.huishoudens.waarde
  return (MARGES.overigeLeden.waarde - 2.5 * overig) / Object.values(rest).reduce((a, b) => a + b, 0)
}
