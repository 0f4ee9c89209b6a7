import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakPersoonId } from '../../domain/index.ts'
import { raadpleegAntwoord } from './haal-centraal.ts'
import { deeldatumVan, geheimhoudingVan, kinderenOnderGezag, vertaal } from './vertaal.ts'

/** Written by hand after the standard's examples, with names that we do not read and kinds that we do not know. */
const opgenomen = {
  type: 'RaadpleegMetBurgerservicenummer',
  personen: [
    {
      burgerservicenummer: '999993653',
      geheimhoudingPersoonsgegevens: true,
      rni: [{ deelnemer: { code: '0101', omschrijving: 'Belastingdienst' }, categorie: 'Persoon' }],
      gemeenteVanInschrijving: { code: '0518', omschrijving: "'s-Gravenhage" },
      naam: {
        voornamen: 'Suzanne',
        voorvoegsel: 'van der',
        geslachtsnaam: 'Lindewaard',
        inOnderzoek: {
          geslachtsnaam: true,
          datumIngangOnderzoek: { type: 'Datum', datum: '2026-01-04', langFormaat: '4 januari 2026' },
        },
      },
      geboorte: { datum: { type: 'JaarMaandDatum', jaar: 1985, maand: 12, langFormaat: 'december 1985' } },
      adressering: {
        aanschrijfwijze: { naam: 'S. van der Lindewaard' },
        adresregel1: 'Kaneelkade 15-bis',
        adresregel2: "2511AX 'S-GRAVENHAGE",
      },
      verblijfplaats: {
        type: 'Adres',
        datumVan: { type: 'JaarDatum', jaar: 2019, langFormaat: '2019' },
        adresseerbaarObjectIdentificatie: '0518010000832200',
        verblijfadres: { inOnderzoek: { huisnummer: true } },
      },
      partners: [
        {
          soortVerbintenis: { code: 'P', omschrijving: 'geregistreerd partnerschap' },
          aangaanHuwelijkPartnerschap: {
            datum: { type: 'Datum', datum: '2010-06-02', langFormaat: '2 juni 2010' },
          },
          ontbindingHuwelijkPartnerschap: {
            datum: { type: 'DatumOnbekend', onbekend: true, langFormaat: 'onbekend' },
          },
        },
        {
          burgerservicenummer: '999995078',
          soortVerbintenis: { code: 'H', omschrijving: 'huwelijk' },
          naam: { voorletters: 'J.', geslachtsnaam: 'Zonneveen' },
          geboorte: { datum: { type: 'DatumOnbekend', onbekend: true, langFormaat: 'onbekend' } },
          aangaanHuwelijkPartnerschap: {
            datum: { type: 'Datum', datum: '2020-02-02', langFormaat: '2 februari 2020' },
          },
        },
      ],
      kinderen: [{ burgerservicenummer: '999991115', naam: { voornamen: 'Kai' } }, {}],
      gezag: [
        {
          type: 'TweehoofdigOuderlijkGezag',
          minderjarige: { burgerservicenummer: '999991115' },
          ouders: [{ burgerservicenummer: '999993653' }, { burgerservicenummer: '999995078' }],
        },
        { type: 'NogNietBedacht', minderjarige: { burgerservicenummer: '999990482' } },
      ],
    },
  ],
}

function gelezen() {
  const [persoon] = raadpleegAntwoord.parse(opgenomen).personen
  assert.ok(persoon)
  return persoon
}

test('a recorded answer is read, also with names and kinds that are new to us', () => {
  const persoon = gelezen()
  const kai = maakPersoonId(new Date(0), (aantal) => new Uint8Array(aantal))
  const bewoners = ['999993653', '999991115', '999990482'].map((burgerservicenummer) => ({
    burgerservicenummer,
  }))
  const gegevens = vertaal({
    persoon,
    bewoners,
    op: new Date('2026-03-01T10:00:00Z'),
    onderGezag: new Map([['999991115', kai]]),
    zwijgt: 'onbekend',
  })
  assert.equal(gegevens.geheimhouding, 'ja')
  assert.equal(gegevens.naam.isInOnderzoek, true)
  assert.equal(gegevens.naam.waarde.aanschrijfnaam, 'S. van der Lindewaard')
  assert.deepEqual(gegevens.geboortedatum.waarde, { van: '1985-12-01', tot: '1985-12-31' })
  assert.equal(gegevens.adres.isInOnderzoek, true, 'ook twijfel over een deel van het adres telt')
  assert.equal(gegevens.adres.waarde.gebied, 'GM0518')
  assert.equal(gegevens.adres.datum, undefined, 'alleen het jaar is bekend')
  const { waarde: partner } = gegevens.partner
  assert.equal(partner?.naam.geslachtsnaam, 'Zonneveen', 'een ontbonden partnerschap telt niet')
  assert.equal(partner?.geboren, undefined)
  assert.equal(partner?.isZelfdeAdres, false)
  assert.deepEqual(
    gegevens.kinderen.waarde.map(({ naam, isZelfdeAdres, alsOuder }) => [
      naam.voornamen,
      isZelfdeAdres,
      alsOuder,
    ]),
    [
      ['Kai', true, kai],
      [undefined, undefined, undefined],
    ],
  )
  assert.deepEqual('waarde' in Object(gegevens.medebewoners) && gegevens.medebewoners, {
    waarde: [{ geboren: undefined }],
    bron: 'brp',
    datum: undefined,
    opgehaaldOp: new Date('2026-03-01T10:00:00Z'),
    isInOnderzoek: true,
  })
  assert.ok(!JSON.stringify(gegevens).includes('99999'), 'geen nummer komt mee naar buiten')
})

test('only certain custody lets somebody act for a child', () => {
  const persoon = gelezen()
  assert.deepEqual(kinderenOnderGezag(persoon), ['999991115'])
  const ik = { burgerservicenummer: '999993653' }
  const kind = { minderjarige: { burgerservicenummer: '999991115' } }
  const gezag = (een: NonNullable<typeof persoon.gezag>[number]) =>
    kinderenOnderGezag({ ...persoon, gezag: [een] }).length
  assert.equal(gezag({ type: 'EenhoofdigOuderlijkGezag', ...kind, ouder: ik }), 1)
  assert.equal(
    gezag({ type: 'EenhoofdigOuderlijkGezag', ...kind, ouder: { burgerservicenummer: '999995078' } }),
    0,
  )
  assert.equal(gezag({ type: 'EenhoofdigOuderlijkGezag', ...kind, ouder: ik, inOnderzoek: true }), 0)
  assert.equal(gezag({ type: 'GezamenlijkGezag', ...kind, ouder: ik }), 1)
  for (const type of ['Voogdij', 'TijdelijkGeenGezag', 'GezagNietTeBepalen', 'NogNietBedacht'])
    assert.equal(gezag({ type, ...kind, ouder: ik }), 0, type)
})

test('a date that does not exist is not known', () => {
  assert.equal(deeldatumVan({ type: 'JaarMaandDatum', jaar: 1980, maand: 13 }), undefined)
  assert.equal(deeldatumVan({ type: 'DatumOnbekend' }), undefined)
  assert.equal(deeldatumVan(undefined), undefined)
})

test('silence about secrecy is a «no» only of who is registered in a municipality, where somebody saw a «yes» come through', () => {
  const denHaag = { code: '0518' }
  const gevallen = [
    [{ geheimhoudingPersoonsgegevens: true }, 'ja', 'ja'],
    [{ geheimhoudingPersoonsgegevens: false }, 'nee', 'nee'],
    [{ gemeenteVanInschrijving: denHaag }, 'onbekend', 'nee'],
    // The register of non-residents, a municipality that was not asked for or is not known, and an entry that is closed.
    [{ gemeenteVanInschrijving: { code: '1999' } }, 'onbekend', 'onbekend'],
    [{}, 'onbekend', 'onbekend'],
    [{ gemeenteVanInschrijving: { code: '0000' } }, 'onbekend', 'onbekend'],
    [
      { gemeenteVanInschrijving: denHaag, opschortingBijhouding: { reden: { code: 'E' } } },
      'onbekend',
      'onbekend',
    ],
    [{ gemeenteVanInschrijving: { code: '1999' }, geheimhoudingPersoonsgegevens: true }, 'ja', 'ja'],
  ] as const
  for (const [persoon, standaard, gezien] of gevallen)
    assert.deepEqual(
      [geheimhoudingVan(persoon, 'onbekend'), geheimhoudingVan(persoon, 'nee')],
      [standaard, gezien],
      JSON.stringify(persoon),
    )
})
