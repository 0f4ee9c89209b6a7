/** RFC 3261 §17.1.1.1: the first wait, and after how long nobody is there. */
export const T1_MS = 500
export const GEEN_ANTWOORD_MS = 64 * T1_MS
