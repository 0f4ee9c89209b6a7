/** For tests and proofs: codes and keys in memory. */
import { openSleutelring } from '../audit/index.ts'
import { parseDatum, parseOrganisatieId } from '../domain/index.ts'
import type { Coderij, CodeStore, SleutellogStore } from './code-store.ts'
import { type Controlecodes, type NieuweCode, openControlecodes } from './codes.ts'
import type { Sleutelregel } from './sleutellog.ts'

export function geheugencodes(): CodeStore {
  const rijen = new Map<string, Coderij & { ingetrokken?: Date }>()
  const hex = (hash: Buffer) => hash.toString('hex')
  return {
    plaats: async (rij) => {
      const er = rijen.get(hex(rij.hash))
      if (er === undefined) rijen.set(hex(rij.hash), rij)
      if (er === undefined) return 'geplaatst'
      const { organisatie, datum, onderwerp, bericht } = rij
      const isZelfde =
        er.organisatie === organisatie &&
        er.datum === datum &&
        er.onderwerp === onderwerp &&
        er.bericht === bericht
      return isZelfde ? 'was-er-al' : 'bezet'
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

export function nieuweCode(kenmerk: string, over: Partial<NieuweCode> = {}): NieuweCode {
  const [organisatie, datum] = [parseOrganisatieId('svb'), parseDatum('2026-03-01')]
  if (organisatie === undefined || datum === undefined) throw new Error('een proef klopt niet')
  return { organisatie, datum, onderwerp: 'pensioen', kenmerk, ...over }
}
