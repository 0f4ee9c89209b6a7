/** For tests and proofs: codes and keys in memory. */
import { openSleutelring } from '../audit/index.ts'
import { parseDatum, parseOrganisatieId } from '../domain/index.ts'
import type { Coderij, CodeStore, SleutellogStore } from './code-store.ts'
import { type Controlecodes, type GemaakteCode, type NieuweCode, openControlecodes } from './codes.ts'
import type { Sleutelregel } from './sleutellog.ts'

export function geheugencodes(): CodeStore {
  const rijen = new Map<string, Coderij & { ingetrokken?: Date }>()
  const hex = (hash: Buffer) => hash.toString('hex')
  return {
    perBericht: async (nieuw) => {
      for (const rij of nieuw) {
        const isVrij = ![...rijen.values()].some(({ bericht }) => bericht === rij.bericht)
        if (isVrij && !rijen.has(hex(rij.hash))) rijen.set(hex(rij.hash), rij)
      }
      const gevraagd = new Set<string | undefined>(nieuw.map(({ bericht }) => bericht))
      return new Map(
        [...rijen.values()].flatMap(({ bericht, hash, kid }) =>
          bericht !== undefined && gevraagd.has(bericht) ? [[bericht, { hash, kid }]] : [],
        ),
      )
    },
    vind: async (hashes) =>
      hashes
        .map((hash) => rijen.get(hex(hash)))
        .find((rij) => rij !== undefined && rij.ingetrokken === undefined),
    trekIn: async (hashes, op) => {
      const rij = hashes.map((hash) => rijen.get(hex(hash))).find((een) => een !== undefined)
      if (rij === undefined || rij.ingetrokken !== undefined) return false
      rij.ingetrokken = op
      return true
    },
  }
}

export function geheugensleutels(): SleutellogStore {
  const regels: Sleutelregel[] = []
  return {
    regels: async () => [...regels],
    voegToe: async (regel) => {
      if (regel.nummer !== regels.length + 1) return false
      regels.push(regel)
      return true
    },
  }
}

export function proefcodes(
  geheimen: readonly string[] = ['een geheim van minstens tweeëndertig tekens'],
  codes = geheugencodes(),
  sleutels = geheugensleutels(),
): Controlecodes {
  const nu = () => new Date('2026-03-01T12:00:00Z')
  return openControlecodes({ codes, sleutels, ring: openSleutelring(() => geheimen), nu })
}

export function nieuweCode(bericht: string, over: Partial<NieuweCode> = {}): NieuweCode {
  const [organisatie, datum] = [parseOrganisatieId('svb'), parseDatum('2026-03-01')]
  if (organisatie === undefined || datum === undefined) throw new Error('een proef klopt niet')
  return { organisatie, datum, onderwerp: 'pensioen', bericht, ...over }
}

/** The code of one message. */
export async function maakCode(
  codes: Pick<Controlecodes, 'maakControlecodes'>,
  nieuw: NieuweCode,
): Promise<GemaakteCode> {
  const code = (await codes.maakControlecodes([nieuw])).get(nieuw.bericht)
  if (code === undefined) throw new Error('geen code')
  return code
}
