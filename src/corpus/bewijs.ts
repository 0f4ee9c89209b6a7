import type { Corpus, CorpusDocument } from '../engine/index.ts'
import type { CorpusArchief } from './archief.ts'
import { bronBestand } from './bestand.ts'
import { waardeOp } from './velden.ts'
import { leesYaml } from './yaml.ts'

/** A receipt names a scheme, what it fills in and what it shares, and the vocabulary: a handful of files each. */
const MAX_BESTANDEN = 50

/**
 * The texts of files that a receipt names, also those that no longer hold. Those of `inGebruik` are left out: the
 * engine has them. What is not in the archive, or is no receipt at all, gives nothing: the engine says so itself.
 */
export async function vindTeksten(
  archief: Pick<CorpusArchief, 'teksten'>,
  bewijs: unknown,
  inGebruik?: Pick<Corpus, 'documenten'>,
): Promise<(sha256: string) => CorpusDocument | undefined> {
  const { regelingen = [], feiten = [], gebieden = [] } = inGebruik?.documenten ?? {}
  const bekend = new Set([...regelingen, ...feiten, ...gebieden].map((d) => d.sha256))
  const hashes = ['bestanden', 'vocabulaire']
    .flatMap((veld) => {
      const lijst = waardeOp(bewijs, [veld])
      return Array.isArray(lijst) ? lijst.slice(0, MAX_BESTANDEN) : []
    })
    .map((b: unknown) => waardeOp(b, ['sha256']))
    .filter((sha) => typeof sha === 'string')
    .filter((sha) => /^[0-9a-f]{64}$/.test(sha) && !bekend.has(sha))
  const gevonden = hashes.length === 0 ? [] : await archief.teksten(hashes)
  const documenten = new Map<string, CorpusDocument>()
  for (const { bestand, tekst } of gevonden) {
    const gelezen = leesYaml(bronBestand(bestand, tekst))
    if (gelezen.ok) documenten.set(gelezen.document.sha256, gelezen.document)
  }
  return (sha256) => documenten.get(sha256)
}
