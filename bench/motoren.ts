/** Zorgtoeslag 2026 for partners in three other engines. They are only there after `npm install` in this directory. */

interface Motor {
  readonly naam: string
  readonly doe: () => unknown
  readonly later?: () => Promise<unknown>
}

const INKOMEN = 41_500

export async function andereMotoren(): Promise<Motor[]> {
  const motoren: Motor[] = []
  for (const maak of [publicodes, jsonRulesEngine, zen]) {
    try {
      motoren.push(await maak())
    } catch (fout) {
      process.stderr.write(
        `${maak.name} doet niet mee: ${fout instanceof Error ? fout.message.split('\n')[0] : fout}\n`,
      )
    }
  }
  if (motoren.length === 0)
    process.stderr.write('Installeer de andere motoren met: npm install --prefix bench\n')
  return motoren
}

/** Loaded by name, so that nobody needs these packages to check or run the product. */
async function laad(naam: string): Promise<Record<string, unknown>> {
  const module: unknown = await import(naam)
  const uit = module as Record<string, unknown> // a module is an object
  return typeof uit.default === 'object' && uit.default !== null
    ? { ...uit, ...(uit.default as object) }
    : uit
}

async function publicodes(): Promise<Motor> {
  const m = await laad('publicodes')
  const Engine = (typeof m.default === 'function' ? m.default : m.Engine) as new (
    r: object,
  ) => {
    setSituation(s: object): void
    evaluate(n: string): { nodeValue: unknown }
  }
  const engine = new Engine({
    inkomen: { valeur: `${INKOMEN}` },
    norm: { valeur: '0.04289 * 29736 + 0.13730 * boven' },
    boven: { valeur: 'inkomen - 29736', plancher: 0 },
    jaar: { valeur: '4238 - norm', plancher: 0 },
    maand: { valeur: 'jaar / 12' },
  })
  let i = 0
  return {
    naam: 'regels.publicodes',
    doe: () => {
      engine.setSituation({ inkomen: INKOMEN + (i++ % 7) })
      return engine.evaluate('maand').nodeValue
    },
  }
}

async function jsonRulesEngine(): Promise<Motor> {
  const m = await laad('json-rules-engine')
  const Engine = m.Engine as new () => {
    addFact(naam: string, f: unknown): void
    addRule(r: object): void
    run(f: object): Promise<unknown>
  }
  const engine = new Engine()
  engine.addFact('maand', async (_: unknown, almanak: { factValue(n: string): Promise<number> }) => {
    const inkomen = await almanak.factValue('inkomen')
    return (4238 - (0.04289 * 29736 + 0.1373 * Math.max(0, inkomen - 29736))) / 12
  })
  engine.addRule({
    conditions: {
      all: [
        { fact: 'maand', operator: 'greaterThan', value: 0 },
        { fact: 'vermogen', operator: 'lessThanInclusive', value: 184633 },
      ],
    },
    event: { type: 'zorgtoeslag' },
  })
  const later = () => engine.run({ inkomen: INKOMEN, vermogen: 0 })
  await later()
  return { naam: 'regels.json-rules-engine', doe: later, later }
}

async function zen(): Promise<Motor> {
  const m = await laad('@gorules/zen-engine')
  const ZenEngine = m.ZenEngine as new () => {
    createDecision(b: Buffer): { evaluate(c: object): Promise<unknown> }
  }
  const uitdrukkingen = [
    { id: 'a', key: 'boven', value: 'max([0, inkomen - 29736])' },
    { id: 'b', key: 'jaar', value: '4238 - (0.04289 * 29736 + 0.13730 * $.boven)' },
    { id: 'c', key: 'maand', value: 'floor($.jaar / 12)' },
  ]
  const besluit = new ZenEngine().createDecision(
    Buffer.from(
      JSON.stringify({
        nodes: [
          { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
          {
            id: 'r',
            type: 'expressionNode',
            name: 'r',
            position: { x: 1, y: 0 },
            content: { expressions: uitdrukkingen },
          },
          { id: 'uit', type: 'outputNode', name: 'uit', position: { x: 2, y: 0 } },
        ],
        edges: [
          { id: '1', type: 'edge', sourceId: 'in', targetId: 'r' },
          { id: '2', type: 'edge', sourceId: 'r', targetId: 'uit' },
        ],
      }),
    ),
  )
  const later = () => besluit.evaluate({ inkomen: INKOMEN })
  await later()
  return { naam: 'regels.zen-engine', doe: later, later }
}
