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
    naam: 'bewijs controleer',
    argumenten: ['[controlegetal]'],
    uitleg: 'zoekt elke regel die is veranderd of weggehaald, en de regel van een controlegetal',
    laad: () => import('./bewijs-controleer.ts'),
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
