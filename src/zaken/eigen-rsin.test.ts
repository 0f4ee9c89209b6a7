import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesAansluiting } from './aansluiting.ts'
import { keurEigenRsin, organisatieBij } from './eigen-rsin.ts'
import { proefinvoer } from './proefaansluiting.ts'

const [vanRotterdam, vanCiz] = ['999800103', '999800127']

function aansluiting(organisatie: string, rsins: readonly string[], stand = 'aan') {
  const gelezen = leesAansluiting({ ...proefinvoer(), organisatie, rsins, stand })
  assert.ok(gelezen.ok)
  return gelezen.aansluiting
}

test('a case is of the connection that it came over, whoever else writes down the same number', () => {
  const rotterdam = aansluiting('gemeente-GM0599', [vanRotterdam])
  for (const stand of ['uit', 'proef', 'aan']) {
    const ciz = aansluiting('ciz', [vanRotterdam], stand)
    assert.equal(organisatieBij(rotterdam, vanRotterdam, [ciz, rotterdam]), 'gemeente-GM0599')
    assert.equal(organisatieBij(rotterdam, vanCiz, [ciz, rotterdam]), 'gemeente-GM0599')
  }
})

test('who works for others gives their cases their name, once residents see them', () => {
  const dienst = aansluiting('ciz', [vanCiz, vanRotterdam])
  const rotterdam = (stand: string) => aansluiting('gemeente-GM0599', [vanRotterdam], stand)
  assert.equal(organisatieBij(dienst, vanRotterdam, [dienst, rotterdam('aan')]), 'gemeente-GM0599')
  assert.equal(organisatieBij(dienst, vanRotterdam, [dienst, rotterdam('proef')]), 'ciz')
  assert.equal(organisatieBij(dienst, vanRotterdam, [dienst]), 'ciz')
})

test('the own RSIN of another organisation is refused in first place alone', () => {
  const rotterdam = aansluiting('gemeente-GM0599', [vanRotterdam], 'uit')
  const bezet = [{ veld: 'rsins', code: 'rsin-bezet', wat: 'gemeente-GM0599' }]
  const ciz = aansluiting('ciz', [vanRotterdam])
  assert.deepEqual(keurEigenRsin(ciz, undefined, [rotterdam]), bezet)
  assert.deepEqual(keurEigenRsin(ciz, { rsins: [vanCiz] }, [rotterdam, ciz]), bezet)
  // It stood there before this was refused: the rest may still be changed.
  assert.deepEqual(keurEigenRsin(ciz, ciz, [rotterdam, ciz]), [])
  assert.deepEqual(keurEigenRsin(aansluiting('ciz', [vanCiz, vanRotterdam]), undefined, [rotterdam]), [])
  assert.deepEqual(keurEigenRsin(rotterdam, undefined, [rotterdam]), [])
})
