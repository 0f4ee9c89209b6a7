import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesBelnummer } from './belnummer.ts'

test('a number is read as people write it, and dialled as the whole world writes it', () => {
  const geschreven = [
    ...['010 123 45 67', '(06) 12-34-56-78', '+31 10 123 45 67', '+31 (0)10 123 45 67'],
    ...['717 1234', '+599 717 1234', '+32 2 123 45 67'],
  ]
  assert.deepEqual(
    geschreven.map((getypt) => leesBelnummer(getypt, ['+32'])),
    [
      ...['+31101234567', '+31612345678', '+31101234567', '+31101234567'],
      ...['+5997171234', '+5997171234', '+3221234567'],
    ],
  )
})

test('nobody dials help in distress, a number at a price of its own, or what is no number', () => {
  const nooit = [
    ...['112', '911', '912', '144', '14010', '+31112', '0112', '+31 112', '00112'],
    ...[
      '0900 1234567',
      '0900-1234',
      '0906 123 45 67',
      '0909 123 45 67',
      '+31900 1234567',
      '+31 (0)900 1234567',
    ],
    ...['+31 (0) 906 1234567', '+979 1 1234 5678', '+31 900 1234', '1850'],
    ...[
      '',
      'nee',
      '+',
      '010123456',
      '+31 10 12\r\nVia: x',
      '0101234567;tag=1',
      '0101234567@elders',
      '+0311234567',
    ],
  ]
  for (const getypt of nooit) assert.equal(leesBelnummer(getypt), undefined, getypt)
})

test('abroad is dialled only where whoever runs the installation said so, and a price of its own nowhere', () => {
  for (const getypt of [
    '+32 2 123 45 67',
    '+49 30 1234567',
    '+1 212 555 0100',
    '+5999 717 1234',
    '+88 123 456 789',
  ])
    assert.equal(leesBelnummer(getypt), undefined, getypt)
  assert.equal(leesBelnummer('+49 30 1234567', ['+49']), '+49301234567')
  assert.equal(leesBelnummer('+5999 717 1234', ['+5999']), '+59997171234')
  assert.equal(leesBelnummer('0900 123 45 67', ['+31900']), undefined)
  assert.deepEqual(
    ['+599 717 1234', '+599 318 1234', '+599 416 1234'].map((getypt) => leesBelnummer(getypt)),
    ['+5997171234', '+5993181234', '+5994161234'],
  )
})
