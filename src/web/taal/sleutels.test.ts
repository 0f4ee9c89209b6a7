import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTeksten } from '../../platform/i18n/index.ts'

const web = join(import.meta.dirname, '..')
const { nl } = loadTeksten(join(web, '..', '..', 'corpus', 'teksten'))

/** Names as pages write them: whole, or up to the part that a page fills in. */
function namenIn(bron: string): { readonly heel: readonly string[]; readonly begin: readonly string[] } {
  const vind = (vorm: RegExp): readonly string[] => [...bron.matchAll(vorm)].map(([, naam = '']) => naam)
  return { heel: vind(/\bt\(\s*'([\w.-]+)'/g), begin: vind(/\bt\(\s*`([\w.-]+)\$\{/g) }
}

test('a page asks for no text that is not there: that would be an error page for whoever opens it', (t) => {
  const namen = [...nl.keys()]
  let aantal = 0
  const mist = globSync('**/*.ts', { cwd: web, exclude: ['**/*.test.ts'] }).flatMap((bestand) => {
    const { heel, begin } = namenIn(readFileSync(join(web, bestand), 'utf8'))
    aantal += heel.length + begin.length
    const weg = [
      ...heel.filter((naam) => !nl.has(naam)),
      ...begin.filter((deel) => !namen.some((naam) => naam.startsWith(deel))),
    ]
    return weg.map((naam) => `${bestand}: ${naam}`)
  })
  assert.deepEqual(mist, [])
  t.diagnostic(`${aantal} namen`)
  assert.ok(aantal > 500)
})

test('a name that is gone would be found', () => {
  const { heel, begin } = namenIn(
    `t('mijn.weg', { n: 1 }) + t(\n  \`balie.weg.\${wat}\`) + set('geen.tekst')`,
  )
  assert.deepEqual([heel, begin], [['mijn.weg'], ['balie.weg.']])
})
