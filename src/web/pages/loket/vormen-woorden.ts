/** Forms about words themselves: notes that the resident does not read yet, and words that go. */
import { werknotitieredenen, wisredenen } from '../../../loket/index.ts'
import { doe, eindeVan, keuzesVan, kiesUit, overDagen, reden, type Vorm, w } from './vorm.ts'

/** Named limit: so long a work note of which nobody said otherwise is closed. */
const DICHT_GEWOON_DAGEN = 28

export const woordvormen = {
  werknotitie: {
    kan: ['voeg-werknotitie-toe'],
    velden: (scherm) => [
      { soort: 'tekst', naam: 'tekst', hoogte: 5 },
      {
        soort: 'keuze',
        naam: 'waarom',
        label: 'loket.veld.reden_niet_zien',
        hulp: 'loket.hulp.reden_niet_zien',
        opties: keuzesVan(scherm, 'werknotitiereden', werknotitieredenen),
      },
      {
        soort: 'dag',
        naam: 'tot',
        label: 'loket.veld.dicht_tot',
        waarde: overDagen(scherm, DICHT_GEWOON_DAGEN),
      },
    ],
    maak: (in_, { verzoek }) => {
      const waarom = kiesUit(werknotitieredenen, in_.tekst('waarom'))
      return waarom === undefined
        ? { veld: 'waarom', tekst: verzoek.context.spraak.t('loket.fout.leeg_keuze') }
        : doe({
            soort: 'voeg-werknotitie-toe',
            tekst: w(in_.tekst('tekst')),
            waarom,
            tot: eindeVan(in_.dag('tot')),
          })
    },
  },
  /** Goes to the coordinator, who did not write it. */
  'notities-opvragen': {
    kan: ['vraag-notities-op'],
    bestaat: ({ beeld: { zicht } }) =>
      zicht.onderdelen.some(({ isDicht }) => isDicht) &&
      !zicht.opschalingen.some(
        ({ aanleiding, stand }) => aanleiding === 'notitie-opgevraagd' && stand === 'open',
      ),
    velden: () => [reden],
    maak: (in_) => doe({ soort: 'vraag-notities-op', reden: w(in_.tekst('reden')) }),
  },
  'werknotitie-tonen': {
    kan: ['toon-werknotitie'],
    bestaat: ({ beeld }, over) => beeld.zicht.onderdelen.some(({ id, isDicht }) => id === over && isDicht),
    velden: () => [],
    maak: (_in, _scherm, over) => doe({ soort: 'toon-werknotitie', onderdeel: over }),
  },
  /** What their own organisation wrote. */
  wissen: {
    kan: ['wis-woorden'],
    isEinde: true,
    bestaat: ({ beeld: { zicht } }, over) =>
      zicht.onderdelen.some(
        ({ id, van, isGewist }) =>
          id === over &&
          !isGewist &&
          van.soort === 'organisatie' &&
          van.organisatie === zicht.regie.organisatie,
      ),
    velden: (scherm) => [
      {
        soort: 'keuze',
        naam: 'waarom',
        label: 'loket.veld.reden',
        opties: keuzesVan(scherm, 'wisreden', wisredenen),
      },
    ],
    maak: (in_, { verzoek }, over) => {
      const waarom = kiesUit(wisredenen, in_.tekst('waarom'))
      return waarom === undefined
        ? { veld: 'waarom', tekst: verzoek.context.spraak.t('loket.fout.leeg_keuze') }
        : doe({ soort: 'wis-woorden', onderdeel: over, waarom })
    },
  },
} as const satisfies Readonly<Record<string, Vorm>>
