import { soort, stappen, type Zaaksoort } from './zaaksoort.ts'

const vaststelling = {
  stappen: stappen.vaststelling,
  resultaten: ['Toegekend', 'Afgewezen'],
  stukkenUit: ['Voorlopige beschikking', 'Definitieve beschikking'],
  doorlooptijd: 'P6M',
} as const
const bezwaar = {
  stappen: stappen.bezwaar,
  resultaten: ['Gegrond', 'Ongegrond', 'Ingetrokken'],
  besluit: 'Beslissing op bezwaar',
  stukkenIn: ['Bezwaarschrift'],
  stukkenUit: ['Beslissing op bezwaar'],
  handeling: 'Indienen',
  niveau: 'zaakvertrouwelijk',
} as const
const opgelegd = {
  stappen: stappen.betaling,
  resultaten: ['Betaald', 'Kwijtgescholden'],
  stukkenIn: [],
  stukkenUit: ['Acceptgiro', 'Betalingsherinnering'],
  handeling: 'Reageren',
  isOpgelegd: true,
  doorlooptijd: 'P16W',
} as const

/** Common at organisations of the whole country, by the organisation that has them. */
export const landelijkeSoorten: Readonly<Record<string, readonly Zaaksoort[]>> = {
  svb: [
    soort('aow', 'AOW-pensioen', 'Pensioen', 50, {
      besluit: 'Besluit AOW',
      past: ({ leeftijd }) => leeftijd >= 66,
    }),
    soort('kinderbijslag', 'Kinderbijslag', 'Kinderen', 30, {
      besluit: 'Besluit kinderbijslag',
      stukkenIn: ['Aanvraagformulier', 'Geboorteakte'],
      past: ({ kinderen }) => kinderen > 0,
    }),
    soort('aio', 'Aanvulling voor ouderen (AIO)', 'Pensioen', 55, {
      stappen: stappen.aanvraagMetVraag,
      besluit: 'Besluit AIO',
      niveau: 'zaakvertrouwelijk',
      past: ({ leeftijd }) => leeftijd >= 66,
    }),
    soort('nabestaandenuitkering', 'Nabestaandenuitkering (Anw)', 'Pensioen', 50, {
      besluit: 'Besluit Anw',
      past: ({ isWeduwe }) => isWeduwe,
    }),
    soort('pgb-betaling', 'Betaling uit het pgb', 'Zorg en ondersteuning', 18, { doorlooptijd: 'P14D' }),
  ],
  uwv: [
    soort('ww-uitkering', 'WW-uitkering', 'Werk en inkomen', 28, {
      besluit: 'Besluit WW',
      stukkenIn: ['Aanvraagformulier', 'Arbeidscontract'],
      past: ({ leeftijd }) => leeftijd < 67,
    }),
    soort('wia-uitkering', 'WIA-uitkering', 'Werk en inkomen', 110, {
      stappen: stappen.onderzoek,
      besluit: 'Besluit WIA',
      niveau: 'zaakvertrouwelijk',
      stukkenIn: ['Aanvraagformulier', 'Medische gegevens'],
      past: ({ leeftijd }) => leeftijd < 67,
    }),
    soort('ziektewet', 'Ziektewetuitkering', 'Werk en inkomen', 30, {
      besluit: 'Besluit Ziektewet',
      niveau: 'zaakvertrouwelijk',
      past: ({ leeftijd }) => leeftijd < 67,
    }),
    soort('zwangerschapsuitkering', 'Uitkering bij zwangerschap', 'Kinderen', 21, {
      past: ({ kinderen, leeftijd }) => kinderen > 0 && leeftijd < 48,
    }),
    soort('bezwaar-uwv', 'Bezwaar bij UWV', 'Bezwaar en klacht', 90, bezwaar),
  ],
  duo: [
    soort('studiefinanciering', 'Studiefinanciering', 'Onderwijs', 25, {
      besluit: 'Bericht studiefinanciering',
      past: ({ leeftijd }) => leeftijd >= 17 && leeftijd <= 32,
    }),
    soort('studieschuld-draagkracht', 'Lager maandbedrag studieschuld', 'Onderwijs', 35, {
      past: ({ leeftijd }) => leeftijd >= 22 && leeftijd <= 60,
    }),
    soort('diplomawaardering', 'Waardering van een buitenlands diploma', 'Onderwijs', 30, {
      stukkenIn: ['Diploma', 'Cijferlijst'],
      stukkenUit: ['Waardering'],
      resultaten: ['Gewaardeerd', 'Niet te waarderen'],
      past: ({ vanBuiten }) => vanBuiten,
    }),
    soort('lening-inburgering', 'Lening voor inburgering', 'Burgerzaken', 35, {
      past: ({ vanBuiten }) => vanBuiten,
    }),
  ],
  'dienst-toeslagen': [
    soort('zorgtoeslag', 'Zorgtoeslag', 'Toeslagen', 150, vaststelling),
    soort('huurtoeslag', 'Huurtoeslag', 'Toeslagen', 150, {
      ...vaststelling,
      past: ({ isHuurder }) => isHuurder,
    }),
    soort('kindgebonden-budget', 'Kindgebonden budget', 'Toeslagen', 150, {
      ...vaststelling,
      past: ({ kinderen }) => kinderen > 0,
    }),
    soort('kinderopvangtoeslag', 'Kinderopvangtoeslag', 'Toeslagen', 150, {
      ...vaststelling,
      past: ({ kinderen, leeftijd }) => kinderen > 0 && leeftijd < 60,
    }),
    soort('terugbetaling-toeslag', 'Terugbetaling van toeslag', 'Toeslagen', 90, {
      ...opgelegd,
      stukkenUit: ['Terugvorderingsbeschikking'],
      niveau: 'zaakvertrouwelijk',
    }),
    soort('bezwaar-toeslagen', 'Bezwaar bij Dienst Toeslagen', 'Bezwaar en klacht', 90, bezwaar),
  ],
  belastingdienst: [
    soort('aangifte-inkomstenbelasting', 'Aangifte inkomstenbelasting', 'Belastingen', 100, {
      ...vaststelling,
      handeling: 'Aangeven',
      resultaten: ['Teruggaaf', 'Te betalen', 'Nihil'],
      stukkenIn: ['Aangifte'],
      stukkenUit: ['Voorlopige aanslag', 'Definitieve aanslag'],
    }),
    soort('voorlopige-aanslag', 'Voorlopige aanslag wijzigen', 'Belastingen', 35, {
      resultaten: ['Gewijzigd', 'Niet gewijzigd'],
    }),
    soort('uitstel-van-betaling', 'Uitstel van betaling', 'Belastingen', 25, {
      niveau: 'zaakvertrouwelijk',
    }),
    soort('btw-aangifte', 'Aangifte omzetbelasting', 'Belastingen', 20, {
      stappen: stappen.aangifte,
      resultaten: ['Verwerkt', 'Naheffing'],
      handeling: 'Aangeven',
      stukkenIn: ['Aangifte'],
      stukkenUit: ['Ontvangstbevestiging'],
      past: ({ heeftOnderneming }) => heeftOnderneming,
    }),
    soort('bezwaar-belasting', 'Bezwaar tegen een aanslag', 'Bezwaar en klacht', 90, bezwaar),
  ],
  cak: [
    soort('eigen-bijdrage-wmo', 'Eigen bijdrage Wmo', 'Zorg en ondersteuning', 60, opgelegd),
    soort('eigen-bijdrage-wlz', 'Eigen bijdrage Wlz', 'Zorg en ondersteuning', 60, {
      ...opgelegd,
      past: ({ leeftijd }) => leeftijd > 65,
    }),
    soort('zorgverzekering-onverzekerd', 'Geen zorgverzekering', 'Zorg en ondersteuning', 90, opgelegd),
  ],
  cjib: [
    soort('verkeersboete', 'Verkeersboete', 'Boetes', 60, { ...opgelegd, stukkenUit: ['Beschikking'] }),
    soort('betalingsregeling-boete', 'Boete in delen betalen', 'Boetes', 20, {
      niveau: 'zaakvertrouwelijk',
    }),
    soort('beroep-verkeersboete', 'Beroep tegen een boete', 'Bezwaar en klacht', 100, {
      ...bezwaar,
      besluit: 'Beslissing op beroep',
    }),
  ],
  rdw: [
    soort('tellerstand', 'Correctie van een tellerstand', 'Voertuigen', 30, {
      stukkenIn: ['Formulier', 'Foto van de teller'],
    }),
    soort('bezwaar-rdw', 'Bezwaar', 'Bezwaar en klacht', 60, bezwaar),
  ],
  ind: [
    soort('verblijfsvergunning-gezin', 'Verblijfsvergunning voor een gezinslid', 'Verblijf', 130, {
      doorlooptijd: 'P90D',
      besluit: 'Besluit verblijfsvergunning',
      stappen: stappen.aanvraagMetVraag,
      niveau: 'zaakvertrouwelijk',
      stukkenIn: ['Aanvraagformulier', 'Huwelijksakte', 'Inkomensverklaring'],
    }),
    soort('verlenging-verblijfsvergunning', 'Verlenging verblijfsvergunning', 'Verblijf', 70, {
      doorlooptijd: 'P90D',
      besluit: 'Besluit verblijfsvergunning',
      past: ({ vanBuiten }) => vanBuiten,
    }),
    soort('onbepaalde-tijd', 'Verblijf voor onbepaalde tijd', 'Verblijf', 120, {
      doorlooptijd: 'P6M',
      besluit: 'Besluit verblijf onbepaalde tijd',
      past: ({ vanBuiten }) => vanBuiten,
    }),
  ],
}
