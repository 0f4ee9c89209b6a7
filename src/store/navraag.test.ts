import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Terugbericht, vraagNa } from '../kanalen/index.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { openProefverzending } from './proefverzending.ts'

const uurMs = 3_600_000

test('what left and of which no word came is asked about after an hour, ever more rarely, and not after a week', async (t) => {
  const huis = openProefverzending(await openProefdatabank(t))
  huis.weg('brief')
  const an = huis.persoon()
  huis.postadressen.set(an, ['Mevrouw An', 'Dorpsstraat 1', '1234 AB Dorp'])
  const id = await huis.stuur(an)
  await huis.werkAf()
  const begin = huis.klok.nu.getTime()
  const gevraagd: number[] = []
  const fouten: unknown[] = []
  let antwoord: Terugbericht['uitkomst'] | undefined
  const delen = (kanalen: readonly ('brief' | 'sms')[] = ['brief']) => ({
    ...{ store: huis.zendingen, kanalen, neemTerug: huis.bezorgdienst.neemTerug, nu: () => huis.klok.nu },
    volg: async (_kanaal: string, zending: string) => {
      gevraagd.push(Math.round((huis.klok.nu.getTime() - begin) / uurMs))
      if (gevraagd.length === 1) throw new Error('de dienst is weg')
      return antwoord && { zending, uitkomst: antwoord, op: huis.klok.nu }
    },
    meldFout: (fout: unknown) => fouten.push(fout),
  })
  const uren = async (tot: number, werk = delen()) => {
    for (let uur = Math.round((huis.klok.nu.getTime() - begin) / uurMs); uur < tot; uur++) {
      huis.klok.nu = new Date(huis.klok.nu.getTime() + uurMs)
      await vraagNa(werk)
    }
  }
  assert.equal(await vraagNa(delen()), 0)
  // Another way than the service carries is nothing to it.
  await uren(1, delen(['sms']))
  assert.deepEqual(gevraagd, [])
  await uren(200)
  // What nobody answered is asked again soon, and is not counted as asked.
  assert.deepEqual([gevraagd, fouten.length], [[2, 3, 8, 18, 38, 78, 158], 1])

  const tweede = await huis.stuur(an)
  await huis.werkAf()
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 2 * uurMs)
  antwoord = 'bezorgd'
  assert.equal(await vraagNa(delen()), 1)
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 24 * uurMs)
  assert.equal(await vraagNa(delen()), 0)
  assert.equal((await huis.verloop(an, tweede)).at(-1)?.stand, 'bezorgd')
  assert.equal((await huis.verloop(an, id)).at(-1)?.stand, 'verzonden')
})
