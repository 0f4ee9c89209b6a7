import { PlatformError } from '../../platform/index.ts'
import type { Verzoek } from '../verzoek.ts'

/** A part of a page that does not come: the rest stands, and says so. `waar`: for who looks after it. */
export async function deelVan<T>(
  { bronnen }: Pick<Verzoek, 'bronnen'>,
  waar: string,
  haal: () => Promise<T>,
): Promise<T | 'weg'> {
  try {
    return await haal()
  } catch (fout) {
    // What is refused is refused, and no part that does not come.
    if (fout instanceof PlatformError) throw fout
    bronnen.meldFout(waar, fout)
    return 'weg'
  }
}
