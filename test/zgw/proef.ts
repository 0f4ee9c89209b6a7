import assert from 'node:assert/strict'
import type { Meer, Uitkomst } from './register.ts'
import { eisAntwoord, eisVerzoek, type Specificatie, sjabloonVan } from './specificatie.ts'

const specVan: Readonly<Record<string, Specificatie>> = {
  zaken: 'zaken',
  catalogi: 'catalogi',
  documenten: 'documenten',
  besluiten: 'besluiten',
  autorisaties: 'autorisaties',
  notificaties: 'notificaties',
}

type Vraag = (methode: string, pad: string, meer?: Meer) => Promise<Uitkomst>

export interface Proef {
  /** Asks, and holds request and answer against the description; fails when the status is another one. */
  readonly goed: (methode: string, pad: string, json?: unknown, meer?: Meer) => Promise<Uitkomst['inhoud']>
  /** The same for what must be refused: the fields with their codes, or the code when it names no fields. */
  readonly fout: (methode: string, pad: string, json?: unknown, meer?: Meer) => Promise<readonly string[]>
  /** The whole answer, held against the description. */
  readonly vraag: Vraag
}

/** Asks a register of a test, and holds everything that goes over the wire against the published descriptions. */
export function maakProef(kaal: Vraag): Proef {
  const vraag: Vraag = async (methode, pad, meer = {}) => {
    const [, component = '', rest = ''] = /\/([a-z]+)\/api\/v1(\/[^?]*)/.exec(pad) ?? []
    const spec = specVan[component]
    const sjabloon = spec && sjabloonVan(spec, rest)
    assert.ok(spec !== undefined && sjabloon !== undefined, `${pad} staat in geen beschrijving`)
    const antwoord = await kaal(methode, pad, meer)
    // The two old files ask a part of everything; a part is what PATCH is for.
    const isOud = methode === 'PATCH' && (spec === 'autorisaties' || spec === 'notificaties')
    if (meer.json !== undefined && antwoord.status < 300 && !isOud) {
      eisVerzoek(spec, methode.toLowerCase(), sjabloon, meer.json)
    }
    eisAntwoord(spec, methode.toLowerCase(), sjabloon, antwoord)
    return antwoord
  }
  return {
    vraag,
    goed: async (methode, pad, json, meer = {}) => {
      const antwoord = await vraag(methode, pad, json === undefined ? meer : { ...meer, json })
      assert.ok(antwoord.status < 300, `${methode} ${pad}: ${antwoord.status} ${antwoord.tekst}`)
      return antwoord.inhoud
    },
    fout: async (methode, pad, json, meer = {}) => {
      const { status, inhoud, tekst } = await vraag(
        methode,
        pad,
        json === undefined ? meer : { ...meer, json },
      )
      assert.ok(status >= 400, `${methode} ${pad}: ${status} ${tekst}`)
      if (status !== 400) return [`${status} ${inhoud.code}`]
      return inhoud.invalidParams.map(({ name, code }: { name: string; code: string }) => `${name}: ${code}`)
    },
  }
}
