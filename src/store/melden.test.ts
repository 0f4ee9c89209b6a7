import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stilLog } from '../platform/index.ts'
import { luister } from './luister.ts'
import { levendKanaal, meldOp } from './melden.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { alsRol } from './rollen.ts'

test('what one node tells every node hears, and each first hears that it may have missed something', async (t) => {
  const { databank, url } = await openProefdatabank(t)
  const knoop = () => {
    const gehoord: (string | undefined)[] = []
    let wek = () => {}
    const stop = luister({
      ...{ ...alsRol(url, 'app'), log: stilLog, kanaal: levendKanaal },
      bij: (bericht) => {
        gehoord.push(bericht)
        wek()
      },
    })
    t.after(stop)
    return { gehoord, volgende: () => new Promise<void>((klaar) => (wek = klaar)) }
  }
  const knopen = [knoop(), knoop()]
  await Promise.all(knopen.map(({ volgende }) => volgende()))
  const allen = Promise.all(knopen.map(({ volgende }) => volgende()))
  await meldOp(databank, levendKanaal, 'ketenzaak:k-1 ketenzaak:k-2')
  await allen
  for (const { gehoord } of knopen) assert.deepEqual(gehoord, [undefined, 'ketenzaak:k-1 ketenzaak:k-2'])
})
