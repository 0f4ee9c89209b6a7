import type { Taal } from '../../platform/i18n/index.ts'
import type { Briefinhoud } from '../index.ts'
import {
  type Briefwoorden,
  belzin,
  type Herdruk,
  herdrukzin,
  kortAdres,
  schoon,
  schrijfDatum,
} from './brief.ts'

/**
 * The letter as plain text in the order in which it is read, for the service that makes braille or speech of it: one
 * thing per paragraph, a heading on a line of its own, nothing that only an eye can use.
 */
export function leestekst(
  brief: Briefinhoud,
  {
    taal,
    woorden,
    herdruk,
  }: { readonly taal: Taal; readonly woorden: Briefwoorden; readonly herdruk?: Herdruk | undefined },
): string {
  const t = woorden[taal]
  const { kenmerk, doen, niets, controlecode } = brief
  const vragen = belzin(t, brief.afzender)
  const delen = [
    brief.afzender.naam,
    `${t('brief.datum')}: ${schrijfDatum(taal, brief.datum)}`,
    kenmerk && `${t('brief.kenmerk')}: ${kenmerk}`,
    herdruk && herdrukzin(t, taal, herdruk),
    brief.onderwerp,
    ...(doen === undefined ? [niets === true && t('brief.niets')] : [t('brief.doen'), doen]),
    ...brief.alineas,
    ...(vragen === undefined ? [] : [t('brief.vragen'), vragen]),
    ...(controlecode === undefined
      ? []
      : [
          t('brief.echt'),
          `${t('brief.echt_kijk', { adres: kortAdres(controlecode.adres) })} ${controlecode.code}`,
        ]),
    taal === 'pap' ? t('algemeen.vertaling.tekst') : undefined,
  ]
  return `${delen.flatMap((deel) => (deel ? [schoon(deel)] : [])).join('\n\n')}\n`
}
