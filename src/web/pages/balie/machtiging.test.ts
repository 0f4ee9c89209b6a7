import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakPersoonId, type PersoonId } from '../../../domain/index.ts'
import type { BeperkteGegevens, RegisterUitkomst } from '../../../inwoner/index.ts'
import { proefnaam } from '../../proefbalie.ts'
import { proefdag } from '../../proefweb.ts'
import type { Verzoek } from '../../verzoek.ts'
import { beeindig } from './beeindigen.ts'
import { leesNamen } from './machtiging.ts'

const [anna, stil, naamloos] = [1, 2, 3].map((n) =>
  maakPersoonId(new Date(n), () => new Uint8Array(16).fill(n)),
)
assert.ok(anna && stil && naamloos)

function antwoord(wie: PersoonId): RegisterUitkomst<BeperkteGegevens> {
  if (wie === stil) return { status: 'fout', soort: 'onbereikbaar', sinds: proefdag }
  const leeg = {
    voornamen: undefined,
    voorvoegsel: undefined,
    geslachtsnaam: undefined,
    aanschrijfnaam: undefined,
  }
  const waarde = wie === anna ? proefnaam : leeg
  const naam = { waarde, bron: 'brp', datum: undefined, opgehaaldOp: proefdag, isInOnderzoek: false } as const
  return { status: 'ok', gegevens: { naam } as BeperkteGegevens, op: proefdag }
}

test('whose mandate may end is called by name at the desk alone, and whom the register does not name is not called', async () => {
  const gevraagd: PersoonId[] = []
  const naamVan = async (wie: PersoonId) => {
    gevraagd.push(wie)
    return antwoord(wie)
  }
  const eindbaar = [anna, stil, naamloos, anna].map((gemachtigde) => ({ gemachtigde }))
  for (const reden of ['telefoon', 'brief', 'zaak'] as const)
    assert.equal((await leesNamen({ reden }, eindbaar, naamVan)).size, 0)
  assert.deepEqual(gevraagd, [])
  const namen = await leesNamen({ reden: 'balie' }, eindbaar, naamVan)
  assert.deepEqual([...namen], [[anna, 'Anna Proef']])
  assert.deepEqual(gevraagd, [anna, stil, naamloos])
})

test('by telephone nothing ends, and nothing is read for it', async () => {
  const nooit = () => assert.fail('hier wordt niets gelezen')
  const verzoek = {
    isForm: true,
    form: new URLSearchParams({ grond: 'g', id: 'x', aanwezig: 'ja' }),
    werker: { subject: {}, grond: { id: 'g', reden: 'telefoon', persoon: anna } },
    balie: { toegang: { audit: { metVerwerking: nooit }, machtigingen: { vind: nooit, trekIn: nooit } } },
  }
  assert.deepEqual(await beeindig(verzoek as unknown as Verzoek), { soort: 'niet-gevonden' })
})
