import type { CorpusFout } from '../engine/index.ts'

/** A fault as one line, with the place in the form that an editor opens. `naam`: the file as somebody typed it. */
export function foutregel(fout: CorpusFout, naam = fout.bestand): string {
  return `${naam}:${fout.regel}:${fout.kolom} ${fout.melding} — ${fout.remedie}`
}
