import { type Bronnen, zonderCommentaar } from './importregels.ts'

/**
 * Where a BSN (or another number that names somebody) may be in the open: the vault, and the adapters that must give
 * it to a register or get it from a login. Each line is a decision; a new one needs a reason in docs/adr/0008.
 */
export const magBsnZien: readonly string[] = [
  'src/domain/',
  'src/toegang/kluis.ts',
  // The door through which app.ts hands `metBsn` to the adapters below; it opens nothing itself.
  'src/toegang/toegang.ts',
  'src/app.ts',
  'src/app-inwoners.ts',
  'src/app-bronnen.ts',
  'src/app-levensloop.ts',
  'src/toegang/oidc/',
  'src/inwoner/brp/',
  'src/inwoner/inkomen/',
  'src/inwoner/terugmeldloket/',
  // To whoever tells us what happens: whom to follow, after that person asked for it.
  'src/proactief/aanmelden/',
  'src/zaken/zgw/',
  'src/zaken/klantinteracties/',
  'src/zaken/mijntaken/',
  'src/api/zgw/',
  'src/kanalen/berichtenbox/',
]

/** Only the function that writes the line first may make a proof that it stands. The third is for tests. */
const magBewijsGeven = ['src/audit/verwerking.ts', 'src/audit/met-verwerking.ts', 'src/audit/proefaudit.ts']

/** Only who has asked the vault may say that two ids are one person. */
const magBewijsVerruimen = ['src/audit/verwerking.ts', 'src/audit/index.ts', 'src/toegang/toegang.ts']

/** Only who has kept the stated reason of a professional may say that there is one. The third is for tests. */
const magAanleidingGeven = [
  'src/audit/aanleiding.ts',
  'src/audit/index.ts',
  'src/audit/proefaudit.ts',
  'src/toegang/gronden.ts',
]

export function findBsnOvertredingen(bronnen: Bronnen): string[] {
  return [...bronnen].flatMap(([pad, tekst]) => {
    if (pad.endsWith('.test.ts')) return []
    const code = zonderCommentaar(tekst)
    const fouten: string[] = []
    if (/\b(metBsn|onthul)\b/.test(code) && !magBsnZien.some((begin) => pad.startsWith(begin)))
      fouten.push(`${pad} haalt een nummer van een persoon uit zijn omhulsel`)
    if (/\bgeefBewijs\b/.test(code) && !magBewijsGeven.includes(pad))
      fouten.push(`${pad} maakt een bewijs van een verwerking die niet is vastgelegd`)
    if (/\bgeldtOokVoor\b/.test(code) && !magBewijsVerruimen.includes(pad))
      fouten.push(`${pad} laat een bewijs over iemand anders gaan`)
    if (/\/proefaudit\.ts'/.test(code) && !/\/proef[^/]*$/.test(pad))
      fouten.push(`${pad} gebruikt bewijzen die alleen voor tests zijn`)
    if (/\bgeefAanleiding\b/.test(code) && !magAanleidingGeven.includes(pad))
      fouten.push(`${pad} maakt een reden van een medewerker die niet is vastgelegd`)
    return fouten
  })
}
