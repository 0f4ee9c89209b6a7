/** For tests: the shipped corpus. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { foutregel } from './foutregel.ts'
import { type GeladenCorpus, loadCorpus } from './laden.ts'

let geladen: GeladenCorpus | undefined

/** Read and compiled once for all tests of one run: it does not change. */
export function proefcorpus(): GeladenCorpus {
  if (geladen) return geladen
  const uitslag = loadCorpus({ mappen: [join(import.meta.dirname, '..', '..', 'corpus')] })
  assert.ok(uitslag.ok, uitslag.ok ? '' : uitslag.fouten.map((fout) => foutregel(fout)).join('\n'))
  geladen = uitslag.corpus
  return geladen
}
