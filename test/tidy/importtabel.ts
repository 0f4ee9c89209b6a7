/**
 * Who may import whom: the table of ARCHITECTURE.md as data. Imports go down only, not through types either.
 * `*` means everything. A test file may import what it tests with.
 */

/** In this order: right may use left, through `index.ts` only. */
export const onderdelen = [
  'inwoner',
  'rechten',
  'gebeurtenissen',
  'zoeken',
  'ervaring',
  'kennis',
  'afzender',
  'kanalen',
  'ontvangst',
  'afspraken',
  'zaken',
  'loket',
  'lijnen',
  'proactief',
  'assistent',
] as const

const grond = ['domain', 'kalender', 'audit', 'toegang', 'corpus', 'engine', 'zgw'] as const

const vast: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  kalender: [],
  domain: ['kalender'],
  platform: [],
  corpus: ['engine', 'domain', 'kalender'],
  zgw: ['engine', 'domain', 'kalender'],
  audit: ['domain', 'kalender'],
  toegang: ['domain', 'kalender', 'audit'],
  store: ['domain', 'platform', 'toegang', 'audit', ...onderdelen],
  web: ['platform', ...grond, ...onderdelen],
  api: ['platform', ...grond, ...onderdelen],
  demo: ['domain', 'zgw', 'platform'],
  cli: ['*'],
  'app.ts': ['*'],
  // The composition root in parts: residents, professionals, connections, running cases elsewhere, where they are, ways out.
  'app-inwoners.ts': ['*'],
  'app-medewerkers.ts': ['*'],
  'app-bronnen.ts': ['*'],
  'app-zaken.ts': ['*'],
  'app-kanalen.ts': ['*'],
  'app-zaakindex.ts': ['*'],
  'app-wegen.ts': ['*'],
  'app-brieven.ts': ['*'],
  'app-afzenders.ts': ['*'],
  'app-ontvangst.ts': ['*'],
  'app-afspraken.ts': ['*'],
  'app-ervaring.ts': ['*'],
  'app-loket.ts': ['*'],
  'app-keten.ts': ['*'],
  'app-klantwerk.ts': ['*'],
  'app-levend.ts': ['*'],
  'app-gezond.ts': ['*'],
  'app-kennis.ts': ['*'],
  'app-lijnen.ts': ['*'],
  'app-bellen.ts': ['*'],
  'app-lijnloop.ts': ['*'],
  'app-notities.ts': ['*'],
  'app-proactief.ts': ['*'],
  'app-volgwerk.ts': ['*'],
  'app-bevolking.ts': ['*'],
  'app-laatsteblik.ts': ['*'],
  'app-levensloop.ts': ['*'],
  'app-belafspraken.ts': ['*'],
  'app-gebruik.ts': ['*'],
  'app-vroegsignalering.ts': ['*'],
  'main.ts': ['*'],
}

/** `undefined` for a room that the plan does not know. */
export function magImporteren(module: string): readonly string[] | undefined {
  const plaats = (onderdelen as readonly string[]).indexOf(module)
  if (plaats >= 0) return [...grond, ...onderdelen.slice(0, plaats)]
  return vast[module]
}

/** An adapter is a folder inside a feature, one per standard: `zaken/zgw/`. */
export function magAdapter(onderdeel: string, map = ''): readonly string[] {
  return [onderdeel, 'domain', 'zgw', 'platform', ...(kamers[`${onderdeel}/${map}`] ?? [])]
}

/** A folder that is no adapter but a room of its own: the whole population is worked out with the rules themselves. */
const kamers: Readonly<Record<string, readonly string[]>> = {
  'proactief/bevolking': ['engine', 'corpus'],
  'proactief/volgen': ['engine', 'corpus', 'kalender', 'audit', 'toegang', 'inwoner', 'kanalen'],
  'proactief/vroegsignalering': ['engine', 'kalender', 'audit', 'inwoner', 'kanalen', 'afspraken'],
}
