import type { Bevolking } from '../bevolking/bevolking.ts'
import { langFormaat, leeftijd } from '../bevolking/dag.ts'
import type { Persoon, Tabelwaarde } from '../bevolking/persoon.ts'
import type { Adres } from '../bevolking/plaatsen.ts'

type Json = Readonly<Record<string, unknown>>

const geslachten = { M: 'man', V: 'vrouw', O: 'onbekend' } as const
const rni: Tabelwaarde = { code: '1999', omschrijving: 'Registratie Niet Ingezetenen (RNI)' }

/** Everything that the register holds about one person; `fields` takes from it. */
export function persoonJson(bevolking: Bevolking, persoon: Persoon, vandaag: string): Json {
  const { adres } = bevolking.thuisVan(persoon)
  const isMinderjarig = volledig(persoon.geboren) && leeftijd(persoon.geboren, vandaag) < 18
  return {
    ...beperktJson(bevolking, persoon, vandaag),
    aNummer: `${9_000_000_000 + persoon.nr * 17}`,
    datumInschrijvingInGemeente: adres.plaats.land === undefined ? datum(persoon.woontSinds) : undefined,
    naam: {
      ...naam(persoon),
      volledigeNaam: volledigeNaam(persoon),
      aanduidingNaamgebruik: { code: 'E', omschrijving: 'eigen geslachtsnaam' },
    },
    geboorte: geboorte(persoon),
    adressering: {
      aanhef: `Geachte ${{ M: 'heer', V: 'mevrouw', O: 'heer/mevrouw' }[persoon.geslacht]} ${metHoofdletter(achternaam(persoon))}`,
      aanschrijfwijze: { naam: `${voorletters(persoon)} ${achternaam(persoon)}` },
      gebruikInLopendeTekst: `${{ M: 'de heer ', V: 'mevrouw ', O: '' }[persoon.geslacht]}${metHoofdletter(achternaam(persoon))}`,
      ...adresregels(adres),
    },
    nationaliteiten: [{ type: 'Nationaliteit', nationaliteit: persoon.nationaliteit }],
    verblijfplaats: persoon.overleden === undefined ? verblijfplaats(persoon, adres) : undefined,
    partners: partners(bevolking, persoon),
    kinderen: persoon.kinderen.map((nr) => verwant(bevolking.persoon(nr))),
    ouders: persoon.ouders.map((nr, i) => ({
      ...verwant(bevolking.persoon(nr)),
      ouderAanduiding: String(i + 1),
      geslacht: geslacht(bevolking.persoon(nr)),
    })),
    gezag: isMinderjarig
      ? [gezagOver(bevolking, persoon)]
      : persoon.kinderen
          .map((nr) => bevolking.persoon(nr))
          .filter((kind) => leeftijd(kind.geboren, vandaag) < 18)
          .map((kind) => gezagOver(bevolking, kind)),
    indicatieCurateleRegister: persoon.vertegenwoordigd?.soort === 'curatele' ? true : undefined,
    overlijden: persoon.overleden === undefined ? undefined : { datum: datum(persoon.overleden) },
  }
}

/** What a search gives about somebody. */
export function beperktJson(bevolking: Bevolking, persoon: Persoon, vandaag: string): Json {
  const { adres } = bevolking.thuisVan(persoon)
  const { plaats } = adres
  return {
    burgerservicenummer: persoon.bsn,
    geheimhoudingPersoonsgegevens: persoon.isGeheim,
    gemeenteVanInschrijving:
      plaats.land === undefined ? { code: plaats.gebied.slice(2), omschrijving: plaats.woonplaats } : rni,
    geslacht: geslacht(persoon),
    leeftijd: volledig(persoon.geboren) ? leeftijd(persoon.geboren, persoon.overleden ?? vandaag) : undefined,
    naam: { ...naam(persoon), volledigeNaam: volledigeNaam(persoon) },
    geboorte: { datum: datum(persoon.geboren) },
    adressering: adresregels(adres),
    opschortingBijhouding:
      persoon.overleden === undefined
        ? undefined
        : { reden: { code: 'O', omschrijving: 'overlijden' }, datum: datum(persoon.overleden) },
  }
}

export function datum(dag: string): Json {
  if (dag === '') return { type: 'DatumOnbekend', onbekend: true, langFormaat: 'onbekend' }
  const [jaar, maand] = dag.split('-').map(Number)
  if (maand === undefined) return { type: 'JaarDatum', jaar, langFormaat: dag }
  if (!volledig(dag)) return { type: 'JaarMaandDatum', jaar, maand, langFormaat: langFormaat(dag) }
  return { type: 'Datum', datum: dag, langFormaat: langFormaat(dag) }
}

function verblijfplaats(persoon: Persoon, adres: Adres): Json {
  const datumVan = datum(persoon.woontSinds)
  if (adres.plaats.land !== undefined) {
    const regels = { regel1: `${adres.straat} ${adres.huisnummer}`, regel2: adres.plaats.woonplaats }
    return {
      type: 'VerblijfplaatsBuitenland',
      datumVan,
      verblijfadres: { ...regels, land: adres.plaats.land },
    }
  }
  return {
    type: 'Adres',
    datumVan,
    functieAdres: { code: 'W', omschrijving: 'woonadres' },
    adresseerbaarObjectIdentificatie: adres.object,
    nummeraanduidingIdentificatie: adres.nummeraanduiding,
    verblijfadres: {
      officieleStraatnaam: adres.straat,
      korteStraatnaam: adres.straat,
      huisnummer: adres.huisnummer,
      huisnummertoevoeging: adres.toevoeging,
      postcode: adres.postcode,
      woonplaats: adres.plaats.woonplaats,
    },
    inOnderzoek:
      persoon.adresInOnderzoekSinds === undefined
        ? undefined
        : {
            type: true,
            datumVan: true,
            adresseerbaarObjectIdentificatie: true,
            nummeraanduidingIdentificatie: true,
            datumIngangOnderzoek: datum(persoon.adresInOnderzoekSinds),
          },
  }
}

/** A marriage that ended comes along only when there is no other one, with its end. */
function partners(bevolking: Bevolking, persoon: Persoon): Json[] {
  const { partner, gehuwdGeweest } = persoon
  if (partner !== undefined) {
    const ander = bevolking.persoon(partner.nr)
    return [
      {
        ...verwant(ander),
        geslacht: geslacht(ander),
        soortVerbintenis: verbintenis(partner.soort),
        aangaanHuwelijkPartnerschap: { datum: datum(partner.sinds) },
      },
    ]
  }
  if (gehuwdGeweest === undefined) return []
  return [
    {
      soortVerbintenis: verbintenis('huwelijk'),
      aangaanHuwelijkPartnerschap: { datum: datum(gehuwdGeweest.sinds) },
      ontbindingHuwelijkPartnerschap: { datum: datum(gehuwdGeweest.tot) },
    },
  ]
}

function gezagOver(bevolking: Bevolking, kind: Persoon): Json {
  const ouders = kind.ouders.map((nr) => ({ burgerservicenummer: bevolking.persoon(nr).bsn }))
  const minderjarige = { burgerservicenummer: kind.bsn }
  const [ouder, tweede] = ouders
  if (ouder === undefined) return { type: 'GezagNietTeBepalen', minderjarige }
  if (tweede === undefined) return { type: 'EenhoofdigOuderlijkGezag', minderjarige, ouder }
  return { type: 'GezamenlijkOuderlijkGezag', minderjarige, ouders }
}

function verwant(persoon: Persoon): Json {
  return { burgerservicenummer: persoon.bsn, naam: naam(persoon), geboorte: geboorte(persoon) }
}

function verbintenis(soort: 'huwelijk' | 'partnerschap'): Tabelwaarde {
  return soort === 'huwelijk'
    ? { code: 'H', omschrijving: 'huwelijk' }
    : { code: 'P', omschrijving: 'geregistreerd partnerschap' }
}

function geslacht({ geslacht: code }: Persoon): Tabelwaarde {
  return { code, omschrijving: geslachten[code] }
}

function geboorte({ geboren, geboorteland, geboorteplaats }: Persoon): Json {
  return { datum: datum(geboren), land: geboorteland, plaats: { omschrijving: geboorteplaats } }
}

function naam(persoon: Persoon): Json {
  return {
    voornamen: persoon.voornamen,
    voorvoegsel: persoon.voorvoegsel === '' ? undefined : persoon.voorvoegsel,
    geslachtsnaam: persoon.geslachtsnaam,
    voorletters: voorletters(persoon),
  }
}

function adresregels({ straat, huisnummer, toevoeging, postcode, plaats }: Adres): Json {
  const nummer = toevoeging === undefined ? `${huisnummer}` : `${huisnummer}-${toevoeging}`
  return {
    adresregel1: `${straat} ${nummer}`,
    adresregel2:
      postcode === undefined ? plaats.woonplaats : `${postcode} ${plaats.woonplaats.toUpperCase()}`,
    land: plaats.land,
  }
}

function volledigeNaam(persoon: Persoon): string {
  return `${persoon.voornamen} ${achternaam(persoon)}`
}

function achternaam({ voorvoegsel, geslachtsnaam }: Persoon): string {
  return voorvoegsel === '' ? geslachtsnaam : `${voorvoegsel} ${geslachtsnaam}`
}

function voorletters({ voornamen }: Persoon): string {
  return voornamen
    .split(' ')
    .map((een) => `${een.slice(0, 1)}.`)
    .join('')
}

function metHoofdletter(tekst: string): string {
  return tekst.slice(0, 1).toUpperCase() + tekst.slice(1)
}

function volledig(dag: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(dag)
}
