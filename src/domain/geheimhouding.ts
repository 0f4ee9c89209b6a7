/** Did somebody ask that others do not hear their data? Not known is no «no»: what it protects stays hidden then. */
export type Geheimhouding = 'ja' | 'nee' | 'onbekend'
