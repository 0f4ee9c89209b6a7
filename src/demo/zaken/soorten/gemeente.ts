import { soort, stappen, type Zaaksoort } from './zaaksoort.ts'

const melding = {
  stappen: stappen.melding,
  resultaten: ['Opgelost', 'Niet opgelost', 'Dubbele melding'],
  stukkenIn: ['Melding'],
  stukkenUit: ['Bericht over uw melding'],
  handeling: 'Melden',
  doorlooptijd: 'P14D',
} as const
const aangifte = {
  stappen: stappen.aangifte,
  resultaten: ['Verwerkt', 'Niet verwerkt'],
  stukkenIn: ['Aangifteformulier'],
  stukkenUit: ['Bevestiging'],
  handeling: 'Aangeven',
  doorlooptijd: 'P14D',
} as const
const geld = { onderwerp: 'Geld en inkomen', stappen: stappen.aanvraagMetVraag } as const
const zorg = {
  stappen: stappen.onderzoek,
  stukkenUit: ['Verslag van het gesprek', 'Brief met het besluit'],
} as const

/** Common at municipalities. */
export const gemeentesoorten: readonly Zaaksoort[] = [
  soort('bijstandsuitkering', 'Bijstandsuitkering', geld.onderwerp, 50, {
    ...geld,
    besluit: 'Besluit bijstandsuitkering',
    niveau: 'zaakvertrouwelijk',
    stukkenIn: ['Aanvraagformulier', 'Bankafschriften', 'Huurcontract'],
  }),
  soort('bijzondere-bijstand', 'Bijzondere bijstand', geld.onderwerp, 40, {
    ...geld,
    besluit: 'Besluit bijzondere bijstand',
    niveau: 'zaakvertrouwelijk',
    stukkenIn: ['Aanvraagformulier', 'Offerte'],
  }),
  soort('individuele-inkomenstoeslag', 'Individuele inkomenstoeslag', geld.onderwerp, 35, {
    besluit: 'Besluit individuele inkomenstoeslag',
    niveau: 'zaakvertrouwelijk',
  }),
  soort('energietoeslag', 'Hulp bij energiekosten', geld.onderwerp, 30, { niveau: 'zaakvertrouwelijk' }),
  soort('schuldhulpverlening', 'Hulp bij schulden', geld.onderwerp, 120, {
    ...zorg,
    besluit: 'Beschikking schuldhulpverlening',
    niveau: 'zaakvertrouwelijk',
    stukkenIn: ['Aanmelding', 'Overzicht van schulden'],
  }),
  soort(
    'kwijtschelding-gemeentelijke-belastingen',
    'Kwijtschelding gemeentelijke belastingen',
    'Belastingen',
    45,
    {
      besluit: 'Besluit kwijtschelding',
      niveau: 'zaakvertrouwelijk',
    },
  ),
  soort('stadspas', 'Stadspas of minimapas', geld.onderwerp, 20, { doorlooptijd: 'P28D' }),
  soort('kindpakket', 'Vergoeding sport en cultuur voor kinderen', 'Kinderen', 25, {
    past: ({ kinderen }) => kinderen > 0,
  }),
  soort('leerlingenvervoer', 'Leerlingenvervoer', 'Onderwijs', 45, {
    besluit: 'Besluit leerlingenvervoer',
    past: ({ kinderen }) => kinderen > 0,
  }),
  soort('huishoudelijke-hulp', 'Hulp in het huishouden (Wmo)', 'Zorg en ondersteuning', 55, {
    ...zorg,
    besluit: 'Besluit maatschappelijke ondersteuning',
    niveau: 'zaakvertrouwelijk',
    past: ({ leeftijd }) => leeftijd > 60,
  }),
  soort('woningaanpassing', 'Aanpassing van de woning (Wmo)', 'Zorg en ondersteuning', 80, {
    ...zorg,
    besluit: 'Besluit woningaanpassing',
    niveau: 'zaakvertrouwelijk',
    past: ({ leeftijd }) => leeftijd > 55,
  }),
  soort('vervoersvoorziening', 'Vervoer voor wie slecht loopt (Wmo)', 'Zorg en ondersteuning', 50, {
    ...zorg,
    niveau: 'zaakvertrouwelijk',
    past: ({ leeftijd }) => leeftijd > 55,
  }),
  soort('jeugdhulp', 'Jeugdhulp', 'Kinderen', 70, {
    ...zorg,
    besluit: 'Besluit jeugdhulp',
    niveau: 'vertrouwelijk',
    past: ({ kinderen }) => kinderen > 0,
  }),
  soort('gehandicaptenparkeerkaart', 'Gehandicaptenparkeerkaart', 'Parkeren', 45, {
    stappen: stappen.aanvraagMetVraag,
    besluit: 'Besluit gehandicaptenparkeerkaart',
    niveau: 'zaakvertrouwelijk',
    stukkenIn: ['Aanvraagformulier', 'Verklaring van de arts'],
  }),
  soort('parkeervergunning', 'Parkeervergunning', 'Parkeren', 12, { doorlooptijd: 'P14D' }),
  soort('omgevingsvergunning', 'Omgevingsvergunning', 'Bouwen en wonen', 65, {
    stappen: stappen.vergunning,
    besluit: 'Besluit omgevingsvergunning',
    stukkenIn: ['Aanvraagformulier', 'Bouwtekening', 'Foto van de woning'],
  }),
  soort('kapvergunning', 'Boom kappen', 'Bouwen en wonen', 55, {
    stappen: stappen.vergunning,
    besluit: 'Besluit boom kappen',
    stukkenIn: ['Aanvraagformulier', 'Foto van de boom'],
  }),
  soort('evenementenvergunning', 'Vergunning voor een evenement', 'Ondernemen', 70, {
    stappen: stappen.vergunning,
    besluit: 'Besluit evenementenvergunning',
    stukkenIn: ['Aanvraagformulier', 'Plattegrond', 'Veiligheidsplan'],
    past: ({ heeftOnderneming }) => heeftOnderneming,
  }),
  soort('terrasvergunning', 'Vergunning voor een terras', 'Ondernemen', 50, {
    besluit: 'Besluit terrasvergunning',
    past: ({ heeftOnderneming }) => heeftOnderneming,
  }),
  soort('standplaatsvergunning', 'Vergunning voor een standplaats', 'Ondernemen', 50, {
    besluit: 'Besluit standplaats',
    past: ({ heeftOnderneming }) => heeftOnderneming,
  }),
  soort('melding-openbare-ruimte', 'Melding over de straat', 'Buurt', 9, melding),
  soort('melding-overlast', 'Melding over overlast', 'Buurt', 21, {
    ...melding,
    niveau: 'zaakvertrouwelijk',
  }),
  soort('grofvuil', 'Grofvuil laten ophalen', 'Afval', 8, {
    ...melding,
    resultaten: ['Opgehaald', 'Niet opgehaald'],
    handeling: 'Aanvragen',
  }),
  soort('verhuizing', 'Verhuizing doorgeven', 'Burgerzaken', 6, aangifte),
  soort('geboorteaangifte', 'Aangifte van geboorte', 'Burgerzaken', 4, {
    ...aangifte,
    past: ({ kinderen }) => kinderen > 0,
  }),
  soort('overlijdensaangifte', 'Aangifte van overlijden', 'Burgerzaken', 4, {
    ...aangifte,
    past: ({ isWeduwe }) => isWeduwe,
  }),
  soort('melding-huwelijk', 'Melding van een huwelijk', 'Burgerzaken', 40, {
    ...aangifte,
    doorlooptijd: 'P42D',
    past: ({ isGehuwd }) => isGehuwd,
  }),
  soort('paspoort', 'Paspoort of identiteitskaart', 'Burgerzaken', 9, {
    resultaten: ['Uitgereikt', 'Niet opgehaald'],
    stappen: [
      ['Aangevraagd', 'Wij hebben uw aanvraag ontvangen.'],
      ['In productie', 'Uw document wordt gemaakt.'],
      ['Ligt klaar', 'Uw document ligt klaar. U kunt het ophalen.'],
      ['Uitgereikt', 'U hebt uw document.'],
    ],
    stukkenUit: [],
    doorlooptijd: 'P14D',
  }),
  soort('rijbewijs', 'Rijbewijs', 'Burgerzaken', 9, {
    resultaten: ['Uitgereikt', 'Niet opgehaald'],
    stukkenUit: [],
    doorlooptijd: 'P14D',
  }),
  soort('naturalisatie', 'Nederlander worden', 'Burgerzaken', 300, {
    doorlooptijd: 'P1Y',
    stukkenIn: ['Verzoek', 'Geboorteakte', 'Diploma inburgering'],
    past: ({ vanBuiten }) => vanBuiten,
  }),
  soort('briefadres', 'Briefadres aanvragen', 'Burgerzaken', 28, {
    stappen: stappen.aanvraagMetVraag,
    niveau: 'zaakvertrouwelijk',
  }),
  soort('urgentieverklaring', 'Voorrang op een huurwoning', 'Bouwen en wonen', 60, {
    stappen: stappen.aanvraagMetVraag,
    besluit: 'Besluit urgentie',
    niveau: 'zaakvertrouwelijk',
    past: ({ isHuurder }) => isHuurder,
  }),
  soort('inburgering', 'Plan voor inburgering', 'Burgerzaken', 150, {
    ...zorg,
    doorlooptijd: 'P26W',
    past: ({ vanBuiten }) => vanBuiten,
  }),
  soort('bezwaar-gemeente', 'Bezwaar tegen een besluit', 'Bezwaar en klacht', 80, {
    stappen: stappen.bezwaar,
    resultaten: ['Gegrond', 'Ongegrond', 'Niet ontvankelijk', 'Ingetrokken'],
    besluit: 'Beslissing op bezwaar',
    stukkenIn: ['Bezwaarschrift'],
    stukkenUit: ['Uitnodiging hoorzitting', 'Beslissing op bezwaar'],
    handeling: 'Indienen',
    niveau: 'zaakvertrouwelijk',
    doorlooptijd: 'P12W',
  }),
  soort('bezwaar-woz', 'Bezwaar tegen de WOZ-waarde', 'Belastingen', 140, {
    stappen: stappen.bezwaar,
    resultaten: ['Waarde verlaagd', 'Waarde blijft gelijk'],
    besluit: 'Uitspraak op bezwaar',
    stukkenIn: ['Bezwaarschrift'],
    stukkenUit: ['Uitspraak op bezwaar'],
    handeling: 'Indienen',
    past: ({ isHuurder }) => !isHuurder,
  }),
  soort('klacht-gemeente', 'Klacht over de gemeente', 'Bezwaar en klacht', 28, {
    stappen: stappen.klacht,
    resultaten: ['Gegrond', 'Ongegrond'],
    stukkenIn: ['Klacht'],
    stukkenUit: ['Antwoord op de klacht'],
    handeling: 'Indienen',
    niveau: 'zaakvertrouwelijk',
    doorlooptijd: 'P6W',
  }),
  soort('interne-controle', 'Controle rechtmatigheid', 'Intern', 60, {
    stappen: stappen.intern,
    resultaten: ['Geen bijzonderheden'],
    stukkenIn: [],
    stukkenUit: [],
    handeling: 'Reageren',
    isIntern: true,
    isOpgelegd: true,
    niveau: 'intern',
  }),
]
