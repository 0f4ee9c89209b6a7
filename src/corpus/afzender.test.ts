import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesAfzender, onbekendeOrganisatie } from './afzender.ts'
import { bronBestand } from './bestand.ts'
import { proefcorpus } from './proefcorpus.ts'
import { leesYaml } from './yaml.ts'

const goed = `id: svb
organisatie: svb
domeinen:
  - { domein: voorbeeld.nl, onder: ja, web: ja, mail: onbekend, bron: een brief, vertrouwen: opgesteld }
telefoons: [{ nummer: "+31201234567", bron: een brief, vertrouwen: opgesteld }]
ibans: [{ nummer: NL91ABNA0417164300, bron: een brief, vertrouwen: opgesteld }]
`

function lees(tekst: string) {
  const gelezen = leesYaml(bronBestand('afzenders/svb.yaml', tekst))
  assert.ok(gelezen.ok)
  return { ...leesAfzender(gelezen.document), document: gelezen.document }
}

test('every entry that ships has a source, and gov.nl waits for its switch', () => {
  const { afzenders } = proefcorpus()
  for (const { id, domeinen, telefoons, sms, ibans } of afzenders.values())
    for (const { bron, vertrouwen } of [...domeinen, ...telefoons, ...sms, ...ibans])
      assert.ok(bron !== '' && vertrouwen !== '', id)
  assert.equal(afzenders.get('gov-nl')?.als, 'gov-nl')
})

test('what is not said is unknown, and not false', () => {
  const { afzender } = lees(goed.replace(', onder: ja, web: ja, mail: onbekend', ''))
  const [domein] = afzender.domeinen
  assert.deepEqual([domein?.onder, domein?.web, domein?.mail], ['onbekend', 'onbekend', 'onbekend'])
})

test('what an author gets wrong is named', () => {
  assert.deepEqual(lees(goed).fouten, [])
  for (const [van, naar, code] of [
    ['voorbeeld.nl', 'https://voorbeeld.nl', 'afzender-domein'],
    ['voorbeeld.nl', 'Voorbeeld.nl', 'afzender-domein'],
    ['mail: onbekend', 'mail: misschien', 'waarde-onbekend'],
    ['+31201234567', '020 1234567', 'afzender-nummer'],
    ['NL91ABNA0417164300', 'NL91ABNA0417164301', 'afzender-nummer'],
    [', bron: een brief, vertrouwen: opgesteld }\ntel', ', vertrouwen: opgesteld }\ntel', 'veld-ontbreekt'],
    ['id: svb', 'id: uwv', 'afzender-naam'],
    ['organisatie: svb\n', '', 'veld-ontbreekt'],
    ['domeinen:', 'domeins:', 'veld-onbekend'],
  ] as const) {
    assert.ok(goed.includes(van), van)
    assert.ok(
      lees(goed.replace(van, naar)).fouten.some((fout) => fout.code === code),
      `${naar}: ${code}`,
    )
  }
})

test('an organisation that nobody described is a fault', () => {
  const { document } = lees(goed)
  assert.deepEqual(onbekendeOrganisatie(document, new Map([['svb', 1]])), [])
  assert.equal(onbekendeOrganisatie(document, new Map())[0]?.code, 'afzender-organisatie')
})
