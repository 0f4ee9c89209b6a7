import { codeVan, meldingVan } from '../platform/index.ts'

/** Why a file that somebody named cannot be read, in words instead of the codes of the system. */
export function onleesbaar(getypt: string, reden: unknown): string {
  const code = codeVan(reden)
  if (code === 'ENOENT' || code === 'ENOTDIR') return `${getypt}: Dit bestand bestaat niet.`
  if (code === 'EISDIR') return `${getypt}: Dit is een map. Noem een bestand.`
  if (code === 'EACCES') return `${getypt}: U mag dit bestand niet lezen.`
  return `${getypt} is niet te lezen: ${meldingVan(reden)}`
}
