import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv } from './csv.ts'

test('rows as text that a spreadsheet reads as it was meant', () => {
  assert.equal(
    csv([
      ['naam', 'euro'],
      ['Súdwest-Fryslân', 12],
    ]),
    'naam,euro\r\nSúdwest-Fryslân,12\r\n',
  )
  assert.equal(csv([['a,b', 'zegt "ja"', 'twee\nregels']]), '"a,b","zegt ""ja""","twee\nregels"\r\n')
  assert.equal(csv([[-3, '-12.50', '-7']]), '-3,-12.50,-7\r\n')
  assert.equal(csv([['=1+1', '+1', '@x', '-x', '-1+1', '\t=1']]), "'=1+1,'+1,'@x,'-x,'-1+1,'\t=1\r\n")
  assert.equal(csv([['=A1,B1', '\r=1']]), '"\'=A1,B1","\'\r=1"\r\n')
})
