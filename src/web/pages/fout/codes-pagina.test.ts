import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foutcodes } from '../../../platform/index.ts'
import { proefweb } from '../../proefweb.ts'
import { openbareCodes } from './codes-pagina.ts'

/** Only an operator meets these: they stop the start. */
const BIJ_DE_START = /^(configuratie|poort|datamap|sleutel|databank|migratie|corpus)-/

test('every code that a problem can point to stands on the page of codes', async () => {
  const { body } = await proefweb().inject({ url: '/fouten', headers: { accept: 'text/html' } })
  for (const code of openbareCodes) assert.match(body, new RegExp(`id="${code}"`))
  const buiten = Object.keys(foutcodes).filter((code) => !BIJ_DE_START.test(code))
  assert.deepEqual([...openbareCodes].sort(), buiten.sort())
})
