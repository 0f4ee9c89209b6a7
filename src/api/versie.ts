/**
 * Version of the interface under /api/v1: semver, in `info.version` and in the header `API-Version` of every
 * response (NLGov REST API Design Rules, /core/version-header). It says nothing about the corpus or the engine.
 */
export const API_VERSIE = '1.0.0'

/** Only the major version stands in the path (/core/uri-version). */
export const API_BASIS = '/api/v1'
