import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { proefregister } from '../audit/proefaudit.ts'
import { maakUuid7, parseDatum, parseOrganisatieId } from '../domain/index.ts'
import type { Loketvrager, Werkregel } from './loket.ts'
import type { WerkStore } from './werk-store.ts'
import { metElders, WERK_PER_BLAD, werkbladen } from './werkblad.ts'

const nu = new Date('2026-03-01T09:00:00Z')
const svb = parseOrganisatieId('svb') ?? assert.fail()
const vrager: Loketvrager = {
  subject: { soort: 'medewerker', medewerker: 'm', organisatie: svb, rollen: ['behandelaar'], doelen: [] },
  voor: { soort: 'zelf' },
}

function regel(dag: number, elders: boolean): Werkregel {
  const termijn = dag === 0 ? undefined : parseDatum(`2026-03-${String(dag).padStart(2, '0')}`)
  const id = () => maakUuid7(nu, randomBytes)
  return {
    ...{ ketenzaak: id(), nummer: 'AAAA-BBBB-CCCC', soort: 'stap', stap: id(), stand: 'gevraagd' },
    ...(termijn && { termijn }),
    ...(elders && { elders: svb }),
  }
}

/** As the database gives them: in order, after the place, no more than was asked. */
function bij(regels: readonly Werkregel[]): WerkStore {
  const sleutel = ({ termijn, ketenzaak, stap }: Werkregel) => `${termijn ?? '9999'} ${ketenzaak} ${stap}`
  const rijen = regels
    .toSorted((a, b) => (sleutel(a) < sleutel(b) ? -1 : 1))
    .map((een) => {
      const { ketenzaak, stap = '', termijn } = een
      return { regel: een, plek: { ketenzaak, sleutel: stap, ...(termijn && { termijn }) } }
    })
  return {
    werkbladen: async (_, { groepen, na, aantal, geteld }) =>
      groepen.map((groep) => {
        const van = groep === 'stap' ? rijen : []
        const vanaf = na && `${na.termijn ?? '9999'} ${na.ketenzaak} ${na.sleutel}`
        const rest = van.filter((een) => vanaf === undefined || sleutel(een.regel) > vanaf)
        return { groep, rijen: rest.slice(0, aantal), aantal: Math.min(van.length, geteld) }
      }),
  }
}

test('lines of elsewhere stand at their place among those of here, each once, however the pages fall', async () => {
  const dagen = fc.array(fc.nat({ max: 28 }), { maxLength: 70 })
  await fc.assert(
    fc.asyncProperty(dagen, dagen, async (hier, daar) => {
      const [eigen, elders] = [hier.map((dag) => regel(dag, false)), daar.map((dag) => regel(dag, true))]
      const delen = { store: bij(eigen), register: () => proefregister([]), nu: () => nu }
      const alle: Werkregel[] = []
      let na: string | undefined
      do {
        const vraag = { groep: 'stap', ...(na && { na }) } as const
        const [blad] = metElders(await werkbladen(delen, vrager, vraag), elders, vraag)
        assert.equal(blad?.aantal, hier.length + daar.length)
        alle.push(...(blad?.rijen ?? []).map((rij) => rij.regel))
        na = blad?.volgende
        assert.ok(na === undefined || blad?.rijen.length === WERK_PER_BLAD)
      } while (na !== undefined)
      assert.deepEqual(new Set(alle), new Set([...eigen, ...elders]))
      assert.equal(alle.length, hier.length + daar.length)
      const volgorde = alle.map(({ termijn }) => termijn ?? '9999')
      assert.deepEqual(volgorde, volgorde.toSorted())
    }),
    { numRuns: 60, seed: 7 },
  )
})
