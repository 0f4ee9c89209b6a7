import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import { VOORBEELDVRAAG } from './berekeningen.ts'
import { api } from './index.ts'
import { type Fout, foutSchema, probleemSchema } from './problemen.ts'
import { antwoord as antwoordSchema } from './uitkomst-schema.ts'

type Antwoord = z.infer<typeof antwoordSchema>
type Json = Record<string, unknown>

const geladen = proefcorpus()
let app: FastifyInstance

before(() => {
  const { engine, gebeurtenissen, organisaties } = geladen
  app = createKern({ log: stilLog })
  const nu = (): Date => new Date('2026-03-01T12:00:00Z')
  app.register(api, {
    log: stilLog,
    corpus: () => engine,
    gebeurtenissen: () => gebeurtenissen,
    organisaties: () => organisaties,
    nu,
  })
})

const stuur = (payload: string | object, url = '/api/v1/berekeningen') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

async function reken(vraag: object): Promise<Antwoord> {
  const { statusCode, body } = await stuur(vraag)
  assert.equal(statusCode, 200, body)
  return JSON.parse(body) as Antwoord
}

/** The faults of a refused request, of which the form is checked on the way. */
async function fouten(vraag: string | object): Promise<Fout[]> {
  const { statusCode, headers, body } = await stuur(vraag)
  assert.equal(statusCode, 400, body)
  assert.match(String(headers['content-type']), /^application\/problem\+json/)
  const { errors, ...probleem } = JSON.parse(body)
  assert.deepEqual(probleemSchema.parse(probleem), probleem)
  for (const fout of errors) assert.deepEqual(foutSchema.parse(fout), fout)
  return errors
}

const plekken = async (vraag: string | object): Promise<string[]> =>
  (await fouten(vraag)).map((f) => `${f.code} ${f.pointer}`)

/** The contract's household with something else in one place. */
function metHuishouden(pad: string, waarde: unknown): Json {
  const vraag = structuredClone(VOORBEELDVRAAG) as unknown as Json
  const stappen = pad.split('/')
  const laatste = stappen.pop() ?? ''
  const plek = stappen.reduce<unknown>((o, stap) => Reflect.get(o as object, stap), vraag.huishouden)
  Reflect.set(plek as object, laatste, waarde)
  return vraag
}

describe('POST /api/v1/berekeningen', () => {
  it('answers the published contract to the letter', async () => {
    const uit = await reken(VOORBEELDVRAAG)
    assert.equal(uit.datum, '2026-03-01')
    assert.deepEqual(
      uit.uitkomsten.map((u) => u.regeling),
      ['zorgtoeslag', 'huurtoeslag'],
    )
    const [zorg] = uit.uitkomsten
    assert.ok(zorg)
    assert.equal(zorg.soort, 'geld')
    assert.equal(zorg.recht, 'ja')
    assert.equal(zorg.bedrag?.valuta, 'EUR')
    assert.equal(zorg.bedrag?.per, 'maand')
    assert.equal(zorg.bedrag?.waarde, zorg.grenzen?.van)
    assert.deepEqual(zorg.ontbreekt, [])
    assert.equal(zorg.maanden?.length, 12)
    for (const veld of ['vertrouwen', 'jaarbedrag', 'grenzen', 'uitleg', 'ontvangstbewijs', 'wijzigingen'])
      assert.ok(veld in zorg, veld)
  })

  it('tells each step and what is left out in Dutch, with English and Papiamentu beside it', async () => {
    const [zorg] = (await reken(VOORBEELDVRAAG)).uitkomsten
    for (const { vertalingen } of [...(zorg?.uitleg.stappen ?? []), ...(zorg?.uitleg.onzeker ?? [])])
      assert.deepEqual(Object.keys(vertalingen ?? {}), ['en', 'pap'])
    const [stap] = zorg?.uitleg.stappen ?? []
    assert.equal(stap?.uitleg, 'U of uw toeslagpartner heeft een Nederlandse zorgverzekering.')
    assert.equal(stap?.vertalingen?.en, 'You or your benefit partner have Dutch health insurance.')
    assert.ok((zorg?.uitleg.onzeker.length ?? 0) > 0)
  })

  it('has no property that the document does not describe', async () => {
    for (const regelingen of [VOORBEELDVRAAG.regelingen, undefined]) {
      const uit = await reken({ ...VOORBEELDVRAAG, regelingen })
      assert.deepEqual(antwoordSchema.parse(uit), uit)
    }
    const onbekend = await reken({ datum: '2026-03-01', huishouden: {} })
    assert.deepEqual(antwoordSchema.parse(onbekend), onbekend)
  })

  it('takes a range, spells, nobody and not known', async () => {
    const bereik = await reken(metHuishouden('aanvrager/toetsingsinkomen', { van: 0, tot: 3_000_000 }))
    assert.ok((bereik.uitkomsten[0]?.grenzen?.tot ?? 0) >= (bereik.uitkomsten[0]?.grenzen?.van ?? 1))
    const perioden = [
      { vanaf: '2026-01-01', tot: '2026-07-01', waarde: 70_000 },
      { vanaf: '2026-07-01', tot: '2027-01-01', waarde: 72_000 },
    ]
    await reken(metHuishouden('woning/kale_huur', perioden))
    await reken({ datum: '2026-03-01', huishouden: { partner: null, kinderen: [], medebewoners: [] } })
    const niets = await reken({ datum: '2026-03-01', huishouden: {}, regelingen: ['zorgtoeslag'] })
    assert.equal(niets.uitkomsten[0]?.recht, 'onbekend')
    assert.equal(niets.uitkomsten[0]?.bedrag, undefined)
    assert.ok((niets.uitkomsten[0]?.ontbreekt.length ?? 0) > 0)
  })
})

describe('a faulty question names every fault', () => {
  const kinderen = (n: number): Json[] => Array.from({ length: n }, () => ({ geboortedatum: '2016-04-02' }))
  const gevallen: readonly (readonly [naam: string, vraag: string | object, verwacht: readonly string[]])[] =
    [
      [
        'an unknown name of a fact',
        metHuishouden('aanvrager/inkomen', 1),
        ['onbekende-naam /huishouden/aanvrager/inkomen'],
      ],
      ['an unknown name at the top', { ...VOORBEELDVRAAG, huishoude: {} }, ['onbekende-naam /huishoude']],
      ['a negative amount', metHuishouden('woning/kale_huur', -1), ['bereik /huishouden/woning/kale_huur']],
      [
        'somebody who is not born yet',
        metHuishouden('aanvrager/geboortedatum', '2030-01-01'),
        [
          'nog-niet-geboren /huishouden/aanvrager/geboortedatum',
          'ouder-dan-ouder /huishouden/kinderen/0/geboortedatum',
        ],
      ],
      [
        'a child older than its parent',
        metHuishouden('kinderen/0/geboortedatum', '1980-01-01'),
        ['ouder-dan-ouder /huishouden/kinderen/0/geboortedatum'],
      ],
      [
        '30 February',
        metHuishouden('partner/geboortedatum', '2026-02-30'),
        ['datum /huishouden/partner/geboortedatum'],
      ],
      [
        '30 February as the date of the question',
        { ...VOORBEELDVRAAG, datum: '2026-02-30' },
        ['datum /datum'],
      ],
      [
        'a fraction of a cent',
        metHuishouden('aanvrager/vermogen', 100.5),
        ['fractie /huishouden/aanvrager/vermogen'],
      ],
      [
        'an amount beyond safe integers',
        metHuishouden('aanvrager/vermogen', 2 ** 53),
        ['te-groot /huishouden/aanvrager/vermogen'],
      ],
      [
        'a range upside down',
        metHuishouden('aanvrager/toetsingsinkomen', { van: 2, tot: 1 }),
        ['omgekeerd /huishouden/aanvrager/toetsingsinkomen'],
      ],
      [
        '5,000 children: one fault',
        metHuishouden('kinderen', kinderen(5_000)),
        ['te-veel /huishouden/kinderen'],
      ],
      ['a list for an object', metHuishouden('aanvrager', []), ['vorm /huishouden/aanvrager']],
      ['an object for a list', metHuishouden('kinderen', {}), ['vorm /huishouden/kinderen']],
      [
        'text for a number',
        metHuishouden('aanvrager/vermogen', '0'),
        ['soort /huishouden/aanvrager/vermogen'],
      ],
      [
        'null for a fact',
        metHuishouden('aanvrager/vermogen', null),
        ['soort /huishouden/aanvrager/vermogen'],
      ],
      [
        'a number for yes or no',
        metHuishouden('aanvrager/zorgverzekerd', 1),
        ['soort /huishouden/aanvrager/zorgverzekerd'],
      ],
      ['an unknown choice', metHuishouden('woning/soort', 'kasteel'), ['keuze /huishouden/woning/soort']],
      [
        'an unknown place',
        metHuishouden('woning/gemeente', 'GM9999'),
        ['gebied /huishouden/woning/gemeente'],
      ],
      [
        'an unknown scheme',
        { ...VOORBEELDVRAAG, regelingen: ['zorgtoeslag', 'gratis-geld'] },
        ['onbekende-regeling /regelingen/1'],
      ],
      [
        'a series upside down',
        { ...VOORBEELDVRAAG, reeks: { van: '2027-01-01', tot: '2026-01-01' } },
        ['omgekeerd /reeks/tot'],
      ],
      [
        'a series of a thousand years',
        { ...VOORBEELDVRAAG, reeks: { van: '1990-01-01', tot: '2099-01-01' } },
        ['te-lang /reeks'],
      ],
      ['no household', { datum: '2026-03-01' }, ['ontbreekt /huishouden']],
      ['no date', { huishouden: {} }, ['ontbreekt /datum']],
      ['an empty body', '', ['leeg ']],
      ['a list as the body', [], ['vorm ']],
      ['null as the body', 'null', ['vorm ']],
      ['broken JSON', '{"datum": "2026-03-01", ', ['ongeldige-json ']],
      [
        'a key that stands twice',
        '{"datum": "2026-03-01", "huishouden": {}, "huishouden": {}}',
        ['dubbele-sleutel /huishouden'],
      ],
      [
        '__proto__ as a name',
        '{"datum": "2026-03-01", "huishouden": {"__proto__": {"aanvrager": 1}}}',
        ['onbekende-naam /huishouden/__proto__'],
      ],
      [
        'constructor as a name',
        '{"datum": "2026-03-01", "huishouden": {"aanvrager": {"constructor": 1, "toString": 2}}}',
        ['onbekende-naam /huishouden/aanvrager/constructor', 'onbekende-naam /huishouden/aanvrager/toString'],
      ],
    ]
  for (const [naam, vraag, verwacht] of gevallen) {
    it(naam, async () => assert.deepEqual(await plekken(vraag), verwacht))
  }

  it('deep nesting is one fault, at any depth', async () => {
    for (const diepte of [30, 1_000, 100_000]) {
      const [een, ...meer] = await fouten(
        `{"datum": "2026-03-01", "huishouden": ${'{"a":'.repeat(diepte)}1${'}'.repeat(diepte)}}`,
      )
      assert.equal(een?.code, 'te-diep')
      assert.equal(meer.length, 0)
    }
  })

  it('many faults in one go: all of them, of the JSON and of the household', async () => {
    const tekst = `{"datum": "2026-02-30", "regelingen": ["nooit"], "extra": 1, "huishouden": {
      "aanvrager": {"geboortedatum": "gisteren", "vermogen": 0.5, "vermogen": 0.25, "zorgverzekerd": "ja"},
      "partner": [], "kinderen": [{"geboortedatum": 5}], "woning": {"kale_huur": 9007199254740993}}}`
    assert.deepEqual((await plekken(tekst)).sort(), [
      'datum /datum',
      'datum /huishouden/aanvrager/geboortedatum',
      'datum /huishouden/kinderen/0/geboortedatum',
      'dubbele-sleutel /huishouden/aanvrager/vermogen',
      'fractie /huishouden/aanvrager/vermogen',
      'onbekende-naam /extra',
      'onbekende-regeling /regelingen/0',
      'soort /huishouden/aanvrager/zorgverzekerd',
      'te-groot /huishouden/woning/kale_huur',
      'vorm /huishouden/partner',
    ])
  })

  it('each fault says what was given and what is expected, in Dutch', async () => {
    const [een] = await fouten(metHuishouden('aanvrager/geboortedatum', '2026-02-30'))
    assert.equal(een?.in, 'body')
    assert.match(een?.detail ?? '', /datum/)
    assert.match(een?.gegeven ?? '', /2026-02-30/)
    assert.match(een?.verwacht ?? '', /datum/)
  })

  it('whatever is sent, the answer is 200 or 400, never a fault of ours', async () => {
    const plek = fc.constantFrom(
      'aanvrager',
      'partner',
      'kinderen',
      'medebewoners',
      'woning',
      'aanvrager/vermogen',
      'aanvrager/geboortedatum',
      'kinderen/0',
      'woning/kale_huur',
      'woning/gemeente',
    )
    const raar = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.record({ van: fc.jsonValue({ maxDepth: 1 }), tot: fc.jsonValue({ maxDepth: 1 }) }),
      fc.array(
        fc.record({
          vanaf: fc.oneof(fc.constantFrom('2026-01-01', null), fc.string()),
          tot: fc.jsonValue({ maxDepth: 1 }),
          waarde: fc.jsonValue({ maxDepth: 2 }),
        }),
      ),
      fc.record({ onbekend: fc.jsonValue({ maxDepth: 1 }) }),
      fc.double(),
      fc.maxSafeInteger(),
    )
    await fc.assert(
      fc.asyncProperty(plek, raar, async (pad, waarde) => {
        const { statusCode, body } = await stuur({ ...metHuishouden(pad, waarde), reeks: undefined })
        assert.ok(statusCode === 200 || statusCode === 400, body)
      }),
      { numRuns: 300, seed: 3 },
    )
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (json) =>
        assert.ok((await stuur(json)).statusCode < 500),
      ),
      { numRuns: 100, seed: 4 },
    )
  })
})
