import type { Taal, Vertaler } from '../../platform/i18n/index.ts'
import type { Briefinhoud } from '../index.ts'
import {
  type Brieftaaldeel,
  type Briefwoorden,
  belzin,
  brieftalen,
  type Herdruk,
  herdrukzin,
  kortAdres,
  schoon,
  schrijfDatum,
} from './brief.ts'

/**
 * The letter as plain text in the order in which it is read, for the service that makes braille or speech of it: one
 * thing per paragraph, a heading on a line of its own, nothing that only an eye can use. A second language comes after
 * the whole of the first.
 */
export function leestekst(
  brief: Briefinhoud,
  {
    taal,
    woorden,
    herdruk,
  }: { readonly taal: Taal; readonly woorden: Briefwoorden; readonly herdruk?: Herdruk | undefined },
): string {
  const talen = brieftalen(brief, taal)
  const verderop = talen.slice(1).map((deel) => woorden[deel.taal]('brief.ook_in'))
  const delen = talen.map((deel, i) => leesdeel(deel, woorden[deel.taal], herdruk, i === 0 ? verderop : []))
  return delen.join('\n')
}

function leesdeel(
  deel: Brieftaaldeel,
  t: Vertaler,
  herdruk: Herdruk | undefined,
  verderop: readonly string[],
): string {
  const { taal, kenmerk, doen, niets, controlecode } = deel
  const vragen = belzin(t, deel.afzender)
  const delen = [
    deel.afzender.naam,
    `${t('brief.datum')}: ${schrijfDatum(taal, deel.datum)}`,
    kenmerk && `${t('brief.kenmerk')}: ${kenmerk}`,
    herdruk && herdrukzin(t, taal, herdruk),
    ...verderop,
    deel.onderwerp,
    ...(doen === undefined ? [niets === true && t('brief.niets')] : [t('brief.doen'), doen]),
    ...deel.alineas,
    ...(vragen === undefined ? [] : [t('brief.vragen'), vragen]),
    ...(controlecode === undefined
      ? []
      : [
          t('brief.echt'),
          `${t('brief.echt_kijk', { adres: kortAdres(controlecode.adres) })} ${controlecode.code}`,
        ]),
    taal === 'pap' ? t('algemeen.vertaling.tekst') : undefined,
  ]
  return `${delen.flatMap((een) => (een ? [een.split('\n').map(schoon).join('\n')] : [])).join('\n\n')}\n`
}
