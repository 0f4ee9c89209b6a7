import { csv } from '../../../domain/index.ts'
import { gemeentecijfer, OORZAKEN, type Uitgekomen } from '../../../proactief/index.ts'

const koppen = [
  ...[
    'regeling',
    'gemeente',
    'gemeentenaam',
    'huishoudens_met_recht',
    'onbekend',
    'niet_gebruik',
    'euro_per_jaar',
  ],
  ...OORZAKEN.map((o) => `oorzaak_${o.replaceAll('-', '_')}`),
  ...['cijfer_jaar', 'cijfer_bron', 'bevolking', 'inwoners_gemeente', 'oorzaken', 'datum', 'zaad', 'merk'],
]

/**
 * RFC 4180, a row per scheme and municipality. Each row says of itself what is established and what is assumed, so that
 * it may be taken out of the file without losing that. Without a published figure of non-use those cells are empty.
 */
export function gebruikCsv({ loop, merk, beeld }: Uitgekomen, naam: (gemeente: string) => string): string {
  const rijen = beeld.regelingen.flatMap(({ regeling, soort, cijfer, gemeenten }) =>
    [...gemeenten].map(([gemeente, { recht, onbekend, niet }]) => [
      ...[regeling, gemeente, naam(gemeente), recht, onbekend],
      ...[niet?.huishoudens ?? '', niet && soort === 'bedrag' ? Math.round(niet.centen / 100) : ''],
      ...OORZAKEN.map((_, i) => niet?.oorzaken[i] ?? ''),
      ...[
        cijfer?.jaar ?? '',
        cijfer?.bron ?? '',
        'verzonnen',
        gemeentecijfer(gemeente)?.zekerheid ?? 'aangenomen',
      ],
      ...[niet ? 'aangenomen' : '', loop.datum, loop.zaad, merk],
    ]),
  )
  return csv([koppen, ...rijen])
}
