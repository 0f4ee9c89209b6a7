import type { Opdracht } from './opdracht.ts'

/** Every command, in the order of the usage text. A command is one file that exports `voerUit: VoerUit`. */
export const opdrachten: readonly Opdracht[] = [
  {
    naam: 'bereken',
    argumenten: ['<vraag.json>'],
    uitleg: 'rekent een vraag uit met de bestanden, niet met wat is gepubliceerd; - leest de standaardinvoer',
    laad: () => import('./bereken.ts'),
  },
  {
    naam: 'regeling controleer',
    argumenten: ['<bestand.yaml>'],
    uitleg: 'noemt elke fout in een regeling, of zegt wat in orde is',
    laad: () => import('./regeling-controleer.ts'),
  },
  {
    naam: 'gebeurtenis controleer',
    argumenten: ['<bestand.yaml>'],
    uitleg: 'noemt elke fout in een levensgebeurtenis, of zegt wat in orde is',
    laad: () => import('./gebeurtenis-controleer.ts'),
  },
  {
    naam: 'postwegen controleer',
    argumenten: [],
    uitleg: 'zegt welke tijdelijke uitzondering op een aangewezen weg voorbij is',
    laad: () => import('./postwegen-controleer.ts'),
  },
  {
    naam: 'regeling publiceer',
    argumenten: ['<bestand.yaml>'],
    uitleg: 'controleert een regeling en laat haar meteen gelden',
    laad: () => import('./regeling-publiceer.ts'),
  },
  {
    naam: 'regeling lijst',
    argumenten: [],
    uitleg: 'toont wat is gepubliceerd of ingetrokken, en of het geldt',
    laad: () => import('./regeling-lijst.ts'),
  },
  {
    naam: 'regeling trek-in',
    argumenten: ['<id>', '[vanaf]', '[gebied]'],
    uitleg: 'laat een publicatie niet meer gelden; de tekst blijft bewaard',
    laad: () => import('./regeling-trek-in.ts'),
  },
  {
    naam: 'keten lijst',
    argumenten: [],
    uitleg: 'toont met welke organisaties ketenzaken worden gedeeld, en hoe',
    laad: () => import('./keten-lijst.ts'),
  },
  {
    naam: 'keten zet',
    argumenten: ['<bestand.json>'],
    uitleg: 'koppelt een organisatie voor ketenzaken, of wijzigt een koppeling',
    laad: () => import('./keten-zet.ts'),
  },
  {
<<<<<<< HEAD
    naam: 'keten wis',
    argumenten: ['<zaak>', '[onderdeel]', '[reden]'],
    uitleg: 'wist wat iemand in een ketenzaak schreef; zonder onderdeel noemt het wat er is',
    laad: () => import('./keten-wis.ts'),
=======
    naam: 'lijnen zet',
    argumenten: ['<bestand>'],
    uitleg: "zet lijnteams in de gids voor collega's, uit een JSON- of CSV-bestand",
    laad: () => import('./lijnen-zet.ts'),
>>>>>>> main
  },
  {
    naam: 'bron lijst',
    argumenten: [],
    uitleg: 'toont welke organisaties zijn aangesloten, en hoe het met elk gaat',
    laad: () => import('./bron-lijst.ts'),
  },
  {
    naam: 'bron test',
    argumenten: ['<organisatie>'],
    uitleg: 'loopt een aansluiting na en zegt bij elke fout wat u doet',
    laad: () => import('./bron-test.ts'),
  },
  {
    naam: 'bron adres',
    argumenten: ['<organisatie>'],
    uitleg: 'toont waar een organisatie haar gebeurtenissen brengt, met haar sleutel',
    laad: () => import('./bron-adres.ts'),
  },
  {
    naam: 'bron sleutel',
    argumenten: ['<organisatie>'],
    uitleg: 'maakt een nieuwe sleutel voor berichten; de oude opent niets meer',
    laad: () => import('./bron-sleutel.ts'),
  },
  {
    naam: 'bron sluit',
    argumenten: ['<organisatie>'],
    uitleg: 'stopt voorgoed met een organisatie; wie wat veranderde, blijft staan',
    laad: () => import('./bron-sluit.ts'),
  },
  {
    naam: 'bron toon',
    argumenten: ['<organisatie>'],
    uitleg: 'toont een aansluiting als bestand voor bron zet, zonder geheimen en proefpersonen',
    laad: () => import('./bron-toon.ts'),
  },
  {
    naam: 'bron zet',
    argumenten: ['<bestand.json>'],
    uitleg: 'sluit een organisatie aan of verandert een aansluiting; het geldt meteen',
    laad: () => import('./bron-zet.ts'),
  },
  {
    naam: 'afzenders lees',
    argumenten: ['<bestand>', '<peildatum>'],
    uitleg: 'leest een momentopname van een register van domeinen van de overheid (CSV of JSON)',
    laad: () => import('./afzenders-lees.ts'),
  },
  {
    naam: 'afzenders stand',
    argumenten: [],
    uitleg: 'zegt welke momentopname geldt en hoe oud zij is',
    laad: () => import('./afzenders-stand.ts'),
  },
  {
    naam: 'bewijs controleer',
    argumenten: ['[controlegetal]'],
    uitleg: 'zoekt elke regel die is veranderd of weggehaald, en de regel van een controlegetal',
    laad: () => import('./bewijs-controleer.ts'),
  },
  {
    naam: 'bezorgbericht',
    argumenten: ['[ontvanger]'],
    uitleg: 'verwerkt een teruggekomen e-mail van de standaardinvoer; een mailserver roept dit aan',
    laad: () => import('./bezorgbericht.ts'),
  },
  {
    naam: 'poststuk email',
    argumenten: ['<organisatie>', '<soort>', '<adres>'],
    uitleg: 'neemt een e-mail aan van de standaardinvoer; een mailserver roept dit aan',
    laad: () => import('./poststuk-email.ts'),
  },
  {
    naam: 'brieven sluit',
    argumenten: [],
    uitleg: 'maakt van de brieven die er liggen een stapel om te drukken',
    laad: () => import('./brieven-sluit.ts'),
  },
  {
    naam: 'brieven controleer',
    argumenten: ['<nummer>'],
    uitleg: 'kijkt of een gesloten stapel brieven nog is zoals hij was',
    laad: () => import('./brieven-controleer.ts'),
  },
  {
    naam: 'brieven herdruk',
    argumenten: ['<kenmerk>'],
    uitleg: 'legt een brief opnieuw neer; er staat bij dat het een nieuwe afdruk is',
    laad: () => import('./brieven-herdruk.ts'),
  },
  {
    naam: 'brieven retour',
    argumenten: ['<kenmerk of bestand>', '[reden]'],
    uitleg: 'schrijft op dat een brief terugkwam',
    laad: () => import('./brieven-retour.ts'),
  },
  {
    naam: 'brieven voorbeeld',
    argumenten: ['<soort>', '[taal]', '[vorm]'],
    uitleg: 'toont wat wij schrijven, met een PDF; vorm is gewoon, groot of braille',
    laad: () => import('./brieven-voorbeeld.ts'),
  },
  {
    naam: 'sessies beeindig',
    argumenten: [],
    uitleg: 'laat iedereen opnieuw inloggen',
    laad: () => import('./sessies-beeindig.ts'),
  },
  {
    naam: 'sleutels wissel',
    argumenten: [],
    uitleg: 'verzegelt de kluis met een nieuwe sleutel',
    laad: () => import('./sleutels-wissel.ts'),
  },
]
