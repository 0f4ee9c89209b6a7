import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTeksten } from '../../platform/i18n/index.ts'
import { maakSpraak } from './spraak.ts'
import { artikelVanRegel, wetAdres } from './wet.ts'

const { nl, en } = maakSpraak(loadTeksten(join(import.meta.dirname, '../../../corpus/teksten')))
const EIGEN = { naam: 'Wet op de zorgtoeslag', bwb: 'BWBR0018451' }
const AWIR = { naam: 'Algemene wet inkomensafhankelijke regelingen', bwb: 'BWBR0018472' }
const AOW = { naam: 'Algemene Ouderdomswet', bwb: 'BWBR0002221' }

test('a rule of the scheme itself shows its article alone', () => {
  const html = String(artikelVanRegel(nl, EIGEN, { artikel: '2 lid 3' }))
  assert.match(html, /href="https:\/\/wetten\.overheid\.nl\/jci1\.3:c:BWBR0018451&amp;artikel=2&amp;lid=3"/)
  assert.doesNotMatch(html, /zorgtoeslag/)
})

test('a rule from another law shows the name of that law, in Dutch, and links to it', () => {
  const html = String(artikelVanRegel(en, EIGEN, { artikel: 'Awir 3 lid 1', wet: AWIR }))
  assert.match(html, /BWBR0018472&amp;artikel=3&amp;lid=1/)
  assert.match(html, /<span [^>]*lang="nl">Algemene wet inkomensafhankelijke regelingen<\/span>/)
})

test('a law that the article already names, or that is the scheme’s own, is not named twice', () => {
  const artikel = 'Algemene Ouderdomswet 1 lid 3 en 4'
  const html = String(artikelVanRegel(nl, EIGEN, { artikel, wet: AOW }))
  assert.equal(html.split('Algemene Ouderdomswet').length, 2)
  assert.match(html, /BWBR0002221&amp;artikel=1&amp;lid=3/)
  assert.doesNotMatch(String(artikelVanRegel(nl, AWIR, { artikel: '3', wet: AWIR })), /Algemene/)
})

test('without an article or a number there is no link', () => {
  assert.equal(artikelVanRegel(nl, EIGEN, { artikel: '', wet: AWIR }), undefined)
  assert.equal(wetAdres({ naam: 'Kwijtscheldingsbeleid' }, '2'), undefined)
})
