/**
 * The names that `fields` may hold, as a tree. A group is a tree again; `blad` is a value; of a `tabel` (code and
 * description) and a `datum` asking for any part gives the whole.
 */
export type Velden = { readonly [naam: string]: Velden | 'blad' | 'tabel' | 'datum' }

const naamGerelateerde: Velden = {
  voornamen: 'blad',
  adellijkeTitelPredicaat: 'tabel',
  voorvoegsel: 'blad',
  geslachtsnaam: 'blad',
  voorletters: 'blad',
}
const naam: Velden = { ...naamGerelateerde, volledigeNaam: 'blad', aanduidingNaamgebruik: 'tabel' }
const geboorte: Velden = { datum: 'datum', land: 'tabel', plaats: 'tabel' }
const verbintenis: Velden = { datum: 'datum', land: 'tabel', plaats: 'tabel' }
const adressering: Velden = {
  aanhef: 'blad',
  aanschrijfwijze: { naam: 'blad', aanspreekvorm: 'blad' },
  gebruikInLopendeTekst: 'blad',
  adresregel1: 'blad',
  adresregel2: 'blad',
  adresregel3: 'blad',
  land: 'tabel',
}
const gezag: Velden = {
  type: 'blad',
  minderjarige: { burgerservicenummer: 'blad' },
  ouders: { burgerservicenummer: 'blad' },
  ouder: { burgerservicenummer: 'blad' },
  derde: { type: 'blad', burgerservicenummer: 'blad' },
  derden: { type: 'blad', burgerservicenummer: 'blad' },
}

export const persoonVelden: Velden = {
  aNummer: 'blad',
  burgerservicenummer: 'blad',
  datumEersteInschrijvingGBA: 'datum',
  datumInschrijvingInGemeente: 'datum',
  gemeenteVanInschrijving: 'tabel',
  geslacht: 'tabel',
  leeftijd: 'blad',
  indicatieCurateleRegister: 'blad',
  indicatieGezagMinderjarige: 'tabel',
  naam,
  geboorte,
  adressering,
  nationaliteiten: {
    type: 'blad',
    nationaliteit: 'tabel',
    redenOpname: 'tabel',
    datumIngangGeldigheid: 'datum',
  },
  overlijden: { datum: 'datum', land: 'tabel', plaats: 'tabel' },
  verblijfplaats: {
    type: 'blad',
    datumVan: 'datum',
    functieAdres: 'tabel',
    adresseerbaarObjectIdentificatie: 'blad',
    nummeraanduidingIdentificatie: 'blad',
    verblijfadres: {
      officieleStraatnaam: 'blad',
      korteStraatnaam: 'blad',
      huisnummer: 'blad',
      huisletter: 'blad',
      huisnummertoevoeging: 'blad',
      aanduidingBijHuisnummer: 'tabel',
      postcode: 'blad',
      woonplaats: 'blad',
      regel1: 'blad',
      regel2: 'blad',
      regel3: 'blad',
      land: 'tabel',
    },
  },
  verblijfstitel: { aanduiding: 'tabel', datumEinde: 'datum', datumIngang: 'datum' },
  partners: {
    burgerservicenummer: 'blad',
    geslacht: 'tabel',
    soortVerbintenis: 'tabel',
    naam: naamGerelateerde,
    geboorte,
    aangaanHuwelijkPartnerschap: verbintenis,
    ontbindingHuwelijkPartnerschap: { datum: 'datum' },
  },
  kinderen: { burgerservicenummer: 'blad', naam: naamGerelateerde, geboorte },
  ouders: {
    burgerservicenummer: 'blad',
    ouderAanduiding: 'blad',
    geslacht: 'tabel',
    naam: naamGerelateerde,
    geboorte,
    datumIngangFamilierechtelijkeBetrekking: 'datum',
  },
  gezag,
}

/** What a search gives about each person it found. */
export const persoonBeperktVelden: Velden = {
  burgerservicenummer: 'blad',
  gemeenteVanInschrijving: 'tabel',
  geslacht: 'tabel',
  leeftijd: 'blad',
  naam: { ...naamGerelateerde, volledigeNaam: 'blad' },
  geboorte: { datum: 'datum' },
  adressering: { adresregel1: 'blad', adresregel2: 'blad', adresregel3: 'blad', land: 'tabel' },
}

export const gezagPersoonBeperktVelden: Velden = { ...persoonBeperktVelden, gezag }

/** Comes along without being asked, and may not be asked. */
const vanzelf = [
  'geheimhoudingPersoonsgegevens',
  'inOnderzoek',
  'opschortingBijhouding',
  'rni',
  'verificatie',
]

export function magVeld(velden: Velden, pad: string): 'ja' | 'niet-bestaand' | 'niet-toegestaan' {
  const delen = pad.split('.')
  if (delen.some((deel) => vanzelf.includes(deel))) return 'niet-toegestaan'
  let hier: Velden[string] | undefined = velden
  for (const deel of delen) {
    // Below a table value or a date every name is fine: the whole is given anyway.
    if (hier === 'tabel' || hier === 'datum') return 'ja'
    if (hier === undefined || hier === 'blad') return 'niet-bestaand'
    hier = hier[deel]
  }
  return hier === undefined ? 'niet-bestaand' : 'ja'
}

type Json = Readonly<Record<string, unknown>>

/** Only what was asked, and what comes by itself; `undefined` when nothing is left. */
export function kiesVelden(bron: Json, velden: Velden, paden: readonly string[]): Json | undefined {
  const gekozen: Record<string, unknown> = {}
  let isIets = false
  for (const [naam, waarde] of Object.entries(bron)) {
    const soort = velden[naam]
    const hele = paden.includes(naam)
    const onder = paden.filter((pad) => pad.startsWith(`${naam}.`)).map((pad) => pad.slice(naam.length + 1))
    if (soort === undefined || waarde === undefined || (!hele && onder.length === 0)) continue
    const deel = hele || typeof soort === 'string' ? waarde : kiesDiep(waarde, soort, onder)
    if (deel === undefined) continue
    gekozen[naam] = deel
    isIets = true
  }
  if (!isIets) return undefined
  for (const naam of [...vanzelf, 'type']) if (bron[naam] !== undefined) gekozen[naam] = bron[naam]
  return gekozen
}

function kiesDiep(waarde: unknown, velden: Velden, paden: readonly string[]): unknown {
  if (Array.isArray(waarde)) {
    const delen = waarde.flatMap((een) => kiesDiep(een, velden, paden) ?? [])
    return delen.length === 0 ? undefined : delen
  }
  // The tree says that a group stands here.
  return kiesVelden(waarde as Json, velden, paden)
}
