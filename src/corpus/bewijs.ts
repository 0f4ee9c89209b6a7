import type { CorpusDocument } from '../engine/index.ts'
import type { CorpusArchief } from './archief.ts'
import { bronBestand } from './bestand.ts'
import { waardeOp } from './velden.ts'
import { leesYaml } from './yaml.ts'

/** A receipt names a scheme, what it fills in and what it shares: a handful of files. */
const MAX_BESTANDEN = 50

/**
 * The texts of law files that a receipt names, also those that no longer hold. What is not in the archive, or is
 * no receipt at all, gives nothing: the engine says so itself.
 */
export async function vindTeksten(
  archief: Pick<CorpusArchief, 'teksten'>,
  bewijs: unknown,
): Promise<(sha256: string) => CorpusDocument | undefined> {
  const bestanden = waardeOp(bewijs, ['bestanden'])
  const hashes = (Array.isArray(bestanden) ? bestanden.slice(0, MAX_BESTANDEN) : [])
    .map((b: unknown) => waardeOp(b, ['sha256']))
    .filter((sha) => typeof sha === 'string')
    .filter((sha) => /^[0-9a-f]{64}$/.test(sha))
  const gevonden = hashes.length === 0 ? [] : await archief.teksten(hashes)
  const documenten = new Map<string, CorpusDocument>()
  for (const { bestand, tekst } of gevonden) {
    const gelezen = leesYaml(bronBestand(bestand, tekst))
    if (gelezen.ok) documenten.set(gelezen.document.sha256, gelezen.document)
  }
  return (sha256) => documenten.get(sha256)
}
