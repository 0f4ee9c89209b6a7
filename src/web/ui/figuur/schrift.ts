/**
 * How wide a text is in the page's font, as far as one can know without the font: on the wide side, so that
 * labels that do not overlap here do not overlap on the screen.
 */
export function breedteVan(tekst: string, grootte: number): number {
  let breedte = 0
  for (const teken of tekst) breedte += tekenbreedte(teken)
  return breedte * grootte
}

function tekenbreedte(teken: string): number {
  if (/[il.,:;'|! \u00a0()]/.test(teken)) return 0.32
  if (/[fjrt\-–I]/.test(teken)) return 0.42
  if (/[mwMW%€]/.test(teken)) return 0.88
  if (/[A-Z0-9$→]/.test(teken)) return 0.66
  return 0.58
}
