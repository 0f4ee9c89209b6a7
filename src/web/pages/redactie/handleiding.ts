import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { markdown } from './markdown.ts'
import { redactiePagina } from './redactie-beeld.ts'

const map = join(import.meta.dirname, '..', '..', '..', '..', 'docs')

/** What somebody can learn to write; the file is `docs/<name>-schrijven.md`. */
export const DOCUMENTEN = ['regelingen', 'gebeurtenissen'] as const

export interface Handleiding {
  readonly naam: (typeof DOCUMENTEN)[number]
  readonly pad: string
  readonly inhoud: Html
}

const gelezen = new Map<string, Handleiding>()

/** Read once: documentation does not change while we run. Undefined for a name that is not one of ours. */
export function leesHandleiding(gevraagd: string): Handleiding | undefined {
  const naam = DOCUMENTEN.find((document) => document === gevraagd)
  if (naam === undefined) return undefined
  const bestand = `${naam}-schrijven.md`
  const handleiding = gelezen.get(naam) ?? {
    naam,
    pad: `docs/${bestand}`,
    inhoud: markdown(readFileSync(join(map, bestand), 'utf8')),
  }
  gelezen.set(naam, handleiding)
  return handleiding
}

export function handleidingPagina(context: Context, { naam, pad, inhoud }: Handleiding): string {
  const { taal, spraak } = context
  const { t } = spraak
  const isVertaald = taal === 'nl'
  return redactiePagina(context, {
    titel: t(`redactie.schrijven.${naam}`),
    actief: 'redactieSchrijven',
    inhoud: html`<a class="vd-back" href="${adres(taal, 'redactie')}">${t('redactie.titel')}</a>
<p class="vd-small vd-calm">${t('redactie.schrijven.bestand')} <code>${pad}</code>${!isVertaald && html` ${t('redactie.schrijven.nederlands')}`}</p>
<div class="vd-document"${attrs({ lang: isVertaald ? undefined : 'nl' })}>${inhoud}</div>`,
  })
}
