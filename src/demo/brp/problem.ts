import type { Antwoord } from '../dienst/dienst.ts'

export interface InvalidParam {
  readonly code: string
  readonly name: string
  readonly reason: string
}

const instance = '/haalcentraal/api/brp/personen'
const rfc7231 = 'https://datatracker.ietf.org/doc/html/rfc7231'

/** The shapes and words that the functional specification gives for each mistake. */
export function paramsValidation(invalidParams: readonly InvalidParam[]): Antwoord {
  return fout(400, 'Een of meerdere parameters zijn niet correct.', 'paramsValidation', invalidParams)
}

export function paramsCombination(invalidParams: readonly InvalidParam[]): Antwoord {
  return fout(
    400,
    'Minimale combinatie van parameters moet worden opgegeven.',
    'paramsCombination',
    invalidParams,
  )
}

export function teveelResultaten(max: number): Antwoord {
  const problem = {
    type: `${rfc7231}#section-6.5.1`,
    title: 'Teveel zoekresultaten.',
    status: 400,
    detail: `Meer dan maximum van ${max} gevonden.`,
    code: 'tooManyResults',
    instance,
  }
  return { status: 400, inhoud: problem }
}

export const nietGeauthenticeerd: Antwoord = {
  status: 401,
  koppen: { 'www-authenticate': 'Bearer' },
  inhoud: {
    type: 'https://datatracker.ietf.org/doc/html/rfc7235#section-3.1',
    title: 'Niet correct geauthenticeerd.',
    status: 401,
    code: 'authentication',
    instance,
  },
}

export const geenJsonGevraagd: Antwoord = {
  status: 406,
  inhoud: {
    type: `${rfc7231}#section-6.5.6`,
    title: 'Gevraagde content type wordt niet ondersteund.',
    detail: 'Ondersteund content type: application/json; charset=utf-8.',
    status: 406,
    code: 'notAcceptable',
    instance,
  },
}

export const geenJsonGestuurd: Antwoord = {
  status: 415,
  inhoud: {
    type: `${rfc7231}#section-6.5.13`,
    title: 'Media Type wordt niet ondersteund.',
    detail: 'Ondersteund content type: application/json; charset=utf-8.',
    status: 415,
    code: 'unsupported',
    instance,
  },
}

export const nietGevonden: Antwoord = {
  status: 404,
  inhoud: {
    type: `${rfc7231}#section-6.5.4`,
    title: 'Opgevraagde resource bestaat niet.',
    status: 404,
    code: 'notFound',
    instance,
  },
}

function fout(status: number, title: string, code: string, invalidParams: readonly InvalidParam[]): Antwoord {
  const namen = invalidParams.map(({ name }) => name)
  const problem = {
    type: `${rfc7231}#section-6.5.1`,
    title,
    status,
    detail: `De foutieve parameter(s) zijn: ${namen.join(', ')}.`,
    code,
    instance,
    invalidParams,
  }
  return { status, inhoud: problem }
}
