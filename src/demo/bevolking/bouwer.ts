import { dag, jaarVan } from './dag.ts'
import { type InkomenKeus, maakInkomen } from './inkomen.ts'
import { type Familienaam, kiesFamilienaam, kiesVoornamen } from './namen.ts'
import { eilandnummer, Nummers } from './nummers.ts'
import type { Geslacht, Huishouden, Inkomenssoort, Opvang, Persoon, Tabelwaarde, Woning } from './persoon.ts'
import { maakAdres, type Plaats } from './plaatsen.ts'
import { Zaad } from './toeval.ts'

const nederland: Tabelwaarde = { code: '6030', omschrijving: 'Nederland' }
const nederlandse: Tabelwaarde = { code: '0001', omschrijving: 'Nederlandse' }

export interface PersoonKeus {
  readonly voornamen?: string
  readonly naam?: Familienaam
  readonly geslacht?: Geslacht
  readonly geboren?: string
  /** With another identity, or none, instead of a BSN. */
  readonly zonderBsn?: 'eilandnummer' | { readonly eidas: string }
  readonly geboorteland?: Tabelwaarde
  readonly geboorteplaats?: string
  readonly nationaliteit?: Tabelwaarde
  readonly woontSinds?: string
  readonly isGeheim?: boolean
  /** Not registered at the address: died, or lives elsewhere. */
  readonly staatNietOpAdres?: boolean
}

/** Builds people and households that fit each other; the recipes say which. */
export class Bouwer {
  readonly zaad: Zaad
  readonly personen: Persoon[] = []
  readonly huishoudens: Huishouden[] = []
  readonly #nummers = new Nummers()

  constructor(zaad: number) {
    this.zaad = new Zaad(zaad)
  }

  /** Another one at each call. */
  adres(plaats: Plaats, nr: number): Huishouden['adres'] {
    return maakAdres(this.zaad, plaats, nr)
  }

  huishouden(plaats: Plaats, soort: string, woning: Woning = this.woning()): Huishouden {
    const nr = this.huishoudens.length + 1
    const adres = maakAdres(this.zaad, plaats, nr)
    const huishouden: Huishouden = { nr, soort, adres, woning, leden: [], opvang: [] }
    this.huishoudens.push(huishouden)
    return huishouden
  }

  woning(soort: Woning['soort'] = this.zaad.kans(0.6) ? 'huur' : 'koop', isZelfstandig = true): Woning {
    if (soort !== 'huur') return { soort, isZelfstandig }
    return {
      soort,
      isZelfstandig,
      kaleHuurCenten: this.zaad.heel(isZelfstandig ? 38_000 : 28_000, isZelfstandig ? 118_000 : 62_000),
      servicekostenCenten: this.zaad.heel(0, 6_500),
    }
  }

  persoon(thuis: Huishouden, keus: PersoonKeus = {}): Persoon {
    const { zaad } = this
    const isEiland = thuis.adres.plaats.land !== undefined
    const nr = this.personen.length + 1
    const geslacht = keus.geslacht ?? (zaad.kans(0.5) ? 'V' : 'M')
    const geboren = keus.geboren ?? this.geborenTussen(1961, 2003)
    const naam = keus.naam ?? kiesFamilienaam(zaad, isEiland)
    const persoon: Persoon = {
      nr,
      ...this.#bekendAls(keus.zonderBsn, geboren, nr),
      voornamen: keus.voornamen ?? kiesVoornamen(zaad, geslacht, isEiland),
      ...naam,
      geslacht,
      geboren,
      geboorteland: keus.geboorteland ?? thuis.adres.plaats.land ?? nederland,
      geboorteplaats: keus.geboorteplaats ?? thuis.adres.plaats.woonplaats,
      nationaliteit: keus.nationaliteit ?? nederlandse,
      huishouden: thuis.nr,
      woontSinds: keus.woontSinds ?? this.#sinds(geboren),
      ouders: [],
      kinderen: [],
      ...(keus.isGeheim === true ? { isGeheim: true } : {}),
    }
    this.personen.push(persoon)
    if (keus.staatNietOpAdres !== true) thuis.leden.push(nr)
    return persoon
  }

  /** A child of these parents, with the family name of the first. */
  kind(thuis: Huishouden, ouders: readonly Persoon[], keus: PersoonKeus = {}): Persoon {
    const [eerste] = ouders
    const naam =
      eerste === undefined
        ? {}
        : { naam: { voorvoegsel: eerste.voorvoegsel, geslachtsnaam: eerste.geslachtsnaam } }
    const kind = this.persoon(thuis, { ...naam, ...keus })
    for (const ouder of ouders) {
      kind.ouders.push(ouder.nr)
      ouder.kinderen.push(kind.nr)
    }
    return kind
  }

  trouw(een: Persoon, ander: Persoon, sinds: string, soort: 'huwelijk' | 'partnerschap' = 'huwelijk'): void {
    een.partner = { nr: ander.nr, soort, sinds }
    ander.partner = { nr: een.nr, soort, sinds }
  }

  geefInkomen(persoon: Persoon, soorten: readonly Inkomenssoort[], vast: Partial<InkomenKeus> = {}): void {
    const valuta = this.#plaatsVan(persoon).land === undefined ? 'EUR' : 'USD'
    persoon.inkomen = maakInkomen(this.zaad, { soorten, valuta, ...vast })
  }

  geefOnderneming(persoon: Persoon, handelsnaam: string): void {
    persoon.onderneming = { ...this.#nummers.kvk(), handelsnaam }
  }

  opvang(thuis: Huishouden, kind: Persoon): void {
    const jaar = jaarVan(kind.geboren)
    // In 2026: younger than four to a nursery, from four after school.
    const soort: Opvang['soort'] = this.zaad.kans(0.15) ? 'gastouder' : jaar >= 2022 ? 'dagopvang' : 'bso'
    thuis.opvang.push({
      kind: kind.nr,
      soort,
      urenPerMaand: this.zaad.heel(20, soort === 'dagopvang' ? 140 : 70),
      uurtariefCenten: this.zaad.heel(780, 1_240),
    })
  }

  geborenTussen(van: number, tot: number): string {
    return dag(this.zaad.heel(van, tot), this.zaad.heel(1, 12), this.zaad.heel(1, 28))
  }

  /** So many years after somebody else was born, give or take two. */
  geborenNa(ander: Persoon, jaren: number): string {
    const jaar = jaarVan(ander.geboren) + jaren + this.zaad.heel(-2, 2)
    return dag(Math.min(jaar, 2025), this.zaad.heel(1, 12), this.zaad.heel(1, 28))
  }

  #bekendAls(zonder: PersoonKeus['zonderBsn'], geboren: string, nr: number) {
    if (zonder === undefined) return { bsn: this.#nummers.bsn() }
    if (zonder === 'eilandnummer') return { eilandnummer: eilandnummer(geboren, nr) }
    return zonder
  }

  #plaatsVan(persoon: Persoon): Plaats {
    const thuis = this.huishoudens[persoon.huishouden - 1]
    if (thuis === undefined) throw new Error(`persoon ${persoon.nr} heeft geen huishouden`)
    return thuis.adres.plaats
  }

  /** Not before the birth and not in the last year. */
  #sinds(geboren: string): string {
    const jaar = Math.min(
      Math.max(jaarVan(geboren.padEnd(4, '0')) || 1990, 2_005) + this.zaad.heel(0, 14),
      2024,
    )
    return jaar <= jaarVan(geboren) ? geboren : dag(jaar, this.zaad.heel(1, 12), this.zaad.heel(1, 28))
  }
}
