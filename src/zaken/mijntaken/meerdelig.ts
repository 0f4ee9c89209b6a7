import type { NieuwDocument } from '../zaakbron.ts'

/** Files as a browser would send them (RFC 7578), each in a part called `bestanden`. */
export function meerdelig(
  bestanden: readonly NieuwDocument[],
  grens: string,
): { readonly soort: string; readonly bytes: Uint8Array } {
  const delen = bestanden.flatMap(({ bestandsnaam, formaat, inhoud }) => [
    Buffer.from(
      `--${grens}\r\ncontent-disposition: form-data; name="bestanden"; filename="${veilig(bestandsnaam)}"\r\ncontent-type: ${soortVan(formaat)}\r\n\r\n`,
    ),
    inhoud,
    Buffer.from('\r\n'),
  ])
  return {
    soort: `multipart/form-data; boundary=${grens}`,
    bytes: Buffer.concat([...delen, Buffer.from(`--${grens}--\r\n`)]),
  }
}

/** A quote or a line break would begin another header. */
function veilig(naam: string): string {
  return naam.replace(/[\r\n]/g, ' ').replaceAll('"', '%22')
}

function soortVan(formaat: string): string {
  return /^[a-z]+\/[\w.+-]+$/i.test(formaat) ? formaat : 'application/octet-stream'
}
