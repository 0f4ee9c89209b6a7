import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nummerVan } from './lijnbeeld.ts'

test('each thing that a page shows raises its number: the queue, the call, and that it is written that somebody answered', () => {
  const opgenomen = { opgenomenMs: 1_000 }
  const nummers = [
    nummerVan({ nr: 5 }, undefined, undefined),
    nummerVan({ nr: 5 }, { nr: 1 }, {}),
    nummerVan({ nr: 5 }, { nr: 2 }, {}),
    // They answered: the call says so first, and the caller a moment later.
    nummerVan({ nr: 5 }, { nr: 2 }, opgenomen),
    nummerVan({ nr: 5 }, { nr: 3 }, opgenomen),
    // Of so many changes in one call nobody hears each; of the answer they do.
    nummerVan({ nr: 5 }, { nr: 900 }, {}),
    nummerVan({ nr: 5 }, { nr: 901 }, opgenomen),
    nummerVan({ nr: 6 }, undefined, undefined),
  ]
  assert.deepEqual(
    nummers.toSorted((a, b) => a - b),
    nummers,
  )
  assert.equal(new Set(nummers).size, nummers.length)
})
